//! What a figure is held to, and where a tally stands against it.

use super::Tally;
use crate::model::{Date, Label};
use crate::plan::{self, Deadline, NoteId, PERIOD_START, TargetId};

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
}

/// Where a goal is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A target of the plan.
    Target(TargetId),
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

    /// The target, unless the goal is only implied.
    pub const fn target(&self) -> Option<TargetId> {
        match self.origin {
            Origin::Target(id) => Some(id),
            Origin::Implied { .. } => None,
        }
    }

    /// Until when.
    pub fn deadline(&self) -> Deadline {
        match self.origin {
            Origin::Target(id) => plan::target(id).deadline,
            Origin::Implied { deadline, .. } => deadline,
        }
    }

    /// Line of the plan.
    pub fn line(&self) -> u8 {
        match self.origin {
            Origin::Target(id) => plan::target(id).lines.first().copied().unwrap_or_default(),
            Origin::Implied { line, .. } => line,
        }
    }

    /// Remarks on what the plan leaves open, such as X-05: the limit is looser than the head-count goal.
    pub fn notes(&self) -> &'static [NoteId] {
        self.target().map_or(&[], |id| plan::target(id).notes)
    }

    /// The limit of [`Test::EveryUnitWithin`], in basis points; the other tests have none.
    pub fn limit(&self) -> Option<i64> {
        let figure = plan::target(self.target()?).figures.first()?;
        (self.test == Test::EveryUnitWithin)
            .then(|| figure.goal.threshold())
            .flatten()
    }

    /// The goal as people write it, in no language: `=0`, `100%`, or `100% (≤2%)` for units within a limit.
    pub fn text(&self) -> String {
        match self.test {
            Test::Nobody => "=0".into(),
            Test::Everybody => "100%".into(),
            Test::EveryUnitWithin => {
                let limit = self
                    .target()
                    .and_then(|id| plan::target(id).figures.first()?.threshold());
                limit.map_or_else(|| "100%".into(), |limit| format!("100% (≤{limit}%)"))
            }
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

    /// Whether a miss seen on that day is final: the deadline is reached, or the goal holds at every moment of the
    /// period.
    fn is_due(&self, as_of: Date) -> bool {
        match self.deadline() {
            Deadline::Continuous => as_of >= PERIOD_START,
            _ => as_of >= self.due(as_of),
        }
    }
}

/// Where a tally stands on the evening of a day. `all_reported` says whether every village of the area is in it: a
/// goal is never met on the strength of data that has not arrived.
pub fn standing(goal: Option<&Goal>, tally: Tally, as_of: Date, all_reported: bool) -> Status {
    let Some(goal) = goal else { return Status::Info };
    if tally.expected == 0 {
        return if all_reported {
            Status::NotApplicable
        } else {
            Status::Unknown
        };
    }
    let (least, most) = (tally.num, tally.num + tally.unknown());
    let (met, missed) = match goal.test {
        Test::Nobody => (most == 0, least > 0),
        Test::Everybody | Test::EveryUnitWithin => (least == tally.den, most < tally.den),
    };
    match (met && all_reported, missed) {
        (true, _) => Status::Met,
        (_, true) if goal.is_due(as_of) => Status::NotMet,
        (_, true) => Status::OnTrack,
        _ => Status::Unknown,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const EXIT: Goal = Goal::of_target::<1>(Test::Nobody);
    const INSURED: Goal = Goal::of_target::<25>(Test::Everybody);
    const INCIDENCE: Goal = Goal::of_target::<2>(Test::EveryUnitWithin);
    const LINE: Goal = Goal::of_target::<9>(Test::Nobody);

    fn at(goal: &Goal, [num, known, expected]: [i64; 3], day: &str) -> Status {
        let tally = Tally {
            num,
            den: expected,
            known,
            expected,
        };
        standing(Some(goal), tally, Date::parse(day).unwrap(), true)
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
        assert_eq!(standing(Some(&INSURED), tally, day, false), Status::Unknown);
        assert_eq!(
            standing(Some(&INSURED), Tally::default(), day, false),
            Status::Unknown
        );
        assert_eq!(
            standing(Some(&INSURED), Tally::default(), day, true),
            Status::NotApplicable
        );
        assert_eq!(standing(None, tally, day, false), Status::Info);
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
}
