//! The store in the browser's IndexedDB.
//!
//! Over `web-sys` itself: what a wrapper crate would add (typed keys, cursors, builders) is not needed for four stores of
//! bytes, and none of them passes on the strict durability and the reason of an abort, which matter most here.
//!
//! A transaction commits itself as soon as nothing is asked of it, so nothing but its own requests is awaited inside one.

mod connection;
mod read;
mod request;
mod schema;
mod write;

use super::{Batch, Contents, Database, Index, Pending, Placed, StorageError, StoredPartition};
use crate::model::DivisionCode;
use connection::Connection;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// One tab's handle on a database of the browser. It is closed when it is dropped.
pub struct IndexedDb {
    connection: Connection,
}

impl IndexedDb {
    /// Opens a database, which is made if it was not there, and brings it up to this version's form.
    ///
    /// `on_closed` is called when the database is closed under the app for good: a newer version of the app in another tab
    /// wants to change its form, or the browser or a person removed it. After that every call fails with
    /// [`StorageError::Closed`], and the page should offer to reload.
    ///
    /// # Errors
    /// [`Unavailable`](StorageError::Unavailable), [`NewerVersion`](StorageError::NewerVersion),
    /// [`Blocked`](StorageError::Blocked), [`Full`](StorageError::Full).
    pub async fn open(name: &str, on_closed: impl Fn() + 'static) -> Result<Self, StorageError> {
        let connection = Connection::open(name, Box::new(on_closed)).await?;
        Ok(Self { connection })
    }
}

impl Database for IndexedDb {
    fn index(&self) -> Pending<'_, Index> {
        Box::pin(read::index(&self.connection))
    }

    fn load(&self, areas: Vec<DivisionCode>) -> Pending<'_, Vec<Option<StoredPartition>>> {
        Box::pin(read::partitions(&self.connection, areas))
    }

    fn meta(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        Box::pin(read::value(&self.connection, schema::META, key.to_owned()))
    }

    fn aside(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        Box::pin(read::value(&self.connection, schema::ATTIC, key.to_owned()))
    }

    fn write_placed(&self, batch: Batch, entry: Placed) -> Pending<'_, ()> {
        Box::pin(write::batch(&self.connection, batch, entry))
    }

    fn contents(&self) -> Pending<'_, Contents> {
        Box::pin(read::contents(&self.connection))
    }

    fn replace_contents(&self, with: Contents) -> Pending<'_, ()> {
        Box::pin(write::contents(&self.connection, with))
    }

    fn wipe(&self) -> Pending<'_, ()> {
        self.replace_contents(Contents::default())
    }
}

/// The key of an area's snapshot and summary.
fn area_key(area: DivisionCode) -> JsValue {
    JsValue::from_str(area.as_str())
}

/// The key of a tail entry.
fn tail_key(area: DivisionCode, number: u32) -> JsValue {
    Array::of2(&area_key(area), &JsValue::from(number)).into()
}

/// Every tail entry of an area: IndexedDB sorts a shorter list first, and a list after every number.
fn tail_range(area: DivisionCode) -> Result<JsValue, JsValue> {
    let first = Array::of1(&area_key(area));
    let end = Array::of2(&area_key(area), &Array::new());
    IdbKeyRange::bound(&first, &end).map(JsValue::from)
}

fn to_js(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes of a stored value; empty when it is none of ours.
fn from_js(value: &JsValue) -> Vec<u8> {
    wasm_bindgen::JsCast::dyn_ref::<Uint8Array>(value)
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}
