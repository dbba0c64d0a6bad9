//! The store in memory keeps the contract of stores, and fails the way a disk does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod contract;

use contract::Disk;
use huhuqing::keys::at_rest::{DataKey, RestError};
use huhuqing::model::DivisionCode;
use huhuqing::storage::memory::{Fault, MemoryDisk, at_once};
use huhuqing::storage::sealed::{SealedDatabase, open_contents, seal_contents};
use huhuqing::storage::{Batch, Contents, Database, StorageError};
use std::rc::Rc;

impl Disk for MemoryDisk {
    async fn open(&self, name: &str) -> Rc<dyn Database> {
        Rc::new(MemoryDisk::open(self, name))
    }
}

macro_rules! in_memory {
    ($($fact:ident)+) => {$(
        #[test]
        fn $fact() {
            at_once(contract::$fact(&MemoryDisk::new())).expect("the memory twin never waits");
        }
    )+};
}
contract::every_fact!(in_memory);

/// The same disk with everything on it encrypted, every database under a key of its own.
struct SealedDisk {
    disk: MemoryDisk,
    keys: std::cell::RefCell<std::collections::BTreeMap<String, DataKey>>,
}

impl SealedDisk {
    fn new() -> Self {
        Self {
            disk: MemoryDisk::new(),
            keys: Default::default(),
        }
    }

    fn key(&self, name: &str) -> DataKey {
        let mut keys = self.keys.borrow_mut();
        keys.entry(name.into())
            .or_insert_with(|| DataKey::fresh().unwrap())
            .clone()
    }
}

impl Disk for SealedDisk {
    async fn open(&self, name: &str) -> Rc<dyn Database> {
        let within = Rc::new(self.disk.open(name));
        Rc::new(SealedDatabase::new(within, name, self.key(name)))
    }
}

mod encrypted {
    use super::*;

    macro_rules! encrypted {
        ($($fact:ident)+) => {$(
            #[test]
            fn $fact() {
                at_once(contract::$fact(&SealedDisk::new())).expect("the memory twin never waits");
            }
        )+};
    }
    contract::every_fact!(encrypted);
}

fn sealed(disk: &SealedDisk) -> Rc<dyn Database> {
    at_once(Disk::open(disk, "huhuqing")).unwrap()
}

fn beneath(disk: &SealedDisk) -> Contents {
    at_once(disk.disk.open("huhuqing").contents()).unwrap().unwrap()
}

fn put_beneath(disk: &SealedDisk, contents: Contents) {
    at_once(disk.disk.open("huhuqing").replace_contents(contents))
        .unwrap()
        .unwrap();
}

/// Two saves, a snapshot, something under a key and something set aside.
fn filled() -> SealedDisk {
    let disk = SealedDisk::new();
    let database = sealed(&disk);
    let batch = Batch::new()
        .replace(village(), b"a snapshot".to_vec(), b"a summary".to_vec())
        .append(village(), b"the first save".to_vec(), b"a summary".to_vec())
        .append(village(), b"the second save".to_vec(), b"a summary".to_vec())
        .meta("profile", b"a name".to_vec())
        .meta("device", b"a device".to_vec())
        .set_aside("undo", b"a journal".to_vec());
    at_once(database.write(batch)).unwrap().unwrap();
    disk
}

#[test]
fn beneath_an_encrypted_store_there_is_ciphertext_only_and_no_two_values_look_alike() {
    let disk = filled();
    let contents = beneath(&disk);
    let values: Vec<Vec<u8>> = contents
        .snapshots
        .into_values()
        .chain(contents.summaries.into_values())
        .chain(contents.tail.into_values().flatten())
        .chain(contents.meta.into_values())
        .chain(contents.attic.into_values())
        .collect();
    assert_eq!(values.len(), 7);
    for value in &values {
        assert_eq!(value[0], 1, "the suite stands first");
        for text in ["snapshot", "summary", "save", "name", "device", "journal"] {
            assert!(
                !value.windows(text.len()).any(|window| window == text.as_bytes()),
                "{text}"
            );
        }
    }
}

#[test]
fn values_that_were_exchanged_beneath_are_refused() {
    let refused = StorageError::Sealed(RestError::Damaged);
    let disk = filled();
    let mut contents = beneath(&disk);
    contents.tail.get_mut(&village()).unwrap().swap(0, 1);
    put_beneath(&disk, contents);
    assert_eq!(
        at_once(sealed(&disk).load(vec![village()])).unwrap(),
        Err(refused.clone())
    );
    let disk = filled();
    let mut contents = beneath(&disk);
    let profile = contents.meta["profile"].clone();
    contents.meta.insert("device".into(), profile);
    put_beneath(&disk, contents);
    assert_eq!(at_once(sealed(&disk).index()).unwrap(), Err(refused.clone()));
    assert_eq!(
        at_once(sealed(&disk).meta("device")).unwrap(),
        Err(refused.clone())
    );
    assert_eq!(
        at_once(sealed(&disk).meta("profile")).unwrap(),
        Ok(Some(b"a name".to_vec()))
    );
    // A save of before the snapshot, put back after it.
    let disk = filled();
    let old = beneath(&disk).tail[&village()].clone();
    let fold = Batch::new().replace(village(), b"all of it".to_vec(), b"a summary".to_vec());
    at_once(sealed(&disk).write(fold)).unwrap().unwrap();
    let mut contents = beneath(&disk);
    contents.tail.insert(village(), vec![old[1].clone()]);
    put_beneath(&disk, contents);
    assert_eq!(
        at_once(sealed(&disk).load(vec![village()])).unwrap(),
        Err(refused)
    );
}

#[test]
fn what_was_never_encrypted_is_not_taken_for_a_value() {
    let disk = filled();
    let mut contents = beneath(&disk);
    contents.meta.insert("device".into(), b"in plain".to_vec());
    put_beneath(&disk, contents);
    let refused = StorageError::Sealed(RestError::UnknownSuite(b'i'));
    assert_eq!(at_once(sealed(&disk).index()).unwrap(), Err(refused));
}

#[test]
fn the_locks_own_values_are_out_of_reach_and_outlive_a_wipe() {
    let disk = filled();
    let plain = disk.disk.open("huhuqing");
    at_once(plain.write(Batch::new().meta("lock", b"header".to_vec())))
        .unwrap()
        .unwrap();
    let database = sealed(&disk);
    assert_eq!(at_once(database.meta("lock")).unwrap(), Ok(None));
    assert!(
        !at_once(database.index())
            .unwrap()
            .unwrap()
            .meta
            .contains_key("lock")
    );
    assert!(
        at_once(database.write(Batch::new().meta("lock", vec![])))
            .unwrap()
            .is_err()
    );
    at_once(database.wipe()).unwrap().unwrap();
    let meta = beneath(&disk).meta;
    assert_eq!(meta.keys().collect::<Vec<_>>(), ["lock"]);
}

#[test]
fn encrypting_and_back_is_what_it_was_and_a_full_disk_changes_nothing() {
    let disk = MemoryDisk::new();
    let database = disk.open("huhuqing");
    let batch = Batch::new()
        .append(village(), vec![1], vec![2])
        .append(village(), vec![3], vec![4])
        .meta("device", vec![5])
        .set_aside("undo", vec![6]);
    at_once(database.write(batch)).unwrap().unwrap();
    let before = at_once(database.contents()).unwrap().unwrap();
    let key = DataKey::fresh().unwrap();
    let sealed = seal_contents(before.clone(), "huhuqing", &key).unwrap();
    assert_eq!(
        open_contents(sealed.clone(), "huhuqing", &key),
        Ok(before.clone())
    );
    database.fail_next_write(Fault::Full);
    assert_eq!(
        at_once(database.replace_contents(sealed.clone())),
        Some(Err(StorageError::Full))
    );
    assert_eq!(at_once(database.contents()).unwrap(), Ok(before.clone()));
    at_once(database.replace_contents(sealed)).unwrap().unwrap();
    let over = SealedDatabase::new(Rc::new(database), "huhuqing", key);
    assert_eq!(at_once(over.contents()).unwrap(), Ok(before));
}

fn village() -> DivisionCode {
    DivisionCode::new("530427203200").unwrap()
}

fn tail_after(fault: Fault) -> (StorageError, Vec<Vec<u8>>) {
    let disk = MemoryDisk::new();
    let database = disk.open("huhuqing");
    at_once(database.write(Batch::new().append(village(), vec![1], vec![])))
        .unwrap()
        .unwrap();
    database.fail_next_write(fault);
    let lost = Batch::new()
        .append(village(), vec![2], vec![])
        .meta("receipt", vec![3]);
    let error = at_once(database.write(lost)).unwrap().unwrap_err();
    let reopened = disk.open("huhuqing");
    let mut partitions = at_once(reopened.load(vec![village()])).unwrap().unwrap();
    let receipt = at_once(reopened.meta("receipt")).unwrap().unwrap();
    let tail = partitions.remove(0).unwrap().tail;
    assert_eq!(receipt.is_some(), tail.len() == 2, "half of a batch was written");
    (error, tail)
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    assert_eq!(tail_after(Fault::Full), (StorageError::Full, vec![vec![1]]));
}

#[test]
fn a_kill_before_the_commit_leaves_what_was_there() {
    assert_eq!(
        tail_after(Fault::KilledBeforeCommit),
        (StorageError::Closed, vec![vec![1]])
    );
}

#[test]
fn a_kill_after_the_commit_has_written_everything() {
    assert_eq!(
        tail_after(Fault::KilledAfterCommit),
        (StorageError::Closed, vec![vec![1], vec![2]])
    );
}

#[test]
fn after_a_full_disk_the_next_write_works() {
    let database = MemoryDisk::new().open("huhuqing");
    database.fail_next_write(Fault::Full);
    let batch = || Batch::new().append(village(), vec![1], vec![]);
    assert_eq!(at_once(database.write(batch())), Some(Err(StorageError::Full)));
    assert_eq!(at_once(database.write(batch())), Some(Ok(())));
}
