//! `hhq`, the same core on the command line: whatever the app does with files, this does too. Thin over the pure layers;
//! everything here is reading files, writing files and printing.

mod args;
mod check;
mod demo;
mod disclose;
mod duplicates;
mod explain;
mod failure;
mod files;
mod freeze;
mod history;
mod keygen;
mod keys;
mod ledger;
mod merge;
mod open;
mod output;
mod receipt;
mod recover;
mod resolve;
mod schema;
mod score;
mod seal;
mod table;
mod verify;

use args::{Arguments, Command};
use clap::Parser as _;
use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command line: `args` with the program's name first. The exit code is 0 when all is well, 1 when a check
/// found errors, 2 for wrong usage, 3 when a file cannot be read, 4 when one cannot be written.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Arguments::try_parse_from(args) {
        Ok(arguments) => perform(arguments.command),
        Err(usage) => {
            let _nobody_listens = usage.print();
            return ExitCode::from(if usage.use_stderr() { 2 } else { 0 });
        }
    };
    match outcome {
        Ok(code) => code,
        // Who closed the pipe, as `head` does, has read enough.
        Err(Failure::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            use std::io::Write as _;
            let _nobody_listens = writeln!(std::io::stderr(), "{}", failure.report());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn perform(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Demo(args) => demo::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Disclose(args) => disclose::run(&args),
        Command::Receipt(args) => receipt::run(&args),
        Command::Recover(args) => recover::run(&args),
        Command::History(args) => history::run(&args),
        Command::Resolve(args) => resolve::run(&args),
        Command::Duplicates(args) => duplicates::run(&args),
        Command::Freeze(args) => freeze::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Ledger(args) => ledger::run(&args),
        Command::Keygen(args) => keygen::run(&args),
        Command::Seal(args) => seal::run(&args),
        Command::Open(args) => open::run(&args),
        Command::Schema(args) => schema::run(&args),
    }
}
