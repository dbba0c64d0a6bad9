//! 分户: some members leave a household and are one of their own from a day on.
//!
//! Nothing is moved and nothing is lost: what was told of the old household stays with it, the persons keep their records and
//! their past, and the register's entry is carried on.

use super::{Batch, CommandError, Workspace};
use crate::model::*;

/// Who leaves, under whom, and from which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSplit {
    /// The members who leave.
    pub leaving: Vec<PersonId>,
    /// The one of them who is head of the new household.
    pub head: PersonId,
    /// The first day of the new household.
    pub day: Date,
}

impl Workspace {
    /// Splits a household, and gives the new one's identifier.
    ///
    /// # Errors
    /// [`CommandError::NotASplit`] when nobody leaves, nobody stays, the new head does not leave, or somebody who leaves is no
    /// member on that day; and as every command.
    pub async fn split_household(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        new: NewSplit,
    ) -> Result<HouseholdId, CommandError> {
        let split = self.correct(area, |batch| split(batch, household, &new)).await?;
        split.ok_or(CommandError::NotASplit)
    }
}

/// The changes of a split; none and no new household when it is none.
fn split(batch: &mut Batch<'_>, household: HouseholdId, new: &NewSplit) -> Option<HouseholdId> {
    let records = batch.partition().records();
    let old = records.households.get(household)?.clone();
    let own = records
        .memberships
        .iter()
        .filter(|row| row.household_id == Some(household));
    let members: Vec<HouseholdMembership> = own.filter(|row| is_member(row, new.day)).cloned().collect();
    let leaves =
        |row: &HouseholdMembership| row.person_id.is_some_and(|person| new.leaving.contains(&person));
    let (leaving, staying): (Vec<_>, Vec<_>) = members.into_iter().partition(leaves);
    if leaving.len() != new.leaving.len() || staying.is_empty() || !new.leaving.contains(&new.head) {
        return None;
    }
    let head_name = records
        .persons
        .get(new.head)
        .and_then(|person| person.name.clone());
    let decided = old.exit_year.map(|year| HouseholdYearId::of(household, year));
    let ready = decided.and_then(|id| records.household_years.get(id)?.exit_ready_decided);
    let id = HouseholdId(batch.fresh_id());
    for row in leaving {
        let person = row.person_id;
        batch.put(&HouseholdMembership {
            end: Some(new.day),
            change_out: Some(MemberChange::OtherOut),
            ..row
        });
        batch.put(&HouseholdMembership {
            id: HouseholdMembershipId(batch.fresh_id()),
            household_id: Some(id),
            person_id: person,
            start: Some(new.day),
            // How the others stand to the new head is for somebody to say.
            relation: (person == Some(new.head)).then_some(RelationToHead::Head),
            change_in: Some(MemberChange::OtherIn),
            ..HouseholdMembership::default()
        });
    }
    batch.put(&HouseholdStatusEvent {
        id: HouseholdStatusEventId(batch.fresh_id()),
        household_id: Some(id),
        kind: Some(StatusEventKind::Split),
        date: Some(new.day),
        split_from: Some(household),
        ..HouseholdStatusEvent::default()
    });
    if let (Some(year), true) = (old.exit_year, ready.is_some()) {
        // What was decided of them all holds for those who leave.
        batch.put(&HouseholdYear {
            id: HouseholdYearId::of(id, year),
            household_id: Some(id),
            year: Some(year),
            exit_ready_decided: ready,
            ..HouseholdYear::default()
        });
    }
    batch.put(&Household {
        id,
        head_person_id: Some(new.head),
        head_name,
        national_household_no: None,
        phone: None,
        latitude_e6: None,
        longitude_e6: None,
        // The frozen cohort has the household once, and its people of that day with it.
        cohort_not_exited_2017: old.registered.map(|_| false),
        source: Some(SourceKind::Manual),
        ..old
    });
    Some(id)
}

/// Whether a membership is open on the day before a split: one without a start may be.
fn is_member(row: &HouseholdMembership, day: Date) -> bool {
    row.start.is_none_or(|start| start < day) && row.end.is_none_or(|end| end > day)
}
