//! Programs that `cargo install` compiles.

use super::answers_version;
use crate::failure::Failure;
use crate::project::Project;
use crate::step::Step;
use std::path::{Path, PathBuf};

/// A program from the package registry in one exact version.
pub struct CargoProgram {
    /// The package there.
    pub package: &'static str,
    /// The folder in the cache, without the version.
    pub folder: &'static str,
    /// The program that proves the installation.
    pub program: &'static str,
    /// The exact version.
    pub version: String,
    /// More options of `cargo install`, separated by spaces.
    pub options: &'static str,
}

impl CargoProgram {
    /// Compiles the program unless it is there and works; returns the folder of its executables.
    ///
    /// # Errors
    /// `cargo install` fails.
    pub fn install(&self, project: &Project, cache: &Path) -> Result<PathBuf, Failure> {
        let root = cache.join(format!("{}-{}", self.folder, self.version));
        let executables = root.join("bin");
        if answers_version(&executables.join(self.program), &self.version) {
            return Ok(executables);
        }
        let mut command = project.cargo("install");
        command.args([self.package, "--force", "--version", &self.version]);
        command
            .args(self.options.split_whitespace())
            .arg("--root")
            .arg(&root);
        // Tools that run for seconds need not be optimised for minutes.
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        command
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET");
        let name = format!(
            "{} {}: compiling it once (2 to 9 minutes on two cores)",
            self.package, self.version
        );
        Step::run(
            &name,
            &mut command,
            "check the network and the free disk space, then repeat the command",
        )?;
        Ok(executables)
    }
}
