//! Visits and poor places for the tests of duties.

use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
use crate::model::{DivisionCode, PostKind, Records, Visit, VisitPurpose};
use crate::plan::divisions::{townships, villages};

pub(super) const COUNTY: &str = "530427";
pub(super) const TOWNSHIP: &str = "530427203";

pub(super) fn tour<'a>(
    records: &'a mut Records,
    name: &str,
    post: PostKind,
    place: &str,
    date: &str,
) -> &'a mut Visit {
    let row = &mut records.visits.row_mut(id(name)).record;
    (row.post, row.purpose) = (Some(post), Some(VisitPurpose::Tour));
    (row.target_code, row.date) = (DivisionCode::new(place), Some(day(date)));
    row
}

/// Of the townships the first is poor; of the villages of 老厂乡 the first two, and no other.
pub(super) fn named() -> Fixture {
    let mut f = Fixture::default();
    for (place, row) in townships().iter().enumerate() {
        f.poor(row.code, place == 0);
    }
    for row in villages() {
        f.poor(row.code, [VILLAGE, "530427203201"].contains(&row.code));
    }
    f
}
