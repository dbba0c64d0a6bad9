//! `wasm-opt`, which makes the WebAssembly module smaller, from the npm package `binaryen`.

use super::{answers_version, apt};
use crate::failure::Failure;
use crate::project::Project;
use crate::step::{Step, output_of};
use std::path::{Path, PathBuf};

const BINARYEN: &str = "132.0.0";
/// How this release answers `--version`.
const ANSWER: &str = "132";

/// Installs `wasm-opt` unless it is there; a failure is reported and costs only size.
pub fn install(project: &Project, cache: &Path) -> Option<PathBuf> {
    let folder = cache.join(format!("binaryen-{BINARYEN}"));
    let program = folder.join("node_modules/.bin/wasm-opt");
    if answers_version(&program, ANSWER) {
        return Some(program);
    }
    match fetch(project, &folder) {
        Ok(()) if answers_version(&program, ANSWER) => Some(program),
        Ok(()) => warn("the installed wasm-opt does not answer"),
        Err(failure) => warn(&failure.to_string()),
    }
}

fn fetch(project: &Project, folder: &Path) -> Result<(), Failure> {
    let node = output_of("node", &["--version"]).is_some() && output_of("npm", &["--version"]).is_some();
    if !node {
        apt::install(project, &["nodejs", "npm"])?;
    }
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let mut command = project.command("npm");
    command
        .arg("install")
        .arg("--prefix")
        .arg(folder)
        .arg(format!("binaryen@{BINARYEN}"));
    command.args(["--no-audit", "--no-fund", "--ignore-scripts"]);
    Step::run(
        "npm: fetching wasm-opt",
        &mut command,
        "check the network and npm's registry",
    )
}

fn warn(reason: &str) -> Option<PathBuf> {
    println!("! wasm-opt: going on without it, the module will be about a tenth larger ({reason})");
    None
}
