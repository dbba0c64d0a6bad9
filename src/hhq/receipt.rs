//! `hhq receipt`.

use super::args::ReceiptArgs;
use super::failure::Failure;
use super::files::{now, read_together};
use super::keys::Keys;
use super::output::{print, write_file};
use crate::exchange::{Author, PackageError, Receipt, Scope, Signer};
use crate::journal::{DeviceId, Partition};
use crate::model::{DivisionCode, Id};
use crate::plan::divisions::division;
use std::path::Path;
use std::process::ExitCode;

/// Writes a receipt for what the packages hold of a scope.
pub(super) fn run(args: &ReceiptArgs) -> Result<ExitCode, Failure> {
    let together = read_together(&args.inputs)?;
    let scope = args.scope.unwrap_or(together.scope);
    let office = args.office.or(scope.parent()).unwrap_or(scope);
    if !together.partitions.keys().any(|area| area.within(scope)) {
        return Err(Failure::NoArea(scope.to_string()));
    }
    if !scope.within(office) {
        return Err(Failure::NoArea(format!("{scope} < {office}")));
    }
    guard(&args.out)?;
    let partitions: Vec<&Partition> = together.partitions.values().collect();
    let author = Author {
        id: Id::joined(&["hhq"]),
        name: None,
    };
    let received = together.received.iter().copied();
    let scopes = (named(scope), named(office));
    let receipt = Receipt::of(scopes, author, DeviceId::PROGRAM, now()?, &partitions, received);
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let signer = keys.signer();
    let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
    write_file(&args.out, &receipt.write_signed(signer).bytes)?;
    let note = format!(
        "{}: {} · {} rows · 行, {} questions · 问题\n",
        args.out.display(),
        scope,
        receipt.held.len(),
        receipt.questions.len()
    );
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn named(area: DivisionCode) -> Scope {
    Scope {
        code: area,
        name: division(area.as_str()).map_or_else(String::new, |row| row.name.into()),
    }
}

/// A receipt is written over nothing but an older receipt.
fn guard(out: &Path) -> Result<(), Failure> {
    match std::fs::read(out).map(|bytes| Receipt::read(&bytes)) {
        Err(_) | Ok(Ok(_)) => Ok(()),
        Ok(Err(PackageError::NewerMajor(schema))) => Err(Failure::Newer(out.to_owned(), schema)),
        Ok(Err(_)) => Err(Failure::Foreign(out.to_owned())),
    }
}
