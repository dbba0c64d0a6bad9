//! The first page: what is open today.

mod page;

pub use page::HomePage;
