//! The records of the three years: whole, nobody's, and each where it belongs.

use super::faults::faulty;
use super::*;
use huhuqing::exchange::{FindingCode, check_partition};
use huhuqing::journal::{KindKey, Stamp};
use huhuqing::model::consistency::Terms;
use huhuqing::model::identity::{IdentityError, IdentityNumber, NO_NUMBER_PREFIX};
use std::collections::BTreeSet;

#[test]
fn identity_numbers_belong_to_nobody_and_are_valid_and_unique_but_for_the_listed_faults() {
    let mut seen = BTreeSet::new();
    let (mut wrong_check, mut wrong_birth, mut twice) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut too_short = BTreeSet::new();
    for partition in villages(&COUNTY) {
        for person in partition.records().persons.iter() {
            let number = person.id_number.as_deref().unwrap();
            assert!(number.starts_with(NO_NUMBER_PREFIX), "{number}");
            match IdentityNumber::parse(number) {
                Err(IdentityError::Length) => drop(too_short.insert(partition.area().to_string())),
                Err(error) => {
                    assert_eq!(error, IdentityError::CheckCharacter);
                    wrong_check.insert(partition.area().to_string());
                }
                Ok(read) if Some(read.birth_date) != person.birth_date || Some(read.sex()) != person.sex => {
                    wrong_birth.insert(partition.area().to_string());
                }
                Ok(_) => {}
            }
            twice += usize::from(!seen.insert(number.to_owned()));
        }
    }
    let named = |set: &BTreeSet<String>| {
        set.iter()
            .map(String::as_str)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&wrong_check), Vec::from_iter(faulty("V-ID-2")));
    assert_eq!(named(&wrong_birth), Vec::from_iter(faulty("V-ID-5")));
    assert_eq!(named(&too_short), Vec::from_iter(faulty("V-ID-1")));
    assert_eq!(twice, 2, "one in a village, one in two villages");
}

#[test]
fn every_household_has_one_head_at_the_end_but_for_the_listed_faults() {
    let mut wrong = BTreeSet::new();
    for partition in villages(&COUNTY) {
        let mut heads: BTreeMap<HouseholdId, usize> = BTreeMap::new();
        for row in partition
            .records()
            .memberships
            .iter()
            .filter(|row| row.end.is_none())
        {
            *heads.entry(row.household_id.unwrap()).or_default() +=
                usize::from(row.relation == Some(RelationToHead::Head));
        }
        let empty = usize::from(faulty("V-HH-5").contains(partition.area().as_str()));
        assert_eq!(heads.len() + empty, partition.records().households.len());
        if heads.values().any(|count| *count != 1) {
            wrong.insert(partition.area().to_string());
        }
    }
    assert_eq!(Vec::from_iter(wrong), Vec::from_iter(faulty("V-HH-1")));
}

#[test]
fn the_three_years_are_full_of_life() {
    let (mut exits, mut returned) = (BTreeMap::<u16, usize>::new(), 0);
    let (mut visits, mut conflicts) = (0, 0);
    for partition in COUNTY.iter() {
        let records = partition.records();
        visits += records.visits.len();
        conflicts += partition.conflicts().len();
        for event in records.status_events.iter() {
            match event.kind {
                Some(StatusEventKind::Exited) => *exits.entry(event.date.unwrap().year().0).or_default() += 1,
                Some(StatusEventKind::Returned) => returned += 1,
                _ => {}
            }
        }
    }
    assert!((585..=615).contains(&exits[&2018]), "{exits:?}");
    assert_eq!(
        exits.values().sum::<usize>(),
        630 + returned,
        "everybody is out in the end"
    );
    assert!((1..=3).contains(&returned));
    assert!((13_000..=17_000).contains(&visits), "{visits} visits");
    assert_eq!(conflicts, 11);
    let moved = villages(&COUNTY).filter(|partition| {
        let at = |on: &str| members(partition, date(on)).values().sum::<usize>();
        at("2017-12-31") != at("2020-12-31")
    });
    assert!(moved.count() > 60);
}

#[test]
fn every_kind_of_record_is_there_and_every_value_fits_its_field() {
    let mut kinds: BTreeSet<Kind> = BTreeSet::new();
    for partition in COUNTY.iter() {
        kinds.extend(
            Kind::ALL
                .iter()
                .copied()
                .filter(|kind| partition.records().count(*kind) > 0),
        );
        let wrong = check_partition(partition, &Terms::on(demo::as_of()));
        let misfits = [
            FindingCode::UnknownField,
            FindingCode::UnknownCode,
            FindingCode::MisfitValue,
        ];
        let wrong: Vec<_> = wrong
            .iter()
            .filter(|finding| misfits.contains(&finding.code))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Who keeps a kind of record, by what its declaration says.
#[test]
fn every_record_lies_with_whoever_owns_it() {
    for partition in COUNTY.iter() {
        for kind in Kind::ALL {
            let owner = match kind.def().owner {
                Owner::Village => Level::Village,
                Owner::Township => Level::Township,
                Owner::County => Level::County,
                Owner::Maker => continue,
            };
            let here = partition.records().count(*kind);
            assert!(
                here == 0 || partition.area().level() == owner,
                "{kind:?} in {}",
                partition.area()
            );
        }
    }
}

/// Everything that a record points to is somewhere in the county, but for two faults.
#[test]
fn references_lead_to_records_but_for_the_listed_faults() {
    let there = |kind: Kind, id: &str| {
        let id = id.parse().unwrap();
        COUNTY
            .iter()
            .any(|partition| partition.records().contains(kind, id))
    };
    let mut known = BTreeSet::new();
    let mut lost = BTreeSet::new();
    for partition in COUNTY.iter() {
        for kind in Kind::ALL {
            for (place, field) in kind.def().fields.iter().enumerate() {
                let FieldType::Reference(target) = field.ty else {
                    continue;
                };
                let target = Kind::from_id(target).unwrap();
                if target == Kind::Division {
                    continue;
                }
                partition.records().for_each(*kind, |row| {
                    let Value::Text(id) = row.get(place) else { return };
                    let key = (target, id.to_string());
                    let is_there = known.contains(&key)
                        || partition.records().contains(target, id.parse().unwrap())
                        || there(target, &id);
                    match is_there {
                        true => drop(known.insert(key)),
                        false => drop(lost.insert(partition.area().to_string())),
                    }
                });
            }
        }
    }
    let listed: BTreeSet<&str> = faulty("REF")
        .into_iter()
        .chain(faulty("dangling_reference"))
        .collect();
    assert_eq!(Vec::from_iter(lost), Vec::from_iter(listed));
}

#[test]
fn every_write_names_the_stamp_it_replaced() {
    let unaware_allowed: usize = 11;
    let mut forks = 0;
    for partition in COUNTY.iter() {
        let mut standing: BTreeMap<(Kind, Id, String), Stamp> = BTreeMap::new();
        let mut last = None;
        for change in partition.changes() {
            assert!(last < Some(change.stamp));
            last = Some(change.stamp);
            let KindKey::Known(kind) = change.kind else {
                panic!("unknown kind")
            };
            for write in &change.set {
                let before = standing.insert(
                    (kind, change.id, write.field.name(&change.kind).to_owned()),
                    change.stamp,
                );
                forks += usize::from(before.as_slice() != &*write.replaced);
            }
        }
    }
    assert_eq!(forks, unaware_allowed);
}

#[test]
fn packages_open_again_as_what_they_were_made_of() {
    for partition in [&COUNTY[0], &COUNTY[1], &COUNTY[40], COUNTY.last().unwrap()] {
        let file = demo::package(partition, &COUNTY[0], Vec::new()).unwrap();
        let (opened, _) = huhuqing::exchange::open(&file.sealed.bytes, None).unwrap();
        assert_eq!(opened.head.scope.code, partition.area());
        assert!(
            file.name.starts_with(partition.area().as_str())
                && file.name.ends_with("-2020-12-31-detail.json")
        );
        let changes: Vec<_> = opened
            .partitions
            .values()
            .flat_map(|one| one.changes())
            .cloned()
            .collect();
        assert_eq!(changes, partition.changes());
    }
}

#[test]
fn file_names_tell_area_and_day_and_are_sorted_by_code() {
    let county = demo::County::new(1);
    let names: Vec<String> = ["530427", "530427203", "530427203200"]
        .into_iter()
        .map(|area| {
            demo::package(&county.partition(area).unwrap(), &COUNTY[0], Vec::new())
                .unwrap()
                .name
        })
        .collect();
    assert!(names.is_sorted());
    assert_eq!(names[2], "530427203200-太桥村-2020-12-31-detail.json");
}
