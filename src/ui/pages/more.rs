//! The pages that have no place in the bar of a tablet.

use crate::model::Level;
use crate::ui::components::{Icon, IconName, PageHead};
use crate::ui::route::Route;
use crate::ui::text::shell;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Links to the pages that are needed less often.
#[component]
pub fn MorePage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = shell::texts();
    let profile = workspace.profile().get_untracked();
    let county = profile
        .as_ref()
        .is_some_and(|profile| profile.level() == Level::County);
    let own = profile.map(|profile| {
        [
            (Route::Duties(profile.area, None), t.duties(), IconName::Visit),
            (Route::Register(profile.area), t.register(), IconName::Ledger),
            (Route::Ledgers, t.ledgers(), IconName::File),
            (Route::Checks(profile.area), t.checks(), IconName::Search),
            (Route::Checklist(profile.area), t.checklist(), IconName::Table),
        ]
    });
    let parameters = county.then_some((Route::Parameters, t.parameters(), IconName::Table));
    let others = [
        (Route::Safekeeping, t.safekeeping(), IconName::Lock),
        (Route::Keys, t.keys(), IconName::Key),
        (Route::Settings, t.settings(), IconName::Settings),
        (Route::Help, t.help(), IconName::Help),
    ];
    let link = |(to, label, icon): (Route, &'static str, IconName)| {
        view! {
            <li><a class="choice" href=to.href()>
                <Icon name=icon />
                <span class="choice-name">{label}</span>
                <Icon name=IconName::Forward />
            </a></li>
        }
    };
    let links = own
        .into_iter()
        .flatten()
        .chain(parameters)
        .chain(others)
        .map(link)
        .collect_view();
    view! {
        <div class="page page-narrow">
            <PageHead title=t.more() sentence=Signal::derive(move || t.more_sentence().to_owned()) />
            <ul class="choices">{links}</ul>
        </div>
    }
}
