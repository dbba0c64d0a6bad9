//! The form of the database: its stores, and the numbered steps that lead there from every older form.

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransaction};

/// Area → the changes up to the last compaction or import.
pub(super) const SNAPSHOTS: &str = "snapshots";
/// [area, number] → the changes of one save after it.
pub(super) const TAIL: &str = "tail";
/// Area → what the workspace wrote about it with the last save.
pub(super) const SUMMARIES: &str = "summaries";
/// Text → anything else.
pub(super) const META: &str = "meta";

/// Every store.
pub(super) const STORES: [&str; 4] = [META, SNAPSHOTS, SUMMARIES, TAIL];

/// One step from a form to the next. The transaction is the upgrade itself: what it throws undoes the whole upgrade.
type Migration = fn(&IdbDatabase, &IdbTransaction) -> Result<(), JsValue>;

/// The steps in order: the step at place `n` leads from form `n` to form `n + 1`. Steps that shipped never change.
const MIGRATIONS: &[Migration] = &[first_form];

/// The form that this code works with.
pub(super) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Leads a database from its form to [`VERSION`].
pub(super) fn migrate(database: &IdbDatabase, upgrade: &IdbTransaction, from: u32) -> Result<(), JsValue> {
    let steps = MIGRATIONS.iter().skip(from as usize);
    steps.into_iter().try_for_each(|step| step(database, upgrade))
}

fn first_form(database: &IdbDatabase, _upgrade: &IdbTransaction) -> Result<(), JsValue> {
    for store in [META, SNAPSHOTS, SUMMARIES, TAIL] {
        database.create_object_store(store)?;
    }
    Ok(())
}
