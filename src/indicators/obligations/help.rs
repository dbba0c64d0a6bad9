//! Visits of helpers: IND-OBL-14 (plan line 102).

use crate::indicators::{
    Aggregation, Context, Declaration, Figure, HouseholdView, Judge, Judgement, Reason, Weight,
};
use crate::model::{Kind, Label};
use crate::plan::Chapter;

pub(in crate::indicators) const HELP_VISITS: Declaration = Declaration {
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
    )
    .weighing(Weight::Amounts)],
};

/// Quarters of the year with a help visit, of the quarters begun by the day.
fn visits(view: &HouseholdView, context: &Context) -> Judgement {
    let num = view.help.count(context.as_of);
    let den = i64::from(context.as_of.quarter());
    match view.registered() {
        Ok(_) if num < den && view.help.is_unclear(context.as_of) => Judgement::Part {
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

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::Fixture;
    use crate::model::VisitPurpose::{HouseholdHelp, Tour};

    #[test]
    fn obl_14_counts_quarters_with_a_help_visit() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.household("h2", 1);
        for date in ["2017-12-31", "2018-01-01", "2018-03-31", "2018-07-01"] {
            f.visit("h1", HouseholdHelp, Some(date));
        }
        f.visit("h2", Tour, Some("2018-02-01"));
        assert_eq!(f.tally("IND-OBL-14", "2018-03-31"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-OBL-14", "2018-06-30"), [1, 4, 2, 2]);
        assert_eq!(f.tally("IND-OBL-14", "2018-12-31"), [2, 8, 2, 2]);
        f.visit("h2", HouseholdHelp, None);
        assert_eq!(
            f.tally("IND-OBL-14", "2018-12-31"),
            [2, 8, 1, 2],
            "a visit without a date may be in any quarter"
        );
    }
}
