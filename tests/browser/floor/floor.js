// The floor of the benchmark: the least that a web page can do with the same files. It parses them, puts each village's
// records into IndexedDB as one object, and adds up a dozen figures with plain loops. No merging, no checks, no history,
// no interface.
"use strict";

const NAME = "floor";

function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("villages", { keyPath: "code" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

async function bytesOf(files) {
  return Promise.all(Array.from(files, (file) => file.arrayBuffer()));
}

async function takeIn(buffers) {
  const opened = await database();
  const decoder = new TextDecoder();
  const transaction = opened.transaction("villages", "readwrite", { durability: "strict" });
  const store = transaction.objectStore("villages");
  for (const buffer of buffers) {
    const file = JSON.parse(decoder.decode(buffer));
    store.put({ code: file.scope.code, records: file.records });
  }
  await done(transaction);
  opened.close();
}

function readAll(opened) {
  return new Promise((resolve, reject) => {
    const request = opened.transaction("villages").objectStore("villages").getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Twelve sums over the records of every village, on one day.
function sums(villages, day) {
  const year = Number(day.slice(0, 4));
  const sum = { households: 0, persons: 0, notExited: 0, notExitedPersons: 0, insured: 0, majorIllness: 0, aid: 0,
    helped: 0, measured: 0, net: 0, visits: 0, population: 0 };
  for (const { records } of villages) {
    const members = new Map();
    const registered = new Map();
    for (const household of records.household || []) {
      if (household.registered === true) registered.set(household.id, household);
    }
    for (const one of records.household_membership || []) {
      if (one.start <= day && (one.end === undefined || one.end > day) && registered.has(one.household_id)) {
        members.set(one.household_id, (members.get(one.household_id) || 0) + 1);
      }
    }
    const events = new Map();
    for (const event of records.household_status_event || []) {
      const last = events.get(event.household_id);
      if (event.date <= day && (last === undefined || last.date <= event.date)) events.set(event.household_id, event);
    }
    for (const id of registered.keys()) {
      const count = members.get(id) || 0;
      sum.households += 1;
      sum.persons += count;
      const event = events.get(id);
      if (event !== undefined && event.kind !== "exited") {
        sum.notExited += 1;
        sum.notExitedPersons += count;
      }
    }
    for (const person of records.person_year || []) {
      if (person.year !== year) continue;
      if (person.basic_insurance === "resident" || person.basic_insurance === "employee") sum.insured += 1;
      if (person.major_illness_insurance === true) sum.majorIllness += 1;
      if (person.medical_aid_covered === true) sum.aid += 1;
    }
    const helped = new Set();
    for (const helper of records.helper_assignment || []) {
      if (helper.start <= day && (helper.end === undefined || helper.end > day)) helped.add(helper.household_id);
    }
    const measured = new Set();
    for (const measure of records.support_measure || []) if (measure.year === year) measured.add(measure.household_id);
    for (const id of registered.keys()) {
      if (helped.has(id)) sum.helped += 1;
      if (measured.has(id)) sum.measured += 1;
    }
    for (const income of records.household_income_year || []) {
      if (income.year === year) sum.net += (income.wage || 0) + (income.business_gross || 0) - (income.cost_operating || 0);
    }
    for (const visit of records.visit || []) if (visit.date <= day && visit.purpose === "household_help") sum.visits += 1;
    for (const village of records.village_year || []) {
      if (village.year === year) sum.population += village.rural_registered_population || 0;
    }
  }
  return sum;
}

async function readAndSum(day) {
  const opened = await database();
  const villages = await readAll(opened);
  opened.close();
  return sums(villages, day);
}

let loaded = null;

// The same sums again, over objects that are in memory already.
async function sumLoaded(day) {
  if (loaded === null) {
    const opened = await database();
    loaded = await readAll(opened);
    opened.close();
  }
  const start = performance.now();
  sums(loaded, day);
  return performance.now() - start;
}

// One edit: a field of one household changes, its village is put, and every sum is made anew.
async function edit(round, day) {
  await sumLoaded(day);
  const opened = await database();
  const villages = loaded.filter((one) => one.records.household);
  const village = villages[round % villages.length];
  const start = performance.now();
  village.records.household[0].group_name = `${round}`;
  const transaction = opened.transaction("villages", "readwrite", { durability: "strict" });
  transaction.objectStore("villages").put(village);
  await done(transaction);
  sums(loaded, day);
  const took = performance.now() - start;
  opened.close();
  return took;
}

// What the page shows when it is opened cold, with the villages in its store.
async function show() {
  const sum = await readAndSum("2018-12-31");
  const list = document.createElement("ol");
  for (const [name, value] of Object.entries(sum)) {
    const item = document.createElement("li");
    item.textContent = `${name} ${value}`;
    list.append(item);
  }
  document.body.append(list);
  performance.mark("floor-shown");
}

window.floor = {
  buffers: null,
  async read(input) { this.buffers = await bytesOf(input.files); return this.buffers.length; },
  async takeIn() { const start = performance.now(); await takeIn(this.buffers); return performance.now() - start; },
  async readAndSum(day) { const start = performance.now(); await readAndSum(day); return performance.now() - start; },
  sumLoaded,
  edit,
};

if (location.hash === "#show") show();
