//! Writing to standard output and to files.

use super::failure::Failure;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Prints to standard output in one go.
pub(super) fn print(text: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text)
        .and_then(|()| out.flush())
        .map_err(Failure::Print)
}

/// Prints rows as a JSON array, one object a line.
pub(super) fn print_json<T: Serialize>(rows: &[T]) -> Result<(), Failure> {
    let mut text = b"[".to_vec();
    for (place, row) in rows.iter().enumerate() {
        text.extend_from_slice(if place == 0 { b"\n  " } else { b",\n  " });
        serde_json::to_writer(&mut text, row).map_err(|error| Failure::Print(error.into()))?;
    }
    text.extend_from_slice(if rows.is_empty() { b"]\n" } else { b"\n]\n" });
    print(&text)
}

/// Prints rows as comma separated values (RFC 4180), the names of the columns first.
pub(super) fn print_csv(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<(), Failure> {
    let mut text = String::new();
    let line = |cells: &mut dyn Iterator<Item = &str>, text: &mut String| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                text.push(',');
            }
            if cell.contains(['"', ',', '\n', '\r']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    };
    line(&mut header.iter().copied(), &mut text);
    for row in rows {
        line(&mut row.iter().map(String::as_str), &mut text);
    }
    print(text.as_bytes())
}

/// Who may read a new file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Whoever may read files here.
    Everybody,
    /// Only its owner, where the system knows owners.
    Owner,
}

/// Writes a file that is not there yet; one that is there stays as it is, and half a file does not.
pub(super) fn write_new(path: &Path, bytes: &[u8], access: Access) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Owner {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let mut file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists(path.to_owned()),
        _ => Failure::Write(path.to_owned(), error),
    })?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|error| {
            let _may_not_be_there = std::fs::remove_file(path);
            Failure::Write(path.to_owned(), error)
        })
}

/// Where what is made of a file goes: into a folder, or beside the file.
pub(super) fn beside(file: &Path, folder: Option<&Path>, name: impl Fn(&str) -> String) -> PathBuf {
    let own = file
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let name = name(&own);
    folder.map_or_else(|| file.with_file_name(&name), |folder| folder.join(&name))
}

/// Writes a file whole or not at all: beside it first, then in its place.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fail = |error| Failure::Write(path.to_owned(), error);
    let name = path
        .file_name()
        .ok_or_else(|| fail(io::ErrorKind::InvalidInput.into()))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = std::fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        let _may_not_be_there = std::fs::remove_file(&beside);
        fail(error)
    })
}
