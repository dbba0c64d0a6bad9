//! A question or a short form over the page.

use super::{FieldIds, Icon, IconName};
use crate::ui::text::widgets;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// A modal dialog of the browser: the focus stays in it, Escape closes it, and the focus goes back to where it was.
#[component]
pub fn Dialog(
    /// Whether it is open; closing sets it to false.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The content, made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let t = widgets::texts();
    let ids = FieldIds::fresh();
    let node = NodeRef::<html::Dialog>::new();
    let before = StoredValue::new_local(None::<web_sys::HtmlElement>);
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            before.set_value(
                document()
                    .active_element()
                    .and_then(|element| element.dyn_into().ok()),
            );
            let _only_refuses_off_the_page = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(element) = before.try_update_value(Option::take).flatten() {
            let _gone_elements_need_no_focus = element.focus();
        }
    };
    view! {
        <dialog class="dialog" node_ref=node on:close=closed aria-labelledby=ids.label()>
            <h2 class="dialog-head" id=ids.label()>{title}</h2>
            <div class="dialog-body">{move || open.get().then(|| children())}</div>
            // Last, so that the first field has the focus when the dialog opens.
            <button
                type="button"
                class="button button-quiet button-icon dialog-close"
                aria-label=t.close()
                on:click=move |_| open.set(false)
            >
                <Icon name=IconName::Close />
            </button>
        </dialog>
    }
}
