//! Heads of departments in the field: O-09 (plan line 102, R-18).

use super::owed::{Duty, Owed, Part, Target, Who, then};
use super::periods::Period;
use crate::indicators::answers::{all, any, asked, is};
use crate::indicators::{Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Reason};
use crate::model::{Kind, Label, Level, Official, PostKind, Visit, VisitPurpose};
use crate::plan::{Chapter, ObligationId};

pub(in crate::indicators) const RESEARCH: Declaration = Declaration::new(
    "IND-OBL-09",
    Label::new("行业部门季度调研及解决问题", "Department heads do field research"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        FIELD_RESEARCH.say(context, subjects)
    }),
    &[Figure::new(
        "IND-OBL-09",
        Label::new(
            "已调研并解决问题的季度",
            "Quarters with research that solved a problem",
        ),
        Label::new("个季度", "quarters"),
        Some(Goal::of_duty::<9>()),
    )],
);

pub(super) static FIELD_RESEARCH: Duty = Duty {
    obligation: ObligationId::of::<9>(),
    of: Level::County,
    levels: &[Level::County],
    owed: research,
};

/// Of every head of a department, research in a poverty village that solved a problem in the quarter.
fn research(duty: &'static Duty, context: &Context, quarter: &Period) -> Vec<Owed> {
    let visits = context.village.records.visits.iter();
    let visits: Vec<_> = visits
        .map(|visit| (visit.official_id, researched(context, visit, quarter)))
        .filter(|(_, done)| *done != Some(false))
        .collect();
    let officials = context.village.records.officials.iter();
    let owed = officials.map(|official| {
        let by_them = |(who, done): &(Option<_>, _)| all(&[who.map(|id| id == official.id), *done]);
        let done = any(visits.iter().map(by_them));
        Owed {
            scope: is_head(context, official, quarter),
            parts: vec![Part::of(Target::Itself, done)],
            missed: Reason::new(Cause::NotDone, Kind::Visit, "problems_solved"),
            missing: Reason::missing(Kind::Visit, "problems_solved"),
            ..duty.owed_by(Who::Official(official.id), context, quarter, Kind::Visit)
        }
    });
    owed.collect()
}

/// Whether an official heads a department in the quarter.
fn is_head(context: &Context, official: &Official, quarter: &Period) -> crate::indicators::Finding {
    let is_head = |post: &PostKind| is(&Some(post.clone()), &[PostKind::DeptHead]);
    let head = official
        .posts
        .as_ref()
        .and_then(|posts| any(posts.iter().map(is_head)));
    let in_post = official
        .active_from
        .is_none_or(|day| context.begun_in(quarter, day))
        && official.active_to.is_none_or(|day| day > quarter.from);
    then(asked(head, Cause::NotCounted, Kind::Official, "posts"), || {
        asked(Some(in_post), Cause::NotOfTheDay, Kind::Official, "active_from")
    })
}

/// Whether a visit is research in a poverty village that solved a problem in the quarter, by whomever.
fn researched(context: &Context, visit: &Visit, quarter: &Period) -> Option<bool> {
    let in_quarter = context.in_period(quarter, visit.date);
    if in_quarter == Some(false) {
        return in_quarter;
    }
    all(&[
        in_quarter,
        is(&visit.purpose, &[VisitPurpose::Research]),
        visit.target_code.and_then(|code| context.facts.is_poor(code)),
        visit.problems_solved.map(|solved| solved.0 >= 1),
    ])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{COUNTY, named, tour};
    use crate::indicators::fixture::{VILLAGE, id};
    use crate::model::{Count, OfficialId, PostKind, VisitPurpose};

    #[test]
    fn obl_09_wants_research_that_solves_a_problem() {
        let mut f = named();
        f.county.officials.row_mut(id("o1")).record.posts = Some(vec![PostKind::DeptHead]);
        f.county.officials.row_mut(id("o2")).record.posts = Some(vec![PostKind::Helper]);
        let row = tour(&mut f.county, "v1", PostKind::DeptHead, VILLAGE, "2018-02-01");
        (row.purpose, row.official_id) = (Some(VisitPurpose::Research), Some(OfficialId(id("o1"))));
        row.problems_solved = Some(Count(0));
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-03-31"), [0, 1, 1, 1]);
        f.county.visits.row_mut(id("v1")).record.problems_solved = Some(Count(1));
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-03-31"), [1; 4]);
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-06-30"), [1, 2, 2, 2]);
    }
}
