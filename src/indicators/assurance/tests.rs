//! Golden cases of ASR-1 to ASR-7.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::indicators::fixture::{Fixture, VILLAGE, day};
use crate::indicators::{CountyFacts, VillageIndex};
use crate::model::DivisionCode;

fn check(f: &Fixture, date: &str, rule: impl Fn(&HouseholdView, &Context) -> Finding) -> Finding {
    let as_of = day(date);
    let ties = f.village.ties_when_asked();
    let village = VillageIndex::new(DivisionCode::new(VILLAGE).unwrap(), &f.village, &ties, as_of);
    let facts = CountyFacts::of(&f.county);
    let context = Context::new(&village, &facts);
    let view = village.households().next().unwrap();
    rule(&view, &context)
}

fn of(f: &Fixture, assurance: Assurance) -> (&'static str, String) {
    match check(f, "2018-12-31", |view, context| assurance.check(view, context)) {
        Finding::Yes => ("yes", String::new()),
        Finding::No(reason) => ("no", reason.cause.id().into()),
        Finding::Unknown(reason) => ("unknown", reason.field.map_or("", |field| field.id).into()),
    }
}

/// A household of one pupil born on that day.
fn pupil(birth: &str, status: Option<StudentStatus>) -> Fixture {
    let mut f = Fixture::default();
    f.household("h1", 1);
    f.person("h1", "h1p1").birth_date = Some(day(birth));
    f.person_year("h1p1", 2018).student_status = status;
    f
}

#[test]
fn asr_3_asks_those_of_6_to_15_on_1_september() {
    use StudentStatus as S;
    let schooling = |birth, status| of(&pupil(birth, status), Assurance::Education);
    assert_eq!(
        schooling("2012-09-02", None),
        ("yes", String::new()),
        "5 years old"
    );
    assert_eq!(
        schooling("2012-09-01", None),
        ("unknown", "student_status".into())
    );
    assert_eq!(
        schooling("2002-09-02", None),
        ("unknown", "student_status".into()),
        "15 years old"
    );
    assert_eq!(
        schooling("2002-09-01", None),
        ("yes", String::new()),
        "16 years old"
    );
    assert_eq!(schooling("2008-01-01", Some(S::Primary)), ("yes", String::new()));
    assert_eq!(
        schooling("2012-01-01", Some(S::Kindergarten)),
        ("no", "out_of_school".into())
    );
    assert_eq!(
        schooling("2004-01-01", Some(S::NotStudent)),
        ("unknown", "education".into())
    );
}

#[test]
fn asr_3_lets_go_who_has_finished_grade_9() {
    let with = |education| {
        let mut f = pupil("2003-01-01", Some(StudentStatus::NotStudent));
        f.person_year("h1p1", 2018).education = Some(education);
        of(&f, Assurance::Education).0
    };
    assert_eq!(with(Education::Junior), "yes");
    assert_eq!(with(Education::Primary), "no");
}

#[test]
fn asr_3_counts_the_age_in_the_school_year_of_the_day() {
    let f = pupil("2012-06-01", None);
    let on = |date| {
        check(&f, date, |view, context| {
            Assurance::Education.check(view, context)
        })
    };
    assert_eq!(on("2018-08-31"), Finding::Yes, "5 on 1 September 2017");
    assert!(
        matches!(on("2018-09-01"), Finding::Unknown(_)),
        "6 on 1 September 2018"
    );
}

#[test]
fn asr_4_needs_every_member_insured_twice() {
    let mut f = Fixture::default();
    f.household("h1", 2);
    for person in ["h1p1", "h1p2"] {
        f.person_year(person, 2018).basic_insurance = Some(BasicInsurance::Resident);
        f.person_year(person, 2018).major_illness_insurance = Some(true);
    }
    assert_eq!(of(&f, Assurance::Medical).0, "yes");
    f.person_year("h1p2", 2018).major_illness_insurance = None;
    assert_eq!(
        of(&f, Assurance::Medical),
        ("unknown", "major_illness_insurance".into())
    );
    f.person_year("h1p2", 2018).basic_insurance = Some(BasicInsurance::None);
    assert_eq!(of(&f, Assurance::Medical), ("no", "not_insured".into()));
    let mut nobody = Fixture::default();
    nobody.household("h1", 0);
    assert_eq!(of(&nobody, Assurance::Medical).0, "unknown");
}

#[test]
fn asr_5_to_7_read_house_water_and_income() {
    let mut f = Fixture::default();
    f.household("h1", 1);
    assert_eq!(of(&f, Assurance::Housing), ("unknown", "house_grade".into()));
    f.year("h1", 2018).house_grade = Some(HouseGrade::C);
    assert_eq!(of(&f, Assurance::Housing), ("no", "house_not_safe".into()));
    f.year("h1", 2018).drinking_safe = Some(true);
    assert_eq!(of(&f, Assurance::Water), ("unknown", "drinking_difficult".into()));
    f.year("h1", 2018).drinking_difficult = Some(true);
    assert_eq!(of(&f, Assurance::Water), ("no", "water_hard_to_get".into()));
    f.income("h1", 2018, 349_999, 1);
    assert_eq!(
        of(&f, Assurance::Income),
        ("unknown", "value".into()),
        "no verified line"
    );
    f.line(2018, 350_000);
    assert_eq!(of(&f, Assurance::Income), ("no", "below_line".into()));
}

#[test]
fn a_household_is_ready_to_exit_with_all_seven() {
    let mut f = pupil("1980-01-01", None);
    let person = f.person_year("h1p1", 2018);
    (person.basic_insurance, person.major_illness_insurance) = (Some(BasicInsurance::Employee), Some(true));
    let year = f.year("h1", 2018);
    (year.food_assured, year.clothing_assured, year.house_grade) =
        (Some(true), Some(true), Some(HouseGrade::A));
    assert_eq!(check(&f, "2018-12-31", five_assurances), Finding::Yes);
    assert!(matches!(
        check(&f, "2018-12-31", exit_readiness),
        Finding::Unknown(_)
    ));
    let year = f.year("h1", 2018);
    (year.drinking_safe, year.drinking_difficult) = (Some(true), Some(false));
    f.income("h1", 2018, 350_000, 1);
    f.line(2018, 350_000);
    assert_eq!(check(&f, "2018-12-31", exit_readiness), Finding::Yes);
}
