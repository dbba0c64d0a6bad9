//! Natural keys: the identifier follows from what a record is about, so that two tablets which begin the same record
//! make one record and not a duplicate.

use super::*;
use crate::model::{ChecklistItem, Code, Date, DivisionCode, Id, Kind, Year};
use sha2::{Digest, Sha256};

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
    BenefitLinkageYearId of BenefitLinkageId;
    VillageYearId of DivisionCode;
    NaturalVillageYearId of DivisionCode;
    TownshipYearId of DivisionCode;
    CountyYearId of DivisionCode;
}

impl DivisionId {
    /// The identifier of an area's record: its code.
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

impl HolidayId {
    /// The identifier of a day of the working calendar: its date.
    pub fn of(date: Date) -> Self {
        Self(Id::joined(&[&date.to_string()]))
    }
}

impl DoctorServiceId {
    /// The identifier of the service under a contract on a day: `contract-date`.
    pub fn of(contract: DoctorContractId, date: Date) -> Self {
        Self(Id::joined(&[contract.as_str(), &date.to_string()]))
    }
}

impl TrainingAttendanceId {
    /// The identifier of a person's or an official's place in a training: `training.attendee`.
    pub fn of(session: TrainingSessionId, attendee: Id) -> Self {
        Self(pair(session.as_str(), attendee.as_str()))
    }
}

impl ProjectBeneficiaryId {
    /// The identifier of a household's share in a project: `project.household`.
    pub fn of(project: ProjectId, household: HouseholdId) -> Self {
        Self(pair(project.as_str(), household.as_str()))
    }
}

impl IssueId {
    /// The identifier of a numbered problem: `problem-017`.
    pub fn of(problem_no: u16) -> Self {
        Self(Id::joined(&["problem", &format!("{problem_no:03}")]))
    }
}

impl ChecklistAnswerId {
    /// The identifier of a year's answer about an area, a unit or a household: `item-subject-year`.
    pub fn of(item: &ChecklistItem, subject: Id, year: Year) -> Self {
        Self(Id::joined(&[item.id(), subject.as_str(), &year.to_string()]))
    }
}

impl DataIssueId {
    /// The identifier of what was decided about a rule at a field of a record: `rule-` and 16 digits of a hash, because
    /// the parts together can be longer than an identifier.
    pub fn of(rule: &str, kind: Kind, record: Id, field: &str) -> Self {
        let about = [kind.def().id, record.as_str(), field].join("\n");
        let hash = Sha256::digest(about.as_bytes());
        let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self(Id::joined(&[rule, &digits]))
    }
}

/// Two identifiers joined by a character that none the app makes holds, so that no two pairs give one text.
fn pair(first: &str, second: &str) -> Id {
    Id::joined(&[&format!("{first}.{second}")])
}

#[cfg(test)]
mod tests;
