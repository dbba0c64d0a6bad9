//! Drives the built app in a real browser: for the end-to-end tests, the screenshots and the benchmarks.
//!
//! ```no_run
//! # async fn walk() -> Result<(), browser_tests::Problem> {
//! use browser_tests::{Browser, Server, editions};
//!
//! let server = Server::start(&editions::pwa()?)?;
//! let village = Browser::builder().size(800, 1280).start().await?;
//! village.open(&server.url()).await?;
//! village.wait_for_app().await?;
//! village.click_text("导出").await?;
//! let package = village.wait_for_download(".json").await?;
//! assert_eq!(village.problems().await?, Vec::<String>::new());
//! # Ok(())
//! # }
//! ```
//!
//! A [`Browser`] has its own `chromedriver`, profile and download folder, and everything it started ends with it.
//! Waiting is built into every action: a test never sleeps. A [`Problem::Timeout`] shows what the page showed instead.

pub mod editions;
pub mod hands;
pub mod kills;
pub mod store;
pub mod typing;
pub mod walk;

mod actions;
mod browser;
mod driver;
mod engine;
mod observations;
mod problem;
mod server;

pub use browser::{Aimed, Browser, BrowserBuilder};
pub use driver::Driver;
pub use engine::Engine;
pub use problem::Problem;
pub use server::Server;
