//! Receipts, deltas, undo, quarantine, questions, closed periods and the self-check, as people meet them.

use super::*;
use crate::exchange::{FindingCode, PackageError, Period, Receipt};
use crate::journal::RecordKey;
use crate::keys::KeyError;
use crate::model::consistency::Rule;

const TOWNSHIP: &str = "530427203";

fn township() -> (Device, Workspace) {
    let device = Device::new(2);
    let workspace = device.start();
    block_on(workspace.begin(first_run(TOWNSHIP))).unwrap();
    (device, workspace)
}

fn preview(workspace: &Workspace, file: &ExportedFile) -> ImportPreview {
    let files = vec![(file.name.clone(), file.bytes.clone())];
    block_on(workspace.preview(workspace.intake(9), files)).unwrap()
}

fn take(workspace: &Workspace, file: &ExportedFile) -> ImportReport {
    block_on(workspace.import(preview(workspace, file))).unwrap()
}

fn export(workspace: &Workspace, what: Outgoing) -> ExportedFile {
    block_on(workspace.export(area(VILLAGE), what)).unwrap()
}

fn pending(workspace: &Workspace) -> usize {
    workspace.handover().get_untracked().pending
}

fn code(workspace: &Workspace, code: &str) -> String {
    block_on(workspace.short_code(area(code))).unwrap().to_string()
}

fn set(workspace: &Workspace, id: HouseholdId, field: &str, value: impl Into<Value>) {
    let place = Household::DEF.position(field).unwrap();
    let record: RecordKey = (Kind::Household, id.into());
    block_on(workspace.set_field(area(VILLAGE), record, place, value.into())).unwrap();
}

#[test]
fn only_a_receipt_marks_data_as_handed_over() {
    Root::new().with(|| {
        let (device, sender, id) = village();
        let before = pending(&sender);
        assert!(before > 0);
        let file = export(&sender, Outgoing::Detail);
        export(&sender, Outgoing::Summary);
        assert_eq!(pending(&sender), before, "an export alone hands nothing over");
        device.clock.set(device.clock.get() + 90 * 86_400_000);
        assert_eq!(pending(&device.start()), before, "and neither does the clock");

        let (_, office) = township();
        take(&office, &file);
        let receipt = block_on(office.receipt(area(VILLAGE))).unwrap();
        assert!(receipt.name.contains("receipt") && !receipt.name.contains("李"));
        let report = take(&sender, &receipt);
        assert_eq!((report.receipts, report.packages), (1, 0));
        assert_eq!(pending(&sender), 0);
        let received = sender.handover().get_untracked().received.unwrap();
        assert_eq!(received.office, area(TOWNSHIP));
        assert_eq!(pending(&device.start()), 0, "after closing the tab too");

        set(&sender, id, "group_name", "一组");
        assert_eq!(pending(&sender), 1);
    });
}

#[test]
fn a_receipt_for_somebody_else_changes_nothing() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let (_, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        let other = Device::new(3).start();
        block_on(other.begin(first_run("530427203201"))).unwrap();
        let before = pending(&other);
        let receipt = block_on(office.receipt(area(VILLAGE))).unwrap();
        let seen = preview(&other, &receipt);
        assert_eq!(seen.receipts[0].relevance, Relevance::OtherArea);
        assert!(!seen.is_usable());
        assert_eq!(block_on(other.import(seen)).unwrap(), ImportReport::default());
        assert_eq!(pending(&other), before);
        // An office takes no receipt from below or of its own.
        let own = block_on(office.receipt(area(TOWNSHIP))).unwrap();
        assert_eq!(
            preview(&office, &own).receipts[0].relevance,
            Relevance::NotFromAbove
        );
    });
}

#[test]
fn of_two_receipts_the_later_stands_whatever_comes_first() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (_, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        let early = block_on(office.receipt(area(VILLAGE))).unwrap();
        set(&sender, id, "group_name", "一组");
        take(&office, &export(&sender, Outgoing::Detail));
        let late = block_on(office.receipt(area(VILLAGE))).unwrap();
        take(&sender, &late);
        assert_eq!(
            preview(&sender, &early).receipts[0].relevance,
            Relevance::Superseded
        );
        take(&sender, &early);
        assert_eq!(pending(&sender), 0);
    });
}

#[test]
fn a_delta_carries_what_is_new_and_is_refused_where_the_rest_is_not() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (_, office) = township();
        // Without a receipt the news are everything.
        let first = export(&sender, Outgoing::News);
        assert!(first.name.contains("detail"));
        take(&office, &first);
        take(&sender, &block_on(office.receipt(area(VILLAGE))).unwrap());
        set(&sender, id, "group_name", "一组");
        let news = export(&sender, Outgoing::News);
        assert!(news.name.contains("delta") && news.bytes.len() < first.bytes.len());

        let (_, stranger) = (Device::new(5), Device::new(5).start());
        block_on(stranger.begin(first_run("530427"))).unwrap();
        let refused = preview(&stranger, &news);
        let Err(error @ KeyError::Document(PackageError::BaseMissing { .. })) = &refused.files[0].outcome
        else {
            panic!("the base is not here")
        };
        assert_eq!(error.code(), "base_missing");
        assert_eq!(block_on(stranger.import(refused)).unwrap().packages, 0);

        assert_eq!(take(&office, &news).changes, 1);
        assert_eq!(code(&office, VILLAGE), code(&sender, VILLAGE));
        take(&sender, &block_on(office.receipt(area(VILLAGE))).unwrap());
        assert_eq!(pending(&sender), 0);
    });
}

#[test]
fn a_question_travels_down_with_a_receipt_and_its_answer_up_with_a_package() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (_, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        let asked = office.ask(
            area(VILLAGE),
            (Kind::Household, id.into()),
            Some("main_cause"),
            "致贫原因？".into(),
        );
        let question = block_on(asked).unwrap();
        take(&sender, &block_on(office.receipt(area(VILLAGE))).unwrap());
        let here = |workspace: &Workspace| {
            workspace.state.areas.get_untracked()[&area(VILLAGE)]
                .questions
                .get(question)
                .cloned()
        };
        let seen = here(&sender).unwrap();
        assert_eq!(
            (seen.text.as_deref(), seen.asked_by.as_deref()),
            (Some("致贫原因？"), Some("李雪"))
        );
        assert_eq!(pending(&sender), 0, "the office has its own question");

        block_on(sender.answer(area(VILLAGE), question, "因病".into())).unwrap();
        assert_eq!(pending(&sender), 1);
        take(&office, &export(&sender, Outgoing::News));
        block_on(office.load(vec![area(VILLAGE)])).unwrap();
        assert_eq!(here(&office).unwrap().answer.as_deref(), Some("因病"));
        assert_eq!(office.conflicts(area(VILLAGE)), []);
    });
}

#[test]
fn numbers_of_packages_are_remembered_so_that_late_and_repeated_ones_are_named() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (device, office) = township();
        let files: Vec<ExportedFile> = (0..4)
            .map(|n| {
                set(&sender, id, "group_name", format!("{n}组"));
                export(&sender, Outgoing::Detail)
            })
            .collect();
        let codes = |office: &Workspace, file: &ExportedFile| -> Vec<FindingCode> {
            let seen = preview(office, file);
            seen.files[0]
                .outcome
                .as_ref()
                .unwrap()
                .findings
                .iter()
                .map(|finding| finding.code)
                .collect()
        };
        take(&office, &files[0]);
        assert_eq!(codes(&office, &files[3]), [FindingCode::Gap]);
        take(&office, &files[3]);
        let office = device.start();
        assert_eq!(codes(&office, &files[1]), [FindingCode::Older]);
        take(&office, &files[1]);
        for repeated in [0, 1, 3] {
            assert_eq!(
                codes(&office, &files[repeated]),
                [FindingCode::Repeated],
                "{repeated}"
            );
        }
        assert_eq!(codes(&office, &files[2]), [FindingCode::Older]);
    });
}

#[test]
fn an_import_is_undone_to_the_state_before_with_what_was_entered_since() {
    Root::new().with(|| {
        let (device, sender, id) = village();
        let (_, office) = township();
        let first = export(&sender, Outgoing::Detail);
        take(&office, &first);
        let before = code(&office, TOWNSHIP);
        let summaries = |workspace: &Workspace| workspace.summaries().get_untracked()[&area(VILLAGE)].clone();
        let figures = summaries(&office).scored.card.clone();
        set(&sender, id, "group_name", "一组");
        leave_the_register(&sender, id);
        let run = take(&office, &export(&sender, Outgoing::Detail)).run.unwrap();
        assert_ne!(code(&office, TOWNSHIP), before);
        block_on(office.undo_import(run)).unwrap();
        assert_eq!(code(&office, TOWNSHIP), before);
        assert_eq!(summaries(&office).scored.card, figures);
        assert_eq!(office.undo_blocked(run), Some(UndoBlocked::Undone));
        assert!(block_on(office.undo_import(run)).is_err());

        // Again, and this time the office asks something before it undoes the import.
        let run = take(&office, &export(&sender, Outgoing::Detail)).run.unwrap();
        let asked = office.ask(area(VILLAGE), (Kind::Household, id.into()), None, "？".into());
        let question = block_on(asked).unwrap();
        block_on(office.undo_import(run)).unwrap();
        let records = office.state.areas.get_untracked()[&area(VILLAGE)].clone();
        assert!(records.questions.get(question).is_some());
        assert_eq!(records.households.get(id).unwrap().group_name, None);

        // Sending it once more brings everything back.
        take(&office, &export(&sender, Outgoing::Detail));
        take(&sender, &block_on(office.receipt(area(VILLAGE))).unwrap());
        assert_eq!(code(&office, VILLAGE), code(&sender, VILLAGE));
        assert_eq!(code(&office, VILLAGE), code(&device.start(), VILLAGE));
    });
}

#[test]
fn undoing_the_first_import_of_an_area_leaves_nothing_of_it() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let (device, office) = township();
        let empty = code(&office, TOWNSHIP);
        let summary = export(&sender, Outgoing::Summary);
        take(&office, &summary);
        let run = take(&office, &export(&sender, Outgoing::Detail)).run.unwrap();
        let first = office.import_runs().get_untracked()[1].number;
        assert_eq!(office.undo_blocked(first), Some(UndoBlocked::After(run)));
        block_on(office.undo_import(run)).unwrap();
        assert!(
            office.summaries().get_untracked()[&area(VILLAGE)].told,
            "what the summary told is back"
        );
        block_on(office.undo_import(first)).unwrap();
        assert_eq!(code(&office, TOWNSHIP), empty);
        assert!(office.received().get_untracked().is_empty());
        let again = device.start();
        assert!(again.summaries().get_untracked().get(&area(VILLAGE)).is_none());
        assert_eq!(again.import_runs().get_untracked().len(), 2);
    });
}

#[test]
fn what_is_kept_for_undoing_is_bounded() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (device, office) = township();
        let runs: Vec<u32> = (0..8)
            .map(|n| {
                set(&sender, id, "group_name", format!("{n}组"));
                take(&office, &export(&sender, Outgoing::Detail)).run.unwrap()
            })
            .collect();
        let office = device.start();
        assert_eq!(office.undo_blocked(runs[2]), Some(UndoBlocked::TooOld));
        let store = device.open.borrow().as_ref().unwrap().clone();
        let kept = |run: u32| {
            block_on(store.aside(&format!("undo:{run}:{VILLAGE}")))
                .unwrap()
                .is_some()
        };
        assert_eq!(runs.iter().map(|run| kept(*run)).filter(|kept| *kept).count(), 5);
        for run in runs[3..].iter().rev() {
            block_on(office.undo_import(*run)).unwrap();
        }
        let group = office.state.areas.get_untracked().get(&area(VILLAGE)).cloned();
        let group = group.unwrap_or_else(|| {
            block_on(office.load(vec![area(VILLAGE)])).unwrap();
            office.state.areas.get_untracked()[&area(VILLAGE)].clone()
        });
        assert_eq!(
            group.households.get(id).unwrap().group_name.as_deref(),
            Some("2组")
        );
    });
}

#[test]
fn an_import_that_would_take_much_away_waits_for_a_person() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let more: Vec<HouseholdId> = (0..6)
            .map(|n| block_on(sender.add_household(area(VILLAGE), household(&format!("户{n}")))).unwrap())
            .collect();
        let (_, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        for id in &more {
            block_on(sender.delete(area(VILLAGE), (Kind::Household, (*id).into()))).unwrap();
        }
        let file = export(&sender, Outgoing::Detail);
        let mut seen = preview(&office, &file);
        let losses = seen.losses();
        assert_eq!((losses[0].removed, losses[0].people), (6, 6));
        assert_eq!(losses[0].names.len(), 6);
        assert_eq!(block_on(office.import(seen)).unwrap_err(), CommandError::Losses);
        assert_eq!(names(&office, VILLAGE).len(), 7);
        seen = preview(&office, &file);
        seen.agreed_to_lose = true;
        block_on(office.import(seen)).unwrap();
        assert_eq!(names(&office, VILLAGE).len(), 1);
    });
}

/// The same package with one change that this version cannot read.
fn with_a_bad_change(file: &ExportedFile) -> ExportedFile {
    let mut json: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
    json["changes"][1]["stamp"] = "one day".into();
    let object = json.as_object_mut().unwrap();
    object.remove("checksum");
    // A signature over what was there before would be wrong, and the file refused for it.
    object.remove("signature");
    let mut bytes = Vec::new();
    write_canonical_object(&mut bytes, object);
    object.insert(
        "checksum".into(),
        exchange::Checksum::of(&[&bytes]).to_string().into(),
    );
    bytes.clear();
    write_canonical_object(&mut bytes, object);
    ExportedFile {
        name: file.name.clone(),
        bytes,
    }
}

#[test]
fn a_change_that_cannot_be_read_is_kept_listed_and_tried_again() {
    for helpers in [None, Some(0), Some(2)] {
        Root::new().with(|| {
            let (_, sender, _) = village();
            let device = Device {
                helpers,
                ..Device::new(2)
            };
            let office = device.start();
            block_on(office.begin(first_run(TOWNSHIP))).unwrap();
            let report = take(&office, &with_a_bad_change(&export(&sender, Outgoing::Detail)));
            assert_eq!(report.quarantined, 1);
            let again = device.start();
            let aside = again.set_aside().get_untracked();
            assert_eq!((aside.len(), aside[0].scope), (1, area(VILLAGE)));
            assert_eq!(block_on(again.retry_aside()), Ok(0), "it is still no change");
            assert_eq!(again.set_aside().get_untracked().len(), 1);
            // The same file again is not kept twice; undoing the import throws it away.
            take(&again, &with_a_bad_change(&export(&sender, Outgoing::Detail)));
            assert_eq!(again.set_aside().get_untracked().len(), 1);
            let runs = again.import_runs().get_untracked();
            for run in runs.iter() {
                block_on(again.undo_import(run.number)).unwrap();
            }
            assert_eq!(again.set_aside().get_untracked().len(), 0);
        });
    }
}

#[test]
fn the_history_says_through_which_package_a_value_came() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (_, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        set(&sender, id, "group_name", "一组");
        let second = take(&office, &export(&sender, Outgoing::Detail)).run.unwrap();
        let asked = office.ask(area(VILLAGE), (Kind::Household, id.into()), None, "？".into());
        block_on(asked).unwrap();
        block_on(office.load(vec![area(VILLAGE)])).unwrap();
        let changes = office
            .engine()
            .partition(area(VILLAGE), |one| one.changes().to_vec())
            .unwrap();
        let stamps = changes.iter().map(|change| change.stamp).collect();
        let brought = block_on(office.brought_by(area(VILLAGE), &stamps)).unwrap();
        let last = changes.iter().rev().take(2).map(|change| &brought[&change.stamp]);
        let last: Vec<&Brought> = last.collect();
        assert_eq!(last[0], &Brought::Here);
        let Brought::ByImport(run, files) = last[1] else {
            panic!("it came with the second import")
        };
        assert_eq!((*run, files[0].sequence), (second, 2));
        let first = &brought[&changes[0].stamp];
        assert!(matches!(first, Brought::ByImport(run, _) if *run == second - 1));
    });
}

#[test]
fn persons_that_stand_twice_become_one_and_two_again() {
    Root::new().with(|| {
        let (_, workspace, id) = village();
        let twin = || NewPerson {
            name: "白小红".into(),
            birth_date: Some(day("1980-01-01")),
            ..NewPerson::default()
        };
        let add = || {
            let add = workspace.add_member(
                area(VILLAGE),
                id,
                twin(),
                RelationToHead::Spouse,
                MemberChange::Newborn,
                day("2018-01-01"),
            );
            block_on(add).unwrap()
        };
        let (one, other) = (add(), add());
        let found = block_on(workspace.find_duplicates()).unwrap();
        assert_eq!(found.len(), 1);
        block_on(workspace.merge_records(area(VILLAGE), Kind::Person, one.into(), other.into())).unwrap();
        assert_eq!(block_on(workspace.find_duplicates()).unwrap(), []);
        let records = || workspace.state.areas.get_untracked()[&area(VILLAGE)].clone();
        assert!(records().persons.get(other).is_none());
        let last = workspace.changes_of(area(VILLAGE), &[(Kind::Person, other.into())].into())[0].stamp;
        block_on(workspace.step_back(area(VILLAGE), last)).unwrap();
        assert!(records().persons.get(other).is_some());
        assert_eq!(block_on(workspace.find_duplicates()).unwrap().len(), 1);
        let missing = workspace.merge_records(area(VILLAGE), Kind::Person, one.into(), one.into());
        assert_eq!(block_on(missing), Err(CommandError::NoSuchRecord));
    });
}

#[test]
fn a_household_moves_to_another_village_with_its_history() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        set(&sender, id, "group_name", "一组");
        let other = Device::new(3).start();
        block_on(other.begin(first_run("530427203201"))).unwrap();
        let (device, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        take(
            &office,
            &block_on(other.export(area("530427203201"), Outgoing::Detail)).unwrap(),
        );
        block_on(office.move_household(area(VILLAGE), id.into(), area("530427203201"))).unwrap();
        for office in [office, device.start()] {
            assert_eq!(names(&office, VILLAGE), Vec::<String>::new());
            assert_eq!(names(&office, "530427203201"), ["普小明"]);
            let place = Household::DEF.position("group_name").unwrap() as u16;
            let field = crate::journal::FieldKey::Known(place);
            assert_eq!(
                office
                    .history(area("530427203201"), Kind::Household, id.into(), &field)
                    .len(),
                1
            );
            assert_eq!(figure(&office, "IND-POV-01", TOWNSHIP), 1);
        }
    });
}

#[test]
fn a_closed_month_keeps_its_figures_and_lists_what_came_late() {
    Root::new().with(|| {
        let (_, sender, id) = village();
        let (device, office) = township();
        take(&office, &export(&sender, Outgoing::Detail));
        let november = Period::parse("2018-11").unwrap();
        block_on(office.close_period(november)).unwrap();
        assert_eq!(
            block_on(office.close_period(november)),
            Err(CommandError::AlreadyClosed)
        );
        let office = device.start();
        let closed = office.closed_periods().get_untracked()[0];
        assert!(block_on(office.late(closed)).unwrap().is_empty());
        let file = block_on(office.frozen_file(closed)).unwrap();

        leave_the_register(&sender, id);
        take(&office, &export(&sender, Outgoing::Detail));
        let late = block_on(office.late(closed)).unwrap();
        assert!(
            late.figures
                .iter()
                .any(|(was, now)| was.indicator == "IND-POV-02" && was.num != now.num)
        );
        assert!(!late.changes.is_empty());
        assert_eq!(
            block_on(office.frozen_file(closed)).unwrap(),
            file,
            "what was closed is as it was"
        );
    });
}

#[test]
fn the_self_check_says_whether_the_disk_says_what_the_screen_says() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        let check = block_on(workspace.self_check()).unwrap();
        assert_eq!(
            (check.areas, check.amiss.len(), check.backup),
            (1, 0, BackupTrial::Never)
        );
        assert!(!check.is_well(), "there is no backup yet");
        export(&workspace, Outgoing::Detail);
        set(&workspace, id, "group_name", "一组");
        let check = block_on(workspace.self_check()).unwrap();
        assert!(check.is_well(), "{check:?}");
        let BackupTrial::Restored(_, since) = check.backup else {
            panic!("it can be restored")
        };
        assert_eq!(since, 1);

        // Something else has written to the disk.
        let store = device.open.borrow().as_ref().unwrap().clone();
        let stored = block_on(store.load(vec![area(VILLAGE)]))
            .unwrap()
            .remove(0)
            .unwrap();
        let mut blob = stored.snapshot.clone();
        blob.extend_from_slice(&stored.tail.concat());
        blob.truncate(blob.len() / 2);
        let summary = workspace.summaries().get_untracked()[&area(VILLAGE)].to_bytes();
        block_on(store.write(crate::storage::Batch::new().replace(area(VILLAGE), blob, summary))).unwrap();
        let check = block_on(workspace.self_check()).unwrap();
        assert_eq!(check.amiss, [area(VILLAGE)]);
    });
}

#[test]
fn a_tablet_years_ahead_is_named_by_the_self_check() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        let now = device.clock.get();
        device.clock.set(now + 4000 * 86_400_000);
        set(&workspace, id, "group_name", "一组");
        device.clock.set(now);
        let check = block_on(workspace.self_check()).unwrap();
        assert_eq!(check.clocks.len(), 1);
        // What is entered after the clock was put right stands all the same.
        set(&workspace, id, "group_name", "二组");
        let records = workspace.state.areas.get_untracked()[&area(VILLAGE)].clone();
        assert_eq!(
            records.households.get(id).unwrap().group_name.as_deref(),
            Some("二组")
        );
    });
}

#[test]
fn the_office_sees_one_person_in_two_villages_by_the_hash_of_the_number() {
    Root::new().with(|| {
        let number = identity::number_without_place(day("1975-03-09"), 17);
        let with_number = || NewHousehold {
            head: NewPerson {
                name: "普小明".into(),
                id_number: Some(number.clone()),
                ..NewPerson::default()
            },
            ..household("普小明")
        };
        let (_, office) = township();
        for (seed, code) in [(1, VILLAGE), (3, "530427203201")] {
            let tablet = Device::new(seed).start();
            block_on(tablet.begin(first_run(code))).unwrap();
            block_on(tablet.add_household(area(code), with_number())).unwrap();
            let file = block_on(tablet.export(area(code), Outgoing::Detail)).unwrap();
            assert!(!String::from_utf8(file.bytes.clone()).unwrap().contains(&number));
            take(&office, &file);
        }
        let found = block_on(office.find_duplicates()).unwrap();
        assert!(
            found
                .iter()
                .any(|one| one.kind == Kind::Person && one.records.len() == 2)
        );
        let _the_rule_that_says_so = Rule::IdentityTwice;
    });
}

#[test]
fn the_demo_waits_with_its_last_month() {
    Root::new().with(|| {
        let workspace = Device::new(1).start();
        let demo = FirstRun {
            edition: Edition::Demo,
            ..first_run(VILLAGE)
        };
        block_on(workspace.begin(demo)).unwrap();
        let handover = workspace.handover().get_untracked();
        assert!(handover.pending > 0);
        assert_eq!(handover.received.unwrap().office, area(TOWNSHIP));
        let whole = export(&workspace, Outgoing::Detail);
        let news = export(&workspace, Outgoing::News);
        assert!(
            news.bytes.len() * 3 < whole.bytes.len(),
            "{} of {}",
            news.bytes.len(),
            whole.bytes.len()
        );
        let (receipt, _) = (Receipt::read(&news.bytes).is_err(), ());
        assert!(receipt);
    });
}
