//! Opening a database: in this version's form, or as it is.

use super::request::{end_of, event, refused, said};
use super::schema;
use crate::storage::StorageError;
use crate::storage::forms::IfOlder;
use futures::future::{Either, select};
use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction, IdbVersionChangeEvent};

/// How long another tab may take to finish its last save before a change of form is given up, in milliseconds.
const PATIENCE: i32 = 3_000;

/// How long what the page began to open is waited for before it is opened here, in milliseconds: some browsers have been seen
/// never to answer which databases there are.
const PATIENCE_WITH_PAGE: i32 = 1_000;

/// What a connection is for, and so what opening it anew may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Working: the form must be this version's.
    Ours,
    /// Only reading, in whatever form.
    AsItIs,
}

/// Opens the database in this version's form. One that is not there is made.
///
/// It is asked for without a number first: a number that is greater than its form would at once ask every other tab to let
/// go of it, even one where somebody is typing.
pub(super) async fn ours(name: &str, if_older: IfOlder) -> Result<IdbDatabase, StorageError> {
    let found = match as_it_is(name).await {
        Ok(database) => Some(database),
        // It is not there; or Firefox says so where it keeps no data, as in some of its private windows.
        Err(StorageError::Closed) => None,
        Err(other) => return Err(other),
    };
    if let Some(database) = found {
        if database.version() as u32 == schema::VERSION {
            return Ok(database);
        }
        database.close();
        if if_older == IfOlder::Leave {
            return Err(StorageError::Outdated);
        }
    }
    open(name, Some(schema::VERSION), true)
        .await
        .map_err(|error| match error {
            StorageError::Closed => StorageError::Unavailable("InvalidStateError".into()),
            other => other,
        })
}

/// Opens the database in the form that it has.
pub(super) async fn as_it_is(name: &str) -> Result<IdbDatabase, StorageError> {
    let database = match opened_by_page(name).await {
        Some(database) => database,
        None => open(name, None, false).await?,
    };
    if database.version() as u32 > schema::VERSION {
        database.close();
        return Err(StorageError::NewerVersion);
    }
    Ok(database)
}

/// What the page opened while this program was on its way (`boot/boot.js`). It is given once; one that comes too late makes
/// way for every other tab by itself.
async fn opened_by_page(name: &str) -> Option<IdbDatabase> {
    let (window, key) = (web_sys::window()?, JsValue::from_str("huhuqingStore"));
    let promised: Promise = Reflect::get(&window, &key).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &key).ok()?;
    let waited = Box::pin(wait(PATIENCE_WITH_PAGE));
    let Either::Left((given, _)) = select(JsFuture::from(promised), waited).await else {
        return None;
    };
    let database: IdbDatabase = given.ok()?.dyn_into().ok()?;
    let is_asked_for = database.name() == name;
    if !is_asked_for {
        database.close();
    }
    is_asked_for.then_some(database)
}

/// The promise of what the page read of it while this program was on its way.
pub(super) fn index_read_by_page(database: &IdbDatabase) -> Option<Promise> {
    let key = JsValue::from_str("huhuqingIndex");
    Reflect::get(database, &key).ok()?.dyn_into().ok()
}

/// Opens it anew after the browser closed it; what was removed meanwhile is not made again in silence.
pub(super) async fn again(name: &str, wanted: Wanted) -> Result<IdbDatabase, StorageError> {
    match wanted {
        Wanted::Ours => open(name, Some(schema::VERSION), false).await,
        Wanted::AsItIs => as_it_is(name).await,
    }
}

fn factory() -> Result<IdbFactory, StorageError> {
    let unavailable = |thrown: JsValue| StorageError::Unavailable(refused(thrown).to_string());
    let window = web_sys::window().ok_or_else(|| StorageError::Unavailable("no window".into()))?;
    let factory = window.indexed_db().map_err(unavailable)?;
    factory.ok_or_else(|| StorageError::Unavailable("indexedDB is missing".into()))
}

async fn open(name: &str, form: Option<u32>, make: bool) -> Result<IdbDatabase, StorageError> {
    let factory = factory()?;
    let request = match form {
        Some(form) => factory.open_with_u32(name, form),
        None => factory.open(name),
    };
    let request = request.map_err(refused)?;
    // Why a change of form was not made is told by its transaction, and not by the request.
    let reason = Rc::new(RefCell::new(None));
    let told = Rc::clone(&reason);
    let upgrade: Closure<dyn FnMut(IdbVersionChangeEvent)> = Closure::new(move |event| {
        if let Some(transaction) = upgrade(&event, make) {
            let (told, end) = (Rc::clone(&told), end_of(&transaction));
            wasm_bindgen_futures::spawn_local(async move {
                if let Err(error) = end.await {
                    *told.borrow_mut() = Some(error);
                }
            });
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = event(|done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    let blocked = event(|told, _| request.set_onblocked(Some(told)));
    let given_up = Box::pin(async move {
        let _told = blocked.await;
        wait(PATIENCE).await;
    });
    match select(opened, given_up).await {
        Either::Left((Ok(_), _)) => request.result().map_err(refused).map(JsCast::unchecked_into),
        Either::Left((Err(_), _)) => {
            let outcome = said(request.error().ok().flatten());
            Err(reason.borrow_mut().take().unwrap_or(outcome))
        }
        Either::Right(_) => {
            // The request waits on; when the other tab lets go nobody is here to use the outcome.
            let refuse = Closure::once_into_js(|event: IdbVersionChangeEvent| abort(&event));
            request.set_onupgradeneeded(Some(refuse.unchecked_ref()));
            let close = Closure::once_into_js(|event: Event| close_opened(&event));
            request.set_onsuccess(Some(close.unchecked_ref()));
            Err(StorageError::Blocked)
        }
    }
}

/// Brings the database up, and returns the transaction that it happens in; none when it is undone at once.
fn upgrade(event: &IdbVersionChangeEvent, make: bool) -> Option<IdbTransaction> {
    let from = event.old_version() as u32;
    let (database, transaction) = upgraded(event)?;
    if (from == 0 && !make) || schema::migrate(&database, &transaction, from).is_err() {
        let _already_over = transaction.abort();
        return None;
    }
    Some(transaction)
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

fn close_opened(event: &Event) {
    let request = event
        .target()
        .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
    let database = request.and_then(|request| request.result().ok()?.dyn_into::<IdbDatabase>().ok());
    if let Some(database) = database {
        database.close();
    }
}

/// Lets so many milliseconds go by.
pub(super) async fn wait(millis: i32) {
    let Some(window) = web_sys::window() else { return };
    let over = Promise::new(&mut |over, _| {
        let _only_refuses_without_a_page =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&over, millis);
    });
    let _nothing_to_tell = JsFuture::from(over).await;
}
