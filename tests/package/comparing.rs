//! What an import says before it is agreed to: what is new, changed, in conflict or missing in between.

use super::*;
use huhuqing::journal::Partition;
use huhuqing::model::*;

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
