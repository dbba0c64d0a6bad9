//! Households, their people, and what happened to them.

use super::*;

pub(super) fn households() -> impl Strategy<Value = Vec<(Household, bool)>> {
    use PovertyStatus as P;
    let status = select(vec![
        P::NotExited,
        P::NotExited,
        P::ExitedWithPolicy,
        P::ExitedWithoutPolicy,
        P::Returned,
        P::NotRegistered,
        P::Unrecognised("new".into()),
    ]);
    use PovertyCause as C;
    let causes = || {
        select(vec![
            C::Illness,
            C::Disability,
            C::Schooling,
            C::LandShortage,
            C::Other,
        ])
    };
    let first = (2014..2020_u16, 1..=12_u8).prop_map(|(year, month)| YearMonth {
        year: Year(year),
        month,
    });
    let row = (
        (
            yes(),
            mostly(status),
            rarely(first),
            rarely(years()),
            rarely(years()),
            rarely(any::<bool>()),
        ),
        (
            mostly(causes()),
            rarely(proptest::collection::vec(causes(), 0..4)),
            mostly(years()),
        ),
        mostly(Just("张三".to_owned())),
    );
    let row = row.prop_map(
        |(register, (main_cause, other_causes, planned_exit_year), head_name)| Household {
            registered: register.0,
            poverty_status: register.1,
            first_identified: register.2,
            exit_year: register.3,
            returned_year: register.4,
            cohort_not_exited_2017: register.5,
            main_cause,
            other_causes,
            planned_exit_year,
            head_name,
            ..Household::default()
        },
    );
    proptest::collection::vec((row, deleted()), 1..5).prop_map(|rows| {
        let named = rows.into_iter().enumerate().map(|(n, (row, deleted))| {
            (
                Household {
                    id: HouseholdId::new(&format!("h{n}")).unwrap(),
                    ..row
                },
                deleted,
            )
        });
        named.collect()
    })
}

pub(super) fn persons() -> impl Strategy<Value = Vec<(Person, bool)>> {
    let birth = select(vec![
        "1950-05-05",
        "1980-01-01",
        "2001-09-01",
        "2001-09-02",
        "2002-09-01",
        "2006-03-03",
        "2011-09-01",
        "2011-09-02",
        "2011-12-01",
        "2002-03-01",
        "2012-09-01",
    ]);
    let birth = birth.prop_map(|text| Date::parse(text).unwrap());
    let disability = rarely(Just(DisabilityCategory::Visual));
    let row = (
        mostly(birth),
        mostly(Just(Sex::Male)),
        disability,
        mostly(Just("李四".to_owned())),
    );
    proptest::collection::vec((row, deleted()), 0..9).prop_map(|rows| {
        let named = rows.into_iter().enumerate().map(
            |(n, ((birth_date, sex, disability_category, name), deleted))| {
                let id = PersonId::new(&format!("p{n}")).unwrap();
                (
                    Person {
                        id,
                        birth_date,
                        sex,
                        disability_category,
                        name,
                        ..Person::default()
                    },
                    deleted,
                )
            },
        );
        named.collect()
    })
}

pub(super) fn memberships() -> impl Strategy<Value = Vec<(HouseholdMembership, bool)>> {
    let start = proptest::option::weighted(
        0.95,
        prop_oneof![3 => Just(Date::of::<2014, 1, 1>()), 1 => days()],
    );
    let relation = mostly(Just(RelationToHead::Son));
    let row = (
        mostly(household_id()),
        mostly(person_id()),
        start,
        rarely(days()),
        relation,
    );
    let row = row.prop_map(
        |(household_id, person_id, start, end, relation)| HouseholdMembership {
            household_id,
            person_id,
            start,
            end,
            relation,
            ..HouseholdMembership::default()
        },
    );
    rows(row, 10, |row, id| row.id = id.into())
}

pub(super) fn events() -> impl Strategy<Value = Vec<(HouseholdStatusEvent, bool)>> {
    use StatusEventKind as K;
    let kinds = vec![
        K::Identified,
        K::Exited,
        K::Exited,
        K::Exited,
        K::Returned,
        K::Returned,
        K::ReIdentified,
        K::Deregistered,
        K::Split,
        K::Merged,
        K::MovedOut,
        K::DiedOut,
        K::Unrecognised("new".into()),
    ];
    let known = |chance| proptest::option::weighted(chance, days());
    let row = (
        mostly(household_id()),
        proptest::option::weighted(0.97, select(kinds)),
        known(0.97),
    );
    let row = row.prop_map(|(household_id, kind, date)| HouseholdStatusEvent {
        household_id,
        kind,
        date,
        ..HouseholdStatusEvent::default()
    });
    rows(row, 7, |row, id| row.id = id.into())
}

pub(super) fn person_years() -> impl Strategy<Value = Vec<(PersonYear, bool)>> {
    use BasicInsurance as B;
    use Education as E;
    use StudentStatus as S;
    let insurance = select(vec![
        B::Resident,
        B::Resident,
        B::Employee,
        B::None,
        B::Unrecognised("new".into()),
    ]);
    let status = select(vec![
        S::NotStudent,
        S::Primary,
        S::Grade9,
        S::Senior1,
        S::Kindergarten,
        S::PreschoolAge,
        S::Unrecognised("new".into()),
    ]);
    let education = select(vec![
        E::Illiterate,
        E::Primary,
        E::Junior,
        E::Senior,
        E::Unrecognised("new".into()),
    ]);
    use HealthCondition as H;
    let health = proptest::collection::vec(select(vec![H::Healthy, H::Chronic, H::Major, H::Disabled]), 0..3);
    let row = (
        mostly(insurance),
        yes(),
        yes(),
        mostly(status),
        mostly(education),
        mostly(health),
        mostly(Just(LabourCapacity::Weak)),
    );
    let row = row.prop_map(
        |(
            basic_insurance,
            major_illness_insurance,
            medical_aid_covered,
            student_status,
            education,
            health,
            labour,
        )| {
            PersonYear {
                basic_insurance,
                major_illness_insurance,
                medical_aid_covered,
                student_status,
                education,
                health,
                labour,
                ..PersonYear::default()
            }
        },
    );
    let id = |person, year| PersonYearId::of(person, year).into();
    keyed(row, person_id(), 20, id, |row, id, person_id, year| {
        (row.id, row.person_id, row.year) = (id.into(), person_id, year);
    })
}
