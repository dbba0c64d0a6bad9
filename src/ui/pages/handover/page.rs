//! The hand-over page.

use super::{CodeCard, ExportCard, ImportCard};
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
    let sentence = Signal::derive(move || handover.with(|handover| sentence(handover, t)));
    let own = workspace.profile().get_untracked().map(|profile| profile.area);
    view! {
        <div class="page">
            <PageHead title=t.title() sentence />
            {own.map(|area| view! {
                <ExportCard area />
                <CodeCard area />
                <ImportCard area />
            })}
        </div>
    }
}

fn sentence(handover: &HandOver, t: handover::Texts) -> String {
    let when = handover.last.as_ref().map(|last| format::moment(last.at, t.0));
    match (when, handover.pending) {
        (Some(when), 0) => t.nothing_pending(&when),
        (Some(when), n) => t.pending_since(n, &when),
        (None, 0) => t.nothing_yet().to_owned(),
        (None, n) => t.pending_never(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;
    use crate::workspace::HandedOver;

    const ZH: handover::Texts = handover::Texts(Language::Zh);

    #[test]
    fn the_first_line_counts_what_no_package_has_carried() {
        let mut handover = HandOver::default();
        assert_eq!(sentence(&handover, ZH), "还没有改动，也没有上报过。");
        handover.pending = 7;
        assert_eq!(sentence(&handover, ZH), "有7处改动，还从来没有上报过。");
        handover.last = Some(HandedOver {
            at: 1_546_214_400_000,
            ..HandedOver::default()
        });
        assert_eq!(
            sentence(&handover, ZH),
            "自2018年12月31日 08:00以来有7处改动尚未上报。"
        );
        handover.pending = 0;
        assert_eq!(
            sentence(&handover, ZH),
            "2018年12月31日 08:00已上报，此后没有改动。"
        );
    }
}
