//! The self-check.

use crate::journal::WrongClock;
use crate::ui::components::{Button, ButtonKind, Card, Notice, NoticeKind};
use crate::ui::text::{errors, format, safekeeping};
use crate::workspace::{BackupTrial, CommandError, SelfCheck, Workspace};
use leptos::prelude::*;

/// A button that checks, and what was found.
#[component]
pub fn CheckCard(
    /// What was found, for the page's first line.
    found: RwSignal<Option<SelfCheck>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<CommandError>);
    let check = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            match workspace.self_check().await {
                Ok(checked) => {
                    failed.set(None);
                    found.set(Some(checked));
                }
                Err(error) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    let words = move || {
        if busy.get() {
            t.checking()
        } else {
            t.check_button()
        }
    };
    let shown = move || found.with(|found| found.as_ref().map(|found| found_view(found, t)));
    let error = move || {
        failed.get().map(|error| {
            view! { <Notice kind=NoticeKind::Error><p>{errors::command(&error, t.0)}</p></Notice> }
        })
    };
    view! {
        <Card title=t.check_title()>
            <div class="button-row"><Button kind=ButtonKind::Primary disabled=busy on_click=check>{words}</Button></div>
            <div class="stack" aria-live="polite">{shown} {error}</div>
        </Card>
    }
}

fn found_view(found: &SelfCheck, t: safekeeping::Texts) -> impl IntoView + use<> {
    let bad: Vec<String> = found
        .amiss
        .iter()
        .map(|area| t.area_amiss(&format::area(*area)))
        .chain(found.clocks.iter().map(|(device, how)| match how {
            WrongClock::Ahead(days) => {
                t.clock_ahead(device.as_str(), i64::try_from(*days).unwrap_or(i64::MAX))
            }
            WrongClock::Behind => t.clock_behind(device.as_str()),
        }))
        .collect();
    let backup = match found.backup {
        BackupTrial::Never => (NoticeKind::Warning, t.backup_never().to_owned()),
        BackupTrial::Fresh(true) => (NoticeKind::Success, t.backup_fresh().to_owned()),
        BackupTrial::Fresh(false) => (NoticeKind::Error, t.backup_never().to_owned()),
        BackupTrial::Restored(at, since) => (
            NoticeKind::Success,
            t.backup_restored(&format::moment(at, t.0), since),
        ),
        BackupTrial::Broken(at) => (NoticeKind::Error, t.backup_broken(&format::moment(at, t.0))),
    };
    let bad = bad
        .into_iter()
        .map(|words| view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> })
        .collect_view();
    view! {
        <p>{t.checked(found.areas, found.changes)}</p>
        {bad}
        <Notice kind=backup.0><p>{backup.1}</p></Notice>
    }
}
