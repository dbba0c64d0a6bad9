//! Finding and installing what the build and the tests need.
//!
//! Programs compiled or downloaded for this project live in one cache folder, each under its name and version, and
//! are found again by asking them for their version. Nothing outside that folder is touched, but for the WebAssembly
//! target (rustup) and the system's packages (apt).

mod apt;
mod browsers;
mod cargo_program;
mod wasm_opt;
mod wasm_target;

pub use browsers::{Browsers, Wanted};
pub use wasm_target::install as install_wasm_target;

use crate::failure::Failure;
use crate::project::Project;
use cargo_program::CargoProgram;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk's release; later ones ask for a newer compiler than this project does.
const TRUNK: &str = "0.21.14";

/// What building the app needs, in place.
pub struct Toolbox {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    cache: PathBuf,
}

impl Toolbox {
    /// Installs what is missing of the WebAssembly target, trunk and wasm-bindgen.
    ///
    /// # Errors
    /// Something cannot be installed; the failure says what to do.
    pub fn install(project: &Project) -> Result<Self, Failure> {
        let cache = cache_folder()?;
        wasm_target::install(project)?;
        let trunk = CargoProgram {
            package: "trunk",
            folder: "trunk",
            program: "trunk",
            version: TRUNK.to_owned(),
            options: "--locked --no-default-features --features rustls",
        };
        // Its published lock file does not build, so cargo chooses the dependencies.
        let wasm_bindgen = CargoProgram {
            package: "wasm-bindgen-cli",
            folder: "wasm-bindgen",
            program: "wasm-bindgen",
            version: project.locked_version("wasm-bindgen")?,
            options: "",
        };
        Ok(Self {
            trunk: trunk.install(project, &cache)?,
            wasm_bindgen: wasm_bindgen.install(project, &cache)?,
            cache,
        })
    }

    /// `trunk`, with every program it calls already on its path, so that it downloads nothing.
    ///
    /// # Errors
    /// The system's `PATH` cannot be extended.
    pub fn trunk(&self, project: &Project) -> Result<Command, Failure> {
        let mut command = project.command(self.trunk.join("trunk"));
        command.env("PATH", path_with(&[&self.trunk, &self.wasm_bindgen])?);
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk reads NO_COLOR as a boolean, while the world sets it to anything.
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// `wasm-bindgen-test-runner`, which runs WebAssembly tests in a browser.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen.join("wasm-bindgen-test-runner")
    }

    /// `wasm-opt`, or `None` where it cannot be had: the app is larger without it, but whole.
    pub fn wasm_opt(&self, project: &Project) -> Option<PathBuf> {
        wasm_opt::install(project, &self.cache)
    }
}

/// `huhuqing-tools` in the user's cache folder.
fn cache_folder() -> Result<PathBuf, Failure> {
    let given = std::env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cache = given.or_else(home).ok_or_else(|| {
        Failure::new(
            "there is no place to keep the tools",
            "set HOME or XDG_CACHE_HOME to a folder you own",
        )
    })?;
    let folder = cache.join("huhuqing-tools");
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Ok(folder)
}

fn path_with(first: &[&Path]) -> Result<OsString, Failure> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let folders = first
        .iter()
        .map(|folder| (*folder).to_owned())
        .chain(std::env::split_paths(&present));
    std::env::join_paths(folders).map_err(|error| {
        Failure::new(
            format!("PATH: {error}"),
            "move the project to a folder without a colon",
        )
    })
}

/// Whether a program answers `--version` with exactly this version among its words.
fn answers_version(program: &Path, version: &str) -> bool {
    crate::step::output_of(program, &["--version"])
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}
