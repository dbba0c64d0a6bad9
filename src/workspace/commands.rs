//! The commands: a person's intention, made durable, then shown.

use super::{
    Basis, Batch, CommandError, JournalSize, NewHelper, NewHousehold, NewMeasure, NewPerson, NewStep,
    NewVisit, SaveState, Summary, Workspace, intentions, moves, reading,
};
use crate::journal::{Conflict, RecordKey};
use crate::model::processes::{Flow, State};
use crate::model::*;
use crate::storage::StorageError;
use futures::future::join;
use leptos::prelude::*;
use std::sync::Arc;

/// The rules that changes are held to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// Records move as their processes allow.
    OfProcesses,
    /// None: something is put right.
    None,
}

impl Workspace {
    /// Carries out an intention on an area's records: collects its changes, makes them durable in one strict
    /// transaction, and only then shows them. Changes that move a record against the rules of its process are not made.
    pub(super) async fn change<T>(
        &self,
        area: DivisionCode,
        intention: impl FnOnce(&mut Batch<'_>) -> T,
    ) -> Result<T, CommandError> {
        self.change_by(area, Rules::OfProcesses, intention).await
    }

    /// The same for what puts a mistake right: settling a conflict, bringing a record back, taking a move back.
    pub(super) async fn correct<T>(
        &self,
        area: DivisionCode,
        intention: impl FnOnce(&mut Batch<'_>) -> T,
    ) -> Result<T, CommandError> {
        self.change_by(area, Rules::None, intention).await
    }

    async fn change_by<T>(
        &self,
        area: DivisionCode,
        rules: Rules,
        intention: impl FnOnce(&mut Batch<'_>) -> T,
    ) -> Result<T, CommandError> {
        let engine = self.engine();
        let turn = engine.turn.lock().await;
        engine.surroundings.mark("save-start");
        let outcome = self.change_in_turn(area, rules, intention).await;
        engine.surroundings.mark("save-end");
        match &outcome {
            Ok(_) => self.state.saving.set(SaveState::Saved(engine.surroundings.now())),
            // Nothing was to be written.
            Err(CommandError::Refused(_)) => {}
            Err(error) => self.state.saving.set(SaveState::Failed(error.clone())),
        }
        drop(turn);
        if area == reading::county() && outcome.is_ok() {
            // Parameters, poverty villages, sites and trainings are what every area's figures rest on.
            self.read_facts().await?;
            self.rescore().await?;
        }
        outcome
    }

    async fn change_in_turn<T>(
        &self,
        area: DivisionCode,
        rules: Rules,
        intention: impl FnOnce(&mut Batch<'_>) -> T,
    ) -> Result<T, CommandError> {
        let engine = self.engine();
        engine.may_write()?;
        engine.ensure(area).await?;
        let (outcome, changes) = engine.collect(area, intention)?;
        if changes.is_empty() {
            return Ok(outcome);
        }
        let today = engine.surroundings.today().max(self.state.as_of.get_untracked());
        let refusal = engine
            .partition(area, |partition| moves::refusal_of(partition, &changes, today))
            .flatten();
        if let Some(refusal) = refusal.filter(|_| rules == Rules::OfProcesses) {
            return Err(CommandError::Refused(refusal));
        }
        self.state.saving.set(SaveState::Saving);
        let records = engine.fold(area, changes.clone()).ok_or(CommandError::NotReady)?;
        let size = engine.partition(area, JournalSize::of).unwrap_or_default();
        let before = self.state.summaries.with_untracked(|all| all.get(&area).cloned());
        let outdated = Summary::outdated(area, before.as_deref(), size).to_bytes();
        // The figures are made while the changes are on their way to the disk.
        let figures = async {
            let facts = self.state.facts.get_untracked();
            let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
            let scored = engine.score(area, &records, &facts, basis.as_of);
            Summary::with(area, &records, size, scored, basis)
        };
        let (written, summary) = join(engine.write(area, &changes, outdated), figures).await;
        if let Err(error) = written {
            self.take_back_figures(before, &error).await;
            return Err(error);
        }
        self.state.show(area, records.clone());
        self.state.show_summaries([summary]);
        self.keep_soon(area);
        self.count_pending();
        Ok(outcome)
    }

    /// Has an area's figures be those from before a save that failed: whoever has made them anew meanwhile, for another day,
    /// made them of records with the change.
    async fn take_back_figures(&self, before: Option<Arc<Summary>>, why: &CommandError) {
        let closed = matches!(why, CommandError::Storage(StorageError::Closed));
        // Where the store is gone, the records in memory are all there is, with the change in them.
        if let Some(before) = before.filter(|_| !closed) {
            // As another value, so that figures which are still being made of the change are not taken for news.
            self.state.show_summaries([Summary::clone(&before)]);
            // What cannot be read from the disk shows the figures of the other day until it can.
            let _made_at_the_next_opening = self.rescore_in_turn().await;
        }
    }

    /// Sets one field of a record; a year record that was not there is begun.
    ///
    /// # Errors
    /// As every command: see [`CommandError`].
    pub async fn set_field(
        &self,
        area: DivisionCode,
        record: RecordKey,
        place: usize,
        value: Value,
    ) -> Result<(), CommandError> {
        self.change(area, |batch| intentions::set_field(batch, record, place, value))
            .await
    }

    /// Begins a record of any kind with those values by place; a record with the same natural key is gone on with. None
    /// when a part of the natural key is missing.
    ///
    /// # Errors
    /// As every command.
    pub async fn begin_record(
        &self,
        area: DivisionCode,
        kind: Kind,
        values: Vec<(usize, Value)>,
    ) -> Result<Option<Id>, CommandError> {
        self.change(area, |batch| intentions::begin_record(batch, kind, area, values))
            .await
    }

    /// Brings a record to that state.
    ///
    /// # Errors
    /// As every command.
    pub async fn save<T: Stored>(&self, area: DivisionCode, record: &T) -> Result<(), CommandError> {
        self.change(area, |batch| batch.put(record)).await
    }

    /// Adds a household.
    ///
    /// # Errors
    /// As every command.
    pub async fn add_household(
        &self,
        area: DivisionCode,
        draft: NewHousehold,
    ) -> Result<HouseholdId, CommandError> {
        let today = self.engine().surroundings.today();
        self.change(area, |batch| intentions::add_household(batch, area, draft, today))
            .await
    }

    /// Adds a person to a household.
    ///
    /// # Errors
    /// As every command.
    pub async fn add_member(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        person: NewPerson,
        relation: RelationToHead,
        change_in: MemberChange,
        since: Date,
    ) -> Result<PersonId, CommandError> {
        let add = |batch: &mut Batch<'_>| {
            intentions::add_member(batch, household, person, relation, change_in, since)
        };
        self.change(area, add).await
    }

    /// Ends a person's time in a household.
    ///
    /// # Errors
    /// As every command.
    pub async fn end_membership(
        &self,
        area: DivisionCode,
        membership: HouseholdMembershipId,
        day: Date,
        why: MemberChange,
    ) -> Result<(), CommandError> {
        self.change(area, |batch| {
            intentions::end_membership(batch, membership, day, why)
        })
        .await
    }

    /// Records a visit by the person at the tablet.
    ///
    /// # Errors
    /// As every command.
    pub async fn add_visit(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        visit: NewVisit,
    ) -> Result<VisitId, CommandError> {
        let profile = self.engine().profile()?;
        self.change(area, |batch| {
            intentions::add_visit(batch, &profile, household, visit)
        })
        .await
    }

    /// Records a measure for a household.
    ///
    /// # Errors
    /// As every command.
    pub async fn add_measure(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        measure: NewMeasure,
    ) -> Result<SupportMeasureId, CommandError> {
        self.change(area, |batch| intentions::add_measure(batch, household, measure))
            .await
    }

    /// Gives a household a helper.
    ///
    /// # Errors
    /// As every command.
    pub async fn assign_helper(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        helper: NewHelper,
    ) -> Result<HelperAssignmentId, CommandError> {
        self.change(area, |batch| intentions::assign_helper(batch, household, helper))
            .await
    }

    /// Moves a household in the register.
    ///
    /// # Errors
    /// As every command.
    pub async fn change_status(
        &self,
        area: DivisionCode,
        household: HouseholdId,
        kind: StatusEventKind,
        day: Date,
        reason: Option<String>,
    ) -> Result<(), CommandError> {
        self.change(area, |batch| {
            intentions::change_status(batch, household, kind, day, reason)
        })
        .await
    }

    /// Moves a record to a state of its process.
    ///
    /// # Errors
    /// [`CommandError::Refused`] when the rules of the process forbid it; and as every command.
    pub async fn move_on(
        &self,
        area: DivisionCode,
        record: RecordKey,
        flow: &'static Flow,
        to: &'static State,
        step: NewStep,
    ) -> Result<(), CommandError> {
        let profile = self.engine().profile()?;
        self.change(area, |batch| {
            moves::move_on(batch, record, flow, to, step, &profile.name)
        })
        .await
    }

    /// Takes the last move of a record back. Says whether there was one.
    ///
    /// # Errors
    /// As every command.
    pub async fn take_back(
        &self,
        area: DivisionCode,
        record: RecordKey,
        flow: &'static Flow,
    ) -> Result<bool, CommandError> {
        self.correct(area, |batch| moves::take_back(batch, record, flow))
            .await
    }

    /// Deletes a record; its history stays.
    ///
    /// # Errors
    /// As every command.
    pub async fn delete(&self, area: DivisionCode, record: RecordKey) -> Result<(), CommandError> {
        self.change(area, |batch| batch.delete(record, true)).await
    }

    /// Brings a deleted record back.
    ///
    /// # Errors
    /// As every command.
    pub async fn restore(&self, area: DivisionCode, record: RecordKey) -> Result<(), CommandError> {
        self.correct(area, |batch| batch.delete(record, false)).await
    }

    /// Settles a conflict with a value.
    ///
    /// # Errors
    /// As every command.
    pub async fn settle(
        &self,
        area: DivisionCode,
        conflict: &Conflict,
        value: Value,
    ) -> Result<(), CommandError> {
        self.correct(area, |batch| batch.settle(conflict, value)).await
    }

    /// Enters a county parameter, and makes every figure anew that rests on it.
    ///
    /// # Errors
    /// As every command.
    pub async fn set_parameter(&self, parameter: PolicyParameter) -> Result<(), CommandError> {
        self.change(reading::county(), |batch| batch.put(&parameter))
            .await
    }

    /// Enters what the county says about an area, such as that it is a poverty village.
    ///
    /// # Errors
    /// As every command.
    pub async fn set_division(&self, division: Division) -> Result<(), CommandError> {
        self.change(reading::county(), |batch| batch.put(&division)).await
    }
}
