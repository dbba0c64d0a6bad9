//! The store in memory keeps the contract of stores, and fails the way a disk does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod contract;

use contract::Disk;
use huhuqing::model::DivisionCode;
use huhuqing::storage::memory::{Fault, MemoryDisk, at_once};
use huhuqing::storage::{Batch, Database, StorageError};
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
