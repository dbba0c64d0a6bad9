//! The areas of an office: who has reported, how they compare, and the way down to a village.

mod area_page;
mod area_path;
mod area_switch;
pub mod compare;
mod compare_card;
mod compare_table;
mod figure_select;
mod page;
pub mod reports;
mod reports_card;
mod village_page;

pub use area_page::AreaPage;
pub use area_switch::AreaSwitch;
pub use compare_table::CompareTable;
pub use figure_select::FigureSelect;
pub use page::AreasPage;

use area_path::AreaPath;
use compare_card::CompareCard;
use reports_card::ReportsCard;
use village_page::VillagePage;
