//! Records that seem to stand twice.

use super::twice_group;
use crate::model::duplicates::Duplicate;
use crate::ui::components::{Button, Card, Notice, NoticeKind};
use crate::ui::text::{errors, safekeeping};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;

/// So many groups are shown at once.
const SHOWN: usize = 50;

/// Looks for persons and households that stand twice, and makes one of two.
#[component]
pub fn TwiceCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let found = RwSignal::new(None::<Result<Vec<Duplicate>, CommandError>>);
    let look = Callback::new(move |()| {
        leptos::task::spawn_local(async move { found.set(Some(workspace.find_duplicates().await)) });
    });
    let shown = move || {
        found.get().map(|found| match found {
            Err(error) => {
                view! { <Notice kind=NoticeKind::Error><p>{errors::command(&error, t.0)}</p></Notice> }
                    .into_any()
            }
            Ok(groups) if groups.is_empty() => {
                view! { <Notice kind=NoticeKind::Success><p>{t.twice_none()}</p></Notice> }.into_any()
            }
            Ok(groups) => {
                let sum = t.twice_found(groups.len());
                let lines = groups
                    .iter()
                    .take(SHOWN)
                    .map(|group| twice_group(workspace, group, look, t))
                    .collect_view();
                view! { <p class="lead">{sum}</p><ul class="plain-list stack">{lines}</ul> }.into_any()
            }
        })
    };
    view! {
        <Card title=t.twice_title()>
            <div class="button-row"><Button on_click=look>{t.twice_button()}</Button></div>
            <div class="stack" aria-live="polite">{shown}</div>
        </Card>
    }
}
