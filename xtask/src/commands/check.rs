//! `check`: formatting, clippy, native tests.

use crate::failure::Failure;
use crate::project::Project;
use crate::step::Step;
use crate::tools;

/// Runs the three, quickest first.
///
/// # Errors
/// One of them fails.
pub fn run(project: &Project) -> Result<(), Failure> {
    tools::install_wasm_target(project)?;
    Step::run(
        "rustfmt",
        &mut project.cargo("fmt --all --check"),
        "run `cargo fmt --all`",
    )?;
    let clippy = "read clippy's messages above";
    let native = "clippy --locked --workspace --all-targets -- -D warnings";
    Step::run("clippy, native", &mut project.cargo(native), clippy)?;
    let browser = "clippy --locked --target wasm32-unknown-unknown --no-default-features --features app \
                   --lib --bins -- -D warnings";
    Step::run("clippy, WebAssembly", &mut project.cargo(browser), clippy)?;
    let tests = "test --locked --workspace --exclude browser-tests";
    Step::run(
        "native tests",
        &mut project.cargo(tests),
        "read the failed tests above",
    )
}
