//! One chosen receipt: what it acknowledges, or why it is passed over.

use crate::ui::components::{Status, StatusView};
use crate::ui::pages::handover::file_preview::signature_line;
use crate::ui::pages::keys::signed_words;
use crate::ui::text::{errors, format, handover, keys};
use crate::workspace::{ReceiptFile, Relevance};
use leptos::prelude::*;

/// A receipt among the chosen files.
pub fn receipt_preview(file: &ReceiptFile, t: handover::Texts) -> AnyView {
    let (status, mark, words) = match (&file.outcome, file.relevance) {
        (Err(error), _) => (Status::NotMet, t.refused(), errors::key(error, t.0)),
        (Ok(receipt), Relevance::Ours) => {
            let until = receipt.held.iter().map(|row| row.newest.millis()).max();
            let until = until.map_or_else(|| t.never().to_owned(), |until| format::moment(until, t.0));
            let words = t.receipt_says(&format::area(receipt.office.code), &until);
            let asked = receipt.questions.len();
            let words = if asked > 0 {
                format!("{words}{}", t.receipt_asks(asked))
            } else {
                words
            };
            (Status::Met, t.sound(), words)
        }
        (Ok(_), Relevance::OtherArea) => (Status::NotMet, t.refused(), t.receipt_other_area().to_owned()),
        (Ok(_), Relevance::NotFromAbove) => (Status::NotMet, t.refused(), t.receipt_not_above().to_owned()),
        (Ok(_), Relevance::NotSigned) => (
            Status::NotMet,
            t.refused(),
            keys::Texts(t.0).receipt_not_signed().to_owned(),
        ),
        (Ok(_), Relevance::Superseded) => (Status::NotMet, t.refused(), t.receipt_superseded().to_owned()),
    };
    let signed = file.outcome.as_ref().ok().map(|receipt| {
        let (words, careful) = signed_words(&file.signed_by, receipt.office.code, keys::Texts(t.0));
        signature_line(words, careful && file.relevance == Relevance::Ours)
    });
    let name = file.name.clone();
    view! {
        <article class="file-preview">
            <header class="row spread">
                <strong class="file-name">{name}</strong>
                <StatusView status words=mark />
            </header>
            <p>{words}</p>
            {signed}
        </article>
    }
    .into_any()
}
