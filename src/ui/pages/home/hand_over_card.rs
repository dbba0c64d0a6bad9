//! What has not left this device, and since when.

use crate::model::Level;
use crate::ui::components::{Card, IconName, LinkButton, Mark, MarkView};
use crate::ui::route::Route;
use crate::ui::text::{format, home};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Changes not handed over, the last package, the last backup. The county hands over to nobody and only keeps backups.
#[component]
pub fn HandOverCard(
    /// The level of whoever works here.
    level: Level,
) -> impl IntoView {
    let t = home::texts();
    let county = level == Level::County;
    let (title, way) = if county {
        (t.backup_title(), t.go_backup())
    } else {
        (t.hand_over_title(), t.go_hand_over())
    };
    view! {
        <Card title>
            {(!county).then(|| view! { <Pending /> })}
            <Backup />
            <div class="button-row"><LinkButton to=Route::HandOver icon=IconName::Exchange>{way}</LinkButton></div>
        </Card>
    }
}

/// Changes that no package has carried, and the last package.
#[component]
fn Pending() -> impl IntoView {
    let t = home::texts();
    let handover = expect_context::<Workspace>().handover();
    let pending = Memo::new(move |_| handover.with(|handover| handover.pending));
    let sentence = move || match pending.get() {
        0 => t.pending_none().to_owned(),
        pending => t.pending_some(pending),
    };
    let mark = move || (pending.get() > 0).then(|| view! { <MarkView mark=Mark::NotHandedOver /> });
    let last = move || {
        handover.with(|handover| match (&handover.received, &handover.last) {
            (Some(received), _) => {
                let until = received.until.unwrap_or(received.at);
                t.received_above(&format::area(received.office), &format::moment(until, t.0))
            }
            (None, Some(last)) => {
                let number = usize::try_from(last.sequence).unwrap_or(usize::MAX);
                t.last_package(number, &format::moment(last.at, t.0))
            }
            (None, None) => t.never_handed().to_owned(),
        })
    };
    view! {
        <p>{sentence} " " {mark}</p>
        <p class="hint">{last}</p>
    }
}

/// The last backup, or why there should be one.
#[component]
fn Backup() -> impl IntoView {
    let t = home::texts();
    let handover = expect_context::<Workspace>().handover();
    let backup = move || match handover.with(|handover| handover.backup) {
        Some(at) => t.last_backup(&format::moment(at, t.0)),
        None => t.never_backed_up().to_owned(),
    };
    view! { <p class="hint">{backup}</p> }
}
