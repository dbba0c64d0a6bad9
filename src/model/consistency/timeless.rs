//! What a check finds whatever the day: made once for a state of the records and kept with their ties, because figures of
//! another day ask for it again.

use super::{Breach, phone, process};
use crate::model::{Grouped, HealthCondition, NOWHERE, PersonYear, Records, StudentStatus, Ties};

/// What is so on every day.
#[derive(Debug)]
pub(in crate::model) struct Timeless {
    /// What every person was in some year, by place.
    pub(super) ever: Vec<Ever>,
    /// The places of everybody who ever belonged to a household.
    pub(super) belonged: Grouped<u32>,
    /// What does not hold by rules that ask for no day.
    pub(super) breaches: Vec<Breach>,
}

/// What a person was in some year.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ever {
    pub ill: bool,
    pub disabled: bool,
    pub student: bool,
    /// Whether some year tells the health.
    pub health_known: bool,
    /// Whether some year tells the schooling.
    pub schooling_known: bool,
}

impl Timeless {
    /// Finds it; `ties` are those of the records.
    pub(super) fn of(records: &Records, ties: &Ties) -> Self {
        let mut ever = vec![Ever::default(); ties.persons().len()];
        for (place, _, row) in ties.years::<PersonYear>() {
            ever[place as usize].note(row);
        }
        let mut breaches = Vec::new();
        phone::check(records, &mut breaches);
        process::check(records, &mut breaches);
        Self {
            ever,
            belonged: belonged(ties),
            breaches,
        }
    }
}

/// The places of persons by those of the households they ever belonged to.
fn belonged(ties: &Ties) -> Grouped<u32> {
    let places = ties.households().count();
    let memberships = ties.memberships();
    let known = memberships.filter(|(home, person, _)| (*home as usize) < places && *person != NOWHERE);
    Grouped::new(places, known.map(|(home, person, _)| (home, person)).collect())
}

impl Ever {
    fn note(&mut self, row: &PersonYear) {
        for condition in row.health.iter().flatten() {
            self.health_known = true;
            match condition {
                HealthCondition::Chronic | HealthCondition::Major => self.ill = true,
                HealthCondition::Disabled => self.disabled = true,
                HealthCondition::Healthy => {}
                // What a newer version calls it may be either.
                HealthCondition::Unrecognised(_) => (self.ill, self.disabled) = (true, true),
            }
        }
        self.student |= row.student_status.as_ref().is_some_and(is_student);
        self.schooling_known |= row.student_status.is_some() || row.education.is_some();
    }
}

/// Whether a status is that of somebody who goes to a kindergarten, school or college.
pub(super) const fn is_student(status: &StudentStatus) -> bool {
    !matches!(status, StudentStatus::NotStudent | StudentStatus::PreschoolAge)
}
