// Keeps the app on the device: stores every file of one build, answers from that store, changes build only when told to.
//
// `cargo xtask stamp` writes the two lines marked "stamped". Unstamped (a development build) it stores nothing and
// lets every request through.
"use strict";

const BUILD = "development"; // stamped
const FILES = []; // stamped

// Caches belong to the origin: the scope in the name keeps two copies in two folders apart.
const OWN = `huhuqing ${self.registration.scope} `;
const CACHE = OWN + BUILD;

self.addEventListener("install", (event) => {
  event.waitUntil(storeAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldBuilds());
});

// The only place where a new build takes over: the user agreed in the page.
self.addEventListener("message", (event) => {
  if (event.data && event.data.type === "activate") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const key = storedName(event.request);
  if (key !== null) event.respondWith(answer(key, event.request));
});

async function storeAll() {
  if (FILES.length === 0) return;
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

async function forgetOldBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The address under which the answer to a request is stored, or null where the network answers as usual. */
function storedName(request) {
  if (FILES.length === 0 || request.method !== "GET") return null;
  const url = new URL(request.url);
  if (!url.href.startsWith(self.registration.scope)) return null;
  const name = url.pathname.slice(new URL(self.registration.scope).pathname.length);
  const file = name === "" || name === "index.html" ? "./" : name;
  return FILES.includes(file) ? new URL(file, self.registration.scope).href : null;
}

async function answer(key, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key)) ?? fetch(request);
}
