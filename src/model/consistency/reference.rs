//! References between records. Only those that never leave the area can be judged from the area's records alone: what only
//! villages keep, seen from the village; officials, units and areas may be kept by another level.

use super::{Breach, Rule};
use crate::model::{Dangling, DivisionCode, Level, Records, Ties};

/// The ties may be those of some records, whose references may lead to any of `all`.
pub(super) fn check(area: DivisionCode, ties: &Ties, all: &Records, found: &mut Vec<Breach>) {
    if area.level() != Level::Village {
        return;
    }
    let mut add = |rule, one: &Dangling| {
        let field = one.kind.def().fields[one.field].id;
        found.push(Breach::new(rule, one.kind, one.id, field, one.names.as_str()));
    };
    for one in ties
        .dangling()
        .iter()
        .filter(|one| !all.contains(one.target, one.names))
    {
        add(Rule::DanglingReference, one);
    }
    for one in ties.outside(area.id()) {
        add(Rule::OutsideVillage, one);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{DoctorContractId, HouseholdId, SocialGrant, SocialGrantId};

    fn grant_to(household: &str) -> Records {
        let mut records = Records::default();
        let id = SocialGrantId::new("g1").unwrap();
        records.social_grants.row_mut(id.into()).record = SocialGrant {
            id,
            household_id: Some(HouseholdId::new(household).unwrap()),
            ..SocialGrant::default()
        };
        records
    }

    fn breaches(area: &str, records: &Records) -> Vec<Breach> {
        let mut found = Vec::new();
        check(
            DivisionCode::new(area).unwrap(),
            &records.ties(),
            records,
            &mut found,
        );
        found
    }

    #[test]
    fn a_village_keeps_what_its_records_point_to() {
        let found = breaches("530427203200", &grant_to("h1"));
        assert_eq!(
            (found.len(), found[0].rule, found[0].field),
            (1, Rule::DanglingReference, "household_id")
        );
    }

    #[test]
    fn a_township_may_point_into_its_villages() {
        assert_eq!(breaches("530427203", &grant_to("h1")), []);
    }

    #[test]
    fn the_parts_of_a_case_point_to_the_case() {
        let mut records = Records::default();
        let contract = DoctorContractId::new("c1").unwrap();
        records
            .doctor_services
            .row_mut("s1".parse().unwrap())
            .record
            .contract_id = Some(contract);
        assert_eq!(breaches("530427203200", &records).len(), 1);
        records.doctor_contracts.row_mut(contract.into());
        assert_eq!(breaches("530427203200", &records), []);
    }
}
