//! Packages out and packages in. Nothing is written before a person has seen what would change and said yes.

mod area_preview;
mod code_card;
mod conflict_list;
pub mod conflicts;
mod export_card;
mod file_preview;
mod import_card;
mod import_step;
mod page;
mod preview_card;
pub mod preview_words;
mod report_card;

pub use page::HandOverPage;

use area_preview::area_preview;
use code_card::CodeCard;
use conflict_list::conflict_list;
use export_card::ExportCard;
use file_preview::{file_preview, unread_file};
use import_card::ImportCard;
use import_step::{Checked, Step};
use preview_card::preview_card;
use report_card::ReportCard;
