//! Who is in the register and with which status: IND-POV-01 to 03 and 07 (plan lines 17, 26, 42, 63).

use super::{HOUSEHOLD_COUNT, PERSON_COUNT};
use crate::indicators::register::{Poverty, Register, register_on};
use crate::indicators::registry::HOUSEHOLDS;
use crate::indicators::{
    Aggregation, COHORT_DAY, Cause, Context, Declaration, Figure, Goal, HouseholdView, Judge, Judgement,
    Reason, Test, Weight,
};
use crate::model::{AsOf, Date, HouseholdStatusEvent, Kind, Label, StatusEventKind};
use crate::plan::Chapter;

/// The deadline of T-01; what happens later came too late for it.
const EXIT_DEADLINE: Date = Date::of::<2018, 12, 31>();

pub(in crate::indicators) const REGISTERED: Declaration = Declaration {
    id: "IND-POV-01",
    label: Label::new("建档立卡户数、人数", "Registered households and persons"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(|view, _| {
        view.registered()
            .map_or_else(|other| other, |_| Judgement::Counts)
    }),
    figures: &[
        Figure::new("IND-POV-01", HOUSEHOLD_COUNT, HOUSEHOLDS, None),
        Figure::of_members("IND-POV-01.persons", PERSON_COUNT, None),
    ],
};

const NOBODY_LEFT: Option<Goal> = Some(Goal::of_target::<1>(Test::Nobody));

pub(in crate::indicators) const NOT_EXITED: Declaration = Declaration {
    id: "IND-POV-02",
    label: Label::new("未脱贫户数、人数", "Households and persons not exited"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(not_exited),
    figures: &[
        Figure::new("IND-POV-02", HOUSEHOLD_COUNT, HOUSEHOLDS, NOBODY_LEFT),
        Figure::of_members("IND-POV-02.persons", PERSON_COUNT, NOBODY_LEFT),
    ],
};

/// 未脱贫 or 返贫.
fn not_exited(view: &HouseholdView, _: &Context) -> Judgement {
    match view.registered() {
        Ok(Poverty::NotExited | Poverty::Returned) => Judgement::Counts,
        Ok(Poverty::Exited) => {
            Judgement::Fails(Reason::new(Cause::NotPoor, Kind::Household, "poverty_status"))
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

const WHOLE_COHORT: Option<Goal> = Some(Goal::of_target::<1>(Test::Everybody));

pub(in crate::indicators) const COHORT: Declaration = Declaration {
    id: "IND-POV-03",
    label: Label::new(
        "2017年底未脱贫户脱贫进度",
        "Exit of the households left at the end of 2017",
    ),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Household(cohort),
    figures: &[
        Figure::new("IND-POV-03", HOUSEHOLD_COUNT, HOUSEHOLDS, WHOLE_COHORT),
        Figure::of_members(
            "IND-POV-03.persons",
            Label::new("人数（2017年底人口）", "Persons, as of the end of 2017"),
            WHOLE_COHORT,
        )
        .weighing(Weight::FrozenMembers),
        Figure::of_members(
            "IND-POV-03.persons_now",
            Label::new("人数（当日人口）", "Persons, as of the day"),
            None,
        ),
    ],
};

/// Of the households not exited at the end of 2017, those exited by the deadline. A household that left the register
/// stays in the frozen cohort.
fn cohort(view: &HouseholdView, context: &Context) -> Judgement {
    let at = |cause| Reason::new(cause, Kind::Household, "cohort_not_exited_2017");
    let entry = |day| register_on(view.household, view.events, &AsOf::new(day));
    let in_cohort = match view.household.cohort_not_exited_2017 {
        Some(flag) => Some(flag),
        None => entry(COHORT_DAY).is_poor(),
    };
    match in_cohort {
        Some(true) => {}
        Some(false) => return Judgement::Excluded(at(Cause::NotInCohort)),
        None => return Judgement::Unknown(at(Cause::NotFilledIn)),
    }
    let entry = if context.as_of.is_past(EXIT_DEADLINE) {
        entry(EXIT_DEADLINE)
    } else {
        view.register
    };
    let fails = |cause| Judgement::Fails(Reason::new(cause, Kind::HouseholdStatusEvent, "kind"));
    match entry {
        Register::In(Poverty::Exited) => Judgement::Counts,
        Register::In(Poverty::NotExited) => fails(Cause::StillPoor),
        Register::In(Poverty::Returned) => fails(Cause::FellBack),
        Register::Out(_) => fails(Cause::LeftRegister),
        Register::In(Poverty::Unknown(reason)) | Register::Unknown(reason) => Judgement::Unknown(reason),
    }
}

pub(in crate::indicators) const FELL_BACK: Declaration = Declaration {
    id: "IND-POV-07",
    label: Label::new("返贫户数、人数", "Households and persons that fell back"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(fell_back),
    figures: &[
        Figure::new("IND-POV-07", HOUSEHOLD_COUNT, HOUSEHOLDS, None),
        Figure::of_members("IND-POV-07.persons", PERSON_COUNT, None),
    ],
};

/// 返贫 in the year up to the day; a household that has left the register since then still counts.
fn fell_back(view: &HouseholdView, context: &Context) -> Judgement {
    let returned = |(_, event): &(u32, &HouseholdStatusEvent)| {
        let in_year = |date: Date| date.year() == context.year && context.as_of.has_come_to(date);
        event.kind == Some(StatusEventKind::Returned) && event.date.is_some_and(in_year)
    };
    let by_field = view.events.is_empty() && view.household.returned_year == Some(context.year);
    match (view.registered(), by_field || view.events.iter().any(returned)) {
        (Ok(_), true) => Judgement::Counts,
        (Err(Judgement::Excluded(reason)), true) if reason.cause == Cause::LeftRegister => Judgement::Counts,
        (Ok(Poverty::Unknown(reason)), false) => Judgement::Unknown(reason),
        (Ok(_), false) => Judgement::Fails(Reason::new(
            Cause::DidNotFallBack,
            Kind::HouseholdStatusEvent,
            "kind",
        )),
        (Err(other), _) => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day};
    use crate::model::StatusEventKind as K;

    /// h1 exits in 2018, h2 has left before 2018, h3 falls back in 2018 and has one member since, h4 is not registered.
    fn village() -> Fixture {
        let mut f = Fixture::default();
        f.household("h1", 4);
        f.event("h1", K::Identified, "2014-05-01");
        f.event("h1", K::Exited, "2018-11-20");
        f.household("h2", 2);
        f.event("h2", K::Exited, "2016-11-20");
        f.event("h2", K::Deregistered, "2017-06-01");
        f.household("h3", 3);
        f.event("h3", K::Exited, "2016-11-20");
        f.event("h3", K::Returned, "2018-07-01");
        f.membership("h3", "h3p3").start = Some(day("2018-08-01"));
        f.household("h4", 5).registered = Some(false);
        f
    }

    #[test]
    fn pov_01_counts_the_register_of_the_day() {
        let f = village();
        assert_eq!(f.tally("IND-POV-01", "2017-05-31"), [3, 3, 3, 3]);
        assert_eq!(f.tally("IND-POV-01", "2017-06-01"), [2, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-01.persons", "2018-07-31"), [6, 6, 6, 6]);
        assert_eq!(f.tally("IND-POV-01.persons", "2018-08-01"), [7, 7, 7, 7]);
        let (_, cause, field) = f.why("IND-POV-01", "h4", "2018-01-01");
        assert_eq!(
            (cause, field.as_str()),
            (Cause::NotRegistered, "household.registered")
        );
    }

    #[test]
    fn pov_02_counts_those_not_exited_and_those_fallen_back() {
        let f = village();
        assert_eq!(f.tally("IND-POV-02", "2017-12-31"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-02.persons", "2017-12-31"), [4, 6, 6, 6]);
        assert_eq!(f.tally("IND-POV-02", "2018-07-01"), [2, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-02.persons", "2018-12-31"), [3, 7, 7, 7]);
    }

    #[test]
    fn pov_02_is_unknown_of_a_household_without_a_status() {
        let mut f = village();
        f.household("h5", 2).poverty_status = None;
        assert_eq!(f.tally("IND-POV-02", "2018-12-31"), [1, 3, 2, 3]);
        let expected = (
            "unknown",
            Cause::NotFilledIn,
            "household.poverty_status".to_owned(),
        );
        assert_eq!(f.why("IND-POV-02", "h5", "2018-12-31"), expected);
    }

    #[test]
    fn a_household_without_members_cannot_be_counted_in_persons() {
        let mut f = Fixture::default();
        f.household("h1", 0);
        f.household("h2", 2);
        f.membership("h2", "h2p2").start = None;
        assert_eq!(f.tally("IND-POV-02", "2018-01-01"), [2, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-02.persons", "2018-01-01"), [0, 3, 0, 3]);
        assert_eq!(
            f.why("IND-POV-02.persons", "h1", "2018-01-01").1,
            Cause::NoMembers
        );
        assert_eq!(
            f.why("IND-POV-02.persons", "h2", "2018-01-01").2,
            "household_membership.start"
        );
    }

    #[test]
    fn pov_03_follows_the_frozen_cohort_to_the_end_of_2018() {
        let mut f = village();
        f.membership("h1", "h1p4").end = Some(day("2018-03-01"));
        assert_eq!(f.tally("IND-POV-03", "2018-11-19"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-POV-03", "2018-11-20"), [1, 1, 1, 1]);
        assert_eq!(f.tally("IND-POV-03.persons", "2018-11-20"), [4, 4, 4, 4]);
        assert_eq!(f.tally("IND-POV-03.persons_now", "2018-11-20"), [3, 3, 3, 3]);
        f.household("h6", 2);
        f.event("h6", K::Exited, "2019-02-01");
        assert_eq!(
            f.tally("IND-POV-03", "2019-06-30"),
            [1, 2, 2, 2],
            "2019 is too late for T-01"
        );
        assert_eq!(f.why("IND-POV-03", "h6", "2019-06-30").1, Cause::StillPoor);
        assert_eq!(f.why("IND-POV-03", "h3", "2019-06-30").1, Cause::NotInCohort);
    }

    #[test]
    fn pov_03_keeps_a_household_that_left_the_register() {
        let mut f = Fixture::default();
        f.household("h1", 1).cohort_not_exited_2017 = Some(true);
        f.event("h1", K::DiedOut, "2018-02-01");
        assert_eq!(f.tally("IND-POV-03", "2018-12-31"), [0, 1, 1, 1]);
        assert_eq!(f.why("IND-POV-03", "h1", "2018-12-31").1, Cause::LeftRegister);
    }

    #[test]
    fn pov_07_counts_those_that_fell_back_in_the_year_so_far() {
        let mut f = village();
        assert_eq!(f.tally("IND-POV-07", "2018-06-30"), [0, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-07", "2018-07-01"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-POV-07.persons", "2018-12-31"), [3, 7, 7, 7]);
        assert_eq!(f.tally("IND-POV-07", "2019-01-01"), [0, 2, 2, 2]);
        f.event("h3", K::MovedOut, "2018-12-01");
        assert_eq!(
            f.tally("IND-POV-07", "2018-12-31"),
            [1, 2, 2, 2],
            "it left after it fell back"
        );
    }
}
