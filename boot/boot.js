// The first script of the page: tightens the policy, checks the browser, opens the store, has the module compiled, and keeps
// the screen from being blank.
// Written in the JavaScript of 2009, because the browsers that it must turn away run it too.
(function () {
  "use strict";

  // One tiny module that uses what the compiler emits by default: reference types, bulk memory,
  // several results, sign extension, saturating conversions. The youngest of these set the oldest browser:
  // reference types came with Chromium 96.
  var MODULE = [
    0, 97, 115, 109, 1, 0, 0, 0,
    // types: () -> (externref, i32)
    1, 6, 1, 96, 0, 2, 111, 127,
    3, 2, 1, 0,
    5, 3, 1, 0, 1,
    10, 23, 1, 21, 0,
    // memory.fill(0, 0, 0); ref.null extern; i32.extend8_s(i32.trunc_sat_f32_s(0.0))
    65, 0, 65, 0, 65, 0, 252, 11, 0,
    208, 111,
    67, 0, 0, 0, 0, 252, 0, 192,
    11
  ];

  var NEEDED = {
    "WebAssembly": function () {
      return typeof WebAssembly === "object" && WebAssembly.validate(new Uint8Array(MODULE));
    },
    "IndexedDB": function () { return !!window.indexedDB; },
    "DecompressionStream": function () { return typeof DecompressionStream === "function"; },
    "Web Locks": function () { return !window.isSecureContext || !!navigator.locks; },
    "globalThis": function () { return typeof globalThis === "object"; },
    "dialog": function () { return typeof HTMLDialogElement === "function"; },
    "module scripts": function () { return "noModule" in document.createElement("script"); }
  };

  var state = "opening";

  /**
   * So many milliseconds the page says nothing: opening is usually over before anything could be read, and to look for the
   * fonts of one line takes as long as to start the program.
   */
  var QUIET = 300;

  /** So many milliseconds the module waits at most for the store to be asked. */
  var PATIENCE = 20;

  /** When the store has been asked for what the first screen needs, or cannot be. */
  var storeAsked = null;

  /** Adds the stricter policy; see the comment in index.html. */
  function tightenPolicy() {
    if (/Chrom(e|ium)\/96\./.test(navigator.userAgent)) { return; }
    var given = document.querySelector("meta[http-equiv='Content-Security-Policy']");
    var strict = document.createElement("meta");
    strict.httpEquiv = "Content-Security-Policy";
    strict.content = given.content.replace("'unsafe-eval'", "'wasm-unsafe-eval'");
    document.head.appendChild(strict);
  }

  /**
   * Has the browser compile the module as it comes, while the page is still read. Whoever starts the app takes it from
   * `huhuqingModule`: a promise of it, or of nothing when it has to ask by itself. The single file asks for no module.
   *
   * The module waits a moment for the store, which then reads while the program starts; its answer could not be heard meanwhile,
   * and nothing be asked for with it.
   */
  function compileModule() {
    var asked = document.querySelector("link[rel='preload'][as='fetch']");
    if (!asked || typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) { return; }
    var waiting = function (module) {
      return new Promise(function (done) {
        var start = function () { done(module); };
        setTimeout(start, PATIENCE);
        Promise.resolve(storeAsked).then(start, start);
      });
    };
    window.huhuqingModule = WebAssembly.compileStreaming(fetch(asked.href)).then(waiting, function () { return null; });
  }

  /**
   * Opens the database that was open last while the module is still on its way, if it is there, asks for the pen to it, and
   * reads with the pen in hand what the first screen begins with. The app takes it from
   * `huhuqingStore`: a promise of it, or of nothing when the app has to open by itself. As long as nobody has taken it, it
   * makes way for every other tab.
   */
  function openStore() {
    try {
      var last = localStorage.getItem("huhuqing.last-database") || "";
      var name = last.indexOf("demo") < 0 ? "huhuqing" : "huhuqing-demo";
      if (last) { askForPen(name + "-writer"); }
      window.huhuqingStore = last ? open(name) : openListed(name);
      var pen = window.huhuqingPen;
      storeAsked = window.huhuqingStore.then(function (database) { return database && pen ? pen.granted : null; });
    } catch (unknown) { /* An older browser lists none. */ }
  }

  /**
   * Asks to be the one tab that writes to the database. The app takes the pen from `huhuqingPen`: its name, a promise of whether
   * it is `granted`, and what to `release` it by. A page that does not come to the app gives it up.
   */
  function askForPen(name) {
    if (!navigator.locks) { return; }
    var pen = { name: name };
    var held = new Promise(function (release) { pen.release = release; });
    pen.granted = new Promise(function (tell) {
      var hold = function (lock) { tell(!!lock); return lock ? held : null; };
      navigator.locks.request(name, { ifAvailable: true }, hold).then(null, function () { tell(false); });
    });
    window.huhuqingPen = pen;
  }

  /** Opens it only if it is listed: on a first visit there is none, and nothing of one should be begun. */
  function openListed(name) {
    return indexedDB.databases().then(function (all) {
      var isThere = all.some(function (one) { return one.name === name; });
      return isThere ? open(name) : null;
    }).then(null, function () { return null; });
  }

  /** Opens it as it is; one that is not there is not made. */
  function open(name) {
    var pen = window.huhuqingPen;
    return new Promise(function (done) {
      var request = indexedDB.open(name);
      request.onupgradeneeded = function () { request.transaction.abort(); };
      request.onerror = function (event) { event.preventDefault(); done(null); };
      request.onsuccess = function () {
        var database = request.result;
        database.onversionchange = function () { database.close(); };
        // Whoever has not the pen may read what another tab is about to write over.
        var read = function (ours) { return ours ? readIndex(database) : null; };
        if (pen) { database.huhuqingIndex = pen.granted.then(read).then(null, function () { return null; }); }
        done(database);
      };
    });
  }

  /**
   * What opening begins with (`src/storage/indexed_db/read.rs`): the keys and the values of the summaries, then those of `meta`;
   * nothing when they cannot be had.
   */
  function readIndex(database) {
    return new Promise(function (done) {
      var reading = database.transaction(["summaries", "meta"]);
      var summaries = reading.objectStore("summaries");
      var meta = reading.objectStore("meta");
      var asked = [summaries.getAllKeys(), summaries.getAll(), meta.getAllKeys(), meta.getAll()];
      // They are answered in this order.
      asked[3].onsuccess = function () { done(asked.map(function (request) { return request.result; })); };
      reading.onabort = function () { done(null); };
    });
  }

  /** What the browser lacks, by name. */
  function missing() {
    var names = [];
    for (var name in NEEDED) {
      var present = false;
      try { present = NEEDED[name](); } catch (refused) { present = false; }
      if (!present) { names.push(name); }
    }
    return names;
  }

  /** Shows the boot page, and of it the part that belongs to the state, once the body is there. */
  function show() {
    var boot = document.getElementById("boot");
    if (boot) { boot.hidden = false; boot.removeAttribute("hidden"); }
    var parts = ["opening", "old", "failed"];
    for (var i = 0; i < parts.length; i++) {
      var part = document.getElementById("boot-" + parts[i]);
      if (part) { part.hidden = parts[i] !== state; }
      if (part && part.hidden) { part.setAttribute("hidden", ""); }
    }
  }

  function whenParsed(then) {
    if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", then); } else { then(); }
  }

  function settle(next, field, text) {
    if (state !== "opening") { return; }
    state = next;
    if (window.huhuqingPen) { window.huhuqingPen.release(); delete window.huhuqingPen; }
    whenParsed(function () {
      var place = document.getElementById(field);
      if (place) { place.textContent = text; }
      show();
    });
  }

  function failed(reason) { settle("failed", "boot-reason", String(reason)); }

  function onError(event) {
    var source = event.target;
    if (source && source.tagName === "SCRIPT") { failed(source.src || "script"); }
    else if (event.message) { failed(event.message); }
  }

  function onRejection(event) { failed(event.reason && event.reason.message || event.reason); }

  function onStarted() {
    window.removeEventListener("error", onError, true);
    window.removeEventListener("unhandledrejection", onRejection);
    if (state !== "opening") { return; }
    state = "started";
    var boot = document.getElementById("boot");
    if (boot) { boot.parentNode.removeChild(boot); }
  }

  tightenPolicy();
  openStore();
  compileModule();
  window.addEventListener("error", onError, true);
  window.addEventListener("unhandledrejection", onRejection);
  window.addEventListener("TrunkApplicationStarted", onStarted);
  var lacking = missing();
  if (lacking.length) { settle("old", "boot-missing", lacking.join(", ")); }
  whenParsed(function () {
    setTimeout(show, state === "opening" ? QUIET : 0);
    var retry = document.getElementById("boot-retry");
    if (retry) { retry.addEventListener("click", function () { location.reload(); }); }
  });
})();
