//! What the browser promises about the data on this device.

use crate::platform::edition::is_single_file;
use crate::platform::persist::{self, Persistence};
use crate::platform::preferences::Preference;
use crate::ui::components::{Button, Card, Notice, NoticeKind};
use crate::ui::text::settings;
use leptos::prelude::*;

/// Asks the browser to keep the data, and shows its answer. Data is never said to be safe in the browser alone.
#[component]
pub fn StorageCard() -> impl IntoView {
    let t = settings::texts();
    let answer = RwSignal::new(Preference::Keeping.read::<Persistence>());
    let ask = move |()| {
        persist::ask(move |given| {
            let _asked_again_at_worst = Preference::Keeping.write(&given);
            let _the_page_may_be_left = answer.try_set(Some(given));
        });
    };
    let words = move || t.keeping(answer.get());
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
