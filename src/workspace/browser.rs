//! The browser as the workspace's device.

use super::intake::Channel;
use super::{Edition, Later, Surroundings, Trace};
use crate::model::Date;
use crate::platform::lock::{Claim, Standing, claim};
use crate::platform::preferences::Preference;
use crate::platform::{breath, chance, clock, digest, edition, helper};
use crate::storage::{Database, IfOlder, StorageError};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long work waits that can: somebody who fills in a form finishes several fields in that time.
const SOON_MILLIS: i32 = 1500;

/// The browser: IndexedDB, Web Locks, localStorage for which register was open last.
pub struct Browser {
    claim: Rc<RefCell<Option<(Edition, Claim)>>>,
    /// The claim to the register that was open last, which is about to be opened.
    asked: Cell<Option<Asked>>,
}

/// A claim that was asked for.
struct Asked {
    edition: Edition,
    when_free: WhenFree,
    claim: Later<'static, Claim>,
}

/// Whom to tell that the tab's turn to write has come.
type WhenFree = Rc<Cell<Option<Rc<dyn Fn()>>>>;

impl Asked {
    fn of(edition: Edition) -> Self {
        let when_free = WhenFree::default();
        let waiting = Rc::clone(&when_free);
        let claim = claim(edition.database(), move || {
            if let Some(when_free) = waiting.take() {
                when_free();
            }
        });
        Self {
            edition,
            when_free,
            claim: Box::pin(claim),
        }
    }
}

impl Browser {
    /// The browser that this program runs in. Asks at once for the pen of the register that was open last: the answer takes as
    /// long as the first screen is made.
    pub fn new() -> Self {
        let last = Preference::LastDatabase.read();
        Self {
            claim: Rc::default(),
            asked: Cell::new(Some(Asked::of(last.unwrap_or(Edition::Real)))),
        }
    }
}

impl Default for Browser {
    fn default() -> Self {
        Self::new()
    }
}

impl Surroundings for Browser {
    fn now(&self) -> u64 {
        clock::now_millis()
    }

    fn running(&self) -> u64 {
        clock::running_millis()
    }

    fn demands_passphrase(&self) -> bool {
        edition::is_single_file()
    }

    fn today(&self) -> Date {
        clock::today()
    }

    fn chance(&self) -> u64 {
        chance::random_u64()
    }

    fn sha256(&self, pieces: &[&[u8]]) -> Later<'static, Option<[u8; 32]>> {
        Box::pin(digest::sha256(pieces))
    }

    fn helpers(&self) -> Vec<Rc<dyn Channel>> {
        let helpers = helper::call().into_iter();
        helpers.map(|helper| helper as Rc<dyn Channel>).collect()
    }

    fn open(
        &self,
        edition: Edition,
        if_older: IfOlder,
        on_closed: Rc<dyn Fn()>,
    ) -> Later<'_, Result<Rc<dyn Database>, StorageError>> {
        let claim = Rc::clone(&self.claim);
        let is_sole = move || match &*claim.borrow() {
            Some((claimed, claim)) => *claimed == edition && claim.standing() == Standing::Writer,
            None => false,
        };
        Box::pin(open(edition, if_older, is_sole, on_closed))
    }

    fn open_as_it_is(&self, edition: Edition) -> Later<'_, Result<Rc<dyn Database>, StorageError>> {
        Box::pin(open_as_it_is(edition))
    }

    fn become_writer(&self, edition: Edition, when_free: Rc<dyn Fn()>) -> Later<'_, bool> {
        Box::pin(async move {
            let standing = match &*self.claim.borrow() {
                Some((claimed, claim)) if *claimed == edition => Some(claim.standing()),
                _ => None,
            };
            if let Some(standing) = standing {
                return standing != Standing::Reader;
            }
            self.claim.replace(None);
            let asked = self.asked.take().filter(|asked| asked.edition == edition);
            let asked = asked.unwrap_or_else(|| Asked::of(edition));
            asked.when_free.set(Some(when_free));
            let fresh = asked.claim.await;
            let writer = fresh.standing() != Standing::Reader;
            self.claim.replace(Some((edition, fresh)));
            writer
        })
    }

    fn last_edition(&self) -> Option<Edition> {
        Preference::LastDatabase.read()
    }

    fn remember_edition(&self, edition: Option<Edition>) {
        match edition {
            Some(edition) => {
                let _opens_the_first_run_next_time = Preference::LastDatabase.write(&edition);
            }
            None => Preference::LastDatabase.forget(),
        }
    }

    fn trace(&self) -> Option<Trace> {
        Preference::Trace.read()
    }

    fn leave_trace(&self, trace: Option<&Trace>) {
        match trace {
            Some(trace) => {
                let _an_empty_store_would_not_be_noticed = Preference::Trace.write(trace);
            }
            None => Preference::Trace.forget(),
        }
    }

    fn mark(&self, name: &str) {
        clock::mark(name);
    }

    fn rested(&self) {
        breath::rested();
    }

    fn soon(&self, work: Later<'static, ()>) {
        leptos::task::spawn_local(async move {
            breath::pause(SOON_MILLIS).await;
            work.await;
        });
    }

    fn beside(&self, work: Later<'static, ()>) {
        leptos::task::spawn_local(work);
    }

    fn breathe(&self) -> Later<'_, ()> {
        Box::pin(breath::breathe())
    }
}

#[cfg(target_arch = "wasm32")]
async fn open(
    edition: Edition,
    if_older: IfOlder,
    is_sole: impl Fn() -> bool + 'static,
    on_closed: Rc<dyn Fn()>,
) -> Result<Rc<dyn Database>, StorageError> {
    use crate::platform::typing;
    use crate::storage::IndexedDb;
    let on_closed = move || on_closed();
    let database = IndexedDb::open(edition.database(), if_older, is_sole, typing::finish, on_closed).await?;
    Ok(Rc::new(database))
}

#[cfg(target_arch = "wasm32")]
async fn open_as_it_is(edition: Edition) -> Result<Rc<dyn Database>, StorageError> {
    Ok(Rc::new(
        crate::storage::IndexedDb::open_as_it_is(edition.database()).await?,
    ))
}

/// Without a browser there is no store that lasts.
#[cfg(not(target_arch = "wasm32"))]
async fn open(
    _: Edition,
    _: IfOlder,
    _: impl Fn() -> bool,
    _: Rc<dyn Fn()>,
) -> Result<Rc<dyn Database>, StorageError> {
    Err(StorageError::Unavailable("not in a browser".into()))
}

#[cfg(not(target_arch = "wasm32"))]
async fn open_as_it_is(_: Edition) -> Result<Rc<dyn Database>, StorageError> {
    Err(StorageError::Unavailable("not in a browser".into()))
}
