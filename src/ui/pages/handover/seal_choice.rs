//! To whom a package is sealed.

use crate::model::DivisionCode;
use crate::ui::route::Route;
use crate::ui::text::{format, keys};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The offices above whose cards are here, each with whether to seal to it.
pub type Offices = BTreeMap<DivisionCode, bool>;

/// Reads the offices above whose cards are here; a package is sealed to all of them unless a person says otherwise.
pub fn offices(workspace: Workspace) -> RwSignal<Option<Offices>> {
    let offices = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        if let Ok(above) = workspace.sealable_above().await {
            let _is_gone = offices.try_set(Some(above.into_iter().map(|area| (area, true)).collect()));
        }
    });
    offices
}

/// Those that are ticked.
pub fn ticked(offices: RwSignal<Option<Offices>>) -> BTreeSet<DivisionCode> {
    offices.with_untracked(|offices| {
        let ticked = offices.iter().flatten().filter(|(_, ticked)| **ticked);
        ticked.map(|(area, _)| *area).collect()
    })
}

/// A box to tick for every office above whose card is here.
#[component]
pub fn SealChoice(
    /// The offices.
    offices: RwSignal<Option<Offices>>,
) -> impl IntoView {
    let t = keys::texts();
    let known = Memo::new(move |_| {
        offices.with(|offices| {
            offices
                .as_ref()
                .map(|all| all.keys().copied().collect::<Vec<_>>())
        })
    });
    move || {
        let known = known.get()?;
        Some(match known.is_empty() {
            true => view! {
                <p class="hint">{t.seal_none()} " " <a href=Route::Keys.href()>{t.seal_how()}</a></p>
            }
            .into_any(),
            false => {
                let boxes = known
                    .into_iter()
                    .map(|area| view! { <OfficeBox offices area /> })
                    .collect_view();
                view! {
                    <fieldset class="seal-choice">
                        <legend>{t.seal_title()}</legend>
                        {boxes}
                        <p class="hint">{t.seal_explained()}</p>
                    </fieldset>
                }
                .into_any()
            }
        })
    }
}

#[component]
fn OfficeBox(offices: RwSignal<Option<Offices>>, area: DivisionCode) -> impl IntoView {
    let t = keys::texts();
    let ticked = move || {
        offices.with(|offices| {
            offices
                .as_ref()
                .and_then(|all| all.get(&area).copied())
                .unwrap_or_default()
        })
    };
    let tick = move |event| {
        let ticked = event_target_checked(&event);
        offices.update(|offices| {
            if let Some(offices) = offices {
                offices.insert(area, ticked);
            }
        });
    };
    view! {
        <label class="row">
            <input type="checkbox" class="checkbox" prop:checked=ticked on:change=tick />
            <span>{t.seal_to(&format::area(area))}</span>
        </label>
    }
}
