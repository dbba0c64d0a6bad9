//! 户户清 Huhuqing: one county's three-year plan as an offline-first register and scoreboard.
//!
//! The modules in reading order; ARCHITECTURE.md draws how they may use each other.

pub mod model;

pub mod plan;

pub mod journal;

pub mod indicators;

pub mod ledgers;

pub mod exchange;

pub mod demo;

pub mod keys;

pub mod search;

pub mod charts;

pub mod storage;

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod hhq;

#[cfg(feature = "app")]
pub mod platform;

#[cfg(feature = "app")]
pub mod workspace;

#[cfg(feature = "app")]
pub mod ui;
