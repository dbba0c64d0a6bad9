//! What an import has written.

use crate::model::Level;
use crate::ui::components::{Button, IconName, LinkButton, Notice, NoticeKind};
use crate::ui::route::{Query, Route};
use crate::ui::text::handover;
use crate::workspace::{ImportReport, Workspace};
use leptos::{html, prelude::*};

/// The report, and the ways on. The focus goes to it, so that it is seen and read out: the list of files that stood before it
/// may have been long, and the page would stand where that has ended.
#[component]
pub fn ReportCard(
    /// What was written.
    report: ImportReport,
    /// Chooses more files.
    again: Callback<()>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let receipts = (report.receipts > 0).then(|| view! { <p>{t.report_receipt(report.receipts)}</p> });
    let aside = (report.quarantined > 0).then(|| view! { <p>{t.report_aside(report.quarantined)}</p> });
    let undo = report.run.map(
        |_| view! { <LinkButton to=Route::Safekeeping icon=IconName::Back>{t.see_imports()}</LinkButton> },
    );
    let words = match report.changes {
        0 => t.report_nothing_new().to_owned(),
        changes => t.report(report.packages, report.areas, changes),
    };
    let ways = workspace.profile().get_untracked().map(|profile| {
        let received = (profile.level() != Level::Village)
            .then(|| view! { <LinkButton to=Route::Areas(Query::default()) icon=IconName::Inbox>{t.see_received()}</LinkButton> });
        let targets = Route::Targets(profile.area, Query::default());
        view! { {received} <LinkButton to=targets icon=IconName::Target>{t.see_targets()}</LinkButton> }
    });
    let place = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(place) = place.get() {
            let _is_focusable = place.focus();
        }
    });
    view! {
        <div class="stack import-report" tabindex="-1" node_ref=place>
            <Notice kind=NoticeKind::Success><p><strong>{t.report_title()}</strong></p><p>{words}</p>{receipts}{aside}</Notice>
            <div class="button-row">
                {ways}
                {undo}
                <Button icon=IconName::File on_click=again>{t.another()}</Button>
            </div>
        </div>
    }
}
