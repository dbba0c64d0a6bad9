//! Rules that hold between the records of one area (DOMAIN B14). They never keep anybody from saving what was typed: they
//! say what to look at, and which records cannot be accepted as final ([`Severity::blocks`]).
//!
//! Unknown breaks no rule, but for those that are about blanks: V-ED-1, V-WK-1, V-IN-2, V-MD-2, V-HS-2, V-HP-1, V-VL-2.
//! Yearly records are those of the year of the day; nothing is reckoned by the clock ([`ReferenceDay`]).

mod across;
mod area;
mod breach;
mod cause;
mod helper;
mod house;
mod household;
mod identity;
mod income;
mod labour;
mod land;
mod medical;
mod near;
mod phone;
mod process;
mod reference;
mod rules;
mod school;
mod social;
mod standing;
mod terms;
#[cfg(test)]
mod tests;
mod timeless;
mod times;
mod village;
mod work;

pub use across::registered_twice;
pub use breach::{Breach, Severity};
pub use identity::base_of as told_apart_by;
pub use near::breaches_of;
pub use rules::Rule;
pub use standing::{Standing, standing};
pub use terms::{ReferenceDay, Terms, school_year_began};
pub(in crate::model) use timeless::Timeless;

use super::{DivisionCode, Records, Span};
use area::Area;

/// What does not hold among the records of one area, in the order of kinds and records.
pub fn breaches(area: DivisionCode, records: &Records, terms: &Terms) -> Vec<Breach> {
    found_among(area, records, records, terms)
}

/// The same among some records, where references may lead to any of `all`.
fn found_among(area: DivisionCode, records: &Records, all: &Records, terms: &Terms) -> Vec<Breach> {
    let ties = records.ties();
    let index = Area::new(records, &ties, terms);
    let mut found = Vec::new();
    identity::check(&index, &mut found);
    check_facts(&index, &mut found);
    reference::check(area, &ties, all, &mut found);
    in_order(found, records)
}

/// The same without the rules that rest on identity numbers, which may stay on the device; without the digests that decisions
/// are compared with, and in no order: for counting. With it, on which days the same would be found.
pub fn broken_facts(area: DivisionCode, records: &Records, terms: &Terms) -> (Vec<Breach>, Span) {
    let mut found = Vec::new();
    let ties = records.ties();
    let index = Area::new(records, &ties, terms);
    check_facts(&index, &mut found);
    reference::check(area, &ties, records, &mut found);
    (found, index.as_of.span())
}

/// Those of them that nobody has dealt with in the village itself, in the order of kinds and records.
pub fn open_facts(area: DivisionCode, records: &Records, terms: &Terms) -> (Vec<Breach>, Span) {
    let (found, span) = broken_facts(area, records, terms);
    let found = in_order(found, records);
    let open = standing(&found, records.data_issues.iter())
        .into_iter()
        .filter_map(|standing| match standing {
            Standing::Open(breach, _) => Some(breach.clone()),
            _ => None,
        })
        .collect();
    (open, span)
}

fn check_facts(index: &Area<'_>, found: &mut Vec<Breach>) {
    for check in [
        household::check,
        school::check,
        labour::check,
        work::check,
        income::check,
        cause::check,
        social::check,
        medical::check,
        house::check,
        land::check,
        helper::check,
        village::check,
        times::check,
    ] {
        check(index, found);
    }
    found.extend_from_slice(&index.timeless.breaches);
}

fn in_order(mut found: Vec<Breach>, records: &Records) -> Vec<Breach> {
    for breach in &mut found {
        breach.note_evidence(records);
    }
    found.sort();
    found
}
