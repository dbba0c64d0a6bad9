//! Where files come in: a picker and a place to drop them.

use super::{Icon, IconName};
use crate::platform::files::{ChosenFile, chosen, dropped};
use crate::ui::text::widgets;
use leptos::{ev, html, prelude::*};

/// A button that opens the file picker, in a frame that takes dropped files.
#[component]
pub fn FileDrop(
    /// The files that were chosen or dropped, in their order.
    #[prop(into)]
    on_files: Callback<Vec<ChosenFile>>,
    /// What the picker shows at first, such as `.json`.
    #[prop(optional, into)]
    accept: String,
) -> impl IntoView {
    let t = widgets::texts();
    let over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let hand_on = move |files: Vec<ChosenFile>| {
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let picked = move |_| {
        let Some(input) = input.get() else { return };
        hand_on(chosen(input.files()));
        // The same file may be chosen again.
        input.set_value("");
    };
    let dragged = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let let_go = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        hand_on(dropped(event.data_transfer()));
    };
    let open_picker = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    view! {
        <div
            class="file-drop"
            class:file-drop-over=over
            on:dragenter=dragged
            on:dragover=dragged
            on:dragleave=move |_| over.set(false)
            on:drop=let_go
        >
            <input type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" multiple accept=accept node_ref=input on:change=picked />
            <button type="button" class="button button-primary" on:click=open_picker>
                <Icon name=IconName::File />
                <span>{t.choose_files()}</span>
            </button>
            <span class="file-drop-words">{move || if over.get() { t.drop_now() } else { t.or_drop_here() }}</span>
        </div>
    }
}
