{
  const carried = document.getElementById("app-wasm");
  const letters = atob(carried.textContent);
  carried.remove();
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < packed.length; at++) packed[at] = letters.charCodeAt(at);
  // Helpers beside the page unpack it once more (src/platform/helper.rs).
  globalThis.huhuqingPacked = packed;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const module = new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
  const started = await INITIALISE({ module_or_path: module });
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: started } }));
}
