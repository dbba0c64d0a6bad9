//! What looks into records, behind a part: the scoreboard of a county is shown from summaries, and that needs none of it.
//!
//! The rest of the workspace's first module may name records and partitions but does nothing with them except by this
//! entry; whoever adds a way around it will see it in the size of the first module.

use super::{CommandError, Later, Profile, Workspace, intentions};
use crate::indicators::{self, CountyFacts, Scorecard, Silent, Unreported};
use crate::journal::Conflict;
use crate::model::{Date, DivisionCode, Records};
use crate::platform::part::part;

/// A command on its way.
type Doing<'a> = Later<'a, Result<(), CommandError>>;

/// What is done with records.
#[derive(Clone, Copy)]
pub struct RecordWork {
    /// Reads areas' journals and shows their records.
    pub read: for<'a> fn(&'a Workspace, Vec<DivisionCode>) -> Doing<'a>,
    /// Makes the figures anew that rest on another day or other parameters.
    pub rescore: for<'a> fn(&'a Workspace) -> Doing<'a>,
    /// Enters who works here.
    pub introduce: for<'a> fn(&'a Workspace, &'a Profile) -> Doing<'a>,
    /// What the county's records say to all.
    pub facts: fn(&Records) -> CountyFacts,
    /// The open conflicts of an area.
    pub conflicts: fn(&Workspace, DivisionCode) -> Vec<Conflict>,
    /// What is said of an area whose records nobody has sent.
    pub unreported: Unreported,
    /// The same of every kind of area on the county's list.
    pub silent: fn(&CountyFacts, Date) -> Silent,
}

part! {
    /// What looks into records.
    pub static WORK: RecordWork = work(RECORD_WORK);
}

const RECORD_WORK: RecordWork = RecordWork {
    read: |workspace, areas| Box::pin(workspace.read(areas)),
    rescore: |workspace| Box::pin(workspace.rescore()),
    introduce: |workspace, profile| Box::pin(introduce(workspace, profile)),
    facts: CountyFacts::of,
    conflicts: |workspace, area| {
        workspace
            .engine()
            .partition(area, |partition| partition.conflicts())
            .unwrap_or_default()
    },
    unreported: indicators::unreported,
    silent: Silent::of,
};

async fn introduce(workspace: &Workspace, profile: &Profile) -> Result<(), CommandError> {
    let today = workspace.today();
    workspace
        .change(profile.area, |batch| {
            intentions::introduce(batch, profile, today);
        })
        .await
}

/// What is said of a figure that nobody has told. While the part is not here nothing is asked: opening waits for it where
/// figures were told.
pub(super) fn unreported() -> Unreported {
    WORK.here().map_or(said_of_none, |work| work.unreported)
}

fn said_of_none(_: DivisionCode, _: &CountyFacts, _: Date) -> Scorecard {
    Scorecard::default()
}
