//! `hhq keygen`.

use super::args::KeygenArgs;
use super::failure::Failure;
use super::files::now;
use super::output::{Access, print, write_new};
use crate::exchange::Scope;
use crate::keys::{DeviceKeys, KeyCard};
use crate::plan::divisions::division;
use std::process::ExitCode;

/// Makes keys and writes the private key file and the key card, never over a file.
pub(super) fn run(args: &KeygenArgs) -> Result<ExitCode, Failure> {
    let keys = DeviceKeys::fresh().map_err(|error| Failure::Key(args.out.clone(), error))?;
    let area = Scope {
        code: args.area,
        name: division(args.area.as_str()).map_or_else(String::new, |row| row.short_name.into()),
    };
    let card = KeyCard::of(&keys, area, args.name.clone(), now()?);
    std::fs::create_dir_all(&args.out).map_err(|error| Failure::Write(args.out.clone(), error))?;
    let private = args.out.join(format!("hhq-{}-private-key.txt", args.area));
    let public = args.out.join(card.file_name());
    if public.exists() {
        return Err(Failure::Exists(public));
    }
    write_new(&private, keys.to_text().as_bytes(), Access::Owner)?;
    write_new(&public, &card.write(&keys).bytes, Access::Everybody)?;
    let words = card.fingerprint().words();
    let note = format!(
        "{}: 私钥，不得外传 · private key, keep it secret\n{}: 密钥卡，交给对方 · key card, hand it out\n指纹 · fingerprint: {words}\n",
        private.display(),
        public.display()
    );
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
