//! `test`: everything that can be checked by machine; `shots`, `bench` and `kills`, which use the same browsers.

use super::{build, check};
use crate::failure::Failure;
use crate::project::{Project, files_below, read};
use crate::step::Step;
use crate::tools::{Browsers, Toolbox, Wanted};
use std::path::Path;

/// Runs every test of the project.
///
/// # Errors
/// A tool cannot be installed or a test fails.
pub fn run(project: &Project) -> Result<(), Failure> {
    let tools = Toolbox::install(project)?;
    let browsers = Browsers::install(project, Wanted::All)?;
    check::run(project)?;
    in_the_browser(project, &tools, &browsers)?;
    build::editions(project)?;
    let mut end_to_end = project.cargo("test --locked --package browser-tests -- --test-threads=2");
    browsers.tell(&mut end_to_end);
    Step::run("end-to-end tests", &mut end_to_end, "read the failed tests above")?;
    println!("\n✓ every test passed");
    Ok(())
}

/// Builds both editions and runs one program of `tests/browser` on them.
///
/// # Errors
/// A tool cannot be installed, the build or the program fails.
pub fn with_browser(project: &Project, program: &str, arguments: &[&str]) -> Result<(), Failure> {
    let browsers = Browsers::install(project, Wanted::Chromium)?;
    build::editions(project)?;
    let mut command = project.cargo("run --locked --release --package browser-tests --bin");
    command.arg(program).arg("--").args(arguments);
    browsers.tell(&mut command);
    Step::run(program, &mut command, "read its messages above")
}

/// Runs the tests marked `#[wasm_bindgen_test]`, in the library and in `tests/`.
fn in_the_browser(project: &Project, tools: &Toolbox, browsers: &Browsers) -> Result<(), Failure> {
    let targets = marked_targets(project)?;
    if targets.is_empty() {
        println!("! WebAssembly tests in Chromium: the library marks none");
        return Ok(());
    }
    let arguments = "test --locked --target wasm32-unknown-unknown --no-default-features --features app";
    let mut command = project.cargo(arguments);
    command.args(targets);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner());
    command.env("CHROMEDRIVER", &browsers.chromedriver);
    command.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        project.path("tests/webdriver.json"),
    );
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Step::run(
        "WebAssembly tests in Chromium",
        &mut command,
        "read the failed tests above",
    )
}

/// Cargo's options for the targets that hold such tests; the others need not compile for WebAssembly.
fn marked_targets(project: &Project) -> Result<Vec<String>, Failure> {
    let mut options = Vec::new();
    if files_below(&project.path("src"))?
        .iter()
        .any(|name| is_marked(&project.path("src").join(name)))
    {
        options.push("--lib".to_owned());
    }
    for name in files_below(&project.path("tests"))? {
        let target = name.strip_suffix(".rs").filter(|target| !target.contains('/'));
        if let Some(target) = target.filter(|_| is_marked(&project.path("tests").join(&name))) {
            options.extend(["--test".to_owned(), target.to_owned()]);
        }
    }
    Ok(options)
}

fn is_marked(source: &Path) -> bool {
    let is_rust = source.extension().is_some_and(|extension| extension == "rs");
    is_rust && read(source).is_ok_and(|text| text.contains("wasm_bindgen_test"))
}
