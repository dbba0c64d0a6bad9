//! What trunk's output still lacks: the parts of the program, the page that opens fast, the policy's hashes and the service worker's list of files.

use crate::failure::Failure;
use crate::project::{Project, files_below, read, read_bytes, remove, write};
use crate::{folder, parts, policy, project};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// Called by trunk after each build, in the folder it names.
///
/// # Errors
/// Trunk did not name the folder, or the output does not look as expected.
pub fn after_trunk(project: &Project) -> Result<(), Failure> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
        Failure::new(
            "`stamp` is trunk's hook and was called without a build",
            "use `cargo xtask dist` instead",
        )
    })?;
    let ships = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let folder = Path::new(&folder);
    if ships {
        parts::divide(project, folder)?;
    }
    stamp(project, folder, ships)
}

/// Stamps a built folder; stamping again changes nothing. What does not ship keeps a service worker that stores nothing.
///
/// # Errors
/// The folder is not the output of a build of this project.
pub fn stamp(project: &Project, folder: &Path, ships: bool) -> Result<(), Failure> {
    let file = folder.join("index.html");
    let mut page = read(&file)?;
    if ships {
        let composed = folder::compose(&page, folder)?;
        for name in composed.carried {
            remove(&folder.join(name))?;
        }
        page = composed.page;
    }
    write(&file, policy::allow_inline(&page)?)?;
    if ships {
        let template = read(&project.path("public/sw.js"))?;
        write(
            &folder.join("sw.js"),
            service_worker(&template, &stored_files(folder)?)?,
        )?;
    }
    Ok(())
}

/// A file the service worker stores: its address relative to the scope, and its content.
type StoredFile = (String, Vec<u8>);

fn stored_files(folder: &Path) -> Result<Vec<StoredFile>, Failure> {
    let names = files_below(folder)?.into_iter().filter(|name| name != "sw.js");
    names
        .map(|name| Ok((address(&name), project::read_bytes(&folder.join(&name))?)))
        .collect()
}

/// Some servers redirect `index.html` to its folder, and a stored redirect opens no page: the folder is stored.
fn address(name: &str) -> String {
    if name == "index.html" {
        "./".to_owned()
    } else {
        name.to_owned()
    }
}

fn service_worker(template: &str, files: &[StoredFile]) -> Result<String, Failure> {
    let names: Vec<String> = files.iter().map(|(name, _)| format!("  \"{name}\",\n")).collect();
    let build = format!("const BUILD = \"{}\"; // stamped", build_hash(files));
    let list = format!("const FILES = [\n{}]; // stamped", names.concat());
    let stamped = replace_line(template, "const BUILD = ", &build)?;
    replace_line(&stamped, "const FILES = ", &list)
}

fn replace_line(text: &str, start: &str, line: &str) -> Result<String, Failure> {
    let old = text
        .lines()
        .find(|old| old.starts_with(start) && old.ends_with("// stamped"));
    let old =
        old.ok_or_else(|| Failure::bundle(format!("public/sw.js has no line `{start}… // stamped`")))?;
    Ok(text.replacen(old, line, 1))
}

/// Twenty hexadecimal digits over all names and contents.
fn build_hash(files: &[StoredFile]) -> String {
    let mut hasher = Sha256::new();
    for (name, content) in files {
        hasher.update(name);
        hasher.update([0]);
        hasher.update(Sha256::digest(content));
    }
    hasher
        .finalize()
        .iter()
        .take(10)
        .fold(String::new(), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The build a folder was stamped with.
///
/// # Errors
/// The folder is not stamped.
pub fn build_of(folder: &Path) -> Result<String, Failure> {
    let worker = String::from_utf8_lossy(&read_bytes(&folder.join("sw.js"))?).into_owned();
    let build = worker
        .split("const BUILD = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    build
        .map(str::to_owned)
        .ok_or_else(|| Failure::bundle("sw.js names no build"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEMPLATE: &str = include_str!("../../public/sw.js");

    fn files(page: &str) -> Vec<StoredFile> {
        vec![
            ("./".to_owned(), page.into()),
            ("app.js".to_owned(), b"go()".to_vec()),
        ]
    }

    #[test]
    fn the_stamped_worker_names_every_file_and_its_build() {
        let worker = service_worker(TEMPLATE, &files("page")).unwrap();
        assert!(worker.contains("const FILES = [\n  \"./\",\n  \"app.js\",\n]; // stamped"));
        assert!(worker.contains(&build_hash(&files("page"))));
    }

    #[test]
    fn another_content_under_the_same_name_is_another_build() {
        assert_ne!(build_hash(&files("page")), build_hash(&files("edited page")));
    }

    #[test]
    fn the_worker_takes_over_only_when_told_to() {
        let calls: Vec<&str> = TEMPLATE
            .lines()
            .filter(|line| line.contains("skipWaiting()"))
            .collect();
        assert_eq!(calls.len(), 1);
        assert!(calls[0].contains(r#"event.data.type === "activate""#));
    }

    #[test]
    fn a_template_without_the_lines_to_stamp_is_refused() {
        assert!(service_worker("self.skipWaiting()", &files("page")).is_err());
    }
}
