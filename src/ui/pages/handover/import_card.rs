//! Packages in.

use super::{Checked, ReportCard, Step, import_step, preview_card};
use crate::model::DivisionCode;
use crate::platform::files::ChosenFile;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Card, FileDrop, Notice, NoticeKind, ProgressBar};
use crate::ui::text::{errors, handover};
use crate::workspace::{Access, Workspace};
use leptos::prelude::*;

/// Chooses files, shows what they would change, and writes them when a person agrees.
#[component]
pub fn ImportCard(
    /// The device's own area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let announcer = use_announcer();
    let step = RwSignal::new_local(Step::Waiting);
    let choose = Callback::new(move |files: Vec<ChosenFile>| {
        step.set(Step::Reading);
        leptos::task::spawn_local(async move { step.set(import_step::check(workspace, files).await) });
    });
    let confirm = Callback::new(move |()| {
        if let Some(checked) = taken(step) {
            leptos::task::spawn_local(async move { step.set(import_step::write(workspace, checked).await) });
        }
    });
    let cancel = Callback::new(move |()| {
        step.set(Step::Waiting);
        announcer.say(t.cancelled());
    });
    let again = Callback::new(move |()| step.set(Step::Waiting));
    let locked = move || workspace.access().get() == Access::Reader;
    let body = move || {
        if locked() {
            return view! { <Notice kind=NoticeKind::Warning><p>{t.in_read_only()}</p></Notice> }.into_any();
        }
        step.with(|step| match step {
            Step::Waiting => {
                view! { <FileDrop accept=".json,.age,application/json" on_files=choose /> }.into_any()
            }
            Step::Reading => view! { <Reading /> }.into_any(),
            Step::Checking(checked) => preview_card(area, checked, confirm, (cancel, again), t),
            Step::Writing => view! { <p class="loading" role="status">{t.writing()}</p> }.into_any(),
            Step::Written(report) => view! { <ReportCard report=report.clone() again /> }.into_any(),
            Step::Failed(error) => {
                let words = errors::command(error, t.0);
                view! {
                    <Notice kind=NoticeKind::Error><p>{words}</p></Notice>
                    <FileDrop accept=".json,.age,application/json" on_files=choose />
                }
                .into_any()
            }
        })
    };
    view! {
        <Card title=t.in_title()>
            <p>{t.in_explained()}</p>
            <div class="stack" aria-live="polite">{body}</div>
        </Card>
    }
}

/// Takes what was checked out of its step, which then is that of writing.
fn taken(step: RwSignal<Step, LocalStorage>) -> Option<Checked> {
    match step.try_update(|step| std::mem::replace(step, Step::Writing))? {
        Step::Checking(checked) => Some(checked),
        other => {
            step.set(other);
            None
        }
    }
}

#[component]
fn Reading() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let progress = workspace.progress();
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let done = Signal::derive(move || progress.get().map_or(0, |progress| whole(progress.done)));
    let of = Signal::derive(move || progress.get().map_or(0, |progress| whole(progress.of)));
    let words = move || {
        progress
            .get()
            .map_or_else(String::new, |progress| t.reading(progress.done, progress.of))
    };
    view! {
        <p class="loading">{words}</p>
        <ProgressBar label=t.in_title() done whole=of />
    }
}
