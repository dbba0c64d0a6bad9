{
  const bytes = (element) => {
    const letters = atob(element.textContent);
    const packed = new Uint8Array(letters.length);
    for (let at = 0; at < packed.length; at++) packed[at] = letters.charCodeAt(at);
    return packed;
  };
  const carried = document.getElementById("app-wasm");
  // Helpers beside the page unpack it once more (src/platform/helper.rs).
  globalThis.huhuqingPacked = bytes(carried);
  carried.remove();
  globalThis.huhuqingGivenPart = (file) => bytes(document.getElementById(file));
  const started = await INITIALISE({ module_or_path: unpacked(globalThis.huhuqingPacked) });
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: started } }));
}
