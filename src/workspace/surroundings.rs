//! What the workspace needs from the device, so that it runs the same in a browser and in a native test.

use super::intake::Channel;
use super::{Edition, Trace};
use crate::model::Date;
use crate::storage::{Database, IfOlder, StorageError};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A result that the device still owes; it stays on its thread.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The device under the workspace.
pub trait Surroundings {
    /// Milliseconds since 1970.
    fn now(&self) -> u64;

    /// Milliseconds since the page began, by a clock that nobody can set.
    fn running(&self) -> u64;

    /// Whether real records are kept under a passphrase only: pages opened from files share one store with all others.
    fn demands_passphrase(&self) -> bool;

    /// The day in China.
    fn today(&self) -> Date;

    /// 64 bits of chance.
    fn chance(&self) -> u64;

    /// The SHA-256 digest of the pieces, one after the other, by the browser's own code where it offers it; its work has
    /// begun when this returns.
    fn sha256(&self, pieces: &[&[u8]]) -> Later<'static, Option<[u8; 32]>>;

    /// Helpers beside the page, as many as there are processors for; none where the browser gives none. They are called
    /// when this returns and gone when they are dropped.
    fn helpers(&self) -> Vec<Rc<dyn Channel>>;

    /// Opens the edition's database; `on_closed` is called when it is closed under the app for good. Before it is closed for
    /// another tab, what is being typed is saved.
    fn open(
        &self,
        edition: Edition,
        if_older: IfOlder,
        on_closed: Rc<dyn Fn()>,
    ) -> Later<'_, Result<Rc<dyn Database>, StorageError>>;

    /// Opens the edition's database in whatever form it has, only to read it.
    fn open_as_it_is(&self, edition: Edition) -> Later<'_, Result<Rc<dyn Database>, StorageError>>;

    /// Becomes the edition's one writer if no other tab is. When another is, `when_free` is called once it has gone.
    fn become_writer(&self, edition: Edition, when_free: Rc<dyn Fn()>) -> Later<'_, bool>;

    /// The edition that this device last worked in.
    fn last_edition(&self) -> Option<Edition>;

    /// Remembers the edition.
    fn remember_edition(&self, edition: Option<Edition>);

    /// What the device remembers, beside the store, of what the store of real records held.
    fn trace(&self) -> Option<Trace>;

    /// Remembers that; none forgets it.
    fn leave_trace(&self, trace: Option<&Trace>);

    /// Writes a mark into the browser's own time line, for developers' tools and the benchmark.
    fn mark(&self, name: &str);

    /// Says that long work begins and the browser was free until now, so that short work is done without a pause.
    fn rested(&self);

    /// Does that work in a moment, when what is under way has been shown. It is not certain to be done: the page may be closed.
    fn soon(&self, work: Later<'static, ()>);

    /// Does that work beside what goes on, while a person reads. Whoever needs what it gives can do it as well.
    fn beside(&self, work: Later<'static, ()>);

    /// Gives the browser a moment to draw and to take input during long work.
    fn breathe(&self) -> Later<'_, ()>;
}
