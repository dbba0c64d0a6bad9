//! The page.

use super::{AnewCard, BackupCard, WhyCard};
use crate::ui::components::PageHead;
use crate::ui::text::{format, restore};
use crate::workspace::Trace;
use leptos::prelude::*;

/// Whose data of which day are not here any more, if this device remembers any; the way back, and the way on without.
#[component]
pub fn RestorePage(
    /// What the device remembers of its data.
    trace: Option<Trace>,
) -> impl IntoView {
    let t = restore::texts();
    let area = trace.as_ref().and_then(Trace::area).map(format::area);
    let (title, sentence) = match (&trace, area) {
        (Some(trace), Some(area)) => (
            t.gone_title(&area),
            t.gone_sentence(trace.changes, &format::moment(trace.at, t.0)),
        ),
        _ => (t.title().to_owned(), t.sentence().to_owned()),
    };
    let gone = trace.is_some();
    view! {
        <div class="page page-narrow" id="restore">
            <PageHead title sentence=Signal::stored(sentence) />
            <BackupCard />
            {gone.then(|| view! { <WhyCard /> <AnewCard /> })}
        </div>
    }
}
