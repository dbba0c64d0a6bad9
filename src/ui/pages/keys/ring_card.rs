//! The cards of others.

use super::HeldCardView;
use super::page::RingRead;
use crate::model::Level;
use crate::ui::components::{Card, IconName, LinkButton, Notice};
use crate::ui::route::Route;
use crate::ui::text::keys;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Every card that is here, by area.
#[component]
pub fn RingCard(
    /// The cards.
    ring: RwSignal<RingRead>,
    /// Reads them anew.
    read: Callback<()>,
) -> impl IntoView {
    let t = keys::texts();
    let workspace = expect_context::<Workspace>();
    let of_county = workspace
        .profile()
        .with_untracked(|who| who.as_ref().is_some_and(|who| who.level() == Level::County));
    let none = if of_county {
        t.ring_none_of_county()
    } else {
        t.ring_none()
    };
    let list = move || {
        let ring = ring.get()?.ok()?;
        let cards: Vec<_> = ring.cards().cloned().collect();
        Some(match cards.is_empty() {
            true => view! { <Notice><p>{none}</p></Notice> }.into_any(),
            false => {
                let lines = cards
                    .into_iter()
                    .map(|held| view! { <HeldCardView held read /> })
                    .collect_view();
                view! { <ul class="plain-list stack">{lines}</ul> }.into_any()
            }
        })
    };
    view! {
        <Card title=t.ring_title()>
            <p>{t.ring_explained()}</p>
            {list}
            <div class="button-row">
                <LinkButton to=Route::HandOver icon=IconName::Upload>{t.to_hand_over()}</LinkButton>
            </div>
        </Card>
    }
}
