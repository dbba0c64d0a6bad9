//! Every household clear: IND-CLR-01 to 08 (plan line 96).

use super::poverty::has_measure;
use super::register::Poverty;
use super::registry::HOUSEHOLDS;
use super::{
    Aggregation, Cause, Clarity, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge,
    Judgement, Reason, Test,
};
use crate::model::{Kind, Label};
use crate::plan::Chapter;

const EVERYBODY: Option<Goal> = Some(Goal::of_target::<75>(Test::Everybody));

pub(super) const ALL_SIX: Declaration = Declaration {
    id: "IND-CLR-01",
    label: Label::new("户户清完成率", "Households with all six clear"),
    chapter: Chapter::Party,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| {
        view.if_registered(|| Finding::all(Clarity::ALL.iter().map(|clarity| clarity.check(view, context))))
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
) -> Declaration {
    Declaration {
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
        pub(super) const $name: Declaration = of_one(
            $id,
            Clarity::$clarity,
            |view, context| view.if_registered(|| Clarity::$clarity.check(view, context)),
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

pub(super) const CONSOLIDATED: Declaration = Declaration {
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
    match view.registered() {
        Ok(Poverty::Exited) => has_measure(view, context.year).into(),
        Ok(Poverty::NotExited | Poverty::Returned) => {
            Judgement::Excluded(Reason::new(Cause::StillPoor, Kind::Household, "poverty_status"))
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::Fixture;
    use crate::model::{PovertyCause, PovertyStatus, Year};

    const END: &str = "2018-12-31";

    #[test]
    fn clr_02_to_07_need_the_records_and_the_worker() {
        let mut f = Fixture::default();
        f.household("h1", 1).main_cause = Some(PovertyCause::LandShortage);
        assert_eq!(f.why("IND-CLR-03", "h1", END).1, Cause::NotConfirmed);
        assert_eq!(f.tally("IND-CLR-03", END), [0, 1, 0, 1]);
        f.year("h1", 2018).clarity_cause = Some(true);
        assert_eq!(f.tally("IND-CLR-03", END), [1, 1, 1, 1]);
        f.year("h1", 2018).clarity_cause = Some(false);
        assert_eq!(f.why("IND-CLR-03", "h1", END).1, Cause::ConfirmedUnclear);
        f.year("h1", 2018).clarity_cause = Some(true);
        f.household("h1", 1).main_cause = None;
        assert_eq!(f.why("IND-CLR-03", "h1", END).2, "household.main_cause");
    }

    #[test]
    fn clr_01_counts_only_households_with_all_six() {
        let mut f = crate::indicators::clarities::tests::clear();
        assert_eq!(f.tally("IND-CLR-01", END), [1, 1, 1, 1]);
        for id in [
            "IND-CLR-02",
            "IND-CLR-03",
            "IND-CLR-04",
            "IND-CLR-05",
            "IND-CLR-06",
            "IND-CLR-07",
        ] {
            assert_eq!(f.tally(id, END), [1, 1, 1, 1], "{id}");
        }
        f.household("h1", 1).planned_exit_year = None;
        assert_eq!(f.tally("IND-CLR-01", END), [0, 1, 1, 1]);
        assert_eq!(f.why("IND-CLR-01", "h1", END).1, Cause::NoSchedule);
        assert_eq!(f.tally("IND-CLR-07", END), [0, 1, 1, 1]);
    }

    #[test]
    fn clr_08_asks_exited_households_for_a_measure() {
        let mut f = Fixture::default();
        let exited = f.household("h1", 1);
        (exited.poverty_status, exited.exit_year) = (Some(PovertyStatus::ExitedWithPolicy), Some(Year(2017)));
        f.household("h2", 1);
        assert_eq!(f.tally("IND-CLR-08", END), [0, 1, 1, 1]);
        f.measure("h1", 2018);
        assert_eq!(f.tally("IND-CLR-08", END), [1, 1, 1, 1]);
        assert_eq!(f.why("IND-CLR-08", "h2", END).1, Cause::StillPoor);
        assert_eq!(
            f.tally("IND-CLR-08", "2016-12-31"),
            [0, 0, 0, 0],
            "nobody had exited"
        );
    }
}
