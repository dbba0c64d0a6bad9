//! The scoreboard as plain values: what each figure shows, computed from a scorecard. Pure, tested natively.

use crate::indicators::{Aggregation, FigureAt, Scorecard, Status, Tally, Test, Weight, figures};
use crate::model::{Date, Level};
use crate::plan::{self, Chapter, Target};
use std::collections::BTreeMap;

/// One figure on the board.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The figure.
    pub at: FigureAt,
    /// Its sums.
    pub tally: Tally,
    /// Where it stands.
    pub status: Status,
    /// How far it is from its goal.
    pub gap: Gap,
    /// Villages that are not in it because they have not reported.
    pub missing: i64,
}

/// How far a figure is from its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The figure has no goal, or nobody is judged.
    NotApplicable,
    /// Nothing is missing.
    Nothing,
    /// So many too many, of a goal that nobody counts.
    Over(i64),
    /// So many too few, of a goal that everybody counts.
    Short(i64),
    /// Nothing is known to be missing, but of so many nobody knows.
    Open(i64),
    /// Nothing is missing in what is here, and so many villages have not reported.
    Awaiting(i64),
}

/// A chapter of the board.
#[derive(Clone, Debug)]
pub struct ChapterLines {
    /// The chapter.
    pub chapter: Chapter,
    /// Its figures, in the order of the registry.
    pub lines: Vec<Line>,
    /// Its targets that no figure of this version shows.
    pub others: Vec<&'static Target>,
}

/// How many figures with a goal stand where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Figures with a goal.
    pub with_goal: usize,
    /// How many of them by status.
    pub by_status: BTreeMap<Status, usize>,
}

impl Standing {
    /// How many stand there.
    pub fn count(&self, status: Status) -> usize {
        self.by_status.get(&status).copied().unwrap_or_default()
    }
}

/// The board of an area's scorecard.
pub fn chapters(card: &Scorecard, as_of: Date) -> Vec<ChapterLines> {
    let lines: Vec<Line> = figures().map(|at| line(card, at, as_of)).collect();
    let chapter = |chapter: Chapter| ChapterLines {
        chapter,
        lines: lines
            .iter()
            .filter(|line| line.at.indicator.chapter == chapter)
            .copied()
            .collect(),
        others: plan::targets_of(chapter)
            .iter()
            .filter(|target| !is_shown(target))
            .collect(),
    };
    Chapter::ALL.map(chapter).into()
}

/// One figure of a scorecard.
pub fn line(card: &Scorecard, at: FigureAt, as_of: Date) -> Line {
    let tally = card.tally(at);
    Line {
        at,
        tally,
        status: card.status(at, as_of),
        gap: match gap(at, tally, card.level) {
            Gap::Nothing if card.missing > 0 => Gap::Awaiting(card.missing),
            gap => gap,
        },
        missing: card.missing,
    }
}

/// How many figures stand where.
pub fn standing<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Standing {
    let mut standing = Standing::default();
    // A goal for the county's sum only informs its parts.
    let is_held = |line: &&Line| line.at.figure.goal.is_some() && line.status != Status::Info;
    for line in lines.into_iter().filter(is_held) {
        standing.with_goal += 1;
        *standing.by_status.entry(line.status).or_default() += 1;
    }
    standing
}

/// How far a tally is from its figure's goal; what is unknown is never counted as missing nor as reached.
pub fn gap(at: FigureAt, tally: Tally, level: Level) -> Gap {
    let goal = at.figure.goal.filter(|goal| goal.applies_at(level));
    let Some(goal) = goal.filter(|_| tally.expected > 0) else {
        return Gap::NotApplicable;
    };
    let unknown = tally.unknown();
    let heads = at.figure.weight != Weight::Amounts;
    let (missing, of): (i64, fn(i64) -> Gap) = match goal.test {
        Test::Nobody => (tally.num, Gap::Over),
        Test::Everybody | Test::EveryUnitWithin if heads => (tally.den - tally.num - unknown, Gap::Short),
        // A sum in the figure's own unit; amounts that are shown in another have no short gap.
        Test::Reach(_) if at.aggregation() == Aggregation::Sum => {
            let limit = goal.limit().unwrap_or_default();
            ((limit - tally.num - unknown).max(0), Gap::Short)
        }
        _ => return Gap::NotApplicable,
    };
    match (missing, unknown) {
        (0, 0) => Gap::Nothing,
        (0, unknown) => Gap::Open(unknown),
        (missing, _) => of(missing),
    }
}

/// Whether a value can be shown: where nobody's answer is known, the sum of nothing is not zero.
pub fn is_known(at: FigureAt, tally: Tally) -> bool {
    let sum = matches!(at.aggregation(), Aggregation::Sum | Aggregation::Amount(_));
    let empty_sum = sum && tally.expected == 0;
    tally.known > 0 || empty_sum || tally.num > 0
}

/// What sorts areas by a figure: its share in basis points, its sum, or its mean; none when it is not known.
pub fn measure(at: FigureAt, tally: Tally) -> Option<i64> {
    if !is_known(at, tally) {
        return None;
    }
    match at.aggregation() {
        Aggregation::Sum | Aggregation::Amount(_) => Some(tally.num),
        Aggregation::MeanFen => (tally.den > 0).then(|| tally.num / tally.den),
        Aggregation::Share | Aggregation::AllUnitsPass => share(tally.num, tally.den),
    }
}

fn share(num: i64, den: i64) -> Option<i64> {
    let scaled = i128::from(num) * 10_000;
    (den > 0)
        .then(|| i64::try_from(scaled / i128::from(den)).ok())
        .flatten()
}

fn is_shown(target: &Target) -> bool {
    figures().any(|at| {
        at.figure.goal.and_then(|goal| goal.target()) == Some(target.id)
            || target.indicators.contains(&at.indicator.id)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::figure;

    fn tally([num, den, known, expected]: [i64; 4]) -> Tally {
        Tally {
            num,
            den,
            known,
            expected,
        }
    }

    #[test]
    fn who_is_left_is_the_gap_of_a_goal_that_nobody_counts() {
        let left = figure("IND-POV-02").unwrap();
        assert_eq!(
            gap(left, tally([630, 3_183, 3_183, 3_183]), Level::County),
            Gap::Over(630)
        );
        assert_eq!(gap(left, tally([0, 10, 9, 10]), Level::County), Gap::Open(1));
        assert_eq!(gap(left, tally([0, 10, 10, 10]), Level::County), Gap::Nothing);
        assert_eq!(gap(left, Tally::default(), Level::County), Gap::NotApplicable);
    }

    #[test]
    fn who_is_known_to_fail_is_the_gap_of_a_goal_that_everybody_counts() {
        let insured = figure("IND-MED-01").unwrap();
        assert_eq!(gap(insured, tally([7, 10, 9, 10]), Level::County), Gap::Short(2));
        assert_eq!(gap(insured, tally([7, 10, 7, 10]), Level::County), Gap::Open(3));
    }

    #[test]
    fn a_sum_of_nothing_known_is_not_zero() {
        let left = figure("IND-POV-02").unwrap();
        assert!(!is_known(left, tally([0, 10, 0, 10])));
        assert!(is_known(left, tally([0, 10, 1, 10])));
        assert!(is_known(left, Tally::default()), "nobody there is a known zero");
        assert_eq!(measure(left, tally([0, 10, 0, 10])), None);
    }

    #[test]
    fn only_figures_with_a_goal_are_in_the_sentence() {
        let day = Date::of::<2018, 12, 31>();
        let card = Scorecard {
            level: Level::County,
            reported: 1,
            ..Scorecard::default()
        };
        let all = chapters(&card, day);
        let standing = standing(all.iter().flat_map(|chapter| &chapter.lines));
        assert_eq!(
            standing.with_goal,
            figures().filter(|at| at.figure.goal.is_some()).count()
        );
        assert_eq!(standing.with_goal, standing.by_status.values().sum::<usize>());
    }

    #[test]
    fn every_target_of_the_plan_is_on_the_board_once_as_a_figure_or_as_listed_only() {
        let all = chapters(&Scorecard::default(), Date::of::<2018, 12, 31>());
        let listed: usize = all.iter().map(|chapter| chapter.others.len()).sum();
        let shown = plan::TARGETS.iter().filter(|target| is_shown(target)).count();
        assert_eq!(listed + shown, plan::TARGETS.len());
        assert!(shown >= 8, "{shown}");
    }

    #[test]
    fn there_is_a_gap_while_villages_have_not_reported() {
        let left = figure("IND-POV-02").unwrap();
        let mut card = Scorecard {
            reported: 1,
            missing: 10,
            ..Scorecard::default()
        };
        card.tallies[left.place] = tally([0, 10, 10, 10]);
        let day = Date::of::<2018, 12, 31>();
        assert_eq!(line(&card, left, day).gap, Gap::Awaiting(10));
        card.missing = 0;
        assert_eq!(line(&card, left, day).gap, Gap::Nothing);
    }
}
