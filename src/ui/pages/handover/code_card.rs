//! The short code that two offices read to each other by telephone.

use crate::model::DivisionCode;
use crate::ui::components::{Button, Card, Notice, NoticeKind};
use crate::ui::text::{errors, format, handover};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;

/// A code, and how many changes the device's journals had when it was worked out.
#[derive(Clone, Debug, PartialEq)]
struct WorkedOut {
    code: Result<String, CommandError>,
    changes: usize,
}

/// The code of the device's own area, big enough to be read out.
#[component]
pub fn CodeCard(
    /// The device's own area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let worked_out = RwSignal::new(None::<WorkedOut>);
    let busy = RwSignal::new(false);
    let summaries = workspace.summaries();
    let changes = Memo::new(move |_| {
        summaries.with(|all| {
            let own = all.values().filter(|summary| summary.area.within(area));
            own.map(|summary| summary.changes).sum::<usize>()
        })
    });
    let work_out = move |()| {
        busy.set(true);
        let changes = changes.get_untracked();
        leptos::task::spawn_local(async move {
            let code = workspace.short_code(area).await.map(|code| code.to_string());
            worked_out.set(Some(WorkedOut { code, changes }));
            busy.set(false);
        });
    };
    let current = move || {
        worked_out
            .get()
            .filter(|worked_out| worked_out.changes == changes.get())
    };
    let words = move || match (busy.get(), current().is_some(), worked_out.with(Option::is_some)) {
        (true, ..) => t.code_computing(),
        (false, false, true) => t.code_again(),
        _ => t.code_show(),
    };
    let name = format::area(area);
    let shown = move || current().map(|worked_out| code_view(worked_out.code, &name, t));
    view! {
        <Card title=t.code_title()>
            <p>{t.code_explained()}</p>
            <div aria-live="polite">{shown}</div>
            <div class="button-row" hidden=move || current().is_some()>
                <Button disabled=busy on_click=work_out>{words}</Button>
            </div>
        </Card>
    }
}

fn code_view(code: Result<String, CommandError>, area: &str, t: handover::Texts) -> AnyView {
    match code {
        Ok(code) => view! {
            <p class="hint">{t.code_of(area)}</p>
            <output class="short-code">{code}</output>
        }
        .into_any(),
        Err(error) => {
            view! { <Notice kind=NoticeKind::Error><p>{errors::command(&error, t.0)}</p></Notice> }.into_any()
        }
    }
}
