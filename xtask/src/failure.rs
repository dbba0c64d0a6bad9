//! What went wrong and what to do about it.

use std::fmt;
use std::path::Path;

/// A command that could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong; exit code 2.
    Usage(String),
    /// A step failed; exit code 1.
    Step {
        /// Which step or object, and how it failed.
        what: String,
        /// What the developer can do now.
        remedy: String,
    },
}

impl Failure {
    /// A failed step with its remedy.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Step {
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// A file that could not be read, written or removed.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("{}: {error}", path.display()),
            "check that the path exists and may be written",
        )
    }

    /// Trunk's output does not look as the later steps need it.
    pub fn bundle(what: impl Into<String>) -> Self {
        Self::new(
            what,
            "compare index.html and Trunk.toml with what xtask expects of trunk's output",
        )
    }

    /// 2 for a wrong command line, 1 for everything else.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Step { .. } => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(
                formatter,
                "{what}\n  what to do: `cargo xtask help` lists the commands"
            ),
            Self::Step { what, remedy } => write!(formatter, "{what}\n  what to do: {remedy}"),
        }
    }
}
