//! The settings.

use super::{AboutCard, DayCard, EditionCard, LockCard, LookCard, StorageCard, UpdateCard, WhoCard};
use crate::ui::components::PageHead;
use crate::ui::text::{format, settings};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The settings of this device.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = settings::texts();
    let profile = workspace.profile();
    let sentence = Signal::derive(move || match profile.get() {
        Some(profile) => t.sentence(&profile.name, &format::area(profile.area)),
        None => t.nobody().to_owned(),
    });
    view! {
        <div class="page page-narrow">
            <PageHead title=t.title() sentence />
            <WhoCard />
            <LockCard />
            <LookCard />
            <DayCard />
            <EditionCard />
            <StorageCard />
            <UpdateCard />
            <AboutCard />
        </div>
    }
}
