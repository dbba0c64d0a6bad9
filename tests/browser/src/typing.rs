//! Typing without end in one field, with every save told to the server as soon as the page says that it is saved.

use crate::{Browser, Problem, Server, walk};
use serde_json::json;

/// The field of a household that is typed into.
pub const FIELD: &str = "小组名称";

/// Where the page tells what it has acknowledged.
const TOLD: &str = "acknowledged/";

/// Goes to the register page of the first household of a village; returns its route.
///
/// # Errors
/// There is no household.
pub async fn household(browser: &Browser, area: &str) -> Result<String, Problem> {
    walk::go(browser, &format!("households/{area}")).await?;
    browser.click(&format!("a[href^='#/household/{area}/']")).await?;
    let address = "return location.hash.match(/^#\\/(household\\/\\d+\\/[^\\/?]+)/)?.[1] ?? null";
    let address = browser.wait_until("the household's page", address, &[]).await?;
    let route = format!("{}/register", address.as_str().unwrap_or_default());
    walk::go(browser, &route).await?;
    value(browser).await?;
    Ok(route)
}

/// What the field holds.
///
/// # Errors
/// There is no such field.
pub async fn value(browser: &Browser) -> Result<String, Problem> {
    let body = "const label = [...document.querySelectorAll('label.field-label')] \
          .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])); \
        const input = label && document.getElementById(label.htmlFor); \
        return input ? [input.value] : null;";
    let value = browser
        .wait_until(&format!("the field «{FIELD}»"), body, &[json!(FIELD)])
        .await?;
    Ok(value[0].as_str().unwrap_or_default().to_owned())
}

/// Begins to type `beginning-0`, `beginning-1` … or so many of them, each as soon as the page has called the one before saved.
///
/// # Errors
/// There is no such field.
pub async fn begin(
    browser: &Browser,
    server: &Server,
    beginning: &str,
    count: Option<usize>,
) -> Result<(), Problem> {
    let body = "const [name, beginning, told, count] = arguments; \
        const label = [...document.querySelectorAll('label.field-label')] \
          .find(e => e.checkVisibility() && e.innerText.trim().startsWith(name)); \
        const input = document.getElementById(label.htmlFor), field = input.closest('.field'); \
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
        const breath = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); \
          port1.onmessage = done; port2.postMessage(0); }); \
        (async () => { \
          for (let n = 0; n < count; n++) { \
            const value = beginning + '-' + n; \
            performance.clearMarks('save-end'); \
            input.focus(); set.call(input, value); \
            for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true })); \
            input.blur(); \
            while (!performance.getEntriesByName('save-end').length || !field.querySelector('.mark-saved')) await breath(); \
            fetch(told + value); \
          } })(); \
        return true;";
    let told = format!("{}{TOLD}", server.url());
    let count = count.map_or(json!(1e9), |count| json!(count));
    let arguments = [json!(FIELD), json!(beginning), json!(told), count];
    browser.run(body, &arguments).await.map(drop)
}

/// The highest number that the page has called saved; none before the first.
pub fn acknowledged(server: &Server, beginning: &str) -> Option<usize> {
    let start = format!("{TOLD}{beginning}-");
    let numbers = server.requests().into_iter().filter_map(|path| {
        let (_, number) = path.split_once(&start)?;
        number.parse().ok()
    });
    numbers.max()
}

/// Types so many values and waits until all of them are saved.
///
/// # Errors
/// They are not.
pub async fn exactly(
    browser: &Browser,
    server: &Server,
    beginning: &str,
    count: usize,
) -> Result<(), Problem> {
    begin(browser, server, beginning, Some(count)).await?;
    wait_for(server, || acknowledged(server, beginning) == Some(count - 1)).await
}

/// Waits for something that the server hears.
///
/// # Errors
/// It does not hear it within half a minute.
pub async fn wait_for(_: &Server, heard: impl Fn() -> bool) -> Result<(), Problem> {
    let began = std::time::Instant::now();
    while !heard() {
        if began.elapsed().as_secs() > 30 {
            return Err(Problem::Broken("the page told nothing for 30 s".to_owned()));
        }
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    Ok(())
}
