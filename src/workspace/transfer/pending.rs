//! What has been handed over, and what has not: only receipts say so.

use crate::exchange::Profile;
use crate::model::{DivisionCode, Level};
use crate::storage::Index;
use crate::workspace::engine::key;
use crate::workspace::handover::Acknowledged;
use crate::workspace::{CommandError, Edition, HandOver, HandedOver, Workspace};
use leptos::prelude::*;
use std::sync::Arc;

impl Workspace {
    /// Reads what has been handed over.
    pub(super) async fn refresh_handover(&self) -> Result<(), CommandError> {
        let index = self.engine().database()?.index().await?;
        self.show_handover(&index)
    }

    /// Shows what has been handed over, as the store tells it.
    pub(in crate::workspace) fn show_handover(&self, index: &Index) -> Result<(), CommandError> {
        let scope = self.engine().profile()?.area;
        let last = index.meta.get(&HandedOver::key(Profile::Detail, scope));
        let number = |name: &str| {
            std::str::from_utf8(index.meta.get(name)?)
                .ok()?
                .parse::<u64>()
                .ok()
        };
        let acknowledged = index
            .meta_under(key::ACKNOWLEDGED)
            .filter_map(|(_, bytes)| Acknowledged::from_bytes(bytes));
        self.state.handover.set(Arc::new(HandOver {
            pending: 0,
            last: last.and_then(|bytes| HandedOver::from_bytes(bytes)),
            received: None,
            backup: number(key::BACKUP),
            backed_up: number(key::BACKED_UP).map_or(0, |changes| changes as usize),
            began: number(key::BEGAN),
            due: None,
        }));
        self.state.acknowledged.set(Arc::default());
        self.show_acknowledged(acknowledged.collect());
        Ok(())
    }

    /// Shows what offices have acknowledged; what one of them said before is replaced.
    pub(super) fn show_acknowledged(&self, news: Vec<Acknowledged>) {
        let mut all = (*self.state.acknowledged.get_untracked()).clone();
        for one in news {
            all.retain(|other| other.received.office != one.received.office);
            all.push(one);
        }
        // The office right above comes first: handing over is handing to it.
        all.sort_by_key(|one| std::cmp::Reverse(one.received.office));
        let received = all.first().map(|one| one.received);
        self.state.acknowledged.set(Arc::new(all));
        let handover = self.state.handover.get_untracked();
        self.state.handover.set(Arc::new(HandOver {
            received,
            ..(*handover).clone()
        }));
        self.count_pending();
    }

    /// Counts the changes that no office above has acknowledged yet.
    pub(in crate::workspace) fn count_pending(&self) {
        let Ok(profile) = self.engine().profile() else {
            return;
        };
        let acknowledged = self.state.acknowledged.get_untracked();
        let covered = |area: &str| {
            let covered = acknowledged.first().and_then(|one| one.covered.get(area));
            covered.copied().unwrap_or_default()
        };
        let held = self.held_within(profile.area);
        let pending = self.state.summaries.with_untracked(|all| {
            // Nobody is above the county: what it has, has arrived.
            let top = profile.level() == Level::County;
            let own = all
                .values()
                .filter(|summary| !top && summary.area.within(profile.area));
            own.map(|summary| summary.changes.saturating_sub(covered(summary.area.as_str())))
                .sum()
        });
        let handover = self.state.handover.get_untracked();
        let now = self.engine().surroundings.now();
        let real = profile.edition == Edition::Real;
        self.state.handover.set(Arc::new(HandOver {
            pending,
            due: handover.backup_due(held, now).filter(|_| real),
            ..(*handover).clone()
        }));
        self.leave_trace();
    }

    /// How many changes of records within a scope are on this device.
    pub(in crate::workspace) fn held_within(&self, scope: DivisionCode) -> usize {
        self.state.summaries.with_untracked(|all| {
            let own = all
                .values()
                .filter(|summary| !summary.told && summary.area.within(scope));
            own.map(|summary| summary.changes).sum()
        })
    }
}
