const whenIdle = (then) => {
  if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 3000 });
  else setTimeout(then, 1000);
};
try {
  const { default: initialise } = await import("GLUE");
  const started = await initialise({ module_or_path: await globalThis.huhuqingModule || "MODULE" });
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: started } }));
  // A page that the store does not answer yet, or ever, must not lose the rest of the program with the network.
  if (!navigator.serviceWorker?.controller) whenIdle(huhuqingLoadParts);
} finally {
  // Whether it started or not: the next version may be the one that does.
  whenIdle(() => import("UPDATE"));
}
