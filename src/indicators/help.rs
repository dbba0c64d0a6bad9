//! Helpers: IND-HLP-01 (plan line 102).

use super::clarities::has_helper;
use super::poverty::of_registered;
use super::registry::HOUSEHOLDS;
use super::{Aggregation, Figure, Goal, Indicator, Judge, Origin, Test};
use crate::model::Label;
use crate::plan::{Chapter, Deadline};

/// 干部帮户: the plan asks for it without a number.
const EVERYBODY: Option<Goal> = Some(Goal {
    test: Test::Everybody,
    origin: Origin::Implied {
        line: 102,
        deadline: Deadline::Continuous,
    },
});

pub(super) static HELPER: Indicator = Indicator {
    id: "IND-HLP-01",
    label: Label::new("结对帮扶覆盖率", "Households with a helper"),
    chapter: Chapter::Safeguards,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| of_registered(view, || has_helper(view, context))),
    figures: &[Figure::new(
        "IND-HLP-01",
        Label::new("有帮扶干部的户", "Households with a helper"),
        HOUSEHOLDS,
        EVERYBODY,
    )],
};
