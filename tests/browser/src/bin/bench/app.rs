//! The app at the county.

use super::{between, mark, restart};
use browser_tests::{Browser, Problem, Server, walk};
use std::path::Path;
use std::time::Duration;

/// The app in a browser of its own, with the county's packages in it.
pub struct App {
    browser: Browser,
}

/// Milliseconds that an import took.
pub struct Import {
    /// Looking at the files.
    pub look: f64,
    /// Merging and writing.
    pub write: f64,
}

impl App {
    /// Takes the packages in on a device that has nothing.
    pub async fn take_in(server: &Server, files: &[&Path]) -> Result<(Self, Import), Problem> {
        let browser = Browser::builder()
            .timeout(Duration::from_secs(120))
            .start()
            .await?;
        browser.open(&server.url()).await?;
        walk::first_run(&browser, &walk::Office::county("测试")).await?;
        walk::choose_packages(&browser, files).await?;
        walk::confirm_import(&browser).await?;
        let import = Import {
            look: between(&browser, "preview-start", "preview-end").await?,
            write: between(&browser, "import-start", "import-end").await?,
        };
        Ok((Self { browser }, import))
    }

    /// Chooses a day and has every figure of it.
    pub async fn score(&self, day: &str) -> Result<f64, Problem> {
        walk::choose_day(&self.browser, day).await?;
        between(&self.browser, "score-start", "score-end").await
    }

    /// Opens a record of the county's own.
    pub async fn open_a_project(&self) -> Result<(), Problem> {
        walk::open_first(&self.browser, "530427", "project").await
    }

    /// Changes its name.
    pub async fn edit(&self, round: usize) -> Result<f64, Problem> {
        walk::fill_and_save(&self.browser, "名称", &format!("第{round}个项目")).await?;
        between(&self.browser, "save-start", "save-end").await
    }

    /// From nothing to the first figure on the scoreboard.
    pub async fn open_cold(&mut self, server: &Server) -> Result<f64, Problem> {
        restart(&mut self.browser).await?;
        self.browser.before_every_page(walk::WATCH_FIGURES).await?;
        let scoreboard = format!("{}#/targets/530427", server.url());
        self.browser.open(&scoreboard).await?;
        mark(&self.browser, "figures-shown").await
    }
}
