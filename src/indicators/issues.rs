//! Problems found by inspections: IND-ISS-01 and 02 (plan line 94).

use super::answers::{all, is, judged, not, only_if};
use super::registry::ITEMS;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Origin, Subjects, Test,
};
use crate::model::{Issue, IssueState, Kind, Label, Level};
use crate::plan::{self, BaselineId, Chapter, Deadline};

pub(super) const CLOSED: Declaration = Declaration::new(
    "IND-ISS-01",
    Label::new("问题整改销号率", "Problems closed"),
    (Chapter::Party, Aggregation::Share),
    Judge::Each(&[Level::County], closed),
    &[Figure::new(
        "IND-ISS-01",
        Label::new("已销号问题", "Problems closed"),
        ITEMS,
        Some(Goal::of_target::<74>(Test::Everybody)),
    )
    .of_declared::<74>(0)],
);

/// 对账销号: closed by the day; the date decides where there is one.
fn is_closed(issue: &Issue, context: &Context) -> Option<bool> {
    all(&[
        is(&issue.state, &[IssueState::Closed]),
        Some(context.has_come_or_undated(issue.closed_on)),
    ])
}

/// The problems that the plan counts; what was found later is in the list too and has a higher number.
fn closed(context: &Context, subjects: &mut Subjects) {
    let counted = plan::baseline(BaselineId::of::<11>()).figures.last();
    let counted = counted.map_or(i64::MAX, |figure| figure.quantity.value);
    for issue in context.village.records.issues.iter() {
        let of_plan = issue.problem_no.map(|number| (1..=counted).contains(&number.0));
        let judgement = only_if(of_plan, (Cause::NotCounted, Kind::Issue, "problem_no"), || {
            judged(is_closed(issue, context), Cause::NotDone, Kind::Issue, "state")
        });
        subjects.record(issue, judgement);
    }
}

pub(super) const OVERDUE: Declaration = Declaration::new(
    "IND-ISS-02",
    Label::new("逾期未销号问题", "Problems overdue"),
    (Chapter::Party, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        for issue in context.village.records.issues.iter() {
            subjects.record(issue, overdue(issue, context));
        }
    }),
    &[Figure::new(
        "IND-ISS-02",
        Label::new("逾期问题", "Problems overdue"),
        ITEMS,
        Some(Goal {
            test: Test::Nobody,
            origin: Origin::Implied {
                line: 94,
                deadline: Deadline::Continuous,
            },
        }),
    )],
);

/// Past its own deadline and not closed.
fn overdue(issue: &Issue, context: &Context) -> Judgement {
    let overdue = all(&[
        not(is_closed(issue, context)),
        issue.deadline.map(|day| context.as_of.is_past(day)),
    ]);
    judged(overdue, Cause::NotOverdue, Kind::Issue, "deadline")
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{Count, IssueState};

    const END: &str = "2018-12-31";
    const COUNTY: &str = "530427";

    fn issue(f: &mut Fixture, number: i64, state: IssueState, deadline: Option<&str>) {
        let row = &mut f
            .county
            .issues
            .row_mut(id(&format!("problem-{number:03}")))
            .record;
        (row.problem_no, row.state) = (Some(Count(number)), Some(state));
        row.deadline = deadline.map(day);
    }

    #[test]
    fn iss_01_is_of_the_203_problems_of_the_plan() {
        let mut f = Fixture::default();
        issue(&mut f, 1, IssueState::Closed, None);
        issue(&mut f, 203, IssueState::Review, None);
        issue(&mut f, 204, IssueState::Closed, None);
        assert_eq!(f.office_tally("IND-ISS-01", COUNTY, END), [1, 2, 2, 2]);
        assert_eq!(f.county_tally("IND-ISS-01", END), [1, 203, 2, 203]);
        assert_eq!(
            f.office_why("IND-ISS-01", COUNTY, "problem-204", END).1,
            Cause::NotCounted
        );
        f.county.issues.row_mut(id("problem-001")).record.closed_on = Some(day("2019-01-01"));
        assert_eq!(f.office_tally("IND-ISS-01", COUNTY, END), [0, 2, 2, 2]);
    }

    #[test]
    fn iss_02_counts_what_is_past_its_own_deadline() {
        let mut f = Fixture::default();
        issue(&mut f, 1, IssueState::Fixing, Some("2018-12-30"));
        issue(&mut f, 2, IssueState::Fixing, Some("2018-12-31"));
        issue(&mut f, 3, IssueState::Closed, Some("2018-01-01"));
        assert_eq!(f.office_tally("IND-ISS-02", COUNTY, END), [1, 3, 3, 3]);
        issue(&mut f, 4, IssueState::Open, None);
        assert_eq!(f.office_tally("IND-ISS-02", COUNTY, END), [1, 4, 3, 4]);
    }
}
