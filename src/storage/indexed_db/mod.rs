//! The store in the browser's IndexedDB.
//!
//! Over `web-sys` itself: what a wrapper crate would add (typed keys, cursors, builders) is not needed for four stores of
//! bytes, and none of them passes on the strict durability and the reason of an abort, which matter most here.
//!
//! A transaction commits itself as soon as nothing is asked of it, so nothing but its own requests is awaited inside one.

mod connection;
mod numbers;
mod opening;
mod read;
mod request;
mod schema;
mod write;

use super::forms::IfOlder;
use super::{Batch, Contents, Database, Index, Pending, Placed, StorageError, StoredPartition};
use crate::model::DivisionCode;
use connection::{Connection, twice};
use js_sys::{Array, Promise, Uint8Array};
use numbers::Numbers;
use opening::Wanted;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbKeyRange;

/// One tab's handle on a database of the browser. It is closed when it is dropped.
///
/// A connection that is lost on the way is opened once more and asked once more. A save that came twice that way is one:
/// a journal is a set of changes.
pub struct IndexedDb {
    connection: Connection,
    numbers: Numbers,
    /// The index as the page read it, until it is asked for or anything is written.
    by_page: Cell<Option<Promise>>,
}

impl IndexedDb {
    /// Opens a database, which is made if it was not there, and brings it up to this version's form if it may.
    ///
    /// `is_sole` says whether this tab and no other may write at the time; where nobody can tell, it is not. `on_leaving` is
    /// called when another tab asks for the database: a newer version of the app wants to change its form, or
    /// a person removed it. What is being typed can still be saved then, for a moment. `on_closed` is called when it is
    /// closed under the app for good, for that reason or because the browser took it away. After that every call fails
    /// with [`StorageError::Closed`].
    ///
    /// # Errors
    /// [`Unavailable`](StorageError::Unavailable), [`NewerVersion`](StorageError::NewerVersion),
    /// [`Blocked`](StorageError::Blocked), [`Outdated`](StorageError::Outdated), [`Full`](StorageError::Full).
    pub async fn open(
        name: &str,
        if_older: IfOlder,
        is_sole: impl Fn() -> bool + 'static,
        on_leaving: impl Fn() + 'static,
        on_closed: impl Fn() + 'static,
    ) -> Result<Self, StorageError> {
        let database = opening::ours(name, if_older).await?;
        let by_page = opening::index_read_by_page(&database);
        let connection = Connection::on(
            name,
            database,
            Wanted::Ours,
            Box::new(on_leaving),
            Box::new(on_closed),
        );
        Ok(Self::over(connection, is_sole, by_page))
    }

    /// Opens a database in whatever form it has, to read what is in it: for a package out of a store that cannot be
    /// opened otherwise. Nothing is made, brought up or written.
    ///
    /// # Errors
    /// [`Closed`](StorageError::Closed) when it is not there, [`NewerVersion`](StorageError::NewerVersion).
    pub async fn open_as_it_is(name: &str) -> Result<Self, StorageError> {
        let database = opening::as_it_is(name).await?;
        let nothing = || Box::new(|| ());
        let connection = Connection::on(name, database, Wanted::AsItIs, nothing(), nothing());
        Ok(Self::over(connection, || false, None))
    }

    fn over(connection: Connection, is_sole: impl Fn() -> bool + 'static, by_page: Option<Promise>) -> Self {
        Self {
            connection,
            numbers: Numbers::new(is_sole),
            by_page: Cell::new(by_page),
        }
    }

    /// The index as the page read it. It read with the pen in hand: as long as this tab has it and has written nothing, nobody
    /// has written since.
    async fn index_by_page(&self) -> Option<Index> {
        let promised = self.by_page.take().filter(|_| self.numbers.is_sole())?;
        read::index_by_page(JsFuture::from(promised).await.ok()?)
    }

    fn value(&self, store: &'static str, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        let key = JsValue::from_str(key);
        Box::pin(async move { twice(&self.connection, || read::value(&self.connection, store, &key)).await })
    }
}

impl Database for IndexedDb {
    fn index(&self) -> Pending<'_, Index> {
        Box::pin(async {
            match self.index_by_page().await {
                Some(index) => Ok(index),
                None => twice(&self.connection, || read::index(&self.connection)).await,
            }
        })
    }

    fn load(&self, areas: Vec<DivisionCode>) -> Pending<'_, Vec<Option<StoredPartition>>> {
        Box::pin(async move { twice(&self.connection, || read::partitions(&self.connection, &areas)).await })
    }

    fn meta(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        self.value(schema::META, key)
    }

    fn aside(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        self.value(schema::ATTIC, key)
    }

    fn write_placed(&self, batch: Batch, entry: Placed) -> Pending<'_, ()> {
        self.by_page.set(None);
        Box::pin(async move {
            let write = || write::batch(&self.connection, &self.numbers, &batch, &entry);
            twice(&self.connection, write).await
        })
    }

    fn contents(&self) -> Pending<'_, Contents> {
        Box::pin(twice(&self.connection, || read::contents(&self.connection)))
    }

    fn replace_contents(&self, with: Contents) -> Pending<'_, ()> {
        self.by_page.set(None);
        self.numbers.forget_all();
        Box::pin(async move { twice(&self.connection, || write::contents(&self.connection, &with)).await })
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

/// The area of a tail entry, by its key.
fn area_of_tail(key: &JsValue) -> Option<String> {
    wasm_bindgen::JsCast::dyn_ref::<Array>(key)?.get(0).as_string()
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
