//! Packages of every format version that was ever written, kept as they were: each is still read, and says the same.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::Partition;
use huhuqing::keys::{DeviceKeys, KeyCard, verify};
use huhuqing::model::*;
use sample::*;
use std::path::PathBuf;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// What a later version may have changed about a number that stays behind: 1.0 left it out, 1.1 tells a hash.
fn hidden_numbers(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(members) => {
            members.remove("id_number");
            members.values_mut().for_each(hidden_numbers);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(hidden_numbers),
        _ => {}
    }
}

/// Files of this version. The names of released ones never change: see `write_the_fixtures`.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let department = Contents::Detail(
        &[&village],
        Disclosure::department(huhuqing::plan::Body::PovertyOffice),
    );
    let receipt = receipt(&village);
    let news: Vec<_> = village.changes().iter().rev().take(2).collect();
    let delta = Contents::Delta(&news, Disclosure::STRICT, &receipt.held);
    let write = |contents| write(&draft(VILLAGE), contents).unwrap().bytes;
    let mut files: Vec<_> = packages()
        .into_iter()
        .map(|(name, bytes)| (&*name.replace("1.0-", "1.1-").leak(), bytes))
        .collect();
    files.push(("1.1-department.json", write(department)));
    files.push(("1.1-delta-with-base.json", write(delta)));
    files.push(("1.1-receipt.json", receipt.write().bytes));
    let keys: DeviceKeys = KEY_FILE.parse().unwrap();
    let sign = |contents: &Checksum| keys.signing.sign(contents);
    let detail = Contents::Detail(&[&village], Disclosure::STRICT);
    let signed = write_signed(&draft(VILLAGE), detail, Some(&sign));
    files.push(("1.2-detail-signed.json", signed.unwrap().bytes));
    files.push(("1.2-keycard.json", card(&keys).write(&keys).bytes));
    files.push((
        "1-journal.hqj",
        huhuqing::journal::codec::encode(code(VILLAGE), village.changes()),
    ));
    files
}

/// Keys that were made for the fixtures and have never kept a secret.
const KEY_FILE: &str = "\
# huhuqing signing key: HUHUQING-SIGNING-KEY-1-e522ddd4b161c29f5eccf3d1397ffcb430224ce3f993579c71475cdc63eefbcd
AGE-SECRET-KEY-1C2C6GLJ2ASMSRZ7NJGQY3TLY69T9JMK7353PL85HCYCJU67R6L4QLE3QT4
";

fn card(keys: &DeviceKeys) -> KeyCard {
    let area = Scope {
        code: code(TOWNSHIP),
        name: "老厂乡".into(),
    };
    KeyCard::of(keys, area, "乡扶贫办".into(), 1_546_271_999_000)
}

/// The receipt of the township for the village.
fn receipt(village: &Partition) -> Receipt {
    let scope = |text: &str, name: &str| Scope {
        code: code(text),
        name: name.into(),
    };
    let scopes = (scope(VILLAGE, "太桥村"), scope(TOWNSHIP, "老厂乡"));
    Receipt::of(
        scopes,
        draft(TOWNSHIP).author,
        device("townoffc"),
        1_546_271_999_000,
        &[village],
        [],
    )
}

fn packages() -> [(&'static str, Vec<u8>); 3] {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let last: Vec<_> = village.changes().iter().rev().take(2).collect();
    let write = |contents| write(&draft(VILLAGE), contents).unwrap().bytes;
    [
        (
            "1.0-detail.json",
            write(Contents::Detail(&[&village], Disclosure::STRICT)),
        ),
        (
            "1.0-delta.json",
            write(Contents::Delta(&last, Disclosure::STRICT, &[])),
        ),
        ("1.0-summary.json", write(Contents::Summary)),
    ]
}

/// The file without the member that names the program's version, and without the seal over it.
fn without_program(bytes: &[u8]) -> serde_json::Value {
    let mut json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    for member in ["app", "checksum", "schema"] {
        json.as_object_mut().unwrap().remove(member);
    }
    json
}

#[test]
fn packages_of_1_0_are_still_written_the_same_but_for_hidden_numbers() {
    for (name, now) in packages() {
        let mut now = without_program(&now);
        hidden_numbers(&mut now);
        assert_eq!(without_program(&read(name)), now, "{name}");
    }
}

#[test]
fn files_of_1_1_and_1_2_are_still_written_the_same() {
    // What a department may see follows the plan's measures, so that its package is only read again.
    for (name, now) in files()
        .into_iter()
        .filter(|(name, _)| !name.contains("department"))
    {
        match name.ends_with(".json") {
            // A signature is over the program's version too.
            true if name.starts_with("1.2-") => {
                let signature_aside = |bytes: &[u8]| {
                    let mut json = without_program(bytes);
                    json.as_object_mut().unwrap().remove("signature");
                    json
                };
                assert_eq!(signature_aside(&read(name)), signature_aside(&now), "{name}");
            }
            true => assert_eq!(without_program(&read(name)), without_program(&now), "{name}"),
            false => assert_eq!(read(name), now, "{name}"),
        }
    }
}

#[test]
fn files_of_1_1_are_still_read() {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let (detail, _) = open(&read("1.1-detail.json"), None).unwrap();
    let state = |partition: &Partition| ShortCode::of_partitions(code(VILLAGE), [partition]).to_string();
    assert_eq!(state(&detail.partitions[&code(VILLAGE)]), "BVBS-YPQD-E4");
    let (department, _) = open(&read("1.1-department.json"), None).unwrap();
    assert_eq!(department.head.unit.as_deref(), Some("poverty_office"));
    let (receipt, _) = Receipt::read(&read("1.1-receipt.json")).unwrap();
    assert_eq!(receipt.held, Held::of(&village));
    let (delta, _) = open(&read("1.1-delta-with-base.json"), None).unwrap();
    assert_eq!(Held::lacking(&delta.head.base, &village), None);
    let stored = huhuqing::journal::codec::decode(&read("1-journal.hqj"), code(VILLAGE)).unwrap();
    assert_eq!(stored, village.changes());
}

#[test]
fn signed_files_of_1_2_are_still_read_and_whoever_signed_is_known() {
    let keys: DeviceKeys = KEY_FILE.parse().unwrap();
    let (detail, _) = open(&read("1.2-detail-signed.json"), None).unwrap();
    let signed = detail.signed.unwrap();
    assert_eq!(verify(&signed), Ok(keys.signing.verifying_key()));
    let read = KeyCard::read(&read("1.2-keycard.json")).unwrap();
    assert_eq!(
        read,
        KeyCard {
            created: 1_546_271_999_000 / 1000 * 1000,
            ..card(&keys)
        }
    );
    assert_eq!(read.fingerprint().words(), "纳登路决 皇众薯看 施低船饭");
}

#[test]
fn packages_of_1_0_are_still_read() {
    let (detail, _) = open(&read("1.0-detail.json"), None).unwrap();
    let partition = &detail.partitions[&code(VILLAGE)];
    let household = partition.records().households.get(id("h-530427203200")).unwrap();
    assert_eq!(household.poverty_status, Some(PovertyStatus::ExitedWithPolicy));
    assert_eq!(
        ShortCode::of_partitions(code(VILLAGE), [partition]).to_string(),
        "BVBS-YPQD-E4"
    );
    let (delta, _) = open(&read("1.0-delta.json"), None).unwrap();
    assert!(delta.head.delta && delta.partitions[&code(VILLAGE)].changes().len() == 2);
    let (summary, _) = open(&read("1.0-summary.json"), None).unwrap();
    assert_eq!((summary.head.profile, summary.rows.len()), (Profile::Summary, 1));
}

#[test]
fn a_package_of_a_later_minor_is_read_and_keeps_what_it_added() {
    let (package, findings) = open(&read("1.9-detail.json"), None).unwrap();
    assert_eq!(findings[0].code, FindingCode::NewerMinor);
    let partitions: Vec<&Partition> = package.partitions.values().collect();
    let again = write(&draft(VILLAGE), Contents::Detail(&partitions, Disclosure::STRICT)).unwrap();
    let (before, after) = (
        without_program(&read("1.9-detail.json")),
        without_program(&again.bytes),
    );
    assert_eq!(
        (&after["records"], &after["changes"]),
        (&before["records"], &before["changes"])
    );
    let text = String::from_utf8(again.bytes).unwrap();
    for added in ["roof_colour", "drone", "cause_of_2031"] {
        assert!(text.contains(added), "{added}");
    }
}

#[test]
fn a_package_of_a_later_major_is_refused_whatever_it_looks_like() {
    assert_eq!(
        open(&read("2.0-detail.json"), None).unwrap_err().code(),
        "newer_major"
    );
}

#[test]
#[ignore = "writes the fixtures of this version; to be run once for each version"]
fn write_the_fixtures() {
    for (name, bytes) in files() {
        // What was released never changes.
        if !fixture(name).exists() {
            std::fs::write(fixture(name), bytes).unwrap();
        }
    }
}
