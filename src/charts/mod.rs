//! Scales and geometry of charts, in whole numbers. Pure: the interface draws what these say.

mod bars;

pub use bars::{Bar, BarGeometry, FULL, bars};
