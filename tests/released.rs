//! Fields that were released are never removed, renamed or retyped: old packages have them, old devices write them. New ones
//! are added to the list by `WRITE_RELEASED=1 cargo test --test released`, which never takes one away.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use huhuqing::model::{FieldType, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/released-fields.txt")
}

fn type_of(ty: &FieldType) -> String {
    match ty {
        FieldType::Code(list) => format!("code {}", list.id),
        FieldType::Codes(list) => format!("codes {}", list.id),
        FieldType::Reference(kind) => format!("reference {kind}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// `kind.field type`, and `code-list.code` for every code.
fn now() -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for kind in Kind::ALL {
        for field in kind.def().fields {
            lines.insert(format!("{}.{} {}", kind.def().id, field.id, type_of(&field.ty)));
            if let FieldType::Code(list) | FieldType::Codes(list) = field.ty {
                lines.extend(list.values.iter().map(|code| format!("{}={}", list.id, code.id)));
            }
        }
    }
    lines
}

fn released() -> BTreeSet<String> {
    let text = std::fs::read_to_string(path()).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn no_released_field_or_code_is_gone_or_has_another_type() {
    let (now, mut released) = (now(), released());
    if std::env::var_os("WRITE_RELEASED").is_some() {
        released.extend(now.iter().cloned());
        let lines: Vec<String> = released.iter().cloned().collect();
        std::fs::write(path(), lines.join("\n") + "\n").unwrap();
    }
    assert!(
        released.len() > 700,
        "tests/fixtures/released-fields.txt is missing"
    );
    let types: BTreeMap<&str, &str> = now.iter().filter_map(|line| line.split_once(' ')).collect();
    let broken: Vec<String> = released
        .difference(&now)
        .map(|line| {
            match line
                .split_once(' ')
                .and_then(|(field, _)| Some((field, types.get(field)?)))
            {
                Some((field, ty)) => format!("{line}: {field} is {ty} now"),
                None => format!("{line}: gone"),
            }
        })
        .collect();
    assert!(
        broken.is_empty(),
        "a migration is needed, not another name:\n{}",
        broken.join("\n")
    );
    // What is new is on the list before it is released.
    let missing: Vec<&String> = now.difference(&released).collect();
    assert!(
        missing.is_empty(),
        "WRITE_RELEASED=1 cargo test --test released adds {missing:?}"
    );
}
