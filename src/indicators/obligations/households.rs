//! Heads of townships at every poor household: O-07 (plan line 102). The visits lie with the village, where the households are.

use super::owed::{Duty, Owed, Part, Target, Who};
use super::periods::Period;
use super::tours::posts;
use crate::indicators::answers::only_if;
use crate::indicators::registry::HOUSEHOLDS;
use crate::indicators::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Reason,
    Subject, Subjects,
};
use crate::model::{Kind, Label, Level};
use crate::plan::{Chapter, ObligationId};

pub(in crate::indicators) const TOWNSHIP_TO_HOUSEHOLDS: Declaration = Declaration::new(
    "IND-OBL-07",
    Label::new(
        "书记乡镇长年遍访贫困户",
        "Township heads visit every poor household",
    ),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village], poor_households),
    &[
        Figure::new(
            "IND-OBL-07",
            Label::new("两人都访", "Visited by both"),
            HOUSEHOLDS,
            Some(Goal::of_duty::<7>()),
        ),
        Figure::new(
            "IND-OBL-07.secretary",
            Label::new("书记已访", "By the secretary"),
            HOUSEHOLDS,
            None,
        ),
        Figure::new(
            "IND-OBL-07.mayor",
            Label::new("乡镇长已访", "By the mayor"),
            HOUSEHOLDS,
            None,
        ),
    ],
);

pub(super) static EVERY_HOUSEHOLD: Duty = Duty {
    obligation: ObligationId::of::<7>(),
    of: Level::Township,
    levels: &[Level::Village],
    owed: heads_at_households,
};

/// For the secretary (0) and the mayor (1) every poor household of the village.
fn heads_at_households(duty: &'static Duty, context: &Context, year: &Period) -> Vec<Owed> {
    let posts = posts(duty).iter().enumerate();
    let owed = posts.map(|(head, post)| Owed {
        parts: context
            .village
            .households()
            .filter_map(|view| {
                let target = Target::Household(context.village.area, view.household.id);
                Part::judged(target, of_poor(&view, visited(&view, head, context)))
            })
            .collect(),
        missed: Reason::new(Cause::NotDone, Kind::Visit, "post"),
        ..duty.owed_by(Who::Post(post.clone()), context, year, Kind::Visit)
    });
    owed.collect()
}

/// Whether the secretary (0) or the mayor (1) visited a household in the year.
fn visited(view: &HouseholdView, head: usize, context: &Context) -> Finding {
    Finding::of(
        view.toured.by(head, context.as_of),
        Reason::new(Cause::NotDone, Kind::Visit, "post"),
        Reason::missing(Kind::Visit, "date"),
    )
}

fn poor_households(context: &Context, subjects: &mut Subjects) {
    for view in context.village.households() {
        let (secretary, mayor) = (visited(&view, 0, context), visited(&view, 1, context));
        let of = |finding: Finding| (of_poor(&view, finding), 1);
        let said = [of(secretary.and(mayor)), of(secretary), of(mayor)];
        subjects.say(Subject::Household, view.household.id.into(), &said);
    }
}

/// 贫困户: registered and not exited, or fallen back, on the day.
fn of_poor(view: &HouseholdView, finding: Finding) -> Judgement {
    if let Err(other) = view.registered() {
        return other;
    }
    only_if(
        view.register.is_poor(),
        (Cause::NotPoor, Kind::Household, "poverty_status"),
        || finding.into(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{named, tour};
    use crate::indicators::fixture::{VILLAGE, id};
    use crate::model::{HouseholdId, PostKind, PovertyStatus};

    #[test]
    fn obl_07_wants_secretary_and_mayor_at_every_poor_household() {
        let mut f = named();
        f.household("h1", 1);
        f.household("h2", 1).poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        let row = tour(
            &mut f.village,
            "v1",
            PostKind::TownshipMayor,
            VILLAGE,
            "2018-05-01",
        );
        row.household_id = Some(HouseholdId(id("h1")));
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-OBL-07.mayor", "2018-12-31"), [1; 4]);
        assert_eq!(f.tally("IND-OBL-07.secretary", "2018-12-31"), [0, 1, 1, 1]);
        let row = tour(
            &mut f.village,
            "v2",
            PostKind::TownshipSecretary,
            VILLAGE,
            "2018-06-01",
        );
        row.household_id = Some(HouseholdId(id("h1")));
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [1; 4]);
        f.village.visits.row_mut(id("v2")).record.date = None;
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [0, 1, 0, 1]);
    }
}
