//! The laws of the journal and of packages, over arbitrary changes.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::*;
use huhuqing::journal::{
    Change, Conflict, DeviceId, FieldKey, KindKey, Partition, Stamp, Write, without_import, write_canonical,
};
use huhuqing::model::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use sample::{VILLAGE, code, draft, id, village};

/// Few times, counters and devices, so that equal stamps come up.
fn stamp() -> impl Strategy<Value = Stamp> {
    (0..5_u64, 0..2_u16, 0..2_u64).prop_map(|(millis, counter, device)| {
        Stamp::new(1_540_000_000_000 + millis, counter, DeviceId::from_chance(device))
    })
}

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop_oneof![Just(2017), Just(2018), any::<i64>()].prop_map(Value::from),
        prop_oneof![
            "2018-0[1-9]-1[0-9]",
            "[a-c]",
            "\\PC{0,8}",
            "[\\x00-\\x20\"\\\\户]{0,6}"
        ]
        .prop_map(Value::from),
        prop_oneof![
            Just(serde_json::json!({"b": [1, 0.1], "a": {"z": null, "y": "…"}})),
            any::<u64>().prop_map(|n| (n | 1 << 63).into()),
            any::<f64>()
                .prop_filter("JSON has no infinity", |f| f.is_finite())
                .prop_map(|f| f.into()),
        ]
        .prop_map(|json| Value::Other(Box::new(json))),
    ];
    prop_oneof![8 => scalar.clone(), 1 => vec(scalar, 0..3).prop_map(|items| Value::List(items.into()))]
}

/// Kinds, fields and codes that this version knows, and such that it does not.
fn change() -> impl Strategy<Value = Change> {
    let kind = prop_oneof![4 => "household|person", 1 => "drone"];
    let field = prop_oneof![
        6 => "phone|registered|exit_year|first_identified|other_causes|poverty_status|id_number|birth_date|sex",
        1 => "deleted", 1 => "roof|äther|zone|id"
    ];
    let set = btree_map(field, (value(), vec(stamp(), 0..3)), 0..4);
    (stamp(), "[ab]", kind, "h[12]", set).prop_map(|(stamp, author, kind, record, set)| {
        let kind = KindKey::from_name(&kind);
        let write = |(name, (value, mut replaced)): (String, (Value, Vec<Stamp>))| {
            replaced.sort();
            replaced.dedup();
            let field = FieldKey::from_name(&kind, &name);
            // A tombstone is set or lifted.
            let value = if field == FieldKey::Deleted {
                Value::Bool(!value.is_null())
            } else {
                value
            };
            Write {
                field,
                value,
                replaced: replaced.into(),
            }
        };
        let set = set.into_iter().map(write).collect();
        let (author, area) = (id(&author), code(VILLAGE));
        Change {
            stamp,
            author,
            area,
            kind,
            id: id(&record),
            set,
        }
    })
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    vec(change(), 0..12)
}

fn of(changes: &[Change]) -> Partition {
    Partition::of(code(VILLAGE), changes.to_vec())
}

fn merged(one: &[Change], other: &[Change]) -> Partition {
    let mut partition = of(one);
    partition.merge(of(other).changes().to_vec());
    partition
}

/// Journal and state of a partition, with everything in it, as bytes.
fn bytes(partition: &Partition) -> Vec<u8> {
    let mut county = Records::default();
    let parameter = PolicyParameterId::of(ID_NUMBERS_IN_PACKAGES, None, "530427");
    let row = county.row_mut(Kind::PolicyParameter, parameter.into());
    row.set(sample::place(Kind::PolicyParameter, "value"), &1.into())
        .unwrap();
    row.set(sample::place(Kind::PolicyParameter, "verified"), &true.into())
        .unwrap();
    let contents = Contents::Detail(&[partition], Disclosure::of(Some(&county)));
    write(&draft(VILLAGE), contents).unwrap().bytes
}

/// Both are the same to the last byte, and so are the conflicts they show.
fn same(one: &Partition, other: &Partition) -> Result<(), TestCaseError> {
    prop_assert_eq!(
        String::from_utf8(bytes(one)).unwrap(),
        String::from_utf8(bytes(other)).unwrap()
    );
    prop_assert_eq!(one.conflicts(), other.conflicts());
    prop_assert_eq!(StateHash::of(one), StateHash::of(other));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 300 } else { 3000 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn merge_is_commutative(a in changes(), b in changes()) {
        same(&merged(&a, &b), &merged(&b, &a))?;
    }

    #[test]
    fn merge_is_associative(a in changes(), b in changes(), c in changes()) {
        let left = merged(merged(&a, &b).changes(), &c);
        let right = merged(&a, merged(&b, &c).changes());
        same(&left, &right)?;
    }

    #[test]
    fn merge_is_idempotent(a in changes()) {
        same(&merged(&a, &a), &of(&a))?;
        let mut partition = of(&a);
        prop_assert_eq!(partition.merge(a), 0);
    }

    #[test]
    fn the_empty_partition_changes_nothing(a in changes()) {
        same(&merged(&a, &[]), &of(&a))?;
        same(&merged(&[], &a), &of(&a))?;
    }

    #[test]
    fn changes_may_come_one_by_one_in_any_order(a in changes(), seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..a.len()).collect();
        order.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let mut partition = of(&[]);
        for place in order {
            partition.merge([a[place].clone()]);
        }
        same(&partition, &of(&a))?;
    }

    #[test]
    fn edits_of_different_fields_at_the_same_time_both_stay(base in changes(), phone in "[0-9]{11}", year in 1900_i64..2199) {
        let record = (Kind::Household, id("h1"));
        let edit = |name: &str, field: &str, value: Value| {
            let mut clock = huhuqing::journal::Clock::new(name.parse().unwrap());
            let fields = vec![(sample::place(Kind::Household, field), value)];
            of(&base).change(&mut clock, 2_000_000_000_000, id("a"), record, fields)
        };
        let (one, other) = (edit("aaaaaaaa", "phone", phone.as_str().into()), edit("bbbbbbbb", "exit_year", year.into()));
        let mut partition = of(&base);
        partition.merge([one, other]);
        let row = partition.records().households.row(id("h1")).unwrap();
        prop_assert_eq!(row.record.phone.as_deref(), Some(&*phone));
        prop_assert_eq!(row.record.exit_year, Some(Year(year as u16)));
        let before = of(&base).conflicts();
        let known = |conflict: &Conflict| before.iter().any(|c| (c.record, &c.field) == (conflict.record, &conflict.field));
        let settled = partition.conflicts().into_iter().filter(|conflict| !known(conflict)).all(|conflict| {
            conflict.record != record
                || ["phone", "exit_year"].iter().all(|name| conflict.field.name(&KindKey::Known(Kind::Household)) != *name)
        });
        prop_assert!(settled, "an edit that saw the value it replaced is no conflict");
    }

    #[test]
    fn edits_of_one_field_at_the_same_time_are_a_conflict_with_both_values(base in changes(), mine in "[a-z]{5}", theirs in "[A-Z]{5}") {
        let record = (Kind::Household, id("h1"));
        let edit = |name: &str, value: &str| {
            let mut clock = huhuqing::journal::Clock::new(name.parse().unwrap());
            let fields = vec![(sample::place(Kind::Household, "phone"), value.into())];
            of(&base).change(&mut clock, 2_000_000_000_000, id("a"), record, fields)
        };
        let mut partition = of(&base);
        partition.merge([edit("aaaaaaaa", &mine), edit("bbbbbbbb", &theirs)]);
        let conflicts = partition.conflicts();
        let phone = KindKey::Known(Kind::Household);
        let conflict = conflicts.iter().find(|c| c.record == record && c.field.name(&phone) == "phone").unwrap();
        let values: Vec<&Value> = conflict.tips.iter().map(|tip| &tip.value).rev().take(2).collect();
        prop_assert_eq!(values, [&Value::from(&*theirs), &Value::from(&*mine)]);
        prop_assert_eq!(
            partition.records().get(Kind::Household, id("h1"), sample::place(Kind::Household, "phone")),
            Value::from(theirs)
        );
    }

    #[test]
    fn a_change_survives_the_wire(change in change()) {
        let mut wire = Vec::new();
        write_canonical(&change, &mut wire).unwrap();
        prop_assert_eq!(serde_json::from_slice::<Change>(&wire).unwrap(), change.clone());
        let any_order: serde_json::Map<_, _> = serde_json::from_slice(&wire).unwrap();
        let mut reversed: Vec<_> = any_order.into_iter().collect();
        reversed.reverse();
        let members = reversed.iter().map(|(name, value)| format!("\n {name:?} : {value}"));
        let text = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
        prop_assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), change);
    }

    #[test]
    fn a_package_survives_the_way(a in changes()) {
        let partition = of(&a);
        let written = bytes(&partition);
        let (package, _) = open(&written, None).unwrap();
        let read = package.partitions.get(&code(VILLAGE)).cloned().unwrap_or_else(|| of(&[]));
        prop_assert_eq!(read.changes(), partition.changes());
        same(&read, &partition)?;
    }

    #[test]
    fn what_is_left_out_changes_neither_the_fold_nor_the_short_code(a in changes()) {
        let partition = of(&a);
        let strict = sample::package(&partition).bytes;
        let (package, _) = open(&strict, None).unwrap();
        let read = package.partitions.get(&code(VILLAGE)).cloned().unwrap_or_else(|| of(&[]));
        prop_assert_eq!(StateHash::of(&read), StateHash::of(&partition));
        let mut home = partition.clone();
        home.merge(read.changes().to_vec());
        same(&home, &partition)?;
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(open(&bytes, None).is_err());
    }

    #[test]
    fn arbitrary_json_never_panics(text in "(\\{|\\}|\\[|\\]|,|:|\"format\"|\"huhuqing.package\"|\"changes\"|\"schema\"|\"1.0\"|1|null){0,30}") {
        prop_assert!(open(text.as_bytes(), None).is_err());
    }

    #[test]
    fn a_cut_off_package_is_refused(at in any::<prop::sample::Index>()) {
        let whole = sample::package(&village(VILLAGE, "k7f3q9zd").partition).bytes;
        let cut = &whole[..at.index(whole.len())];
        prop_assert_eq!(open(cut, None).unwrap_err().code(), "truncated");
    }

    #[test]
    fn a_package_with_one_wrong_byte_is_refused_or_says_the_same(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let whole = sample::package(&village(VILLAGE, "k7f3q9zd").partition);
        let mut damaged = whole.bytes.clone();
        let place = at.index(damaged.len());
        damaged[place] = byte;
        if let Ok((package, _)) = open(&damaged, None) {
            prop_assert_eq!(package.checksum, whole.checksum);
            let again = write(&draft(VILLAGE), Contents::Detail(&package.partitions.values().collect::<Vec<_>>(), Disclosure::STRICT));
            prop_assert_eq!(again.unwrap().bytes, whole.bytes);
        }
    }

    #[test]
    fn undoing_an_import_is_never_having_had_it(own in changes(), package in changes(), since in changes()) {
        let before = of(&own);
        let after_import = merged(&own, &package);
        let newest = after_import.changes().last().map(|change| change.stamp);
        // What is entered afterwards has newer stamps than anything that is there.
        let since: Vec<Change> = since.into_iter().map(later).collect();
        let now = merged(after_import.changes(), &since);
        let undone = without_import(before.clone(), &now, newest);
        same(&undone, &merged(before.changes(), &since))?;
        prop_assert_eq!(undone.changes().len(), of(&own).changes().len() + of(&since).changes().len());
        // Taking the package in again brings everything back.
        same(&merged(undone.changes(), &package), &now)?;
    }

    #[test]
    fn undoing_several_imports_from_the_last_one_leaves_the_first_state(own in changes(), a in changes(), b in changes()) {
        let (first, second) = (merged(&own, &a), merged(merged(&own, &a).changes(), &b));
        let newest = |partition: &Partition| partition.changes().last().map(|change| change.stamp);
        let back = without_import(first.clone(), &second, newest(&second));
        same(&back, &first)?;
        same(&without_import(of(&own), &back, newest(&first)), &of(&own))?;
    }

    #[test]
    fn a_department_package_is_sound_whatever_it_leaves_out(a in changes()) {
        let partition = of(&a);
        for body in [huhuqing::plan::Body::PovertyOffice, huhuqing::plan::Body::Justice] {
            let contents = Contents::Detail(&[&partition], Disclosure::department(body));
            let sealed = write(&draft(VILLAGE), contents).unwrap();
            let (package, _) = open(&sealed.bytes, None).unwrap();
            let mut home = partition.clone();
            home.merge(package.partitions.into_values().flat_map(Partition::into_changes));
            same(&home, &partition)?;
        }
    }
}

/// The same change a minute later than anything that `stamp` gives.
fn later(mut change: Change) -> Change {
    let stamp = change.stamp;
    change.stamp = Stamp::new(stamp.millis() + 60_000, stamp.raw_time() as u16, stamp.device());
    change
}
