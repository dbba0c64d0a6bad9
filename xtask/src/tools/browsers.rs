//! The browsers the tests run in, their drivers, and a font they can write Chinese with.

use super::cargo_program::CargoProgram;
use super::{apt, cache_folder};
use crate::failure::Failure;
use crate::project::Project;
use crate::step::output_of;
use std::path::PathBuf;
use std::process::Command;

/// Firefox's driver, which Debian has no package of.
const GECKODRIVER: &str = "0.37.1";

/// Which browsers a command needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The one that can do everything.
    Chromium,
    /// That, Firefox and WebKitGTK.
    All,
}

/// Browsers and their drivers, in place.
pub struct Browsers {
    /// `chromedriver`, from the variable of this name or the path.
    pub chromedriver: PathBuf,
    /// `geckodriver`, from the variable of this name or compiled once.
    geckodriver: Option<PathBuf>,
}

impl Browsers {
    /// Installs what is missing of the browsers, their drivers and a Chinese font.
    ///
    /// # Errors
    /// Something is missing and cannot be installed.
    pub fn install(project: &Project, browsers: Wanted) -> Result<Self, Failure> {
        let wanted = missing(browsers);
        if !wanted.is_empty() {
            apt::install(project, &wanted)?;
        }
        let still = missing(browsers);
        if !still.is_empty() {
            let what = format!("still missing after the installation: {}", still.join(", "));
            return Err(Failure::new(what, "look at apt's messages above"));
        }
        Ok(Self {
            chromedriver: chromedriver()
                .ok_or_else(|| Failure::new("no chromedriver", "set CHROMEDRIVER"))?,
            geckodriver: match browsers {
                Wanted::Chromium => None,
                Wanted::All => Some(geckodriver(project)?),
            },
        })
    }

    /// Tells a program of `tests/browser` where the drivers are.
    pub fn tell(&self, command: &mut Command) {
        command.env("CHROMEDRIVER", &self.chromedriver);
        if let Some(geckodriver) = &self.geckodriver {
            command.env("GECKODRIVER", geckodriver);
        }
    }
}

fn geckodriver(project: &Project) -> Result<PathBuf, Failure> {
    if let Some(given) = std::env::var_os("GECKODRIVER") {
        return Ok(given.into());
    }
    let program = CargoProgram {
        package: "geckodriver",
        folder: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER.to_owned(),
        options: "--locked",
    };
    Ok(program.install(project, &cache_folder()?)?.join("geckodriver"))
}

/// The Debian packages of what does not answer.
fn missing(browsers: Wanted) -> Vec<&'static str> {
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let others = browsers == Wanted::All;
    let present = [
        ("chromium", output_of(chromium, &["--version"]).is_some()),
        ("chromium-driver", chromedriver().is_some()),
        (
            "fonts-noto-cjk",
            output_of("fc-list", &[":lang=zh-cn", "family"]).is_some_and(|fonts| !fonts.is_empty()),
        ),
        ("firefox-esr", !others || firefox()),
        (
            "webkit2gtk-driver",
            !others || on_path("WebKitWebDriver").is_some(),
        ),
        ("xvfb", !others || on_path("Xvfb").is_some()),
    ];
    present
        .iter()
        .filter(|(_, there)| !there)
        .map(|(package, _)| *package)
        .collect()
}

fn chromedriver() -> Option<PathBuf> {
    let given = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    given
        .or_else(|| on_path("chromedriver"))
        .filter(|program| output_of(program, &["--version"]).is_some())
}

fn firefox() -> bool {
    let firefox = std::env::var("FIREFOX").unwrap_or_else(|_| "firefox-esr".to_owned());
    output_of(firefox, &["--version"]).is_some()
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
