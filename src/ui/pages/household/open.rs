//! The household that is open: what its page reads, and how it writes.

use super::belongings::keys_of;
use super::steps::{Step, steps};
use crate::indicators::{Context, HouseholdView, VillageIndex};
use crate::journal::Conflict;
use crate::model::{Date, DivisionCode, HouseholdId, Id, Level, Records, Year};
use crate::ui::announce::use_announcer;
use crate::ui::route::{Route, Section, use_route};
use crate::ui::text::{Language, errors, language};
use crate::workspace::{Access, CommandError, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;

/// What every part of the page needs; copied freely.
#[derive(Clone, Copy)]
pub struct OpenHousehold {
    /// The register.
    pub workspace: Workspace,
    /// The village whose record it is.
    pub area: DivisionCode,
    /// The household.
    pub id: HouseholdId,
    /// The village's records; none while they are being read.
    pub records: Signal<Option<Arc<Records>>>,
    /// The open conflicts of the household's records.
    pub conflicts: Memo<Arc<Vec<Conflict>>>,
    /// What is left to do.
    pub steps: Memo<Vec<Step>>,
    /// Whether the fields may only be read: another tab writes, or the village keeps them.
    pub locked: Signal<bool>,
    /// The language of the page.
    pub language: Language,
}

impl OpenHousehold {
    /// Opens a household; call it in a component's body.
    pub fn of(area: DivisionCode, id: HouseholdId) -> Self {
        let workspace = expect_context::<Workspace>();
        let records = workspace.records(area);
        let conflicts = Memo::new(move |_| {
            records.with(|records| {
                let keys = records
                    .as_ref()
                    .map(|records| keys_of(records, id))
                    .unwrap_or_default();
                let all = workspace.conflicts(area).into_iter();
                Arc::new(
                    all.filter(|conflict| keys.contains(&conflict.record))
                        .collect::<Vec<_>>(),
                )
            })
        });
        let look = Look {
            workspace,
            area,
            id,
            records,
        };
        let steps = Memo::new(move |_| {
            let conflicts = conflicts.with(|conflicts| conflicts.len());
            look.at(|view, context| steps(view, context, conflicts))
                .unwrap_or_default()
        });
        let locked = Signal::derive(move || workspace.access().get() == Access::Reader || !keeps(workspace));
        Self {
            workspace,
            area,
            id,
            records,
            conflicts,
            steps,
            locked,
            language: language(),
        }
    }

    /// Reads the household with everything that is judged about it; none while records are being read.
    pub fn look<T>(&self, read: impl FnOnce(&HouseholdView, &Context) -> T) -> Option<T> {
        Look {
            workspace: self.workspace,
            area: self.area,
            id: self.id,
            records: self.records,
        }
        .at(read)
    }

    /// Reads the village's records; none while they are being read.
    pub fn read<T>(&self, read: impl FnOnce(&Records) -> T) -> Option<T> {
        self.records.with(|records| records.as_deref().map(read))
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

    /// Carries out a command; when it is done says `done` and goes on with what it gave, else says why it was not.
    pub fn run<T: 'static>(
        &self,
        command: impl Future<Output = Result<T, CommandError>> + 'static,
        done: &'static str,
        then: impl FnOnce(T) + 'static,
    ) {
        let (announcer, language) = (use_announcer(), self.language);
        spawn_local(async move {
            match command.await {
                Ok(outcome) => {
                    announcer.say(done);
                    then(outcome);
                }
                Err(error) => announcer.say(errors::command(&error, language)),
            }
        });
    }
}

/// The day that new entries begin with: today, and in the invented county the day it stands at.
pub fn entry_day(workspace: Workspace) -> Date {
    untrack(|| {
        if workspace.is_demo() {
            workspace.as_of().get()
        } else {
            workspace.today()
        }
    })
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
    workspace: Workspace,
    area: DivisionCode,
    id: HouseholdId,
    records: Signal<Option<Arc<Records>>>,
}

impl Look {
    fn at<T>(self, read: impl FnOnce(&HouseholdView, &Context) -> T) -> Option<T> {
        let (records, facts, as_of) = (
            self.records.get()?,
            self.workspace.facts().get(),
            self.workspace.as_of().get(),
        );
        let village = VillageIndex::new(self.area, &records, as_of);
        let context = Context {
            as_of,
            year: as_of.year(),
            facts: &facts,
            village: &village,
        };
        let view = village.households().find(|view| view.household.id == self.id)?;
        Some(read(&view, &context))
    }
}
