//! Who works here.

use crate::model::Level;
use crate::ui::components::{Card, Fact, Facts};
use crate::ui::text::{format, settings};
use crate::workspace::{Edition, Profile, Workspace};
use leptos::prelude::*;

/// The name, the area and the register.
#[component]
pub fn WhoCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = settings::texts();
    let profile = workspace.profile();
    let facts = Signal::derive(move || {
        profile.with(|profile| {
            profile
                .as_deref()
                .map(|profile| facts(profile, t))
                .unwrap_or_default()
        })
    });
    view! { <Card title=t.who()><Facts facts /></Card> }
}

fn facts(profile: &Profile, t: settings::Texts) -> Vec<Fact> {
    let level = match profile.level() {
        Level::Village => t.level_village(),
        Level::Township => t.level_township(),
        Level::County => t.level_county(),
    };
    let edition = match profile.edition {
        Edition::Real => t.edition_real(),
        Edition::Demo => t.edition_demo(),
    };
    vec![
        Fact::new(t.name(), Some(profile.name.clone())),
        Fact::new(t.area(), Some(format::area(profile.area))),
        Fact::new(t.level(), Some(level)),
        Fact::new(t.edition(), Some(edition)),
    ]
}
