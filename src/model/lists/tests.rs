//! What holds over all code lists.

use crate::model::{CodeList, FieldType, Kind};
use std::collections::{BTreeMap, BTreeSet};

fn every_list() -> BTreeMap<&'static str, &'static CodeList> {
    let mut lists: BTreeMap<&str, &CodeList> = BTreeMap::new();
    for field in Kind::ALL.iter().flat_map(|kind| kind.def().fields) {
        if let FieldType::Code(list) | FieldType::Codes(list) = field.ty {
            let known = lists.insert(list.id, list);
            assert!(
                known.is_none_or(|known| std::ptr::eq(known.values, list.values)),
                "{} twice",
                list.id
            );
        }
    }
    lists
}

#[test]
fn every_code_has_both_names_and_stands_once_in_its_list() {
    for (id, list) in every_list() {
        let mut codes = BTreeSet::new();
        for code in list.values {
            assert!(codes.insert(code.id), "{id}: {} twice", code.id);
            assert!(
                !code.label.zh.is_empty() && !code.label.en.is_empty(),
                "{id}: {}",
                code.id
            );
        }
    }
}

#[test]
fn national_codes_are_those_of_the_register() {
    let lists = every_list();
    let codes = |list: &str| -> String {
        let national = lists[list].values.iter().map(|code| code.national);
        national
            .filter(|code| !code.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (list, national) in [
        ("sex", "1 2"),
        ("poverty_status", "0 1 3 4"),
        ("household_attribute", "01 04 06 07"),
        ("poverty_cause", "01 02 03 04 05 06 07 08 09 10 11 99"),
        (
            "relation_to_head",
            "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 99",
        ),
        ("education", "01 02 03 04 05 05 06"),
        (
            "student_status",
            "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 16 16 16 16 16",
        ),
        ("health_condition", "01 02 03 04"),
        ("labour_capacity", "01 02 03 04"),
        ("work_area", "01 02 03 04 99"),
        ("member_change", "01 02 03 04 05 06 07 08"),
        ("road_surface", "01 02 03 04"),
        ("fuel_kind", "01 02 03 04 05"),
        ("id_doc_type", "01 02 03"),
        ("political_status", "01 02 03 04 12 13"),
        ("disability_category", "1 2 3 4 5 6 7"),
        ("house_grade", "A B C D"),
        ("relocation_mode", "01 02 03"),
    ] {
        assert_eq!(codes(list), national, "{list}");
    }
    assert_eq!(lists["ethnic_group"].values.len(), 58);
}

#[test]
fn every_code_list_of_the_domain_is_there() {
    let lists = every_list();
    for list in [
        "division_level",
        "division_kind",
        "source_kind",
        "identification_standard",
        "household_attribute",
        "poverty_status",
        "status_event_kind",
        "poverty_cause",
        "relation_to_head",
        "member_change",
        "sex",
        "id_doc_type",
        "education",
        "student_status",
        "health_condition",
        "labour_capacity",
        "disability_category",
        "ethnic_group",
        "political_status",
        "work_area",
        "employment_kind",
        "employment_channel",
        "trade_kind",
        "public_post_kind",
        "pay_mode",
        "industry_kind",
        "operator_kind",
        "linkage_kind",
        "support_category",
        "support_nature",
        "record_state",
        "house_grade",
        "danger_category",
        "rebuild_mode",
        "house_work_state",
        "relocation_kind",
        "old_house_state",
        "road_surface",
        "fuel_kind",
        "illness_batch",
        "student_case_state",
        "dropout_reason",
        "grant_kind",
        "education_aid_kind",
        "project_category",
        "project_stage",
        "project_batch",
        "fund_level",
        "collective_income_source",
        "post_kind",
        "visit_purpose",
        "meeting_kind",
        "report_kind",
        "document_kind",
        "activity_kind",
        "issue_category",
        "issue_origin",
        "issue_area",
        "issue_state",
        "monitoring_kind",
        "left_behind",
        "insurance_payer",
    ] {
        assert!(lists.contains_key(list), "{list}");
    }
}

#[test]
fn every_kind_and_code_list_stands_in_the_glossary() {
    let glossary = include_str!("../../../docs/GLOSSARY.md");
    let kinds = Kind::ALL.iter().map(|kind| format!("{kind:?}"));
    let lists = every_list().into_keys().map(|list| {
        let words = list.split('_').map(|word| word[..1].to_uppercase() + &word[1..]);
        words.collect::<String>()
    });
    for name in kinds.chain(lists) {
        assert!(glossary.contains(&format!("`{name}`")), "{name}");
    }
}
