//! How a card that is here stands.

use crate::keys::HeldCard;
use crate::ui::components::{Status, StatusView};
use crate::ui::text::keys;
use leptos::prelude::*;

/// The card's state, as a shape and a word.
pub fn card_state(held: &HeldCard, t: keys::Texts) -> impl IntoView + use<> {
    let (status, words) = match (held.replaced, held.compared) {
        (true, _) => (Status::Info, t.replaced()),
        (false, true) => (Status::Met, t.compared()),
        (false, false) => (Status::Unknown, t.not_compared()),
    };
    view! { <StatusView status words /> }
}
