//! Golden cases of CLR-1 to CLR-6.

use super::*;
use crate::indicators::fixture::{Fixture, VILLAGE, day};
use crate::indicators::{CountyFacts, VillageIndex};
use crate::model::*;

/// One household of one member, clear in all six ways and confirmed.
pub(in crate::indicators) fn clear() -> Fixture {
    let mut f = Fixture::default();
    let household = f.household("h1", 1);
    (household.main_cause, household.planned_exit_year) =
        (Some(PovertyCause::LandShortage), Some(Year(2018)));
    let person = f.person("h1", "h1p1");
    (person.sex, person.birth_date) = (Some(Sex::Female), Some(day("1980-01-01")));
    let person = f.person_year("h1p1", 2018);
    (person.labour, person.health) = (
        Some(LabourCapacity::Ordinary),
        Some(vec![HealthCondition::Healthy]),
    );
    let year = f.year("h1", 2018);
    (year.arable, year.house_area, year.house_grade) =
        (Some(CentiMu(0)), Some(DeciSqm(600)), Some(HouseGrade::D));
    (year.drinking_safe, year.drinking_difficult, year.living_power) = (Some(false), Some(true), Some(true));
    (year.clarity_family, year.clarity_cause, year.clarity_measure) = (Some(true), Some(true), Some(true));
    (year.clarity_input_output, year.clarity_responsibility) = (Some(true), Some(true));
    year.clarity_schedule = Some(true);
    f.income("h1", 2018, 100, 1);
    f.measure("h1", 2018);
    f.helper("h1", Some("2018-01-01"), None);
    f.help_unit("2016-01-01");
    f
}

fn suggested(f: &Fixture, clarity: Clarity, date: &str) -> Finding {
    #![allow(clippy::unwrap_used)]
    let as_of = day(date);
    let ties = f.village.ties_when_asked();
    let village = VillageIndex::new(DivisionCode::new(VILLAGE).unwrap(), &f.village, &ties, as_of);
    let facts = CountyFacts::default();
    let context = Context::new(&village, &facts);
    let view = village.households().next().unwrap();
    clarity.suggested(&view, &context)
}

fn field(finding: Finding) -> String {
    let (Finding::No(reason) | Finding::Unknown(reason)) = finding else {
        return "yes".into();
    };
    reason
        .field
        .map_or_else(|| reason.cause.id().into(), |field| field.id.into())
}

/// One way to spoil a clear village, and the field that is then named.
type Spoiled = (fn(&mut Fixture), &'static str);

#[test]
fn clr_1_names_the_first_empty_field() {
    let spoiled: [Spoiled; 9] = [
        (|f| f.person("h1", "h1p1").sex = None, "sex"),
        (|f| f.person("h1", "h1p1").birth_date = None, "birth_date"),
        (|f| f.membership("h1", "h1p1").relation = None, "relation"),
        (|f| f.person_year("h1p1", 2018).labour = None, "labour"),
        (|f| f.person_year("h1p1", 2018).health = None, "health"),
        (|f| f.year("h1", 2018).house_area = None, "house_area"),
        (|f| f.year("h1", 2018).living_power = None, "living_power"),
        (
            |f| f.income("h1", 2018, 0, 0).wage = Some(Fen(1)),
            "members_counted",
        ),
        (
            |f| f.membership("h1", "h1p1").end = Some(day("2018-02-01")),
            "no_members",
        ),
    ];
    assert_eq!(suggested(&clear(), Clarity::Family, "2018-12-31"), Finding::Yes);
    for (spoil, expected) in spoiled {
        let mut f = clear();
        spoil(&mut f);
        assert_eq!(field(suggested(&f, Clarity::Family, "2018-12-31")), expected);
    }
}

#[test]
fn clr_2_wants_a_cause_that_fits_the_members() {
    let with = |main, others: &[PovertyCause], change: fn(&mut Fixture)| {
        let mut f = clear();
        let household = f.household("h1", 1);
        (household.main_cause, household.other_causes) = (Some(main), Some(others.to_vec()));
        change(&mut f);
        suggested(&f, Clarity::Cause, "2018-12-31")
    };
    use PovertyCause as P;
    assert_eq!(
        with(P::LandShortage, &[P::Illness, P::Disaster], |_| {}),
        Finding::Yes
    );
    assert_eq!(
        field(with(P::LandShortage, &[P::LandShortage], |_| {})),
        "other_causes"
    );
    assert_eq!(
        field(with(P::Other, &[P::Illness, P::Illness], |_| {})),
        "other_causes"
    );
    assert_eq!(
        field(with(P::Illness, &[], |_| {})),
        "main_cause",
        "everybody is healthy"
    );
    assert_eq!(
        field(with(P::Illness, &[], |f| f.person_year("h1p1", 2018).health = None)),
        "health"
    );
    assert_eq!(
        field(with(P::Schooling, &[], |_| {})),
        "student_status",
        "not filled in"
    );
    let pupil = |f: &mut Fixture| f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Senior1);
    assert_eq!(with(P::Schooling, &[], pupil), Finding::Yes);
    let disabled = |f: &mut Fixture| {
        f.person("h1", "h1p1").disability_category = Some(DisabilityCategory::Visual);
    };
    assert_eq!(with(P::Disability, &[], disabled), Finding::Yes);
}

#[test]
fn clr_3_and_4_look_at_the_measures_of_the_year() {
    let mut f = clear();
    f.village
        .forget(Kind::SupportMeasure, Id::new("m1").unwrap_or_default());
    assert_eq!(field(suggested(&f, Clarity::Measure, "2018-12-31")), "year");
    assert_eq!(
        suggested(&f, Clarity::InputOutput, "2018-12-31"),
        Finding::Yes,
        "nothing is done yet"
    );
    f.measure("h1", 2018).content = None;
    assert_eq!(field(suggested(&f, Clarity::Measure, "2018-12-31")), "content");
    f.measure("h1", 2018).state = Some(RecordState::Done);
    assert_eq!(
        field(suggested(&f, Clarity::InputOutput, "2018-12-31")),
        "input_county"
    );
    let done = f.measure("h1", 2018);
    (done.state, done.input_loan) = (Some(RecordState::Done), Some(Fen(100)));
    f.village
        .forget(Kind::SupportMeasure, Id::new("m4").unwrap_or_default());
    assert_eq!(
        field(suggested(&f, Clarity::InputOutput, "2018-12-31")),
        "actual_income"
    );
}

#[test]
fn clr_5_wants_a_helper_and_a_unit_on_the_day() {
    assert_eq!(
        field(suggested(&clear(), Clarity::Responsibility, "2017-12-31")),
        "official_id"
    );
    assert_eq!(
        suggested(&clear(), Clarity::Responsibility, "2018-01-01"),
        Finding::Yes
    );
    let mut f = clear();
    f.help_unit("2019-01-01");
    assert_eq!(
        field(suggested(&f, Clarity::Responsibility, "2018-12-31")),
        "unit_name"
    );
}
