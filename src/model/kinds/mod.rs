//! The record kinds (DOMAIN C2), grouped as people think of them.

mod checks;
mod governance;
mod health;
mod household;
mod household_year;
mod housing;
mod ids;
mod income;
mod infrastructure;
mod keys;
mod linkage;
mod natural_key;
mod person;
mod place;
mod projects;
mod relocation;
mod school;
mod social;
mod support;
mod village;
mod village_life;
mod work;

pub use checks::*;
pub use governance::*;
pub use health::*;
pub use household::*;
pub use household_year::*;
pub use housing::*;
pub use ids::*;
pub use income::*;
pub use infrastructure::*;
pub use linkage::*;
pub use natural_key::NaturalKey;
pub use person::*;
pub use place::*;
pub use projects::*;
pub use relocation::*;
pub use school::*;
pub use social::*;
pub use support::*;
pub use village::*;
pub use village_life::*;
pub use work::*;

#[cfg(test)]
mod tests;
