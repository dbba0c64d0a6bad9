//! What is read, and how what is not sound is refused.

use super::*;
use serde_json::json;

fn altered(alter: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut json = json_of(&package(&village(VILLAGE, "k7f3q9zd").partition));
    alter(&mut json);
    seal(json)
}

fn refusal(bytes: &[u8]) -> PackageError {
    open(bytes, None).expect_err("the file is not sound")
}

#[test]
fn a_pretty_printed_package_is_still_sound() {
    let sealed = package(&village(VILLAGE, "k7f3q9zd").partition);
    let pretty = format!(
        "\u{feff}{}\n",
        serde_json::to_string_pretty(&json_of(&sealed)).unwrap()
    );
    let (package, _) = open(pretty.as_bytes(), None).unwrap();
    assert_eq!(package.checksum, sealed.checksum);
}

#[test]
fn a_digest_from_elsewhere_is_used_only_for_the_right_bytes() {
    let sealed = package(&village(VILLAGE, "k7f3q9zd").partition);
    let found = Seal::find(&sealed.bytes).unwrap();
    let checksum = Checksum::of(&found.pieces(&sealed.bytes));
    let digest = |seal: Seal, checksum| ForeignDigest { seal, checksum };
    assert!(open(&sealed.bytes, Some(&digest(found.clone(), checksum))).is_ok());
    let elsewhere = Seal {
        cut: found.cut.start + 1..found.cut.end,
    };
    assert!(open(&sealed.bytes, Some(&digest(elsewhere, Checksum::of(&[])))).is_ok());
    let mut damaged = sealed.bytes.clone();
    let name = damaged.windows(3).rposition(|w| w == "旺".as_bytes()).unwrap();
    damaged[name..name + 3].copy_from_slice("望".as_bytes());
    let wrong = Checksum::of(&found.pieces(&damaged));
    assert_eq!(
        open(&damaged, Some(&digest(found, wrong))).unwrap_err(),
        PackageError::ChecksumMismatch
    );
}

#[test]
fn each_unsound_file_has_its_own_refusal() {
    let whole = package(&village(VILLAGE, "k7f3q9zd").partition).bytes;
    for (bytes, code) in [
        (b"<html>".to_vec(), "not_json"),
        (b"".to_vec(), "truncated"),
        (whole[..whole.len() / 2].to_vec(), "truncated"),
        (b"[1,2]".to_vec(), "not_a_package"),
        (b"{\"name\":\"x\"}".to_vec(), "not_a_package"),
        (b"{\"changes\":7,\"format\":\"other\"}".to_vec(), "not_a_package"),
        (
            format!("{{\"changes\":[{{\"set\":{{\"a\":{}", "[".repeat(1000)).into_bytes(),
            "too_deep",
        ),
        (b"PK\x03\x04\xff\xfe".to_vec(), "not_json"),
        (altered(|json| json["schema"] = "2.0".into()), "newer_major"),
        (
            altered(|json| (json["schema"], json["changes"]) = ("2.0".into(), json!({"new": 1}))),
            "newer_major",
        ),
        (altered(|json| json["schema"] = "one".into()), "bad_member"),
        (
            altered(|json| json["profile"] = "gossip".into()),
            "profile_unknown",
        ),
        (altered(|json| json["as_of"] = "2018-13-01".into()), "bad_member"),
        (altered(|json| json["sequence"] = 0.into()), "bad_member"),
        (altered(|json| json["scope"]["code"] = "5304".into()), "bad_scope"),
        (
            altered(|json| json["scope"]["level"] = "county".into()),
            "bad_scope",
        ),
        (
            altered(|json| {
                let changes = json["changes"].as_array_mut().unwrap();
                changes.iter_mut().for_each(|one| one["stamp"] = 7.into());
            }),
            "bad_change",
        ),
        (altered(|json| json["changes"] = json!({"0": 1})), "bad_change"),
        (altered(|json| json["base"] = json!([{"area": 7}])), "bad_member"),
        (
            altered(|json| json["changes"][0]["area"] = "530427".into()),
            "area_outside_scope",
        ),
        (
            altered(|json| json["indicators"][0]["area"] = "530427".into()),
            "area_outside_scope",
        ),
        (
            altered(|json| json["records"]["household"][0]["exit_year"] = 2019.into()),
            "fold_mismatch",
        ),
        (
            altered(|json| json["records"]["household"] = json!([])),
            "fold_mismatch",
        ),
        (
            altered(|json| json["records"]["cow"] = json!([{"id": "c1"}])),
            "fold_mismatch",
        ),
        (altered(|json| json["records"] = json!([])), "bad_member"),
    ] {
        let error = refusal(&bytes);
        assert_eq!(error.code(), code, "{error}");
        assert!(!error.label().zh.is_empty() && !error.label().en.is_empty());
    }
}

#[test]
fn a_refusal_says_where() {
    let place = |alter: fn(&mut Json)| refusal(&altered(alter)).path();
    assert_eq!(
        place(|json| json["changes"] = json!([{"stamp": 7}])),
        "changes[0].stamp"
    );
    assert_eq!(
        place(|json| json["records"]["household"][0]["exit_year"] = 2019.into()),
        "records.household[h-530427203200].exit_year"
    );
    let error = refusal(b"{\n  \"format\": nonsense\n}");
    assert!(
        matches!(error, PackageError::NotJson { line: 2, .. }),
        "{error:?}"
    );
}

#[test]
fn an_altered_package_that_was_not_sealed_again_is_refused() {
    let text = String::from_utf8(package(&village(VILLAGE, "k7f3q9zd").partition).bytes).unwrap();
    let forged = text.replace("exited_with_policy", "exited_without_helpp");
    assert_eq!(refusal(forged.as_bytes()), PackageError::ChecksumMismatch);
}

#[test]
fn what_a_newer_minor_adds_survives_the_round_trip() {
    let bytes = altered(|json| {
        json["schema"] = "1.7".into();
        json["mood"] = json!({"good": true});
        json["changes"][0]["set"]["roof_colour"] = "red".into();
        json["changes"][0]["set"]["main_cause"] = "cause_of_2031".into();
        json["records"]["household"][0]["roof_colour"] = "red".into();
        json["records"]["household"][0]["main_cause"] = "cause_of_2031".into();
        let mut change = json["changes"][1].clone();
        change["kind"] = "drone".into();
        change["id"] = "d1".into();
        change["set"] = json!({"range": {"far": [1, 2]}, "gone": null});
        change.as_object_mut().unwrap().remove("was");
        json["changes"].as_array_mut().unwrap().push(change);
        json["records"]["drone"] = json!([{"id": "d1", "range": {"far": [1, 2]}}]);
    });
    let (package, findings) = open(&bytes, None).unwrap();
    let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [FindingCode::NewerMinor, FindingCode::UnknownKind]);
    let partition = &package.partitions[&code(VILLAGE)];
    let again = write(
        &draft(VILLAGE),
        Contents::Detail(&[partition], Disclosure::STRICT),
    )
    .unwrap();
    let (before, after): (Json, Json) = (serde_json::from_slice(&bytes).unwrap(), json_of(&again));
    assert_eq!(after["records"], before["records"]);
    assert_eq!(
        after["changes"].as_array().unwrap().len(),
        before["changes"].as_array().unwrap().len()
    );
}

#[test]
fn null_and_absent_and_the_order_of_keys_are_the_same_to_the_reader() {
    let bytes = altered(|json| {
        json["records"]["household"][0]["address"] = Json::Null;
        json["records"]["person"].as_array_mut().unwrap().reverse();
    });
    assert!(open(&bytes, None).is_ok());
}

#[test]
fn changes_that_lie_deeper_inside_are_not_the_packages() {
    let hidden = altered(|json| {
        let changes = json["changes"].take();
        json["app"] = json!({ "a": 1, "changes": changes });
        json["changes"] = json!([]);
    });
    assert_eq!(refusal(&hidden).code(), "fold_mismatch");
}
