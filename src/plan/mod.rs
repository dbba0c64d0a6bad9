//! The county's three-year plan (新发〔2018〕24号) as data.
mod baselines;
mod bodies;
mod dates;
pub mod divisions;
mod ids;
mod label;
mod measures;
mod quantity;

pub use baselines::{BASELINES, Baseline, BaselineFigure};
pub use bodies::{Body, BodyKind};
pub use dates::{AsOf, Day, Deadline, ISSUED, PERIOD_END, PERIOD_START, PLAN_YEARS};
pub use ids::{BaselineId, MeasureId, NoteId, ObligationId, RuleId, TargetId};
pub use label::Label;
pub use measures::{MEASURES, Measure, measures_of};
pub use quantity::{Quantity, Unit};

/// A baseline by its id.
pub fn baseline(id: BaselineId) -> &'static Baseline {
    &BASELINES[id.index()]
}

/// A measure by its id.
pub fn measure(id: MeasureId) -> &'static Measure {
    &MEASURES[id.index()]
}
