//! The county's parameters.

use super::{FlagCard, ParameterCard, slots};
use crate::model::{DivisionCode, Level};
use crate::plan::{DIVISION_FLAGS, PARAMETERS, divisions};
use crate::ui::components::{Card, Notice, NoticeKind, PageHead, ProgressBar};
use crate::ui::text::parameters;
use crate::workspace::{Access, Workspace};
use leptos::prelude::*;

/// Every parameter and flag; only a county that may write can change them.
#[component]
pub fn ParametersPage() -> impl IntoView {
    let t = parameters::texts();
    match DivisionCode::new(divisions::COUNTY) {
        Some(county) => view! { <Parameters county /> }.into_any(),
        None => view! { <div class="page"><p>{t.not_received()}</p></div> }.into_any(),
    }
}

#[component]
fn Parameters(county: DivisionCode) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = parameters::texts();
    let records = workspace.records(county);
    let of_county = workspace
        .profile()
        .get_untracked()
        .is_some_and(|profile| profile.level() == Level::County);
    let locked = Signal::derive(move || !of_county || workspace.access().get() == Access::Reader);
    let sentence = Signal::derive(move || {
        records.with(|records| {
            let records = records.as_deref();
            let (verified, needed) = slots::verified(PARAMETERS, records);
            let villages = slots::named(&DIVISION_FLAGS[1], records).0;
            t.sentence(verified, needed, villages)
        })
    });
    let cards = PARAMETERS
        .iter()
        .map(|parameter| view! { <ParameterCard parameter records locked /> })
        .collect_view();
    let flags = DIVISION_FLAGS
        .iter()
        .map(|flag| view! { <FlagCard flag records locked /> })
        .collect_view();
    view! {
        <div class="page">
            <PageHead title=t.title() sentence />
            {(!of_county).then(|| view! { <Notice><p>{t.only_county()}</p></Notice> })}
            <Notice kind=NoticeKind::Warning><p>{t.no_guess()}</p></Notice>
            <Recomputing />
            <Card title=t.numbers()><div class="parameters">{cards}</div></Card>
            {flags}
        </div>
    }
}

/// How far the figures have followed a change.
#[component]
fn Recomputing() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = parameters::texts();
    let progress = workspace.progress();
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    move || {
        progress.get().map(|progress| {
            view! {
                <div role="status">
                    <p>{t.recomputing()}</p>
                    <ProgressBar label=t.recomputing() done=whole(progress.done) whole=whole(progress.of) />
                </div>
            }
        })
    }
}
