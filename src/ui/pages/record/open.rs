//! The records that are open on a page: where they are read, whether they may be changed, and how a command is carried out.

use super::findings::{Noted, noted};
use crate::indicators::terms_of;
use crate::journal::{Conflict, RecordKey};
use crate::model::{Date, DivisionCode, Owner, Records};
use crate::ui::announce::use_announcer;
use crate::ui::text::{Language, errors, language};
use crate::workspace::{Access, CommandError, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;

/// What every field of a page needs; copied freely.
#[derive(Clone, Copy)]
pub struct OpenRecord {
    /// The register.
    pub workspace: Workspace,
    /// The area whose record it is.
    pub area: DivisionCode,
    /// The area's records; none while they are being read.
    pub records: Signal<Option<Arc<Records>>>,
    /// The page's records.
    pub keys: Memo<Arc<BTreeSet<RecordKey>>>,
    /// The open conflicts of the page's records.
    pub conflicts: Memo<Arc<Vec<Conflict>>>,
    /// What does not hold together about the page's records.
    pub findings: Memo<Vec<Noted>>,
    /// Whether the fields may only be read: another tab writes, or another office keeps them.
    pub locked: Signal<bool>,
    /// The language of the page.
    pub language: Language,
}

impl OpenRecord {
    /// Opens the records of an area that such an owner writes; `keys` names those of the page. Call it in a component's body.
    pub fn of(
        area: DivisionCode,
        owner: Owner,
        keys: impl Fn(&Records) -> BTreeSet<RecordKey> + Send + Sync + 'static,
    ) -> Self {
        let workspace = expect_context::<Workspace>();
        let records = workspace.records(area);
        let keys = Memo::new(move |_| {
            records.with(|records| Arc::new(records.as_deref().map(&keys).unwrap_or_default()))
        });
        let findings = Memo::new(move |_| {
            let terms = terms_of(&workspace.facts().get(), workspace.as_of().get());
            let found = |records: &Option<Arc<Records>>| {
                let records = records.as_deref()?;
                Some(keys.with(|keys| noted(area, records, keys, &terms)))
            };
            records.with(found).unwrap_or_default()
        });
        let conflicts = Memo::new(move |_| {
            records.track();
            let keys = keys.get();
            let all = workspace.conflicts(area).into_iter();
            Arc::new(
                all.filter(|conflict| keys.contains(&conflict.record))
                    .collect::<Vec<_>>(),
            )
        });
        Self {
            workspace,
            area,
            records,
            keys,
            conflicts,
            findings,
            locked: Signal::derive(move || !may_write(workspace, area, owner)),
            language: language(),
        }
    }

    /// Reads the area's records; none while they are being read.
    pub fn read<T>(&self, read: impl FnOnce(&Records) -> T) -> Option<T> {
        self.records.with(|records| records.as_deref().map(read))
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

/// Whether this tab makes and changes records of such an owner in an area: only among its own, and only one tab at a time.
pub fn may_write(workspace: Workspace, area: DivisionCode, owner: Owner) -> bool {
    let keeps = workspace.profile().with(|profile| {
        profile
            .as_ref()
            .is_some_and(|profile| profile.area == area && owner.writes_at(profile.level()))
    });
    keeps && workspace.access().get() == Access::Writer
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
