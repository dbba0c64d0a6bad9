//! The record kinds (DOMAIN C2), grouped as people think of them.

mod household;
mod person;
mod place;
mod support;
mod village;

pub use household::*;
pub use person::*;
pub use place::*;
pub use support::*;
pub use village::*;

use crate::model::id::typed_ids;
use crate::model::{DivisionCode, Id, Year};

typed_ids! {
    /// Points to a [`Division`](super::Division); its text is the division's code.
    DivisionId => "division";
    /// Points to an [`OrgUnit`](super::OrgUnit).
    OrgUnitId => "org_unit";
    /// Points to an [`Official`](super::Official).
    OfficialId => "official";
    /// Points to a [`PolicyParameter`](super::PolicyParameter).
    PolicyParameterId => "policy_parameter";
    /// Points to a [`Household`](super::Household).
    HouseholdId => "household";
    /// Points to a [`Person`](super::Person).
    PersonId => "person";
    /// Points to a [`HouseholdMembership`](super::HouseholdMembership).
    HouseholdMembershipId => "household_membership";
    /// Points to a [`HouseholdStatusEvent`](super::HouseholdStatusEvent).
    HouseholdStatusEventId => "household_status_event";
    /// Points to a [`HouseholdYear`](super::HouseholdYear).
    HouseholdYearId => "household_year";
    /// Points to a [`HouseholdIncomeYear`](super::HouseholdIncomeYear).
    HouseholdIncomeYearId => "household_income_year";
    /// Points to a [`PersonYear`](super::PersonYear).
    PersonYearId => "person_year";
    /// Points to a [`VillageYear`](super::VillageYear).
    VillageYearId => "village_year";
    /// Points to a [`SupportMeasure`](super::SupportMeasure).
    SupportMeasureId => "support_measure";
    /// Points to a [`HelperAssignment`](super::HelperAssignment).
    HelperAssignmentId => "helper_assignment";
    /// Points to a [`VillageHelpUnit`](super::VillageHelpUnit).
    VillageHelpUnitId => "village_help_unit";
    /// Points to a [`Visit`](super::Visit).
    VisitId => "visit";
}

/// Identifiers that are the natural key, so that two tablets which begin the same year record make one record.
macro_rules! yearly_ids {
    ($($id:ident of $subject:ty;)+) => {$(
        impl $id {
            /// The identifier of that subject's record of that year: `subject-year`.
            pub fn of(subject: $subject, year: Year) -> Self {
                Self(Id::joined(&[subject.as_str(), &year.to_string()]))
            }
        }
    )+};
}

yearly_ids! {
    HouseholdYearId of HouseholdId;
    HouseholdIncomeYearId of HouseholdId;
    PersonYearId of PersonId;
    VillageYearId of DivisionCode;
}

impl DivisionId {
    /// The identifier of the division record of that area.
    pub fn of(code: DivisionCode) -> Self {
        Self(code.id())
    }
}

impl PolicyParameterId {
    /// The identifier of a parameter's value: `key-year-scope`, or `key-scope` for one without a year.
    pub fn of(key: &str, year: Option<Year>, scope: &str) -> Self {
        match year {
            Some(year) => Self(Id::joined(&[key, &year.to_string(), scope])),
            None => Self(Id::joined(&[key, scope])),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn natural_keys_fit_an_identifier_whole() {
        let longest = PolicyParameterId::of("yuxi_rural_disposable_income", Some(Year(2018)), "530427");
        assert_eq!(longest.as_str(), "yuxi_rural_disposable_income-2018-530427");
        let household = HouseholdId(Id::fresh(1, 1));
        assert!(
            HouseholdYearId::of(household, Year(2018))
                .as_str()
                .ends_with("-2018")
        );
    }
}
