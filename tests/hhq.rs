//! The command line, run as people run it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::model::consistency::Rule;
use sample::{TOWNSHIP, VILLAGE, package, village};
use serde_json::Value as Json;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hhq-{name}"));
    let _from_an_earlier_run = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn hhq(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hhq"))
        .args(args)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(args: &[&str]) -> Vec<Json> {
    let output = hhq(args);
    assert_eq!(text(&output.stderr), "");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The demo county, written once.
static DEMO: LazyLock<String> = LazyLock::new(|| {
    let out = folder("demo").display().to_string();
    let output = hhq(&["demo", "--seed", "1", "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    out
});

fn two_villages(name: &str) -> (PathBuf, String, String) {
    let folder = folder(name);
    let path = |file: &str| folder.join(file).display().to_string();
    let (a, b) = (path("a.json"), path("b.json"));
    std::fs::write(&a, package(&village(VILLAGE, "aaaaaaaa").partition).bytes).unwrap();
    std::fs::write(&b, package(&village("530427203201", "bbbbbbbb").partition).bytes).unwrap();
    (folder, a, b)
}

#[test]
fn the_demo_has_a_package_for_every_area_and_scores_the_plans_baselines() {
    assert_eq!(std::fs::read_dir(&*DEMO).unwrap().count(), 137);
    let rows = json(&[
        "score",
        &DEMO,
        "--as-of",
        "2017-12-31",
        "--area",
        "530427",
        "--format",
        "json",
    ]);
    let figure = |id: &str| {
        let row = rows.iter().find(|row| row["indicator"] == id).unwrap();
        (row["num"].as_i64().unwrap(), row["den"].as_i64().unwrap())
    };
    assert_eq!(figure("IND-POV-01").0, 3_183);
    assert_eq!(figure("IND-POV-01.persons").0, 11_287);
    assert_eq!(figure("IND-POV-02").0, 630);
    assert_eq!(figure("IND-POV-02.persons").0, 2_026);
    assert_eq!(figure("IND-POV-04"), (2_026, 250_123));
    assert_eq!(figure("IND-POV-06").1, 35, "3 townships and 32 villages");
}

#[test]
fn score_prints_exactly_the_agreed_members() {
    let rows = json(&[
        "score",
        &DEMO,
        "--as-of",
        "2018-12-31",
        "--indicator",
        "IND-MED-01",
        "--format",
        "json",
    ]);
    assert_eq!(rows.len(), 137);
    let names: Vec<&str> = rows[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "area",
            "as_of",
            "den",
            "expected",
            "indicator",
            "known",
            "num",
            "status",
            "target"
        ]
    );
    let csv = hhq(&[
        "score",
        &DEMO,
        "--as-of",
        "2018-12-31",
        "--indicator",
        "IND-MED-01",
        "--format",
        "csv",
    ]);
    assert_eq!(text(&csv.stdout).lines().count(), 138);
    let table = text(&hhq(&["score", &DEMO, "--as-of", "2018-12-31"]).stdout);
    assert!(table.contains("基本医保参保率") && table.contains("新平彝族傣族自治县"));
}

#[test]
fn what_explain_lists_adds_up_to_the_score() {
    let (area, day) = ("530427101", "2018-12-31");
    let explained = json(&[
        "explain",
        &DEMO,
        "--indicator",
        "IND-POV-02",
        "--area",
        area,
        "--as-of",
        day,
        "--format",
        "json",
    ]);
    let rows = json(&[
        "score",
        &DEMO,
        "--as-of",
        day,
        "--area",
        area,
        "--indicator",
        "IND-POV-02",
        "--format",
        "json",
    ]);
    let row = rows.iter().find(|row| row["indicator"] == "IND-POV-02").unwrap();
    for part in ["num", "den", "known", "expected"] {
        let sum: i64 = explained
            .iter()
            .map(|subject| subject[part].as_i64().unwrap())
            .sum();
        assert_eq!(sum, row[part].as_i64().unwrap(), "{part}");
    }
    assert!(explained.iter().any(|subject| subject["reason"].is_string()));
}

#[test]
fn the_check_finds_the_faults_that_were_put_into_the_demo() {
    let output = hhq(&["check", &DEMO, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "some of the faults are errors");
    let findings: Vec<Json> = serde_json::from_slice(&output.stdout).unwrap();
    for fault in huhuqing::demo::FAULTS.iter().filter(|fault| fault.rule != "REF") {
        let found = findings.iter().find(|finding| {
            finding["file"].as_str().unwrap().contains(fault.village) && finding["code"] == fault.rule
        });
        let found = found.unwrap_or_else(|| panic!("{} of {}", fault.rule, fault.village));
        let kind = format!("records.{}[", fault.kind.def().id);
        assert!(found["path"].as_str().unwrap().starts_with(&kind), "{found}");
        let rule = Rule::from_id(fault.rule).unwrap();
        assert_eq!(found["severity"], rule.severity().id());
        for words in [rule.label(), rule.advice()] {
            let message = found["message"].as_str().unwrap();
            assert!(
                message.contains(words.zh) && message.contains(words.en),
                "{message}"
            );
        }
    }
    assert!(
        findings
            .iter()
            .all(|finding| finding["severity"].is_string() && finding["message"].is_string())
    );
}

#[test]
fn the_order_and_number_of_files_do_not_matter_to_a_merge() {
    let (folder, a, b) = two_villages("merge");
    let (one, other) = (folder.join("one.json"), folder.join("other.json"));
    let merge = |files: &[&str], out: &PathBuf| {
        let args: Vec<&str> = [&["merge"], files, &["--out", out.to_str().unwrap()]].concat();
        let output = hhq(&args);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    };
    merge(&[&a, &b], &one);
    merge(&[&b, &a, &b], &other);
    let bytes = std::fs::read(&one).unwrap();
    assert_eq!(bytes, std::fs::read(&other).unwrap());
    let package: Json = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(package["scope"]["code"], TOWNSHIP);
    assert_eq!(package["records"]["household"].as_array().unwrap().len(), 2);
    merge(&[one.to_str().unwrap()], &other);
    assert_eq!(
        bytes,
        std::fs::read(&other).unwrap(),
        "a merge of the merged is the same"
    );
    let leftovers = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(leftovers, 4, "no half-written file stays");
}

#[test]
fn a_merge_never_writes_over_what_it_does_not_understand() {
    let (folder, a, _) = two_villages("guard");
    let note = folder.join("note.txt");
    std::fs::write(&note, "不要覆盖").unwrap();
    let newer = folder.join("newer.json");
    std::fs::write(&newer, "{\"format\":\"huhuqing.package\",\"schema\":\"2.0\"}").unwrap();
    for out in [&note, &newer] {
        let before = std::fs::read(out).unwrap();
        let output = hhq(&["merge", &a, "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(4));
        assert_eq!(std::fs::read(out).unwrap(), before);
    }
}

#[test]
fn a_refused_file_says_what_where_and_what_now_in_both_languages() {
    let (folder, a, _) = two_villages("refused");
    let broken = folder.join("broken.json");
    let whole = std::fs::read(&a).unwrap();
    std::fs::write(&broken, &whole[..whole.len() / 2]).unwrap();
    let output = hhq(&["score", &a, broken.to_str().unwrap(), "--as-of", "2018-12-31"]);
    assert_eq!(output.status.code(), Some(3));
    let error = text(&output.stderr);
    for part in ["broken.json", "truncated", "请让对方重新发送", "Ask for it again"] {
        assert!(error.contains(part), "{error}");
    }
    assert_eq!(text(&output.stdout), "");
    let check = hhq(&["check", broken.to_str().unwrap(), "--format", "json"]);
    assert_eq!(check.status.code(), Some(1));
    let findings: Vec<Json> = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(
        (findings[0]["code"].as_str(), findings[0]["severity"].as_str()),
        (Some("truncated"), Some("error"))
    );
    let missing = hhq(&["check", folder.join("none.json").to_str().unwrap()]);
    assert_eq!(missing.status.code(), Some(3));
}

#[test]
fn wrong_usage_is_told_and_help_teaches() {
    for args in [
        &["score", "x.json", "--as-of", "31.12.2018"][..],
        &["frobnicate"],
        &["merge", "a.json"],
    ] {
        assert_eq!(hhq(args).status.code(), Some(2), "{args:?}");
    }
    let help = hhq(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for part in ["EXAMPLES", "EXIT CODES", "hhq demo --seed 1 --out demo"] {
        assert!(text(&help.stdout).contains(part), "{part}");
    }
    let (_, a, _) = two_villages("usage");
    let unknown = hhq(&["score", &a, "--as-of", "2018-12-31", "--indicator", "IND-XXX-99"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hhq"))
        .args(["score", &DEMO, "--as-of", "2018-12-31", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(0), String::new())
    );
}

#[test]
fn the_schema_accepts_real_packages_and_refuses_altered_ones() {
    let output = hhq(&["schema"]);
    let schema: Json = serde_json::from_slice(&output.stdout).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let sound: Json =
        serde_json::from_slice(&package(&village(VILLAGE, "aaaaaaaa").partition).bytes).unwrap();
    let problems: Vec<String> = validator
        .iter_errors(&sound)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    for file in ["530427", "530427203", "530427203200"] {
        let bytes = std::fs::read(PathBuf::from(&*DEMO).join(format!("{file}.json"))).unwrap();
        let package: Json = serde_json::from_slice(&bytes).unwrap();
        assert!(validator.is_valid(&package), "{file}");
    }
    let refused = |alter: fn(&mut Json)| {
        let mut altered = sound.clone();
        alter(&mut altered);
        assert!(!validator.is_valid(&altered), "{altered}");
    };
    refused(|json| json["format"] = "other".into());
    refused(|json| json["schema"] = "2.0".into());
    refused(|json| json["records"]["household"][0]["exit_year"] = "2018".into());
    refused(|json| json["changes"][0]["set"]["registered"] = "yes".into());
    refused(|json| json["changes"][0]["stamp"] = "yesterday".into());
    refused(|json| drop(json.as_object_mut().unwrap().remove("records")));
}

#[test]
fn a_summary_gives_tallies_of_an_area_whose_records_are_not_here() {
    use huhuqing::exchange::{Contents, Draft, write};
    let folder = folder("summary");
    let file = folder.join("summary.json");
    let draft = Draft {
        ..sample::draft("530427203201")
    };
    std::fs::write(&file, write(&draft, Contents::Summary).unwrap().bytes).unwrap();
    let (_, a, _) = two_villages("summary-detail");
    let rows = json(&[
        "score",
        &a,
        file.to_str().unwrap(),
        "--as-of",
        "2018-12-31",
        "--format",
        "json",
    ]);
    let told: Vec<&Json> = rows.iter().filter(|row| row["area"] == "530427203201").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0]["indicator"].as_str(), told[0]["status"].as_str()),
        (Some("IND-POV-01"), Some("met"))
    );
}

#[test]
fn the_ledgers_are_listed_and_one_is_printed_as_rows_with_sums() {
    let list = json(&["ledger", &DEMO, "--format", "json"]);
    let of = |table: &str| {
        let row = list.iter().find(|row| row["table"] == table).unwrap();
        row["rows"].as_u64().unwrap()
    };
    for number in 1..=22 {
        of(&format!("L-{number:02}"));
    }
    assert_eq!(of("L-16"), 124, "every village has a line");
    let base = json(&["ledger", &DEMO, "--ledger", "L-11", "--format", "json"]);
    let sum = |column: &str| base.iter().map(|row| row[column].as_i64().unwrap()).sum::<i64>();
    assert_eq!(
        (sum("in_register"), sum("cohort")),
        (3_183, 630),
        "as the plan says"
    );
    assert_eq!(of("L-11.households") as i64, sum("of_base"));
    let table = text(&hhq(&["ledger", &DEMO, "--ledger", "L-11"]).stdout);
    assert!(
        table.contains("合计 · total: 124 行，建档立卡户 3183户"),
        "{table}"
    );
}

#[test]
fn a_ledger_of_a_village_is_a_part_of_the_countys() {
    let rows = |area: &str| {
        json(&[
            "ledger",
            &DEMO,
            "--ledger",
            "L-11.households",
            "--area",
            area,
            "--format",
            "json",
        ])
    };
    let (county, township, village) = (rows("530427"), rows(TOWNSHIP), rows(VILLAGE));
    let within = |area: &str| {
        let own = county
            .iter()
            .filter(|row| row["area"].as_str().unwrap().starts_with(area));
        own.cloned().collect::<Vec<_>>()
    };
    let sorted = |mut rows: Vec<Json>| {
        rows.sort_by_key(|row| row["record_id"].to_string());
        rows
    };
    assert!(!village.is_empty() && village.len() < township.len() && township.len() < county.len());
    assert_eq!(sorted(township), sorted(within(TOWNSHIP)));
    assert_eq!(sorted(village), sorted(within(VILLAGE)));
}

#[test]
fn a_ledger_as_csv_opens_in_a_spreadsheet_and_starts_no_formula() {
    use huhuqing::model::Kind;
    let folder = folder("ledger");
    let file = folder.join("a.json").display().to_string();
    let mut tablet = village(VILLAGE, "aaaaaaaa");
    tablet.set(
        Kind::Donation,
        "g1",
        &[
            ("donor", "=1+1,\"x\"".into()),
            ("amount", huhuqing::model::Value::Int(123_450)),
            ("date", "2018-05-01".into()),
        ],
    );
    std::fs::write(&file, package(&tablet.partition).bytes).unwrap();
    let csv = hhq(&["ledger", &file, "--ledger", "L-13", "--format", "csv"]).stdout;
    let csv = text(&csv);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}地区代码,"), "{csv}");
    assert!(lines[1].contains("2018-05-01,\"'=1+1,\"\"x\"\"\""), "{csv}");
    assert!(lines[1].contains(",1234.50,"), "{csv}");
}

#[test]
fn a_ledger_that_there_is_not_is_wrong_usage() {
    let output = hhq(&["ledger", &DEMO, "--ledger", "L-99"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("L-99"));
}
