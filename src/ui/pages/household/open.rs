//! The household that is open: what its page reads, and how it writes.

use super::steps::{Step, steps};
use crate::indicators::{Context, HouseholdView, VillageIndex};
use crate::model::{Date, DivisionCode, HouseholdId, Id, Kind, Level, Year, keys_of};
use crate::ui::pages::record::{OpenRecord, entry_day};
use crate::ui::route::{Route, Section, use_route};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::ops::Deref;

/// What every part of the page needs; copied freely. What it shares with other records' pages it is seen through to.
#[derive(Clone, Copy)]
pub struct OpenHousehold {
    record: OpenRecord,
    /// The household.
    pub id: HouseholdId,
    /// What is left to do.
    pub steps: Memo<Vec<Step>>,
}

impl Deref for OpenHousehold {
    type Target = OpenRecord;

    fn deref(&self) -> &OpenRecord {
        &self.record
    }
}

impl OpenHousehold {
    /// Opens a household; call it in a component's body.
    pub fn of(area: DivisionCode, id: HouseholdId) -> Self {
        let record = OpenRecord::of(area, Kind::Household.def().owner, move |records| {
            keys_of(records, id)
        });
        let look = Look { record, id };
        let steps = Memo::new(move |_| {
            let conflicts = record.conflicts.with(|conflicts| conflicts.len());
            look.at(|view, context| steps(view, context, conflicts))
                .unwrap_or_default()
        });
        Self { record, id, steps }
    }

    /// What its fields need.
    pub fn record(&self) -> OpenRecord {
        self.record
    }

    /// Reads the household with everything that is judged about it; none while records are being read.
    pub fn look<T>(&self, read: impl FnOnce(&HouseholdView, &Context) -> T) -> Option<T> {
        Look {
            record: self.record,
            id: self.id,
        }
        .at(read)
    }

    /// The year that year records are for.
    pub fn year(&self) -> Year {
        self.workspace.as_of().get().year()
    }

    /// The day that new entries begin with.
    pub fn day(&self) -> Date {
        entry_day(self.workspace)
    }

    /// Whether the device is the village's own.
    pub fn is_kept_here(&self) -> bool {
        untrack(|| keeps(self.workspace))
    }

    /// The address of a record's own page in a section.
    pub fn record_href(&self, section: Section, record: Id) -> String {
        Route::Household(self.area, self.id, section, Some(record)).href()
    }

    /// The sections where something waits to be done.
    pub fn waiting(&self) -> BTreeSet<Section> {
        self.steps
            .with(|steps| steps.iter().map(|step| step.section).collect())
    }
}

/// The record that the address names.
pub fn named_record() -> Memo<Option<Id>> {
    let route = use_route();
    Memo::new(move |_| {
        route.with(|route| match route {
            Route::Household(_, _, _, record) => *record,
            _ => None,
        })
    })
}

fn keeps(workspace: Workspace) -> bool {
    workspace.profile().with(|profile| {
        profile
            .as_ref()
            .is_some_and(|profile| profile.level() == Level::Village)
    })
}

/// How the household is found among its village's records.
#[derive(Clone, Copy)]
struct Look {
    record: OpenRecord,
    id: HouseholdId,
}

impl Look {
    fn at<T>(self, read: impl FnOnce(&HouseholdView, &Context) -> T) -> Option<T> {
        let OpenRecord {
            workspace,
            area,
            records,
            ..
        } = self.record;
        let (records, facts, as_of) = (records.get()?, workspace.facts().get(), workspace.as_of().get());
        let ties = records.ties_when_asked();
        let village = VillageIndex::new(area, &records, &ties, as_of);
        let context = Context::new(&village, &facts);
        let view = village.households().find(|view| view.household.id == self.id)?;
        Some(read(&view, &context))
    }
}
