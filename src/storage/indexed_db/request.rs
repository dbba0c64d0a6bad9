//! Requests and transactions as futures, and their errors in our words.

use crate::storage::StorageError;
use js_sys::{Function, Promise};
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest, IdbTransaction};

/// The result of a request. It listens from now on, before it is first polled, so that several requests can be issued and
/// then awaited one after the other.
pub(super) fn result_of(request: IdbRequest) -> impl Future<Output = Result<JsValue, StorageError>> {
    let event = event(|done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    async move {
        match event.await {
            Ok(_) => request.result().map_err(refused),
            Err(_) => Err(said(request.error().ok().flatten())),
        }
    }
}

/// The end of a transaction: everything durable, or nothing written and the reason. A full disk tells itself here and
/// nowhere else. It listens from now on.
pub(super) fn end_of(transaction: &IdbTransaction) -> impl Future<Output = Result<(), StorageError>> + use<> {
    let transaction = transaction.clone();
    let event = event(|done, failed| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(failed));
    });
    async move {
        match event.await {
            Ok(_) => Ok(()),
            Err(_) => Err(said(transaction.error())),
        }
    }
}

/// What a call threw.
pub(super) fn refused(thrown: JsValue) -> StorageError {
    match thrown.dyn_into::<DomException>() {
        Ok(exception) => said(Some(exception)),
        Err(other) => StorageError::Failed(format!("{other:?}")),
    }
}

/// A promise's own functions listen for the event, so that no closure of ours has to be kept alive for it.
pub(super) fn event(listen: impl Fn(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |done, failed| listen(&done, &failed)))
}

/// An abort without a reason is the browser taking the store away.
pub(super) fn said(exception: Option<DomException>) -> StorageError {
    exception.map_or(StorageError::Closed, |exception| {
        StorageError::of_exception(&exception.name(), &exception.message())
    })
}
