//! The places where the county enters something, and what a new entry makes of the record. Pure, tested natively.

use crate::model::{
    Count, Division, DivisionCode, DivisionId, Level, OfficialId, PolicyParameter, PolicyParameterId,
    Records, Year,
};
use crate::plan::parameters::{DivisionFlag, ParameterSpan};
use crate::plan::{Parameter, divisions};

/// The years that a yearly parameter is asked for: the plan's baseline year and its three years.
const YEARS: [Year; 4] = [Year(2017), Year(2018), Year(2019), Year(2020)];

/// A parameter in a year, or for all years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The year of a yearly one.
    pub year: Option<Year>,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// Nothing was entered.
    Empty,
    /// Nothing was entered, and the design has a choice of method.
    Default(i64),
    /// Entered and not verified: not used.
    Unverified(i64),
    /// Entered and verified.
    Verified(i64),
}

/// The slots of a parameter.
pub fn slots(parameter: &'static Parameter) -> Vec<Slot> {
    match parameter.span {
        ParameterSpan::Lasting => vec![Slot {
            parameter,
            year: None,
        }],
        ParameterSpan::Yearly => YEARS
            .map(|year| Slot {
                parameter,
                year: Some(year),
            })
            .into(),
    }
}

impl Slot {
    /// The slot's record: what is stored, or a new one with its natural key.
    pub fn record(&self, county: Option<&Records>) -> PolicyParameter {
        let scope = self.parameter.scope.code();
        let id = PolicyParameterId::of(self.parameter.key.id(), self.year, scope);
        let stored = county.and_then(|records| records.policy_parameters.get(id).cloned());
        stored.unwrap_or_else(|| PolicyParameter {
            id,
            key: Some(self.parameter.key.id().into()),
            year: self.year,
            scope_code: Some(scope.into()),
            unit: Some(self.parameter.unit.clone()),
            ..PolicyParameter::default()
        })
    }

    /// Where it stands.
    pub fn state(&self, county: Option<&Records>) -> SlotState {
        let record = self.record(county);
        match (record.value, record.verified, self.parameter.default) {
            (Some(Count(value)), Some(true), _) => SlotState::Verified(value),
            (Some(Count(value)), _, _) => SlotState::Unverified(value),
            (None, _, Some(default)) => SlotState::Default(default),
            (None, _, None) => SlotState::Empty,
        }
    }
}

/// The record with another value; whoever had verified the old one has not verified this one.
pub fn with_value(record: PolicyParameter, value: Option<i64>) -> PolicyParameter {
    PolicyParameter {
        value: value.map(Count),
        verified: None,
        verified_by: None,
        ..record
    }
}

/// The record with another source, which has to be verified again too.
pub fn with_source(record: PolicyParameter, source: Option<String>) -> PolicyParameter {
    PolicyParameter {
        source_text: source,
        verified: None,
        verified_by: None,
        ..record
    }
}

/// The record as verified by a person, or not.
pub fn with_verified(record: PolicyParameter, verified: Option<bool>, by: OfficialId) -> PolicyParameter {
    PolicyParameter {
        verified,
        verified_by: (verified == Some(true)).then_some(by),
        ..record
    }
}

/// Whether a record can be verified: there is a value and its source.
pub fn can_be_verified(record: &PolicyParameter) -> bool {
    record.value.is_some() && record.source_text.is_some()
}

/// Parameters that the county must enter, and how many of them have a verified value in some year.
pub fn verified(parameters: &'static [Parameter], county: Option<&Records>) -> (usize, usize) {
    let needed: Vec<_> = parameters
        .iter()
        .filter(|parameter| parameter.needs_verification())
        .collect();
    let is_verified = |parameter: &&&'static Parameter| {
        let mut states = slots(parameter).into_iter().map(|slot| slot.state(county));
        states.any(|state| matches!(state, SlotState::Verified(_)))
    };
    (needed.iter().filter(is_verified).count(), needed.len())
}

/// The areas that a flag is asked for, by code.
pub fn flagged_areas(flag: &DivisionFlag) -> Vec<DivisionCode> {
    let rows = match flag.level {
        Level::Village => divisions::villages(),
        Level::Township | Level::County => divisions::townships(),
    };
    rows.iter()
        .filter_map(|row| DivisionCode::new(row.code))
        .collect()
}

/// What the county has said about an area.
pub fn flag_of(flag: &DivisionFlag, area: DivisionCode, county: Option<&Records>) -> Option<bool> {
    let division = county?.divisions.get(DivisionId::of(area))?;
    match flag.level {
        Level::Village => division.is_poverty_village,
        Level::Township | Level::County => division.is_poverty_township,
    }
}

/// The area's record with that flag.
pub fn with_flag(
    flag: &DivisionFlag,
    area: DivisionCode,
    county: Option<&Records>,
    poor: Option<bool>,
) -> Division {
    let id = DivisionId::of(area);
    let stored = county.and_then(|records| records.divisions.get(id).cloned());
    let mut division = stored.unwrap_or_else(|| new_division(area));
    match flag.level {
        Level::Village => division.is_poverty_village = poor,
        Level::Township | Level::County => division.is_poverty_township = poor,
    }
    division
}

fn new_division(area: DivisionCode) -> Division {
    let entry = divisions::division(area.as_str());
    Division {
        id: DivisionId::of(area),
        name: entry.map(|entry| entry.name.to_owned()),
        kind: entry.map(divisions::Division::kind),
        parent_code: area.parent(),
        ..Division::default()
    }
}

/// How many areas the county has named, and how many the plan says there are.
pub fn named(flag: &DivisionFlag, county: Option<&Records>) -> (usize, i64) {
    let areas = flagged_areas(flag);
    let named = areas
        .into_iter()
        .filter(|area| flag_of(flag, *area, county) == Some(true));
    let expected = crate::plan::baseline(flag.expected).figures.first();
    (named.count(), expected.map_or(0, |figure| figure.quantity.value))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Id;
    use crate::plan::{DIVISION_FLAGS, PARAMETERS, ParameterKey, parameter};

    fn line() -> Slot {
        slots(parameter(ParameterKey::PovertyLine))[1]
    }

    fn county(record: PolicyParameter) -> Records {
        let mut county = Records::default();
        let id = record.id.into();
        county.policy_parameters.row_mut(id).record = record;
        county
    }

    #[test]
    fn a_yearly_parameter_has_four_slots_and_a_lasting_one_has_one() {
        assert_eq!(slots(parameter(ParameterKey::PovertyLine)).len(), 4);
        assert_eq!(slots(parameter(ParameterKey::CompulsoryAgeTo)).len(), 1);
    }

    #[test]
    fn nothing_is_there_before_somebody_enters_it() {
        assert_eq!(line().state(None), SlotState::Empty);
        assert_eq!(verified(PARAMETERS, None).0, 0);
        let age = slots(parameter(ParameterKey::CompulsoryAgeTo))[0];
        assert_eq!(age.state(None), SlotState::Default(16));
    }

    #[test]
    fn a_changed_value_must_be_verified_again() {
        let by = OfficialId(Id::new("o1").unwrap());
        let entered = with_value(line().record(None), Some(350_000));
        assert!(!can_be_verified(&entered), "no source yet");
        let entered = with_source(entered, Some("notice 3".into()));
        assert!(can_be_verified(&entered));
        let checked = with_verified(entered, Some(true), by);
        let county = county(checked.clone());
        assert_eq!(line().state(Some(&county)), SlotState::Verified(350_000));
        assert_eq!(verified(PARAMETERS, Some(&county)).0, 1);
        let changed = with_value(checked, Some(360_000));
        assert_eq!((changed.verified, changed.verified_by), (None, None));
    }

    #[test]
    fn areas_are_named_one_by_one_and_counted_against_the_plan() {
        let [townships, villages] = DIVISION_FLAGS;
        assert_eq!(
            (flagged_areas(&townships).len(), flagged_areas(&villages).len()),
            (12, 124)
        );
        let area = flagged_areas(&villages)[0];
        let division = with_flag(&villages, area, None, Some(true));
        assert!(division.name.is_some() && division.parent_code == area.parent());
        let mut county = Records::default();
        let id = division.id.into();
        county.divisions.row_mut(id).record = division;
        assert_eq!(flag_of(&villages, area, Some(&county)), Some(true));
        assert_eq!(named(&villages, Some(&county)), (1, 32));
        assert_eq!(named(&townships, Some(&county)), (0, 3));
    }
}
