//! `docs/DISCLOSURE.md`: for every field who sees it in which package. It is made from the field tables and
//! `exchange::disclose`; `WRITE_DISCLOSURE=1 cargo test --test disclosure` writes it anew. And the bytes of packages are
//! searched for what must not be in them.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use huhuqing::demo::County;
use huhuqing::exchange::*;
use huhuqing::journal::{DeviceId, Partition};
use huhuqing::model::*;
use huhuqing::plan::Body;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

const fn sensitivity(of: Sensitivity) -> &'static str {
    match of {
        Sensitivity::Ordinary => "",
        Sensitivity::Personal => "个人 personal",
        Sensitivity::Health => "健康 health",
        Sensitivity::Identity => "证件 identity",
    }
}

fn page() -> String {
    let mut page = String::from(
        "# Disclosure 哪一栏谁能看到\n\n\
         For every field: how sensitive it is, whether a **detail** package tells it (from a village to its offices), and for which\n\
         measures of the plan a **department** package tells it: to the bodies that lead the measure or share the duty. A **summary**\n\
         tells no field of any record, only figures. This page is made by `WRITE_DISCLOSURE=1 cargo test --test disclosure` from the\n\
         field tables and `src/exchange/disclose.rs`; a test compares it, and searches the bytes of packages.\n\n\
         Detail: ✓ as it is; # as a salted hash, unless the county's verified parameter `id_numbers_in_packages` is 1.\n",
    );
    for kind in Kind::ALL {
        let def = kind.def();
        write!(
            page,
            "\n## {} {} `{}`\n\n| field | sensitivity | summary | detail | department, for |\n|---|---|---|---|---|\n",
            def.label.zh, def.label.en, def.id
        )
        .unwrap();
        for (place, field) in def.fields.iter().enumerate() {
            let detail = match Disclosure::STRICT.tells(*kind, place) {
                Told::Whole => "✓",
                Told::Hashed => "#",
                Told::Not => "",
            };
            let measures: Vec<String> = measures_that_read(*kind, place)
                .map(|one| one.id.to_string())
                .collect();
            writeln!(
                page,
                "| {} `{}` | {} |  | {detail} | {} |",
                field.label.zh,
                field.id,
                sensitivity(field.sensitivity),
                measures.join(" ")
            )
            .unwrap();
        }
    }
    page
}

#[test]
fn the_page_of_disclosure_is_up_to_date() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/DISCLOSURE.md");
    let page = page();
    if std::env::var_os("WRITE_DISCLOSURE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == page,
        "docs/DISCLOSURE.md is stale: WRITE_DISCLOSURE=1 cargo test --test disclosure"
    );
}

#[test]
fn a_department_sees_a_field_when_one_of_its_measures_reads_it() {
    for kind in Kind::ALL {
        for place in 0..kind.def().fields.len() {
            let reading: Vec<_> = measures_that_read(*kind, place).collect();
            for body in Body::ALL {
                let may = reading.iter().any(|measure| measure.involves(*body));
                let told = Disclosure::department(*body).tells(*kind, place);
                assert_eq!(
                    told == Told::Whole,
                    may,
                    "{}.{place} for {}",
                    kind.def().id,
                    body.id()
                );
            }
        }
    }
}

/// Every text of a village that tells of somebody, by how sensitive its field is; and every other text of it.
struct Texts {
    personal: BTreeSet<String>,
    identity: BTreeSet<String>,
    health: BTreeSet<String>,
    ordinary: BTreeSet<String>,
}

/// The texts of every change: what a person entered once is in the history too.
fn texts_of(partition: &Partition) -> Texts {
    let mut texts = Texts {
        personal: BTreeSet::new(),
        identity: BTreeSet::new(),
        health: BTreeSet::new(),
        ordinary: BTreeSet::new(),
    };
    for change in partition.changes() {
        let Some(kind) = change.kind.known() else { continue };
        for write in &change.set {
            let Some(place) = kind.def().position(write.field.name(&change.kind)) else {
                continue;
            };
            let field = &kind.def().fields[place];
            let into = match field.sensitivity {
                Sensitivity::Personal => &mut texts.personal,
                Sensitivity::Identity => &mut texts.identity,
                Sensitivity::Health => &mut texts.health,
                Sensitivity::Ordinary => &mut texts.ordinary,
            };
            // Codes of lists name nobody.
            if matches!(field.ty, FieldType::Text | FieldType::Texts) {
                into.extend(words(&write.value));
            }
        }
    }
    texts
}

fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.to_string()],
        Value::List(items) => items
            .iter()
            .filter_map(|item| Some(item.as_text()?.to_owned()))
            .collect(),
        _ => Vec::new(),
    }
}

fn draft(partition: &Partition) -> Draft {
    Draft {
        scope: Scope {
            code: partition.area(),
            name: "太桥村".into(),
        },
        as_of: Date::parse("2018-12-31").unwrap(),
        author: Author {
            id: Id::new("o1").unwrap(),
            name: Some("李雪".into()),
        },
        device: DeviceId::from_chance(7),
        sequence: 1,
        previous: None,
        rows: Vec::new(),
    }
}

fn village() -> Partition {
    County::new(1).partition("530427203200").unwrap()
}

fn written(partition: &Partition, contents: Contents<'_>) -> String {
    String::from_utf8(write(&draft(partition), contents).unwrap().bytes).unwrap()
}

/// The personal texts that are in a package; those that an ordinary field says too tell nothing of anybody.
fn found<'a>(text: &str, personal: &'a BTreeSet<String>, ordinary: &BTreeSet<String>) -> Vec<&'a String> {
    let telling = personal
        .iter()
        .filter(|one| one.chars().count() > 1 && !ordinary.contains(*one));
    telling.filter(|one| text.contains(one.as_str())).collect()
}

#[test]
fn the_demo_village_has_something_to_find() {
    let texts = texts_of(&village());
    assert!(texts.personal.len() > 50 && texts.identity.len() > 10);
    let detail = written(&village(), Contents::Detail(&[&village()], Disclosure::STRICT));
    assert!(
        found(&detail, &texts.personal, &texts.ordinary).len() > 50,
        "a detail package names people"
    );
}

#[test]
fn a_summary_has_no_word_about_anybody() {
    let village = village();
    let texts = texts_of(&village);
    let summary = written(&village, Contents::Summary);
    // The area that the summary is of stands in its head, whoever else names it.
    let own = BTreeSet::from(["太桥村".to_owned(), village.area().to_string()]);
    for some in [&texts.personal, &texts.identity, &texts.health, &texts.ordinary] {
        assert_eq!(found(&summary, some, &own), Vec::<&String>::new());
    }
    assert!(!summary.contains("李雪"));
}

#[test]
fn no_department_package_has_a_name_a_telephone_or_a_number() {
    let village = village();
    let texts = texts_of(&village);
    for body in Body::ALL {
        let text = written(
            &village,
            Contents::Detail(&[&village], Disclosure::department(*body)),
        );
        for some in [&texts.personal, &texts.identity] {
            assert_eq!(
                found(&text, some, &texts.ordinary),
                Vec::<&String>::new(),
                "{}",
                body.id()
            );
        }
        assert!(!text.contains("李雪"), "{}", body.id());
    }
}

#[test]
fn a_detail_package_has_no_identity_number_unless_the_county_allows_it() {
    let village = village();
    let texts = texts_of(&village);
    let strict = written(&village, Contents::Detail(&[&village], Disclosure::STRICT));
    assert_eq!(
        found(&strict, &texts.identity, &BTreeSet::new()),
        Vec::<&String>::new()
    );
    let all: Vec<_> = village.changes().iter().collect();
    let delta = written(&village, Contents::Delta(&all, Disclosure::STRICT, &[]));
    assert_eq!(
        found(&delta, &texts.identity, &BTreeSet::new()),
        Vec::<&String>::new()
    );
}

#[test]
fn a_receipt_names_nobody_but_its_author() {
    let village = village();
    let texts = texts_of(&village);
    let scope = |code: &str| Scope {
        code: DivisionCode::new(code).unwrap(),
        name: "x".into(),
    };
    let draft = draft(&village);
    let scopes = (scope("530427203200"), scope("530427203"));
    let receipt = Receipt::of(
        scopes,
        draft.author,
        draft.device,
        1_546_271_999_000,
        &[&village],
        [],
    );
    let text = String::from_utf8(receipt.write().bytes).unwrap();
    for some in [&texts.personal, &texts.identity, &texts.health] {
        let others: Vec<_> = found(&text, some, &texts.ordinary)
            .into_iter()
            .filter(|one| *one != "李雪")
            .collect();
        assert_eq!(others, Vec::<&String>::new());
    }
}
