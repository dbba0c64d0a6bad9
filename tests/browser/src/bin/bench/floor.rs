//! The floor: the least that a page can do (`tests/browser/floor/`).

use super::{DAY, mark, number, restart};
use browser_tests::{Browser, Problem, Server};
use serde_json::json;
use std::path::Path;

/// The floor's page in a browser of its own.
pub struct Floor {
    browser: Browser,
}

impl Floor {
    pub async fn open(server: &Server) -> Result<Self, Problem> {
        let browser = Browser::builder().start().await?;
        browser.open(&format!("{}floor/index.html", server.url())).await?;
        Ok(Self { browser })
    }

    /// Parses the packages and puts them into its store.
    pub async fn take_in(&self, files: &[&Path]) -> Result<f64, Problem> {
        self.browser.reload().await?;
        self.browser.choose_files("#files", files).await?;
        let read = "return floor.read(document.querySelector('#files'))";
        self.browser.wait_until("the files", read, &[]).await?;
        Ok(number(&self.browser.run("return floor.takeIn()", &[]).await?))
    }

    /// Reads what it has and adds it up.
    pub async fn score(&self) -> Result<f64, Problem> {
        let score = "return floor.readAndSum(arguments[0])";
        Ok(number(&self.browser.run(score, &[json!(DAY)]).await?))
    }

    /// Changes a field, puts its village and adds everything up.
    pub async fn edit(&self, round: usize) -> Result<f64, Problem> {
        let edit = "return floor.edit(arguments[0], arguments[1])";
        Ok(number(
            &self.browser.run(edit, &[json!(round), json!(DAY)]).await?,
        ))
    }

    /// From nothing to its sums on the page.
    pub async fn open_cold(&mut self, server: &Server) -> Result<f64, Problem> {
        restart(&mut self.browser).await?;
        let page = format!("{}floor/index.html#show", server.url());
        self.browser.open(&page).await?;
        mark(&self.browser, "floor-shown").await
    }
}
