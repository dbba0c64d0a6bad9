//! Mounts the app, or serves it as a helper beside its page; nothing else.

use huhuqing::{platform, ui, workspace};

/// Smaller and quicker on many small texts than the standard library's allocator for WebAssembly.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    if platform::helper::is_helper() {
        workspace::helping::serve();
        return;
    }
    platform::panic::show_panics(&ui::text::panics::TEXTS);
    leptos::mount::mount_to_body(ui::app::App);
}
