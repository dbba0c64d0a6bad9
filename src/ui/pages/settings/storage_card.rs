//! What the browser promises about the data on this device.

use crate::platform::edition::is_single_file;
use crate::platform::persist::{self, Persistence};
use crate::platform::preferences::Preference;
use crate::ui::components::{Button, Card, Notice, NoticeKind};
use crate::ui::text::settings;
use leptos::prelude::*;

/// What was asked and answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    NotAsked,
    Waiting,
    Given(Persistence),
}

/// Asks the browser to keep the data, and shows its answer. Data is never said to be safe in the browser alone.
#[component]
pub fn StorageCard() -> impl IntoView {
    let t = settings::texts();
    let before = Preference::Keeping.read().map_or(Answer::NotAsked, Answer::Given);
    let answer = RwSignal::new(before);
    let ask = move |()| {
        answer.set(Answer::Waiting);
        persist::ask(move |given| {
            let _asked_again_at_worst = Preference::Keeping.write(&given);
            answer.set(Answer::Given(given));
        });
    };
    let words = move || match answer.get() {
        Answer::NotAsked => Some(t.storage_not_asked()),
        Answer::Waiting => Some(t.storage_asking()),
        Answer::Given(Persistence::Kept) => Some(t.storage_kept()),
        Answer::Given(Persistence::MayBeCleared) => Some(t.storage_may_be_cleared()),
        Answer::Given(Persistence::Unsupported) => Some(t.storage_unsupported()),
    };
    let single_file = is_single_file()
        .then(|| view! { <Notice kind=NoticeKind::Warning><p>{t.single_file()}</p></Notice> });
    view! {
        <Card title=t.storage()>
            {single_file}
            <p>{t.storage_advice()}</p>
            <p role="status">{words}</p>
            <div class="button-row"><Button on_click=ask>{t.storage_ask()}</Button></div>
        </Card>
    }
}
