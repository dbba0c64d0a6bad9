//! Natural keys never collide and always fit.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::MAX_ID_LEN;
use std::collections::BTreeSet;

const YEARS: [Year; 2] = [Year(2018), Year(2020)];

fn fresh() -> [Id; 4] {
    [
        Id::fresh(1, 1),
        Id::fresh(1, 2),
        Id::fresh(u64::MAX, u32::MAX),
        Id::new("h-203200").unwrap(),
    ]
}

fn areas() -> Vec<DivisionCode> {
    let codes = [
        "530427",
        "530427203",
        "530427203200",
        "530427203200-N01",
        "530427203200-G01",
    ];
    codes
        .iter()
        .map(|code| DivisionCode::new(code).unwrap())
        .collect()
}

fn each<A: Copy, B: Copy>(first: &[A], second: &[B], key: impl Fn(A, B) -> Id) -> Vec<Id> {
    first
        .iter()
        .flat_map(|a| second.iter().map(|b| key(*a, *b)).collect::<Vec<_>>())
        .collect()
}

/// Every kind with a natural key, and keys of different subjects.
fn keys() -> Vec<(Kind, Vec<Id>)> {
    let days = [Date::of::<2018, 10, 1>(), Date::of::<2018, 10, 2>()];
    let items = [ChecklistItem::ClinicStaff, ChecklistItem::Exemplars];
    let subjects: Vec<Id> = areas().iter().map(|area| area.id()).chain(fresh()).collect();
    let years = |key: fn(DivisionCode, Year) -> Id| each(&areas(), &YEARS, key);
    vec![
        (
            Kind::Division,
            areas().into_iter().map(|area| DivisionId::of(area).0).collect(),
        ),
        (
            Kind::PolicyParameter,
            each(
                &["poverty_line", "yuxi_rural_disposable_income"],
                &[None, Some(Year(2018))],
                |key, year| PolicyParameterId::of(key, year, "530427").0,
            ),
        ),
        (
            Kind::Holiday,
            days.iter().map(|day| HolidayId::of(*day).0).collect(),
        ),
        (
            Kind::HouseholdYear,
            each(&fresh(), &YEARS, |id, year| {
                HouseholdYearId::of(HouseholdId(id), year).0
            }),
        ),
        (
            Kind::HouseholdIncomeYear,
            each(&fresh(), &YEARS, |id, year| {
                HouseholdIncomeYearId::of(HouseholdId(id), year).0
            }),
        ),
        (
            Kind::PersonYear,
            each(&fresh(), &YEARS, |id, year| {
                PersonYearId::of(PersonId(id), year).0
            }),
        ),
        (
            Kind::BenefitLinkageYear,
            each(&fresh(), &YEARS, |id, year| {
                BenefitLinkageYearId::of(BenefitLinkageId(id), year).0
            }),
        ),
        (
            Kind::VillageYear,
            years(|area, year| VillageYearId::of(area, year).0),
        ),
        (
            Kind::NaturalVillageYear,
            years(|area, year| NaturalVillageYearId::of(area, year).0),
        ),
        (
            Kind::TownshipYear,
            years(|area, year| TownshipYearId::of(area, year).0),
        ),
        (
            Kind::CountyYear,
            years(|area, year| CountyYearId::of(area, year).0),
        ),
        (
            Kind::DoctorService,
            each(&fresh(), &days, |id, day| {
                DoctorServiceId::of(DoctorContractId(id), day).0
            }),
        ),
        (
            Kind::TrainingAttendance,
            each(&fresh(), &fresh(), |session, who| {
                TrainingAttendanceId::of(TrainingSessionId(session), who).0
            }),
        ),
        (
            Kind::ProjectBeneficiary,
            each(&fresh(), &fresh(), |project, household| {
                ProjectBeneficiaryId::of(ProjectId(project), HouseholdId(household)).0
            }),
        ),
        (
            Kind::Issue,
            [1, 17, 203, 1000]
                .into_iter()
                .map(|number| IssueId::of(number).0)
                .collect(),
        ),
        (
            Kind::ChecklistAnswer,
            items
                .iter()
                .flat_map(|item| {
                    each(&subjects, &YEARS, |subject, year| {
                        ChecklistAnswerId::of(item, subject, year).0
                    })
                })
                .collect(),
        ),
        (
            Kind::DataIssue,
            each(&["V-ID-4", "dangling_reference"], &fresh(), |rule, id| {
                DataIssueId::of(rule, Kind::Household, id, "household_id").0
            }),
        ),
    ]
}

#[test]
fn natural_keys_of_different_subjects_differ_and_fit_an_identifier_whole() {
    for (kind, keys) in keys() {
        let distinct: BTreeSet<&Id> = keys.iter().collect();
        assert_eq!(distinct.len(), keys.len(), "{kind:?}: {keys:?}");
        for key in &keys {
            assert!(key.as_str().len() < MAX_ID_LEN, "{kind:?}: {key} may be cut off");
            assert_eq!(Id::new(key.as_str()), Ok(*key), "{kind:?}");
        }
    }
}

#[test]
fn natural_keys_read_as_they_always_did() {
    let village = DivisionCode::new("530427203200").unwrap();
    let household = HouseholdId::new("h17").unwrap();
    assert_eq!(
        VillageYearId::of(village, Year(2018)).as_str(),
        "530427203200-2018"
    );
    assert_eq!(HouseholdYearId::of(household, Year(2018)).as_str(), "h17-2018");
    let parameter = PolicyParameterId::of("yuxi_rural_disposable_income", Some(Year(2018)), "530427");
    assert_eq!(parameter.as_str(), "yuxi_rural_disposable_income-2018-530427");
    let answer = ChecklistAnswerId::of(&ChecklistItem::Exemplars, village.id(), Year(2018));
    assert_eq!(answer.as_str(), "q20-530427203200-2018");
    let attendee = TrainingAttendanceId::of(TrainingSessionId::new("t1").unwrap(), household.0);
    assert_eq!(attendee.as_str(), "t1.h17");
}

#[test]
fn a_decision_about_a_finding_is_told_apart_by_kind_and_field() {
    let id = Id::new("h17-2018").unwrap();
    let of = |kind, field| DataIssueId::of("V-HS-2", kind, id, field);
    assert_eq!(
        of(Kind::HouseholdYear, "house_area"),
        of(Kind::HouseholdYear, "house_area")
    );
    assert_ne!(
        of(Kind::HouseholdYear, "house_area"),
        of(Kind::HouseholdIncomeYear, "house_area")
    );
    assert_ne!(
        of(Kind::HouseholdYear, "house_area"),
        of(Kind::HouseholdYear, "house_grade")
    );
}
