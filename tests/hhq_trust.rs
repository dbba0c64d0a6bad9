//! The commands that keep packages and records to be trusted, run as people run them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::{Checksum, Contents, Disclosure, Held, Receipt, open, write};
use huhuqing::journal::{Change, Partition};
use huhuqing::model::*;
use sample::*;
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("trust-{name}"));
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

fn done(args: &[&str]) -> String {
    let output = hhq(args);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Vec<Json> {
    serde_json::from_slice(&hhq(args).stdout).unwrap()
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

fn read(path: &str) -> Partition {
    let (package, _) = open(&std::fs::read(path).unwrap(), None).unwrap();
    package.partitions[&code(VILLAGE)].clone()
}

#[test]
fn a_receipt_says_what_the_packages_hold() {
    let folder = folder("receipt");
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let file = put(&folder, "v.json", &package(&village).bytes);
    let out = folder.join("back.json").display().to_string();
    done(&["receipt", &file, "--out", &out]);
    let (receipt, _) = Receipt::read(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(
        (receipt.scope.code, receipt.office.code),
        (code(VILLAGE), code(TOWNSHIP))
    );
    assert_eq!(receipt.held, Held::of(&village));
    assert_eq!((receipt.packages.len(), receipt.packages[0].sequence), (1, 1));
    // A receipt is written over a receipt, and over nothing else.
    done(&["receipt", &file, "--out", &out]);
    assert_eq!(hhq(&["receipt", &file, "--out", &file]).status.code(), Some(4));
}

#[test]
fn each_profile_can_be_made_and_tells_what_it_should() {
    let folder = folder("disclose");
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let file = put(&folder, "v.json", &package(&village).bytes);
    let out = |name: &str| folder.join(name).display().to_string();
    done(&["disclose", &file, "--profile", "summary", "--out", &out("s.json")]);
    done(&[
        "disclose",
        &file,
        "--profile",
        "department",
        "--unit",
        "县扶贫办",
        "--out",
        &out("d.json"),
    ]);
    done(&["disclose", &file, "--profile", "detail", "--out", &out("f.json")]);
    let text = |name: &str| std::fs::read_to_string(out(name)).unwrap();
    assert!(!text("s.json").contains("\"changes\"") && text("s.json").contains("IND-POV-01"));
    assert!(text("d.json").contains("\"unit\":\"poverty_office\"") && !text("d.json").contains("普家旺"));
    assert!(text("f.json").contains("普家旺") && !text("f.json").contains("999999"));
    let unknown = hhq(&[
        "disclose",
        &file,
        "--profile",
        "department",
        "--unit",
        "nobody",
        "--out",
        &out("x.json"),
    ]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_delta_is_merged_with_its_base_and_refused_without() {
    let folder = folder("delta");
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let base = Held::of(&tablet.partition);
    let whole = put(&folder, "whole.json", &package(&tablet.partition).bytes);
    tablet.set(Kind::Household, "h-530427203200", &[("exit_year", 2019.into())]);
    let news: Vec<&Change> = tablet.partition.changes().iter().rev().take(1).collect();
    let delta = write(&draft(VILLAGE), Contents::Delta(&news, Disclosure::STRICT, &base)).unwrap();
    let delta = put(&folder, "delta.json", &delta.bytes);
    let out = folder.join("out.json").display().to_string();
    let alone = hhq(&["merge", &delta, "--out", &out]);
    assert_eq!(alone.status.code(), Some(3));
    assert!(String::from_utf8(alone.stderr).unwrap().contains("base_missing"));
    done(&["merge", &delta, &whole, "--out", &out]);
    assert_eq!(read(&out).changes().len(), tablet.partition.changes().len());
}

#[test]
fn the_history_of_a_field_says_what_who_when_and_by_which_package() {
    let folder = folder("history");
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    put(&folder, "1.json", &package(&tablet.partition).bytes);
    tablet.set(Kind::Household, "h-530427203200", &[("exit_year", 2019.into())]);
    let mut draft = draft(VILLAGE);
    (draft.sequence, draft.previous) = (2, Some(Checksum::of(&[b"1"])));
    let second = write(&draft, Contents::Detail(&[&tablet.partition], Disclosure::STRICT)).unwrap();
    put(&folder, "2.json", &second.bytes);
    let files = folder.display().to_string();
    let args = |more: &[&str]| {
        let mut args = vec![
            "history",
            &files,
            "--area",
            VILLAGE,
            "--record",
            "household/h-530427203200",
        ];
        args.extend(more);
        args.extend(["--format", "json"]);
        json(&args)
    };
    let lines = args(&["--field", "exit_year"]);
    let told: Vec<(i64, &str, bool)> = lines
        .iter()
        .map(|line| {
            let (value, package) = (line["value"].as_i64().unwrap(), line["package"].as_str().unwrap());
            (value, package, line["stands"].as_bool().unwrap())
        })
        .collect();
    assert_eq!(told, [(2018, "1.json #1", false), (2019, "2.json #2", true)]);
    assert_eq!(
        (&lines[0]["author"], &lines[0]["device"]),
        (&"official-1".into(), &"k7f3q9zd".into())
    );
    // The first edits were made on 20 October 2018; the day before, nothing was known.
    let known = hhq(&[
        "history",
        &files,
        "--area",
        VILLAGE,
        "--record",
        "household/h-530427203200",
        "--known-on",
        "2018-10-19",
    ]);
    assert_eq!(known.status.code(), Some(2));
    let unknown = hhq(&[
        "history",
        &files,
        "--area",
        VILLAGE,
        "--record",
        "household/nobody",
    ]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn figures_can_be_had_by_what_was_known_on_a_day() {
    let folder = folder("known");
    let file = put(
        &folder,
        "v.json",
        &package(&village(VILLAGE, "k7f3q9zd").partition).bytes,
    );
    let households = |known: &str| {
        let rows = json(&[
            "score",
            &file,
            "--as-of",
            "2018-12-31",
            "--area",
            VILLAGE,
            "--indicator",
            "IND-POV-01",
            "--known-on",
            known,
            "--format",
            "json",
        ]);
        rows[0]["num"].as_i64().unwrap()
    };
    assert_eq!((households("2018-10-19"), households("2018-12-31")), (0, 1));
}

#[test]
fn a_conflict_is_settled_and_a_person_who_stands_twice_becomes_one() {
    let folder = folder("resolve");
    let mut one = village(VILLAGE, "k7f3q9zd");
    let mut other = Tablet::new(VILLAGE, "otherone");
    other.partition = one.partition.clone();
    other.now = one.now;
    one.set(
        Kind::Household,
        "h-530427203200",
        &[("main_cause", "illness".into())],
    );
    other.set(
        Kind::Household,
        "h-530427203200",
        &[("main_cause", "schooling".into())],
    );
    other.set(
        Kind::Person,
        "twin",
        &[("name", "普家旺".into()), ("birth_date", "1975-03-09".into())],
    );
    let a = put(&folder, "a.json", &package(&one.partition).bytes);
    let b = put(&folder, "b.json", &package(&other.partition).bytes);
    let out = |name: &str| folder.join(name).display().to_string();
    let resolve = |files: &[&str], record: &str, how: &[&str], to: &str| {
        let to = out(to);
        hhq(&[
            &["resolve"],
            files,
            &["--area", VILLAGE, "--record", record],
            how,
            &["--out", &to],
        ]
        .concat())
    };
    let well = |output: Output| {
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8(output.stderr).unwrap()
        )
    };
    let h = "household/h-530427203200";
    let (s, m) = (out("s.json"), out("m.json"));
    well(resolve(
        &[&a, &b],
        h,
        &["--field", "main_cause", "--value", "illness"],
        "s.json",
    ));
    let settled = read(&s);
    assert_eq!(settled.conflicts(), []);
    assert_eq!(
        settled
            .records()
            .households
            .get(id("h-530427203200"))
            .unwrap()
            .main_cause,
        Some(PovertyCause::Illness)
    );

    let found = json(&["duplicates", &s, "--format", "json"]);
    let ids: Vec<&str> = found.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["p1-530427203200", "twin"]);
    well(resolve(
        &[&s],
        "person/twin",
        &["--merge-into", "p1-530427203200"],
        "m.json",
    ));
    assert_eq!(json(&["duplicates", &m, "--format", "json"]), Vec::<Json>::new());
    let last = read(&m).changes().last().unwrap().stamp.to_string();
    well(resolve(&[&m], "person/twin", &["--step-back", &last], "b2.json"));
    assert!(read(&out("b2.json")).records().contains(Kind::Person, id("twin")));

    well(resolve(&[&m], h, &["--move-to", "530427203201"], "t.json"));
    let (package, _) = open(&std::fs::read(out("t.json")).unwrap(), None).unwrap();
    assert_eq!(package.head.scope.code, code(TOWNSHIP));
    let households = |area: &str| {
        package.partitions[&code(area)]
            .records()
            .households
            .iter()
            .count()
    };
    assert_eq!((households(VILLAGE), households("530427203201")), (0, 1));
    let nobody = resolve(
        &[&m],
        "person/nobody",
        &["--merge-into", "p1-530427203200"],
        "x.json",
    );
    assert_eq!(nobody.status.code(), Some(2));
}

#[test]
fn a_closed_month_is_written_once_and_lists_what_came_late() {
    let folder = folder("freeze");
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let file = put(&folder, "v.json", &package(&tablet.partition).bytes);
    let frozen = folder.join("2018-12.json").display().to_string();
    done(&["freeze", &file, "--period", "2018-12", "--out", &frozen]);
    let bytes = std::fs::read(&frozen).unwrap();
    assert_eq!(
        hhq(&["freeze", &file, "--period", "2018-12", "--out", &frozen])
            .status
            .code(),
        Some(4)
    );
    assert_eq!(hhq(&["freeze", &file, "--late", &frozen]).status.code(), Some(0));

    tablet.set(
        Kind::Household,
        "h-530427203200",
        &[
            ("poverty_status", "not_exited".into()),
            ("exit_year", Value::Null),
        ],
    );
    let later = put(&folder, "later.json", &package(&tablet.partition).bytes);
    let output = hhq(&["freeze", &later, "--late", &frozen, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Json> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line["what"] == "figure" && line["subject"] == "IND-POV-02")
    );
    assert!(
        lines
            .iter()
            .any(|line| line["subject"] == "household/h-530427203200")
    );
    assert_eq!(std::fs::read(&frozen).unwrap(), bytes);
}

#[test]
fn verify_names_what_is_not_as_it_should_be() {
    let folder = folder("verify");
    let tablet = village(VILLAGE, "k7f3q9zd");
    let sound = package(&tablet.partition).bytes;
    let file = put(&folder, "v.json", &sound);
    let receipt = folder.join("r.json").display().to_string();
    done(&["receipt", &file, "--out", &receipt]);
    let told = done(&["verify", &file, &receipt]);
    assert!(told.contains("2 files") && told.contains("0 findings") && told.contains("receipt"));

    let text = String::from_utf8(sound).unwrap();
    let forged = put(
        &folder,
        "forged.json",
        text.replace("普家旺", "普家望").as_bytes(),
    );
    let mut ahead = Tablet::new(VILLAGE, "fastfast");
    ahead.now = Date::of::<2190, 1, 1>().start_in_china();
    ahead.set(Kind::Household, "h9", &[("group_name", "一组".into())]);
    let ahead = put(&folder, "ahead.json", &package(&ahead.partition).bytes);
    let mut draft = draft(VILLAGE);
    draft.sequence = 4;
    let contents = Contents::Detail(&[&tablet.partition], Disclosure::STRICT);
    let gap = put(&folder, "w.json", &write(&draft, contents).unwrap().bytes);
    let output = hhq(&["verify", &file, &forged, &ahead, &gap]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    for words in [
        "checksum does not match",
        "fastfast",
        "Packages in between are missing: 2–3",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
}
