try {
  const { default: initialise } = await import("GLUE");
  const started = await initialise({ module_or_path: "MODULE" });
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: started } }));
} finally {
  // Whether it started or not: the next version may be the one that does.
  const lookForUpdates = () => import("UPDATE");
  if (window.requestIdleCallback) requestIdleCallback(lookForUpdates, { timeout: 3000 });
  else setTimeout(lookForUpdates, 1000);
}
