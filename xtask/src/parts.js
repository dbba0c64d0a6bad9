// The parts of the program that are loaded on first use; `cargo xtask` puts this before the script that wasm-bindgen wrote.
//
// A part is some modules that share the first one's memory, table and stack. The page finds them beside this script, or
// carries them itself (single file); a helper is given those that its page has.

/** A packed module that a page carries, as an answer that can be compiled while it comes. */
function unpacked(packed) {
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain, { headers: { "Content-Type": "application/wasm" } });
}

const parts = (() => {
  const FILES = {}; // stamped
  const compiled = new Map();
  const begun = new Map();

  /** From the network, or without it from the store: on the first visit the service worker does not answer this page yet. */
  async function fetched(address) {
    try {
      return await fetch(address);
    } catch (lost) {
      const stored = await globalThis.caches?.match(address);
      if (!stored) throw lost;
      return stored;
    }
  }

  async function compile(file) {
    const given = globalThis.huhuqingGivenPart?.(file);
    if (given instanceof WebAssembly.Module) return given;
    const answer = given ? unpacked(given) : await fetched(new URL(file, import.meta.url));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    const streams = answer.headers.get("Content-Type") === "application/wasm";
    return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  }

  async function begin(file) {
    const module = await compile(file);
    await WebAssembly.instantiate(module, { __wasm_split: wasm });
    compiled.set(file, module);
  }

  /** Once for each file; one that failed is tried again the next time. */
  function once(file) {
    if (!begun.has(file)) begun.set(file, begin(file).catch((error) => { begun.delete(file); throw error; }));
    return begun.get(file);
  }

  // What a page gives its helpers: the compiled modules, or packed ones where it may not hand those over.
  globalThis.huhuqingPartsToGive = () =>
    Object.fromEntries([...compiled].map(([file, module]) => [file, globalThis.huhuqingGivenPart?.(file) ?? module]));

  // All of them, for a page that could lose the network before they are stored.
  globalThis.huhuqingLoadParts = () => Promise.allSettled([...new Set(Object.values(FILES).flat())].map(once));

  const loader = (files) => async (callback, data) => {
    let here = true;
    try {
      await Promise.all(files.map(once));
    } catch (error) {
      console.warn("huhuqing: a part of the program could not be loaded:", error);
      here = false;
    }
    wasm.__indirect_function_table.get(callback)(data, here);
  };
  return Object.fromEntries(Object.entries(FILES).map(([part, files]) => [`__wasm_split_load_${part}`, loader(files)]));
})();

