//! The code lists of the register (DOMAIN C1), by what they speak of.

mod economy;
mod ethnic;
mod governance;
mod health;
mod household;
mod housing;
mod people;
mod place;
mod projects;
mod school;
mod social;
mod support;
mod village_life;
mod water;
mod work;

pub use economy::*;
pub use ethnic::*;
pub use governance::*;
pub use health::*;
pub use household::*;
pub use housing::*;
pub use people::*;
pub use place::*;
pub use projects::*;
pub use school::*;
pub use social::*;
pub use support::*;
pub use village_life::*;
pub use water::*;
pub use work::*;

#[cfg(test)]
mod tests;
