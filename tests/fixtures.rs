//! Packages of every format version that was ever written, kept as they were: each is still read, and says the same.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::Partition;
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
            write(Contents::Delta(&last, Disclosure::STRICT)),
        ),
        ("1.0-summary.json", write(Contents::Summary)),
    ]
}

/// The file without the member that names the program's version, and without the seal over it.
fn without_program(bytes: &[u8]) -> serde_json::Value {
    let mut json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    for member in ["app", "checksum"] {
        json.as_object_mut().unwrap().remove(member);
    }
    json
}

#[test]
fn packages_of_1_0_are_still_written_the_same() {
    for (name, now) in packages() {
        assert_eq!(without_program(&read(name)), without_program(&now), "{name}");
    }
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
    for (name, bytes) in packages() {
        std::fs::write(fixture(name), bytes).unwrap();
    }
}
