//! Villages with few gaps.

use super::*;

/// Fills in the gaps of years, persons and incomes.
pub(super) fn fill_in(village: &mut Village) {
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
    let cap = PolicyParameter {
        id: PolicyParameterId::new("cap").unwrap(),
        key: Some("yuxi_rural_disposable_income".into()),
        value: Some(Count(100)),
        verified: Some(true),
        ..PolicyParameter::default()
    };
    village.parameters.push((cap, false));
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

/// A helper, a measure and visits of 2018.
pub(super) fn fill_in_help(village: &mut Village, n: usize, start: Option<Date>) {
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
    for number in 0..3 {
        let visit = Visit {
            id: VisitId::new(&format!("full{n}-{number}")).unwrap(),
            household_id,
            date: Some(Date::of::<2018, 2, 28>()),
            purpose: Some(VisitPurpose::Tour),
            ..Visit::default()
        };
        village.visits.push((visit, false));
    }
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
