//! What a user sees, and what the browser says about the page.

use crate::{Browser, Problem};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a wait looks.
const GLANCE: Duration = Duration::from_millis(40);

impl Browser {
    /// Waits until a script (the body of a function) returns something other than `null`, `false`, `0` or `""`;
    /// returns that. A script that throws has not succeeded yet.
    ///
    /// # Errors
    /// [`Problem::Timeout`], which names `what` and shows the page.
    pub async fn wait_until(&self, what: &str, body: &str, arguments: &[Value]) -> Result<Value, Problem> {
        let began = Instant::now();
        loop {
            if let Ok(answer) = self.run(body, arguments).await
                && is_success(&answer)
            {
                return Ok(answer);
            }
            if began.elapsed() > self.timeout {
                return Err(self.timed_out(what).await);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until the app has taken the place of the boot page and shows something.
    ///
    /// # Errors
    /// [`Problem::Timeout`].
    pub async fn wait_for_app(&self) -> Result<(), Problem> {
        let body = "return !document.getElementById('boot') && document.body.innerText.trim() !== ''";
        self.wait_until("the app in place of the boot page", body, &[])
            .await
            .map(drop)
    }

    /// Waits until an element of this CSS selector is visible.
    ///
    /// # Errors
    /// [`Problem::Timeout`].
    pub async fn wait_for(&self, css: &str) -> Result<(), Problem> {
        let body = "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.wait_until(&format!("a visible {css}"), body, &[json!(css)])
            .await
            .map(drop)
    }

    /// Waits until no element of this CSS selector is visible.
    ///
    /// # Errors
    /// [`Problem::Timeout`].
    pub async fn wait_until_gone(&self, css: &str) -> Result<(), Problem> {
        let body = "return ![...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.wait_until(&format!("no visible {css}"), body, &[json!(css)])
            .await
            .map(drop)
    }

    /// Waits until the first element of this CSS selector shows this text.
    ///
    /// # Errors
    /// [`Problem::Timeout`].
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<(), Problem> {
        let body = "return document.querySelector(arguments[0]).innerText.includes(arguments[1])";
        self.wait_until(&format!("«{text}» in {css}"), body, &[json!(css), json!(text)])
            .await
            .map(drop)
    }

    /// The visible text of the first element of this CSS selector, once there is one.
    ///
    /// # Errors
    /// [`Problem::Timeout`].
    pub async fn text(&self, css: &str) -> Result<String, Problem> {
        self.wait_for(css).await?;
        let text = self
            .run(
                "return document.querySelector(arguments[0]).innerText",
                &[json!(css)],
            )
            .await?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// Waits until a download is complete whose name ends so; returns the file.
    ///
    /// # Errors
    /// [`Problem::Timeout`], or the download folder cannot be read.
    pub async fn wait_for_download(&self, ending: &str) -> Result<PathBuf, Problem> {
        let began = Instant::now();
        while began.elapsed() < self.timeout {
            let entries =
                std::fs::read_dir(self.download_folder()).map_err(Problem::system("download folder"))?;
            let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            files.sort();
            // Chromium and Firefox write under these endings until a download is complete.
            let running = files.iter().any(|file| {
                file.extension()
                    .is_some_and(|end| end == "crdownload" || end == "part")
            });
            let wanted = files
                .into_iter()
                .find(|file| file.to_string_lossy().ends_with(ending));
            if let Some(file) = wanted.filter(|_| !running) {
                return Ok(file);
            }
            tokio::time::sleep(GLANCE).await;
        }
        Err(self.timed_out(&format!("a download *{ending}")).await)
    }

    /// Errors that the console shows since the last call: exceptions, failed requests, refused by the policy. Nothing of an
    /// engine that does not tell.
    ///
    /// # Errors
    /// The browser keeps no log.
    pub async fn problems(&self) -> Result<Vec<String>, Problem> {
        if !self.engine().tells_its_console() {
            return Ok(Vec::new());
        }
        let entries = self.web.browser_log().await?;
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(severe.map(|entry| entry.message).collect())
    }

    /// Writes what the window shows as PNG, making the folder if need be.
    ///
    /// # Errors
    /// The file cannot be written.
    pub async fn screenshot(&self, file: &Path) -> Result<(), Problem> {
        let picture = self.web.screenshot_as_png().await?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(Problem::system(folder.to_string_lossy()))?;
        }
        std::fs::write(file, picture).map_err(Problem::system(file.to_string_lossy()))
    }

    async fn timed_out(&self, what: &str) -> Problem {
        let shown = self
            .run("return document.body.innerText.slice(0, 600)", &[])
            .await;
        Problem::Timeout {
            what: what.to_owned(),
            seconds: self.timeout.as_secs(),
            address: self.web.current_url().await.map(String::from).unwrap_or_default(),
            shown: shown
                .map(|text| text.as_str().unwrap_or_default().replace('\n', " ⏎ "))
                .unwrap_or_default(),
            console: self.problems().await.unwrap_or_default().join(" | "),
        }
    }
}

fn is_success(answer: &Value) -> bool {
    !matches!(answer, Value::Null | Value::Bool(false)) && *answer != json!(0) && *answer != json!("")
}
