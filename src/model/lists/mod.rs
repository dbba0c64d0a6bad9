//! The code lists of the register (DOMAIN C1), by what they speak of.

mod ethnic;
mod household;
mod people;
mod place;
mod support;

pub use ethnic::*;
pub use household::*;
pub use people::*;
pub use place::*;
pub use support::*;
