//! Bringing a database up to this version's form.

use crate::storage::forms;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransaction};

pub(super) use forms::{ATTIC, META, SNAPSHOTS, STORES, SUMMARIES, TAIL, VERSION};

/// Leads a database from its form to [`VERSION`]. The transaction is the upgrade itself: what is thrown undoes all of it.
pub(super) fn migrate(database: &IdbDatabase, _upgrade: &IdbTransaction, from: u32) -> Result<(), JsValue> {
    forms::missing_from(from).try_for_each(|store| database.create_object_store(store).map(drop))
}
