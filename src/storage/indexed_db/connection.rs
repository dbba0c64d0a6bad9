//! The connection: closed under us, and opened once more.

use super::opening::{self, Wanted, wait};
use super::request::refused;
use crate::storage::StorageError;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbTransaction};

/// How long the database is kept for the last saves after another tab has asked for it, in milliseconds.
const LAST_SAVES: i32 = 150;

/// A database that stays usable for as long as the browser lets it.
pub(super) struct Connection {
    name: String,
    wanted: Wanted,
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
    on_leaving: Box<dyn Fn()>,
    on_closed: Box<dyn Fn()>,
}

/// An open database and what listens on it.
struct Open {
    database: IdbDatabase,
    _listeners: [Closure<dyn FnMut(Event)>; 2],
}

/// Asks, and asks once more when the connection is lost on the way. When it is lost again, it is lost for good.
pub(super) async fn twice<T, F>(connection: &Connection, ask: impl Fn() -> F) -> Result<T, StorageError>
where
    F: Future<Output = Result<T, StorageError>>,
{
    match ask().await {
        Err(StorageError::Closed) if !connection.state.gone.get() => {
            connection.state.forget();
            let outcome = ask().await;
            if matches!(outcome, Err(StorageError::Closed)) {
                connection.state.lose();
            }
            outcome
        }
        outcome => outcome,
    }
}

impl Connection {
    /// Works on an open database.
    pub(super) fn on(
        name: &str,
        database: IdbDatabase,
        wanted: Wanted,
        on_leaving: Box<dyn Fn()>,
        on_closed: Box<dyn Fn()>,
    ) -> Self {
        let state = State {
            open: RefCell::new(None),
            gone: Cell::new(false),
            on_leaving,
            on_closed,
        };
        let connection = Self {
            name: name.to_owned(),
            wanted,
            state: Rc::new(state),
        };
        connection.state.keep(database);
        connection
    }

    /// Begins a transaction over those stores. A connection that the browser closed is opened once more.
    pub(super) async fn begin(
        &self,
        stores: &[&str],
        purpose: Purpose,
    ) -> Result<IdbTransaction, StorageError> {
        if purpose == Purpose::Write && self.wanted == Wanted::AsItIs {
            return Err(StorageError::Unavailable("read only".into()));
        }
        if self.state.gone.get() {
            return Err(StorageError::Closed);
        }
        if let Some(database) = self.state.database() {
            match begin(&database, stores, purpose) {
                Err(StorageError::Closed) => self.state.forget(),
                begun => return begun,
            }
        }
        let database = opening::again(&self.name, self.wanted)
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
        let asked_for = self.listener(State::leave);
        let closed = self.listener(|state| state.forget_later());
        database.set_onversionchange(Some(asked_for.as_ref().unchecked_ref()));
        database.set_onclose(Some(closed.as_ref().unchecked_ref()));
        self.forget();
        *self.open.borrow_mut() = Some(Open {
            database,
            _listeners: [asked_for, closed],
        });
    }

    fn listener(self: &Rc<Self>, then: fn(&Rc<Self>)) -> Closure<dyn FnMut(Event)> {
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

    /// Another tab asks for the database: what is being typed is saved first, then it is let go.
    fn leave(self: &Rc<Self>) {
        (self.on_leaving)();
        let state = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            wait(LAST_SAVES).await;
            if let Some(state) = state.upgrade() {
                state.lose();
            }
        });
    }

    /// Lets go for good and says so, once.
    fn lose(&self) {
        self.forget_later();
        if !self.gone.replace(true) {
            (self.on_closed)();
        }
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
