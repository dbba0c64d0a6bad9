//! What a user does. Every action waits until it is possible.

use crate::{Browser, Problem};
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

/// Elements that a user clicks, for finding one by its text.
const CLICKABLE: &str =
    "button, a, summary, label, option, [role=button], [role=tab], [role=link], [role=menuitem]";

/// Whether something was in the way of a click, because the page was still moving or a bar stands before it: then a person
/// scrolls and taps once more.
async fn is_in_the_way(element: &WebElement, clicked: &WebDriverResult<()>, tries: &mut u32) -> bool {
    let moving = clicked
        .as_ref()
        .is_err_and(|error| matches!(**error, WebDriverErrorInner::ElementClickIntercepted(_)));
    *tries += 1;
    if moving && *tries < 40 {
        let _gone_elements_are_found_anew = element.scroll_into_view().await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    moving && *tries < 40
}

impl Browser {
    /// Opens an address.
    ///
    /// # Errors
    /// The address cannot be loaded.
    pub async fn open(&self, address: &str) -> Result<(), Problem> {
        Ok(self.web.goto(address).await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// The page cannot be loaded.
    pub async fn reload(&self) -> Result<(), Problem> {
        Ok(self.web.refresh().await?)
    }

    /// Clicks the first element of a CSS selector, once it is visible.
    ///
    /// # Errors
    /// It does not become visible, or something covers it.
    pub async fn click(&self, css: &str) -> Result<(), Problem> {
        self.wait_for(css).await?;
        let mut tries = 0;
        loop {
            let element = self.web.find(By::Css(css)).await?;
            let clicked = element.click_when_ready().await;
            if !is_in_the_way(&element, &clicked, &mut tries).await {
                return Ok(clicked?);
            }
        }
    }

    /// Clicks the first visible button, link or the like whose text contains `text`; one with exactly it comes first.
    ///
    /// # Errors
    /// There is none in time, or something covers it.
    pub async fn click_text(&self, text: &str) -> Result<(), Problem> {
        let find = "const [css, text] = arguments; \
            const seen = [...document.querySelectorAll(css)].filter(e => e.checkVisibility() && !e.disabled); \
            return seen.find(e => e.innerText.trim() === text) ?? seen.find(e => e.innerText.includes(text)) ?? null;";
        let arguments = [json!(CLICKABLE), json!(text)];
        let what = format!("something to click that says «{text}»");
        let mut tries = 0;
        loop {
            let found = self.wait_until(&what, find, &arguments).await?;
            let element = WebElement::from_json(found, self.web.handle().clone())?;
            let clicked = element.click_when_ready().await;
            if !is_in_the_way(&element, &clicked, &mut tries).await {
                return Ok(clicked?);
            }
        }
    }

    /// Replaces what a text field holds by typing.
    ///
    /// # Errors
    /// The field does not become visible or takes no text.
    pub async fn fill(&self, css: &str, text: &str) -> Result<(), Problem> {
        self.wait_for(css).await?;
        let field = self.web.find(By::Css(css)).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(Key::Delete + "").await?;
        if text.is_empty() {
            return Ok(());
        }
        Ok(field.send_keys(text).await?)
    }

    /// Sets the value of a field that is not typed into (`select`, date, range), as the browser's own control does.
    ///
    /// # Errors
    /// The field does not become visible.
    pub async fn choose(&self, css: &str, value: &str) -> Result<(), Problem> {
        self.wait_for(css).await?;
        let set = "const [css, value] = arguments; const field = document.querySelector(css); \
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value); \
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.run(set, &[json!(css), json!(value)]).await.map(drop)
    }

    /// Presses a key, or several at once (`Key::Control + "k"`), where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<(), Problem> {
        Ok(self.web.action_chain().send_keys(keys).perform().await?)
    }

    /// Gives files to an `input type=file`, which may be hidden.
    ///
    /// # Errors
    /// The input does not come, or a file does not exist.
    pub async fn choose_files(&self, css: &str, files: &[&Path]) -> Result<(), Problem> {
        let exists = "return document.querySelector(arguments[0])";
        self.wait_until(&format!("the file input {css}"), exists, &[json!(css)])
            .await?;
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        Ok(self
            .web
            .find(By::Css(css))
            .await?
            .send_keys(names.join("\n"))
            .await?)
    }

    /// Drops a text file on an element.
    ///
    /// # Errors
    /// The element does not become visible.
    pub async fn drop_file(&self, css: &str, name: &str, content: &str) -> Result<(), Problem> {
        self.wait_for(css).await?;
        let drop = "const [css, name, content] = arguments; const data = new DataTransfer(); \
            data.items.add(new File([content], name, { type: 'application/json' })); \
            for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector(css).dispatchEvent( \
              new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));";
        self.run(drop, &[json!(css), json!(name), json!(content)])
            .await
            .map(std::mem::drop)
    }

    /// Cuts the page's network, or mends it. A service worker keeps its own: to cut that too, stop the server.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn set_offline(&self, offline: bool) -> Result<(), Problem> {
        self.devtools("Network.enable", json!({})).await?;
        let conditions =
            json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.devtools("Network.emulateNetworkConditions", conditions)
            .await
            .map(drop)
    }

    /// Runs a script before any script of each page that opens from now on.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn before_every_page(&self, script: &str) -> Result<(), Problem> {
        let parameters = json!({"source": script});
        self.devtools("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await
            .map(drop)
    }

    /// Runs the body of a function with `arguments`; a promise it returns is awaited.
    ///
    /// # Errors
    /// The script throws.
    pub async fn run(&self, body: &str, arguments: &[Value]) -> Result<Value, Problem> {
        Ok(self.web.execute(body, arguments.to_vec()).await?.json().clone())
    }
}
