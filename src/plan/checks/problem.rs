//! What can be wrong with the plan's tables.

use super::Sum;

/// A fault in the plan's data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    /// An entry is missing, twice there or out of order.
    #[error("{table}: {expected} expected in this place, {found} found")]
    Numbering {
        /// Which table.
        table: &'static str,
        /// The id that belongs there, or how the table should end.
        expected: String,
        /// What is there.
        found: String,
    },
    /// A citation lies outside the plan's text, or there is none.
    #[error("{entry} cites line {line}, which the plan does not have")]
    Line {
        /// The entry.
        entry: String,
        /// The line; 0 when none is cited.
        line: u8,
    },
    /// An entry refers to another one of a different line of the plan.
    #[error("{entry} refers to {other}, but they cite no line in common")]
    NoCommonLine {
        /// The entry.
        entry: String,
        /// What it refers to.
        other: String,
    },
    /// A label lacks one of its languages.
    #[error("{entry} has an empty label")]
    EmptyLabel {
        /// The entry.
        entry: String,
    },
    /// An indicator id is not of the form `IND-ABC-01`.
    #[error("{entry} names the indicator {indicator}, which is no indicator id")]
    IndicatorId {
        /// The entry.
        entry: String,
        /// The text.
        indicator: String,
    },
    /// No indicator shows a target.
    #[error("no indicator shows {entry}")]
    NotShown {
        /// The target.
        entry: String,
    },
    /// A threshold contradicts the direction of its target.
    #[error("{entry} has a threshold against its direction")]
    Direction {
        /// The target.
        entry: String,
    },
    /// A deadline lies outside the plan's period.
    #[error("{entry} ends on {day}, outside the plan")]
    Deadline {
        /// The target.
        entry: String,
        /// The day.
        day: String,
    },
    /// A body leads a measure and shares it too, or stands twice in one list.
    #[error("{entry} lists {body} twice")]
    BodyTwice {
        /// The measure.
        entry: String,
        /// The body's id.
        body: &'static str,
    },
    /// A body has no measure.
    #[error("{body} has no measure")]
    BodyWithoutMeasure {
        /// The body's id.
        body: &'static str,
    },
    /// A parameter with choices lists none, or its default is none of them.
    #[error("parameter {key} has no fitting choice")]
    Choice {
        /// The parameter's key.
        key: &'static str,
    },
    /// A division is out of order, so that it cannot be found.
    #[error("division {code} stands in the wrong place")]
    DivisionOrder {
        /// Its code.
        code: &'static str,
    },
    /// A division's parent is missing.
    #[error("division {code} has no parent in the table")]
    DivisionParent {
        /// Its code.
        code: &'static str,
    },
    /// A division has too few or too many children.
    #[error("{code} should have {expected} divisions below it, but has {found}")]
    DivisionCount {
        /// Its code.
        code: &'static str,
        /// As counted by hand from the statistical list.
        expected: usize,
        /// In the table.
        found: usize,
    },
    /// A place the plan names is not in the table of divisions.
    #[error("line {line} names {code}, which is no division")]
    NamedPlace {
        /// The code.
        code: &'static str,
        /// Line of the plan.
        line: u8,
    },
    /// A sum over the plan's figures does not come out.
    #[error("{note}: {what} should be {expected}, but the tables give {}", shown(*.computed))]
    Arithmetic {
        /// `X-00a` to `X-00i`, or the two entries that repeat one figure.
        note: &'static str,
        /// What is summed.
        what: &'static str,
        /// As worked out by hand.
        expected: i64,
        /// From the tables; nothing when a figure is missing.
        computed: Option<i64>,
    },
}

impl PlanProblem {
    /// A stable code for tools.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Numbering { .. } => "plan.numbering",
            Self::Line { .. } => "plan.line",
            Self::NoCommonLine { .. } => "plan.no_common_line",
            Self::EmptyLabel { .. } => "plan.empty_label",
            Self::IndicatorId { .. } => "plan.indicator_id",
            Self::NotShown { .. } => "plan.not_shown",
            Self::Direction { .. } => "plan.direction",
            Self::Deadline { .. } => "plan.deadline",
            Self::BodyTwice { .. } => "plan.body_twice",
            Self::BodyWithoutMeasure { .. } => "plan.body_without_measure",
            Self::Choice { .. } => "plan.choice",
            Self::DivisionOrder { .. } => "plan.division_order",
            Self::DivisionParent { .. } => "plan.division_parent",
            Self::DivisionCount { .. } => "plan.division_count",
            Self::NamedPlace { .. } => "plan.named_place",
            Self::Arithmetic { .. } => "plan.arithmetic",
        }
    }
}

impl From<Sum> for PlanProblem {
    fn from(sum: Sum) -> Self {
        Self::Arithmetic {
            note: sum.note,
            what: sum.what,
            expected: sum.expected,
            computed: sum.computed,
        }
    }
}

fn shown(computed: Option<i64>) -> String {
    computed.map_or_else(|| "nothing".to_owned(), |number| number.to_string())
}
