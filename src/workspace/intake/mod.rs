//! Packages in: several files are opened, compared, merged and scored side by side, by helpers beside the page where the
//! browser gives them, and by the page itself where it doesn't. Nothing is written here.

mod counter;
mod desk;
mod fetching;
mod round;
mod words;

pub use counter::Channel;
pub use desk::{Taken, ready};
pub use fetching::Fetching;
pub(super) use fetching::Packages;
pub use words::{Helper, Message};

use super::JournalSize;
use super::keyring::SignedBy;
use crate::exchange::{Cover, Finding, Preview, Quarantined};
use crate::journal::Partition;
use crate::keys::KeyError;
use crate::model::DivisionCode;
use counter::Counter;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewer files than that are quicker done than helpers are called.
pub const WORTH_HELP: usize = 4;

/// Who takes files in: the helpers that were called, or the page alone.
pub struct Intake {
    helpers: Vec<Rc<dyn Channel>>,
}

impl Intake {
    pub(super) fn new(helpers: Vec<Rc<dyn Channel>>) -> Self {
        Self { helpers }
    }
}

/// A package that was read and found sound.
pub struct Incoming {
    /// What it says about itself.
    pub cover: Cover,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
    /// Changes of it that cannot be read and would be set aside.
    pub quarantined: Vec<Quarantined>,
    /// Who signed it.
    pub signed_by: SignedBy,
    /// What taking it in would change.
    pub preview: Preview,
    /// What it holds of the areas with conflicts.
    pub contested: BTreeMap<DivisionCode, Partition>,
    /// Where it stood among the chosen files.
    pub(super) place: usize,
    /// Where it lies until it is fetched.
    counter: Option<Rc<Counter>>,
    compared_with: BTreeMap<DivisionCode, JournalSize>,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming")
            .field("cover", &self.cover)
            .finish_non_exhaustive()
    }
}

/// One file that somebody chose to take in.
#[derive(Debug)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// What it holds and what it would change, or why it is refused.
    pub outcome: Result<Incoming, KeyError>,
}

impl Incoming {
    /// The areas that it has changes of.
    pub fn areas(&self) -> impl Iterator<Item = DivisionCode> + '_ {
        self.preview.areas.iter().map(|area| area.area)
    }

    /// Whether an area is still as it was when the package was compared with it.
    pub(super) fn was_compared_with(&self, area: DivisionCode, size: Option<JournalSize>) -> bool {
        self.compared_with.get(&area).copied() == size
    }
}
