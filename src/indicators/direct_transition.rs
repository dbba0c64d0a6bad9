//! Direct-transition peoples: IND-DTP-01 and 02 (plan line 75).

use super::answers::{asked, only_if, scoped};
use super::employment::training;
use super::projects::{ONE, batch};
use super::registry::ITEMS;
use super::{Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Subjects, Test};
use crate::model::{Kind, Label, Level, ProjectBatch};
use crate::plan::Chapter;

pub(super) const WHOLE_VILLAGES: Declaration = Declaration::new(
    "IND-DTP-01",
    Label::new("“直过民族”整村推进验收", "Whole-village projects accepted"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::DirectTransition46], &[ONE]);
    }),
    &[Figure::new(
        "IND-DTP-01",
        Label::new("验收项目", "Projects accepted"),
        ITEMS,
        Some(Goal::of_target::<55>(Test::Everybody)),
    )
    .of_declared::<55>(0)],
);

pub(super) const TRAINED: Declaration = Declaration::new(
    "IND-DTP-02",
    Label::new("“直过民族”培训人次", "Training of direct-transition peoples"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::Village], trained),
    &[Figure::new(
        "IND-DTP-02",
        Label::new("培训人次", "Attendances"),
        Label::new("人次", "attendances"),
        None,
    )],
);

/// Attendances of the year so far of persons who live in a household of such a people.
fn trained(context: &Context, subjects: &mut Subjects) {
    for row in context.village.records.training_attendances.iter() {
        let Some(view) = context.village.home(row.person_id) else {
            continue;
        };
        let from = training(row, context).and_then(|training| training.from);
        let of_year = asked(
            context.in_year(from),
            Cause::NotInYear,
            Kind::TrainingSession,
            "date_from",
        );
        let judgement = scoped(of_year, || {
            let other = (Cause::NotCounted, Kind::Household, "direct_transition_group");
            only_if(view.household.direct_transition_group, other, || {
                Judgement::Counts
            })
        });
        subjects.record(row, judgement);
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{PersonId, ProjectBatch, ProjectStage, TrainingSessionId};

    const END: &str = "2018-12-31";

    #[test]
    fn dtp_01_is_of_the_46_projects_that_the_plan_declares() {
        let mut f = Fixture::default();
        let row = &mut f.county.projects.row_mut(id("j1")).record;
        (row.batch, row.stage) = (
            Some(ProjectBatch::DirectTransition46),
            Some(ProjectStage::Accepted),
        );
        assert_eq!(f.county_tally("IND-DTP-01", END), [1, 46, 1, 46]);
    }

    #[test]
    fn dtp_02_counts_attendances_of_such_households() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        let row = &mut f.village.training_attendances.row_mut(id("a1")).record;
        (row.person_id, row.session_id) = (Some(PersonId(id("h1p1"))), Some(TrainingSessionId(id("t1"))));
        f.county.training_sessions.row_mut(id("t1")).record.date_from = Some(day("2018-06-01"));
        assert_eq!(f.tally("IND-DTP-02", END), [0, 1, 0, 1]);
        f.household("h1", 1).direct_transition_group = Some(true);
        assert_eq!(f.tally("IND-DTP-02", END), [1; 4]);
        f.household("h1", 1).direct_transition_group = Some(false);
        assert_eq!(f.tally("IND-DTP-02", END), [0; 4]);
    }
}
