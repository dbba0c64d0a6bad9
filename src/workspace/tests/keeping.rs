//! A store that is gone, of an older form, or lost while somebody works: what is said, what is kept, what comes back.

use super::*;
use crate::storage::forms;

const STORE: &str = "huhuqing";

/// The device after its store was cleared and nothing else.
fn cleared(device: &Device) -> Device {
    Device {
        disk: MemoryDisk::new(),
        ..device.clone()
    }
}

fn code(workspace: &Workspace) -> String {
    block_on(workspace.short_code(area(VILLAGE))).unwrap().to_string()
}

fn backup(workspace: &Workspace) -> ExportedFile {
    block_on(workspace.export(area(VILLAGE), Outgoing::Detail)).unwrap()
}

fn restored(device: &Device, file: &ExportedFile) -> Workspace {
    let workspace = device.start();
    let files = vec![(file.name.clone(), file.bytes.clone())];
    let preview = block_on(workspace.look_at_backup(files)).unwrap();
    assert_eq!(preview.backup().unwrap().scope.code, area(VILLAGE));
    block_on(workspace.restore_backup(preview, None)).unwrap();
    workspace
}

#[test]
fn a_store_that_was_cleared_is_no_first_run() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let held: usize = workspace.held_within(area(VILLAGE));
        let Phase::Gone(trace) = cleared(&device).start().phase().get_untracked() else {
            panic!("a silent start from nothing");
        };
        assert_eq!((trace.area(), trace.changes), (Some(area(VILLAGE)), held));
    });
}

#[test]
fn a_store_that_is_gone_comes_back_from_a_backup_as_it_was() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let (file, before) = (backup(&workspace), code(&workspace));
        let workspace = restored(&cleared(&device), &file);
        assert_eq!(workspace.phase().get_untracked(), Phase::Ready);
        assert_eq!(code(&workspace), before);
        assert_eq!(workspace.profile().get_untracked().unwrap().name, "李雪");
        block_on(workspace.add_household(area(VILLAGE), household("白小红"))).unwrap();
        assert_eq!(names(&workspace, VILLAGE).len(), 2);
    });
}

#[test]
fn a_kill_while_restoring_leaves_a_device_that_asks_again() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let (file, before) = (backup(&workspace), code(&workspace));
        let device = cleared(&device);
        let first = device.start();
        let preview = block_on(first.look_at_backup(vec![(file.name.clone(), file.bytes.clone())])).unwrap();
        device.fail_next(Fault::KilledAfterCommit);
        assert!(block_on(first.restore_backup(preview, None)).is_err());
        assert!(matches!(device.start().phase().get_untracked(), Phase::Gone(_)));
        assert_eq!(code(&restored(&device, &file)), before);
    });
}

#[test]
fn a_summary_or_a_stranger_is_no_backup() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let summary = block_on(workspace.export(area(VILLAGE), Outgoing::Summary)).unwrap();
        let empty = cleared(&device).start();
        for bytes in [summary.bytes, b"{}".to_vec()] {
            let preview = block_on(empty.look_at_backup(vec![("a.json".into(), bytes)])).unwrap();
            assert!(preview.backup().is_none());
            assert!(block_on(empty.restore_backup(preview, None)).is_err());
        }
    });
}

#[test]
fn whoever_starts_anew_is_asked_who_they_are_and_no_more_about_what_is_gone() {
    Root::new().with(|| {
        let (device, _, _) = village();
        let device = cleared(&device);
        device.start().start_anew();
        assert_eq!(device.start().phase().get_untracked(), Phase::FirstRun);
    });
}

#[test]
fn the_demo_and_a_removed_register_leave_no_trace() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        assert!(device.trace.borrow().is_some());
        block_on(workspace.forget_device()).unwrap();
        assert_eq!(*device.trace.borrow(), None);
        assert_eq!(device.start().phase().get_untracked(), Phase::FirstRun);
    });
}

#[test]
fn a_store_of_an_older_form_is_brought_up_by_the_writer_once_and_holds_what_it_held() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let before = code(&workspace);
        for form in 1..forms::VERSION {
            for _ in 0..2 {
                device.disk.set_form(STORE, form);
                let again = device.start();
                assert_eq!(again.phase().get_untracked(), Phase::Ready, "form {form}");
                assert_eq!(device.disk.form(STORE), Some(forms::VERSION));
                assert_eq!(code(&again), before);
            }
            assert_eq!(code(&device.start()), before);
        }
    });
}

#[test]
fn a_change_of_form_that_is_interrupted_leaves_the_old_store_which_can_still_be_exported() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let before = code(&workspace);
        for fault in [Fault::Full, Fault::KilledBeforeCommit] {
            device.disk.set_form(STORE, 1);
            device.upgrade_fault.set(Some(fault));
            let failed = device.start();
            assert!(matches!(failed.phase().get_untracked(), Phase::Failed(_)));
            assert_eq!(device.disk.form(STORE), Some(1));
            let file = block_on(failed.rescue()).unwrap();
            assert_eq!(device.disk.form(STORE), Some(1), "reading brings nothing up");
            assert_eq!(code(&restored(&cleared(&device), &file)), before);
        }
        assert_eq!(code(&device.start()), before);
    });
}

#[test]
fn a_second_tab_of_a_newer_version_waits_until_the_first_has_gone() {
    Root::new().with(|| {
        let (device, _, _) = village();
        device.disk.set_form(STORE, 1);
        let second = Device {
            writer: false,
            ..device.clone()
        };
        let waiting = second.start();
        let outdated = Phase::Failed(CommandError::Storage(StorageError::Outdated));
        assert_eq!(waiting.phase().get_untracked(), outdated);
        assert_eq!(
            device.disk.form(STORE),
            Some(1),
            "nothing was taken from the other tab"
        );
    });
}

#[test]
fn a_store_of_a_newer_form_is_left_alone() {
    Root::new().with(|| {
        let (device, _, _) = village();
        device.disk.set_form(STORE, forms::VERSION + 1);
        let older = device.start();
        let refused = Phase::Failed(CommandError::Storage(StorageError::NewerVersion));
        assert_eq!(older.phase().get_untracked(), refused);
        assert_eq!(device.disk.form(STORE), Some(forms::VERSION + 1));
    });
}

#[test]
fn a_store_that_is_lost_while_somebody_works_leaves_the_screen_and_a_package_of_it() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.fail_next(Fault::KilledBeforeCommit);
        let unsaved = block_on(workspace.add_household(area(VILLAGE), household("白小红")));
        assert_eq!(unsaved.unwrap_err(), CommandError::Storage(StorageError::Closed));
        let closed = device.on_closed.borrow().clone().unwrap();
        closed();
        assert_eq!(
            workspace.phase().get_untracked(),
            Phase::Ready,
            "the screen stays"
        );
        assert!(workspace.lost().get_untracked().is_some());
        let refused = block_on(workspace.add_household(area(VILLAGE), household("刀小兰")));
        assert_eq!(refused.unwrap_err(), CommandError::ReadOnly);
        let file = block_on(workspace.rescue()).unwrap();
        let mut after = names(&restored(&cleared(&device), &file), VILLAGE);
        after.sort();
        assert_eq!(after, ["普小明", "白小红"], "with what was on its way");
    });
}

#[test]
fn a_save_that_came_twice_is_one() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let before = code(&workspace);
        let database = device.disk.open(STORE);
        let stored = block_on(database.load(vec![area(VILLAGE)]))
            .unwrap()
            .remove(0)
            .unwrap();
        let summary = block_on(database.index()).unwrap().areas[0].summary.clone();
        let last = stored.tail.last().unwrap().clone();
        block_on(database.write(crate::storage::Batch::new().append(area(VILLAGE), last, summary))).unwrap();
        let again = device.start();
        assert_eq!(code(&again), before);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        assert!(block_on(again.self_check()).unwrap().amiss.is_empty());
    });
}

#[test]
fn a_backup_ends_the_reminder() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        let due = |workspace: &Workspace| workspace.handover().get_untracked().due;
        assert_eq!(due(&workspace), None);
        device.clock.set(device.clock.get() + 8 * 86_400_000);
        let later = device.start();
        let reminder = due(&later).unwrap();
        assert_eq!((reminder.days, reminder.ever), (Some(8), false));
        backup(&later);
        assert_eq!(due(&later), None);
        assert_eq!(due(&device.start()), None);
    });
}

#[test]
fn a_device_that_forgot_which_register_was_open_finds_the_real_one() {
    Root::new().with(|| {
        let (device, _, _) = village();
        device.edition.set(None);
        *device.trace.borrow_mut() = None;
        let again = device.start();
        assert_eq!(again.phase().get_untracked(), Phase::Ready);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
    });
}

#[test]
fn a_register_opens_on_a_full_disk_though_its_figures_cannot_be_kept() {
    Root::new().with(|| {
        let (device, _, _) = village();
        let tomorrow = Device {
            today: day("2018-11-29"),
            ..device.clone()
        };
        device.full.set(true);
        let again = tomorrow.start();
        assert_eq!(again.phase().get_untracked(), Phase::Ready);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        assert_eq!(figure(&again, "IND-POV-01", VILLAGE), 1);
        device.full.set(false);
        let file = backup(&again);
        assert!(!file.bytes.is_empty());
    });
}
