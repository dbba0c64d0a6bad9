// Keeps the app on the device: stores every file of one build, answers from that store, changes build only when told to.
//
// `cargo xtask stamp` writes the two lines marked "stamped". Unstamped (a development build) it stores nothing and
// lets every request through.
//
// Where the browser can (Chromium 123), it is told at the installation to answer from the store itself, without starting
// this worker first; the `fetch` event then serves the rest: `index.html`, addresses with a query, and other browsers.
"use strict";

const BUILD = "development"; // stamped
const FILES = []; // stamped

// Caches belong to the origin: the scope in the name keeps two copies in two folders apart.
const OWN = `huhuqing ${self.registration.scope} `;
const CACHE = OWN + BUILD;

self.addEventListener("install", (event) => {
  event.waitUntil(storeAll());
  event.waitUntil(routeStored(event));
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

/** All files or none: the requests come first, and a failure of any stores nothing. */
async function storeAll() {
  if (FILES.length === 0) return;
  const answers = await Promise.all(FILES.map(async (file) => [file, await stored(file)]));
  const cache = await caches.open(CACHE);
  await Promise.all(answers.map(([file, answer]) => cache.put(file, answer)));
}

/** A file's answer as it is stored: the same for every request, whatever the server says it varies with. */
async function stored(file) {
  const answer = await fetch(file, { cache: "no-cache" });
  if (!answer.ok) throw new TypeError(`${file}: ${answer.status}`);
  const headers = new Headers(answer.headers);
  headers.delete("Vary");
  return new Response(await answer.blob(), { headers });
}

/**
 * Has the browser answer requests for exactly the stored files from this build's own store. The routes come and go with
 * this worker; a file that is missing there comes from the network, as it does from `answer`.
 */
async function routeStored(event) {
  if (!event.addRoutes || FILES.length === 0) return;
  const route = (file) => ({ condition: { urlPattern: exactly(file) }, source: { cacheName: CACHE } });
  try {
    await event.addRoutes(FILES.map(route));
  } catch (refused) {
    console.warn("huhuqing: opens a little slower, the browser refused the routes:", refused);
  }
}

/** The pattern of one file's address without a query. */
function exactly(file) {
  const scope = self.registration.scope;
  const pathname = new URL(file, scope).pathname.replace(/[\\+*?:{}()]/g, "\\$&");
  return new URLPattern({ pathname, search: "", baseURL: scope });
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
