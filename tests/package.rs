//! Packages: what is written is read, and what is not sound is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::Partition;
use huhuqing::model::consistency::Terms;
use huhuqing::model::*;
use sample::*;
use serde_json::{Value as Json, json};

fn json_of(sealed: &Sealed) -> Json {
    serde_json::from_slice(&sealed.bytes).unwrap()
}

/// Seals a JSON value that a test has altered, as a foreign program would.
fn seal(mut json: Json) -> Vec<u8> {
    let object = json.as_object_mut().unwrap();
    object.remove("checksum");
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, object);
    object.insert("checksum".into(), Checksum::of(&[&bytes]).to_string().into());
    bytes.clear();
    write_canonical_object(&mut bytes, object);
    bytes
}

fn altered(alter: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut json = json_of(&package(&village(VILLAGE, "k7f3q9zd").partition));
    alter(&mut json);
    seal(json)
}

fn refusal(bytes: &[u8]) -> PackageError {
    open(bytes, None).expect_err("the file is not sound")
}

#[test]
fn a_package_is_canonical_json_with_the_agreed_members() {
    let sealed = package(&village(VILLAGE, "k7f3q9zd").partition);
    let json = json_of(&sealed);
    let mut canonical = Vec::new();
    write_canonical_object(&mut canonical, json.as_object().unwrap());
    assert_eq!(
        String::from_utf8(sealed.bytes).unwrap(),
        String::from_utf8(canonical).unwrap()
    );
    let names: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "app",
            "as_of",
            "author",
            "changes",
            "checksum",
            "device",
            "format",
            "indicators",
            "previous",
            "profile",
            "records",
            "schema",
            "scope",
            "sequence",
        ]
    );
    assert_eq!(
        json["scope"],
        json!({"code": VILLAGE, "level": "village", "name": "太桥村"})
    );
    assert_eq!(json["checksum"], sealed.checksum.to_string());
}

#[test]
fn records_are_the_folded_state() {
    let json = json_of(&package(&village(VILLAGE, "k7f3q9zd").partition));
    let household = &json["records"]["household"][0];
    assert_eq!(household["poverty_status"], "exited_with_policy");
    assert_eq!(household["other_causes"], json!(["illness", "schooling"]));
    assert_eq!(json["records"].get("visit"), None, "a deleted record is not told");
    assert_eq!(json["records"]["person"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_written_is_read() {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let sealed = package(&village);
    let (package, findings) = open(&sealed.bytes, None).unwrap();
    assert_eq!(findings, []);
    assert_eq!(package.checksum, sealed.checksum);
    assert_eq!(package.rows, draft(VILLAGE).rows);
    let read = &package.partitions[&code(VILLAGE)];
    assert_eq!(read.changes().len(), village.changes().len());
    let again = write(&draft(VILLAGE), Contents::Detail(&[read], Disclosure::STRICT)).unwrap();
    assert_eq!(again.bytes, sealed.bytes);
}

#[test]
fn identity_numbers_stay_unless_the_county_lets_them_out() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let bytes = package(&tablet.partition).bytes;
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\"id_number\":\"#") && !text.contains("999999"));
    assert!(text.contains("\"id_hash\":\"0f\""));
    let (read, _) = open(text.as_bytes(), None).unwrap();
    let told = &read.partitions[&code(VILLAGE)].records().persons;
    let number = tablet
        .partition
        .records()
        .persons
        .get(id("p1-530427203200"))
        .unwrap()
        .id_number
        .clone();
    let hidden = told.get(id("p1-530427203200")).unwrap().id_number.clone();
    assert_eq!(hidden, Some(hash_of(&number.unwrap(), 0)));

    // A number that was typed as something else is a number all the same.
    tablet.set(Kind::Person, "p9", &[("id_number", 999_999.into())]);
    let text = String::from_utf8(package(&tablet.partition).bytes).unwrap();
    assert!(!text.contains("999999"));
    let (read, _) = open(text.as_bytes(), None).unwrap();
    assert!(
        read.partitions[&code(VILLAGE)]
            .records()
            .persons
            .get(id("p9"))
            .is_some()
    );

    let mut county = Records::default();
    let parameter = PolicyParameterId::of(ID_NUMBERS_IN_PACKAGES, None, "530427");
    let row = &mut county.policy_parameters.row_mut(parameter.into()).record;
    (row.value, row.verified) = (Some(Count(1)), Some(true));
    let open_county = Contents::Detail(&[&tablet.partition], Disclosure::of(Some(&county)));
    let sealed = write(&draft(VILLAGE), open_county).unwrap();
    assert!(
        String::from_utf8(sealed.bytes.clone())
            .unwrap()
            .contains("\"id_number\":\"999999")
    );
    assert!(open(&sealed.bytes, None).is_ok());
}

#[test]
fn a_township_package_holds_its_villages_in_one_array_per_kind() {
    let own = {
        let mut tablet = Tablet::new(TOWNSHIP, "townoffc");
        tablet.set(Kind::OrgUnit, "unit-1", &[("name", "老厂乡扶贫办".into())]);
        tablet.partition
    };
    let (a, b) = (
        village("530427203201", "bbbbbbbb").partition,
        village(VILLAGE, "aaaaaaaa").partition,
    );
    let sealed = write(
        &draft(TOWNSHIP),
        Contents::Detail(&[&a, &own, &b], Disclosure::STRICT),
    )
    .unwrap();
    let other_order = write(
        &draft(TOWNSHIP),
        Contents::Detail(&[&b, &a, &own], Disclosure::STRICT),
    )
    .unwrap();
    assert_eq!(sealed.bytes, other_order.bytes);
    let json = json_of(&sealed);
    let ids: Vec<&str> = json["records"]["person"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted() && ids.len() == 4);
    let (package, _) = open(&sealed.bytes, None).unwrap();
    assert_eq!(
        package.partitions.keys().copied().collect::<Vec<_>>(),
        [own.area(), b.area(), a.area()]
    );
    let outside = write(&draft(VILLAGE), Contents::Detail(&[&own], Disclosure::STRICT));
    assert_eq!(outside.unwrap_err(), WriteError::OutsideScope(code(TOWNSHIP)));
}

#[test]
fn a_summary_names_nobody() {
    let sealed = write(&draft(VILLAGE), Contents::Summary).unwrap();
    let json = json_of(&sealed);
    assert!(json.get("changes").is_none() && json.get("records").is_none());
    assert_eq!(json["author"], json!({"id": "official-1"}));
    let (package, _) = open(&sealed.bytes, None).unwrap();
    assert_eq!((package.rows, package.partitions.len()), (draft(VILLAGE).rows, 0));
}

#[test]
fn a_delta_carries_changes_only() {
    let partition = village(VILLAGE, "k7f3q9zd").partition;
    let last: Vec<_> = partition.changes().iter().rev().take(2).collect();
    let sealed = write(&draft(VILLAGE), Contents::Delta(&last, Disclosure::STRICT, &[])).unwrap();
    let json = json_of(&sealed);
    assert_eq!((json["delta"].clone(), json.get("records")), (json!(true), None));
    let (package, _) = open(&sealed.bytes, None).unwrap();
    assert!(package.head.delta);
    assert_eq!(package.partitions[&code(VILLAGE)].changes().len(), 2);
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
                json["changes"]
                    .as_array_mut()
                    .unwrap()
                    .iter_mut()
                    .for_each(|one| one["stamp"] = 7.into())
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
fn an_empty_area_makes_a_package_too() {
    let sealed = package(&Partition::new(code(VILLAGE)));
    let (package, _) = open(&sealed.bytes, None).unwrap();
    assert!(package.partitions.is_empty());
    assert_eq!(json_of(&sealed)["records"], json!({}));
}

fn opened(sealed: &Sealed) -> Package {
    open(&sealed.bytes, None).unwrap().0
}

fn group(count: usize, names: &[&str]) -> RecordGroup {
    RecordGroup {
        count,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    }
}

#[test]
fn the_first_import_is_all_new_and_the_second_changes_nothing() {
    let tablet = village(VILLAGE, "k7f3q9zd");
    let package = opened(&package(&tablet.partition));
    let first = preview(|_| None, &package);
    let area = &first.areas[0];
    assert!(area.first && area.conflicts.is_empty());
    assert_eq!(area.kinds[&Kind::Household].new, group(1, &["普家旺"]));
    assert_eq!(
        area.kinds[&Kind::Person].new,
        group(2, &["普家旺", "刀玉“兰”\\\""])
    );
    assert!(!area.kinds.contains_key(&Kind::Visit), "made and deleted again");

    let (stored, merged) = apply(None, package.partitions[&code(VILLAGE)].clone());
    assert_eq!(merged, package.partitions[&code(VILLAGE)].changes().len());
    let second = preview(|area| (area == stored.area()).then_some(&stored), &package);
    assert!(second.is_unchanged());
    let kind = |unchanged| KindPreview {
        unchanged,
        ..KindPreview::default()
    };
    assert_eq!(second.areas[0].kinds[&Kind::Household], kind(1));
    assert_eq!(second.areas[0].kinds[&Kind::Person], kind(2));
    let (_, again) = apply(Some(stored), package.partitions[&code(VILLAGE)].clone());
    assert_eq!(again, 0);
}

#[test]
fn the_village_that_kept_its_identity_numbers_sees_its_own_package_as_nothing_new() {
    let tablet = village(VILLAGE, "k7f3q9zd");
    let package = opened(&package(&tablet.partition));
    assert!(preview(|_| Some(&tablet.partition), &package).is_unchanged());
    let (merged, _) = apply(
        Some(tablet.partition.clone()),
        package.partitions[&code(VILLAGE)].clone(),
    );
    assert!(
        merged
            .records()
            .persons
            .iter()
            .any(|person| person.id_number.is_some())
    );
}

#[test]
fn a_preview_tells_changed_removed_and_conflicting_records() {
    let mut mine = village(VILLAGE, "aaaaaaaa");
    let mut theirs = Tablet::new(VILLAGE, "bbbbbbbb");
    theirs.partition = mine.partition.clone();
    theirs.now = mine.now + 60_000;
    let h = format!("h-{VILLAGE}");
    mine.set(Kind::Household, &h, &[("phone", "13800000001".into())]);
    theirs
        .set(Kind::Household, &h, &[("phone", "13800000002".into())])
        .set(Kind::Person, "p3", &[("name", "新生儿".into())])
        .delete(Kind::HouseholdYear, &format!("{h}-2018"));
    let preview = preview(|_| Some(&mine.partition), &opened(&package(&theirs.partition)));
    let area = &preview.areas[0];
    assert_eq!((area.first, area.changes, preview.conflicts()), (false, 3, 1));
    assert_eq!(area.kinds[&Kind::Household].changed, group(1, &["普家旺"]));
    assert_eq!(area.kinds[&Kind::Household].conflicting, group(1, &["普家旺"]));
    assert_eq!(area.kinds[&Kind::Person].new, group(1, &["新生儿"]));
    assert_eq!(area.kinds[&Kind::HouseholdYear].removed, group(1, &["普家旺"]));
    let values: Vec<_> = area.conflicts[0]
        .tips
        .iter()
        .map(|tip| tip.value.clone())
        .collect();
    assert_eq!(values, ["13800000001".into(), "13800000002".into()]);
}

fn numbered(sequence: u64, previous: Option<Checksum>, name: &str) -> Package {
    let tablet = village(VILLAGE, "k7f3q9zd");
    let draft = Draft {
        sequence,
        previous,
        device: device(name),
        ..draft(VILLAGE)
    };
    opened(&write(&draft, Contents::Detail(&[&tablet.partition], Disclosure::STRICT)).unwrap())
}

#[test]
fn the_row_of_packages_is_followed() {
    let first = numbered(1, None, "aaaaaaaa");
    let second = numbered(2, Some(first.checksum), "aaaaaaaa");
    let stray = numbered(2, None, "aaaaaaaa");
    let fourth = numbered(4, Some(second.checksum), "aaaaaaaa");
    let other = numbered(1, None, "bbbbbbbb");
    let received = |packages: &[&Package]| {
        packages
            .iter()
            .map(|p| Received::of(&Cover::of(p)))
            .collect::<Vec<_>>()
    };
    let codes = |known: &[&Package], package: &Package| {
        let findings = sequence_findings(&received(known), &Cover::of(package));
        findings
            .into_iter()
            .map(|finding| (finding.code.id(), finding.detail))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&[], &first), []);
    assert_eq!(codes(&[&first], &second), []);
    assert_eq!(codes(&[&first], &first), [("sequence_repeated", "1".into())]);
    assert_eq!(codes(&[&first], &stray), [("broken_chain", "1".into())]);
    assert_eq!(codes(&[&first, &second], &stray), [("broken_chain", "2".into())]);
    assert_eq!(codes(&[&second], &first), [("sequence_older", "1 < 2".into())]);
    assert_eq!(codes(&[&first], &fourth), [("sequence_gap", "2–3".into())]);
    assert_eq!(codes(&[&first], &other), [("other_device", "aaaaaaaa".into())]);
    // Chosen together, in whatever order, packages follow one another.
    let covers = [&second, &first].map(Cover::of);
    let together = sequence_findings_of(&[], &covers.each_ref());
    assert_eq!(together, [vec![], vec![]]);
}

#[test]
fn a_cover_comes_back_as_it_was() {
    let tablet = village(VILLAGE, "k7f3q9zd");
    let cover = Cover::of(&opened(&package(&tablet.partition)));
    assert_eq!(Cover::from_json(&cover.to_json()), Ok(cover));
}

#[test]
fn equal_state_has_an_equal_short_code_and_any_difference_another() {
    let tablet = village(VILLAGE, "k7f3q9zd");
    let read = opened(&package(&tablet.partition));
    let county = code("530427");
    let short = |partition: &Partition| ShortCode::of_partitions(county, [partition]).to_string();
    let at_the_village = short(&tablet.partition);
    assert_eq!(
        at_the_village,
        short(&read.partitions[&code(VILLAGE)]),
        "without identity numbers too"
    );
    assert_eq!(at_the_village.len(), 12);
    assert!(
        at_the_village
            .chars()
            .all(|c| c == '-' || "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c))
    );
    let empty = Partition::new(code(TOWNSHIP));
    assert_eq!(
        ShortCode::of_partitions(county, [&empty, &tablet.partition]).to_string(),
        at_the_village
    );
    let mut later = village(VILLAGE, "k7f3q9zd");
    later.delete(Kind::Person, &format!("p2-{VILLAGE}"));
    assert_ne!(short(&later.partition), at_the_village);
}

/// The village with what the rules miss in it: a helper and the floor space.
fn complete_village() -> Tablet {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let household = format!("h-{VILLAGE}");
    tablet
        .set(
            Kind::HouseholdYear,
            &format!("{household}-2018"),
            &[("house_area", 800.into())],
        )
        .set(
            Kind::HelperAssignment,
            "a1",
            &[("household_id", household.as_str().into())],
        );
    tablet
}

fn findings(tablet: &Tablet) -> Vec<Finding> {
    check_partition(&tablet.partition, &Terms::on(Date::of::<2018, 12, 31>()))
}

#[test]
fn the_check_of_a_sound_village_finds_nothing() {
    assert_eq!(findings(&complete_village()), []);
}

#[test]
fn the_check_names_each_fault_and_its_place() {
    let mut tablet = complete_village();
    let h = format!("h-{VILLAGE}");
    let good = identity::number_without_place(Date::parse("1990-05-06").unwrap(), 17);
    tablet
        .set(
            Kind::Person,
            "q1",
            &[
                ("id_number", good.as_str().into()),
                ("sex", "female".into()),
                ("birth_date", "1990-05-06".into()),
            ],
        )
        .set(Kind::Person, "q2", &[("id_number", "999999199005060170".into())])
        .set(
            Kind::Person,
            "q3",
            &[
                ("id_number", "99999919900506".into()),
                ("mood", "good".into()),
                ("disability_grade", "two".into()),
            ],
        )
        .set(
            Kind::Person,
            "q4",
            &[
                ("id_number", good.into()),
                ("sex", "male".into()),
                ("birth_date", "1990-06-05".into()),
                ("ethnic", "martian".into()),
            ],
        )
        .set(Kind::Household, "h-empty", &[("village_code", TOWNSHIP.into())])
        .set(
            Kind::HouseholdMembership,
            "m3",
            &[
                ("household_id", h.as_str().into()),
                ("person_id", "q1".into()),
                ("relation", "head".into()),
            ],
        )
        .set(
            Kind::HouseholdMembership,
            "m4",
            &[
                ("household_id", "h-none".into()),
                ("person_id", "q1".into()),
                ("relation", "son".into()),
            ],
        );
    let found: Vec<(String, &str, Severity)> = findings(&tablet)
        .into_iter()
        .map(|finding| (finding.path, finding.code.id(), finding.code.severity()))
        .collect();
    let expected = [
        (
            "records.person[q3].disability_grade",
            "misfit_value",
            Severity::Warn,
        ),
        ("records.person[q3].mood", "unknown_field", Severity::Info),
        ("records.person[q4].ethnic", "unknown_code", Severity::Info),
        ("records.household[h-530427203200]", "V-HH-1", Severity::Error),
        ("records.household[h-empty]", "V-HH-5", Severity::Error),
        (
            "records.household[h-empty].village_code",
            "outside_village",
            Severity::Warn,
        ),
        ("records.person[q1]", "two_households", Severity::Error),
        ("records.person[q1].id_number", "V-ID-4", Severity::Warn),
        ("records.person[q1].sex", "V-ID-5", Severity::Warn),
        ("records.person[q2].id_number", "V-ID-2", Severity::Warn),
        ("records.person[q3].id_number", "V-ID-1", Severity::Warn),
        ("records.person[q4].birth_date", "V-ID-5", Severity::Warn),
        ("records.person[q4].id_number", "V-ID-4", Severity::Warn),
        (
            "records.household_membership[m4].household_id",
            "dangling_reference",
            Severity::Warn,
        ),
        (
            "records.household_membership[m4].relation",
            "V-HH-4",
            Severity::Warn,
        ),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(path, code, severity)| (path.to_owned(), code, severity))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_change_that_cannot_be_read_is_set_aside_and_the_others_proceed() {
    let bytes = altered(|json| {
        json["changes"][2]["stamp"] = "yesterday".into();
        json["changes"][3]["stamp"] = "99991231T235959999Z-0000-k7f3q9zd".into();
    });
    let (package, findings) = open(&bytes, None).unwrap();
    let read = &package.partitions[&code(VILLAGE)];
    let whole = village(VILLAGE, "k7f3q9zd").partition;
    assert_eq!(read.changes().len(), whole.changes().len() - 2);
    let places: Vec<&str> = package.quarantined.iter().map(|one| &*one.path).collect();
    assert_eq!(places, ["changes[2]", "changes[3]"]);
    let codes: Vec<FindingCode> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [FindingCode::Quarantined; 2]);
    assert!(findings.iter().all(|finding| !finding.message().contains("刀玉")));

    // What can be read one day is taken in then, and only within the area of its package.
    let mut aside = package.quarantined[0].clone();
    assert_eq!(aside.retry(code(VILLAGE)), None);
    aside.text = aside
        .text
        .replace("yesterday", &whole.changes()[2].stamp.to_string());
    assert_eq!(aside.retry(code("530427203201")), None);
    let mut later = read.clone();
    later.merge(aside.retry(code(VILLAGE)));
    assert_eq!(later.changes().len(), whole.changes().len() - 1);
}

#[test]
fn an_altered_package_is_refused_even_with_a_bad_change_in_it() {
    let text = String::from_utf8(altered(|json| json["changes"][2]["stamp"] = "yesterday".into())).unwrap();
    let forged = text.replace("exited_with_policy", "exited_without_helpp");
    assert_eq!(refusal(forged.as_bytes()), PackageError::ChecksumMismatch);
}

#[test]
fn an_import_that_takes_much_away_names_who_is_lost() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    for n in 0..8 {
        let name = Value::from(format!("人{n}"));
        tablet.set(
            Kind::Person,
            &format!("q{n}"),
            &[("name", name), ("phone", "1".into())],
        );
    }
    let before = tablet.partition.clone();
    let preview_of = |tablet: &Tablet| {
        let package = opened(&package(&tablet.partition));
        losses(&preview(|_| Some(&before), &package))
    };
    tablet.delete(Kind::Person, "q0").delete(Kind::Person, "q1");
    assert_eq!(preview_of(&tablet), []);
    for n in 2..5 {
        tablet.set(Kind::Person, &format!("q{n}"), &[("phone", Value::Null)]);
    }
    let [loss] = &preview_of(&tablet)[..] else {
        panic!("one area")
    };
    assert_eq!((loss.people, loss.removed, loss.blanked), (5, 2, 3));
    assert_eq!(loss.names, ["人0", "人1", "人2", "人3", "人4"]);
}

#[test]
fn a_department_gets_its_fields_and_nobodys_name() {
    let village = village(VILLAGE, "k7f3q9zd").partition;
    let contents = Contents::Detail(
        &[&village],
        Disclosure::department(huhuqing::plan::Body::PovertyOffice),
    );
    let sealed = write(&draft(VILLAGE), contents).unwrap();
    let json = json_of(&sealed);
    assert_eq!(
        (&json["profile"], &json["unit"]),
        (&json!("department"), &json!("poverty_office"))
    );
    let household = &json["records"]["household"][0];
    assert_eq!(household["poverty_status"], "exited_with_policy");
    assert_eq!(
        (household.get("head_name"), json["author"].get("name")),
        (None, None)
    );
    let text = String::from_utf8(sealed.bytes.clone()).unwrap();
    for personal in ["普家旺", "刀玉", "999999", "王“小”明", "#"] {
        assert!(!text.contains(personal), "{personal}");
    }
    let (package, findings) = open(&sealed.bytes, None).unwrap();
    assert_eq!((package.head.profile, findings.len()), (Profile::Department, 0));
    let read = &package.partitions[&code(VILLAGE)];
    assert_eq!(read.records().households.iter().count(), 1);
}
