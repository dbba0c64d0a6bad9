//! `dist`: both editions of the app.

use crate::failure::Failure;
use crate::project::{Project, write};
use crate::step::Step;
use crate::tools::Toolbox;
use crate::{single_file, sizes, stamp};
use std::path::Path;

/// What the compiler emits and the oldest supported browsers run; `wasm-opt` may use these and nothing newer.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Larger functions than that (in instructions) stay on their own even when one place alone calls them (ARCHITECTURE.md: small functions).
const LARGEST_INLINED: &str = "60";

/// Writes `dist/pwa/` and `dist/huhuqing.html` and prints their sizes.
///
/// # Errors
/// A tool cannot be installed or a step fails.
pub fn editions(project: &Project) -> Result<(), Failure> {
    let tools = Toolbox::install(project)?;
    let mut trunk = tools.trunk(project)?;
    trunk.args(["build", "--release"]);
    Step::run(
        "trunk: building the app (release)",
        &mut trunk,
        "read the compiler's messages above",
    )?;
    let pwa = project.pwa();
    if let Some(wasm_opt) = tools.wasm_opt(project) {
        shrink(project, &wasm_opt)?;
        stamp::stamp(project, &pwa, true)?;
    }
    let step = Step::begin("writing the single file");
    write(&project.single_file(), single_file::assemble(&pwa)?)?;
    step.done();
    sizes::print(project)?;
    println!(
        "\n✓ build {}: dist/pwa/ and dist/huhuqing.html",
        stamp::build_of(&pwa)?
    );
    Ok(())
}

fn shrink(project: &Project, wasm_opt: &Path) -> Result<(), Failure> {
    let pwa = project.pwa();
    for name in crate::project::files_below(&pwa)?
        .iter()
        .filter(|name| name.ends_with(".wasm"))
    {
        let module = pwa.join(name);
        let mut command = project.command(wasm_opt);
        command
            .args(["-Oz", "--quiet"])
            .args(["--one-caller-inline-max-function-size", LARGEST_INLINED])
            .args(FEATURES)
            .arg(&module)
            .arg("-o")
            .arg(&module);
        Step::run(
            &format!("wasm-opt: {name}"),
            &mut command,
            "read its message above; a newer compiler may emit more",
        )?;
    }
    Ok(())
}
