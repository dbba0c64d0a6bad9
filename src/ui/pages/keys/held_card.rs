//! One card that is here.

use super::{FingerprintView, RingButton, card_state};
use crate::keys::HeldCard;
use crate::ui::components::{ButtonKind, Disclosure};
use crate::ui::text::{format, keys};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A card with its state, its fingerprint and what can be done with it.
#[component]
pub fn HeldCardView(
    /// The card.
    held: HeldCard,
    /// Reads the cards anew.
    read: Callback<()>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = keys::texts();
    let (area, key) = (held.card.code(), held.card.verifying);
    let whose = t.card_is(&format::area(area), &held.card.name);
    let state = card_state(&held, t);
    let to_compare = !held.compared && !held.replaced;
    let confirm = move || {
        to_compare.then(|| {
            view! {
                <RingButton kind=ButtonKind::Primary words=t.confirm() done=t.compared() read
                    command=move || Box::pin(async move { workspace.card_compared(area, key).await }) />
            }
        })
    };
    let asking = RwSignal::new(false);
    let remove = move || {
        match asking.get() {
        false => view! {
            <button type="button" class="button button-quiet" on:click=move |_| asking.set(true)>{t.remove()}</button>
        }
        .into_any(),
        true => view! {
            <RingButton kind=ButtonKind::Danger words=t.remove_sure() done=t.remove_sure() read
                command=move || Box::pin(async move { workspace.remove_card(area, key).await }) />
            <button type="button" class="button" on:click=move |_| asking.set(false)>{t.keep()}</button>
        }
        .into_any(),
    }
    };
    let card = held.card;
    view! {
        <li class="file-preview">
            <header class="row spread"><strong>{whose}</strong>{state}</header>
            <Disclosure summary=t.show() open=to_compare>
                <FingerprintView card />
                <div class="button-row">{confirm()}{remove}</div>
            </Disclosure>
        </li>
    }
}
