//! Asking the browser not to clear the store when the disk runs low. It may refuse, stay silent or not know the question:
//! nothing waits for it, and no answer makes data safe in the browser alone.

use super::{function, property, window};
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What the browser answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Persistence {
    /// It was asked and has not answered: some wait for a person, for ever.
    Asked,
    /// It keeps the store until a person removes it.
    Kept,
    /// It may clear the store when the disk runs low.
    MayBeCleared,
    /// It does not know the question.
    Unsupported,
}

/// Asks, and calls `told` at once that it was asked, and again if an answer comes.
pub fn ask(told: impl Fn(Persistence) + 'static) {
    let Some(answer) = request() else {
        return told(Persistence::Unsupported);
    };
    told(Persistence::Asked);
    spawn_local(async move {
        let kept = JsFuture::from(answer).await.ok().and_then(|kept| kept.as_bool());
        told(match kept {
            Some(true) => Persistence::Kept,
            Some(false) => Persistence::MayBeCleared,
            None => Persistence::Unsupported,
        });
    });
}

fn request() -> Option<Promise> {
    let storage = property(&window()?.navigator().into(), "storage")?;
    function(&storage, "persist")?
        .call0(&storage)
        .ok()?
        .dyn_into()
        .ok()
}
