//! The county's project library: IND-PRJ-01 to 03 (plan line 69), and what other chapters ask of its projects.

use super::answers::{asked, is, only_if, scoped};
use super::registry::{ITEMS, Weight};
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Reason, Subjects, Test,
};
use crate::model::{Kind, Label, Level, Project, ProjectBatch, ProjectStage};
use crate::plan::{Chapter, Unit};

pub(super) const COMPLETED: Declaration = Declaration::new(
    "IND-PRJ-01",
    Label::new("项目库完成率", "Projects of the library completed"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        for project in context.village.records.projects.iter() {
            subjects.record(project, completed(project, context).into());
        }
    }),
    &[Figure::new(
        "IND-PRJ-01",
        Label::new("完成项目", "Projects completed"),
        ITEMS,
        Some(Goal::of_target::<41>(Test::Everybody)),
    )
    .of_declared::<41>(0)],
);

pub(super) const PAID: Declaration = Declaration::new(
    "IND-PRJ-02",
    Label::new("项目资金支付率", "Money of the library paid"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Each(&[Level::County], paid),
    &[Figure::new(
        "IND-PRJ-02",
        Label::new("已支付", "Paid"),
        Unit::Fen.label(),
        None,
    )
    .weighing(Weight::Amounts)
    .of_declared::<41>(1)],
);

/// Payments by the day over what is planned for the project.
fn paid(context: &Context, subjects: &mut Subjects) {
    let payments = Payments::of(context);
    for project in context.village.records.projects.iter() {
        let planned = project.planned_total().map(|fen| fen.0);
        let (num, open) = payments.of_project(project);
        let judgement = match (planned, open) {
            (Some(den), None) => Judgement::Amount { num, den },
            (Some(den), Some(reason)) => Judgement::Part { num, den, reason },
            (None, _) => Judgement::Part {
                num,
                den: 0,
                reason: Reason::missing(Kind::Project, "planned_county"),
            },
        };
        subjects.record(project, judgement);
    }
}

/// What is paid by the day, by project.
pub(super) struct Payments(Vec<(crate::model::ProjectId, Result<i64, Reason>)>);

impl Payments {
    pub(super) fn of(context: &Context) -> Self {
        let mut payments = Vec::new();
        for payment in context.village.records.project_payments.iter() {
            let Some(project) = payment.project_id else {
                continue;
            };
            let missing = |field| Err(Reason::missing(Kind::ProjectPayment, field));
            match (context.has_come(payment.date), payment.amount) {
                (Some(false), _) => {}
                (None, _) => payments.push((project, missing("date"))),
                (_, None) => payments.push((project, missing("amount"))),
                (Some(true), Some(fen)) => payments.push((project, Ok(fen.0))),
            }
        }
        payments.sort_by_key(|(project, _)| *project);
        Self(payments)
    }

    /// What is paid for certain, and what is not known.
    pub(super) fn of_project(&self, project: &Project) -> (i64, Option<Reason>) {
        let start = self.0.partition_point(|(id, _)| *id < project.id);
        let ours = self.0[start..].iter().take_while(|(id, _)| *id == project.id);
        let known = ours.clone().filter_map(|(_, paid)| paid.ok()).sum();
        (known, ours.filter_map(|(_, paid)| paid.err()).next())
    }
}

pub(super) const OPEN: Declaration = Declaration::new(
    "IND-PRJ-03",
    Label::new("绩效目标与公示", "Projects with a goal and made public"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        for project in context.village.records.projects.iter() {
            let goal = Reason::missing(Kind::Project, "performance_goal");
            let answer = Finding::of(Some(project.performance_goal.is_some()), goal, goal).and(
                super::answers::said(project.publicity_done, Kind::Project, "publicity_done"),
            );
            subjects.record(project, answer.into());
        }
    }),
    &[Figure::new(
        "IND-PRJ-03",
        Label::new("两项齐全", "Projects with both"),
        ITEMS,
        None,
    )],
);

/// Accepted by the day; one without a date is accepted as long as it says so.
pub(super) fn accepted(project: &Project, context: &Context) -> Finding {
    by_stage(project, |stage| match stage {
        ProjectStage::Accepted => context.has_come_or_undated(project.accepted_on),
        _ => false,
    })
}

/// Completed or accepted by the day.
pub(super) fn completed(project: &Project, context: &Context) -> Finding {
    by_stage(project, |stage| {
        let date = match stage {
            ProjectStage::Completed => project.completed_on,
            ProjectStage::Accepted => project.completed_on.or(project.accepted_on),
            _ => return false,
        };
        context.has_come_or_undated(date)
    })
}

fn by_stage(project: &Project, is_done: impl Fn(&ProjectStage) -> bool) -> Finding {
    let at = |cause| Reason::new(cause, Kind::Project, "stage");
    match &project.stage {
        None | Some(ProjectStage::Unrecognised(_)) => Finding::Unknown(at(Cause::NotFilledIn)),
        Some(ProjectStage::Cancelled) => Finding::No(at(Cause::Cancelled)),
        Some(stage) => Finding::of(Some(is_done(stage)), at(Cause::NotDone), at(Cause::NotFilledIn)),
    }
}

/// Whether a project belongs to a batch of the plan. One without a batch belongs to none: not every project has one.
pub(super) fn is_of_batch(project: &Project, batches: &[ProjectBatch]) -> Finding {
    let answer = match &project.batch {
        None => Some(false),
        batch => is(batch, batches),
    };
    asked(answer, Cause::NotCounted, Kind::Project, "batch")
}

/// A field of a project that is summed.
pub(super) type Measure = (&'static str, fn(&Project) -> Option<i64>);

/// Every project counts as one.
pub(super) const ONE: Measure = ("name", |_| Some(1));
/// Roads and works.
pub(super) const WORKS: Measure = ("works_count", |row| row.works_count.map(|count| count.0));
/// Metres.
pub(super) const LENGTH: Measure = ("length", |row| row.length.map(|metres| metres.0));
/// Persons served.
pub(super) const PERSONS_SERVED: Measure = ("served_persons", |row| row.served_persons.map(|count| count.0));
/// Groups served.
pub(super) const GROUPS_SERVED: Measure = ("served_groups", |row| row.served_groups.map(|count| count.0));
/// Newly irrigated land.
pub(super) const IRRIGATED_NEW: Measure = ("irrigated_new", |row| row.irrigated_new.map(|area| area.0));
/// Better irrigated land.
pub(super) const IRRIGATED_IMPROVED: Measure = ("irrigated_improved", |row| {
    row.irrigated_improved.map(|area| area.0)
});
/// Money planned.
pub(super) const PLANNED: Measure = ("planned_county", |row| row.planned_total().map(|fen| fen.0));

/// Projects of these batches that are accepted by the day, and their measures, one a figure.
pub(super) fn batch(
    context: &Context,
    subjects: &mut Subjects,
    batches: &[ProjectBatch],
    measures: &[Measure],
) {
    each_of(context, subjects, measures, |project| {
        scoped(is_of_batch(project, batches), || {
            accepted(project, context).into()
        })
    });
}

/// Projects with what is said of them, weighed by their measures, one a figure.
pub(super) fn each_of(
    context: &Context,
    subjects: &mut Subjects,
    measures: &[Measure],
    judge: impl Fn(&Project) -> Judgement,
) {
    let mut said = Vec::with_capacity(measures.len());
    for project in context.village.records.projects.iter() {
        let judgement = judge(project);
        said.clear();
        said.extend(measures.iter().map(|(field, measure)| {
            amount(judgement, measure(project), Reason::missing(Kind::Project, field))
        }));
        subjects.weighed(project, &said);
    }
}

/// Only projects of that year.
pub(super) fn of_plan_year(
    project: &Project,
    context: &Context,
    judge: impl FnOnce() -> Judgement,
) -> Judgement {
    let of_year = project.plan_year.map(|year| year == context.year);
    only_if(of_year, (Cause::NotInYear, Kind::Project, "plan_year"), judge)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::indicators::{Cause, Status, explain_sum, figure};
    use crate::model::{DivisionCode, Fen, ProjectId, ProjectStage};

    const END: &str = "2018-12-31";
    const COUNTY: &str = "530427";

    fn library() -> Fixture {
        let mut f = Fixture::default();
        for (name, stage) in [
            ("j1", ProjectStage::Completed),
            ("j2", ProjectStage::Accepted),
            ("j3", ProjectStage::Implementing),
            ("j4", ProjectStage::Cancelled),
        ] {
            let project = &mut f.county.projects.row_mut(id(name)).record;
            (project.stage, project.planned_county) = (Some(stage), Some(Fen(1_000)));
            project.completed_on = Some(day("2018-10-01"));
        }
        f
    }

    #[test]
    fn prj_01_is_of_the_453_that_the_plan_declares() {
        let f = library();
        assert_eq!(f.office_tally("IND-PRJ-01", COUNTY, END), [2, 4, 4, 4]);
        assert_eq!(f.county_tally("IND-PRJ-01", END), [2, 453, 4, 453]);
        assert_eq!(f.office_tally("IND-PRJ-01", COUNTY, "2018-09-30"), [0, 4, 4, 4]);
        assert_eq!(
            f.office_why("IND-PRJ-01", COUNTY, "j4", END),
            ("fails", Cause::Cancelled)
        );
        let scores = f.scores(END);
        let county = DivisionCode::new(COUNTY).unwrap();
        let at = figure("IND-PRJ-01").unwrap();
        let rest = explain_sum(at, county, &scores);
        assert_eq!(
            (rest[0].tally.den, rest[0].reason().unwrap().cause),
            (449, Cause::NotEntered)
        );
        assert_eq!(
            scores.card(county).unwrap().status(at, scores.as_of()),
            Status::OnTrack
        );
        assert_eq!(
            at.value(scores.card(county).unwrap().tally(at)).as_deref(),
            Some("0.44%")
        );
    }

    #[test]
    fn prj_02_is_money_paid_of_the_money_declared() {
        let mut f = library();
        let payment = &mut f.county.project_payments.row_mut(id("p1")).record;
        (payment.project_id, payment.amount) = (Some(ProjectId(id("j1"))), Some(Fen(300)));
        payment.date = Some(day("2018-06-01"));
        assert_eq!(f.office_tally("IND-PRJ-02", COUNTY, END), [300, 4_000, 4, 4]);
        assert_eq!(f.county_tally("IND-PRJ-02", END), [300, 73_263_240_000, 4, 5]);
        assert_eq!(
            f.office_tally("IND-PRJ-02", COUNTY, "2018-05-31"),
            [0, 4_000, 4, 4]
        );
        f.county.project_payments.row_mut(id("p1")).record.amount = None;
        assert_eq!(f.office_tally("IND-PRJ-02", COUNTY, END), [0, 4_000, 3, 4]);
    }

    #[test]
    fn prj_03_wants_a_goal_and_publicity() {
        let mut f = library();
        assert_eq!(f.office_tally("IND-PRJ-03", COUNTY, END), [0, 4, 4, 4]);
        let project = &mut f.county.projects.row_mut(id("j1")).record;
        project.performance_goal = Some("通水".into());
        assert_eq!(f.office_tally("IND-PRJ-03", COUNTY, END), [0, 4, 3, 4]);
        f.county.projects.row_mut(id("j1")).record.publicity_done = Some(true);
        assert_eq!(f.office_tally("IND-PRJ-03", COUNTY, END), [1, 4, 4, 4]);
    }

    #[test]
    fn a_county_whose_own_records_are_not_here_is_unknown() {
        let mut f = library();
        f.county = crate::model::Records::default();
        assert_eq!(f.county_tally("IND-PRJ-01", END), [0, 453, 0, 453]);
    }
}
