//! The system's packages, where apt is the system's way.

use crate::failure::Failure;
use crate::project::Project;
use crate::step::{Step, output_of};
use std::process::Command;

/// Installs packages as root, or through `sudo` if it asks for no password.
///
/// # Errors
/// There is no apt, no right to use it, or apt fails; the failure names the line to type.
pub fn install(project: &Project, packages: &[&str]) -> Result<(), Failure> {
    let line = format!(
        "apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    let remedy = format!("install these yourself, then repeat the command: sudo {line}");
    if output_of("apt-get", &["--version"]).is_none() {
        let what = format!("this system has no apt to install {}", packages.join(", "));
        return Err(Failure::new(
            what,
            "install them (or your system's equivalents) and repeat the command",
        ));
    }
    let mut update = as_root(project, &remedy)?;
    update.args(["apt-get", "update", "--quiet"]);
    Step::run("apt: reading the package lists", &mut update, &remedy)?;
    let mut install = as_root(project, &remedy)?;
    install.args(line.split(' '));
    Step::run(
        &format!("apt: installing {}", packages.join(" ")),
        &mut install,
        &remedy,
    )
}

/// A command prefix that runs the rest as root.
fn as_root(project: &Project, remedy: &str) -> Result<Command, Failure> {
    let mut command = if output_of("id", &["-u"]).as_deref() == Some("0") {
        project.command("env")
    } else if output_of("sudo", &["-n", "true"]).is_some() {
        let mut sudo = project.command("sudo");
        sudo.args(["-n", "env"]);
        sudo
    } else {
        return Err(Failure::new(
            "system packages are missing, and only root may install them",
            remedy,
        ));
    };
    command.arg("DEBIAN_FRONTEND=noninteractive");
    Ok(command)
}
