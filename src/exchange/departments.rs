//! Which fields a department may see: those that the indicators of its measures read, and what ties the records together.

use crate::indicators::needs_of;
use crate::model::{FieldType, Kind, Sensitivity};
use crate::plan::{Body, MEASURES, Measure, TARGETS};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// For every kind that is seen, a bit for each field.
type Seen = BTreeMap<Kind, u128>;

/// Whether a department sees a field.
pub(super) fn sees(body: Body, kind: Kind, place: usize) -> bool {
    seen_by(body)
        .get(&kind)
        .is_some_and(|bits| bits >> place & 1 == 1)
}

/// Whether a department sees records of a kind.
pub(super) fn sees_kind(body: Body, kind: Kind) -> bool {
    seen_by(body).contains_key(&kind)
}

/// The measures for whose sake a field is seen, in the plan's order.
pub fn measures_that_read(kind: Kind, place: usize) -> impl Iterator<Item = &'static Measure> {
    let by_measure = by_measure();
    let reads = move |at: &usize| {
        by_measure[*at]
            .get(&kind)
            .is_some_and(|bits| bits >> place & 1 == 1)
    };
    (0..MEASURES.len()).filter(reads).map(|at| &MEASURES[at])
}

/// The indicators of the measures that a department leads or shares: what its packages have tallies of.
pub(super) fn indicators_of(body: Body) -> Vec<&'static str> {
    let involved = MEASURES.iter().filter(|measure| measure.involves(body));
    let mut ids: Vec<&'static str> = involved.flat_map(indicators_of_measure).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn indicators_of_measure(measure: &Measure) -> impl Iterator<Item = &'static str> {
    let id = measure.id;
    let targets = TARGETS.iter().filter(move |target| target.measure == Some(id));
    targets.flat_map(|target| target.indicators.iter().copied())
}

fn seen_by(body: Body) -> &'static Seen {
    static SEEN: OnceLock<BTreeMap<Body, Seen>> = OnceLock::new();
    static NOTHING: Seen = Seen::new();
    let all = SEEN.get_or_init(|| Body::ALL.iter().map(|body| (*body, union_of(*body))).collect());
    all.get(&body).unwrap_or(&NOTHING)
}

fn union_of(body: Body) -> Seen {
    let mut seen = Seen::new();
    let involved = MEASURES
        .iter()
        .zip(by_measure())
        .filter(|(measure, _)| measure.involves(body));
    for (kind, bits) in involved.flat_map(|(_, seen)| seen) {
        *seen.entry(*kind).or_default() |= bits;
    }
    seen
}

/// What each measure's indicators read.
fn by_measure() -> &'static [Seen] {
    static SEEN: OnceLock<Vec<Seen>> = OnceLock::new();
    SEEN.get_or_init(|| MEASURES.iter().map(of_measure).collect())
}

fn of_measure(measure: &Measure) -> Seen {
    let mut seen = Seen::new();
    let needs = indicators_of_measure(measure).filter_map(needs_of);
    for (kind, fields) in needs.flatten() {
        let bits = seen.entry(kind).or_default();
        for (place, field) in kind.def().fields.iter().enumerate() {
            let is_nobody = matches!(field.sensitivity, Sensitivity::Ordinary | Sensitivity::Health);
            let ties = matches!(field.ty, FieldType::Reference(_) | FieldType::Year);
            let ties = ties && field.sensitivity == Sensitivity::Ordinary;
            if is_nobody && (ties || fields.contains(&field.id)) {
                *bits |= 1 << place;
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_no_more_fields_than_there_are_bits() {
        assert!(Kind::ALL.iter().all(|kind| kind.def().fields.len() <= 128));
    }

    #[test]
    fn the_lead_and_those_who_share_a_measure_see_its_fields() {
        let place = Kind::StudentCase.def().position("state").unwrap_or_default();
        for (body, sees_it) in [
            (Body::Education, true),
            (Body::Finance, true),
            (Body::Transport, false),
        ] {
            assert_eq!(sees(body, Kind::StudentCase, place), sees_it, "{body:?}");
        }
    }
}
