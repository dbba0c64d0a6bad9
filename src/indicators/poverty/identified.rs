//! 应识尽识, 应退尽退: IND-POV-13 (plan line 104).

use crate::indicators::assurance::{exit_readiness, income, net_income};
use crate::indicators::register::{Poverty, Register};
use crate::indicators::registry::HOUSEHOLDS;
use crate::indicators::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Reason,
    Subject, Subjects, Test,
};
use crate::model::{Kind, Label, Level};
use crate::plan::Chapter;

const NOBODY: Option<Goal> = Some(Goal::of_target::<85>(Test::Nobody));

pub(in crate::indicators) const LEFT_OVER: Declaration = Declaration::new(
    "IND-POV-13",
    Label::new(
        "应退未退、应识未识",
        "Ready to exit and not exited; poor and not registered",
    ),
    (Chapter::Safeguards, Aggregation::Sum),
    Judge::Each(&[Level::Village], left_over),
    &[
        Figure::new(
            "IND-POV-13",
            Label::new("应退未退", "Ready to exit, not exited"),
            HOUSEHOLDS,
            NOBODY,
        ),
        Figure::new(
            "IND-POV-13.unregistered",
            Label::new("应识未识", "Below the line, not registered"),
            HOUSEHOLDS,
            NOBODY,
        ),
    ],
);

fn left_over(context: &Context, subjects: &mut Subjects) {
    for view in context.village.households() {
        let said = [(ready(&view, context), 1), (unregistered(&view, context), 1)];
        subjects.say(Subject::Household, view.household.id.into(), &said);
    }
}

/// Registered, not exited, and by its records ready to exit.
fn ready(view: &HouseholdView, context: &Context) -> Judgement {
    match view.registered() {
        Ok(Poverty::NotExited | Poverty::Returned) => match exit_readiness(view, context) {
            Finding::Yes => Judgement::Counts,
            Finding::No(reason) => Judgement::Fails(reason),
            Finding::Unknown(reason) => Judgement::Unknown(reason),
        },
        Ok(Poverty::Exited) => {
            Judgement::Excluded(Reason::new(Cause::NotPoor, Kind::Household, "poverty_status"))
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

/// Not registered, and known to be below the line. Nobody asks such a household for its income, so that one without it
/// is left out.
fn unregistered(view: &HouseholdView, context: &Context) -> Judgement {
    match view.register {
        Register::In(_) => Judgement::Excluded(Reason::new(Cause::NotCounted, Kind::Household, "registered")),
        Register::Unknown(reason) => Judgement::Unknown(reason),
        Register::Out(_) => match net_income(view) {
            Err(reason) => Judgement::Excluded(reason),
            Ok(_) => match income(view, context) {
                Finding::No(_) => Judgement::Counts,
                Finding::Yes => Judgement::Fails(Reason::of(Cause::NotBelowLine)),
                Finding::Unknown(reason) => Judgement::Unknown(reason),
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::Fixture;
    use crate::model::PovertyStatus;

    const END: &str = "2018-12-31";

    #[test]
    fn pov_13_finds_those_ready_to_exit_and_those_below_the_line_who_are_not_registered() {
        let mut f = crate::indicators::poverty::assured::tests::assured();
        assert_eq!(
            f.tally("IND-POV-13", END),
            [0, 1, 0, 1],
            "water and income are not known"
        );
        let year = f.year("h1", 2018);
        (year.drinking_safe, year.drinking_difficult) = (Some(true), Some(false));
        f.line(2018, 350_000);
        f.income("h1", 2018, 350_000, 1);
        assert_eq!(f.tally("IND-POV-13", END), [1, 1, 1, 1]);
        f.household("h1", 1).poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        assert_eq!(f.tally("IND-POV-13", END), [0; 4]);
        let mut f = Fixture::default();
        f.line(2018, 350_000);
        f.household("h2", 1).registered = Some(false);
        assert_eq!(f.tally("IND-POV-13.unregistered", END), [0; 4], "nobody asked");
        f.income("h2", 2018, 349_999, 1);
        assert_eq!(f.tally("IND-POV-13.unregistered", END), [1; 4]);
        f.income("h2", 2018, 350_000, 1);
        assert_eq!(f.why("IND-POV-13.unregistered", "h2", END).1, Cause::NotBelowLine);
    }
}
