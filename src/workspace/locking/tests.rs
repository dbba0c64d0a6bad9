//! The register under a passphrase, on the memory twin: what is on the disk, what is in memory, what a wrong passphrase costs.
#![allow(clippy::unwrap_used)]

use crate::exchange::Scope;
use crate::keys::at_rest::RestError;
use crate::keys::escrow::RecoveryError;
use crate::keys::passphrase::Weakness;
use crate::keys::{DeviceKeys, KeyCard, Ring};
use crate::model::HouseholdId;
use crate::storage::memory::{Fault, MemoryDisk};
use crate::storage::sealed::{LOCK, LOCK_ASKED, LOCK_TRIES};
use crate::storage::{Batch, Contents, Database, StorageError};
use crate::workspace::engine::key;
use crate::workspace::tests::{Device, VILLAGE, area, first_run, household, names};
use crate::workspace::{CommandError, Edition, FirstRun, Outgoing, Phase, Workspace};
use futures::executor::block_on;
use leptos::prelude::{GetUntracked, Owner as Root};

const SECRET: &str = "老厂的核桃树底下";
const OTHER: &str = "太桥的雨天 拖拉机";

/// A village tablet that was encrypted at its first run, with a household.
fn encrypted() -> (Device, Workspace, HouseholdId) {
    let device = Device::new(1);
    let workspace = device.start();
    let first = FirstRun {
        passphrase: Some(SECRET.into()),
        ..first_run(VILLAGE)
    };
    block_on(workspace.begin(first)).unwrap();
    let id = block_on(workspace.add_household(area(VILLAGE), household("普小明"))).unwrap();
    (device, workspace, id)
}

fn plain() -> (Device, Workspace) {
    let device = Device::new(1);
    let workspace = device.start();
    block_on(workspace.begin(first_run(VILLAGE))).unwrap();
    block_on(workspace.add_household(area(VILLAGE), household("普小明"))).unwrap();
    device.rest();
    (device, workspace)
}

/// What lies on the disk.
fn contents(device: &Device) -> Contents {
    block_on(device.disk.open(Edition::Real.database()).contents()).unwrap()
}

/// Every value on the disk, one after the other.
fn raw(device: &Device) -> Vec<u8> {
    let contents = contents(device);
    let areas = contents
        .snapshots
        .into_values()
        .chain(contents.summaries.into_values());
    let keys = contents.meta.into_values().chain(contents.attic.into_values());
    let tail = contents.tail.into_values().flatten();
    areas.chain(keys).chain(tail).flatten().collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn phase(workspace: &Workspace) -> Phase {
    workspace.phase().get_untracked()
}

fn unlock(workspace: &Workspace, passphrase: &str) -> Result<(), CommandError> {
    block_on(workspace.unlock(passphrase))
}

fn wrong() -> CommandError {
    CommandError::Rest(RestError::WrongPassphrase)
}

#[test]
fn an_encrypted_register_opens_with_its_passphrase_only_and_everything_is_there() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let again = device.start();
        assert_eq!(phase(&again), Phase::Locked);
        assert_eq!(again.state.areas.get_untracked().len(), 0);
        assert_eq!(unlock(&again, OTHER), Err(wrong()));
        device.running.set(1_000);
        assert_eq!(unlock(&again, SECRET), Ok(()));
        assert_eq!(phase(&again), Phase::Ready);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        block_on(again.add_household(area(VILLAGE), household("李小红"))).unwrap();
        let once_more = device.start();
        assert_eq!(unlock(&once_more, SECRET), Ok(()));
        assert_eq!(names(&once_more, VILLAGE), ["普小明", "李小红"]);
    });
}

#[test]
fn nothing_that_was_entered_can_be_read_from_the_disk() {
    Root::new().with(|| {
        // The control: in plain all of it is there, so the search can find it.
        let (device, workspace) = plain();
        let seen = ["普小明", "李雪", "household"].map(|text| holds(&raw(&device), text));
        assert_eq!(seen, [true, true, true]);
        // A backup puts a whole package aside.
        block_on(workspace.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        block_on(workspace.set_passphrase(SECRET)).unwrap();
        block_on(workspace.add_household(area(VILLAGE), household("罗小青"))).unwrap();
        for text in [
            "普小明",
            "李雪",
            "罗小青",
            "household",
            "huhuqing.package",
            SECRET,
        ] {
            assert!(!holds(&raw(&device), text), "{text} lies on the disk");
        }
        let meta = contents(&device).meta;
        let in_plain: Vec<&str> = meta
            .iter()
            .filter(|(_, value)| value.first() != Some(&1))
            .map(|(key, _)| key.as_str())
            .collect();
        assert_eq!(in_plain, [LOCK]);
    });
}

#[test]
fn locking_leaves_nothing_in_memory_and_nothing_that_is_late_is_shown() {
    Root::new().with(|| {
        let (_, workspace, _) = encrypted();
        block_on(workspace.lock());
        assert_eq!(phase(&workspace), Phase::Locked);
        assert_eq!(workspace.profile().get_untracked(), None);
        assert!(workspace.state.areas.get_untracked().is_empty());
        assert!(workspace.state.summaries.get_untracked().is_empty());
        let engine = workspace.engine();
        assert!(engine.database().is_err() && engine.unlocked().is_none());
        assert!(engine.partition(area(VILLAGE), |_| ()).is_none());
        workspace
            .state
            .show(area(VILLAGE), crate::model::Records::default());
        assert!(workspace.state.areas.get_untracked().is_empty());
        let late = block_on(workspace.add_household(area(VILLAGE), household("晚到")));
        assert_eq!(late, Err(CommandError::NotReady));
        assert_eq!(unlock(&workspace, SECRET), Ok(()));
        assert_eq!(names(&workspace, VILLAGE), ["普小明"]);
    });
}

#[test]
fn a_register_that_is_not_encrypted_does_not_lock() {
    Root::new().with(|| {
        let (_, workspace) = plain();
        block_on(workspace.lock());
        assert_eq!(phase(&workspace), Phase::Ready);
    });
}

#[test]
fn wrong_passphrases_cost_time_that_no_reload_and_no_clock_gives_back() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let locked = device.start();
        assert_eq!(unlock(&locked, "不是这一句话呀"), Err(wrong()));
        assert_eq!(locked.wait_left(), 1_000);
        assert_eq!(unlock(&locked, SECRET), Err(CommandError::Wait(1_000)));
        device.running.set(1_000);
        assert_eq!(unlock(&locked, "也不是这一句话"), Err(wrong()));
        assert_eq!(locked.wait_left(), 2_000);
        // Loaded again: the wait is that of the store.
        let again = device.start();
        assert!(matches!(unlock(&again, SECRET), Err(CommandError::Wait(left)) if left <= 2_000));
        // The clock set back by a day, and loaded again: the whole wait begins anew.
        device.clock.set(device.clock.get() - 86_400_000);
        let set_back = device.start();
        assert_eq!(unlock(&set_back, SECRET), Err(CommandError::Wait(2_000)));
        device.running.set(device.running.get() + 1_999);
        assert_eq!(unlock(&set_back, SECRET), Err(CommandError::Wait(1)));
        device.running.set(device.running.get() + 1);
        assert_eq!(unlock(&set_back, SECRET), Ok(()));
        assert_eq!(contents(&device).meta.get(LOCK_TRIES), None);
    });
}

#[test]
fn a_try_is_counted_before_it_is_made() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let locked = device.start();
        device.fail_next(Fault::Full);
        assert_eq!(
            unlock(&locked, SECRET),
            Err(CommandError::Storage(StorageError::Full))
        );
        assert_eq!(phase(&locked), Phase::Locked);
    });
}

#[test]
fn a_second_tab_waits_for_what_the_first_has_tried() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let (first, second) = (device.start(), device.start());
        assert_eq!(unlock(&first, "不是这一句话呀"), Err(wrong()));
        device.running.set(1_000);
        assert_eq!(unlock(&first, "也不是这一句话"), Err(wrong()));
        // Looking at the clock takes a second of this device's.
        assert_eq!(unlock(&second, SECRET), Err(CommandError::Wait(1_000)));
        device.running.set(2_000);
        assert_eq!(unlock(&second, SECRET), Ok(()));
    });
}

#[test]
fn a_reader_opens_with_the_passphrase_and_changes_nothing() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let reader = Device {
            writer: false,
            ..device.clone()
        };
        let reader = reader.start();
        assert_eq!(unlock(&reader, SECRET), Ok(()));
        assert_eq!(names(&reader, VILLAGE), ["普小明"]);
        assert_eq!(
            block_on(reader.change_passphrase(SECRET, OTHER)),
            Err(CommandError::ReadOnly)
        );
        assert_eq!(
            block_on(reader.remove_passphrase(SECRET)),
            Err(CommandError::ReadOnly)
        );
    });
}

#[test]
fn another_passphrase_leaves_every_value_as_it_is() {
    Root::new().with(|| {
        let (device, workspace, _) = encrypted();
        let before = contents(&device);
        assert_eq!(block_on(workspace.change_passphrase(OTHER, OTHER)), Err(wrong()));
        device.running.set(1_000);
        let weak = block_on(workspace.change_passphrase(SECRET, "12345678"));
        assert_eq!(weak, Err(CommandError::Weak(Weakness::Pattern)));
        block_on(workspace.change_passphrase(SECRET, OTHER)).unwrap();
        let mut after = contents(&device);
        assert_ne!(after.meta.get(LOCK), before.meta.get(LOCK));
        after.meta.insert(LOCK.into(), before.meta[LOCK].clone());
        assert_eq!(after, before);
        block_on(workspace.lock());
        assert_eq!(unlock(&workspace, SECRET), Err(wrong()));
        device.running.set(2_000);
        assert_eq!(unlock(&workspace, OTHER), Ok(()));
    });
}

#[test]
fn a_plain_register_is_encrypted_and_given_up_as_a_whole() {
    Root::new().with(|| {
        let (device, workspace) = plain();
        let before = contents(&device);
        for fault in [Fault::Full, Fault::KilledBeforeCommit] {
            device.fail_next(fault);
            assert!(block_on(workspace.set_passphrase(SECRET)).is_err());
            assert_eq!(contents(&device), before, "{fault:?}");
            assert!(!workspace.protection().get_untracked().encrypted);
            block_on(workspace.open_edition(Edition::Real));
            assert_eq!(names(&workspace, VILLAGE), ["普小明"]);
        }
        block_on(workspace.set_passphrase(SECRET)).unwrap();
        assert!(workspace.protection().get_untracked().encrypted);
        let sealed = contents(&device);
        device.fail_next(Fault::Full);
        assert!(block_on(workspace.remove_passphrase(SECRET)).is_err());
        let mut kept = contents(&device);
        kept.meta.remove(LOCK_TRIES);
        assert_eq!(kept, sealed);
        device.running.set(10_000);
        block_on(workspace.remove_passphrase(SECRET)).unwrap();
        assert_eq!(contents(&device), before);
        assert_eq!(names(&device.start(), VILLAGE), ["普小明"]);
    });
}

#[test]
fn a_kill_after_the_commit_leaves_a_register_that_opens() {
    Root::new().with(|| {
        let (device, workspace) = plain();
        device.fail_next(Fault::KilledAfterCommit);
        assert!(block_on(workspace.set_passphrase(SECRET)).is_err());
        let again = device.start();
        assert_eq!(phase(&again), Phase::Locked);
        assert_eq!(unlock(&again, SECRET), Ok(()));
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
    });
}

#[test]
fn where_a_passphrase_is_demanded_a_plain_register_is_encrypted_first() {
    Root::new().with(|| {
        let (device, _) = plain();
        let demanding = Device {
            demands: true,
            ..device
        };
        let workspace = demanding.start();
        assert_eq!(phase(&workspace), Phase::PassphraseNeeded);
        assert_eq!(workspace.profile().get_untracked(), None);
        assert_eq!(
            block_on(workspace.set_passphrase("1234567")),
            Err(CommandError::Weak(Weakness::TooShort))
        );
        block_on(workspace.set_passphrase(SECRET)).unwrap();
        assert_eq!(phase(&workspace), Phase::Ready);
        assert_eq!(names(&workspace, VILLAGE), ["普小明"]);
        assert_eq!(
            block_on(workspace.remove_passphrase(SECRET)),
            Err(CommandError::PassphraseDemanded)
        );
    });
}

#[test]
fn where_a_passphrase_is_demanded_a_backup_comes_back_under_one() {
    Root::new().with(|| {
        let (device, workspace) = plain();
        let file = block_on(workspace.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let device = Device {
            demands: true,
            disk: MemoryDisk::new(),
            ..device
        };
        let restore = |workspace: &Workspace, passphrase| {
            let files = vec![(file.name.clone(), file.bytes.clone())];
            let preview = block_on(workspace.look_at_backup(files)).unwrap();
            block_on(workspace.restore_backup(preview, passphrase)).map(drop)
        };
        let first = device.start();
        assert_eq!(restore(&first, None), Err(CommandError::NotReady));
        // Killed when the empty store has just been encrypted.
        let files = vec![(file.name.clone(), file.bytes.clone())];
        let preview = block_on(first.look_at_backup(files)).unwrap();
        device.fail_next(Fault::KilledAfterCommit);
        assert!(block_on(first.restore_backup(preview, Some(SECRET))).is_err());
        assert!(!holds(&raw(&device), "普小明"));
        let again = device.start();
        assert_eq!(phase(&again), Phase::Locked);
        assert_eq!(unlock(&again, SECRET), Ok(()));
        assert_eq!(restore(&again, None), Ok(()));
        assert_eq!(phase(&again), Phase::Ready);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        assert!(!holds(&raw(&device), "普小明"));
        let later = device.start();
        assert_eq!(unlock(&later, SECRET), Ok(()));
        assert_eq!(names(&later, VILLAGE), ["普小明"]);
    });
}

#[test]
fn packages_go_out_and_come_in_under_a_passphrase_as_without() {
    Root::new().with(|| {
        let (_, village, _) = encrypted();
        let package = block_on(village.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        for seed in 0..3 {
            let device = Device::new(seed);
            let office = device.start();
            let first = FirstRun {
                passphrase: Some(OTHER.into()),
                ..first_run("530427203")
            };
            block_on(office.begin(first)).unwrap();
            crate::workspace::tests::take_in(&office, &package);
            assert_eq!(names(&office, VILLAGE), ["普小明"]);
            assert!(!holds(&raw(&device), "普小明"));
            block_on(office.lock());
            assert_eq!(unlock(&office, OTHER), Ok(()));
            assert_eq!(names(&office, VILLAGE), ["普小明"]);
        }
    });
}

/// The county's keys, and its card in a device's ring.
fn take_county_card(device: &Device, workspace: &Workspace, county: &DeviceKeys) {
    let scope = Scope {
        code: area("530427"),
        name: "新平县".into(),
    };
    let card = KeyCard::of(county, scope, "县扶贫办".into(), device.clock.get()).write(county);
    let mut ring = Ring::default();
    ring.take(&card.bytes, true, false).unwrap();
    let batch = Batch::new().meta(key::RING, ring.to_bytes());
    block_on(workspace.engine().database().unwrap().write(batch)).unwrap();
    block_on(workspace.seal_to_county()).unwrap();
}

#[test]
fn a_forgotten_passphrase_comes_back_from_the_county_and_nothing_is_lost() {
    Root::new().with(|| {
        let county = DeviceKeys::fresh().unwrap();
        let (device, workspace, _) = encrypted();
        assert!(!workspace.protection().get_untracked().recoverable);
        take_county_card(&device, &workspace, &county);
        assert!(workspace.protection().get_untracked().recoverable);
        let locked = device.start();
        let request = block_on(locked.ask_for_recovery()).unwrap();
        let words = block_on(locked.recovery_words()).unwrap().unwrap();
        // The page may be closed until the reply has come.
        let locked = device.start();
        assert!(locked.protection().get_untracked().asked);
        let (asking, reply) = county_answers(&county, &request.bytes);
        assert_eq!((asking.area().code, &*asking.words), (area(VILLAGE), &*words));
        block_on(locked.look_at_reply(&reply)).unwrap();
        block_on(locked.recover(&reply, OTHER)).unwrap();
        assert_eq!(names(&locked, VILLAGE), ["普小明"]);
        assert_eq!(contents(&device).meta.get(LOCK_ASKED), None);
        let again = device.start();
        assert_eq!(unlock(&again, SECRET), Err(wrong()));
        device.running.set(1_000);
        assert_eq!(unlock(&again, OTHER), Ok(()));
        assert!(again.protection().get_untracked().recoverable);
    });
}

/// The county office looks at a request and replies.
fn county_answers(county: &DeviceKeys, request: &[u8]) -> (super::Asking, Vec<u8>) {
    let device = Device::new(7);
    let office = device.start();
    block_on(office.begin(first_run("530427"))).unwrap();
    let keys = serde_json::to_vec(&[county.to_text().as_str()]).unwrap();
    let batch = Batch::new().meta(key::KEYS, keys);
    block_on(office.engine().database().unwrap().write(batch)).unwrap();
    let asking = block_on(office.look_at_request(request)).unwrap();
    let reply = block_on(office.answer_request(&asking)).unwrap();
    (asking, reply.bytes)
}

#[test]
fn a_reply_to_an_earlier_request_is_refused_and_nothing_changes() {
    Root::new().with(|| {
        let county = DeviceKeys::fresh().unwrap();
        let (device, workspace, _) = encrypted();
        take_county_card(&device, &workspace, &county);
        let locked = device.start();
        let first = block_on(locked.ask_for_recovery()).unwrap();
        block_on(locked.ask_for_recovery()).unwrap();
        let before = contents(&device);
        let (_, reply) = county_answers(&county, &first.bytes);
        let refused = CommandError::Recovery(RecoveryError::OtherRequest);
        assert_eq!(block_on(locked.look_at_reply(&reply)), Err(refused.clone()));
        assert_eq!(block_on(locked.recover(&reply, OTHER)), Err(refused));
        assert_eq!(contents(&device), before);
    });
}

#[test]
fn without_the_countys_card_nobody_is_asked_and_the_device_can_be_cleared() {
    Root::new().with(|| {
        let (device, _, _) = encrypted();
        let locked = device.start();
        assert_eq!(
            block_on(locked.ask_for_recovery()).err(),
            Some(CommandError::Recovery(RecoveryError::NoEscrow))
        );
        block_on(locked.forget_locked()).unwrap();
        assert_eq!(phase(&locked), Phase::FirstRun);
        assert_eq!(contents(&device), Contents::default());
    });
}

#[test]
fn a_new_card_of_the_county_is_sealed_to_anew() {
    Root::new().with(|| {
        let (device, workspace, _) = encrypted();
        take_county_card(&device, &workspace, &DeviceKeys::fresh().unwrap());
        let before = contents(&device).meta[LOCK].clone();
        block_on(workspace.seal_to_county()).unwrap();
        assert_eq!(
            contents(&device).meta[LOCK],
            before,
            "the same card writes nothing"
        );
        take_county_card(&device, &workspace, &DeviceKeys::fresh().unwrap());
        assert_ne!(contents(&device).meta[LOCK], before);
    });
}
