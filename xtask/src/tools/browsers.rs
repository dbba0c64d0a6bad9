//! The browser the tests run in, and a font it can write Chinese with.

use super::apt;
use crate::failure::Failure;
use crate::project::Project;
use crate::step::output_of;
use std::path::PathBuf;

/// Chromium and its driver, in place.
pub struct Browsers {
    /// `chromedriver`, from the variable of this name or the path.
    pub chromedriver: PathBuf,
}

impl Browsers {
    /// Installs what is missing of Chromium, its driver and a Chinese font.
    ///
    /// # Errors
    /// Something is missing and apt cannot install it.
    pub fn install(project: &Project) -> Result<Self, Failure> {
        let wanted = missing();
        if !wanted.is_empty() {
            apt::install(project, &wanted)?;
        }
        let still = missing();
        if !still.is_empty() {
            let what = format!("still missing after the installation: {}", still.join(", "));
            return Err(Failure::new(what, "look at apt's messages above"));
        }
        Ok(Self {
            chromedriver: chromedriver()
                .ok_or_else(|| Failure::new("no chromedriver", "set CHROMEDRIVER"))?,
        })
    }
}

/// The Debian packages of what does not answer.
fn missing() -> Vec<&'static str> {
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let present = [
        ("chromium", output_of(chromium, &["--version"]).is_some()),
        ("chromium-driver", chromedriver().is_some()),
        (
            "fonts-noto-cjk",
            output_of("fc-list", &[":lang=zh-cn", "family"]).is_some_and(|fonts| !fonts.is_empty()),
        ),
    ];
    present
        .iter()
        .filter(|(_, there)| !there)
        .map(|(package, _)| *package)
        .collect()
}

fn chromedriver() -> Option<PathBuf> {
    let given = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    let on_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path)
            .map(|folder| folder.join("chromedriver"))
            .find(|file| file.is_file())
    };
    given
        .or_else(on_path)
        .filter(|program| output_of(program, &["--version"]).is_some())
}
