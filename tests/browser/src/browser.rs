//! One browser with its own profile.

use crate::{Driver, Problem};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

/// What every browser is started with: no window, no network of its own.
const FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
];

/// A running Chromium. Its actions are in this type's other `impl` blocks: acting (`click`, `fill` …) and observing
/// (`wait_for_text`, `problems`, `screenshot` …).
#[derive(Debug)]
pub struct Browser {
    pub(crate) web: WebDriver,
    pub(crate) timeout: Duration,
    settings: BrowserBuilder,
    folders: Folders,
    driver: Driver,
}

impl Drop for Browser {
    /// The driver's end closes the browser. The session must not close itself: it would wait for an answer that
    /// the blocked async runtime can no longer receive.
    fn drop(&mut self) {
        let _ = self.web.clone().leak();
    }
}

/// Settings of a [`Browser`]; see [`Browser::builder`].
#[derive(Debug, Clone)]
pub struct BrowserBuilder {
    size: (u32, u32),
    language: String,
    profile: Option<PathBuf>,
    downloads: Option<PathBuf>,
    dark: bool,
    timeout: Duration,
}

#[derive(Debug)]
struct Folders {
    profile: PathBuf,
    downloads: PathBuf,
    /// Holds whichever of the two the caller did not give.
    _temporary: tempfile::TempDir,
}

impl Default for BrowserBuilder {
    fn default() -> Self {
        Self {
            size: (1440, 900),
            language: "zh-CN".to_owned(),
            profile: None,
            downloads: None,
            dark: false,
            timeout: Duration::from_secs(30),
        }
    }
}

impl BrowserBuilder {
    /// The page's size in CSS pixels; 1440 × 900 unless given.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// The browser's language as a BCP 47 tag; `zh-CN` unless given.
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// A profile folder that outlives the browser; otherwise the profile goes away with it.
    #[must_use]
    pub fn profile(mut self, folder: &Path) -> Self {
        self.profile = Some(folder.to_owned());
        self
    }

    /// Where downloads go; otherwise to a folder that goes away with the browser.
    #[must_use]
    pub fn downloads(mut self, folder: &Path) -> Self {
        self.downloads = Some(folder.to_owned());
        self
    }

    /// Tells pages that the user prefers dark colours.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// How long every wait lasts; 30 s unless given.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Starts a driver and the browser.
    ///
    /// # Errors
    /// The driver or the browser does not start.
    pub async fn start(self) -> Result<Browser, Problem> {
        let temporary = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
        let folders = Folders {
            profile: self
                .profile
                .clone()
                .unwrap_or_else(|| temporary.path().join("profile")),
            downloads: self
                .downloads
                .clone()
                .unwrap_or_else(|| temporary.path().join("downloads")),
            _temporary: temporary,
        };
        std::fs::create_dir_all(&folders.downloads).map_err(Problem::system("download folder"))?;
        let driver = Driver::start()?;
        let web = self.session(&driver, &folders).await?;
        Ok(Browser {
            web,
            timeout: self.timeout,
            settings: self,
            folders,
            driver,
        })
    }

    async fn session(&self, driver: &Driver, folders: &Folders) -> Result<WebDriver, Problem> {
        let web = WebDriver::builder(driver.url(), self.capabilities(folders)?)
            .request_timeout(Duration::from_secs(300))
            .connect()
            .await?;
        let (width, height) = self.size;
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        web.cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        let scheme =
            json!({"name": "prefers-color-scheme", "value": if self.dark { "dark" } else { "light" }});
        web.cdp()
            .send_raw("Emulation.setEmulatedMedia", json!({"features": [scheme]}))
            .await?;
        Ok(web)
    }

    fn capabilities(&self, folders: &Folders) -> Result<ChromeCapabilities, Problem> {
        let mut chrome = DesiredCapabilities::chrome();
        for flag in FLAGS {
            chrome.add_arg(flag)?;
        }
        chrome.add_arg(&format!("--window-size={},{}", self.size.0, self.size.1))?;
        chrome.add_arg(&format!("--lang={}", self.language))?;
        chrome.add_arg(&format!("--user-data-dir={}", folders.profile.display()))?;
        if let Ok(binary) = std::env::var("CHROMIUM") {
            chrome.set_binary(&binary)?;
        }
        let preferences = json!({
            "intl.accept_languages": self.language,
            "download.default_directory": folders.downloads,
            "download.prompt_for_download": false,
            "profile.default_content_setting_values.automatic_downloads": 1,
        });
        chrome.add_experimental_option("prefs", preferences)?;
        chrome.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(chrome)
    }
}

impl Browser {
    /// Settings to start from.
    pub fn builder() -> BrowserBuilder {
        BrowserBuilder::default()
    }

    /// thirtyfour's own handle, for what this type does not offer.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Where this browser's downloads go.
    pub fn download_folder(&self) -> &Path {
        &self.folders.downloads
    }

    /// Closes the browser as a user does and starts it again with the same profile.
    ///
    /// # Errors
    /// The browser does not close or start.
    pub async fn restart(&mut self) -> Result<(), Problem> {
        self.web.clone().quit().await?;
        self.web = self.settings.session(&self.driver, &self.folders).await?;
        Ok(())
    }

    /// Ends the browser's processes as a power failure does and starts it again with the same profile.
    ///
    /// # Errors
    /// The browser does not end or start.
    pub async fn crash_and_restart(&mut self) -> Result<(), Problem> {
        let process = self
            .web
            .capabilities()
            .get("goog:processID")
            .and_then(Value::as_u64);
        let process = process.map(|id| id.to_string()).unwrap_or_default();
        Command::new("kill")
            .args(["-KILL", &process])
            .status()
            .map_err(Problem::system("kill"))?;
        // The session died with its browser.
        let _ = self.web.clone().quit().await;
        self.web = self.settings.session(&self.driver, &self.folders).await?;
        Ok(())
    }

    /// A command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// The browser does not know the command or refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Problem> {
        Ok(self.web.cdp().send_raw(command, parameters).await?)
    }
}
