//! `docs/LEDGERS.md`: every ledger of the plan, what it is a view of, its columns, who enters them and the indicators that
//! rest on the same records. `WRITE_LEDGERS=1 cargo test --test ledgers` writes it anew from the registry.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use huhuqing::indicators::indicator;
use huhuqing::ledgers::{Head, LEDGERS, Ledger, Only, Place, Sheet, Source};
use huhuqing::model::{FieldType, Kind, Owner};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

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
        "# Ledgers 台帐\n\n\
         Every ledger that the plan names, as columns over records: nothing of a ledger is stored or typed in. This page is made by\n\
         `WRITE_LEDGERS=1 cargo test --test ledgers` from the registry in `src/ledgers/registry`; a test compares it. In the app they are\n\
         under “Ledgers”; `hhq ledger FILES --ledger L-09 --area 530427203` prints the same.\n\n\
         `ƒ` marks what is worked out, `Σ` what is summed, and by a column's values the rows are grouped. `LX-` are two ledgers that the\n\
         plan does not name but whose facts it asks for.\n",
    );
    for ledger in LEDGERS {
        page.push_str(&section(ledger));
    }
    page
}

fn section(ledger: &Ledger) -> String {
    let mut text = format!(
        "\n## {} {} {}\n\n「{}」 (L{}) · {} {}\n\n",
        ledger.id,
        ledger.label.zh,
        ledger.label.en,
        ledger.quote,
        ledger.line,
        ledger.level.zh,
        ledger.level.en
    );
    text.push_str("| table | a view of | entered by | columns |\n|---|---|---|---|\n");
    for sheet in ledger.sheets {
        text.push_str(&row(sheet));
    }
    let shown: Vec<String> = ledger
        .indicators
        .iter()
        .map(|id| format!("{id} {}", indicator(id).unwrap().label.zh))
        .collect();
    writeln!(text, "\nIndicators 指标: {}", shown.join(" · ")).unwrap();
    text
}

fn row(sheet: &Sheet) -> String {
    let kinds: Vec<String> = sheet.kinds().iter().map(|kind| named(*kind)).collect();
    let owners: BTreeSet<&str> = sheet.kinds().iter().map(|kind| who(kind.def().owner)).collect();
    let columns: Vec<String> = sheet.heads().iter().map(column).collect();
    let by = sheet.by.map(|by| {
        let heads = sheet.heads();
        let head = heads.iter().find(|head| head.id == by).unwrap();
        format!("<br>by 按 {}", head.label.zh)
    });
    format!(
        "| **{}** {}<br>{} | {}{}{} | {} | {}{} |\n",
        sheet.id,
        sheet.label.zh,
        sheet.label.en,
        kinds.join("<br>"),
        source(sheet),
        limits(sheet),
        owners.into_iter().collect::<Vec<_>>().join("<br>"),
        columns.join("、"),
        by.unwrap_or_default()
    )
}

fn named(kind: Kind) -> String {
    format!("{} `{}`", kind.def().label.zh, kind.def().id)
}

fn source(sheet: &Sheet) -> String {
    let place = match sheet.place {
        Place::Keeper => "",
        Place::At(_) => "<br>by its place 按所在地",
        Place::Everybody => "<br>for all of the county 全县共用",
    };
    let rows = match sheet.rows {
        Source::Records(_) => "",
        Source::Years(..) => "<br>one row an area 每村一行",
        Source::Made(..) => "<br>worked out 计算得出",
    };
    format!("{rows}{place}")
}

fn limits(sheet: &Sheet) -> String {
    let mut text = String::new();
    for only in sheet.only {
        let field = |id: &str| {
            let def = sheet.kind().def();
            &def.fields[def.position(id).unwrap()]
        };
        match only {
            Only::ThisYear => text.push_str("<br>of the year 本年"),
            Only::Yes(id) => write!(text, "<br>{}", field(id).label.zh).unwrap(),
            Only::Code(id, codes) => {
                let FieldType::Code(list) = field(id).ty else {
                    panic!("{id}")
                };
                let names: Vec<&str> = codes
                    .iter()
                    .map(|code| list.find(code).unwrap().label.zh)
                    .collect();
                write!(text, "<br>{}：{}", field(id).label.zh, names.join("、")).unwrap();
            }
        }
    }
    text
}

fn column(head: &Head) -> String {
    let made = if head.field.is_none() { "ƒ" } else { "" };
    let summed = if head.summed { "Σ" } else { "" };
    format!("{}{made}{summed}", head.label.zh)
}

#[test]
fn each_of_the_22_ledgers_of_the_plan_has_its_place_on_the_page() {
    let page = page();
    for number in 1..=22 {
        let heading = format!("\n## L-{number:02} ");
        assert_eq!(page.matches(&heading).count(), 1, "L-{number:02}");
    }
}

#[test]
fn every_ledger_says_what_it_is_a_view_of_and_who_enters_it() {
    for ledger in LEDGERS {
        assert!(!ledger.quote.is_empty() && ledger.line > 0, "{}", ledger.id);
        for sheet in ledger.sheets {
            assert!(
                !sheet.kinds().is_empty() && sheet.heads().len() >= 3,
                "{}",
                sheet.id
            );
        }
    }
}

#[test]
fn the_page_of_ledgers_is_up_to_date() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/LEDGERS.md");
    let page = page();
    if std::env::var_os("WRITE_LEDGERS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == page,
        "docs/LEDGERS.md is stale: WRITE_LEDGERS=1 cargo test --test ledgers"
    );
}
