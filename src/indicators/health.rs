//! Medical insurance: IND-MED-01 to 03 (plan line 59).

use super::assurance::{has_major_illness_cover, has_medical_aid, is_insured};
use super::registry::PERSONS;
use super::{Aggregation, Declaration, Figure, Goal, Judge, Test};
use crate::model::Label;
use crate::plan::Chapter;

const EVERYBODY: Option<Goal> = Some(Goal::of_target::<25>(Test::Everybody));

pub(super) const BASIC: Declaration = Declaration {
    id: "IND-MED-01",
    label: Label::new("基本医保参保率", "Basic medical insurance"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| is_insured(member).into()),
    figures: &[Figure::new(
        "IND-MED-01",
        Label::new("参保人数", "Persons insured"),
        PERSONS,
        EVERYBODY,
    )],
};

pub(super) const MAJOR_ILLNESS: Declaration = Declaration {
    id: "IND-MED-02",
    label: Label::new("大病保险覆盖率", "Major-illness insurance"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| has_major_illness_cover(member).into()),
    figures: &[Figure::new(
        "IND-MED-02",
        Label::new("纳入人数", "Persons covered"),
        PERSONS,
        EVERYBODY,
    )],
};

pub(super) const MEDICAL_AID: Declaration = Declaration {
    id: "IND-MED-03",
    label: Label::new("医疗救助纳入率", "Medical aid"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| has_medical_aid(member).into()),
    figures: &[Figure::new(
        "IND-MED-03",
        Label::new("纳入人数", "Persons covered"),
        PERSONS,
        EVERYBODY,
    )],
};

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day};
    use crate::model::BasicInsurance;

    const END: &str = "2018-12-31";

    #[test]
    fn med_01_to_03_judge_every_member_of_the_day() {
        let mut f = Fixture::default();
        f.household("h1", 4);
        f.membership("h1", "h1p4").end = Some(day("2018-12-31"));
        f.person_year("h1p1", 2018).basic_insurance = Some(BasicInsurance::Employee);
        f.person_year("h1p2", 2018).basic_insurance = Some(BasicInsurance::None);
        f.person_year("h1p1", 2018).major_illness_insurance = Some(true);
        f.person_year("h1p2", 2018).medical_aid_covered = Some(false);
        f.household("h2", 1).registered = Some(false);
        assert_eq!(f.tally("IND-MED-01", END), [1, 3, 2, 3]);
        assert_eq!(f.tally("IND-MED-02", END), [1, 3, 1, 3]);
        assert_eq!(f.tally("IND-MED-03", END), [0, 3, 1, 3]);
        assert_eq!(f.tally("IND-MED-01", "2018-12-30"), [1, 4, 2, 4]);
        let expected = (
            "fails",
            Cause::NotInsured,
            "person_year.basic_insurance".to_owned(),
        );
        assert_eq!(f.why("IND-MED-01", "h1p2", END), expected);
        assert_eq!(f.why("IND-MED-01", "h2p1", END).1, Cause::NotRegistered);
    }

    #[test]
    fn a_code_that_only_a_newer_version_knows_is_unknown() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person_year("h1p1", 2018).basic_insurance = Some(BasicInsurance::Unrecognised("long_term".into()));
        assert_eq!(f.tally("IND-MED-01", END), [0, 1, 0, 1]);
    }
}
