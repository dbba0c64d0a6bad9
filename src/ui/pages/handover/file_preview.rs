//! One chosen file: sound or refused, and what it would change.

use super::{area_preview, conflict_list, preview_words};
use crate::exchange::Profile;
use crate::keys::KeyError;
use crate::model::DivisionCode;
use crate::platform::files::FileError;
use crate::ui::components::{Disclosure, Notice, NoticeKind, Status, StatusView};
use crate::ui::pages::keys::signed_words;
use crate::ui::text::{errors, format, handover, keys};
use crate::workspace::{ImportFile, Incoming};
use leptos::prelude::*;

/// A file that could be read, seen from the device's own area.
pub fn file_preview(own: DivisionCode, file: &ImportFile, t: handover::Texts) -> AnyView {
    let name = file.name.clone();
    match &file.outcome {
        Ok(incoming) => sound_file(name, own, incoming, t),
        Err(error) => refused_file(name, error, t),
    }
}

/// A file that could not even be read.
pub fn unread_file(name: &str, error: &FileError, t: handover::Texts) -> AnyView {
    let words = errors::file(error, t.0);
    view! { <Refusal name=name.to_owned() words place=None /> }.into_any()
}

fn refused_file(name: String, error: &KeyError, t: handover::Texts) -> AnyView {
    let (words, place) = (errors::key(error, t.0), errors::key_place(error, t.0));
    view! { <Refusal name words place /> }.into_any()
}

#[component]
fn Refusal(name: String, words: String, place: Option<String>) -> impl IntoView {
    let t = handover::texts();
    view! {
        <article class="file-preview file-refused">
            <header class="row spread">
                <strong class="file-name">{name}</strong>
                <StatusView status=Status::NotMet words=t.refused() />
            </header>
            <p>{words}</p>
            {place.map(|place| view! { <p class="hint">{place}</p> })}
            <p class="hint">{errors::Texts(t.0).nothing_taken()}</p>
        </article>
    }
}

fn sound_file(name: String, own: DivisionCode, incoming: &Incoming, t: handover::Texts) -> AnyView {
    let head = &incoming.cover.head;
    let scope = format::area(head.scope.code);
    let number = i64::try_from(head.sequence).unwrap_or(i64::MAX);
    let (signed, careful) = signed_words(&incoming.signed_by, head.scope.code, keys::Texts(t.0));
    let foreign = (!head.scope.code.within(own)).then(|| t.foreign_area(&scope, &format::area(own)));
    let author = head.author.name.as_ref();
    let author = author.map(|author| format!(" · {}", t.from(author)));
    let said = match (head.profile, incoming.preview.is_unchanged()) {
        (Profile::Summary, _) => Some(t.is_summary()),
        (Profile::Detail | Profile::Department, true) => Some(t.tells_nothing_new()),
        (Profile::Detail | Profile::Department, false) => None,
    };
    let sum = said.is_none().then(|| preview_words::sum(&incoming.preview, t));
    let findings = preview_words::findings(&incoming.findings, t);
    let areas = incoming.preview.areas.iter().filter(|one| one.changes > 0);
    let areas: Vec<AnyView> = areas.map(|one| area_preview(one, t)).collect();
    view! {
        <article class="file-preview">
            <header class="row spread">
                <strong class="file-name">{name}</strong>
                <StatusView status=Status::Met words=t.sound() />
            </header>
            <p>{t.package_of(&scope, head.as_of, number)} {author}</p>
            {signature_line(signed, careful)}
            {foreign.map(|words| view! { <Notice kind=NoticeKind::Warning><p>{words}</p></Notice> })}
            {said.map(|words| view! { <p>{words}</p> })}
            {sum.map(|words| view! { <p class="file-sum">{words}</p> })}
            {conflict_list(incoming, t)}
            {areas}
            <Findings findings />
        </article>
    }
    .into_any()
}

/// Who signed a file; what should make one careful stands out.
pub fn signature_line(words: String, careful: bool) -> AnyView {
    match careful {
        true => view! { <Notice kind=NoticeKind::Warning><p>{words}</p></Notice> }.into_any(),
        false => view! { <p class="file-signed">{words}</p> }.into_any(),
    }
}

#[component]
fn Findings(findings: Vec<String>) -> impl IntoView {
    let t = handover::texts();
    let count = findings.len();
    (count > 0).then(|| {
        let lines = findings
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        view! { <Disclosure summary=t.found(count)><ul class="hints">{lines}</ul></Disclosure> }
    })
}
