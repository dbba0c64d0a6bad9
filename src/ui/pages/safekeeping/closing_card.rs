//! Closed periods.

use crate::exchange::{Late, Period};
use crate::indicators::figure;
use crate::platform::files;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card};
use crate::ui::pages::targets::words;
use crate::ui::text::{errors, format, safekeeping, targets};
use crate::workspace::{Closed, CommandError, Workspace};
use leptos::prelude::*;

/// So many figures that would be otherwise are named.
const SHOWN: usize = 30;

/// Closes a month, and lists what came after one was closed.
#[component]
pub fn ClosingCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = safekeeping::texts();
    // The month before this one is the one that is closed, as a rule.
    let last_month = workspace.as_of().get_untracked();
    let chosen = RwSignal::new(crate::model::YearMonth::of(last_month).to_string());
    let close = Callback::new(move |()| {
        let Some(period) = Period::parse(&chosen.get_untracked()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            match workspace.close_period(period).await {
                Ok(()) => announcer.say(t.closing_done()),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    let closed = workspace.closed_periods();
    let lines = move || {
        closed
            .get()
            .iter()
            .rev()
            .map(|one| view! { <ClosedLine closed=*one /> })
            .collect_view()
    };
    view! {
        <Card title=t.closing_title()>
            <p class="hint">{t.closing_explained()}</p>
            <div class="row">
                <label class="field-label">
                    <span>{t.closing_period()}</span>
                    <input class="input" type="month" prop:value=chosen on:input=move |event| chosen.set(event_target_value(&event)) />
                </label>
                <Button kind=ButtonKind::Primary on_click=close>{t.closing_button()}</Button>
            </div>
            <ul class="plain-list stack">{lines}</ul>
        </Card>
    }
}

#[component]
fn ClosedLine(closed: Closed) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = safekeeping::texts();
    let late = RwSignal::new(None::<Result<Late, CommandError>>);
    let look = Callback::new(move |()| {
        leptos::task::spawn_local(async move { late.set(Some(workspace.late(closed).await)) });
    });
    let save = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match workspace.frozen_file(closed).await {
                Ok(file) => {
                    let saved = files::download(&file.name, "application/json", &file.bytes);
                    if let Err(error) = saved {
                        announcer.say(errors::file(&error, t.0));
                    }
                }
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    let words = t.closing_line(&closed.period.to_string(), &format::moment(closed.at, t.0));
    let shown = move || late.get().map(|late| late_view(late, t));
    view! {
        <li>
            <p>{words}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Quiet on_click=look>{t.closing_late()}</Button>
                <Button kind=ButtonKind::Quiet on_click=save>{t.closing_save()}</Button>
            </div>
            <div aria-live="polite">{shown}</div>
        </li>
    }
}

fn late_view(late: Result<Late, CommandError>, t: safekeeping::Texts) -> AnyView {
    let late = match late {
        Err(error) => return view! { <p>{errors::command(&error, t.0)}</p> }.into_any(),
        Ok(late) if late.is_empty() => return view! { <p>{t.closing_late_none()}</p> }.into_any(),
        Ok(late) => late,
    };
    let share = |num: i64, den: i64| format!("{num}/{den}");
    let lines = late.figures.iter().take(SHOWN).map(|(was, now)| {
        let name = figure(&was.indicator).map_or_else(
            || was.indicator.clone(),
            |at| words::name(at, targets::Texts(t.0)),
        );
        let words = t.closing_figure(
            &format::area(was.area),
            &name,
            &share(was.num, was.den),
            &share(now.num, now.den),
        );
        view! { <li>{words}</li> }
    });
    let lines = lines.collect_view();
    view! {
        <p>{t.closing_late_some(late.figures.len(), late.changes.len())}</p>
        <ul class="hints">{lines}</ul>
    }
    .into_any()
}
