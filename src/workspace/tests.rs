//! The workspace on the memory twin: what a worker does, without a browser.
#![allow(clippy::unwrap_used)]

mod figures;
mod keeping;
mod moves;
mod sealed;
mod splitting;
mod trust;

pub(super) use moves::take_in;

use super::intake::{Channel, Message};
use super::*;
use crate::exchange;
use crate::model::*;
use crate::platform::files::FileBytes;
use crate::storage::memory::{Fault, MemoryDatabase, MemoryDisk};
use crate::storage::{Database, IfOlder, StorageError};
use futures::channel::oneshot;
use futures::executor::block_on;
use leptos::prelude::Owner as Root;
use std::cell::{Cell, RefCell};
use std::future::ready;

/// Somebody who is to be called.
type Called = Rc<RefCell<Option<Rc<dyn Fn()>>>>;

/// A device of the test: a disk that outlives its tabs, a clock that moves by itself, chance that counts.
#[derive(Clone)]
pub(super) struct Device {
    pub disk: MemoryDisk,
    pub clock: Rc<Cell<u64>>,
    pub chance: Rc<Cell<u64>>,
    pub running: Rc<Cell<u64>>,
    pub demands: bool,
    pub writer: bool,
    /// Helpers beside the page; without a number there is one that never answers.
    pub helpers: Option<usize>,
    pub today: Date,
    pub edition: Rc<Cell<Option<Edition>>>,
    pub open: Rc<RefCell<Option<Rc<MemoryDatabase>>>>,
    pub on_closed: Called,
    pub trace: Rc<RefCell<Option<Trace>>>,
    pub upgrade_fault: Rc<Cell<Option<Fault>>>,
    /// Whether the disk of a store that is opened is full.
    pub full: Rc<Cell<bool>>,
    pub when_free: Called,
    /// What is to be done when there is time for it.
    pub soon: Rc<RefCell<Vec<Later<'static, ()>>>>,
}

impl Device {
    pub fn new(seed: u64) -> Self {
        Self {
            disk: MemoryDisk::new(),
            clock: Rc::new(Cell::new(1_543_371_243_123 + seed)),
            chance: Rc::new(Cell::new(seed * 1_000_003)),
            running: Rc::default(),
            demands: false,
            writer: true,
            helpers: Some((seed % 3) as usize),
            today: day("2018-11-28"),
            edition: Rc::default(),
            open: Rc::default(),
            on_closed: Rc::default(),
            trace: Rc::default(),
            upgrade_fault: Rc::default(),
            full: Rc::default(),
            when_free: Rc::default(),
            soon: Rc::default(),
        }
    }

    pub fn start(&self) -> Workspace {
        let workspace = Workspace::new(Rc::new(self.clone()));
        block_on(workspace.start());
        workspace
    }

    /// Some time goes by.
    pub fn rest(&self) {
        for work in self.soon.take() {
            block_on(work);
        }
    }

    /// Has the next write take until the answer is used, and then go wrong.
    pub fn hold_next(&self, fault: Fault) -> oneshot::Sender<()> {
        let (release, released) = oneshot::channel();
        let until = async { released.await.unwrap_or_default() };
        let open = self.open.borrow();
        open.as_ref().unwrap().hold_next_write(Box::pin(until), fault);
        release
    }

    pub fn fail_next(&self, fault: Fault) {
        self.open.borrow().as_ref().unwrap().fail_next_write(fault);
    }
}

/// A helper that works as one beside a page does, with the same words.
#[derive(Default)]
struct Beside(RefCell<intake::Helper>);

impl Channel for Beside {
    fn ask(&self, mut message: Message, file: Option<&FileBytes>) -> Later<'_, Option<Message>> {
        message.parts.extend(file.map(FileBytes::to_vec));
        Box::pin(ready(self.0.borrow_mut().answer(&message, None)))
    }
}

/// A helper that has come to grief.
struct Lost;

impl Channel for Lost {
    fn ask(&self, _: Message, _: Option<&FileBytes>) -> Later<'_, Option<Message>> {
        Box::pin(ready(None))
    }
}

impl Surroundings for Device {
    fn now(&self) -> u64 {
        self.clock.set(self.clock.get() + 1000);
        self.clock.get()
    }
    fn running(&self) -> u64 {
        self.running.get()
    }
    fn demands_passphrase(&self) -> bool {
        self.demands
    }
    fn today(&self) -> Date {
        self.today
    }
    fn chance(&self) -> u64 {
        self.chance.set(
            self.chance
                .get()
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407),
        );
        self.chance.get() >> 16
    }
    fn open(
        &self,
        edition: Edition,
        if_older: IfOlder,
        on_closed: Rc<dyn Fn()>,
    ) -> Later<'_, Result<Rc<dyn Database>, StorageError>> {
        let bring_up = if_older == IfOlder::BringUp;
        let fault = bring_up.then(|| self.upgrade_fault.take()).flatten();
        let opened = self.disk.open_with(edition.database(), if_older, fault);
        *self.on_closed.borrow_mut() = Some(on_closed);
        Box::pin(async move {
            let database = Rc::new(opened?);
            if self.full.get() {
                database.fail_next_write(Fault::Full);
            }
            *self.open.borrow_mut() = Some(Rc::clone(&database));
            Ok(database as Rc<dyn Database>)
        })
    }
    fn open_as_it_is(&self, edition: Edition) -> Later<'_, Result<Rc<dyn Database>, StorageError>> {
        let database = Rc::new(self.disk.open(edition.database()));
        Box::pin(async move { Ok(database as Rc<dyn Database>) })
    }
    fn trace(&self) -> Option<Trace> {
        self.trace.borrow().clone()
    }
    fn leave_trace(&self, trace: Option<&Trace>) {
        *self.trace.borrow_mut() = trace.cloned();
    }
    fn sha256(&self, pieces: &[&[u8]]) -> Later<'static, Option<[u8; 32]>> {
        Box::pin(ready(Some(*exchange::Checksum::of(pieces).bytes())))
    }
    fn helpers(&self) -> Vec<Rc<dyn Channel>> {
        match self.helpers {
            None => vec![Rc::new(Lost)],
            Some(count) => (0..count)
                .map(|_| Rc::new(Beside::default()) as Rc<dyn Channel>)
                .collect(),
        }
    }
    fn become_writer(&self, _: Edition, when_free: Rc<dyn Fn()>) -> Later<'_, bool> {
        *self.when_free.borrow_mut() = Some(when_free);
        Box::pin(async { self.writer })
    }
    fn last_edition(&self) -> Option<Edition> {
        self.edition.get()
    }
    fn remember_edition(&self, edition: Option<Edition>) {
        self.edition.set(edition);
    }
    fn mark(&self, _: &str) {}
    fn rested(&self) {}
    fn soon(&self, work: Later<'static, ()>) {
        self.soon.borrow_mut().push(work);
    }
    fn beside(&self, work: Later<'static, ()>) {
        self.soon.borrow_mut().push(work);
    }
    fn breathe(&self) -> Later<'_, ()> {
        Box::pin(async {})
    }
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(super) fn area(code: &str) -> DivisionCode {
    DivisionCode::new(code).unwrap()
}

pub(super) const VILLAGE: &str = "530427203200";

pub(super) fn first_run(code: &str) -> FirstRun {
    FirstRun {
        edition: Edition::Real,
        area: area(code),
        name: "李雪".into(),
        passphrase: None,
    }
}

pub(super) fn household(name: &str) -> NewHousehold {
    let head = NewPerson {
        name: name.into(),
        ..NewPerson::default()
    };
    NewHousehold {
        head,
        registered: Some(true),
        since: Some(day("2018-01-01")),
        ..NewHousehold::default()
    }
}

/// A village tablet with one household.
fn village() -> (Device, Workspace, HouseholdId) {
    let device = Device::new(1);
    let workspace = device.start();
    block_on(workspace.begin(first_run(VILLAGE))).unwrap();
    let id = block_on(workspace.add_household(area(VILLAGE), household("普小明"))).unwrap();
    (device, workspace, id)
}

pub(super) fn names(workspace: &Workspace, code: &str) -> Vec<String> {
    block_on(workspace.load(vec![area(code)])).unwrap();
    let areas = workspace.state.areas.get_untracked();
    areas[&area(code)]
        .households
        .iter()
        .filter_map(|household| household.head_name.clone())
        .collect()
}

fn figure(workspace: &Workspace, id: &str, code: &str) -> i64 {
    let card = workspace.scorecard(area(code)).get_untracked().unwrap();
    card.tally(crate::indicators::figure(id).unwrap()).num
}

#[test]
fn a_device_without_a_profile_asks_who_is_here() {
    Root::new().with(|| {
        let workspace = Device::new(1).start();
        assert_eq!(workspace.phase().get_untracked(), Phase::FirstRun);
    });
}

#[test]
fn what_was_saved_is_there_after_the_tab_was_closed() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        assert!(matches!(
            workspace.save_state().get_untracked(),
            SaveState::Saved(_)
        ));
        let again = device.start();
        assert_eq!(again.phase().get_untracked(), Phase::Ready);
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        assert_eq!(figure(&again, "IND-POV-01", VILLAGE), 1);
        assert_eq!(figure(&again, "IND-POV-01", "530427"), 1);
    });
}

#[test]
fn what_the_county_entered_is_kept_with_its_figures() {
    Root::new().with(|| {
        let device = Device::new(1);
        let workspace = device.start();
        block_on(workspace.begin(first_run("530427"))).unwrap();
        let id = PolicyParameterId::of("poverty_line", Some(Year(2018)), "530427");
        let line = PolicyParameter {
            id,
            key: Some("poverty_line".into()),
            year: Some(Year(2018)),
            value: Some(Count(350_000)),
            verified: Some(true),
            ..PolicyParameter::default()
        };
        block_on(workspace.set_parameter(line)).unwrap();
        let entered = workspace.facts().get_untracked();
        assert_eq!(entered.poverty_line(Year(2018)), Some(350_000));
        let again = device.start();
        assert_eq!(again.phase().get_untracked(), Phase::Ready);
        assert_eq!(again.facts().get_untracked(), entered);
        let summaries = again.summaries().get_untracked();
        assert_eq!(summaries[&area("530427")].facts.as_deref(), Some(&*entered));
    });
}

/// The village decides that a household is ready and then that it has left (P-07).
fn leave_the_register(workspace: &Workspace, id: HouseholdId) {
    let year = (Kind::HouseholdYear, HouseholdYearId::of(id, Year(2018)).into());
    let place = HouseholdYear::DEF.position("exit_ready_decided").unwrap();
    block_on(workspace.set_field(area(VILLAGE), year, place, true.into())).unwrap();
    let exited = workspace.change_status(
        area(VILLAGE),
        id,
        StatusEventKind::Exited,
        day("2018-11-20"),
        None,
    );
    block_on(exited).unwrap();
}

#[test]
fn an_edit_changes_the_figures_of_village_township_and_county() {
    Root::new().with(|| {
        let (_, workspace, id) = village();
        assert_eq!(figure(&workspace, "IND-POV-02", "530427203"), 1);
        leave_the_register(&workspace, id);
        assert_eq!(figure(&workspace, "IND-POV-02", VILLAGE), 0);
        assert_eq!(figure(&workspace, "IND-POV-02", "530427203"), 0);
    });
}

#[test]
fn a_save_on_a_full_disk_is_said_and_not_shown_and_earlier_data_stay() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.fail_next(Fault::Full);
        let failed = block_on(workspace.add_household(area(VILLAGE), household("白小红")));
        assert_eq!(failed.unwrap_err(), CommandError::Storage(StorageError::Full));
        assert!(matches!(
            workspace.save_state().get_untracked(),
            SaveState::Failed(_)
        ));
        assert_eq!(names(&workspace, VILLAGE), ["普小明"]);
        block_on(workspace.add_household(area(VILLAGE), household("白小红"))).unwrap();
        let mut after = names(&device.start(), VILLAGE);
        after.sort();
        assert_eq!(
            after,
            ["普小明", "白小红"]
                .map(String::from)
                .into_iter()
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
    });
}

#[test]
fn a_second_tab_shows_and_does_not_write() {
    Root::new().with(|| {
        let (device, _, _) = village();
        let second = Device {
            writer: false,
            ..device
        }
        .start();
        assert_eq!(second.access().get_untracked(), Access::Reader);
        assert_eq!(names(&second, VILLAGE), ["普小明"]);
        let refused = block_on(second.add_household(area(VILLAGE), household("白小红")));
        assert_eq!(refused.unwrap_err(), CommandError::ReadOnly);
    });
}

#[test]
fn a_long_tail_of_saves_is_folded_and_nothing_is_lost() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        let place = Household::DEF.position("group_name").unwrap();
        for number in 0..120 {
            let value = Value::from(format!("{number}组"));
            block_on(workspace.set_field(area(VILLAGE), (Kind::Household, id.into()), place, value)).unwrap();
        }
        let again = device.start();
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        let history = again.history(
            area(VILLAGE),
            Kind::Household,
            id.into(),
            &crate::journal::FieldKey::Known(place as u16),
        );
        assert_eq!(history.len(), 120);
    });
}

#[test]
fn a_package_carries_a_village_to_the_township_and_twice_changes_nothing() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        assert!(sender.handover().get_untracked().pending > 0);
        let file = block_on(sender.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        assert!(!file.name.contains("普"));

        let township = Device::new(2).start();
        block_on(township.begin(first_run("530427203"))).unwrap();
        let files = || vec![(file.name.clone(), file.bytes.clone())];
        let preview = block_on(township.preview(township.intake(9), files())).unwrap();
        assert_eq!(
            preview.files[0].outcome.as_ref().unwrap().preview.areas[0].kinds[&Kind::Household]
                .new
                .count,
            1
        );
        let report = block_on(township.import(preview)).unwrap();
        assert!(report.changes > 0);
        assert_eq!(names(&township, VILLAGE), ["普小明"]);
        assert_eq!(figure(&township, "IND-POV-01", "530427203"), 1);
        assert!(township.received().get_untracked().contains_key(&area(VILLAGE)));

        let again = block_on(township.preview(township.intake(9), files())).unwrap();
        let told = again.files[0].outcome.as_ref().unwrap();
        assert!(told.preview.is_unchanged());
        assert!(
            told.findings
                .iter()
                .any(|finding| finding.code == exchange::FindingCode::Repeated)
        );
        assert_eq!(block_on(township.import(again)).unwrap().changes, 0);
        let codes = [&sender, &township].map(|w| block_on(w.short_code(area(VILLAGE))).unwrap());
        assert_eq!(codes[0], codes[1]);
    });
}

#[test]
fn a_damaged_file_is_refused_beside_a_sound_one_that_is_taken() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let file = block_on(sender.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let half = file.bytes[..file.bytes.len() / 2].to_vec();
        let township = Device::new(2).start();
        block_on(township.begin(first_run("530427203"))).unwrap();
        let preview = block_on(township.preview(
            township.intake(9),
            vec![("a.json".into(), half), (file.name, file.bytes)],
        ))
        .unwrap();
        assert!(preview.files[0].outcome.is_err());
        assert!(preview.files[1].outcome.is_ok());
        assert_eq!(block_on(township.import(preview)).unwrap().packages, 1);
    });
}

#[test]
fn an_import_on_a_full_disk_leaves_nothing_behind() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let file = block_on(sender.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let device = Device::new(2);
        let township = device.start();
        block_on(township.begin(first_run("530427203"))).unwrap();
        let preview = block_on(township.preview(township.intake(9), vec![(file.name, file.bytes)])).unwrap();
        device.fail_next(Fault::Full);
        assert!(block_on(township.import(preview)).is_err());
        assert!(township.received().get_untracked().is_empty());
        let again = device.start();
        assert!(again.scorecard(area(VILLAGE)).get_untracked().is_none());
    });
}

#[test]
fn a_summary_brings_figures_without_a_record_and_detail_takes_their_place() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let summary = block_on(sender.export(area(VILLAGE), Outgoing::Summary)).unwrap();
        let detail = block_on(sender.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        assert!(
            !String::from_utf8(summary.bytes.clone())
                .unwrap()
                .contains("普小明")
        );
        let device = Device::new(2);
        let township = device.start();
        block_on(township.begin(first_run("530427203"))).unwrap();
        let take = |file: &ExportedFile| {
            let preview =
                block_on(township.preview(township.intake(9), vec![(file.name.clone(), file.bytes.clone())]))
                    .unwrap();
            block_on(township.import(preview)).unwrap()
        };
        take(&summary);
        assert_eq!(figure(&township, "IND-POV-01", "530427203"), 1);
        assert!(township.summaries().get_untracked()[&area(VILLAGE)].told);
        assert_eq!(figure(&device.start(), "IND-POV-01", VILLAGE), 1);
        take(&detail);
        assert!(!township.summaries().get_untracked()[&area(VILLAGE)].told);
        take(&summary);
        assert!(!township.summaries().get_untracked()[&area(VILLAGE)].told);
        assert_eq!(figure(&township, "IND-POV-01", "530427203"), 1);
    });
}

#[test]
fn a_register_is_for_today_until_somebody_chooses_a_day() {
    Root::new().with(|| {
        let (device, _, id) = village();
        let next_year = Device {
            today: day("2019-05-01"),
            ..device
        };
        let later = next_year.start();
        assert_eq!(later.as_of().get_untracked(), day("2019-05-01"));
        assert_eq!(
            later.summaries().get_untracked()[&area(VILLAGE)].basis.as_of,
            day("2019-05-01")
        );
        block_on(later.set_as_of(day("2018-12-31"))).unwrap();
        assert_eq!(next_year.start().as_of().get_untracked(), day("2018-12-31"));
        let _ = id;
    });
}

#[test]
fn what_the_county_took_in_has_arrived_and_waits_for_nobody() {
    Root::new().with(|| {
        let (_, sender, _) = village();
        let file = block_on(sender.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let county = Device::new(2).start();
        block_on(county.begin(first_run("530427"))).unwrap();
        let before = county.handover().get_untracked().pending;
        let preview = block_on(county.preview(county.intake(9), vec![(file.name, file.bytes)])).unwrap();
        assert!(block_on(county.import(preview)).unwrap().changes > 0);
        assert_eq!(county.handover().get_untracked().pending, before);
    });
}
