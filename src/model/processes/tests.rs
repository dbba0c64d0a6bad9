//! The list as a whole, every state reached, and every refusal.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::{Date, FieldType, Group, HouseholdYearId, Id, Record, Records, Value, Year};
use std::collections::BTreeSet;

const TODAY: Date = Date::of::<2021, 12, 31>();
const FIRST: Date = Date::of::<2018, 3, 1>();

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A record of a flow's kind, on its way.
struct Walk {
    flow: &'static Flow,
    records: Records,
    day: Date,
}

impl Walk {
    fn new(flow: &'static Flow) -> Self {
        let mut walk = Self {
            flow,
            records: Records::default(),
            day: FIRST,
        };
        walk.records.row_mut(flow.kind, id("x1"));
        walk
    }

    fn look(&self) -> Look<'_> {
        Look {
            day: Some(self.day),
            ..Look::at(&self.records, self.flow.kind, id("x1"))
        }
    }

    fn put(&mut self, field: &str, value: Value) {
        let place = self
            .flow
            .kind
            .def()
            .position(field)
            .unwrap_or_else(|| panic!("{field}"));
        self.records.set(self.flow.kind, id("x1"), place, &value).unwrap();
    }

    /// Makes a need hold.
    fn fulfil(&mut self, need: &Need) {
        match need {
            Need::Filled(field) => {
                let def = flow::field_of(self.flow.kind, field).unwrap();
                let value = match def.ty {
                    FieldType::Date => FIRST.to_string().into(),
                    FieldType::Code(list) => list.values[0].id.into(),
                    _ => Value::from("甲"),
                };
                self.put(field, value);
            }
            Need::Yes(field) => self.put(field, true.into()),
            Need::OneOf(field, codes) => self.put(field, codes[0].into()),
            Need::Rows(kind) => self.add_row(*kind),
            Need::Rule(..) if self.flow.kind == Kind::Project => self.put("planned_county", Value::Int(1)),
            Need::Rule(..) => {
                let year = HouseholdYearId::of(id("x1").into(), Year(2018));
                let row = self.records.household_years.row_mut(year.into());
                row.record.exit_ready_decided = Some(true);
                if !self.day_is_after_the_plan() && self.is_about_policies(need) {
                    self.day = Date::of::<2021, 3, 1>();
                }
            }
        }
    }

    fn day_is_after_the_plan(&self) -> bool {
        self.day > Date::of::<2020, 12, 31>()
    }

    fn is_about_policies(&self, need: &Need) -> bool {
        matches!(need, Need::Rule(_, label) if label.zh.contains("不脱政策"))
    }

    fn add_row(&mut self, kind: Kind) {
        let def = kind.def();
        let about = |def: &&crate::model::FieldDef| def.is_subject() && def.target() == Some(self.flow.kind);
        let field = def.fields.iter().find(about).unwrap();
        let place = def.position(field.id).unwrap();
        self.records.set(kind, id("r1"), place, &"x1".into()).unwrap();
    }

    /// Moves on, if that may be.
    fn go(&mut self, to: &'static State) -> Option<Refusal> {
        match to.mark {
            Mark::Rows(kind) => self.add_row(kind),
            Mark::AnyYes(fields) => self.put(fields[0], true.into()),
            _ => {}
        }
        let before = self.records.clone();
        let from = self.flow.stands(&Look::at(&before, self.flow.kind, id("x1")));
        let sets = move_sets(self.flow, to, self.day);
        let after = Look {
            set: &sets,
            ..self.look()
        };
        if let Some(refusal) = refuse(self.flow, from, to, &after, TODAY) {
            return Some(refusal);
        }
        for (place, value) in &sets {
            self.records.set(self.flow.kind, id("x1"), *place, value).unwrap();
        }
        None
    }

    /// Goes the shortest way to a state, each need made to hold; but not the one left out.
    fn reach(&mut self, to: &'static State, without: Option<&Need>) -> Option<Refusal> {
        let way = way_to(self.flow, to);
        for state in way {
            for need in state.needs {
                let left_out = without.is_some_and(|out| std::ptr::eq(out, need));
                if !left_out {
                    self.fulfil(need);
                }
            }
            let refusal = self.go(state);
            if refusal.is_some() {
                return refusal;
            }
        }
        None
    }
}

/// The shortest way from where a record begins.
fn way_to(flow: &'static Flow, to: &'static State) -> Vec<&'static State> {
    let mut ways: Vec<Vec<&'static State>> = flow.next(None).map(|state| vec![state]).collect();
    let mut at = 0;
    while at < ways.len() {
        let way = ways[at].clone();
        let last = way[way.len() - 1];
        if last.id == to.id {
            return way;
        }
        for next in flow
            .next(Some(last))
            .filter(|next| !way.iter().any(|one| one.id == next.id))
        {
            ways.push([way.clone(), vec![next]].concat());
        }
        at += 1;
    }
    panic!("{:?}: {} is never reached", flow.kind, to.id);
}

#[test]
fn the_fourteen_processes_are_there_with_their_lines() {
    let ids: Vec<&str> = PROCESSES.iter().map(|process| process.id).collect();
    let expected: Vec<String> = (1..=14).map(|number| format!("P-{number:02}")).collect();
    assert_eq!(ids, expected);
    for process in PROCESSES {
        assert!(
            !process.lines.is_empty() && process.lines.iter().all(|line| *line <= 112),
            "{}",
            process.id
        );
        if let Way::Computed(computed) = process.way {
            assert!(
                computed.states.len() > 1 && !computed.rule.zh.is_empty(),
                "{}",
                process.id
            );
        }
    }
    for flow in flows() {
        assert!(flow.process().is_some(), "{:?}", flow.kind);
    }
}

#[test]
fn flows_name_fields_states_and_codes_that_exist() {
    for flow in flows() {
        let field =
            |id: &str| flow::field_of(flow.kind, id).unwrap_or_else(|| panic!("{:?}.{id}", flow.kind));
        let names: BTreeSet<&str> = flow.states.iter().map(|state| state.id).collect();
        assert_eq!(names.len(), flow.states.len(), "{:?}", flow.kind);
        for state in flow.states {
            assert!(
                !flow.name(state).zh.is_empty() && !flow.name(state).en.is_empty(),
                "{}",
                state.id
            );
            assert!(
                state.after.iter().all(|before| names.contains(before)),
                "{}",
                state.id
            );
            assert!(state.begins || !state.after.is_empty(), "{}", state.id);
            match state.mark {
                Mark::Date(id) => assert!(matches!(field(id).ty, FieldType::Date), "{id}"),
                Mark::Yes(id) => assert!(matches!(field(id).ty, FieldType::Tri), "{id}"),
                Mark::AnyYes(ids) => ids
                    .iter()
                    .for_each(|id| assert!(matches!(field(id).ty, FieldType::Tri))),
                Mark::Rows(_) | Mark::None => {}
            }
            for id in state.affirms {
                assert!(matches!(field(id).ty, FieldType::Tri), "{id}");
            }
            for need in state.needs {
                if let Need::OneOf(id, codes) = need {
                    let FieldType::Code(list) = field(id).ty else {
                        panic!("{id}")
                    };
                    assert!(codes.iter().all(|code| list.find(code).is_some()), "{id}");
                }
                need.field().map(field);
            }
        }
        if let Some(diary) = flow.diary {
            for id in [diary.date, diary.text] {
                assert!(diary.kind.def().position(id).is_some(), "{id}");
            }
            for id in [diary.who, diary.state] {
                assert!(id.is_empty() || diary.kind.def().position(id).is_some(), "{id}");
            }
        }
    }
}

#[test]
fn every_code_of_a_flows_list_is_a_state_and_is_reached() {
    for flow in flows() {
        if let Some(list) = flow.list() {
            let codes: BTreeSet<&str> = list.values.iter().map(|code| code.id).collect();
            let states: BTreeSet<&str> = flow.states.iter().map(|state| state.id).collect();
            assert_eq!(codes, states, "{:?}", flow.kind);
        }
        for state in flow.states {
            let mut walk = Walk::new(flow);
            assert_eq!(walk.reach(state, None), None, "{:?} {}", flow.kind, state.id);
            let stands = flow.stands(&walk.look()).map(|stands| stands.id);
            assert_eq!(stands, Some(state.id), "{:?}", flow.kind);
        }
    }
}

#[test]
fn what_went_its_way_is_borne_out_at_every_state() {
    for flow in flows() {
        for state in flow.states {
            let mut walk = Walk::new(flow);
            walk.reach(state, None);
            let merged = Look::at(&walk.records, flow.kind, id("x1"));
            assert_eq!(lacks(flow, &merged), [], "{:?} {}", flow.kind, state.id);
        }
    }
}

#[test]
fn each_need_that_is_not_met_refuses_the_move_and_says_what_it_is() {
    let mut cases = 0;
    for flow in flows() {
        for state in flow.states {
            for need in state.needs {
                let mut walk = Walk::new(flow);
                let refusal = walk.reach(state, Some(need));
                let label = |id: &str| flow::field_of(flow.kind, id).unwrap().label;
                let fits = match (need, &refusal) {
                    (Need::Filled(id), Some(Refusal::Empty(said)))
                    | (Need::Yes(id), Some(Refusal::NotYes(said)))
                    | (Need::OneOf(id, _), Some(Refusal::NotOneOf(said, _))) => label(id) == *said,
                    (Need::Rows(kind), Some(Refusal::NoRecord(said))) => kind.def().label == *said,
                    (Need::Rule(_, rule), Some(Refusal::Rule(said))) => rule == said,
                    _ => false,
                };
                assert!(fits, "{:?} {}: {need:?} gave {refusal:?}", flow.kind, state.id);
                cases += 1;
            }
        }
    }
    assert!(cases >= 25, "{cases}");
}

#[test]
fn every_step_that_is_skipped_is_refused_and_the_first_one_is_named() {
    for flow in flows() {
        for to in flow.states.iter().filter(|state| !state.begins) {
            let way = way_to(flow, to);
            let begins = way[0];
            if way.len() < 3 {
                continue;
            }
            let mut walk = Walk::new(flow);
            walk.reach(begins, None);
            let refusal = walk.go(to);
            if !to.is_said() {
                continue;
            }
            assert_eq!(
                refusal,
                Some(Refusal::Skips(flow.name(way[1]))),
                "{:?} {}",
                flow.kind,
                to.id
            );
            assert_eq!(flow.stands(&walk.look()).unwrap().id, begins.id);
        }
    }
}

fn house() -> Walk {
    Walk::new(&houses::DANGEROUS_HOUSE)
}

fn state(flow: &'static Flow, id: &str) -> &'static State {
    flow.state(id).unwrap()
}

#[test]
fn nothing_leads_back_from_the_end_or_to_a_beginning() {
    let mut walk = house();
    let flow = walk.flow;
    assert_eq!(
        walk.go(state(flow, "rebuilding")),
        Some(Refusal::Skips(flow.name(state(flow, "to_appraise"))))
    );
    assert_eq!(walk.reach(state(flow, "closed"), None), None);
    let back = walk.go(state(flow, "appraised"));
    assert_eq!(
        back,
        Some(Refusal::NoWay(
            flow.name(state(flow, "closed")),
            flow.name(state(flow, "appraised"))
        ))
    );
    let cancelled = &money::PROJECT;
    let mut walk = Walk::new(cancelled);
    walk.reach(state(cancelled, "accepted"), None);
    assert!(matches!(
        walk.go(state(cancelled, "cancelled")),
        Some(Refusal::NoWay(..))
    ));
    // A household does not begin as one that fell back.
    let none: Option<&'static State> = None;
    let walk = Walk::new(&houses::OLD_HOUSE);
    let refusal = refuse(
        walk.flow,
        none,
        state(walk.flow, "preserved"),
        &walk.look(),
        TODAY,
    );
    assert!(matches!(refusal, Some(Refusal::Skips(_))), "{refusal:?}");
}

#[test]
fn a_step_has_its_day_which_is_neither_before_the_step_before_it_nor_to_come() {
    let mut walk = house();
    let flow = walk.flow;
    assert_eq!(walk.reach(state(flow, "rebuilding"), None), None);
    walk.day = Date::of::<2018, 2, 1>();
    let started = flow::field_of(flow.kind, "started").unwrap().label;
    assert_eq!(
        walk.go(state(flow, "completed")),
        Some(Refusal::TooEarly(started, FIRST))
    );
    walk.day = TODAY.plus_days(1);
    assert_eq!(walk.go(state(flow, "completed")), Some(Refusal::InFuture));
    walk.day = FIRST;
    assert_eq!(walk.go(state(flow, "completed")), None, "on the same day");
    let completed = flow::field_of(flow.kind, "completed").unwrap().label;
    walk.put("completed", Value::Null);
    let only_the_code = [(
        flow.kind.def().position("state").unwrap(),
        Value::from("completed"),
    )];
    let look = Look {
        set: &only_the_code,
        ..walk.look()
    };
    let rebuilding = Some(state(flow, "rebuilding"));
    assert_eq!(
        refuse(flow, rebuilding, state(flow, "completed"), &look, TODAY),
        Some(Refusal::Empty(completed))
    );
}

/// What the gate says when a field is set to a value.
fn gate(walk: &Walk, field: &str, value: Value) -> Option<Refusal> {
    let mut after = walk.records.clone();
    let place = walk.flow.kind.def().position(field).unwrap();
    after.set(walk.flow.kind, id("x1"), place, &value).unwrap();
    first_refusal(&walk.records, &after, [(walk.flow.kind, id("x1"))], TODAY)
}

#[test]
fn a_field_set_by_itself_is_a_move_like_any_other() {
    let mut walk = house();
    walk.reach(state(walk.flow, "to_appraise"), None);
    let appraised = walk.flow.name(state(walk.flow, "appraised"));
    assert_eq!(
        gate(&walk, "state", "closed".into()),
        Some(Refusal::Skips(appraised))
    );
    assert_eq!(gate(&walk, "state", Value::Null), Some(Refusal::Blank));
    assert_eq!(gate(&walk, "note", "甲".into()), None);
    assert_eq!(gate(&walk, "state", "to_appraise".into()), None);
}

#[test]
fn marks_are_set_in_their_order_and_taken_back_from_the_last() {
    let mut walk = Walk::new(&houses::MOVE);
    let flow = walk.flow;
    let day = || Value::from(FIRST.to_string());
    let housed = flow.name(state(flow, "housed"));
    assert_eq!(gate(&walk, "keys_on", day()), Some(Refusal::Skips(housed)));
    assert_eq!(walk.reach(state(flow, "moved_in"), None), None);
    assert_eq!(walk.look().get("occupied"), Value::Bool(true));
    let moved_in = flow.name(state(flow, "moved_in"));
    assert_eq!(
        gate(&walk, "keys_on", Value::Null),
        Some(Refusal::LaterStands(moved_in))
    );
    assert_eq!(gate(&walk, "moved_in_on", Value::Null), None);
}

#[test]
fn what_was_merged_is_looked_at_by_its_evidence() {
    let mut walk = house();
    walk.reach(state(walk.flow, "rebuilding"), None);
    walk.put("state", "closed".into());
    let flow = walk.flow;
    let gap = Lack::Unsupported {
        field: "completed",
        state: "completed",
    };
    assert_eq!(
        lacks(flow, &walk.look()),
        [gap],
        "the first step that was skipped"
    );
    walk.put("state", "rebuilding".into());
    walk.put("completed", FIRST.to_string().into());
    let behind = Lack::Behind {
        field: "state",
        state: "completed",
    };
    assert_eq!(lacks(flow, &walk.look()), [behind]);
    walk.put("state", "completed".into());
    walk.put("completed", "2017-01-01".into());
    assert_eq!(
        lacks(flow, &walk.look()),
        [Lack::Backwards {
            field: "completed",
            before: FIRST
        }]
    );
}

#[test]
fn a_move_back_by_the_way_takes_the_later_days_with_it() {
    let flow = &governance::ISSUE;
    let mut walk = Walk::new(flow);
    walk.reach(state(flow, "closed"), None);
    assert!(!walk.look().get("closed_on").is_null());
    assert_eq!(walk.go(state(flow, "reopened")), None);
    assert!(walk.look().get("closed_on").is_null());
    assert_eq!(lacks(flow, &walk.look()), []);
}

#[test]
fn an_exit_of_before_the_plan_was_decided_elsewhere() {
    let flow = &people::EXIT;
    let mut walk = Walk::new(flow);
    walk.reach(state(flow, "not_exited"), None);
    walk.day = Date::of::<2017, 12, 1>();
    assert_eq!(walk.go(state(flow, "exited_with_policy")), None);
}

#[test]
fn the_only_beginning_is_where_a_record_begins() {
    let begins = |flow: &'static Flow| flow.beginning().map(|state| state.id);
    assert_eq!(begins(&houses::DANGEROUS_HOUSE), Some("to_appraise"));
    assert_eq!(begins(&people::STUDENT), None, "at school, or already at risk");
    assert!(is_state(Kind::DangerousHouse, "state") && !is_state(Kind::SupportMeasure, "state"));
    let groups = flow::field_of(Kind::Project, "allocated_on").map(|def| def.group);
    assert_eq!(groups, Some(Group::Schedule));
    assert_eq!(
        crate::model::DangerousHouse::DEF.position("state"),
        Kind::DangerousHouse.def().position("state")
    );
}
