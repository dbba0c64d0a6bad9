//! `hhq merge`.

use super::args::MergeArgs;
use super::failure::Failure;
use super::files::{Together, read_together};
use super::keys::Keys;
use super::output::{print, write_file};
use super::score::package_rows;
use crate::exchange::{
    self, Author, Contents, Disclosure, Draft, PackageError, SchemaVersion, Scope, ShortCode, Signer,
};
use crate::indicators::Scores;
use crate::journal::{DeviceId, Partition};
use crate::model::{Id, Level};
use crate::plan::divisions::division;
use std::path::Path;
use std::process::ExitCode;

/// Merges packages and writes one of the smallest area that holds them all. The same packages in any order give the
/// same bytes.
pub(super) fn run(args: &MergeArgs) -> Result<ExitCode, Failure> {
    let together = read_together(&args.inputs)?;
    if let Some((file, schema)) = together.newer {
        return Err(Failure::Newer(file, schema));
    }
    guard(&args.out)?;
    let partitions: Vec<&Partition> = together.partitions.values().collect();
    let contents = Contents::Detail(&partitions, disclosure(&together));
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let signer = keys.signer();
    let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
    let sealed = exchange::write_signed(&draft(&together), contents, signer).map_err(Failure::Package)?;
    write_file(&args.out, &sealed.bytes)?;
    let changes: usize = partitions.iter().map(|partition| partition.changes().len()).sum();
    let code = ShortCode::of_partitions(together.scope, together.partitions.values());
    let note = format!(
        "{}: {} areas · 个地区, {changes} changes · 条变更, short code · 短码 {code}\n",
        args.out.display(),
        partitions.len()
    );
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// What the county's own records allow, if they are among the packages.
pub(super) fn disclosure(together: &Together) -> Disclosure {
    let mut areas = together.partitions.values();
    let county = areas.find(|partition| partition.area().level() == Level::County);
    Disclosure::of(county.map(Partition::records))
}

/// Nothing is written over that this version would not understand whole.
pub(super) fn guard(out: &Path) -> Result<(), Failure> {
    let Ok(bytes) = std::fs::read(out) else {
        return Ok(());
    };
    match exchange::open(&bytes, None) {
        Ok((package, _)) if package.head.schema > SchemaVersion::CURRENT => {
            Err(Failure::Newer(out.to_owned(), package.head.schema))
        }
        Ok(_) => Ok(()),
        Err(PackageError::NewerMajor(schema)) => Err(Failure::Newer(out.to_owned(), schema)),
        Err(_) => Err(Failure::Foreign(out.to_owned())),
    }
}

/// What a merged package says about itself: nobody made it, so it names the program.
pub(super) fn draft(together: &Together) -> Draft {
    let scope = together.scope;
    let scores = Scores::of(&together.records(), together.as_of);
    Draft {
        scope: Scope {
            code: scope,
            name: division(scope.as_str()).map_or_else(String::new, |row| row.name.into()),
        },
        as_of: together.as_of,
        author: Author {
            id: Id::joined(&["hhq"]),
            name: None,
        },
        device: DeviceId::PROGRAM,
        sequence: 1,
        previous: None,
        rows: package_rows(&scores).filter(|row| row.area == scope).collect(),
    }
}
