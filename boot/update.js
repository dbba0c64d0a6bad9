// Registers the service worker and asks before a new version takes over.
//
// The app hears the window event "huhuqing-update" (or finds `huhuqingUpdateReady` true when it starts),
// asks the user, and calls `huhuqingUpdate()`: the new version takes over and this window reloads.
// Every other window hears "huhuqing-updated" and may reload when its user is ready.
(function () {
  "use strict";
  // The single file carries no such script; file: pages have no service workers.
  if (!("serviceWorker" in navigator) || location.protocol === "file:") { return; }

  var CHECK_EVERY_MS = 6 * 60 * 60 * 1000;
  var workers = navigator.serviceWorker;
  var waiting = null;
  var asked = false;
  var controlled = !!workers.controller;
  var lastCheck = Date.now();

  window.huhuqingUpdateReady = false;
  window.huhuqingUpdate = function () {
    if (!waiting) { return false; }
    asked = true;
    waiting.postMessage({ type: "activate" });
    return true;
  };

  function announce(worker) {
    waiting = worker;
    window.huhuqingUpdateReady = true;
    window.dispatchEvent(new CustomEvent("huhuqing-update"));
  }

  function follow(worker) {
    worker.addEventListener("statechange", function () {
      if (worker.state === "installed" && workers.controller) { announce(worker); }
    });
  }

  workers.addEventListener("controllerchange", function () {
    if (asked) { location.reload(); }
    else if (controlled) { window.dispatchEvent(new CustomEvent("huhuqing-updated")); }
    controlled = true;
  });

  function watch(registration) {
    if (registration.waiting && workers.controller) { announce(registration.waiting); }
    if (registration.installing) { follow(registration.installing); }
    registration.addEventListener("updatefound", function () { follow(registration.installing); });
    document.addEventListener("visibilitychange", function () {
      if (document.hidden || Date.now() - lastCheck < CHECK_EVERY_MS) { return; }
      lastCheck = Date.now();
      registration.update().catch(function () { /* No network: the next time will do. */ });
    });
  }

  function register() {
    workers.register("sw.js", { updateViaCache: "none" }).then(watch, function (refused) {
      console.warn("huhuqing: opens only with the network, the service worker was refused:", refused);
    });
  }

  // The page that ships loads this script after everything else.
  if (document.readyState === "complete") { register(); } else { window.addEventListener("load", register); }
})();
