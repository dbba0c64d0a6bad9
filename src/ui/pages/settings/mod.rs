//! The settings of this device: who works here, how it looks, which register is open, and what the browser promises.

mod about_card;
mod auto_lock_choice;
mod day_card;
mod edition_card;
mod lock_card;
mod look_card;
mod page;
mod passphrase_change;
mod storage_card;
mod update_card;
mod who_card;

pub use page::SettingsPage;

use about_card::AboutCard;
use day_card::DayCard;
use edition_card::EditionCard;
use lock_card::LockCard;
use look_card::LookCard;
use storage_card::StorageCard;
use update_card::UpdateCard;
use who_card::WhoCard;
