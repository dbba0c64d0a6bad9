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
    native_tests(project)
}

/// Every test that needs no browser, in steps that build no more than they test.
fn native_tests(project: &Project) -> Result<(), Failure> {
    let remedy = "read the failed tests above";
    let own = "test --locked --package xtask";
    Step::run("tests of xtask", &mut project.cargo(own), remedy)?;
    let inside = "test --locked --package huhuqing --lib";
    Step::run(
        "tests inside the library, native",
        &mut project.cargo(inside),
        remedy,
    )?;
    // These make and score whole counties: compiled so, they run three times as fast. They use nothing of the interface,
    // which takes four times as long to compile as all the rest.
    let outside = "--config profile.test.package.huhuqing.opt-level=1 \
                   test --locked --package huhuqing --no-default-features --features cli --test *";
    Step::run(
        "tests of the library from outside, native",
        &mut project.cargo(outside),
        remedy,
    )
}
