//! `fuzz`: hostile files for as long as somebody has patience.

use crate::failure::Failure;
use crate::project::Project;
use crate::step::Step;

/// How long, when nobody says.
const SECONDS: u64 = 60;

/// What can be chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How long each test goes on.
    seconds: u64,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// One that there is not, or that is no number.
    pub fn parse(words: &[&str]) -> Result<Self, Failure> {
        let usage = || Failure::Usage("`fuzz` takes `--seconds N`".to_owned());
        match words {
            [] => Ok(Self { seconds: SECONDS }),
            ["--seconds", seconds] => {
                let seconds = seconds.parse().map_err(|_| usage())?;
                Ok(Self { seconds })
            }
            _ => Err(usage()),
        }
    }
}

/// Runs the property tests over hostile files for that long, with ever new chance.
///
/// # Errors
/// A reader panicked, or accepted what it should not.
pub fn run(project: &Project, options: &Options) -> Result<(), Failure> {
    let mut command = project.cargo("test --locked --release --test hostile -- --nocapture");
    command.env("HUHUQING_FUZZ_SECONDS", options.seconds.to_string());
    Step::run(
        "hostile files",
        &mut command,
        "the case above is the smallest that fails: make it a test",
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_time_is_a_number_of_seconds() {
        assert_eq!(Options::parse(&["--seconds", "5"]).unwrap().seconds, 5);
        assert_eq!(Options::parse(&[]).unwrap().seconds, SECONDS);
        assert!(Options::parse(&["--seconds", "long"]).is_err());
    }
}
