//! One writer per database: of several tabs only one saves, and the next one takes over when it goes.

use super::{function, property, window};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// May this tab write?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Yes, and no other tab may.
    Writer,
    /// No: another tab does. This one stands in line.
    Reader,
    /// The browser cannot tell; the tab writes and should warn of a second one.
    Unguarded,
}

/// A place in the line of tabs that want to write to a database. It is given up when this is dropped or the tab goes,
/// however it goes.
pub struct Claim {
    standing: Rc<Cell<Standing>>,
    hold: Rc<Hold>,
}

/// What keeps the lock: a promise that is settled when the claim is given up.
#[derive(Default)]
struct Hold {
    given_up: Cell<bool>,
    release: RefCell<Option<Function>>,
}

/// Asks at once to be the one writer of the database of that name; the answer is to be waited for. If another tab is, it is
/// [`Standing::Reader`], and `on_writer` is called when this tab's turn comes: everything must be read anew then, since the
/// other tab wrote.
///
/// What the page has asked for already is taken over, once.
pub fn claim<F: FnOnce() + 'static>(database: &str, on_writer: F) -> impl Future<Output = Claim> + use<F> {
    let hold = Rc::new(Hold::default());
    let standing = Rc::new(Cell::new(Standing::Unguarded));
    let claim = Claim {
        standing: Rc::clone(&standing),
        hold: Rc::clone(&hold),
    };
    let name = format!("{database}-writer");
    let by_page = asked_by_page(&name, &hold);
    let by_itself = by_page.is_none();
    let asked = by_page.or_else(|| ask(&name, true, Rc::clone(&hold)));
    async move {
        let mut ours = answer(asked).await;
        if ours != Some(true) && !by_itself {
            // The page asks early. Whoever had the pen then, such as the page that was here before, may have let go of it.
            ours = answer(ask(&name, true, Rc::clone(&hold))).await;
        }
        match ours {
            None => {}
            Some(true) => standing.set(Standing::Writer),
            Some(false) => {
                standing.set(Standing::Reader);
                wasm_bindgen_futures::spawn_local(async move {
                    let ours = answer(ask(&name, false, Rc::clone(&hold))).await == Some(true);
                    if ours && !hold.given_up.get() {
                        standing.set(Standing::Writer);
                        on_writer();
                    }
                });
            }
        }
        claim
    }
}

impl Claim {
    /// How it stands now.
    pub fn standing(&self) -> Standing {
        self.standing.get()
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.hold.given_up.set(true);
        if let Some(release) = self.hold.release.take() {
            let _settled = release.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Hold {
    /// The promise that the browser waits for before it gives the lock to the next tab.
    fn until_given_up(&self) -> JsValue {
        if self.given_up.get() {
            return JsValue::UNDEFINED;
        }
        Promise::new(&mut |release, _| *self.release.borrow_mut() = Some(release)).into()
    }
}

/// The promise of the lock that the page asked for before this program ran (`boot/boot.js`). Another lock is given up.
fn asked_by_page(name: &str, hold: &Hold) -> Option<Promise> {
    let (window, key) = (window()?, "huhuqingPen");
    let pen = property(&window, key)?;
    Reflect::delete_property(&window, &key.into()).ok()?;
    let release = function(&pen, "release")?;
    let granted: Promise = property(&pen, "granted")?.dyn_into().ok()?;
    if property(&pen, "name")?.as_string().as_deref() != Some(name) {
        let _settled = release.call0(&JsValue::UNDEFINED);
        return None;
    }
    hold.release.replace(Some(release));
    Some(granted)
}

/// Asks for the lock; none where the browser has no locks. With `only_now` the answer comes at once, without it when the
/// lock is free.
fn ask(name: &str, only_now: bool, hold: Rc<Hold>) -> Option<Promise> {
    let locks = property(&window()?.navigator().into(), "locks")?;
    let ask = function(&locks, "request")?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &only_now.into()).ok()?;
    let mut hold = Some(hold);
    Some(Promise::new(&mut |tell, fail| {
        let Some(hold) = hold.take() else { return };
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let ours = !lock.is_null();
            let _told = tell.call1(&JsValue::UNDEFINED, &ours.into());
            if ours {
                hold.until_given_up()
            } else {
                JsValue::UNDEFINED
            }
        });
        let asked = ask.call3(&locks, &name.into(), &options, &granted);
        let _refusals_are_told = asked.and_then(|outcome| tell_refusal(&outcome, &fail));
    }))
}

/// Whether the lock became ours; none where the browser has none or refuses it.
async fn answer(asked: Option<Promise>) -> Option<bool> {
    JsFuture::from(asked?).await.ok()?.as_bool()
}

/// A page without an origin of its own is refused locks; the refusal comes by the promise of the request.
fn tell_refusal(outcome: &JsValue, fail: &Function) -> Result<JsValue, JsValue> {
    let then: Function = Reflect::get(outcome, &"then".into())?.dyn_into()?;
    then.call2(outcome, &JsValue::UNDEFINED, fail)
}
