//! Records on their way through processes.

use super::*;
use crate::journal::{FieldKey, RecordKey};
use crate::model::consistency::{Rule, Terms, breaches};
use crate::model::processes::{Flow, Refusal, State, flows_of};
use crate::workspace::{CommandError, NewStep};

const KIND: Kind = Kind::DangerousHouse;

fn flow(kind: Kind) -> &'static Flow {
    flows_of(kind).next().unwrap()
}

fn state(kind: Kind, id: &str) -> &'static State {
    flow(kind).state(id).unwrap()
}

fn place(kind: Kind, field: &str) -> usize {
    kind.def().position(field).unwrap()
}

fn house(workspace: &Workspace, household: HouseholdId) -> RecordKey {
    let about = vec![
        (place(KIND, "household_id"), Value::from(household.as_str())),
        (place(KIND, "grade"), Value::from("C")),
    ];
    let begun = workspace.begin_record(area(VILLAGE), KIND, about);
    (KIND, block_on(begun).unwrap().unwrap())
}

fn step(
    workspace: &Workspace,
    record: RecordKey,
    to: &str,
    date: &str,
    note: Option<&str>,
) -> Result<(), CommandError> {
    let step = NewStep {
        date: day(date),
        note: note.map(str::to_owned),
    };
    let (flow, to) = (flow(record.0), state(record.0, to));
    block_on(workspace.move_on(area(VILLAGE), record, flow, to, step))
}

fn put(workspace: &Workspace, (kind, id): RecordKey, field: &str, value: Value) -> Result<(), CommandError> {
    block_on(workspace.set_field(area(VILLAGE), (kind, id), place(kind, field), value))
}

fn get(workspace: &Workspace, (kind, id): RecordKey, field: &str) -> Value {
    let records = workspace.records(area(VILLAGE)).get_untracked().unwrap();
    records.get(kind, id, place(kind, field))
}

#[test]
fn a_house_goes_its_way_and_a_skipped_step_is_refused_with_the_reason() {
    Root::new().with(|| {
        let (device, workspace, household) = village();
        let record = house(&workspace, household);
        assert_eq!(
            get(&workspace, record, "state"),
            "to_appraise".into(),
            "where it begins"
        );
        let saved = workspace.save_state().get_untracked();
        let first = flow(KIND).name(state(KIND, "appraised"));
        let skipped = step(&workspace, record, "closed", "2018-10-01", None);
        assert_eq!(skipped, Err(CommandError::Refused(Refusal::Skips(first))));
        assert_eq!(
            workspace.save_state().get_untracked(),
            saved,
            "nothing was to be saved"
        );
        assert!(matches!(
            put(&workspace, record, "state", "closed".into()),
            Err(CommandError::Refused(_))
        ));
        assert_eq!(get(&workspace, record, "state"), "to_appraise".into());

        step(&workspace, record, "appraised", "2018-03-01", None).unwrap();
        let unmet = step(&workspace, record, "to_rebuild", "2018-03-02", None);
        assert!(
            matches!(unmet, Err(CommandError::Refused(Refusal::Empty(_)))),
            "{unmet:?}"
        );
        put(&workspace, record, "mode", "reinforce".into()).unwrap();
        step(&workspace, record, "to_rebuild", "2018-03-02", None).unwrap();
        step(&workspace, record, "rebuilding", "2018-04-01", None).unwrap();
        step(&workspace, record, "completed", "2018-08-01", None).unwrap();
        for field in ["safe_stable", "weatherproof"] {
            put(&workspace, record, field, true.into()).unwrap();
        }
        step(&workspace, record, "accepted", "2018-09-01", None).unwrap();
        let early = step(&workspace, record, "closed", "2018-08-31", None);
        assert!(
            matches!(early, Err(CommandError::Refused(Refusal::TooEarly(..)))),
            "{early:?}"
        );
        step(&workspace, record, "closed", "2018-10-01", None).unwrap();

        let again = device.start();
        block_on(again.load(vec![area(VILLAGE)])).unwrap();
        assert_eq!(get(&again, record, "state"), "closed".into());
        assert_eq!(get(&again, record, "closed"), "2018-10-01".into());
        let history = again.history(
            area(VILLAGE),
            KIND,
            record.1,
            &FieldKey::Known(place(KIND, "state") as u16),
        );
        assert_eq!(history.len(), 7);
        assert!(history.iter().all(|entry| entry.author != Id::default()));
        let records = again.records(area(VILLAGE)).get_untracked().unwrap();
        let found = breaches(area(VILLAGE), &records, &Terms::on(day("2018-12-31")));
        let of_house = |rule: Rule| found.iter().any(|one| one.kind == KIND && one.rule == rule);
        assert!(!of_house(Rule::StateUnsupported) && !of_house(Rule::StateBehind));
    });
}

#[test]
fn a_step_that_was_a_mistake_is_taken_back_with_its_day() {
    Root::new().with(|| {
        let (_, workspace, household) = village();
        let record = house(&workspace, household);
        let back = || block_on(workspace.take_back(area(VILLAGE), record, flow(KIND))).unwrap();
        assert!(!back(), "nothing was moved yet");
        step(&workspace, record, "appraised", "2018-03-01", None).unwrap();
        assert!(back());
        assert_eq!(get(&workspace, record, "state"), "to_appraise".into());
        assert_eq!(get(&workspace, record, "appraised_on"), Value::Null);
        step(&workspace, record, "appraised", "2018-03-05", None).unwrap();
        assert_eq!(get(&workspace, record, "appraised_on"), "2018-03-05".into());
    });
}

#[test]
fn what_is_said_about_a_step_is_written_down_beside_it() {
    Root::new().with(|| {
        let (_, workspace, household) = village();
        let records = workspace.records(area(VILLAGE)).get_untracked().unwrap();
        let person = records.households.get(household).unwrap().head_person_id.unwrap();
        let kind = Kind::StudentCase;
        let about = vec![(place(kind, "person_id"), Value::from(person.as_str()))];
        let begun = block_on(workspace.begin_record(area(VILLAGE), kind, about));
        let case = (kind, begun.unwrap().unwrap());
        step(&workspace, case, "at_risk", "2018-09-03", Some("连续三天没到校")).unwrap();
        let records = workspace.records(area(VILLAGE)).get_untracked().unwrap();
        let action = records.student_case_actions.iter().next().unwrap();
        assert_eq!(action.student_case_id.map(|id| id.0), Some(case.1));
        assert_eq!(action.what.as_deref(), Some("连续三天没到校"));
        assert_eq!(
            (action.date, action.who.as_deref()),
            (Some(day("2018-09-03")), Some("李雪"))
        );
    });
}

#[test]
fn a_household_exits_when_somebody_found_it_ready_and_not_before() {
    Root::new().with(|| {
        let (_, workspace, household) = village();
        let record = (Kind::Household, household.0);
        let exit = || {
            step(
                &workspace,
                record,
                "exited_with_policy",
                "2018-11-20",
                Some("民主评议通过"),
            )
        };
        assert!(matches!(exit(), Err(CommandError::Refused(Refusal::Rule(_)))));
        let year = HouseholdYearId::of(household, Year(2018));
        put(
            &workspace,
            (Kind::HouseholdYear, year.into()),
            "exit_ready_decided",
            true.into(),
        )
        .unwrap();
        exit().unwrap();
        assert_eq!(
            get(&workspace, record, "poverty_status"),
            "exited_with_policy".into()
        );
        let ended = step(&workspace, record, "exited_without_policy", "2019-01-01", None);
        assert!(
            matches!(ended, Err(CommandError::Refused(Refusal::Rule(_)))),
            "policies are kept"
        );
        assert!(block_on(workspace.take_back(area(VILLAGE), record, flow(Kind::Household))).unwrap());
        assert_eq!(get(&workspace, record, "poverty_status"), "not_exited".into());
        assert_eq!(get(&workspace, record, "exit_year"), Value::Null);
        assert_eq!(figure(&workspace, "IND-POV-02", VILLAGE), 1);
    });
}

#[test]
fn a_household_that_is_poor_does_not_fall_back() {
    Root::new().with(|| {
        let (_, workspace, household) = village();
        let returned = workspace.change_status(
            area(VILLAGE),
            household,
            StatusEventKind::Returned,
            day("2018-05-01"),
            None,
        );
        assert!(matches!(
            block_on(returned),
            Err(CommandError::Refused(Refusal::Skips(_)))
        ));
        let records = workspace.records(area(VILLAGE)).get_untracked().unwrap();
        assert_eq!(records.status_events.len(), 1, "the event is not there either");
    });
}

/// A device with a version of the app that knew no processes sets a field and hands the village up.
fn by_an_older_app(file: &ExportedFile, record: RecordKey, field: &str, value: Value) -> ExportedFile {
    let device = Device::new(7);
    let workspace = device.start();
    block_on(workspace.begin(first_run(VILLAGE))).unwrap();
    take_in(&workspace, file);
    let engine = workspace.engine();
    let set = |batch: &mut Batch<'_>| batch.set(record, place(record.0, field), value);
    let (_, changes) = engine.collect(area(VILLAGE), set).unwrap();
    engine.fold(area(VILLAGE), changes.clone()).unwrap();
    block_on(engine.write(area(VILLAGE), &changes, Vec::new())).unwrap();
    block_on(workspace.export(area(VILLAGE), Outgoing::Detail)).unwrap()
}

pub(in crate::workspace) fn take_in(workspace: &Workspace, file: &ExportedFile) {
    let files = vec![(file.name.clone(), file.bytes.clone())];
    let preview = block_on(workspace.preview(workspace.intake(9), files)).unwrap();
    block_on(workspace.import(preview)).unwrap();
}

#[test]
fn what_another_device_moved_is_taken_in_and_found_out() {
    Root::new().with(|| {
        let (_, workspace, household) = village();
        let record = house(&workspace, household);
        let file = block_on(workspace.export(area(VILLAGE), Outgoing::Detail)).unwrap();
        let moved = by_an_older_app(&file, record, "state", "closed".into());
        take_in(&workspace, &moved);
        block_on(workspace.load(vec![area(VILLAGE)])).unwrap();
        assert_eq!(get(&workspace, record, "state"), "closed".into());
        let records = workspace.records(area(VILLAGE)).get_untracked().unwrap();
        let found = breaches(area(VILLAGE), &records, &Terms::on(day("2018-12-31")));
        assert!(
            found
                .iter()
                .any(|one| one.rule == Rule::StateUnsupported && one.id == record.1)
        );
    });
}
