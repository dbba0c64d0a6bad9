//! The help.

use super::topics;
use crate::model::Level;
use crate::ui::components::{Card, PageHead};
use crate::ui::text::help;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// What to do in one's role, what unknown means, what a package is, and the words.
#[component]
pub fn HelpPage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = help::texts();
    let level = workspace
        .profile()
        .get_untracked()
        .map_or(Level::Village, |profile| profile.level());
    let steps = topics::steps(level, t)
        .into_iter()
        .map(|step| view! { <li>{step}</li> })
        .collect_view();
    view! {
        <div class="page page-narrow help">
            <PageHead title=t.title() sentence=Signal::stored(topics::sentence(level, t).to_owned()) />
            <Card title=t.steps()><ol class="help-steps">{steps}</ol></Card>
            <Card title=t.unknown_title()><p>{t.unknown_1()}</p><p>{t.unknown_2()}</p></Card>
            <Card title=t.file_title()><p>{t.file_1()}</p><p>{t.file_2()}</p><p>{t.file_3()}</p><p>{t.file_4()}</p></Card>
            <Words />
        </div>
    }
}

#[component]
fn Words() -> impl IntoView {
    let t = help::texts();
    let word = |(word, means): topics::Word| view! { <div><dt>{word}</dt><dd>{means}</dd></div> };
    view! { <Card title=t.words_title()><dl class="glossary">{topics::words(t).map(word).into_iter().collect_view()}</dl></Card> }
}
