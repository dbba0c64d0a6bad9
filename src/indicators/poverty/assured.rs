//! What every registered household should have: IND-POV-12 and 14 (plan lines 26, 104).

use crate::indicators::assurance::five_assurances;
use crate::indicators::registry::HOUSEHOLDS;
use crate::indicators::{
    Aggregation, Cause, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Reason, Test,
};
use crate::model::{Kind, Label, RecordState, SupportMeasure, Year};
use crate::plan::Chapter;

pub(in crate::indicators) const ASSURED: Declaration = Declaration {
    id: "IND-POV-12",
    label: Label::new("两不愁三保障达标率", "Two assurances, three guarantees"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| view.if_registered(|| five_assurances(view, context))),
    figures: &[Figure::new(
        "IND-POV-12",
        Label::new("达标户", "Households that have all five"),
        HOUSEHOLDS,
        Some(Goal::of_target::<3>(Test::Everybody)),
    )],
};

pub(in crate::indicators) const SUPPORTED: Declaration = Declaration {
    id: "IND-POV-14",
    label: Label::new("应扶尽扶", "Every registered household has a measure"),
    chapter: Chapter::Safeguards,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| view.if_registered(|| has_measure(view, context.year))),
    figures: &[Figure::new(
        "IND-POV-14",
        Label::new("有帮扶措施的户", "Households with a measure"),
        HOUSEHOLDS,
        Some(Goal::of_target::<85>(Test::Everybody)),
    )],
};

/// Whether the household has a measure of that year which is not cancelled.
pub(in crate::indicators) fn has_measure(view: &HouseholdView, year: Year) -> Finding {
    let mut answer = Finding::No(Reason::new(Cause::NoMeasure, Kind::SupportMeasure, "year"));
    for (_, measure) in view.measures {
        match (measure.year, &measure.state) {
            (Some(at), _) if at != year => {}
            (_, Some(RecordState::Cancelled)) => {}
            (None, _) => answer = Finding::Unknown(Reason::missing(Kind::SupportMeasure, "year")),
            (_, None | Some(RecordState::Unrecognised(_))) => {
                answer = Finding::Unknown(Reason::missing(Kind::SupportMeasure, "state"));
            }
            _ => return Finding::Yes,
        }
    }
    answer
}

/// The measures of that year that are not cancelled.
pub(in crate::indicators) fn measures_of_year<'a>(
    view: &'a HouseholdView,
    year: Year,
) -> impl Iterator<Item = &'a SupportMeasure> {
    let of_year =
        move |row: &&SupportMeasure| row.year == Some(year) && row.state != Some(RecordState::Cancelled);
    view.measures.iter().map(|(_, row)| *row).filter(of_year)
}

#[cfg(test)]
pub(super) mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day};
    use crate::model::{BasicInsurance, HouseGrade, RecordState, SupportMeasure};

    const END: &str = "2018-12-31";

    /// One household of one adult, that has all five.
    pub(in crate::indicators::poverty) fn assured() -> Fixture {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person("h1", "h1p1").birth_date = Some(day("1980-01-01"));
        let person = f.person_year("h1p1", 2018);
        person.basic_insurance = Some(BasicInsurance::Resident);
        person.major_illness_insurance = Some(true);
        let year = f.year("h1", 2018);
        (year.food_assured, year.clothing_assured) = (Some(true), Some(true));
        year.house_grade = Some(HouseGrade::B);
        f
    }

    #[test]
    fn pov_12_counts_households_that_have_all_five() {
        let mut f = assured();
        assert_eq!(f.tally("IND-POV-12", END), [1, 1, 1, 1]);
        f.year("h1", 2018).food_assured = None;
        assert_eq!(f.tally("IND-POV-12", END), [0, 1, 0, 1]);
        f.year("h1", 2018).house_grade = Some(HouseGrade::D);
        assert_eq!(
            f.tally("IND-POV-12", END),
            [0, 1, 1, 1],
            "a no outweighs an unknown"
        );
        let expected = (
            "fails",
            Cause::HouseNotSafe,
            "household_year.house_grade".to_owned(),
        );
        assert_eq!(f.why("IND-POV-12", "h1", END), expected);
        assert_eq!(
            f.tally("IND-POV-12", "2019-06-30"),
            [0, 1, 0, 1],
            "no record of 2019"
        );
    }

    #[test]
    fn pov_14_counts_households_with_a_measure_of_the_year() {
        let mut f = assured();
        assert_eq!(f.why("IND-POV-14", "h1", END).1, Cause::NoMeasure);
        f.measure("h1", 2017);
        f.measure("h1", 2018).state = Some(RecordState::Cancelled);
        assert_eq!(f.tally("IND-POV-14", END), [0, 1, 1, 1]);
        let unclear = f.measure("h1", 2018);
        unclear.state = None;
        assert_eq!(f.why("IND-POV-14", "h1", END).2, "support_measure.state");
        f.measure("h1", 2018);
        assert_eq!(f.tally("IND-POV-14", END), [1, 1, 1, 1]);
        *f.measure("h2", 2018) = SupportMeasure::default();
        assert_eq!(
            f.tally("IND-POV-14", END),
            [1, 1, 1, 1],
            "a measure of nobody changes nothing"
        );
    }
}
