//! A key card among the chosen files: whose it is, and whether to take it in.

use super::{FingerprintView, RingButton};
use crate::keys::{KeyCard, Standing};
use crate::ui::components::{ButtonKind, Notice, NoticeKind, Status, StatusView};
use crate::ui::text::{errors, format, handover, keys};
use crate::workspace::{CardFile, CommandError, Later, Workspace};
use leptos::prelude::*;

/// The card, and the ways to take it in; each is one write of its own.
#[component]
pub fn CardPreview(
    /// The card among the files.
    file: CardFile,
) -> impl IntoView {
    let t = keys::texts();
    let shared = handover::texts();
    let (status, mark, body) = match file.outcome {
        Err(error) => {
            let words = errors::key(&error, t.0);
            (
                Status::NotMet,
                shared.refused(),
                view! { <p>{words}</p> }.into_any(),
            )
        }
        Ok(card) => {
            let (standing, file) = (file.standing, file.file);
            (
                Status::Met,
                shared.sound(),
                view! { <Sound card file standing /> }.into_any(),
            )
        }
    };
    view! {
        <article class="file-preview" class:file-refused=status == Status::NotMet>
            <header class="row spread">
                <strong class="file-name">{file.name}</strong>
                <StatusView status words=mark />
            </header>
            {body}
        </article>
    }
}

#[component]
fn Sound(card: KeyCard, file: Vec<u8>, standing: Standing) -> impl IntoView {
    let t = keys::texts();
    let place = format::area(card.code());
    let whose = t.card_is(&place, &card.name);
    let done = RwSignal::new(false);
    let warning = (standing == Standing::Different).then(|| {
        view! { <Notice kind=NoticeKind::Warning><p>{t.card_other_key(&place)}</p></Notice> }
    });
    let file = StoredValue::new(file);
    let ways = move || match (done.get(), standing) {
        (true, _) => view! { <Notice kind=NoticeKind::Success><p>{t.taken()}</p></Notice> }.into_any(),
        (false, Standing::Known) => view! { <p class="hint">{t.card_known()}</p> }.into_any(),
        (false, standing) => view! { <Ways file standing done /> }.into_any(),
    };
    view! {
        <p><strong>{whose}</strong></p>
        {warning}
        <FingerprintView card />
        <div aria-live="polite">{ways}</div>
    }
}

#[component]
fn Ways(file: StoredValue<Vec<u8>>, standing: Standing, done: RwSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = keys::texts();
    let take = move |compared: bool, replacing: bool| {
        move || -> Later<'static, Result<(), CommandError>> {
            let file = file.get_value();
            Box::pin(async move { workspace.take_card(&file, compared, replacing).await })
        }
    };
    let read = Callback::new(move |()| done.set(true));
    let said = t.taken();
    let ways = match standing {
        Standing::Different => view! {
            <RingButton kind=ButtonKind::Danger words=t.take_replacing() done=said read command=take(true, true) />
            <RingButton kind=ButtonKind::Secondary words=t.take_beside() done=said read command=take(true, false) />
        }
        .into_any(),
        _ => view! {
            <RingButton kind=ButtonKind::Primary words=t.take_compared() done=said read command=take(true, false) />
            <RingButton kind=ButtonKind::Secondary words=t.take_later() done=said read command=take(false, false) />
        }
        .into_any(),
    };
    view! { <div class="button-row">{ways}</div> }
}
