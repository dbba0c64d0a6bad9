//! What a figure is held to, and where a tally stands against it.

use super::Tally;
use crate::model::{Date, Label, Level};
use crate::plan::{self, Deadline, NoteId, ObligationId, PERIOD_START, PLAN_YEARS, Scope, TargetId, Unit};

/// What a figure is held to. The plan's own numbers, dates and lines are read from its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The comparison.
    pub test: Test,
    /// Where it is from.
    pub origin: Origin,
}

/// A comparison of a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Nobody counts.
    Nobody,
    /// Everybody counts.
    Everybody,
    /// Every unit stays within the limit of the target's first figure.
    EveryUnitWithin,
    /// The county's sum reaches that figure of the target; parts of the county are not held to it.
    Reach(u8),
    /// The share keeps to that figure of the target: at least, about or at most.
    ShareWithin(u8),
}

/// Where a goal is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A target of the plan.
    Target(TargetId),
    /// A recurring duty of the plan.
    Obligation(ObligationId),
    /// Implied by a sentence of the plan that states no target.
    Implied {
        /// Line of the plan.
        line: u8,
        /// Until when.
        deadline: Deadline,
    },
}

/// Where a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Met, whatever is still unknown.
    Met,
    /// Missed, whatever is still unknown.
    NotMet,
    /// Not met yet, and there is time.
    OnTrack,
    /// What is unknown decides.
    Unknown,
    /// Nobody to judge in this area.
    NotApplicable,
    /// The plan sets no goal for it.
    Info,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::NotMet,
        Self::OnTrack,
        Self::Unknown,
        Self::NotApplicable,
        Self::Info,
    ];

    /// Its name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::OnTrack => "on_track",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
            Self::Info => "info",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Label {
        match self {
            Self::Met => Label::new("已达标", "met"),
            Self::NotMet => Label::new("未达标", "not met"),
            Self::OnTrack => Label::new("推进中", "under way"),
            Self::Unknown => Label::new("数据不足", "not enough data"),
            Self::NotApplicable => Label::new("不适用", "not applicable"),
            Self::Info => Label::new("仅供参考", "for information"),
        }
    }
}

impl Goal {
    /// A comparison with a target of the plan.
    pub const fn of_target<const NUMBER: u8>(test: Test) -> Self {
        Self {
            test,
            origin: Origin::Target(TargetId::of::<NUMBER>()),
        }
    }

    /// A recurring duty, which everybody who has it carries out.
    pub const fn of_duty<const NUMBER: u8>() -> Self {
        Self {
            test: Test::Everybody,
            origin: Origin::Obligation(ObligationId::of::<NUMBER>()),
        }
    }

    /// The target, unless the goal is a duty or only implied.
    pub const fn target(&self) -> Option<TargetId> {
        match self.origin {
            Origin::Target(id) => Some(id),
            Origin::Obligation(_) | Origin::Implied { .. } => None,
        }
    }

    /// Until when.
    pub fn deadline(&self) -> Deadline {
        match self.origin {
            Origin::Target(id) => plan::target(id).deadline,
            Origin::Obligation(id) if plan::obligation(id).period == plan::obligations::Period::Year => {
                Deadline::EachYear(PLAN_YEARS)
            }
            Origin::Obligation(_) => Deadline::Continuous,
            Origin::Implied { deadline, .. } => deadline,
        }
    }

    /// Line of the plan.
    pub fn line(&self) -> u8 {
        match self.origin {
            Origin::Target(id) => plan::target(id).lines.first().copied().unwrap_or_default(),
            Origin::Obligation(id) => plan::obligation(id).line,
            Origin::Implied { line, .. } => line,
        }
    }

    /// Remarks on what the plan leaves open, such as X-05: the limit is looser than the head-count goal.
    pub fn notes(&self) -> &'static [NoteId] {
        match self.origin {
            Origin::Target(id) => plan::target(id).notes,
            Origin::Obligation(id) => plan::obligation(id).notes,
            Origin::Implied { .. } => &[],
        }
    }

    /// The plan's figure that the test compares with; none for a test without a number.
    pub fn figure(&self) -> Option<&'static plan::Figure> {
        let place = match self.test {
            Test::Nobody | Test::Everybody => return None,
            Test::EveryUnitWithin => 0,
            Test::Reach(place) | Test::ShareWithin(place) => usize::from(place),
        };
        plan::target(self.target()?).figures.get(place)
    }

    /// The number that the test compares with, in the unit of the plan's figure.
    pub fn limit(&self) -> Option<i64> {
        self.figure()?.goal.threshold()
    }

    /// Whether an area of that level is held to it: a goal for the county's sum says nothing about its parts.
    pub fn applies_at(&self, level: Level) -> bool {
        let of_county = match self.test {
            Test::Reach(_) => true,
            // Note X-06: the county as a whole is one way to read whom the 1 % of T-06 applies to.
            Test::ShareWithin(_) => self.target().is_some_and(|id| {
                matches!(
                    plan::target(id).scope,
                    Scope::County | Scope::EachPovertyTownshipAndVillage
                )
            }),
            Test::Nobody | Test::Everybody | Test::EveryUnitWithin => false,
        };
        !of_county || level == Level::County
    }

    /// Whether nobody is ever called late: an aim (力争, note X-10), or a date before the plan's own (note X-01).
    fn is_aim(&self) -> bool {
        [NoteId::of::<1>(), NoteId::of::<10>()]
            .iter()
            .any(|note| self.notes().contains(note))
    }

    /// The goal as people write it, in no language: `=0`, `100%`, `≥770`, or `100% (≤2%)` for units within a limit. The
    /// number is in the unit that is shown beside the figure.
    pub fn text(&self) -> String {
        let within = self.figure().and_then(|figure| {
            let sign = match figure.goal {
                plan::Goal::AtMost(_) => "≤",
                plan::Goal::About(_) => "≈",
                plan::Goal::Equals(_) if figure.unit == Unit::Flag => return None,
                _ => "≥",
            };
            let percent = if figure.unit == Unit::BasisPoint { "%" } else { "" };
            Some(format!("{sign}{}{percent}", figure.threshold()?))
        });
        match (self.test, within) {
            (Test::Nobody, _) => "=0".into(),
            (Test::EveryUnitWithin, Some(within)) => format!("100% ({within})"),
            (Test::Reach(_) | Test::ShareWithin(_), Some(within)) => within,
            (_, _) => "100%".into(),
        }
    }

    /// The last day to reach it, seen from a day: of a yearly goal, that year's end.
    pub fn due(&self, as_of: Date) -> Date {
        match self.deadline() {
            Deadline::EachYear(years) => {
                let year = years.iter().find(|year| **year >= as_of.year()).or(years.last());
                year.map_or(plan::PERIOD_END, |year| Date::year_end(*year))
            }
            deadline => deadline.last_day(),
        }
    }

    /// Whether the year of that day is one that a yearly goal is set for.
    fn is_for(&self, as_of: Date) -> bool {
        match self.deadline() {
            Deadline::EachYear(years) => years.contains(&as_of.year()),
            _ => true,
        }
    }

    /// Whether a miss seen on that day is final: the deadline is reached, or the goal holds at every moment of the
    /// period.
    fn is_due(&self, as_of: Date) -> bool {
        match self.deadline() {
            Deadline::Continuous => as_of >= PERIOD_START,
            _ => as_of >= self.due(as_of),
        }
    }
}

/// Whose tally it is and how much of it is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The level of the area.
    pub level: Level,
    /// Whether every village of the area is in the tally.
    pub all_reported: bool,
    /// How far an approximate figure (左右) may be missed, in basis points of it.
    pub tolerance: i64,
}

/// Where a tally stands on the evening of a day. A goal is never met on the strength of data that has not arrived.
pub fn standing(goal: Option<&Goal>, tally: Tally, as_of: Date, seen: Seen) -> Status {
    let Some(goal) = goal.filter(|goal| goal.applies_at(seen.level)) else {
        return Status::Info;
    };
    if tally.expected == 0 {
        let nobody = !matches!(goal.test, Test::Reach(_)) || !goal.is_for(as_of);
        return if seen.all_reported && nobody {
            Status::NotApplicable
        } else {
            Status::Unknown
        };
    }
    match verdict(goal, tally, seen) {
        Some(true) => Status::Met,
        Some(false) if goal.is_due(as_of) && !goal.is_aim() => Status::NotMet,
        Some(false) => Status::OnTrack,
        None => Status::Unknown,
    }
}

/// Whether the goal is reached; none while what is unknown decides.
fn verdict(goal: &Goal, tally: Tally, seen: Seen) -> Option<bool> {
    let (least, complete) = (tally.num, tally.is_complete());
    let limit = goal.figure().and_then(|figure| {
        let limit = i128::from(figure.goal.threshold()?);
        let allowed = match figure.goal {
            plan::Goal::About(_) => 10_000 - i128::from(seen.tolerance),
            _ => 10_000,
        };
        Some((limit * allowed, matches!(figure.goal, plan::Goal::AtMost(_))))
    });
    let (met, missed) = match goal.test {
        Test::Nobody => {
            // Of heads it is known how many may still count; an amount may be anything.
            (least == 0 && complete && seen.all_reported, least > 0)
        }
        Test::Everybody | Test::EveryUnitWithin => {
            let heads = tally.den == tally.expected;
            let may_be_more = if heads {
                tally.unknown()
            } else {
                i64::from(!complete) * tally.den
            };
            (
                least == tally.den && complete && seen.all_reported,
                least.saturating_add(may_be_more) < tally.den,
            )
        }
        // What has not arrived can only add.
        Test::Reach(_) => {
            let reached = i128::from(least) * 10_000 >= limit?.0;
            (reached, !reached && complete && seen.all_reported)
        }
        Test::ShareWithin(_) => {
            let (limit, at_most) = limit?;
            let (num, den) = (i128::from(least) * 100_000_000, i128::from(tally.den) * limit);
            let within = if at_most { num <= den } else { num >= den };
            let whole = complete && seen.all_reported;
            (within && whole, !within && whole)
        }
    };
    (met || missed).then_some(met)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const EXIT: Goal = Goal::of_target::<1>(Test::Nobody);
    const INSURED: Goal = Goal::of_target::<25>(Test::Everybody);
    const INCIDENCE: Goal = Goal::of_target::<2>(Test::EveryUnitWithin);
    const LINE: Goal = Goal::of_target::<9>(Test::Nobody);

    const SEEN: Seen = Seen {
        level: Level::County,
        all_reported: true,
        tolerance: 0,
    };
    const SEEN_IN_PART: Seen = Seen {
        all_reported: false,
        ..SEEN
    };

    fn at(goal: &Goal, [num, known, expected]: [i64; 3], day: &str) -> Status {
        let tally = Tally {
            num,
            den: expected,
            known,
            expected,
        };
        standing(Some(goal), tally, Date::parse(day).unwrap(), SEEN)
    }

    #[test]
    fn unknown_is_never_met() {
        assert_eq!(at(&EXIT, [0, 9, 10], "2018-12-31"), Status::Unknown);
        assert_eq!(at(&INSURED, [9, 9, 10], "2018-12-31"), Status::Unknown);
        assert_eq!(at(&INSURED, [10, 10, 10], "2018-12-31"), Status::Met);
    }

    #[test]
    fn a_miss_that_the_unknown_cannot_mend_is_a_miss() {
        assert_eq!(at(&EXIT, [1, 9, 10], "2018-12-31"), Status::NotMet);
        assert_eq!(at(&INSURED, [8, 9, 10], "2018-12-31"), Status::NotMet);
    }

    #[test]
    fn before_the_deadline_a_miss_is_under_way() {
        assert_eq!(at(&EXIT, [630, 3183, 3183], "2017-12-31"), Status::OnTrack);
        assert_eq!(at(&EXIT, [1, 3183, 3183], "2018-12-30"), Status::OnTrack);
        assert_eq!(at(&INSURED, [1, 2, 2], "2019-06-30"), Status::OnTrack);
        assert_eq!(at(&INSURED, [1, 2, 2], "2019-12-31"), Status::NotMet);
        assert_eq!(at(&INSURED, [1, 2, 2], "2021-03-01"), Status::NotMet);
    }

    #[test]
    fn what_holds_at_every_moment_of_the_period_is_missed_at_once() {
        assert_eq!(at(&LINE, [1, 2, 2], "2018-01-01"), Status::NotMet);
        assert_eq!(at(&LINE, [1, 2, 2], "2017-12-31"), Status::OnTrack);
    }

    #[test]
    fn nothing_is_met_while_a_village_has_not_reported() {
        let tally = Tally {
            num: 10,
            den: 10,
            known: 10,
            expected: 10,
        };
        let day = Date::parse("2018-12-31").unwrap();
        assert_eq!(
            standing(Some(&INSURED), tally, day, SEEN_IN_PART),
            Status::Unknown
        );
        assert_eq!(
            standing(Some(&INSURED), Tally::default(), day, SEEN_IN_PART),
            Status::Unknown
        );
        assert_eq!(
            standing(Some(&INSURED), Tally::default(), day, SEEN),
            Status::NotApplicable
        );
        assert_eq!(standing(None, tally, day, SEEN_IN_PART), Status::Info);
    }

    #[test]
    fn the_plan_gives_limit_line_notes_and_deadline() {
        assert_eq!((INCIDENCE.limit(), INCIDENCE.line()), (Some(200), 26));
        assert_eq!(INCIDENCE.text(), "100% (≤2%)");
        assert!(
            INCIDENCE.notes().contains(&NoteId::of::<5>()),
            "looser than the head-count goal"
        );
        assert_eq!(
            EXIT.due(Date::parse("2017-06-01").unwrap()).to_string(),
            "2018-12-31"
        );
        assert_eq!(
            INSURED.due(Date::parse("2017-06-01").unwrap()).to_string(),
            "2018-12-31"
        );
    }

    const PLACED: Goal = Goal::of_target::<13>(Test::Reach(0));
    const SUPPLIED: Goal = Goal::of_target::<46>(Test::ShareWithin(0));
    const WASTE: Goal = Goal::of_target::<60>(Test::ShareWithin(0));
    const YEARLY_WATER: Goal = Goal::of_target::<54>(Test::Reach(1));

    #[test]
    fn a_sum_is_reached_whatever_has_not_arrived_and_short_only_when_all_has() {
        let day = Date::parse("2020-12-31").unwrap();
        let tally = |num, known| Tally {
            num,
            den: 900,
            known,
            expected: 900,
        };
        let on = |num, known, seen| standing(Some(&PLACED), tally(num, known), day, seen);
        assert_eq!(on(770, 800, SEEN_IN_PART), Status::Met);
        assert_eq!(on(769, 900, SEEN), Status::NotMet);
        assert_eq!(on(769, 899, SEEN), Status::Unknown);
        assert_eq!(on(769, 900, SEEN_IN_PART), Status::Unknown);
        assert_eq!(
            standing(Some(&PLACED), Tally::default(), day, SEEN),
            Status::Unknown,
            "nothing is entered"
        );
        let village = Seen {
            level: Level::Village,
            ..SEEN
        };
        assert_eq!(on(3, 900, village), Status::Info, "770 is the county's goal");
        assert_eq!(PLACED.text(), "≥770");
    }

    #[test]
    fn a_share_is_compared_by_cross_multiplication_and_about_has_a_tolerance() {
        let on = |goal: &Goal, num, seen| {
            let tally = Tally {
                num,
                den: 10_000,
                known: 3,
                expected: 3,
            };
            standing(Some(goal), tally, Date::parse("2020-12-31").unwrap(), seen)
        };
        assert_eq!(on(&SUPPLIED, 9_900, SEEN), Status::Met);
        assert_eq!(on(&SUPPLIED, 9_899, SEEN), Status::NotMet);
        assert_eq!(on(&WASTE, 8_999, SEEN), Status::NotMet);
        let tolerant = Seen {
            tolerance: 100,
            ..SEEN
        };
        assert_eq!(on(&WASTE, 8_910, tolerant), Status::Met, "1 % of 90 %");
        assert_eq!(
            on(&SUPPLIED, 9_899, tolerant),
            Status::NotMet,
            "99 % is not about"
        );
        assert_eq!((SUPPLIED.text(), WASTE.text()), ("≥99%".into(), "≈90%".into()));
    }

    #[test]
    fn an_aim_is_tracked_and_never_missed() {
        let tally = Tally {
            num: 9,
            den: 9,
            known: 9,
            expected: 9,
        };
        let on = |day| standing(Some(&YEARLY_WATER), tally, Date::parse(day).unwrap(), SEEN);
        assert_eq!(on("2019-06-30"), Status::OnTrack);
        assert_eq!(on("2020-12-31"), Status::OnTrack);
        let none = |day| {
            let day = Date::parse(day).unwrap();
            standing(Some(&YEARLY_WATER), Tally::default(), day, SEEN)
        };
        assert_eq!(
            none("2018-12-31"),
            Status::NotApplicable,
            "not a year of the programme"
        );
        assert_eq!(none("2019-12-31"), Status::Unknown);
    }
}
