//! The hand-over page.

use super::{CodeCard, ExportCard, ImportCard, QuestionsCard, ReceiptsCard};
use crate::model::Level;
use crate::ui::components::PageHead;
use crate::ui::text::{format, handover};
use crate::workspace::{HandOver, Workspace};
use leptos::prelude::*;

/// What has not left this device, packages out, the check code, packages in.
#[component]
pub fn HandOverPage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let handover = workspace.handover();
    let profile = workspace.profile().get_untracked();
    let top = profile
        .as_ref()
        .is_some_and(|profile| profile.level() == Level::County);
    let sentence = Signal::derive(move || match top {
        true => t.top_level().to_owned(),
        false => handover.with(|handover| sentence(handover, t)),
    });
    let own = profile.map(|profile| (profile.area, profile.level() == Level::Village));
    view! {
        <div class="page">
            <PageHead title=t.title() sentence />
            {own.map(|(area, village)| view! {
                {village.then(|| view! { <QuestionsCard area /> })}
                <ExportCard area />
                <CodeCard area />
                <ImportCard area />
                {(!village).then(|| view! { <ReceiptsCard area /> })}
            })}
        </div>
    }
}

fn sentence(handover: &HandOver, t: handover::Texts) -> String {
    let received = handover.received.map(|received| {
        let until = received.until.unwrap_or(received.at);
        (format::area(received.office), format::moment(until, t.0))
    });
    match (received, handover.pending) {
        (Some((office, until)), 0) => t.received_all(&office, &until),
        (Some((office, until)), n) => t.received_until(n, &office, &until),
        (None, 0) => t.nothing_yet().to_owned(),
        (None, n) => t.pending_never(n),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ui::text::Language;
    use crate::workspace::{HandedOver, ReceivedAbove};

    const ZH: handover::Texts = handover::Texts(Language::Zh);

    #[test]
    fn the_first_line_counts_what_no_package_has_carried() {
        let mut handover = HandOver::default();
        assert_eq!(sentence(&handover, ZH), "还没有改动，也没有上报过。");
        handover.pending = 7;
        assert_eq!(sentence(&handover, ZH), "有7处改动，还没有收到上级的回执。");
        handover.last = Some(HandedOver {
            at: 1_546_214_400_000,
            ..HandedOver::default()
        });
        assert_eq!(sentence(&handover, ZH), "有7处改动，还没有收到上级的回执。");
        handover.received = Some(ReceivedAbove {
            office: crate::model::DivisionCode::new("530427203").unwrap(),
            until: Some(1_546_214_400_000),
            at: 1_546_300_800_000,
        });
        assert_eq!(
            sentence(&handover, ZH),
            "老厂乡已收到截至2018年12月31日 08:00的数据，还有7处改动没有收到。"
        );
        handover.pending = 0;
        assert_eq!(
            sentence(&handover, ZH),
            "老厂乡已收到截至2018年12月31日 08:00的全部数据。"
        );
    }
}
