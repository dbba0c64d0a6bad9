//! The commands and their help.

mod build;
mod check;
mod fuzz;
mod serve;
mod test;

use crate::failure::Failure;
use crate::project::Project;
use crate::stamp;

const HELP: &str = "\
户户清 Huhuqing: every command of its developers.

Usage: cargo xtask <command>

  serve [--port N] [--release]   build the app, serve it on 127.0.0.1 (port 8080), rebuild on every change
  dist                           write dist/pwa/ (folder for any static server) and dist/huhuqing.html (one file)
  check                          formatting, clippy, native tests
  test                           check, tests in the browser, end-to-end tests of both editions
  fuzz [--seconds N]             hostile files against every reader, each test for N seconds (60)
  shots [safety]                 screenshots of every screen, or of those around keys and locks, to target/shots/
  bench                          speed in headless Chromium, against plain JavaScript
  kills [--rounds N]             SIGKILL of the browser, N times while typing (50) and a third as often otherwise: what is lost?
  help                           this text

Each command first installs what it needs and does not find: the WebAssembly target (rustup), trunk and wasm-bindgen
(cargo install, into huhuqing-tools in your cache folder), wasm-opt (npm), Chromium and its driver (apt); `test` also Firefox,
WebKitGTK and a display (apt) and geckodriver (cargo install).
";

/// Carries out one command line.
///
/// # Errors
/// The command is unknown, or one of its steps failed.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h", ..] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve::run(&Project::find()?, &serve::Options::parse(options)?),
        ["dist"] => build::editions(&Project::find()?),
        ["check"] => check::run(&Project::find()?),
        ["test"] => test::run(&Project::find()?),
        ["fuzz", options @ ..] => fuzz::run(&Project::find()?, &fuzz::Options::parse(options)?),
        ["shots"] => test::with_browser(&Project::find()?, "shots", &[]),
        ["shots", "safety"] => test::with_browser(&Project::find()?, "shots", &["safety"]),
        ["bench"] => test::with_browser(&Project::find()?, "bench", &[]),
        ["kills"] => test::with_browser(&Project::find()?, "kills", &[]),
        ["kills", "--rounds", rounds] if rounds.parse::<u16>().is_ok() => {
            test::with_browser(&Project::find()?, "kills", &[rounds])
        }
        ["kills", ..] => Err(Failure::Usage("`kills` takes `--rounds N`".to_owned())),
        // Trunk's hook (Trunk.toml), not for people.
        ["stamp"] => stamp::after_trunk(&Project::find()?),
        [
            command @ ("dist" | "check" | "test" | "shots" | "bench" | "stamp"),
            ..,
        ] => Err(Failure::Usage(format!("`{command}` takes no options"))),
        [unknown, ..] => Err(Failure::Usage(format!("there is no command `{unknown}`"))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::run;

    #[test]
    fn an_unknown_command_ends_with_code_2() {
        assert_eq!(run(&["frobnicate".to_owned()]).unwrap_err().exit_code(), 2);
    }

    #[test]
    fn an_option_a_command_does_not_know_ends_with_code_2() {
        assert_eq!(
            run(&["dist".to_owned(), "--fast".to_owned()])
                .unwrap_err()
                .exit_code(),
            2
        );
        assert_eq!(
            run(&["kills".to_owned(), "--rounds".to_owned(), "many".to_owned()])
                .unwrap_err()
                .exit_code(),
            2
        );
        assert_eq!(
            run(&["serve".to_owned(), "--port".to_owned(), "x".to_owned()])
                .unwrap_err()
                .exit_code(),
            2
        );
    }
}
