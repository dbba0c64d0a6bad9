//! `docs/TARGETS.md`: every target of the plan, the indicators that show it, the fields these read and who enters them.
//! It is made from the registry, the field tables and the needs of the indicators; `WRITE_TARGETS=1 cargo test --test targets` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use huhuqing::indicators::{INDICATORS, Indicator, NEEDS, Needs, indicator};
use huhuqing::model::Owner;
use huhuqing::plan::{Chapter, TARGETS, Target, targets_of};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

/// The needs of an indicator, which has to be listed.
fn needs_of(id: &str) -> Needs {
    huhuqing::indicators::needs_of(id)
        .unwrap_or_else(|| panic!("{id}: src/indicators/needs.rs has it not, or wrong"))
}

const fn who(owner: Owner) -> &'static str {
    match owner {
        Owner::Village => "村 village",
        Owner::Township => "乡镇 township",
        Owner::County => "县 county",
        Owner::Maker => "经办方 whoever makes it",
    }
}

fn page() -> String {
    let mut page = String::from(
        "# Targets 目标与指标对照\n\n\
         Every target of the plan, the indicators that show it, and for every indicator what it reads and who enters that. This page is\n\
         made by `WRITE_TARGETS=1 cargo test --test targets` from the registry of indicators and the field tables; a test compares it.\n",
    );
    for chapter in Chapter::ALL {
        let label = chapter.label();
        write!(
            page,
            "\n## {} {}\n\n| target | lines | shown by |\n|---|---|---|\n",
            label.zh, label.en
        )
        .unwrap();
        for target in targets_of(chapter) {
            page.push_str(&row(target));
        }
    }
    page.push_str("\n## Indicators 指标\n\n| indicator | reads | entered by |\n|---|---|---|\n");
    for indicator in &INDICATORS {
        page.push_str(&fields(indicator));
    }
    page
}

fn row(target: &Target) -> String {
    let lines: Vec<String> = target.lines.iter().map(|line| format!("L{line}")).collect();
    let shown: Vec<String> = target
        .indicators
        .iter()
        .map(|id| format!("{id} {}", indicator(id).unwrap().label.zh))
        .collect();
    format!(
        "| **{}** {} {} | {} | {} |\n",
        target.id,
        target.label.zh,
        target.label.en,
        lines.join(" "),
        shown.join("<br>")
    )
}

fn fields(indicator: &Indicator) -> String {
    let needs = needs_of(indicator.id);
    let reads: Vec<String> = needs
        .iter()
        .map(|(kind, fields)| {
            let def = kind.def();
            let label = |id: &&str| def.fields[def.position(id).unwrap()].label.zh;
            let labels: Vec<&str> = fields.iter().map(label).collect();
            format!("{} `{}`: {}", def.label.zh, def.id, labels.join("、"))
        })
        .collect();
    let owners: BTreeSet<&str> = needs.keys().map(|kind| who(kind.def().owner)).collect();
    let owners: Vec<&str> = owners.into_iter().collect();
    format!(
        "| **{}** {} {} | {} | {} |\n",
        indicator.id,
        indicator.label.zh,
        indicator.label.en,
        reads.join("<br>"),
        owners.join("<br>")
    )
}

#[test]
fn every_target_is_shown_by_an_indicator() {
    for target in &TARGETS {
        assert!(!target.indicators.is_empty(), "{} is shown by none", target.id);
        for id in target.indicators {
            assert!(
                indicator(id).is_some(),
                "{} is shown by {id}, which is not there",
                target.id
            );
        }
    }
}

#[test]
fn every_indicator_says_which_fields_it_reads() {
    let listed: Vec<_> = NEEDS.iter().map(|(id, _)| *id).collect();
    let registered: Vec<_> = INDICATORS.iter().map(|indicator| indicator.id).collect();
    assert_eq!(listed, registered);
    for (id, _) in NEEDS {
        for (kind, fields) in needs_of(id) {
            assert!(!fields.is_empty(), "{id}");
            for field in fields {
                assert!(
                    kind.def().position(field).is_some(),
                    "{id}: {}.{field}",
                    kind.def().id
                );
            }
        }
    }
}

#[test]
fn the_page_of_targets_is_up_to_date() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/TARGETS.md");
    let page = page();
    if std::env::var_os("WRITE_TARGETS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == page,
        "docs/TARGETS.md is stale: WRITE_TARGETS=1 cargo test --test targets"
    );
}
