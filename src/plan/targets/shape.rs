//! What a target is made of.

use crate::model::Label;
use crate::plan::{BaselineId, Deadline, MeasureId, NoteId, ParameterKey, Quantity, RuleId, TargetId, Unit};

/// A goal of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// `T-01` to `T-85`.
    pub id: TargetId,
    /// Short name.
    pub label: Label,
    /// Chapter it is shown under.
    pub chapter: Chapter,
    /// Lines of the plan, the one with the figure first.
    pub lines: &'static [u8],
    /// Over whom it is judged.
    pub scope: Scope,
    /// Which way is better.
    pub direction: Direction,
    /// Until when.
    pub deadline: Deadline,
    /// What must be reached, the main figure first; none for a purely qualitative target.
    pub figures: &'static [Figure],
    /// The measure it belongs to, if it stands in one.
    pub measure: Option<MeasureId>,
    /// Where it starts from.
    pub baselines: &'static [BaselineId],
    /// Rules that say how it is computed.
    pub rules: &'static [RuleId],
    /// Remarks on what its sentence leaves open.
    pub notes: &'static [NoteId],
    /// Indicators that show it.
    pub indicators: &'static [&'static str],
}

/// Chapter of the scoreboard, in the plan's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Line 26 (and 104).
    Overall,
    /// Lines 46–52.
    Industry,
    /// Lines 58–63 (and 50).
    Welfare,
    /// Lines 69–77.
    Infrastructure,
    /// Lines 81–83.
    Habitat,
    /// Lines 87–96.
    Party,
    /// Lines 102–112.
    Safeguards,
}

/// What kind of figure a target is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetKind {
    /// Things, households or persons, also lengths and areas.
    Count,
    /// A share or rate.
    Ratio,
    /// Money.
    Amount,
    /// Yes or no.
    Flag,
    /// Words without any figure.
    Qualitative,
}

/// Which way a target's figures should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// The plan sets no direction.
    Neither,
}

/// One figure to be reached, or only tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub label: Label,
    /// The comparison and its threshold.
    pub goal: Goal,
    /// Unit of value and threshold.
    pub unit: Unit,
    /// Read out of the sentence, not printed in it.
    pub implied: bool,
}

/// A comparison with a threshold in the figure's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// ≥.
    AtLeast(i64),
    /// ≤.
    AtMost(i64),
    /// =, and nothing beyond is possible or wanted.
    Equals(i64),
    /// 左右: approximate (notes ); compared like `AtLeast`, less the tolerance parameter.
    About(i64),
    /// ≤ a county parameter that the plan names without a number.
    AtMostParameter(ParameterKey),
    /// ≥ this share of the year before, in basis points.
    AtLeastOfYearBefore(i64),
    /// The plan gives no number.
    TrackOnly,
}

/// Over whom a target is judged: every one of them has to meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One figure for the county, the sum of its parts.
    County,
    /// All 12 townships and subdistricts.
    EachTownship,
    /// All villages and communities.
    EachVillage,
    /// The 32 poverty villages.
    EachPovertyVillage,
    /// The 3 poverty townships and the 32 poverty villages.
    EachPovertyTownshipAndVillage,
    /// The townships or villages the sentence names.
    NamedPlaces,
    /// The natural villages chosen as demonstrations.
    EachDemonstrationVillage,
    /// Registered households.
    RegisteredHouseholds,
    /// Households to which the sentence's condition applies.
    EligibleHouseholds,
    /// Households that were resettled.
    RelocatedHouseholds,
    /// Members of registered households.
    RegisteredPersons,
    /// Persons to whom the sentence's condition applies.
    EligiblePersons,
    /// The roster of poverty officials and resident teams.
    Officials,
    /// Townships and county departments.
    EachTownshipAndDepartment,
    /// County, townships and villages, each to the next.
    EveryLevel,
}

impl Target {
    /// What kind of figure it is measured by: that of its main figure.
    pub fn kind(&self) -> TargetKind {
        match self.figures.first().map(|figure| figure.unit) {
            None => TargetKind::Qualitative,
            Some(Unit::BasisPoint) => TargetKind::Ratio,
            Some(Unit::Fen) => TargetKind::Amount,
            Some(Unit::Flag) => TargetKind::Flag,
            Some(_) => TargetKind::Count,
        }
    }

    /// Whether records can say anything about it.
    pub fn is_computable(&self) -> bool {
        !self.figures.is_empty()
    }

    /// Whether it can be met or missed; false when the plan only asks for more of something.
    pub fn has_threshold(&self) -> bool {
        self.figures.iter().any(|figure| figure.goal != Goal::TrackOnly)
    }
}

impl Goal {
    /// The threshold as a number, when the plan gives one.
    pub const fn threshold(self) -> Option<i64> {
        match self {
            Self::AtLeast(value) | Self::AtMost(value) | Self::Equals(value) | Self::About(value) => {
                Some(value)
            }
            Self::AtMostParameter(_) | Self::AtLeastOfYearBefore(_) | Self::TrackOnly => None,
        }
    }
}

impl Figure {
    /// The threshold with its unit, when the plan gives one.
    pub fn threshold(&self) -> Option<Quantity> {
        self.goal.threshold().map(|value| Quantity::new(value, self.unit))
    }

    /// The same figure, marked as read out of the sentence.
    pub(super) const fn implied(mut self) -> Self {
        self.implied = true;
        self
    }
}

impl Chapter {
    /// All chapters in order.
    pub const ALL: [Self; 7] = [
        Self::Overall,
        Self::Industry,
        Self::Welfare,
        Self::Infrastructure,
        Self::Habitat,
        Self::Party,
        Self::Safeguards,
    ];

    /// Heading.
    pub const fn label(self) -> Label {
        match self {
            Self::Overall => Label::new("总体目标", "Overall targets"),
            Self::Industry => Label::new("产业、就业与生态", "Industry, employment, ecology"),
            Self::Welfare => Label::new(
                "教育、健康、住房与保障",
                "Education, health, housing, social protection",
            ),
            Self::Infrastructure => Label::new("基础设施", "Infrastructure"),
            Self::Habitat => Label::new("人居环境与易地搬迁", "Living environment and resettlement"),
            Self::Party => Label::new("党建、扶志与整改", "Party building, motivation, rectification"),
            Self::Safeguards => Label::new("组织保障", "Safeguards"),
        }
    }
}

impl Scope {
    /// How the scope is named beside a target.
    pub const fn label(self) -> Label {
        match self {
            Self::County => Label::new("全县", "the county"),
            Self::EachTownship => Label::new("每个乡镇(街道)", "each township"),
            Self::EachVillage => Label::new("每个行政村(社区)", "each village"),
            Self::EachPovertyVillage => Label::new("每个贫困村", "each poverty village"),
            Self::EachPovertyTownshipAndVillage => {
                Label::new("每个贫困乡和贫困村", "each poverty township and village")
            }
            Self::NamedPlaces => Label::new("方案点名的乡镇、村", "the places named"),
            Self::EachDemonstrationVillage => {
                Label::new("每个示范自然村", "each demonstration natural village")
            }
            Self::RegisteredHouseholds => Label::new("建档立卡户", "registered households"),
            Self::EligibleHouseholds => Label::new("符合条件的户", "eligible households"),
            Self::RelocatedHouseholds => Label::new("搬迁户", "relocated households"),
            Self::RegisteredPersons => Label::new("建档立卡人口", "registered persons"),
            Self::EligiblePersons => Label::new("符合条件的人", "eligible persons"),
            Self::Officials => Label::new("扶贫干部和驻村队员", "poverty officials and resident teams"),
            Self::EachTownshipAndDepartment => {
                Label::new("每个乡镇(街道)和县直部门", "each township and department")
            }
            Self::EveryLevel => Label::new("县、乡、村逐级", "county, townships and villages in turn"),
        }
    }
}
