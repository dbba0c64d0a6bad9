//! What keeps a package to be trusted: bad changes set aside, losses named, departments told only what they may see.

use super::*;
use huhuqing::model::*;
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
