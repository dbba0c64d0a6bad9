//! What may do harm in the wrong hands is marked so.

use super::{every_field, name};
use crate::model::{FieldDef, FieldType, Kind, Sensitivity};
use std::collections::BTreeSet;

#[test]
fn no_figure_rests_on_a_field_that_may_not_leave_the_device() {
    for field in every_field().filter(|(_, field)| field.required) {
        assert_ne!(field.1.sensitivity, Sensitivity::Identity, "{}", name(field));
    }
}

#[test]
fn names_telephones_and_addresses_are_personal() {
    let named = [
        "person.name",
        "official.name",
        "household.head_name",
        "helper_assignment.helper_name",
        "village_help_unit.leader_name",
        "visit.official_name",
        "meeting.chair_name",
        "meeting.attendees",
        "team_assignment.official_name",
        "doctor_contract.doctor_name",
        "dangerous_house.appraiser",
        "illness_case.verifier",
        "issue.reviewer",
        "water_work.manager",
        "donation.donor",
        "student_case_action.who",
        "household.latitude_e6",
    ];
    for field in every_field() {
        let personal =
            ["phone", "address", "contact"].contains(&field.1.id) || named.contains(&&*name(field));
        if personal {
            assert_eq!(field.1.sensitivity, Sensitivity::Personal, "{}", name(field));
        }
    }
    let all: BTreeSet<String> = every_field().map(name).collect();
    for field in named {
        assert!(all.contains(field), "{field}");
    }
}

#[test]
fn illness_disability_and_their_costs_are_health() {
    let health = |field: &FieldDef| field.sensitivity == Sensitivity::Health;
    let all = |kind: Kind| kind.def().fields.iter();
    for kind in [Kind::MedicalEvent, Kind::IllnessCase] {
        for field in all(kind).filter(|field| !matches!(field.ty, FieldType::Reference(_) | FieldType::Tri)) {
            assert!(health(field) || field.id == "verifier", "{}", name((kind, field)));
        }
    }
    for (kind, field) in every_field() {
        let list = match field.ty {
            FieldType::Code(list) | FieldType::Codes(list) => list.id,
            _ => continue,
        };
        let telling = [
            "health_condition",
            "disability_category",
            "illness_batch",
            "dropout_reason",
            "monitoring_risk",
        ];
        if telling.contains(&list) {
            assert!(health(field), "{}", name((kind, field)));
        }
    }
}
