//! Packages out and in: what the hand-over page does.

mod aside;
mod import;
mod look;
mod merging;
mod origins;
mod out;
mod pending;
mod receipts;
mod rescue;
mod runs;
mod undo;

pub use aside::Aside;
pub use import::ImportReport;
pub use look::{ImportPreview, ReceiptFile};
pub use origins::Brought;
pub use out::Outgoing;
pub use receipts::Relevance;
pub use runs::{FileOfRun, ImportRun, UndoBlocked};

use crate::exchange::Scope;
use crate::model::DivisionCode;
use crate::plan::divisions;

/// An area with the short name that the county's list has; its code when it is not there.
pub(in crate::workspace) fn named(area: DivisionCode) -> Scope {
    Scope {
        code: area,
        name: divisions::division(area.as_str())
            .map_or_else(|| area.to_string(), |division| division.short_name.to_owned()),
    }
}
