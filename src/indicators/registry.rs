//! What an indicator is, and the one ordered list of them.

use super::{Context, CountyFacts, Goal, HouseholdView, Judgement, Member, Subjects, Tally};
use super::{
    clarity, direct_transition, documents, ecology, education, employment, finance, habitat, health, help,
    housing, industry, internet, issues, obligations, poverty, projects, public_service, quality, relocation,
    roads, social, treatment, village, water,
};
use crate::model::{DivisionCode, Label, Level};
use crate::plan::{self, Chapter, Quantity, TargetId, Unit};

/// A judgement per subject, and the figures that its sums are shown as.
///
/// What is said of an indicator and how it judges are kept apart ([`INDICATORS`] and the judges beside it), so that a
/// scoreboard can be shown by what does not judge: the app loads the code that looks into records later.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// `IND-POV-01`.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// Chapter of the scoreboard.
    pub chapter: Chapter,
    /// How a tally is read.
    pub aggregation: Aggregation,
    /// Of whom something is said.
    pub asks: Asks,
    /// Its figures, the main one first.
    pub figures: &'static [Figure],
    /// Its place in [`INDICATORS`].
    place: usize,
}

/// An indicator as its chapter declares it.
#[derive(Clone, Copy)]
pub(super) struct Declaration {
    pub id: &'static str,
    pub label: Label,
    pub chapter: Chapter,
    pub aggregation: Aggregation,
    pub judge: Judge,
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
    /// How its tally is read, where that is not as the indicator's.
    pub aggregation: Option<Aggregation>,
    /// How much the plan says there is in the county: that figure of that target. What is not entered is unknown.
    pub declared: Option<(TargetId, u8)>,
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
    /// `num`, an amount in that unit.
    Amount(Unit),
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
    /// The judgement gives amounts; a subject of which nothing is known adds none.
    Amounts,
}

/// How a township is judged as a unit, by the sum of its villages' incidence.
pub type JudgeUnit = fn(DivisionCode, Tally, &CountyFacts) -> Judgement;

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
    VillageAndTownship(fn(&Context) -> Judgement, JudgeUnit),
    /// What the judgement finds in the records that areas of these levels keep themselves.
    Each(&'static [Level], fn(&Context, &mut Subjects)),
}

/// Of whom an indicator says something.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// Of households, their members or villages, by the villages' records.
    Villages,
    /// Of villages, and of every township by the sum of its villages.
    VillagesAndTownships(JudgeUnit),
    /// Of what areas of these levels keep themselves.
    Each(&'static [Level]),
}

impl Judge {
    const fn asks(self) -> Asks {
        match self {
            Self::Household(_) | Self::Person(_) | Self::Village(_) => Asks::Villages,
            Self::VillageAndTownship(_, unit) => Asks::VillagesAndTownships(unit),
            Self::Each(levels, _) => Asks::Each(levels),
        }
    }
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

/// The one ordered list, and from it what is said of each and how each judges.
macro_rules! indicators {
    ($($declared:expr,)+) => {
        /// Every indicator, in the order of the scoreboard.
        pub static INDICATORS: [Indicator; COUNT] = in_order([$($declared.indicator(),)+]);

        /// How each of them judges, in the same order.
        static JUDGES: [Judge; COUNT] = [$($declared.judge,)+];

        /// How many there are.
        pub(super) const COUNT: usize = [$($declared.id,)+].len();
    };
}

const fn in_order<const N: usize>(mut all: [Indicator; N]) -> [Indicator; N] {
    let mut place = 0;
    while place < N {
        all[place].place = place;
        place += 1;
    }
    all
}

indicators! {
    poverty::REGISTERED,
    poverty::NOT_EXITED,
    poverty::COHORT,
    poverty::INCIDENCE,
    poverty::VILLAGES_WITHIN,
    poverty::POOR_UNITS_WITHIN,
    poverty::FELL_BACK,
    poverty::NET_INCOME,
    poverty::BELOW_LINE,
    poverty::GROWTH,
    poverty::RATIO,
    poverty::ASSURED,
    poverty::LEFT_OVER,
    poverty::SUPPORTED,
    village::INCOME,
    village::ENOUGH,
    village::RULES,
    village::COUNCILS,
    village::FIRST_SECRETARY,
    village::WEAK_BRANCHES,
    village::NEW_MEMBERS,
    village::ACTIVITIES,
    village::PAIRINGS,
    industry::LINKED,
    industry::SERVICE_GROUP,
    industry::LINKAGE_INCOME,
    employment::TRANSFERS,
    employment::COVERED,
    employment::TRAININGS,
    employment::POSTS,
    employment::RANGERS,
    employment::LISTED,
    employment::WORKSHOPS,
    ecology::GRAIN_FOR_GREEN,
    ecology::FOREST_PROJECTS,
    education::DROPOUTS,
    education::CASES,
    education::AIDED,
    education::PRESCHOOL,
    education::VOCATIONAL,
    health::BASIC,
    health::MAJOR_ILLNESS,
    health::MEDICAL_AID,
    treatment::SUBSIDISED,
    treatment::ABOVE_CAP,
    treatment::INPATIENT_WITHIN,
    treatment::INPATIENT_SHARE,
    treatment::SERVED,
    treatment::CLASSIFIED,
    treatment::CLINICS,
    treatment::ONE_STOP,
    housing::KEY_GROUPS,
    housing::SAME_YEAR,
    housing::STRUCK,
    housing::OTHER_HOUSES,
    social::PENSION,
    social::PENSION_PAID,
    social::DIBAO,
    social::RELIEF,
    social::TEKUN,
    social::BARRIER_FREE,
    social::LEFT_BEHIND,
    relocation::OCCUPIED,
    relocation::SITES,
    relocation::IN_SITU,
    relocation::IN_SITU_OCCUPIED,
    relocation::OLD_HOUSES,
    relocation::FOLLOW_UP,
    projects::COMPLETED,
    projects::PAID,
    projects::OPEN,
    roads::POOR_VILLAGES,
    roads::DIRECT_TRANSITION,
    roads::GROUPS,
    roads::BUS,
    water::CENTRALISED,
    water::PIPED,
    water::GUARANTEE,
    water::STANDARD,
    water::SAFE,
    water::FIRST_BATCH,
    water::SECOND_BATCH,
    water::TAIQIAO,
    water::CENTRAL_BUDGET,
    water::YEARLY,
    direct_transition::WHOLE_VILLAGES,
    direct_transition::TRAINED,
    internet::FACILITIES,
    habitat::FACILITIES,
    habitat::DEMONSTRATIONS,
    habitat::WASTE,
    habitat::TOILETS,
    habitat::FIVE_WORKS,
    issues::CLOSED,
    issues::OVERDUE,
    clarity::ALL_SIX,
    clarity::FAMILY,
    clarity::CAUSE,
    clarity::MEASURE,
    clarity::INPUT_OUTPUT,
    clarity::RESPONSIBILITY,
    clarity::SCHEDULE,
    clarity::CONSOLIDATED,
    help::HELPER,
    obligations::COUNTY_MEETINGS,
    obligations::COUNTY_TO_TOWNSHIPS,
    obligations::COUNTY_TO_VILLAGES,
    obligations::LINKED_LEADERS,
    obligations::TOWNSHIP_MEETINGS,
    obligations::TOWNSHIP_TO_VILLAGES,
    obligations::TOWNSHIP_TO_HOUSEHOLDS,
    obligations::TOWNSHIP_REPORTS,
    obligations::RESEARCH,
    obligations::JOINT_MEETINGS,
    obligations::VILLAGE_REPORTS,
    obligations::TEAM_RENEWED,
    obligations::EVERYONE_TRAINED,
    obligations::HELP_VISITS,
    finance::INTEGRATED,
    finance::SPECIAL,
    documents::ACTION_PLANS,
    documents::LETTERS,
    documents::ASSESSED,
    public_service::SERVICES,
    quality::COMPLETENESS,
    quality::OPEN_FINDINGS,
}

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
        .flat_map(|indicator| indicator.figures.iter().map(move |figure| (indicator, figure)));
    all.enumerate().map(|(place, (indicator, figure))| FigureAt {
        indicator,
        figure,
        place,
    })
}

/// The indicator of that id.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
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
            aggregation: None,
            declared: None,
        }
    }

    /// A sum of amounts in that unit.
    pub const fn amount(id: &'static str, label: Label, unit: Unit, goal: Option<Goal>) -> Self {
        Self {
            aggregation: Some(Aggregation::Amount(unit)),
            ..Self::new(id, label, unit.label(), goal)
        }
    }

    /// A figure that counts the households' members.
    pub const fn of_members(id: &'static str, label: Label, goal: Option<Goal>) -> Self {
        Self {
            id,
            label,
            weight: Weight::Members,
            ..Self::new(id, label, PERSONS, goal)
        }
    }

    /// The same, with another weight.
    pub const fn weighing(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    /// The same, read otherwise than the indicator's other figures.
    pub const fn read_as(mut self, aggregation: Aggregation) -> Self {
        self.aggregation = Some(aggregation);
        self
    }

    /// The same, of as much as that figure of that target says there is in the county.
    pub const fn of_declared<const NUMBER: u8>(mut self, figure: u8) -> Self {
        self.declared = Some((TargetId::of::<NUMBER>(), figure));
        self
    }

    /// How much the plan says there is in the county, in the unit of the plan's figure.
    pub fn declared(&self) -> Option<i64> {
        let (target, place) = self.declared?;
        plan::target(target)
            .figures
            .get(usize::from(place))?
            .goal
            .threshold()
    }

    /// What a judgement about a subject of that weight adds to it.
    pub(super) fn tally(&self, judgement: Judgement, weight: i64) -> Tally {
        match (self.weight, judgement) {
            (Weight::Amounts, Judgement::Unknown(reason)) => Judgement::Part {
                num: 0,
                den: 0,
                reason,
            }
            .tally(1),
            (_, judgement) => judgement.tally(weight),
        }
    }
}

impl FigureAt {
    /// Whether areas of that level have records of their own that it looks at, so that they can be compared by it.
    pub fn looks_at(&self, level: Level) -> bool {
        match self.indicator.asks {
            Asks::Each(levels) => levels.contains(&level),
            _ => level == Level::Village,
        }
    }

    /// How a tally is read.
    pub fn aggregation(&self) -> Aggregation {
        self.figure.aggregation.unwrap_or(self.indicator.aggregation)
    }

    /// The value of a tally as people read it, rounded half up: `630`, `0.81%`, `3512.40`, `30/32`, `326.2`; none when
    /// there is nothing to divide by.
    pub fn value(&self, tally: Tally) -> Option<String> {
        match self.aggregation() {
            Aggregation::Sum => Some(tally.num.to_string()),
            Aggregation::Share => hundredths(tally.num, 10_000, tally.den).map(|text| text + "%"),
            Aggregation::MeanFen => hundredths(tally.num, 1, tally.den),
            Aggregation::AllUnitsPass => (tally.den > 0).then(|| format!("{}/{}", tally.num, tally.den)),
            Aggregation::Amount(unit) => Some(Quantity::new(tally.num, unit).to_string()),
        }
    }
}

impl Indicator {
    /// How it judges.
    pub fn judge(&self) -> Judge {
        JUDGES[self.place]
    }
}

impl Declaration {
    /// An indicator.
    pub const fn new(
        id: &'static str,
        label: Label,
        (chapter, aggregation): (Chapter, Aggregation),
        judge: Judge,
        figures: &'static [Figure],
    ) -> Self {
        Self {
            id,
            label,
            chapter,
            aggregation,
            judge,
            figures,
        }
    }

    const fn indicator(self) -> Indicator {
        Indicator {
            id: self.id,
            label: self.label,
            chapter: self.chapter,
            aggregation: self.aggregation,
            asks: self.judge.asks(),
            figures: self.figures,
            place: 0,
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
pub(super) const TIMES: Label = Label::new("次", "times");
pub(super) const ITEMS: Label = Label::new("个", "items");
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
    fn every_indicator_of_the_design_is_there_in_its_order() {
        let ids: Vec<_> = INDICATORS.iter().map(|indicator| indicator.id).collect();
        let expected = "POV 14 VIL 9 IND 3 EMP 7 ECO 2 EDU 5 MED 11 HOU 4 SOC 7 REL 6 PRJ 3 ROD 4 WAT 10 DTP 2 NET 1 HAB 5 \
            ISS 2 CLR 8 HLP 1 OBL 14 FIN 2 DOC 3 PUB 1 DQ 2";
        let words: Vec<_> = expected.split_whitespace().collect();
        let expected: Vec<_> = words
            .chunks(2)
            .flat_map(|pair| {
                let count: usize = pair[1].parse().unwrap();
                (1..=count).map(|number| format!("IND-{}-{number:02}", pair[0]))
            })
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
            let is_held = figures().any(|at| {
                at.figure
                    .goal
                    .is_some_and(|goal| goal.target() == Some(target.id))
            });
            let implied = target.figures.iter().all(|figure| figure.implied);
            assert!(is_held || implied, "nothing is held to {}", target.id);
        }
    }

    #[test]
    fn every_target_and_duty_is_shown_by_indicators_that_are_there() {
        let of_targets = TARGETS.iter().flat_map(|target| target.indicators);
        let of_duties = crate::plan::OBLIGATIONS.iter().flat_map(|duty| duty.indicators);
        for id in of_targets.chain(of_duties) {
            assert!(indicator(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_goal_with_a_number_has_it_from_the_plan() {
        for at in figures() {
            let Some(goal) = at.figure.goal else { continue };
            let compares = !matches!(
                goal.test,
                crate::indicators::Test::Nobody | crate::indicators::Test::Everybody
            );
            assert_eq!(compares, goal.figure().is_some(), "{}", at.figure.id);
            assert!(
                goal.figure().is_none() || goal.limit().is_some(),
                "{}",
                at.figure.id
            );
            assert_eq!(
                at.figure.declared.is_some(),
                at.figure.declared().is_some(),
                "{}",
                at.figure.id
            );
        }
    }

    #[test]
    fn values_are_rounded_half_up() {
        let of = |id: &str, num, den| {
            figure(id).unwrap().value(Tally {
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
