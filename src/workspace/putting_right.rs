//! Commands that put the register right: questions and their answers, records that stand twice, households that move, steps
//! that are taken back.

use super::{Basis, CommandError, Workspace, intake, reading};
use crate::journal::rework::{self, Step};
use crate::journal::{Partition, RecordKey, Stamp};
use crate::model::duplicates::{Duplicate, duplicates};
use crate::model::{Date, DivisionCode, Id, Kind, Question, QuestionId, Records};
use crate::storage;
use leptos::prelude::*;
use std::collections::BTreeSet;

impl Workspace {
    /// Asks the village about a field of a record, or returns it for correction. The question travels down with the next
    /// receipt.
    ///
    /// # Errors
    /// As every command.
    pub async fn ask(
        &self,
        area: DivisionCode,
        (kind, id): RecordKey,
        field: Option<&str>,
        text: String,
    ) -> Result<QuestionId, CommandError> {
        let who = self.engine().profile()?;
        let today = self.today();
        self.change(area, |batch| {
            let question = QuestionId(batch.fresh_id());
            batch.put(&Question {
                id: question,
                record_kind: Some(kind.def().id.into()),
                record_id: Some(id.to_string()),
                field: field.map(str::to_owned),
                text: Some(text),
                asked_by: Some(who.name),
                asked_on: Some(today),
                ..Question::default()
            });
            question
        })
        .await
    }

    /// Answers a question with a note.
    ///
    /// # Errors
    /// As every command.
    pub async fn answer(
        &self,
        area: DivisionCode,
        question: QuestionId,
        note: String,
    ) -> Result<(), CommandError> {
        let today = self.today();
        self.change(area, |batch| {
            batch.update::<Question>(question, |question| {
                question.answer = Some(note);
                question.answered_on = Some(today);
            });
        })
        .await
    }

    /// Says that a question has been dealt with, or that it has not.
    ///
    /// # Errors
    /// As every command.
    pub async fn settle_question(
        &self,
        area: DivisionCode,
        question: QuestionId,
        settled: bool,
    ) -> Result<(), CommandError> {
        self.change(area, |batch| {
            batch.update::<Question>(question, |question| question.settled = Some(settled));
        })
        .await
    }

    /// The persons and households on this device that seem to stand twice within or across villages.
    ///
    /// # Errors
    /// When an area cannot be read.
    pub async fn find_duplicates(&self) -> Result<Vec<Duplicate>, CommandError> {
        let engine = self.engine();
        let areas = self.areas_within(engine.profile()?.area);
        engine.ensure_all(&areas).await?;
        engine.partitions(&areas, |partitions| {
            duplicates(
                partitions
                    .iter()
                    .map(|partition| (partition.area(), partition.records())),
            )
        })
    }

    /// Makes one record of two.
    ///
    /// # Errors
    /// As every command; [`NoSuchRecord`](CommandError::NoSuchRecord) when one of them is not there.
    pub async fn merge_records(
        &self,
        area: DivisionCode,
        kind: Kind,
        kept: Id,
        gone: Id,
    ) -> Result<(), CommandError> {
        let made = self.change(area, |batch| {
            let records = batch.partition().records();
            let there = kept != gone && records.contains(kind, kept) && records.contains(kind, gone);
            if there {
                let steps = rework::merge_into(records, kind, kept, gone);
                batch.rework(steps);
            }
            there
        });
        if made.await? {
            Ok(())
        } else {
            Err(CommandError::NoSuchRecord)
        }
    }

    /// How many records were changed in one go with a change.
    pub fn records_made_with(&self, area: DivisionCode, stamp: Stamp) -> usize {
        let records = self.engine().partition(area, |partition| {
            let together = rework::made_together(partition, stamp);
            let records: BTreeSet<_> = together.iter().filter_map(|change| change.record()).collect();
            records.len()
        });
        records.unwrap_or_default()
    }

    /// Takes back what was changed in one go with a change; what somebody has changed since stays.
    ///
    /// # Errors
    /// As every command.
    pub async fn step_back(&self, area: DivisionCode, stamp: Stamp) -> Result<(), CommandError> {
        self.correct(area, |batch| {
            let steps = rework::step_back(batch.partition(), stamp);
            batch.rework(steps);
        })
        .await
    }

    /// Moves a household with its members and all their records to another village whose records are on this device. Both
    /// villages are written in one transaction.
    ///
    /// # Errors
    /// As every command; [`NoSuchRecord`](CommandError::NoSuchRecord) when the household or the village is not here.
    pub async fn move_household(
        &self,
        from: DivisionCode,
        household: Id,
        to: DivisionCode,
    ) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        engine.ensure_all(&[from, to]).await?;
        let pick = |area| {
            engine
                .partition(area, Partition::clone)
                .ok_or(CommandError::NoSuchRecord)
        };
        let (mut old, mut new) = (pick(from)?, pick(to)?);
        if from == to || !engine.is_stored(to) || !old.records().contains(Kind::Household, household) {
            return Err(CommandError::NoSuchRecord);
        }
        let kin = rework::household_and_kin(old.records(), household);
        new.merge(rework::retold(&old, &kin, to));
        let steps = |steps: Vec<Step>| move |batch: &mut super::Batch<'_>| batch.rework(steps);
        let settled = engine.collect_on(&new, steps(rework::settled_in(&kin, to)))?;
        let hidden = engine.collect_on(&old, steps(rework::out_of_sight(&kin)))?;
        new.merge(settled);
        old.merge(hidden);
        let facts = self.state.facts.get_untracked();
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
        let mut batch = storage::Batch::new();
        let (mut summaries, mut changed) = (Vec::new(), Vec::new());
        for partition in [&old, &new] {
            let ready = intake::ready(partition, &facts, basis);
            changed.push((ready.area, ready.summary.last_change));
            batch = batch.replace(ready.area, ready.journal, ready.summary.to_bytes());
            summaries.push(ready.summary);
        }
        engine.database()?.write(batch).await?;
        self.state.show_summaries(summaries);
        self.read_anew(changed, Vec::new()).await?;
        self.count_pending();
        Ok(())
    }

    /// An area's records as they were known at the end of a day, and as they are now.
    ///
    /// # Errors
    /// When the area cannot be read.
    pub async fn records_known_on(
        &self,
        area: DivisionCode,
        day: Date,
    ) -> Result<[Records; 2], CommandError> {
        let engine = self.engine();
        engine.ensure(area).await?;
        let end = day.plus_days(1).start_in_china() - 1;
        let known = engine.partition(area, |partition| {
            [
                partition.as_of(end).records().clone(),
                partition.records().clone(),
            ]
        });
        Ok(known.unwrap_or_default())
    }

    /// Whether this device may ask about an area: it is above it.
    pub fn may_ask(&self, area: DivisionCode) -> bool {
        let own = self.engine().profile().map(|profile| profile.area);
        own.is_ok_and(|own| area != own && area.within(own) || own == reading::county())
    }
}
