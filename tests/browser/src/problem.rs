//! What can go wrong while driving a browser.

use std::path::PathBuf;
use thirtyfour::error::WebDriverError;

/// A browser test that cannot go on.
#[derive(thiserror::Error)]
pub enum Problem {
    /// The browser or its driver refused a command.
    #[error("the browser refused: {0}")]
    WebDriver(#[from] Box<WebDriverError>),
    /// A file or a process.
    #[error("{what}: {source}")]
    System {
        /// The file or program.
        what: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// What a test waited for did not come.
    #[error("waited {seconds} s for {what}\n  at {address}\n  the page shows: {shown}\n  console: {console}")]
    Timeout {
        /// What was awaited.
        what: String,
        /// How long.
        seconds: u64,
        /// The page's address.
        address: String,
        /// The beginning of the visible text.
        shown: String,
        /// Errors on the console.
        console: String,
    },
    /// The app is not built.
    #[error("{} is missing: run `cargo xtask dist` first", .0.display())]
    NotBuilt(PathBuf),
    /// What a test works with could not be made.
    #[error("the test's own material: {0}")]
    Setup(String),
    /// A driver did not start.
    #[error("the driver of {0} did not come up; `cargo xtask test` installs it")]
    NoDriver(&'static str),
    /// A fact that must hold does not.
    #[error("{0}")]
    Broken(String),
}

impl std::fmt::Debug for Problem {
    /// As readable as `Display`: this is what a failed test prints.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

impl Problem {
    /// A failed call of the system, with what it was about.
    pub fn system(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::System { what, source }
    }
}

impl From<WebDriverError> for Problem {
    fn from(error: WebDriverError) -> Self {
        Self::WebDriver(Box::new(error))
    }
}
