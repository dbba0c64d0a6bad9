//! The connection: opened, upgraded, closed under us, and opened once more.

use super::request::{event, refused, said};
use super::schema;
use crate::storage::StorageError;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction, IdbVersionChangeEvent};

/// A database that stays usable for as long as the browser lets it.
pub(super) struct Connection {
    name: String,
    state: Rc<State>,
}

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Read,
    Write,
}

struct State {
    open: RefCell<Option<Open>>,
    gone: Cell<bool>,
    on_closed: Box<dyn Fn()>,
}

/// An open database and what listens on it.
struct Open {
    database: IdbDatabase,
    _listeners: [Closure<dyn FnMut(Event)>; 2],
}

/// Whether opening may make a database that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IfMissing {
    Make,
    Refuse,
}

impl Connection {
    pub(super) async fn open(name: &str, on_closed: Box<dyn Fn()>) -> Result<Self, StorageError> {
        let state = State {
            open: RefCell::new(None),
            gone: Cell::new(false),
            on_closed,
        };
        let connection = Self {
            name: name.to_owned(),
            state: Rc::new(state),
        };
        let database = open_database(name, IfMissing::Make)
            .await
            .map_err(|error| match error {
                // Firefox answers so where it keeps no data, as in some of its private windows.
                StorageError::Closed => StorageError::Unavailable("InvalidStateError".into()),
                other => other,
            })?;
        connection.state.keep(database);
        Ok(connection)
    }

    /// Begins a transaction over those stores. A connection that the browser closed is opened once more.
    pub(super) async fn begin(
        &self,
        stores: &[&str],
        purpose: Purpose,
    ) -> Result<IdbTransaction, StorageError> {
        if self.state.gone.get() {
            return Err(StorageError::Closed);
        }
        if let Some(database) = self.state.database() {
            match begin(&database, stores, purpose) {
                Err(StorageError::Closed) => self.state.forget(),
                begun => return begun,
            }
        }
        let database = open_database(&self.name, IfMissing::Refuse)
            .await
            .inspect_err(|_| self.state.lose())?;
        let transaction = begin(&database, stores, purpose)?;
        self.state.keep(database);
        Ok(transaction)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.state.forget();
    }
}

impl State {
    fn database(&self) -> Option<IdbDatabase> {
        self.open.borrow().as_ref().map(|open| open.database.clone())
    }

    /// Keeps a fresh connection and listens for its end.
    fn keep(self: &Rc<Self>, database: IdbDatabase) {
        let superseded = self.listener(State::lose);
        let closed = self.listener(State::forget_later);
        database.set_onversionchange(Some(superseded.as_ref().unchecked_ref()));
        database.set_onclose(Some(closed.as_ref().unchecked_ref()));
        self.forget();
        *self.open.borrow_mut() = Some(Open {
            database,
            _listeners: [superseded, closed],
        });
    }

    fn listener(self: &Rc<Self>, then: fn(&Self)) -> Closure<dyn FnMut(Event)> {
        let state: Weak<Self> = Rc::downgrade(self);
        Closure::new(move |_| {
            if let Some(state) = state.upgrade() {
                then(&state);
            }
        })
    }

    /// Closes the connection; transactions that run are finished first.
    fn forget(&self) {
        if let Some(Open { database, _listeners }) = self.open.borrow_mut().take() {
            database.set_onversionchange(None);
            database.set_onclose(None);
            database.close();
        }
    }

    /// The browser closed the connection: the next call finds it so and opens it once more. What listens is not dropped
    /// while it runs.
    fn forget_later(&self) {
        if let Some(database) = self.database() {
            database.close();
        }
    }

    /// Lets go for good and says so, once.
    fn lose(&self) {
        self.forget_later();
        if !self.gone.replace(true) {
            (self.on_closed)();
        }
    }
}

fn factory() -> Result<IdbFactory, StorageError> {
    let unavailable = |thrown: JsValue| StorageError::Unavailable(refused(thrown).to_string());
    let window = web_sys::window().ok_or_else(|| StorageError::Unavailable("no window".into()))?;
    let factory = window.indexed_db().map_err(unavailable)?;
    factory.ok_or_else(|| StorageError::Unavailable("indexedDB is missing".into()))
}

async fn open_database(name: &str, if_missing: IfMissing) -> Result<IdbDatabase, StorageError> {
    let request = factory()?.open_with_u32(name, schema::VERSION).map_err(refused)?;
    let upgrade: Closure<dyn FnMut(IdbVersionChangeEvent)> =
        Closure::new(move |event| upgrade(&event, if_missing));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = event(|done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
        request.set_onblocked(Some(failed));
    });
    match opened.await {
        Ok(_) => request.result().map_err(refused).map(JsCast::unchecked_into),
        Err(event) if is_blocked(&event) => {
            // The request waits on; when the other tab lets go nobody is here to use the outcome.
            let refuse = Closure::once_into_js(|event: IdbVersionChangeEvent| abort(&event));
            request.set_onupgradeneeded(Some(refuse.unchecked_ref()));
            Err(StorageError::Blocked)
        }
        Err(_) => Err(said(request.error().ok().flatten())),
    }
}

fn is_blocked(event: &JsValue) -> bool {
    event
        .dyn_ref::<Event>()
        .is_some_and(|event| event.type_() == "blocked")
}

fn upgrade(event: &IdbVersionChangeEvent, if_missing: IfMissing) {
    let from = event.old_version() as u32;
    let missing = from == 0 && if_missing == IfMissing::Refuse;
    let migrated = upgraded(event).is_some_and(|(database, transaction)| {
        !missing && schema::migrate(&database, &transaction, from).is_ok()
    });
    if !migrated {
        abort(event);
    }
}

/// The database of an upgrade and the transaction that it happens in.
fn upgraded(event: &IdbVersionChangeEvent) -> Option<(IdbDatabase, IdbTransaction)> {
    let request: IdbOpenDbRequest = event.target()?.dyn_into().ok()?;
    Some((request.result().ok()?.dyn_into().ok()?, request.transaction()?))
}

fn abort(event: &IdbVersionChangeEvent) {
    if let Some((_, transaction)) = upgraded(event) {
        let _already_over = transaction.abort();
    }
}

/// Begins a transaction; writes ask for strict durability, which `web-sys` has no stable method for. A browser that does
/// not know the option ignores it.
fn begin(database: &IdbDatabase, stores: &[&str], purpose: Purpose) -> Result<IdbTransaction, StorageError> {
    let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
    if purpose == Purpose::Read {
        return database.transaction_with_str_sequence(&names).map_err(refused);
    }
    let strict = || -> Result<JsValue, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        transaction.call3(database, &names, &"readwrite".into(), &options)
    };
    strict().map(JsCast::unchecked_into).map_err(refused)
}
