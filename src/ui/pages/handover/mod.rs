//! Packages out and packages in. Nothing is written before a person has seen what would change and said yes.

mod area_preview;
mod code_card;
mod conflict_list;
pub mod conflicts;
mod department_export;
mod export_card;
mod file_preview;
mod import_card;
mod import_step;
mod loss_guard;
mod page;
mod preview_card;
pub mod preview_words;
mod questions_card;
mod receipt_preview;
mod receipts_card;
mod report_card;
mod seal_choice;

pub use page::HandOverPage;

use area_preview::area_preview;
use code_card::CodeCard;
use conflict_list::conflict_list;
use department_export::DepartmentExport;
use export_card::ExportCard;
use file_preview::{file_preview, unread_file};
use import_card::ImportCard;
use import_step::{Checked, Step};
use loss_guard::LossGuard;
use preview_card::preview_card;
use questions_card::QuestionsCard;
use receipt_preview::receipt_preview;
use receipts_card::ReceiptsCard;
use report_card::ReportCard;
use seal_choice::{SealChoice, offices, ticked};
