//! Helpers: IND-HLP-01 (plan line 102).

use super::clarities::has_helper;
use super::registry::HOUSEHOLDS;
use super::{Aggregation, Declaration, Figure, Goal, Judge, Origin, Test};
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

pub(super) const HELPER: Declaration = Declaration {
    id: "IND-HLP-01",
    label: Label::new("结对帮扶覆盖率", "Households with a helper"),
    chapter: Chapter::Safeguards,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| view.if_registered(|| has_helper(view, context))),
    figures: &[Figure::new(
        "IND-HLP-01",
        Label::new("有帮扶干部的户", "Households with a helper"),
        HOUSEHOLDS,
        EVERYBODY,
    )],
};

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::Fixture;

    #[test]
    fn hlp_01_counts_households_with_a_helper_on_the_day() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.helper("h1", Some("2018-03-01"), Some("2018-06-01"));
        f.household("h2", 1);
        f.helper("h2", None, None);
        assert_eq!(f.tally("IND-HLP-01", "2018-02-28"), [0, 2, 1, 2]);
        assert_eq!(f.tally("IND-HLP-01", "2018-03-01"), [1, 2, 1, 2]);
        assert_eq!(
            f.tally("IND-HLP-01", "2018-06-01"),
            [0, 2, 1, 2],
            "the end is the first day without"
        );
        assert_eq!(f.why("IND-HLP-01", "h1", "2018-06-01").1, Cause::NoHelper);
        assert_eq!(
            f.why("IND-HLP-01", "h2", "2018-06-01").2,
            "helper_assignment.start"
        );
    }
}
