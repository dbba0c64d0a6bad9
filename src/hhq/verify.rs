//! `hhq verify`.

use super::args::VerifyArgs;
use super::check::refused;
use super::failure::Failure;
use super::files::{expand, now};
use super::keys::{Keys, cards, signature_finding};
use super::output::print;
use crate::exchange::{
    self, Cover, Finding, Frozen, Package, PackageError, Receipt, Severity, Signed, StateHash,
    sequence_findings_of,
};
use crate::journal::{Partition, WrongClock, wrong_clocks};
use crate::model::DivisionCode;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A file that is whole.
enum Sound {
    Package(Box<Package>, Vec<Finding>),
    Receipt(Receipt),
    Frozen(Frozen),
}

impl Sound {
    /// The area whose key is to have signed it.
    fn speaks_for(&self) -> DivisionCode {
        match self {
            Self::Package(package, _) => package.head.scope.code,
            Self::Receipt(receipt) => receipt.office.code,
            Self::Frozen(frozen) => frozen.scope.code,
        }
    }
}

/// Verifies every file: its seal and signature, its shape, that its records follow from its changes, the row of packages that it stands
/// in, that folding the changes anew gives the same state, and the clocks of its devices. The exit code is 1 when something
/// is not as it should be.
pub(super) fn run(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let files = expand(&args.inputs.files)?;
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let cards = cards(&args.card)?;
    let now = now()?;
    let mut lines: Vec<String> = Vec::new();
    let mut amiss = 0;
    let mut say = |file: &Path, words: String| {
        lines.push(format!("{}: {words}\n", file.display()));
        amiss += 1;
    };
    let mut packages: Vec<(PathBuf, Package)> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).map_err(|error| Failure::Read(file.clone(), error))?;
        let read = keys.unseal(&bytes).and_then(|contents| Ok(sound(&contents)?));
        let read = read.and_then(|(found, signed)| {
            let signer = signature_finding(signed.as_ref(), found.speaks_for(), &cards)?;
            Ok((found, signer))
        });
        let read = read.map(|(found, signer)| {
            match signer {
                Some(signer) if signer.code.severity() != Severity::Info => say(file, signer.message()),
                Some(signer) => notes.push(format!("{}: {}\n", file.display(), signer.message())),
                None => {}
            }
            found
        });
        match read {
            Err(error) => say(file, refused(&error).message()),
            Ok(Sound::Receipt(receipt)) => notes.push(format!(
                "{}: 回执 receipt, {} ← {}, {} rows\n",
                file.display(),
                receipt.scope.code,
                receipt.office.code,
                receipt.held.len()
            )),
            Ok(Sound::Frozen(frozen)) => notes.push(format!(
                "{}: 封账 closed period {}, {}, {} figures\n",
                file.display(),
                frozen.period,
                frozen.scope.code,
                frozen.rows.len()
            )),
            Ok(Sound::Package(package, findings)) => {
                for finding in findings
                    .iter()
                    .filter(|one| one.code.severity() != Severity::Info)
                {
                    say(file, finding.message());
                }
                for area in folded_otherwise(&package) {
                    say(
                        file,
                        format!("重新核算不一致 / folding anew gives another state: {area}"),
                    );
                }
                packages.push((file.clone(), *package));
            }
        }
    }
    let covers: Vec<Cover> = packages.iter().map(|(_, package)| Cover::of(package)).collect();
    let rows = sequence_findings_of(&[], &covers.iter().collect::<Vec<_>>());
    for ((file, _), findings) in packages.iter().zip(rows) {
        for finding in findings
            .iter()
            .filter(|one| one.code.severity() != Severity::Info)
        {
            say(file, finding.message());
        }
    }
    for (file, package) in &packages {
        for (device, how) in wrong_clocks(package.partitions.values(), now) {
            say(file, clock_words(device.as_str(), how));
        }
    }
    let sum = format!(
        "{} files · 个文件: {} packages · 数据包, {amiss} findings · 处问题\n",
        files.len(),
        packages.len()
    );
    print([notes.concat(), lines.concat(), sum].concat().as_bytes())?;
    Ok(ExitCode::from(u8::from(amiss > 0)))
}

/// Reads a file as whatever it is.
fn sound(bytes: &[u8]) -> Result<(Sound, Option<Signed>), PackageError> {
    match exchange::open(bytes, None) {
        Ok((mut package, findings)) => {
            let signed = package.signed.take();
            Ok((Sound::Package(Box::new(package), findings), signed))
        }
        Err(PackageError::NotAPackage) => match Receipt::read_signed(bytes) {
            Ok((receipt, _, signed)) => Ok((Sound::Receipt(receipt), signed)),
            Err(PackageError::NotAPackage | PackageError::TooLarge { .. }) => {
                Frozen::read_signed(bytes).map(|(frozen, _, signed)| (Sound::Frozen(frozen), signed))
            }
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// The areas whose changes, folded anew one by one in another order of arrival, give another state.
fn folded_otherwise(package: &Package) -> Vec<String> {
    let other = |partition: &&Partition| {
        let mut anew = Partition::new(partition.area());
        let (late, early): (Vec<_>, Vec<_>) = partition
            .changes()
            .iter()
            .cloned()
            .enumerate()
            .partition(|(place, _)| place % 2 == 0);
        anew.merge(late.into_iter().map(|(_, change)| change));
        anew.merge(early.into_iter().map(|(_, change)| change));
        StateHash::of(&anew) != StateHash::of(partition)
    };
    let areas: BTreeMap<_, _> = package.partitions.iter().filter(|(_, one)| other(one)).collect();
    areas.into_keys().map(ToString::to_string).collect()
}

fn clock_words(device: &str, how: WrongClock) -> String {
    match how {
        WrongClock::Ahead(days) => format!(
            "设备 {device} 的时钟快了{days}天以上 / the clock of device {device} was {days} days ahead or more"
        ),
        WrongClock::Behind => {
            format!("设备 {device} 的时钟停在2013年以前 / the clock of device {device} stood before 2013")
        }
    }
}
