//! Income of registered households: IND-POV-08 and 09 (plan line 104).

use super::{HOUSEHOLD_COUNT, PERSON_COUNT};
use crate::indicators::assurance::{income, net_income};
use crate::indicators::registry::HOUSEHOLDS;
use crate::indicators::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Reason,
    Test, Weight,
};
use crate::model::Label;
use crate::plan::Chapter;

pub(in crate::indicators) const NET_INCOME: Declaration = Declaration {
    id: "IND-POV-08",
    label: Label::new("建档立卡户人均纯收入", "Net income per registered person"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::MeanFen,
    judge: Judge::Household(mean_income),
    figures: &[Figure::new(
        "IND-POV-08",
        Label::new("人均纯收入", "Net income per person"),
        Label::new("元/人", "yuan per person"),
        None,
    )
    .weighing(Weight::Amounts)],
};

/// The household's net income and the members it is counted for.
fn mean_income(view: &HouseholdView, _: &Context) -> Judgement {
    match view.registered().map(|_| net_income(view)) {
        Ok(Ok((num, den))) => Judgement::Amount { num, den },
        Ok(Err(reason)) => Judgement::Part {
            num: 0,
            den: 0,
            reason,
        },
        Err(Judgement::Unknown(reason)) => Judgement::Part {
            num: 0,
            den: 0,
            reason,
        },
        Err(other) => other,
    }
}

const NOBODY_BELOW: Option<Goal> = Some(Goal::of_target::<9>(Test::Nobody));

pub(in crate::indicators) const BELOW_LINE: Declaration = Declaration {
    id: "IND-POV-09",
    label: Label::new("收入低于现行标准", "Below the poverty line"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(below_line),
    figures: &[
        Figure::of_members("IND-POV-09", PERSON_COUNT, NOBODY_BELOW),
        Figure::new("IND-POV-09.households", HOUSEHOLD_COUNT, HOUSEHOLDS, NOBODY_BELOW),
    ],
};

fn below_line(view: &HouseholdView, context: &Context) -> Judgement {
    match view.registered().map(|_| income(view, context)) {
        Ok(Finding::No(_)) => Judgement::Counts,
        Ok(Finding::Yes) => Judgement::Fails(Reason::of(Cause::NotBelowLine)),
        Ok(Finding::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::Fixture;

    const END: &str = "2018-12-31";

    fn village() -> Fixture {
        let mut f = Fixture::default();
        f.household("h1", 3);
        f.income("h1", 2018, 900_000, 2);
        f.household("h2", 1);
        f.income("h2", 2018, 350_000, 1);
        f
    }

    #[test]
    fn pov_08_is_net_income_over_members_counted() {
        let mut f = village();
        assert_eq!(f.tally("IND-POV-08", END), [1_250_000, 3, 2, 2]);
        f.income("h2", 2018, 350_000, 1).property = None;
        assert_eq!(f.tally("IND-POV-08", END), [900_000, 2, 1, 2]);
        let expected = (
            "unknown",
            Cause::NotFilledIn,
            "household_income_year.property".to_owned(),
        );
        assert_eq!(f.why("IND-POV-08", "h2", END), expected);
        assert_eq!(
            f.tally("IND-POV-08", "2017-12-31"),
            [0, 0, 0, 2],
            "no income of 2017"
        );
    }

    #[test]
    fn pov_09_counts_the_members_of_households_below_the_verified_line() {
        let mut f = village();
        assert_eq!(f.tally("IND-POV-09", END), [0, 4, 0, 4]);
        assert_eq!(f.why("IND-POV-09", "h1", END).1, Cause::ParameterNotVerified);
        f.line(2018, 350_000);
        assert_eq!(
            f.tally("IND-POV-09", END),
            [0, 4, 4, 4],
            "the line itself is not below the line"
        );
        f.line(2018, 350_001);
        assert_eq!(f.tally("IND-POV-09", END), [1, 4, 4, 4]);
        f.line(2018, 450_001);
        assert_eq!(f.tally("IND-POV-09", END), [4, 4, 4, 4]);
        assert_eq!(f.tally("IND-POV-09.households", END), [2, 2, 2, 2]);
    }
}
