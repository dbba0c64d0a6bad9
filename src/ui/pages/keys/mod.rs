//! Whose keys are known here, and the device's own.

mod card_preview;
mod card_state;
mod compare_button;
mod fingerprint_view;
mod held_card;
mod office_key;
mod own_card;
mod page;
mod ring_card;
mod signed_words;

pub use card_preview::CardPreview;
pub use page::KeysPage;
pub use signed_words::signed_words;

use card_state::card_state;
use compare_button::RingButton;
use fingerprint_view::FingerprintView;
use held_card::HeldCardView;
use office_key::OfficeKey;
use own_card::OwnCard;
use ring_card::RingCard;
