//! The field tables mean what they say.

use super::{every_field, name};
use crate::model::{FieldType, Kind, Owner};

#[test]
fn a_complete_record_has_something_and_nothing_that_forms_fold_away() {
    for kind in Kind::ALL {
        assert!(kind.def().fields.iter().any(|field| field.required), "{kind:?}");
    }
    // The hash of a file is written by the app, so no form folds it.
    for field in every_field().filter(|(_, field)| field.required && field.rare) {
        assert!(field.1.derived, "{}", name(field));
    }
}

#[test]
fn records_of_a_household_or_person_begin_with_it_and_need_it() {
    for kind in Kind::ALL.iter().filter(|kind| kind.def().owner == Owner::Village) {
        let fields = kind.def().fields;
        let FieldType::Reference("household" | "person") = fields[0].ty else {
            continue;
        };
        assert!(fields[0].required && fields[0].derived, "{kind:?}");
    }
}

#[test]
fn every_source_is_a_column_of_the_register_or_a_line_of_the_plan() {
    for field in every_field().filter(|(_, field)| !field.source.is_empty()) {
        let source = field.1.source;
        let line = source
            .strip_prefix('L')
            .and_then(|digits| digits.parse::<u8>().ok());
        let column =
            source.len() == 6 && source.starts_with('A') && source.ends_with(|c: char| c.is_ascii_digit());
        assert!(
            column || line.is_some_and(|line| (15..=112).contains(&line)),
            "{}: {source}",
            name(field)
        );
    }
}

#[test]
fn numbers_of_people_and_things_say_what_they_count() {
    let plain = [
        "disability_grade",
        "value",
        "grade",
        "problem_no",
        "item_no",
        "position",
        "quantity",
    ];
    for field in every_field().filter(|(_, field)| matches!(field.ty, FieldType::Number)) {
        let unit = field.1.unit;
        assert_eq!(unit.zh.is_empty(), unit.en.is_empty(), "{}", name(field));
        assert!(
            !unit.zh.is_empty() || plain.contains(&field.1.id),
            "{}",
            name(field)
        );
    }
}
