//! `hhq schema`.

use super::failure::Failure;
use super::output::print;
use crate::exchange;
use std::process::ExitCode;

/// Prints the JSON Schema of a detail package.
pub(super) fn run() -> Result<ExitCode, Failure> {
    print(format!("{:#}\n", exchange::json_schema()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
