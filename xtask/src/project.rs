//! Where things are.

use crate::failure::Failure;
use crate::step::output_of;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace this xtask belongs to.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the workspace from the folder cargo names when it runs xtask.
    ///
    /// # Errors
    /// xtask was not started by cargo.
    pub fn find() -> Result<Self, Failure> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = manifest.as_deref().and_then(Path::parent).map(Path::to_owned);
        root.map(|root| Self { root }).ok_or_else(|| {
            Failure::new(
                "xtask does not know where the project is",
                "start it as `cargo xtask …`",
            )
        })
    }

    /// A path inside the workspace.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The app as a folder for any static server.
    pub fn pwa(&self) -> PathBuf {
        self.path("dist/pwa")
    }

    /// The app as one file.
    pub fn single_file(&self) -> PathBuf {
        self.path("dist/huhuqing.html")
    }

    /// The folder that cargo builds in.
    ///
    /// # Errors
    /// cargo does not say.
    pub fn target(&self) -> Result<PathBuf, Failure> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let manifest = self.path("Cargo.toml").display().to_string();
        let asked = [
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--manifest-path",
            &manifest,
        ];
        let said = output_of(cargo, &asked).unwrap_or_default();
        let folder = said
            .split("\"target_directory\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        folder
            // The same escapes as in a path of Windows.
            .map(|folder| PathBuf::from(folder.replace("\\\\", "\\")))
            .ok_or_else(|| {
                Failure::new(
                    "cargo metadata names no target folder",
                    "see what `cargo metadata` says",
                )
            })
    }

    /// A program that will run in the workspace's root.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// `cargo` with arguments separated by spaces.
    pub fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments.split_whitespace());
        command
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    /// `Cargo.lock` cannot be read or does not name the package.
    pub fn locked_version(&self, package: &str) -> Result<String, Failure> {
        let lock = read(&self.path("Cargo.lock"))?;
        version_in_lock(&lock, package).map(str::to_owned).ok_or_else(|| {
            Failure::new(
                format!("Cargo.lock names no package {package}"),
                "restore Cargo.lock from version control",
            )
        })
    }
}

fn version_in_lock<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Reads a text file.
///
/// # Errors
/// The file is absent, unreadable or not UTF-8.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Reads a file's bytes.
///
/// # Errors
/// The file is absent or unreadable.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::file(path, &error))
}

/// Writes a file.
///
/// # Errors
/// The folder is absent or not writable.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    std::fs::write(path, content).map_err(|error| Failure::file(path, &error))
}

/// Removes a file.
///
/// # Errors
/// The file is absent or may not be removed.
pub fn remove(path: &Path) -> Result<(), Failure> {
    std::fs::remove_file(path).map_err(|error| Failure::file(path, &error))
}

/// Every file below a folder as a path relative to it with forward slashes, sorted. Hidden files are left out.
///
/// # Errors
/// A folder cannot be listed.
pub fn files_below(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), Failure> {
    let problem = |error: std::io::Error| Failure::file(folder, &error);
    for entry in std::fs::read_dir(folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let relative = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{relative}/"), found)?;
        } else {
            found.push(relative);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_package_of_exactly_this_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_the_lock_does_not_name_has_no_version() {
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }
}
