//! The compiler's WebAssembly target.

use crate::failure::Failure;
use crate::project::Project;
use crate::step::{Step, output_of};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain unless its standard library is there.
///
/// # Errors
/// The toolchain has no rustup, or rustup cannot reach its server.
pub fn install(project: &Project) -> Result<(), Failure> {
    if is_there() {
        return Ok(());
    }
    let remedy = "install rustup (https://rustup.rs) or your system's package with the standard library for \
                  wasm32-unknown-unknown (Debian: README, trouble notes), then repeat the command";
    let mut command = project.command("rustup");
    command.args(["target", "add", TARGET]);
    Step::run("rustup: adding the WebAssembly target", &mut command, remedy)?;
    if is_there() {
        Ok(())
    } else {
        Err(Failure::new(format!("rustc finds no {TARGET}"), remedy))
    }
}

fn is_there() -> bool {
    let libraries = output_of("rustc", &["--print", "target-libdir", "--target", TARGET]);
    let entries = libraries.and_then(|folder| std::fs::read_dir(Path::new(&folder)).ok());
    entries.is_some_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
    })
}
