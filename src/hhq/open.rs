//! `hhq open`.

use super::args::OpenArgs;
use super::failure::Failure;
use super::keys::{Keys, read};
use super::output::{Access, beside, print, write_new};
use crate::keys::{KeyError, is_sealed};
use std::process::ExitCode;

/// Opens every file; nothing is written unless all can be opened.
pub(super) fn run(args: &OpenArgs) -> Result<ExitCode, Failure> {
    let keys = Keys::load(Some(&args.key))?;
    let mut opened = Vec::with_capacity(args.files.len());
    for file in &args.files {
        let sealed = read(file)?;
        let refused = |error| Failure::Key(file.clone(), error);
        if !is_sealed(&sealed) {
            return Err(refused(KeyError::NotSealed));
        }
        let out = beside(file, args.out.as_deref(), |name| {
            match name.strip_suffix(".age") {
                Some(name) => name.to_owned(),
                None => format!("{name}.opened"),
            }
        });
        if out.exists() {
            return Err(Failure::Exists(out));
        }
        opened.push((out, keys.unseal(&sealed).map_err(refused)?.into_owned()));
    }
    let mut note = String::new();
    for (out, bytes) in &opened {
        write_new(out, bytes, Access::Everybody)?;
        note.push_str(&format!("{}: {} bytes · 字节\n", out.display(), bytes.len()));
    }
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
