//! Every household clear: IND-CLR-01 to 08 (plan line 96).

use super::poverty::{has_measure, of_registered, registered};
use super::register::Poverty;
use super::registry::HOUSEHOLDS;
use super::{
    Aggregation, Cause, Clarity, Context, Figure, Finding, Goal, HouseholdView, Indicator, Judge, Judgement,
    Reason, Test,
};
use crate::model::{Kind, Label};
use crate::plan::Chapter;

const EVERYBODY: Option<Goal> = Some(Goal::of_target::<75>(Test::Everybody));

pub(super) static ALL_SIX: Indicator = Indicator {
    id: "IND-CLR-01",
    label: Label::new("户户清完成率", "Households with all six clear"),
    chapter: Chapter::Party,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| {
        of_registered(view, || {
            Finding::all(Clarity::ALL.iter().map(|clarity| clarity.check(view, context)))
        })
    }),
    figures: &[Figure::new(
        "IND-CLR-01",
        Label::new("六清户", "Households all clear"),
        HOUSEHOLDS,
        EVERYBODY,
    )],
};

/// The indicator of one clarity.
const fn of_one(
    id: &'static str,
    clarity: Clarity,
    judge: fn(&HouseholdView, &Context) -> Judgement,
    figures: &'static [Figure],
) -> Indicator {
    Indicator {
        id,
        label: clarity.label(),
        chapter: Chapter::Party,
        aggregation: Aggregation::Share,
        judge: Judge::Household(judge),
        figures,
    }
}

macro_rules! one_clarity {
    ($($name:ident $id:literal $clarity:ident;)+) => {$(
        pub(super) static $name: Indicator = of_one(
            $id,
            Clarity::$clarity,
            |view, context| of_registered(view, || Clarity::$clarity.check(view, context)),
            &[Figure::new($id, Label::new("清楚户", "Households clear"), HOUSEHOLDS, EVERYBODY)],
        );
    )+};
}

one_clarity! {
    FAMILY "IND-CLR-02" Family;
    CAUSE "IND-CLR-03" Cause;
    MEASURE "IND-CLR-04" Measure;
    INPUT_OUTPUT "IND-CLR-05" InputOutput;
    RESPONSIBILITY "IND-CLR-06" Responsibility;
    SCHEDULE "IND-CLR-07" Schedule;
}

pub(super) static CONSOLIDATED: Indicator = Indicator {
    id: "IND-CLR-08",
    label: Label::new("脱贫户巩固提升措施覆盖", "Exited households with a measure"),
    chapter: Chapter::Party,
    aggregation: Aggregation::Share,
    judge: Judge::Household(consolidated),
    figures: &[Figure::new(
        "IND-CLR-08",
        Label::new("有措施的脱贫户", "Exited households with a measure"),
        HOUSEHOLDS,
        EVERYBODY,
    )],
};

fn consolidated(view: &HouseholdView, context: &Context) -> Judgement {
    match registered(view) {
        Ok(Poverty::Exited) => has_measure(view, context.year).into(),
        Ok(Poverty::NotExited | Poverty::Returned) => {
            Judgement::Excluded(Reason::new(Cause::StillPoor, Kind::Household, "poverty_status"))
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}
