//! Mounts the app; nothing else.

use huhuqing::{platform, ui};

fn main() {
    platform::panic::show_panics(&ui::text::panics::TEXTS);
    leptos::mount::mount_to_body(ui::app::App);
}
