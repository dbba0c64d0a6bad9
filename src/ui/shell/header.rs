//! The first line: the area, the mark of saving, the switches.

use super::{LanguageSwitch, Place, ThemeSwitch};
use crate::model::Level;
use crate::ui::components::{Icon, IconName, Mark, MarkView};
use crate::ui::route::Route;
use crate::ui::text::shell as words;
use leptos::prelude::*;

/// The first line of the frame.
#[component]
pub fn Header(
    /// Whose app this is.
    place: Option<Place>,
    /// Where the last change is.
    mark: Signal<Mark>,
    /// The mark's words.
    mark_words: Signal<String>,
    /// What stands before the switches.
    tools: ViewFnOnce,
) -> impl IntoView {
    let t = words::texts();
    let office = place
        .as_ref()
        .is_some_and(|place| place.level() != Level::Village);
    let level = place.as_ref().map(|place| match place.level() {
        Level::Village => t.village(),
        Level::Township => t.township(),
        Level::County => t.county(),
    });
    let name = place.map_or_else(|| t.app_name().to_owned(), |place| place.name);
    let more = office.then(|| {
        view! {
            <a class="button button-quiet button-icon nav-narrow" href=Route::More.href() aria-label=t.more()>
                <Icon name=IconName::Settings />
            </a>
        }
    });
    view! {
        <div class="shell-bar">
            <div class="shell-area">
                <span class="shell-area-name">{name}</span>
                {level.map(|level| view! { <span class="shell-level">{level}</span> })}
            </div>
            <div aria-live="polite"><MarkView mark words=mark_words /></div>
            {tools.run()}
            <ThemeSwitch />
            <LanguageSwitch />
            {more}
        </div>
    }
}
