//! Keeping the register safe: the self-check, imports and their undoing, changes that were set aside, records that stand
//! twice, closed periods, and the register as it was known on a day.

mod aside_card;
mod check_card;
mod closing_card;
mod imports_card;
mod page;
mod past_card;
mod recovery_card;
mod twice_card;
mod twice_group;

pub use page::SafekeepingPage;

use aside_card::AsideCard;
use check_card::CheckCard;
use closing_card::ClosingCard;
use imports_card::ImportsCard;
use past_card::PastCard;
use recovery_card::RecoveryCard;
use twice_card::TwiceCard;
use twice_group::twice_group;
