//! `hhq seal`.

use super::args::SealArgs;
use super::failure::Failure;
use super::keys::{cards, read};
use super::output::{Access, beside, print, write_new};
use crate::keys::{is_sealed, seal};
use std::process::ExitCode;

/// Seals every file to every card; nothing is written unless all can be sealed.
pub(super) fn run(args: &SealArgs) -> Result<ExitCode, Failure> {
    let cards = cards(&args.to)?;
    let to: Vec<_> = cards.iter().map(|card| card.recipient.clone()).collect();
    let mut sealed = Vec::with_capacity(args.files.len());
    for file in &args.files {
        let contents = read(file)?;
        if is_sealed(&contents) {
            return Err(Failure::Sealed(file.clone()));
        }
        let out = beside(file, args.out.as_deref(), |name| format!("{name}.age"));
        if out.exists() {
            return Err(Failure::Exists(out));
        }
        let bytes = seal(&contents, &to).map_err(|error| Failure::Key(file.clone(), error))?;
        sealed.push((out, bytes));
    }
    let names: Vec<String> = cards
        .iter()
        .map(|card| format!("{} {}", card.code(), card.name))
        .collect();
    let mut note = String::new();
    for (out, bytes) in &sealed {
        write_new(out, bytes, Access::Everybody)?;
        note.push_str(&format!("{}: → {}\n", out.display(), names.join(", ")));
    }
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
