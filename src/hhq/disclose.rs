//! `hhq disclose`.

use super::args::{DiscloseArgs, ProfileName};
use super::failure::Failure;
use super::files::read_together;
use super::keys::Keys;
use super::merge::{disclosure, draft, guard};
use super::output::{print, write_file};
use super::score::package_rows;
use crate::exchange::{self, Contents, Disclosure, Signer};
use crate::indicators::Scores;
use crate::journal::Partition;
use std::process::ExitCode;

/// Writes a package of everything that was read, of which only so much is told.
pub(super) fn run(args: &DiscloseArgs) -> Result<ExitCode, Failure> {
    let together = read_together(&args.inputs)?;
    if let Some((file, schema)) = together.newer {
        return Err(Failure::Newer(file, schema));
    }
    guard(&args.out)?;
    let partitions: Vec<&Partition> = together.partitions.values().collect();
    let mut draft = draft(&together);
    // What tells less than everything has figures of every area, since a reader cannot make them of the records.
    if args.profile != ProfileName::Detail {
        let scores = Scores::of(&together.records(), together.as_of);
        draft.rows = package_rows(&scores)
            .filter(|row| row.area.within(together.scope))
            .collect();
    }
    let contents = match (args.profile, args.unit) {
        (ProfileName::Summary, _) | (ProfileName::Department, None) => Contents::Summary,
        (ProfileName::Department, Some(body)) => Contents::Detail(&partitions, Disclosure::department(body)),
        (ProfileName::Detail, _) => Contents::Detail(&partitions, disclosure(&together)),
    };
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let signer = keys.signer();
    let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
    let sealed = exchange::write_signed(&draft, contents, signer).map_err(Failure::Package)?;
    write_file(&args.out, &sealed.bytes)?;
    let note = format!("{}: {} bytes · 字节\n", args.out.display(), sealed.bytes.len());
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
