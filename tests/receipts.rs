//! Receipts and deltas: what an office says it holds, and what is still to be sent.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::{Change, DeviceId, Partition, Stamp};
use huhuqing::model::*;
use proptest::collection::vec;
use proptest::prelude::*;
use sample::*;

const NOW: u64 = 1_546_271_999_000;

fn scope(text: &str, name: &str) -> Scope {
    Scope {
        code: code(text),
        name: name.into(),
    }
}

fn author() -> Author {
    Author {
        id: id("official-7"),
        name: Some("白凤英".into()),
    }
}

/// The receipt of the township for what it holds of the village.
fn receipt(held: &Partition) -> Receipt {
    let scopes = (scope(VILLAGE, "太桥村"), scope(TOWNSHIP, "老厂乡"));
    Receipt::of(scopes, author(), device("townoffc"), NOW, &[held], [])
}

fn ask(tablet: &mut Tablet) {
    let fields = [
        ("record_kind", "household".into()),
        ("record_id", "h-530427203200".into()),
        ("field", "main_cause".into()),
        ("text", "致贫原因请核实".into()),
    ];
    tablet.set(Kind::Question, "q1", &fields);
}

#[test]
fn a_receipt_comes_back_as_it_was() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    ask(&mut tablet);
    let received = Received {
        scope: code(VILLAGE),
        profile: Profile::Detail,
        device: device("k7f3q9zd"),
        sequence: 3,
        checksum: Checksum::of(&[b"x"]),
    };
    let other = Received {
        sequence: 2,
        ..received
    };
    let outside = Received {
        scope: code("530427203201"),
        ..received
    };
    let scopes = (scope(VILLAGE, "太桥村"), scope(TOWNSHIP, "老厂乡"));
    let receipt = Receipt::of(
        scopes,
        author(),
        device("townoffc"),
        NOW,
        &[&tablet.partition],
        [received, other, outside],
    );
    assert_eq!(receipt.packages, [received]);
    assert_eq!(receipt.questions.len(), 1);
    let sealed = receipt.write();
    let (read, checksum) = Receipt::read(&sealed.bytes).unwrap();
    assert_eq!((read, checksum), (receipt, sealed.checksum));
    let text = String::from_utf8(sealed.bytes).unwrap();
    assert!(text.contains("\"at\":\"2018-12-31T23:59:59+08:00\"") && !text.contains("普家旺"));
    assert!(seems_a_receipt(&text.as_bytes()[..200]));
    assert!(!seems_a_receipt(&package(&tablet.partition).bytes[..200]));
}

#[test]
fn a_receipt_that_was_altered_or_comes_from_the_side_is_refused() {
    let held = village(VILLAGE, "k7f3q9zd").partition;
    let text = String::from_utf8(receipt(&held).write().bytes).unwrap();
    let refused = |text: &str| Receipt::read(text.as_bytes()).unwrap_err().code();
    assert_eq!(refused(&text.replace("白凤英", "白凤美")), "checksum_mismatch");
    assert_eq!(refused(&text[..text.len() / 2]), "truncated");
    assert_eq!(refused("{\"format\":\"huhuqing.package\"}"), "not_a_package");
    assert_eq!(
        Receipt::read(&package(&held).bytes).unwrap_err().code(),
        "not_a_package"
    );
    let aside = Receipt {
        office: scope("530427204", "平甸乡"),
        ..receipt(&held)
    };
    assert_eq!(
        Receipt::read(&aside.write().bytes).unwrap_err().code(),
        "bad_scope"
    );
    let mut outside = receipt(&held);
    outside.held[0].area = code("530427203201");
    assert_eq!(
        Receipt::read(&outside.write().bytes).unwrap_err().code(),
        "area_outside_scope"
    );
    let mut twice = receipt(&held);
    twice.held.push(twice.held[0]);
    assert_eq!(
        Receipt::read(&twice.write().bytes).unwrap_err().code(),
        "bad_member"
    );
}

#[test]
fn a_receipt_covers_what_the_office_holds_and_nothing_that_came_later() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let receipt = receipt(&tablet.partition);
    let own = device("k7f3q9zd");
    let covered = |tablet: &Tablet| {
        Covered::of(&tablet.partition, &receipt.held, own)
            .rest(&tablet.partition)
            .count()
    };
    assert_eq!(covered(&tablet), 0);
    tablet.set(Kind::Household, "h-530427203200", &[("exit_year", 2019.into())]);
    tablet.set(Kind::Person, "p7", &[("name", "李雪".into())]);
    assert_eq!(covered(&tablet), 2);
}

#[test]
fn of_two_tablets_with_one_name_a_receipt_covers_neither_wrongly() {
    let mut one = village(VILLAGE, "k7f3q9zd");
    let mut copy = village(VILLAGE, "k7f3q9zd");
    one.set(Kind::Person, "p7", &[("name", "李雪".into())]);
    copy.set(Kind::Person, "p8", &[("name", "王五".into())]);
    let receipt = receipt(&one.partition);
    let covered = Covered::of(&copy.partition, &receipt.held, device("k7f3q9zd"));
    let unsent: Vec<&Change> = covered.rest(&copy.partition).collect();
    assert!(unsent.iter().any(|change| change.id == id("p8")));
}

#[test]
fn a_delta_carries_the_news_and_is_refused_where_its_base_is_missing() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let office = tablet.partition.clone();
    let receipt = receipt(&office);
    tablet.set(Kind::Household, "h-530427203200", &[("exit_year", 2019.into())]);
    let covered = Covered::of(&tablet.partition, &receipt.held, device("k7f3q9zd"));
    let news: Vec<&Change> = covered.rest(&tablet.partition).collect();
    let sealed = write(
        &draft(VILLAGE),
        Contents::Delta(&news, Disclosure::STRICT, &receipt.held),
    )
    .unwrap();
    let (package, findings) = open(&sealed.bytes, None).unwrap();
    assert_eq!(
        (package.head.base.clone(), findings),
        (receipt.held.clone(), vec![])
    );
    let mut canonical = Vec::new();
    let json: serde_json::Value = serde_json::from_slice(&sealed.bytes).unwrap();
    write_canonical_object(&mut canonical, json.as_object().unwrap());
    assert_eq!(canonical, sealed.bytes);
    assert_eq!(
        Cover::from_json(&Cover::of(&package).to_json()).unwrap(),
        Cover::of(&package)
    );

    let base = &package.head.base;
    assert_eq!(Held::lacking(base, &office), None);
    assert_eq!(
        Held::lacking(base, &Partition::new(code(VILLAGE))),
        Some(&base[0])
    );
    let part = Partition::of(code(VILLAGE), office.changes()[1..].to_vec());
    assert_eq!(Held::lacking(base, &part), Some(&base[0]));
    let mut merged = office;
    merged.merge(package.partitions[&code(VILLAGE)].changes().to_vec());
    assert_eq!(
        ShortCode::of_partitions(code(VILLAGE), [&merged]),
        ShortCode::of_partitions(code(VILLAGE), [&tablet.partition])
    );
}

/// A change of one of two devices, at one of few moments.
fn change() -> impl Strategy<Value = Change> {
    (0..12_u64, 0..2_u64, "h[1-3]", 0..9_i64).prop_map(|(millis, device, record, year)| {
        let place = place(Kind::Household, "exit_year");
        let stamp = Stamp::new(NOW + millis, 0, DeviceId::from_chance(device));
        Change {
            stamp,
            author: id("a"),
            area: code(VILLAGE),
            kind: huhuqing::journal::KindKey::Known(Kind::Household),
            id: id(&record),
            set: vec![huhuqing::journal::Write {
                field: huhuqing::journal::FieldKey::Known(place as u16),
                value: (2010 + year).into(),
                replaced: Box::default(),
            }],
        }
    })
}

fn of(changes: &[Change]) -> Partition {
    Partition::of(code(VILLAGE), changes.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two sides hold: what a receipt covers of a device's own changes, the office has.
    #[test]
    fn nothing_is_covered_that_the_office_does_not_hold(mine in vec(change(), 0..14), theirs in vec(change(), 0..14)) {
        let (mine, office) = (of(&mine), of(&theirs));
        let own = DeviceId::from_chance(0);
        let covered = Covered::of(&mine, &receipt(&office).held, own);
        let key = |change: &Change| (change.stamp, change.id);
        let held: Vec<_> = office.changes().iter().map(key).collect();
        for change in mine.changes().iter().filter(|change| change.stamp.device() == own) {
            prop_assert!(!covered.covers(change) || held.contains(&key(change)), "{:?}", change);
        }
    }

    /// An office that was sent everything in order, now and then with a receipt and only the news, has everything.
    #[test]
    fn deltas_in_a_row_are_as_good_as_a_whole_package(all in vec(change(), 1..14), cuts in vec(0..14_usize, 1..4)) {
        let whole = of(&all);
        let mut office = Partition::new(code(VILLAGE));
        let mut until = 0;
        for cut in cuts.into_iter().chain([whole.changes().len()]) {
            until = until.max(cut.min(whole.changes().len()));
            let now = of(&whole.changes()[..until]);
            let held = receipt(&office).held;
            prop_assert_eq!(Held::lacking(&held, &office), None);
            let covered = Covered::of(&now, &held, DeviceId::from_chance(0));
            let news: Vec<Change> = covered.rest(&now).cloned().collect();
            office.merge(news);
            prop_assert_eq!(office.changes(), now.changes());
        }
        prop_assert_eq!(StateHash::of(&office), StateHash::of(&whole));
    }
}
