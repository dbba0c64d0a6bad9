//! Where in the app a conflict is settled. Pure, tested natively.

use crate::journal::RecordKey;
use crate::model::{HouseholdId, Id, Kind, PersonId, Records};
use crate::ui::route::Section;

/// The household and the section of its page where a record is; none when it belongs to no household.
pub fn place_of(record: RecordKey, records: &Records) -> Option<(HouseholdId, Section)> {
    Some((household_of(record, records)?, section_of(record.0)))
}

fn household_of((kind, id): RecordKey, records: &Records) -> Option<HouseholdId> {
    let named = |field: &str| {
        let place = kind.def().position(field)?;
        Id::new(records.get(kind, id, place).as_text()?).ok()
    };
    match kind {
        Kind::Household => Some(HouseholdId(id)),
        Kind::Person => household_of_person(PersonId(id), records),
        _ => named("household_id")
            .map(HouseholdId)
            .or_else(|| household_of_person(PersonId(named("person_id")?), records)),
    }
}

fn household_of_person(person: PersonId, records: &Records) -> Option<HouseholdId> {
    let membership = records
        .memberships
        .iter()
        .find(|membership| membership.person_id == Some(person));
    membership?.household_id
}

const fn section_of(kind: Kind) -> Section {
    match kind {
        Kind::Household => Section::Register,
        Kind::HouseholdYear => Section::Year,
        Kind::HouseholdIncomeYear => Section::Income,
        Kind::Person | Kind::PersonYear | Kind::HouseholdMembership => Section::Members,
        Kind::SupportMeasure => Section::Measures,
        Kind::HelperAssignment => Section::Helpers,
        Kind::Visit => Section::Visits,
        _ => Section::Overview,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_record_of_a_household_leads_to_its_section() {
        let id = |text: &str| Id::new(text).unwrap();
        let (h1, p1) = (HouseholdId(id("h1")), PersonId(id("p1")));
        let mut records = Records::default();
        let membership = &mut records.memberships.row_mut(id("m1")).record;
        (membership.household_id, membership.person_id) = (Some(h1), Some(p1));
        records.visits.row_mut(id("v1")).record.household_id = Some(h1);
        records.person_years.row_mut(id("p1-2018")).record.person_id = Some(p1);
        let place = |kind, text| place_of((kind, id(text)), &records);
        assert_eq!(place(Kind::Household, "h1"), Some((h1, Section::Register)));
        assert_eq!(place(Kind::Person, "p1"), Some((h1, Section::Members)));
        assert_eq!(place(Kind::PersonYear, "p1-2018"), Some((h1, Section::Members)));
        assert_eq!(place(Kind::Visit, "v1"), Some((h1, Section::Visits)));
        assert_eq!(place(Kind::VillageYear, "y1"), None);
    }
}
