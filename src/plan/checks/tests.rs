//! The shipped tables have no problem, and every kind of problem is found when there is one.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::model::Date;

fn codes(plan: &PlanData<'_>) -> Vec<&'static str> {
    check(plan).iter().map(PlanProblem::code).collect()
}

/// The problems after one target was altered.
fn with_target<const NUMBER: u8>(alter: impl FnOnce(&mut Target)) -> Vec<&'static str> {
    let mut targets = TARGETS;
    alter(&mut targets[TargetId::of::<NUMBER>().index()]);
    codes(&PlanData {
        targets: &targets,
        ..PlanData::shipped()
    })
}

/// The problems after one measure was altered.
fn with_measure<const NUMBER: u8>(alter: impl FnOnce(&mut Measure)) -> Vec<&'static str> {
    let mut measures = MEASURES;
    alter(&mut measures[MeasureId::of::<NUMBER>().index()]);
    codes(&PlanData {
        measures: &measures,
        ..PlanData::shipped()
    })
}

#[test]
fn the_shipped_plan_has_no_problem() {
    assert_eq!(check(&PlanData::shipped()), []);
}

#[test]
fn every_sum_of_the_domain_reference_is_computed_and_holds() {
    let all = sums(&PlanData::shipped());
    for letter in 'a'..='i' {
        assert!(
            all.iter().any(|sum| sum.note == format!("X-00{letter}")),
            "X-00{letter}"
        );
    }
    for sum in all {
        assert!(sum.holds(), "{sum:?}");
    }
}

#[test]
fn a_missing_or_misplaced_entry_is_found() {
    let plan = PlanData {
        rules: &RULES[..22],
        ..PlanData::shipped()
    };
    let expected = PlanProblem::Numbering {
        table: "rules",
        expected: "R-23".into(),
        found: "nothing".into(),
    };
    assert_eq!(check(&plan), [expected]);
    let mut notes = NOTES;
    notes.swap(3, 4);
    let expected = PlanProblem::Numbering {
        table: "notes",
        expected: "X-04".into(),
        found: "X-05".into(),
    };
    assert_eq!(
        check(&PlanData {
            notes: &notes,
            ..PlanData::shipped()
        }),
        [expected]
    );
}

#[test]
fn a_line_outside_the_plan_is_found() {
    let mut obligations = OBLIGATIONS;
    obligations[0].line = 114;
    let problems = check(&PlanData {
        obligations: &obligations,
        ..PlanData::shipped()
    });
    assert_eq!(
        problems,
        [PlanProblem::Line {
            entry: "O-01".into(),
            line: 114
        }]
    );
    assert_eq!(with_target::<9>(|target| target.lines = &[]), ["plan.line"]);
}

#[test]
fn faults_of_a_target_are_found() {
    assert_eq!(
        with_target::<3>(|target| target.label.en = ""),
        ["plan.empty_label"]
    );
    assert_eq!(
        with_target::<3>(|target| target.indicators = &[]),
        ["plan.not_shown"]
    );
    assert_eq!(
        with_target::<3>(|target| target.indicators = &["IND-POV-1"]),
        ["plan.indicator_id"]
    );
    assert_eq!(
        with_target::<2>(|target| target.direction = Direction::Up),
        ["plan.direction"]
    );
    let in_2021 = Deadline::OnOrBefore(Date::of::<2021, 12, 31>());
    assert_eq!(
        with_target::<3>(|target| target.deadline = in_2021),
        ["plan.deadline"]
    );
}

#[test]
fn a_target_in_a_measure_of_another_line_is_found() {
    let other = MeasureId::new(6);
    assert_eq!(
        with_target::<13>(|target| target.measure = other),
        ["plan.no_common_line"]
    );
    assert_eq!(
        with_target::<80>(|target| target.lines = &[107]),
        ["plan.no_common_line"]
    );
}

#[test]
fn faults_in_the_bodies_of_a_measure_are_found() {
    assert_eq!(
        with_measure::<19>(|row| row.responsible = &[Body::PovertyOffice]),
        ["plan.body_twice"]
    );
    assert_eq!(
        with_measure::<10>(|row| row.responsible = &[Body::Health]),
        ["plan.body_without_measure"]
    );
}

#[test]
fn a_parameter_without_a_fitting_choice_is_found() {
    let mut parameters = PARAMETERS.to_vec();
    parameters[ParameterKey::HouseholdCountRule as usize].default = Some(2);
    assert_eq!(
        codes(&PlanData {
            parameters: &parameters,
            ..PlanData::shipped()
        }),
        ["plan.choice"]
    );
}

#[test]
fn faults_of_the_divisions_are_found() {
    let with = |divisions: &[Division]| {
        codes(&PlanData {
            divisions,
            ..PlanData::shipped()
        })
    };
    let mut swapped = DIVISIONS;
    swapped.swap(20, 21);
    assert_eq!(with(&swapped), ["plan.division_order"]);
    assert_eq!(with(&DIVISIONS[..136]), ["plan.division_count"]);
    let without_taiqiao: Vec<_> = DIVISIONS
        .iter()
        .copied()
        .filter(|row| row.code != "530427203200")
        .collect();
    assert_eq!(
        with(&without_taiqiao),
        ["plan.division_count", "plan.named_place", "plan.arithmetic"]
    );
    let mut orphan = DIVISIONS;
    orphan[136].parent = Some("530427206");
    assert_eq!(with(&orphan), ["plan.division_parent", "plan.division_count"]);
}

#[test]
fn a_figure_that_breaks_a_sum_is_found_with_both_numbers() {
    let mut baselines = BASELINES;
    let mut figures = baselines[2].figures.to_vec();
    figures[0].quantity.value = 2_552;
    baselines[2].figures = figures.leak();
    let problems = check(&PlanData {
        baselines: &baselines,
        ..PlanData::shipped()
    });
    let [
        PlanProblem::Arithmetic {
            note,
            expected,
            computed,
            ..
        },
    ] = problems[..]
    else {
        panic!("one sum should fail: {problems:?}")
    };
    assert_eq!((note, expected, computed), ("X-00a", 3_183, Some(3_182)));
    assert_eq!(problems[0].to_string().matches("318").count(), 2);
}

#[test]
fn a_figure_that_was_forgotten_breaks_its_sum() {
    assert_eq!(
        with_target::<44>(|target| target.figures = &[]),
        ["plan.arithmetic", "plan.arithmetic"]
    );
}
