//! The register under a passphrase: locked, unlocked, and the ways from one to the other.
//!
//! The cipher's code is a part of its own (`code`), and the code of keys another; a register that is not encrypted loads
//! neither.

mod code;
mod county;
mod passphrase;
mod protection;
mod recovery;
#[cfg(test)]
mod tests;

pub(super) use code::LOCK;
pub use county::Asking;
pub use passphrase::AUTO_LOCK_SECONDS;
pub use protection::Protection;
pub(super) use protection::{Locked, Unlocked};
