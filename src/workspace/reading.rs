//! What the interface reads.

use super::handover::last_of_scopes;
use super::record_work::WORK;
use super::state::State;
use super::{
    Access, CommandError, Edition, HandOver, Phase, Profile, Progress, Received, SaveState, Summaries,
    Workspace,
};
use crate::indicators::{CountyFacts, Explained, FigureAt, Scorecard, Scores, explain, explain_sum};
use crate::journal::{Change, Conflict, FieldKey, HistoryEntry, RecordKey};
use crate::model::{Date, DivisionCode, Id, Kind, Level, Records};
use crate::plan;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every subject of a figure in an area, village by village.
pub type ExplainedList = Arc<Vec<(DivisionCode, Explained)>>;

/// Areas and their records.
pub type RecordsList = Arc<Vec<(DivisionCode, Arc<Records>)>>;

impl Workspace {
    /// How far the register has been opened.
    pub fn phase(&self) -> Signal<Phase> {
        self.state.phase.into()
    }

    /// Who works here.
    pub fn profile(&self) -> Signal<Option<Arc<Profile>>> {
        self.state.profile.into()
    }

    /// Whether the open register is the invented one.
    pub fn is_demo(&self) -> bool {
        self.state.profile.with(|profile| {
            profile
                .as_ref()
                .is_some_and(|profile| profile.edition == Edition::Demo)
        })
    }

    /// Whether this tab may write.
    pub fn access(&self) -> Signal<Access> {
        self.state.access.into()
    }

    /// Why the store is lost to this tab though the register is on the screen; none as long as it is there.
    pub fn lost(&self) -> Signal<Option<CommandError>> {
        self.state.lost.into()
    }

    /// How the last save went.
    pub fn save_state(&self) -> Signal<SaveState> {
        self.state.saving.into()
    }

    /// How far long work has come; none when there is none.
    pub fn progress(&self) -> Signal<Option<Progress>> {
        self.state.progress.into()
    }

    /// The day that figures are for; its year is the working year of forms.
    pub fn as_of(&self) -> Signal<Date> {
        self.state.as_of.into()
    }

    /// The day in China.
    pub fn today(&self) -> Date {
        self.engine().surroundings.today()
    }

    /// What the county has entered.
    pub fn facts(&self) -> Signal<Arc<CountyFacts>> {
        self.state.facts.into()
    }

    /// Every area on this device with its figures and size.
    pub fn summaries(&self) -> Signal<Summaries> {
        self.state.summaries.into()
    }

    /// The last package of each scope that came in.
    pub fn received(&self) -> Signal<Arc<BTreeMap<DivisionCode, Received>>> {
        let receipts = self.state.receipts;
        Memo::new(move |_| receipts.with(|receipts| Arc::new(last_of_scopes(receipts)))).into()
    }

    /// What has left this device and what has not.
    pub fn handover(&self) -> Signal<Arc<HandOver>> {
        self.state.handover.into()
    }

    /// An area's own records; none while they are being read. Asking has them read.
    pub fn records(&self, area: DivisionCode) -> Signal<Option<Arc<Records>>> {
        let areas = self.state.areas;
        if !areas.with_untracked(|areas| areas.contains_key(&area)) {
            self.read_later(vec![area]);
        }
        Memo::new_with_compare(move |_| areas.with(|areas| areas.get(&area).cloned()), is_another).into()
    }

    /// The records of every area on this device that lies within one, with those areas' codes; none while some are
    /// still being read.
    pub fn records_within(&self, scope: DivisionCode) -> Signal<Option<RecordsList>> {
        self.records_of(scope, |area| area.level() == Level::Village)
    }

    /// The records of the areas within one that are asked for.
    fn records_of(
        &self,
        scope: DivisionCode,
        wanted: fn(&DivisionCode) -> bool,
    ) -> Signal<Option<RecordsList>> {
        let state = self.state;
        let of = move |areas: &Summaries| -> Vec<DivisionCode> {
            let within = areas.keys().filter(|area| area.within(scope) && wanted(area));
            within.copied().collect()
        };
        self.read_later(state.summaries.with_untracked(of));
        let within = move || {
            let within = state.summaries.with(of);
            state.areas.with(|areas| {
                let all = within
                    .into_iter()
                    .map(|area| Some((area, Arc::clone(areas.get(&area)?))));
                all.collect::<Option<Vec<_>>>().map(Arc::new)
            })
        };
        Memo::new_with_compare(move |_| within(), |_, _| true).into()
    }

    /// The records of an area, and of every area on this device that lies within it: the area's own first. None while
    /// some are still being read.
    pub fn registers_within(&self, scope: DivisionCode) -> Signal<Option<RecordsList>> {
        let state = self.state;
        self.read_later(
            state
                .summaries
                .with_untracked(|all| parts_of(all.keys().copied(), scope)),
        );
        let within = move || {
            let parts = state.summaries.with(|all| parts_of(all.keys().copied(), scope));
            state.areas.with(|areas| {
                let all = parts
                    .into_iter()
                    .map(|area| Some((area, Arc::clone(areas.get(&area)?))));
                all.collect::<Option<Vec<_>>>().map(Arc::new)
            })
        };
        Memo::new_with_compare(move |_| within(), |_, _| true).into()
    }

    /// The county's own records, which every office points to; none while they are being read.
    pub fn county_records(&self) -> Signal<Option<Arc<Records>>> {
        self.records(county())
    }

    /// The figures of every area: villages from their summaries, townships and the county as sums.
    pub fn scores(&self) -> Memo<Arc<Scores>> {
        self.scores
    }

    /// The figures of one area; none when nothing of it is on this device.
    pub fn scorecard(&self, area: DivisionCode) -> Memo<Option<Scorecard>> {
        let scores = self.scores();
        Memo::new(move |_| scores.with(|scores| scores.card(area).filter(|card| card.is_here()).cloned()))
    }

    /// Every subject of a figure in an area; none while records are being read.
    pub fn explain(&self, at: FigureAt, scope: DivisionCode) -> Signal<Option<ExplainedList>> {
        let (records, state, scores) = (self.records_of(scope, |_| true), self.state, self.scores());
        Memo::new_with_compare(
            move |_| {
                let (facts, as_of) = (state.facts.get(), state.as_of.get());
                let areas = records.get()?;
                let mut list = Vec::new();
                for (area, records) in areas.iter() {
                    list.extend(
                        explain(at, *area, records, &facts, as_of)
                            .into_iter()
                            .map(|one| (*area, one)),
                    );
                }
                scores.with(|scores| {
                    for (area, _) in scores
                        .cards()
                        .filter(|(area, card)| area.within(scope) && card.is_here())
                    {
                        list.extend(explain_sum(at, area, scores).into_iter().map(|one| (area, one)));
                    }
                });
                Some(Arc::new(list))
            },
            |_, _| true,
        )
        .into()
    }

    /// The values that a field had, oldest first. Follow [`records`](Self::records) of the area to hear of new ones.
    pub fn history(&self, area: DivisionCode, kind: Kind, id: Id, field: &FieldKey) -> Vec<HistoryEntry> {
        self.engine()
            .partition(area, |partition| partition.history(kind, id, field))
            .unwrap_or_default()
    }

    /// The changes of some records, newest first. Follow [`records`](Self::records) of the area to hear of new ones.
    pub fn changes_of(&self, area: DivisionCode, records: &BTreeSet<RecordKey>) -> Vec<Change> {
        let ours = |change: &&Change| {
            let kind = change.kind.known();
            kind.is_some_and(|kind| records.contains(&(kind, change.id)))
        };
        self.engine()
            .partition(area, |partition| {
                partition.changes().iter().rev().filter(ours).cloned().collect()
            })
            .unwrap_or_default()
    }

    /// The open conflicts of an area. Follow [`records`](Self::records) of the area to hear of new ones.
    pub fn conflicts(&self, area: DivisionCode) -> Vec<Conflict> {
        // Where there is a journal, what reads it is here.
        WORK.here()
            .map_or_else(Vec::new, |work| (work.conflicts)(self, area))
    }

    /// Reads areas' journals and shows their records; those that are shown already stay.
    pub(super) async fn load(&self, areas: Vec<DivisionCode>) -> Result<(), CommandError> {
        let shown = self.state.areas.get_untracked();
        let missing: Vec<DivisionCode> = areas
            .into_iter()
            .filter(|area| !shown.contains_key(area))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let work = WORK.entry().await?;
        (work.read)(self, missing).await
    }

    /// Reads areas' journals, unless they are here, and shows their records.
    pub(super) async fn read(&self, missing: Vec<DivisionCode>) -> Result<(), CommandError> {
        let engine = self.engine();
        engine.ensure_all(&missing).await?;
        self.state.areas.update(|shown| {
            let shown = Arc::make_mut(shown);
            for area in missing {
                if let Some(records) = engine.partition(area, |partition| partition.records().clone()) {
                    shown.insert(area, Arc::new(records));
                }
            }
        });
        Ok(())
    }

    fn read_later(&self, areas: Vec<DivisionCode>) {
        let workspace = *self;
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.load(areas).await {
                workspace.fail(error);
            }
        });
    }

    /// Shows an area whose journal is here.
    pub(super) fn publish(&self, area: DivisionCode) {
        if let Some(records) = self
            .engine()
            .partition(area, |partition| partition.records().clone())
        {
            self.state.show(area, records);
        }
    }
}

/// The sums of the areas' figures, made anew when an area's figures change.
pub(super) fn scores_of(state: State) -> Memo<Arc<Scores>> {
    let sum = move |_: Option<&Arc<Scores>>| {
        let cards = state.summaries.with(|all| {
            let cards = all
                .values()
                .map(|summary| (summary.area, summary.scored.card.clone()));
            cards.collect()
        });
        Arc::new(Scores::of_cards(
            cards,
            state.facts.get(),
            state.as_of.get(),
            state.said.with(|said| Arc::clone(&said.silent)),
        ))
    };
    Memo::new_with_compare(sum, |_, _| true)
}

/// Whether a memo has come to another record set than before; the same set is never compared record by record.
fn is_another(old: Option<&Option<Arc<Records>>>, new: Option<&Option<Arc<Records>>>) -> bool {
    match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
        (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
        (None, None) => old.is_none(),
        _ => true,
    }
}

fn parts_of(areas: impl Iterator<Item = DivisionCode>, scope: DivisionCode) -> Vec<DivisionCode> {
    let below = areas.filter(|area| *area != scope && area.within(scope));
    [scope].into_iter().chain(below).collect()
}

/// The county's code.
pub(super) fn county() -> DivisionCode {
    DivisionCode::new(plan::divisions::COUNTY)
        .unwrap_or_else(|| unreachable!("the county's code is well formed"))
}
