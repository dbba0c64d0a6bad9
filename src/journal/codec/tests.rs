#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::journal::{Change, Clock, DeviceId, FieldKey, KindKey, Partition, Stamp, Write};
use crate::model::{DivisionCode, Id, Kind, Value};

fn village() -> DivisionCode {
    DivisionCode::new("530427203200").unwrap()
}

fn change(millis: u64, id: &str, fields: &[(&str, Value)]) -> Change {
    let kind = KindKey::Known(Kind::Household);
    let write = |(name, value): &(&str, Value)| Write {
        field: FieldKey::from_name(&kind, name),
        value: value.clone(),
        replaced: Box::default(),
    };
    let set = fields.iter().map(write).collect();
    let mut change = Change {
        stamp: Stamp::new(millis, 0, DeviceId::from_chance(7)),
        author: Id::new("li-1").unwrap(),
        area: village(),
        kind: kind.clone(),
        id: Id::new(id).unwrap(),
        set,
    };
    change.sort_writes();
    change
}

/// A village of that many records with ten fields each, made the way a device makes it.
fn busy_village(records: usize) -> Partition {
    let mut partition = Partition::new(village());
    let mut clock = Clock::new(DeviceId::from_chance(42));
    let author = Id::new("li-1").unwrap();
    let mut changes = Vec::new();
    for number in 0..records {
        let kinds = [Kind::Household, Kind::Person, Kind::HouseholdYear, Kind::Visit];
        let kind = kinds[number % kinds.len()];
        let id = Id::fresh(1_543_363_200_000 + number as u64, number as u32);
        let values = kind
            .def()
            .fields
            .iter()
            .enumerate()
            .take(10)
            .map(|(place, field)| {
                let value = match field.ty {
                    crate::model::FieldType::Tri => Value::Bool(number % 3 == 0),
                    crate::model::FieldType::Reference(_) => {
                        Value::from(Id::fresh(1, number as u32 / 4).to_string())
                    }
                    crate::model::FieldType::Text => Value::from(format!("示例{number}")),
                    crate::model::FieldType::Date => {
                        Value::from(format!("2018-{:02}-{:02}", number % 12 + 1, number % 28 + 1))
                    }
                    _ => Value::Int(2000 + (number % 18) as i64),
                };
                (place, value)
            });
        changes.push(partition.change(
            &mut clock,
            1_543_363_200_000 + number as u64,
            author,
            (kind, id),
            values.collect(),
        ));
    }
    partition.merge(changes);
    partition
}

fn state(records: &crate::model::Records) -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        records.for_each(*kind, |row| {
            let values: Vec<Value> = (0..kind.def().fields.len()).map(|place| row.get(place)).collect();
            text += &format!("{:?} {} {values:?} {:?}\n", row.kind, row.id, row.extra);
        });
    }
    text
}

#[test]
fn what_only_a_newer_version_knows_comes_back_as_it_went_in() {
    let json = r#"[
        {"area":"530427203200","author":"a","id":"x1","kind":"drone_flight","set":{"height":3,"path":[[1,2],{"z":1.5}]},"stamp":"20181128T021403123Z-0000-k7f3q9zd"},
        {"area":"530427203201","author":"a","id":"h1","kind":"household","set":{"holo":{"a":null},"poverty_status":"paused"},"stamp":"20181128T021403124Z-0001-k7f3q9zd","was":{"holo":["20181128T021403123Z-0000-k7f3q9zd","20181128T021403123Z-0000-zzzzzzzz"]}}
    ]"#;
    let changes: Vec<Change> = serde_json::from_str(json).unwrap();
    assert_eq!(decode(&encode(village(), &changes), village()), Ok(changes));
}

#[test]
fn long_texts_and_long_names_come_back_without_a_number() {
    let long = "长".repeat(500);
    let first = change(
        5,
        "h1",
        &[("address", Value::from(&*long)), (&long, Value::Int(1))],
    );
    let mut second = change(
        6,
        "h1",
        &[("address", Value::from(&*long)), (&long, Value::Int(2))],
    );
    second.kind = KindKey::Unknown(long.as_str().into());
    second.set[0].field = FieldKey::Unknown("address".into());
    let changes = vec![first.clone(), second.clone(), first, second];
    assert_eq!(decode(&encode(village(), &changes), village()), Ok(changes));
}

#[test]
fn foreign_newer_and_cut_off_bytes_are_told_apart() {
    let blob = encode(village(), &[change(5, "h1", &[("phone", "138".into())])]);
    assert_eq!(decode(b"", village()), Err(CodecError::Foreign));
    assert_eq!(decode(b"{\"format\":1}", village()), Err(CodecError::Foreign));
    let mut newer = blob.clone();
    newer[3] = CODEC_VERSION + 1;
    assert_eq!(
        decode(&newer, village()),
        Err(CodecError::Newer(CODEC_VERSION + 1))
    );
    for end in 4..blob.len() {
        assert!(decode(&blob[..end], village()).is_err(), "cut off at {end}");
    }
    let mut longer = blob.clone();
    longer.push(0);
    assert_eq!(decode(&longer, village()), Err(CodecError::Malformed("end")));
    let other = DivisionCode::new("530427203201").unwrap();
    assert_eq!(
        decode(&blob, other),
        Err(CodecError::OtherArea("530427203200".into()))
    );
}

#[test]
fn replay_gives_the_state_that_the_changes_fold_to() {
    let partition = busy_village(200);
    let (snapshot, tail) = partition.changes().split_at(150);
    let blobs = [
        encode(village(), snapshot),
        encode(village(), &tail[..1]),
        encode(village(), &tail[1..]),
    ];
    let blobs: Vec<&[u8]> = blobs.iter().map(Vec::as_slice).collect();
    let replayed = replay(&blobs, village()).unwrap();
    assert_eq!(state(&replayed), state(partition.records()));
    assert!(!replayed.households.is_empty());
}

#[test]
fn replay_of_changes_out_of_order_gives_the_sorted_state() {
    let early = encode(village(), &[change(5, "h1", &[("phone", "old".into())])]);
    let late = encode(village(), &[change(9, "h1", &[("phone", "new".into())])]);
    for blobs in [[&*early, &*late], [&*late, &*early]] {
        let records = replay(&blobs, village()).unwrap();
        let household = records.households.iter().next().unwrap();
        assert_eq!(household.phone.as_deref(), Some("new"));
    }
}

#[test]
fn a_village_takes_a_fraction_of_its_json() {
    let partition = busy_village(1_500);
    let blob = encode(village(), partition.changes());
    let json = serde_json::to_vec(partition.changes()).unwrap();
    assert!(blob.len() * 5 < json.len(), "{} of {}", blob.len(), json.len());
}

#[cfg(not(target_arch = "wasm32"))]
mod laws {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            "[a-c]".prop_map(Value::from),
            ".{250,300}".prop_map(Value::from),
            any::<u32>().prop_map(|n| Value::Other(Box::new(serde_json::json!({"n": n, "half": 0.5})))),
        ];
        scalar.prop_recursive(3, 12, 4, |inner| {
            proptest::collection::vec(inner, 0..4).prop_map(|items| Value::List(items.into()))
        })
    }

    fn stamp() -> impl Strategy<Value = Stamp> {
        let millis = prop_oneof![0..3_u64, 1_543_363_200_000..1_543_363_300_000_u64, Just(u64::MAX)];
        (millis, prop_oneof![Just(0), any::<u16>()], 0..4_u64)
            .prop_map(|(millis, counter, device)| Stamp::new(millis, counter, DeviceId::from_chance(device)))
    }

    fn write() -> impl Strategy<Value = (String, Value, Vec<Stamp>)> {
        let name = prop_oneof![
            "phone|address|deleted|poverty_status|exit_year",
            "[a-z]{1,6}",
            "z{254,258}"
        ];
        (name, value(), proptest::collection::vec(stamp(), 0..3))
    }

    fn change() -> impl Strategy<Value = Change> {
        let kind = prop_oneof!["household|person|visit", "kind_[a-c]", "k{254,258}"];
        let area =
            prop_oneof![4 => Just("530427203200"), 1 => Just("530427203"), 1 => Just("530427203200-G01")];
        let set = proptest::collection::btree_map(".{0,3}", write(), 0..5);
        (kind, area, stamp(), "[a-z]{1,3}", "[a-zA-Z0-9_.-]{1,47}", set).prop_map(
            |(kind, area, stamp, author, id, set)| {
                let kind = KindKey::from_name(&kind);
                let write = |(name, value, replaced): (String, Value, Vec<Stamp>)| Write {
                    field: FieldKey::from_name(&kind, &name),
                    value,
                    replaced: replaced.into(),
                };
                let set = set.into_values().map(write).collect();
                let (author, id) = (Id::new(&author).unwrap(), Id::new(&id).unwrap());
                Change {
                    stamp,
                    author,
                    area: DivisionCode::new(area).unwrap(),
                    kind,
                    id,
                    set,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn decoding_gives_back_what_was_encoded(changes in proptest::collection::vec(change(), 0..20)) {
            prop_assert_eq!(decode(&encode(village(), &changes), village()), Ok(changes));
        }

        #[test]
        fn replay_agrees_with_the_partition(changes in proptest::collection::vec(change(), 0..20), cut in 0..20_usize) {
            let (first, second) = changes.split_at(cut.min(changes.len()));
            let blobs = [encode(village(), first), encode(village(), second)];
            let replayed = replay(&[&blobs[0], &blobs[1]], village()).unwrap();
            prop_assert_eq!(state(&replayed), state(Partition::of(village(), changes).records()));
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut blob = encode(village(), &[]);
            blob.pop();
            blob.extend(bytes);
            let _refused_or_read = decode(&blob, village());
            let _refused_or_read = replay(&[&blob], village());
        }

        #[test]
        fn a_damaged_blob_never_panics(
            changes in proptest::collection::vec(change(), 1..6), at in any::<proptest::sample::Index>(), byte: u8,
        ) {
            let mut blob = encode(village(), &changes);
            let place = at.index(blob.len());
            blob[place] = byte;
            let _refused_or_read = decode(&blob, village());
            let _refused_or_read = replay(&[&blob], village());
        }
    }
}
