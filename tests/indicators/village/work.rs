//! Years, incomes, measures, helpers, visits and parameters.

use super::*;

pub(super) fn household_years() -> impl Strategy<Value = Vec<(HouseholdYear, bool)>> {
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

pub(super) fn incomes() -> impl Strategy<Value = Vec<(HouseholdIncomeYear, bool)>> {
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

pub(super) fn village_years() -> impl Strategy<Value = Vec<(VillageYear, bool)>> {
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

pub(super) fn measures() -> impl Strategy<Value = Vec<(SupportMeasure, bool)>> {
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

pub(super) fn helpers() -> impl Strategy<Value = Vec<(HelperAssignment, bool)>> {
    let row = (mostly(household_id()), mostly(days()), rarely(days()));
    let row = row.prop_map(|(household_id, start, end)| HelperAssignment {
        household_id,
        start,
        end,
        ..HelperAssignment::default()
    });
    rows(row, 5, |row, id| row.id = id.into())
}

pub(super) fn units() -> impl Strategy<Value = Vec<(VillageHelpUnit, bool)>> {
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

pub(super) fn visits() -> impl Strategy<Value = Vec<(Visit, bool)>> {
    use VisitPurpose as V;
    let purpose = select(vec![
        V::HouseholdHelp,
        V::HouseholdHelp,
        V::Tour,
        V::Tour,
        V::Tour,
        V::Survey,
    ]);
    let row = (mostly(household_id()), mostly(purpose), mostly(days()));
    let row = row.prop_map(|(household_id, purpose, date)| Visit {
        household_id,
        purpose,
        date,
        ..Visit::default()
    });
    rows(row, 12, |row, id| row.id = id.into())
}

pub(super) fn parameters() -> impl Strategy<Value = Vec<(PolicyParameter, bool)>> {
    let key = select(vec![
        ("poverty_line", 350_000, 350_000),
        ("poverty_line", 350_000, 350_000),
        ("poverty_line", 350_000, 350_000),
        ("compulsory_age_to", 15, 16),
        ("scope_requires_labour", 0, 1),
        ("collective_income_include_grant", 0, 1),
        ("yuxi_rural_disposable_income", 100, 1_000),
        ("county_rural_disposable_income", 1_250, 1_500),
        ("unheard_of", 1, 2),
    ]);
    let row = (key, rarely(years()), yes(), any::<bool>());
    let row = row.prop_map(
        |((key, small, large), year, verified, is_small)| PolicyParameter {
            key: Some(key.into()),
            year: match key {
                "poverty_line" | "yuxi_rural_disposable_income" => year.or(Some(Year(2018))),
                _ => year,
            },
            value: Some(Count(if is_small { small } else { large })),
            verified,
            ..PolicyParameter::default()
        },
    );
    rows(row, 5, |row, id| row.id = id.into())
}
