//! What an indicator is, and the one ordered list of them.

use super::{Context, CountyFacts, Goal, HouseholdView, Judgement, Member, Tally};
use super::{clarity, health, help, obligations, poverty, quality};
use crate::model::{DivisionCode, Label};
use crate::plan::Chapter;

/// A judgement per subject, and the figures that its sums are shown as.
#[derive(Debug)]
pub struct Indicator {
    /// `IND-POV-01`.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// Chapter of the scoreboard.
    pub chapter: Chapter,
    /// How a tally is read.
    pub aggregation: Aggregation,
    /// What is said about one subject.
    pub judge: Judge,
    /// Its figures, the main one first.
    pub figures: &'static [Figure],
}

/// One number of an indicator: the same judgements, weighted.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The indicator's id, with a suffix such as `.persons` for every figure but the first.
    pub id: &'static str,
    /// What is counted.
    pub label: Label,
    /// Unit of the heads or amounts.
    pub unit: Label,
    /// How much a subject weighs.
    pub weight: Weight,
    /// What it is held to; none for a figure that only informs.
    pub goal: Option<Goal>,
}

/// How a tally is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// `num`.
    Sum,
    /// `num / den` in percent.
    Share,
    /// `num / den` in fen per person.
    MeanFen,
    /// `num` of `den` units pass.
    AllUnitsPass,
}

/// How much a subject weighs in a figure that counts heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Itself.
    One,
    /// The household's members on the day.
    Members,
    /// The household's members at the end of 2017 (T-01: the cohort is frozen).
    FrozenMembers,
}

/// Who is judged, and how.
#[derive(Clone, Copy, Debug)]
pub enum Judge {
    /// Every household.
    Household(fn(&HouseholdView, &Context) -> Judgement),
    /// Every member of a registered household.
    Person(fn(&Member, &Context) -> Judgement),
    /// Every village.
    Village(fn(&Context) -> Judgement),
    /// Every village, and every township by the sum of its villages' incidence.
    VillageAndTownship(
        fn(&Context) -> Judgement,
        fn(DivisionCode, Tally, &CountyFacts) -> Judgement,
    ),
}

/// A figure with its indicator and its place in every [`Scorecard`](super::Scorecard).
#[derive(Clone, Copy, Debug)]
pub struct FigureAt {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// The figure.
    pub figure: &'static Figure,
    /// Its place, from 0.
    pub place: usize,
}

/// Every indicator, in the order of the scoreboard.
pub static INDICATORS: &[&Indicator] = &[
    &poverty::REGISTERED,
    &poverty::NOT_EXITED,
    &poverty::COHORT,
    &poverty::INCIDENCE,
    &poverty::VILLAGES_WITHIN,
    &poverty::POOR_UNITS_WITHIN,
    &poverty::FELL_BACK,
    &poverty::NET_INCOME,
    &poverty::BELOW_LINE,
    &poverty::ASSURED,
    &poverty::SUPPORTED,
    &health::BASIC,
    &health::MAJOR_ILLNESS,
    &health::MEDICAL_AID,
    &clarity::ALL_SIX,
    &clarity::FAMILY,
    &clarity::CAUSE,
    &clarity::MEASURE,
    &clarity::INPUT_OUTPUT,
    &clarity::RESPONSIBILITY,
    &clarity::SCHEDULE,
    &clarity::CONSOLIDATED,
    &help::HELPER,
    &obligations::HELP_VISITS,
    &quality::COMPLETENESS,
];

/// How many figures the indicators have.
pub const FIGURES: usize = {
    let (mut sum, mut at) = (0, 0);
    while at < INDICATORS.len() {
        sum += INDICATORS[at].figures.len();
        at += 1;
    }
    sum
};

/// Every figure, in the order of the scoreboard.
pub fn figures() -> impl Iterator<Item = FigureAt> {
    let all = INDICATORS
        .iter()
        .flat_map(|indicator| indicator.figures.iter().map(move |figure| (*indicator, figure)));
    all.enumerate().map(|(place, (indicator, figure))| FigureAt {
        indicator,
        figure,
        place,
    })
}

/// The indicator of that id.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().copied().find(|indicator| indicator.id == id)
}

/// The figure of that id: `IND-POV-01` or `IND-POV-01.persons`.
pub fn figure(id: &str) -> Option<FigureAt> {
    figures().find(|at| at.figure.id == id)
}

impl Figure {
    /// A figure in which every subject weighs one.
    pub const fn new(id: &'static str, label: Label, unit: Label, goal: Option<Goal>) -> Self {
        Self {
            id,
            label,
            unit,
            weight: Weight::One,
            goal,
        }
    }

    /// A figure that counts the households' members.
    pub const fn of_members(id: &'static str, label: Label, goal: Option<Goal>) -> Self {
        Self {
            id,
            label,
            unit: PERSONS,
            weight: Weight::Members,
            goal,
        }
    }

    /// The same, with another weight.
    pub const fn weighing(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }
}

impl Indicator {
    /// The value of a tally as people read it, rounded half up: `630`, `0.81%`, `3512.40`, `30/32`; none when there is
    /// nothing to divide by.
    pub fn value(&self, tally: Tally) -> Option<String> {
        match self.aggregation {
            Aggregation::Sum => Some(tally.num.to_string()),
            Aggregation::Share => hundredths(tally.num, 10_000, tally.den).map(|text| text + "%"),
            Aggregation::MeanFen => hundredths(tally.num, 1, tally.den),
            Aggregation::AllUnitsPass => (tally.den > 0).then(|| format!("{}/{}", tally.num, tally.den)),
        }
    }
}

/// `num · times / den` in hundredths, rounded half up.
fn hundredths(num: i64, times: i128, den: i64) -> Option<String> {
    let (num, den) = (i128::from(num) * times, i128::from(den));
    let value = (den > 0).then(|| (2 * num + den).div_euclid(2 * den))?;
    let sign = if value < 0 { "-" } else { "" };
    Some(format!("{sign}{}.{:02}", value.abs() / 100, value.abs() % 100))
}

pub(super) const HOUSEHOLDS: Label = Label::new("户", "households");
pub(super) const PERSONS: Label = Label::new("人", "persons");
pub(super) const VILLAGES: Label = Label::new("个村", "villages");

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::TARGETS;
    use std::collections::BTreeSet;

    #[test]
    fn figures_are_named_after_their_indicator_and_once() {
        let mut ids = BTreeSet::new();
        for at in figures() {
            assert!(ids.insert(at.figure.id), "{} twice", at.figure.id);
            let main = at.figure.id == at.indicator.figures[0].id;
            let suffix = at.figure.id.strip_prefix(at.indicator.id).unwrap();
            assert_eq!(main, suffix.is_empty(), "{}", at.figure.id);
            assert!(main || suffix.starts_with('.'), "{}", at.figure.id);
            assert_eq!(figure(at.figure.id).unwrap().place, at.place);
        }
        assert_eq!(ids.len(), FIGURES);
    }

    #[test]
    fn the_indicators_of_the_first_issue_are_there_in_order() {
        let ids: Vec<_> = INDICATORS.iter().map(|indicator| indicator.id).collect();
        let expected = "POV-01 POV-02 POV-03 POV-04 POV-05 POV-06 POV-07 POV-08 POV-09 POV-12 POV-14 MED-01 MED-02 \
            MED-03 CLR-01 CLR-02 CLR-03 CLR-04 CLR-05 CLR-06 CLR-07 CLR-08 HLP-01 OBL-14 DQ-01";
        let expected: Vec<_> = expected
            .split_whitespace()
            .map(|id| format!("IND-{id}"))
            .collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn an_indicator_is_held_to_a_target_that_says_it_shows_it() {
        for at in figures() {
            if let Some(id) = at.figure.goal.and_then(|goal| goal.target()) {
                assert!(
                    crate::plan::target(id).indicators.contains(&at.indicator.id),
                    "{}",
                    at.figure.id
                );
            }
        }
        for target in TARGETS.iter().filter(|target| target.has_threshold()) {
            for shown in target.indicators.iter().filter_map(|id| indicator(id)) {
                let is_held = shown
                    .figures
                    .iter()
                    .any(|figure| figure.goal.is_some_and(|g| g.target() == Some(target.id)));
                let implied = target.figures.iter().all(|figure| figure.implied);
                assert!(
                    is_held || implied,
                    "{} shows {} and is not held to it",
                    shown.id,
                    target.id
                );
            }
        }
    }

    #[test]
    fn values_are_rounded_half_up() {
        let of = |id: &str, num, den| {
            indicator(id).unwrap().value(Tally {
                num,
                den,
                ..Tally::default()
            })
        };
        assert_eq!(of("IND-POV-04", 2_026, 250_123).as_deref(), Some("0.81%"));
        assert_eq!(of("IND-POV-08", 1_000_005, 2).as_deref(), Some("5000.03"));
        assert_eq!(of("IND-POV-08", -1, 3).as_deref(), Some("0.00"));
        assert_eq!(of("IND-POV-05", 123, 124).as_deref(), Some("123/124"));
        assert_eq!(of("IND-POV-04", 0, 0), None);
    }
}
