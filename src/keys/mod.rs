//! Cryptography: what lies on the device is encrypted under a passphrase, and can be brought back by the county.
//!
//! Everything here is put together of maintained crates. The version byte of the suite stands before whatever is
//! encrypted; another suite may come.

pub mod at_rest;
pub mod passphrase;
pub mod patience;
pub mod suite;
