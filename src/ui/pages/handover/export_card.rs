//! Packages out.

use super::{DepartmentExport, SealChoice, offices, ticked};
use crate::model::{DivisionCode, Level};
use crate::platform::files;
use crate::platform::preferences::Preference;
use crate::ui::components::{Button, ButtonKind, Card, Fact, Facts, IconName, Notice, NoticeKind};
use crate::ui::pages::handover::preview_words::size;
use crate::ui::text::{errors, format, handover, settings};
use crate::workspace::{Access, HandOver, Outgoing, Workspace};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How the last export went.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Nothing,
    Working,
    Written(String),
    Failed(String),
}

/// Writes a package of the device's own area and hands it to the browser.
#[component]
pub fn ExportCard(
    /// The device's own area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let outcome = RwSignal::new(Outcome::Nothing);
    let above = offices(workspace);
    let export = move |what: Outgoing| {
        outcome.set(Outcome::Working);
        // What a department gets is for nobody above.
        let to = match what {
            Outgoing::Department(_) => BTreeSet::new(),
            _ => ticked(above),
        };
        leptos::task::spawn_local(async move { outcome.set(written(workspace, area, (what, to), t).await) });
    };
    let busy = Signal::derive(move || outcome.get() == Outcome::Working);
    let handover = workspace.handover();
    let facts = Signal::derive(move || handover.with(|handover| facts(handover, t)));
    let for_department = Callback::new(move |body| export(Outgoing::Department(body)));
    let office = area.level() != Level::Village;
    let has_receipt = Memo::new(move |_| handover.with(|handover| handover.received.is_some()));
    let news = move || {
        has_receipt.get().then(|| {
            view! { <Button icon=IconName::Download disabled=busy on_click=move |()| export(Outgoing::News)>{t.export_news()}</Button> }
        })
    };
    let reader = move || {
        (workspace.access().get() == Access::Reader)
            .then(|| view! { <Notice><p>{t.counts_only_for_writer()}</p></Notice> })
    };
    view! {
        <Card title=t.out_title()>
            <p>{t.out_explained(&format::area(area))}</p>
            <Facts facts />
            {reader}
            {(area.level() != Level::County).then(|| view! { <SealChoice offices=above /> })}
            <div class="button-row">
                <Button kind=ButtonKind::Primary icon=IconName::Download disabled=busy on_click=move |()| export(Outgoing::Detail)>{t.export_detail()}</Button>
                {news}
                <Button icon=IconName::Download disabled=busy on_click=move |()| export(Outgoing::Summary)>{t.export_summary()}</Button>
            </div>
            <OutcomeView outcome />
            {office.then(|| view! { <DepartmentExport export=for_department busy /> })}
            <ul class="hints">
                <li>{t.detail_explained()}</li>
                <li>{t.news_explained()}</li>
                <li>{t.summary_explained()}</li>
                <li>{t.backup_advice()}</li>
                <li>{settings::Texts(t.0).keeping(Preference::Keeping.read())}</li>
            </ul>
        </Card>
    }
}

async fn written(
    workspace: Workspace,
    area: DivisionCode,
    (what, to): (Outgoing, BTreeSet<DivisionCode>),
    t: handover::Texts,
) -> Outcome {
    let written = async {
        let file = workspace.export(area, what).await?;
        match to.is_empty() {
            true => Ok(file),
            false => workspace.seal(file, &to).await,
        }
    };
    let file = match written.await {
        Ok(file) => file,
        Err(error) => return Outcome::Failed(errors::command(&error, t.0)),
    };
    match files::download(&file.name, file.mime(), &file.bytes) {
        Ok(()) => Outcome::Written(t.exported(&file.name, &size(file.bytes.len(), t))),
        Err(error) => Outcome::Failed(errors::file(&error, t.0)),
    }
}

#[component]
fn OutcomeView(outcome: RwSignal<Outcome>) -> impl IntoView {
    let t = handover::texts();
    let shown = move || match outcome.get() {
        Outcome::Nothing => ().into_any(),
        Outcome::Working => view! { <p class="loading">{t.exporting()}</p> }.into_any(),
        Outcome::Written(words) => {
            view! { <Notice kind=NoticeKind::Success><p>{words}</p></Notice> }.into_any()
        }
        Outcome::Failed(words) => view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }.into_any(),
    };
    view! { <div aria-live="polite">{shown}</div> }
}

fn facts(handover: &HandOver, t: handover::Texts) -> Vec<Fact> {
    let last = handover.last.as_ref().map(|last| {
        let number = i64::try_from(last.sequence).unwrap_or(i64::MAX);
        t.last_package_value(number, &format::moment(last.at, t.0))
    });
    let received = handover.received.map(|received| {
        let until = received.until.unwrap_or(received.at);
        t.received_value(&format::area(received.office), &format::moment(until, t.0))
    });
    let backup = handover.backup.map(|at| format::moment(at, t.0));
    let or_never = |value: Option<String>| Some(value.unwrap_or_else(|| t.never().to_owned()));
    vec![
        Fact::new(t.pending(), Some(t.pending_value(handover.pending))),
        Fact::new(t.received_by(), or_never(received)),
        Fact::new(t.last_package(), or_never(last)),
        Fact::new(t.last_backup(), or_never(backup)),
    ]
}
