//! Random villages: few households with many gaps, deleted rows, dangling references and dates on the edges.

use huhuqing::indicators::CountyFacts;
use huhuqing::model::*;
use proptest::prelude::*;
use proptest::sample::select;

/// The village that is scored.
pub const AREA: &str = "530427203200";

/// The records as they were generated, each with whether it is deleted.
#[derive(Clone, Debug, Default)]
pub struct Village {
    pub households: Vec<(Household, bool)>,
    pub persons: Vec<(Person, bool)>,
    pub memberships: Vec<(HouseholdMembership, bool)>,
    pub events: Vec<(HouseholdStatusEvent, bool)>,
    pub years: Vec<(HouseholdYear, bool)>,
    pub incomes: Vec<(HouseholdIncomeYear, bool)>,
    pub person_years: Vec<(PersonYear, bool)>,
    pub village_years: Vec<(VillageYear, bool)>,
    pub measures: Vec<(SupportMeasure, bool)>,
    pub helpers: Vec<(HelperAssignment, bool)>,
    pub units: Vec<(VillageHelpUnit, bool)>,
    pub visits: Vec<(Visit, bool)>,
    pub parameters: Vec<(PolicyParameter, bool)>,
    pub poor: Option<bool>,
}

fn put<T: Record>(table: &mut Table<T>, rows: &[(T, bool)]) {
    for (record, deleted) in rows {
        let row = table.row_mut(record.record_id());
        row.record = record.clone();
        row.deleted = *deleted;
    }
}

impl Village {
    pub fn records(&self) -> Records {
        let mut records = Records::default();
        put(&mut records.households, &self.households);
        put(&mut records.persons, &self.persons);
        put(&mut records.memberships, &self.memberships);
        put(&mut records.status_events, &self.events);
        put(&mut records.household_years, &self.years);
        put(&mut records.income_years, &self.incomes);
        put(&mut records.person_years, &self.person_years);
        put(&mut records.village_years, &self.village_years);
        put(&mut records.support_measures, &self.measures);
        put(&mut records.helper_assignments, &self.helpers);
        put(&mut records.village_help_units, &self.units);
        put(&mut records.visits, &self.visits);
        records
    }

    pub fn county(&self) -> Records {
        let mut records = Records::default();
        put(&mut records.policy_parameters, &self.parameters);
        let division = records.divisions.row_mut(Id::new(AREA).unwrap());
        division.record.is_poverty_village = self.poor;
        records
    }

    pub fn facts(&self) -> CountyFacts {
        CountyFacts::of(&self.county())
    }
}

/// Days on which something changes sides, and ordinary ones.
const DAYS: [&str; 16] = [
    "2016-12-31",
    "2017-01-01",
    "2017-06-15",
    "2017-12-31",
    "2018-01-01",
    "2018-03-31",
    "2018-04-01",
    "2018-06-30",
    "2018-08-31",
    "2018-09-01",
    "2018-11-20",
    "2018-12-31",
    "2019-01-01",
    "2019-02-28",
    "2019-06-30",
    "2020-12-31",
];

pub fn days() -> impl Strategy<Value = Date> {
    select(DAYS.to_vec()).prop_map(|text| Date::parse(text).unwrap())
}

fn years() -> impl Strategy<Value = Year> {
    select(vec![2016, 2017, 2018, 2018, 2018, 2019]).prop_map(Year)
}

/// Mostly known.
fn mostly<T: std::fmt::Debug + Clone>(values: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.88, values)
}

/// Mostly unknown.
fn rarely<T: std::fmt::Debug + Clone>(values: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.15, values)
}

/// Mostly yes, so that rules of many parts hold now and then.
fn yes() -> impl Strategy<Value = Option<bool>> {
    proptest::option::weighted(0.93, proptest::bool::weighted(0.88))
}

fn household_id() -> impl Strategy<Value = HouseholdId> + Clone {
    (0..5_u8).prop_map(|n| HouseholdId::new(&format!("h{n}")).unwrap())
}

fn person_id() -> impl Strategy<Value = PersonId> + Clone {
    (0..9_u8).prop_map(|n| PersonId::new(&format!("p{n}")).unwrap())
}

fn deleted() -> impl Strategy<Value = bool> {
    proptest::bool::weighted(0.06)
}

/// Gives rows identifiers in another order than their own.
fn numbered<T>(rows: Vec<(T, bool)>, name: impl Fn(&mut T, Id)) -> Vec<(T, bool)> {
    let named = rows.into_iter().enumerate().map(|(n, (mut row, deleted))| {
        name(
            &mut row,
            Id::new(&format!("x{:03}", (n * 37 + 11) % 101)).unwrap(),
        );
        (row, deleted)
    });
    named.collect()
}

fn rows<T: std::fmt::Debug>(
    row: impl Strategy<Value = T>,
    most: usize,
    name: impl Fn(&mut T, Id) + 'static,
) -> impl Strategy<Value = Vec<(T, bool)>> {
    proptest::collection::vec((row, deleted()), 0..=most).prop_map(move |rows| numbered(rows, &name))
}

fn households() -> impl Strategy<Value = Vec<(Household, bool)>> {
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

fn persons() -> impl Strategy<Value = Vec<(Person, bool)>> {
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

fn memberships() -> impl Strategy<Value = Vec<(HouseholdMembership, bool)>> {
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

fn events() -> impl Strategy<Value = Vec<(HouseholdStatusEvent, bool)>> {
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

/// Names most year records after their subject and year, whatever their fields say, and others as another program would.
fn keyed<T, S: Copy + std::fmt::Debug>(
    row: impl Strategy<Value = T>,
    subject: impl Strategy<Value = S> + Clone,
    most: usize,
    id: impl Fn(S, Year) -> Id + 'static,
    set: impl Fn(&mut T, Id, Option<S>, Option<Year>) + 'static,
) -> impl Strategy<Value = Vec<(T, bool)>>
where
    T: std::fmt::Debug,
{
    let other = proptest::option::weighted(0.05, subject.clone());
    let foreign = proptest::bool::weighted(0.12);
    let row = (
        row,
        subject,
        years(),
        other,
        any::<[bool; 2]>(),
        deleted(),
        foreign,
    );
    proptest::collection::vec(row, 0..=most).prop_map(move |rows| {
        let mut taken = std::collections::BTreeSet::new();
        let mut kept = Vec::new();
        for (n, (mut row, subject, year, other, [with_subject, with_year], deleted, foreign)) in
            rows.into_iter().enumerate()
        {
            let key = if foreign {
                Id::new(&format!("y{n}")).unwrap()
            } else {
                id(subject, year)
            };
            let with_subject = with_subject || foreign && n % 5 > 0;
            let with_year = with_year || foreign && n % 7 > 0;
            if taken.insert(key) {
                let subject = other.or(with_subject.then_some(subject));
                set(&mut row, key, subject, with_year.then_some(year));
                kept.push((row, deleted));
            }
        }
        kept
    })
}

fn household_years() -> impl Strategy<Value = Vec<(HouseholdYear, bool)>> {
    use HouseGrade as H;
    let grade = select(vec![
        H::A,
        H::B,
        H::B,
        H::A,
        H::C,
        H::D,
        H::NoHouse,
        H::Unrecognised("E".into()),
    ]);
    let difficult = proptest::option::weighted(0.93, proptest::bool::weighted(0.1));
    let row = (
        (yes(), yes(), mostly(grade), yes(), difficult, yes()),
        (mostly(Just(CentiMu(300))), mostly(Just(DeciSqm(900)))),
        (yes(), yes(), yes(), yes(), yes(), yes()),
    );
    let row = row.prop_map(|(living, (arable, house_area), clear)| HouseholdYear {
        food_assured: living.0,
        clothing_assured: living.1,
        house_grade: living.2,
        drinking_safe: living.3,
        drinking_difficult: living.4,
        living_power: living.5,
        arable,
        house_area,
        clarity_family: clear.0,
        clarity_cause: clear.1,
        clarity_measure: clear.2,
        clarity_input_output: clear.3,
        clarity_responsibility: clear.4,
        clarity_schedule: clear.5,
        ..HouseholdYear::default()
    });
    let id = |household, year| HouseholdYearId::of(household, year).into();
    keyed(row, household_id(), 8, id, |row, id, household_id, year| {
        (row.id, row.household_id, row.year) = (id.into(), household_id, year);
    })
}

fn incomes() -> impl Strategy<Value = Vec<(HouseholdIncomeYear, bool)>> {
    let money = || mostly(select(vec![0, 100_000, 349_999, 350_000, 700_000, 1_050_001]).prop_map(Fen));
    let row = (
        money(),
        money(),
        money(),
        money(),
        rarely(Just(Fen(1))),
        mostly((0..4_i64).prop_map(Count)),
    );
    let row = row.prop_map(
        |(wage, business_gross, property, cost_operating, cost_tax, members_counted)| HouseholdIncomeYear {
            wage,
            business_gross,
            property,
            cost_operating,
            cost_tax,
            members_counted,
            ..HouseholdIncomeYear::default()
        },
    );
    let id = |household, year| HouseholdIncomeYearId::of(household, year).into();
    keyed(row, household_id(), 8, id, |row, id, household_id, year| {
        (row.id, row.household_id, row.year) = (id.into(), household_id, year);
    })
}

fn person_years() -> impl Strategy<Value = Vec<(PersonYear, bool)>> {
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

fn village_years() -> impl Strategy<Value = Vec<(VillageYear, bool)>> {
    let area =
        select(vec![AREA, AREA, AREA, "530427203201"]).prop_map(|code| DivisionCode::new(code).unwrap());
    let population = mostly(select(vec![0, 3, 50, 100, 200, 1000]).prop_map(Count));
    let row = population.prop_map(|rural_registered_population| VillageYear {
        rural_registered_population,
        ..VillageYear::default()
    });
    let id = |area, year| VillageYearId::of(area, year).into();
    keyed(row, area, 6, id, |row, id, village_code, year| {
        (row.id, row.village_code, row.year) = (id.into(), village_code, year);
    })
}

fn measures() -> impl Strategy<Value = Vec<(SupportMeasure, bool)>> {
    use RecordState as R;
    let state = select(vec![
        R::Planned,
        R::Active,
        R::Done,
        R::Done,
        R::Cancelled,
        R::Unrecognised("new".into()),
    ]);
    let row = (
        mostly(household_id()),
        mostly(years()),
        mostly(state),
        mostly(Just(SupportCategory::Industry)),
        mostly(Just("核桃".to_owned())),
        (
            rarely(Just(Fen(5))),
            rarely(Just(Fen(6))),
            rarely(Just(Fen(7))),
            rarely(Just("好".to_owned())),
        ),
    );
    let row = row.prop_map(
        |(
            household_id,
            year,
            state,
            category,
            content,
            (input_county, input_loan, actual_income, result_text),
        )| {
            SupportMeasure {
                household_id,
                year,
                state,
                category,
                content,
                input_county,
                input_loan,
                actual_income,
                result_text,
                ..SupportMeasure::default()
            }
        },
    );
    rows(row, 7, |row, id| row.id = id.into())
}

fn helpers() -> impl Strategy<Value = Vec<(HelperAssignment, bool)>> {
    let row = (mostly(household_id()), mostly(days()), rarely(days()));
    let row = row.prop_map(|(household_id, start, end)| HelperAssignment {
        household_id,
        start,
        end,
        ..HelperAssignment::default()
    });
    rows(row, 5, |row, id| row.id = id.into())
}

fn units() -> impl Strategy<Value = Vec<(VillageHelpUnit, bool)>> {
    let area =
        mostly(select(vec![AREA, AREA, "530427203201"]).prop_map(|code| DivisionCode::new(code).unwrap()));
    let row = (area, mostly(days()), rarely(days()));
    let row = row.prop_map(|(village_code, start, end)| VillageHelpUnit {
        village_code,
        start,
        end,
        ..VillageHelpUnit::default()
    });
    rows(row, 3, |row, id| row.id = id.into())
}

fn visits() -> impl Strategy<Value = Vec<(Visit, bool)>> {
    use VisitPurpose as V;
    let purpose = select(vec![V::HouseholdHelp, V::HouseholdHelp, V::Tour, V::Survey]);
    let row = (mostly(household_id()), mostly(purpose), mostly(days()));
    let row = row.prop_map(|(household_id, purpose, date)| Visit {
        household_id,
        purpose,
        date,
        ..Visit::default()
    });
    rows(row, 12, |row, id| row.id = id.into())
}

fn parameters() -> impl Strategy<Value = Vec<(PolicyParameter, bool)>> {
    let key = select(vec![
        "poverty_line",
        "poverty_line",
        "poverty_line",
        "compulsory_age_to",
        "unheard_of",
    ]);
    let row = (key, rarely(years()), yes(), any::<bool>());
    let row = row.prop_map(|(key, year, verified, small)| PolicyParameter {
        key: Some(key.into()),
        year: if key == "poverty_line" {
            year.or(Some(Year(2018)))
        } else {
            year
        },
        value: Some(Count(if key == "poverty_line" {
            350_000
        } else if small {
            15
        } else {
            16
        })),
        verified,
        ..PolicyParameter::default()
    });
    rows(row, 3, |row, id| row.id = id.into())
}

/// Any village; some of them well kept, so that rules of many parts hold now and then.
pub fn villages() -> impl Strategy<Value = Village> {
    (any_villages(), proptest::bool::weighted(0.3)).prop_map(|(mut village, well_kept)| {
        if well_kept {
            fill_in(&mut village);
        }
        village
    })
}

/// Fills in the gaps of years, persons and incomes.
fn fill_in(village: &mut Village) {
    for n in 0..9 {
        let id = PersonId::new(&format!("p{n}")).unwrap();
        if village.persons.iter().all(|(row, _)| row.id != id) {
            village.persons.push((
                Person {
                    id,
                    ..Person::default()
                },
                false,
            ));
        }
        for year in [Year(2017), Year(2018), Year(2019)] {
            let id = PersonYearId::of(id, year);
            if village.person_years.iter().all(|(row, _)| row.id != id) {
                village.person_years.push((
                    PersonYear {
                        id,
                        ..PersonYear::default()
                    },
                    false,
                ));
            }
        }
    }
    let since = Some(Date::of::<2014, 1, 1>());
    let unit = VillageHelpUnit {
        id: VillageHelpUnitId::new("full").unwrap(),
        start: since,
        ..VillageHelpUnit::default()
    };
    village.units.push((unit, false));
    for n in 0..village.households.len() {
        fill_in_help(village, n, since);
        let id = HouseholdId::new(&format!("h{n}")).unwrap();
        for year in [Year(2017), Year(2018), Year(2019)] {
            let (year, income) = (HouseholdYearId::of(id, year), HouseholdIncomeYearId::of(id, year));
            if village.years.iter().all(|(row, _)| row.id != year) {
                village.years.push((
                    HouseholdYear {
                        id: year,
                        ..HouseholdYear::default()
                    },
                    false,
                ));
            }
            if village.incomes.iter().all(|(row, _)| row.id != income) {
                village.incomes.push((
                    HouseholdIncomeYear {
                        id: income,
                        ..HouseholdIncomeYear::default()
                    },
                    false,
                ));
            }
        }
    }
    for (row, _) in &mut village.persons {
        row.birth_date.get_or_insert(Date::of::<1980, 1, 1>());
        row.sex.get_or_insert(Sex::Female);
    }
    for (row, _) in &mut village.person_years {
        row.basic_insurance.get_or_insert(BasicInsurance::Resident);
        row.major_illness_insurance.get_or_insert(true);
        row.health.get_or_insert_default();
        row.labour.get_or_insert(LabourCapacity::Skilled);
    }
    for (row, _) in &mut village.years {
        row.food_assured.get_or_insert(true);
        row.clothing_assured.get_or_insert(true);
        row.house_grade.get_or_insert(HouseGrade::A);
        row.house_area.get_or_insert(DeciSqm(1));
        row.arable.get_or_insert(CentiMu(0));
        row.drinking_safe.get_or_insert(true);
        row.drinking_difficult.get_or_insert(false);
        row.living_power.get_or_insert(true);
        row.clarity_family.get_or_insert(true);
        row.clarity_cause.get_or_insert(true);
        row.clarity_measure.get_or_insert(true);
        row.clarity_input_output.get_or_insert(true);
        row.clarity_responsibility.get_or_insert(true);
        row.clarity_schedule.get_or_insert(true);
    }
    for (row, _) in &mut village.incomes {
        for part in [
            &mut row.wage,
            &mut row.business_gross,
            &mut row.property,
            &mut row.cost_operating,
        ] {
            part.get_or_insert(Fen(350_000));
        }
        row.members_counted.get_or_insert(Count(1));
    }
    for (row, _) in &mut village.memberships {
        row.start.get_or_insert(Date::of::<2014, 1, 1>());
        row.relation.get_or_insert(RelationToHead::Head);
    }
}

/// A helper and a measure of 2018.
fn fill_in_help(village: &mut Village, n: usize, start: Option<Date>) {
    let household_id = HouseholdId::new(&format!("h{n}")).ok();
    let id = HelperAssignmentId::new(&format!("full{n}")).unwrap();
    village.helpers.push((
        HelperAssignment {
            id,
            household_id,
            start,
            ..HelperAssignment::default()
        },
        false,
    ));
    let measure = SupportMeasure {
        id: SupportMeasureId::new(&format!("full{n}")).unwrap(),
        household_id,
        year: Some(Year(2018)),
        state: Some(RecordState::Active),
        category: Some(SupportCategory::Health),
        content: Some("签约".into()),
        ..SupportMeasure::default()
    };
    village.measures.push((measure, false));
}

fn any_villages() -> impl Strategy<Value = Village> {
    let of_people = (households(), persons(), memberships(), events(), person_years());
    let of_years = (household_years(), incomes(), village_years());
    let of_work = (measures(), helpers(), units(), visits());
    (
        of_people,
        of_years,
        of_work,
        parameters(),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(
            |(
                people,
                (years, incomes, village_years),
                (measures, helpers, units, visits),
                parameters,
                poor,
            )| Village {
                households: people.0,
                persons: people.1,
                memberships: people.2,
                events: people.3,
                person_years: people.4,
                years,
                incomes,
                village_years,
                measures,
                helpers,
                units,
                visits,
                parameters,
                poor,
            },
        )
}
