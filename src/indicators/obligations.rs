//! Recurring duties: IND-OBL-14 (plan line 102).

use super::poverty::registered;
use super::{Aggregation, Context, Figure, HouseholdView, Indicator, Judge, Judgement, Reason};
use crate::model::{Kind, Label};
use crate::plan::Chapter;

pub(super) static HELP_VISITS: Indicator = Indicator {
    id: "IND-OBL-14",
    label: Label::new("帮扶入户走访", "Visits of helpers"),
    chapter: Chapter::Safeguards,
    aggregation: Aggregation::Share,
    judge: Judge::Household(visits),
    figures: &[Figure::new(
        "IND-OBL-14",
        Label::new("有走访的户·季度", "Household-quarters with a visit"),
        Label::new("户·季度", "household-quarters"),
        None,
    )],
};

/// Quarters of the year with a help visit, of the quarters begun by the day.
fn visits(view: &HouseholdView, context: &Context) -> Judgement {
    let num = view.help.count();
    let den = i64::from(context.as_of.quarter());
    match registered(view) {
        Ok(_) if view.help.unclear && num < den => Judgement::Part {
            num,
            den,
            reason: Reason::missing(Kind::Visit, "date"),
        },
        Ok(_) => Judgement::Amount { num, den },
        Err(Judgement::Unknown(reason)) => Judgement::Part {
            num: 0,
            den: 0,
            reason,
        },
        Err(other) => other,
    }
}
