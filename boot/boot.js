// The first script of the page: tightens the policy, checks the browser, wakes the store, and keeps the screen from being blank.
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
   * Has the browser open its files of this page's databases while the module is still on its way. Listing them makes
   * and changes none; whether it works is for the app to find out.
   */
  function wakeStore() {
    try { indexedDB.databases().then(null, function () {}); } catch (unknown) { /* An older browser opens them later. */ }
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

  /** Shows the part of the boot page that belongs to the state, as soon as the body is there. */
  function show() {
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
  wakeStore();
  window.addEventListener("error", onError, true);
  window.addEventListener("unhandledrejection", onRejection);
  window.addEventListener("TrunkApplicationStarted", onStarted);
  var lacking = missing();
  if (lacking.length) { settle("old", "boot-missing", lacking.join(", ")); }
  whenParsed(function () {
    show();
    var retry = document.getElementById("boot-retry");
    if (retry) { retry.addEventListener("click", function () { location.reload(); }); }
  });
})();
