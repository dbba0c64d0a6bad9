//! One browser with its own profile.

use crate::{Driver, Engine, Problem};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromeCapabilities, LoggingPrefsLogLevel};

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

/// A running browser, Chromium unless said otherwise. Its actions are in this type's other `impl` blocks: acting (`click`, `fill` …) and observing
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
    engine: Engine,
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
            engine: Engine::Chromium,
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
    /// The engine; Chromium unless given.
    #[must_use]
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

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
        let driver = Driver::start(self.engine)?;
        std::fs::create_dir_all(&folders.profile).map_err(Problem::system("profile folder"))?;
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
        let capabilities = match self.engine {
            Engine::Chromium => Capabilities::from(self.chromium(folders)?),
            Engine::Firefox => self.firefox(folders),
            Engine::WebKit => webkit(),
        };
        let web = WebDriver::builder(driver.url(), capabilities)
            .request_timeout(Duration::from_secs(300))
            .connect()
            .await?;
        let (width, height) = self.size;
        if self.engine != Engine::Chromium {
            // The frame of a window comes on top; no test counts the pixels here.
            web.set_window_rect(0, 0, width, height).await?;
            return Ok(web);
        }
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

    /// Firefox as it ships: storage of `file:` pages is tied to the file's place, which its driver would switch off.
    fn firefox(&self, folders: &Folders) -> Capabilities {
        let binary = std::env::var("FIREFOX").unwrap_or_else(|_| "firefox-esr".to_owned());
        let mut options = json!({
            "args": ["-headless", "-profile", folders.profile],
            "prefs": {
                "security.fileuri.strict_origin_policy": true,
                "intl.accept_languages": self.language,
                "browser.download.folderList": 2,
                "browser.download.dir": folders.downloads,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json",
            },
        });
        if let Some(binary) = found(&binary) {
            options["binary"] = json!(binary);
        }
        capabilities(json!({"browserName": "firefox", "moz:firefoxOptions": options}))
    }

    fn chromium(&self, folders: &Folders) -> Result<ChromeCapabilities, Problem> {
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

/// WebKitGTK's own small browser.
fn webkit() -> Capabilities {
    let binary = std::env::var("MINIBROWSER")
        .ok()
        .map(PathBuf::from)
        .or_else(minibrowser);
    let mut options = json!({"args": ["--automation"]});
    if let Some(binary) = binary {
        options["binary"] = json!(binary);
    }
    capabilities(json!({"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}))
}

/// Debian keeps it beside the library, below a folder of the machine's kind.
fn minibrowser() -> Option<PathBuf> {
    let kinds = std::fs::read_dir("/usr/lib").ok()?.flatten();
    let mut found: Vec<PathBuf> = kinds
        .flat_map(|kind| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|folder| kind.path().join(folder))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.into_iter().next()
}

fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn capabilities(members: Value) -> Capabilities {
    let mut capabilities = Capabilities::new();
    for (name, value) in members.as_object().into_iter().flatten() {
        let _is_json_already = capabilities.set(name.clone(), value.clone());
    }
    capabilities
}

impl Browser {
    /// The engine.
    pub fn engine(&self) -> Engine {
        self.settings.engine
    }

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

    /// Ends all of the browser's processes at once, as a power failure does, and starts it again with the same profile.
    ///
    /// # Errors
    /// The browser does not end or start.
    pub async fn crash_and_restart(&mut self) -> Result<(), Problem> {
        self.kill()?;
        self.start_again().await
    }

    /// Ends all of the browser's processes at once with SIGKILL. Nothing else works until it is started again.
    ///
    /// # Errors
    /// `kill` cannot be run, or the browser's processes are not known.
    pub fn kill(&self) -> Result<(), Problem> {
        self.aim()?.fire()
    }

    /// Gets everything ready for a kill at a moment that counts: finding the processes and starting a program take longer
    /// than what is to be hit.
    ///
    /// # Errors
    /// As [`kill`](Self::kill).
    pub fn aim(&self) -> Result<Aimed, Problem> {
        let process = self
            .web
            .capabilities()
            .get("goog:processID")
            .and_then(Value::as_u64)
            .ok_or_else(|| Problem::Setup("the browser does not tell its process".to_owned()))?;
        let mut processes = vec![process.to_string()];
        processes.extend(descendants(process).into_iter().map(|id| id.to_string()));
        let line = format!("read moment; kill -KILL {}", processes.join(" "));
        Command::new("sh")
            .args(["-c", &line])
            .stdin(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .map(Aimed)
            .map_err(Problem::system("sh"))
    }

    /// Starts the browser again with the same profile after [`kill`](Self::kill).
    ///
    /// # Errors
    /// It does not start.
    pub async fn start_again(&mut self) -> Result<(), Problem> {
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

/// Every process that descends from that one.
fn descendants(of: u64) -> Vec<u64> {
    let parent = |id: u64| -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name in brackets may hold anything.
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    let all: Vec<(u64, u64)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u64>().ok())
        .filter_map(|id| Some((id, parent(id)?)))
        .collect();
    let mut found = vec![of];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(all.iter().filter(|(_, of)| *of == parent).map(|(id, _)| *id));
        next += 1;
    }
    found.split_off(1)
}

/// A kill that waits for its moment.
#[derive(Debug)]
pub struct Aimed(std::process::Child);

impl Aimed {
    /// Now.
    ///
    /// # Errors
    /// The waiting program is gone.
    pub fn fire(mut self) -> Result<(), Problem> {
        // Closing its input is the sign.
        drop(self.0.stdin.take());
        self.0.wait().map(drop).map_err(Problem::system("kill"))
    }
}
