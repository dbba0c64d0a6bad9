//! `hhq recover`.

use super::args::RecoverArgs;
use super::failure::Failure;
use super::files::now;
use super::output::{print, write_file};
use crate::exchange::MAX_DOCUMENT_BYTES;
use crate::keys::escrow::RecoveryRequest;
use crate::keys::identity_in;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Shows who asks for a forgotten passphrase, and, with the county's private key, replies.
pub(super) fn run(args: &RecoverArgs) -> Result<ExitCode, Failure> {
    let request = RecoveryRequest::read(&read(&args.request)?)
        .map_err(|error| Failure::Recovery(args.request.clone(), error))?;
    let who = format!(
        "{} {} · 设备 device {} · 核对 compare {}\n",
        request.area.code,
        request.area.name,
        request.device,
        request.words()
    );
    print(who.as_bytes())?;
    let Some(identity) = &args.identity else {
        return Ok(ExitCode::SUCCESS);
    };
    let text = String::from_utf8(read(identity)?).map_err(|_| Failure::Foreign(identity.clone()))?;
    let county = identity_in(&text).map_err(|error| Failure::Recovery(identity.clone(), error.into()))?;
    let reply = request
        .answer(&county, now()?)
        .map_err(|error| Failure::Recovery(args.request.clone(), error))?;
    let out = args.out.clone().unwrap_or_else(|| reply.file_name().into());
    write_file(&out, &reply.write().bytes)?;
    print(format!("{}\n", out.display()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a small file, and no more of it than any such file has.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::Read(path.to_owned(), error);
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    let most = MAX_DOCUMENT_BYTES as u64 + 1;
    file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
