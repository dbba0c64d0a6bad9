//! Running a program as a named, timed step.

use crate::failure::Failure;
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A piece of work the developer sees begin and end.
pub struct Step {
    name: String,
    began: Instant,
}

impl Step {
    /// Prints the name and starts the clock.
    pub fn begin(name: impl Into<String>) -> Self {
        let name = name.into();
        println!("▸ {name}…");
        Self {
            name,
            began: Instant::now(),
        }
    }

    /// Prints the name and the seconds it took.
    pub fn done(self) {
        println!("✓ {} · {}", self.name, seconds(self.began));
    }

    /// Runs one program as this step; its output goes straight to the terminal.
    ///
    /// # Errors
    /// The program cannot be started, or ends with another code than 0; `remedy` says what to do then.
    pub fn run(name: &str, command: &mut Command, remedy: &str) -> Result<(), Failure> {
        let step = Self::begin(name);
        let status = command.stdin(Stdio::null()).status().map_err(|error| {
            Failure::new(
                format!("{name}: cannot start {}: {error}", shown(command)),
                remedy,
            )
        })?;
        if !status.success() {
            let what = format!(
                "{name} failed after {} ({status}): {}",
                seconds(step.began),
                shown(command)
            );
            return Err(Failure::new(what, remedy));
        }
        step.done();
        Ok(())
    }
}

/// What a program prints on its standard output, trimmed; `None` if it is absent or fails.
pub fn output_of(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a developer would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn seconds(began: Instant) -> String {
    let elapsed = began.elapsed().as_secs_f32();
    if elapsed < 10.0 {
        format!("{elapsed:.1} s")
    } else {
        format!("{elapsed:.0} s")
    }
}
