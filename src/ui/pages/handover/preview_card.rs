//! What the chosen files would change, before anything is written.

use super::{Checked, LossGuard, file_preview, receipt_preview, unread_file};
use crate::model::DivisionCode;
use crate::ui::components::{Button, ButtonKind, IconName};
use crate::ui::pages::keys::CardPreview;
use crate::ui::text::{handover, widgets};
use leptos::prelude::*;

/// The files one by one, the refused first, and the question whether to import them into the area's device; or, of key cards
/// alone, the way to close the list.
pub fn preview_card(
    area: DivisionCode,
    checked: &Checked,
    confirm: Callback<()>,
    (cancel, close): (Callback<()>, Callback<()>),
    t: handover::Texts,
) -> AnyView {
    let unread = checked
        .unread
        .iter()
        .map(|(name, error)| unread_file(name, error, t));
    let files = |sound: bool| {
        checked
            .preview
            .files
            .iter()
            .filter(move |file| file.outcome.is_ok() == sound)
            .map(move |file| file_preview(area, file, t))
    };
    let receipts = checked
        .preview
        .receipts
        .iter()
        .map(|file| receipt_preview(file, t));
    let cards = checked.preview.cards.iter().cloned();
    let cards = cards.map(|file| view! { <CardPreview file /> }.into_any());
    let list: Vec<AnyView> = unread
        .chain(files(false))
        .chain(cards)
        .chain(receipts)
        .chain(files(true))
        .collect();
    let losses = checked.preview.losses();
    let agreed = RwSignal::new(losses.is_empty());
    let locked = Signal::derive(move || !agreed.get());
    let guard = (!losses.is_empty()).then(|| view! { <LossGuard losses agreed /> });
    let (sound, refused) = (checked.sound(), checked.refused());
    let counts = match (sound, refused) {
        (0, 0) => t.only_cards().to_owned(),
        (sound, 0) => t.files_sound(sound),
        (0, refused) => t.files_refused(refused),
        (sound, refused) => format!(
            "{}{}{}",
            t.files_sound(sound),
            t.and_then(),
            t.files_refused(refused)
        ),
    };
    let only_cards = (sound, refused) == (0, 0);
    let unwritten = (!only_cards).then(|| view! { <p>{t.nothing_written_yet()}</p> });
    // A card is taken in by its own button; there is nothing to cancel then.
    let leave = match only_cards {
        true => view! { <Button on_click=close>{widgets::texts().close()}</Button> }.into_any(),
        false => view! { <Button on_click=cancel>{t.cancel()}</Button> }.into_any(),
    };
    let button = (sound > 0).then(|| {
        view! { <Button kind=ButtonKind::Primary icon=IconName::Upload disabled=locked on_click=confirm>{t.confirm(sound)}</Button> }
    });
    view! {
        <section class="stack" aria-label=t.preview_title()>
            <h3>{t.preview_title()}</h3>
            <p class="lead">{counts}</p>
            {unwritten}
            {list}
            {guard}
            <div class="button-row preview-question">
                {button}
                {leave}
            </div>
        </section>
    }
    .into_any()
}
