//! What a package is and what stays out of it.

use super::*;
use huhuqing::journal::Partition;
use huhuqing::model::*;
use serde_json::json;

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
fn an_empty_area_makes_a_package_too() {
    let sealed = package(&Partition::new(code(VILLAGE)));
    let (package, _) = open(&sealed.bytes, None).unwrap();
    assert!(package.partitions.is_empty());
    assert_eq!(json_of(&sealed)["records"], json!({}));
}
