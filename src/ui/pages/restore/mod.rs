//! Back from a backup: on a device that was never used, and on one whose store is gone.

mod anew_card;
mod backup_card;
mod page;
mod step;
mod why_card;

pub use page::RestorePage;

use anew_card::AnewCard;
use backup_card::BackupCard;
use step::Step;
use why_card::WhyCard;
