//! A guard before imports that would take much away.

use super::{AreaPreview, Preview};
use crate::model::{DivisionCode, Kind};
use std::collections::BTreeSet;

/// So many households or persons that vanish or lose values are asked about.
pub const WORTH_ASKING: usize = 5;

/// So many records of all kinds that vanish are asked about.
const RECORDS_WORTH_ASKING: usize = 25;

/// What an import would take away from one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The area.
    pub area: DivisionCode,
    /// Households and persons that would be removed, or of which values would become unknown.
    pub people: usize,
    /// Their names, as many as the preview has.
    pub names: Vec<String>,
    /// Records of any kind that would be removed.
    pub removed: usize,
    /// Records of any kind of which values would become unknown.
    pub blanked: usize,
}

/// What a package would take away, area by area, where it is so much that a person should be asked by name.
pub fn losses(preview: &Preview) -> Vec<Loss> {
    let worth_asking = |loss: &Loss| loss.people >= WORTH_ASKING || loss.removed >= RECORDS_WORTH_ASKING;
    preview.areas.iter().map(loss_of).filter(worth_asking).collect()
}

fn loss_of(area: &AreaPreview) -> Loss {
    let groups = || area.kinds.values();
    let of_people = [Kind::Household, Kind::Person];
    let people = of_people.iter().filter_map(|kind| area.kinds.get(kind));
    let lost: BTreeSet<&String> = groups()
        .flat_map(|kind| kind.removed.names.iter().chain(&kind.blanked.names))
        .collect();
    Loss {
        area: area.area,
        people: people.map(|kind| kind.removed.count + kind.blanked.count).sum(),
        names: lost.into_iter().cloned().collect(),
        removed: groups().map(|kind| kind.removed.count).sum(),
        blanked: groups().map(|kind| kind.blanked.count).sum(),
    }
}
