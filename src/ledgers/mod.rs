//! The named ledgers (plan lines 48 to 112): columns over records, nothing stored. Pure.
//!
//! A [`Ledger`] is data: its tables, their columns, filters, order and groups. [`Sheet::table`] makes the rows of one from
//! the records of any number of areas ([`Scope`]). Adding a column is one line in `registry/`.

mod findings;
mod ledger;
mod made;
mod matching;
mod path;
mod registry;
mod scope;
mod table;
#[cfg(test)]
mod tests;

pub use ledger::{Column, From, Ledger, Only, Place, Sheet, Source};
pub use matching::{Fit, Fits, REASONS};
pub use registry::{LEDGERS, ledger, sheet};
pub use scope::{At, Part, Scope};
pub use table::{Group, Head, Row, Sum, Table};
