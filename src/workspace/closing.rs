//! Closing periods: an office freezes the figures of a month or a year.

use super::engine::key;
use super::transfer::named;
use super::{CommandError, ExportedFile, Workspace};
use crate::exchange::{Author, Frozen, Held, Late, Period, ScoreRow, Signer};
use crate::indicators;
use crate::indicators::Scores;
use crate::journal::Partition;
use crate::model::DivisionCode;
use crate::storage::{Batch, Index};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A period that was closed on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closed {
    /// The period.
    pub period: Period,
    /// The area, with everything in it.
    pub scope: DivisionCode,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

impl Closed {
    fn key(scope: DivisionCode, period: Period) -> String {
        format!("{}{scope}:{period}", key::FROZEN)
    }
}

impl Workspace {
    /// The periods that were closed on this device, by period.
    pub fn closed_periods(&self) -> Signal<Arc<Vec<Closed>>> {
        self.state.closed.into()
    }

    /// Shows what was closed, as the store tells it.
    pub(super) fn show_closed(&self, index: &Index) {
        let read = |(name, bytes): (&str, &[u8])| {
            let (scope, period) = name.split_once(':')?;
            Some(Closed {
                period: Period::parse(period)?,
                scope: DivisionCode::new(scope)?,
                at: std::str::from_utf8(bytes).ok()?.parse().ok()?,
            })
        };
        let mut closed: Vec<Closed> = index.meta_under(key::FROZEN).filter_map(read).collect();
        closed.sort_unstable();
        self.state.closed.set(Arc::new(closed));
    }

    /// Closes a period of this device's area. What is closed stays as it is: closing it again is refused.
    ///
    /// # Errors
    /// As every command; [`AlreadyClosed`](CommandError::AlreadyClosed).
    pub async fn close_period(&self, period: Period) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        let who = engine.profile()?;
        let name = Closed::key(who.area, period);
        let closed = self.state.closed.get_untracked();
        if closed
            .iter()
            .any(|one| (one.scope, one.period) == (who.area, period))
        {
            return Err(CommandError::AlreadyClosed);
        }
        let at = engine.surroundings.now();
        let (rows, held) = self.figures_at(who.area, period).await?;
        let frozen = Frozen {
            scope: named(who.area),
            period,
            author: Author {
                id: who.official,
                name: Some(who.name),
            },
            device: engine.device()?,
            at,
            rows,
            held,
        };
        let signer = self.signer().await?;
        let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
        let batch = Batch::new()
            .meta(name.clone(), at.to_string().into_bytes())
            .set_aside(name, frozen.write_signed(signer).bytes);
        engine.database()?.write(batch).await?;
        let mut closed = (*closed).clone();
        closed.push(Closed {
            period,
            scope: who.area,
            at,
        });
        closed.sort_unstable();
        self.state.closed.set(Arc::new(closed));
        Ok(())
    }

    /// What came after a period was closed.
    ///
    /// # Errors
    /// When what was closed, or an area, cannot be read.
    pub async fn late(&self, closed: Closed) -> Result<Late, CommandError> {
        let engine = self.engine();
        let frozen = self.frozen(closed).await?;
        let (rows, _) = self.figures_at(closed.scope, closed.period).await?;
        let areas = self.areas_within(closed.scope);
        engine.partitions(&areas, |partitions| {
            frozen.late(&rows, partitions.iter().copied())
        })
    }

    /// A closed period as a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn frozen_file(&self, closed: Closed) -> Result<ExportedFile, CommandError> {
        let frozen = self.frozen(closed).await?;
        Ok(ExportedFile {
            name: frozen.file_name(),
            bytes: frozen.write().bytes,
        })
    }

    async fn frozen(&self, closed: Closed) -> Result<Frozen, CommandError> {
        let name = Closed::key(closed.scope, closed.period);
        let bytes = self.engine().database()?.aside(&name).await?;
        let frozen = bytes.map(|bytes| Frozen::read(&bytes));
        match frozen {
            Some(Ok((frozen, _))) => Ok(frozen),
            Some(Err(error)) => Err(CommandError::Unreadable(error.to_string())),
            None => Err(CommandError::Unreadable(name)),
        }
    }

    /// The figures of an area and everything in it for the last day of a period, and what they rest on.
    async fn figures_at(
        &self,
        scope: DivisionCode,
        period: Period,
    ) -> Result<(Vec<ScoreRow>, Vec<Held>), CommandError> {
        let engine = self.engine();
        let areas = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        let day = period.last_day();
        let facts = self.state.facts.get_untracked();
        engine.partitions(&areas, |partitions: &[&Partition]| {
            let cards: BTreeMap<_, _> = partitions
                .iter()
                .map(|one| {
                    let card = crate::indicators::score_area(one.area(), one.records(), &facts, day);
                    (one.area(), card)
                })
                .collect();
            let silent = Arc::new(indicators::Silent::of(&facts, day));
            let scores = Scores::of_cards(cards, facts, day, silent);
            let within = scores
                .cards()
                .filter(|(area, card)| area.within(scope) && card.is_here());
            let rows = within
                .flat_map(|(area, card)| card.rows(area, day))
                .map(ScoreRow::from);
            (rows.collect(), Held::of_all(partitions.iter().copied()))
        })
    }
}
