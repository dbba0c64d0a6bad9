//! `hhq schema`.

use super::args::{SchemaArgs, SchemaOf};
use super::failure::Failure;
use super::output::print;
use crate::exchange;
use std::process::ExitCode;

/// Prints a JSON Schema.
pub(super) fn run(args: &SchemaArgs) -> Result<ExitCode, Failure> {
    let schema = match args.of {
        SchemaOf::Package => exchange::json_schema(),
        SchemaOf::Keycard => exchange::key_card_schema(),
        SchemaOf::RecoveryRequest => exchange::recovery_schema(false),
        SchemaOf::RecoveryReply => exchange::recovery_schema(true),
    };
    print(format!("{schema:#}\n").as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
