//! What number the next tail entry of an area gets.

use crate::model::DivisionCode;
use crate::storage::Batch;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The next number of areas that this connection has appended to. As long as this tab is the sole writer nobody else counts on;
/// to know a number spares a save the question for it, which is a way to the disk's process and back. Whatever is not sure
/// is not known: numbers are given away with a write and come back with its success.
pub(super) struct Numbers {
    next: RefCell<BTreeMap<DivisionCode, u32>>,
    is_sole: Box<dyn Fn() -> bool>,
}

impl Numbers {
    pub fn new(is_sole: impl Fn() -> bool + 'static) -> Self {
        Self {
            next: RefCell::default(),
            is_sole: Box::new(is_sole),
        }
    }

    /// Gives away what is known of the areas that a batch writes to.
    pub fn take(&self, batch: &Batch) -> BTreeMap<DivisionCode, u32> {
        if !self.is_sole() {
            self.forget_all();
        }
        let mut numbers = self.next.borrow_mut();
        let areas = batch
            .snapshots
            .keys()
            .chain(batch.tail.iter().map(|(area, _)| area));
        areas
            .filter_map(|area| Some((*area, numbers.remove(area)?)))
            .collect()
    }

    /// Notes the numbers of entries that are on the disk now.
    pub fn note(&self, batch: &Batch, given: &[u32]) {
        if self.is_sole() {
            let entries = batch.tail.iter().zip(given);
            let next = entries.map(|((area, _), number)| (*area, number + 1));
            self.next.borrow_mut().extend(next);
        }
    }

    /// Whether this tab and no other writes.
    pub fn is_sole(&self) -> bool {
        (self.is_sole)()
    }

    /// Everything was written anew.
    pub fn forget_all(&self) {
        self.next.borrow_mut().clear();
    }
}
