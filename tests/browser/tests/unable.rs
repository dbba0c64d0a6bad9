//! Where the app cannot run, the page says so in plain words: never a blank screen.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;

type Outcome = Result<(), Problem>;

/// What older browsers lack, as a script that takes it away from this one.
const ABSENCES: [(&str, &str); 5] = [
    ("WebAssembly", "delete window.WebAssembly"),
    ("WebAssembly", "WebAssembly.validate = () => false"),
    ("DecompressionStream", "delete window.DecompressionStream"),
    (
        "IndexedDB",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    ),
    (
        "Web Locks",
        "Object.defineProperty(navigator, 'locks', { value: undefined })",
    ),
];

#[tokio::test]
async fn an_old_browser_is_told_which_to_use() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    for address in [server.url(), editions::single_file_url()?] {
        for (name, absence) in ABSENCES {
            let browser = Browser::builder().size(800, 1280).start().await?;
            browser.before_every_page(absence).await?;
            browser.open(&address).await?;
            browser.wait_for("#boot-old").await?;
            let text = browser.text("#boot").await?;
            for said in ["版本太旧", "Firefox 113", "too old", name] {
                assert!(
                    text.contains(said),
                    "{address}: {absence}: «{said}» is not in: {text}"
                );
            }
            assert!(!text.contains("正在打开"), "{text}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_without_javascript_is_told_to_allow_it() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    browser
        .devtools("Emulation.setScriptExecutionDisabled", json!({"value": true}))
        .await?;
    browser.open(&server.url()).await?;
    let tree = browser
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await?
        .to_string();
    assert!(tree.contains("请打开浏览器的 JavaScript"), "{tree}");
    assert!(!tree.contains("正在打开"), "{tree}");
    Ok(())
}

/// A program that is still on its way for ever, and whether the page said nothing at first.
const ON_ITS_WAY: &str = "WebAssembly.compileStreaming = () => new Promise(() => {}); \
    addEventListener('DOMContentLoaded', () => { \
      window.saysNothing = !document.getElementById('boot').checkVisibility(); });";

#[tokio::test]
async fn an_opening_is_announced_when_it_takes_long() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    browser.before_every_page(ON_ITS_WAY).await?;
    browser.open(&server.url()).await?;
    let said = "const line = document.getElementById('boot-opening'); \
        return line.checkVisibility() && line.innerText.includes('正在打开')";
    browser
        .wait_until("the line that it is opening", said, &[])
        .await?;
    assert_eq!(browser.run("return window.saysNothing", &[]).await?, json!(true));
    Ok(())
}

#[tokio::test]
async fn a_program_that_arrives_incomplete_is_reported() -> Outcome {
    for ending in ["_bg.wasm", "huhuqing"] {
        let folder = editions::copy_of_pwa()?;
        let entries = std::fs::read_dir(folder.path()).map_err(Problem::system("copy"))?;
        let names = entries.flatten().map(|entry| entry.path());
        let is_damaged =
            |name: &str| name.ends_with(ending) || (name.starts_with(ending) && name.ends_with(".js"));
        let file = names
            .into_iter()
            .find(|path| is_damaged(&path.file_name().unwrap().to_string_lossy()))
            .unwrap();
        let content = std::fs::read(&file).map_err(Problem::system("copy"))?;
        std::fs::write(&file, &content[..content.len() / 2]).map_err(Problem::system("copy"))?;
        let server = Server::start(folder.path())?;
        let browser = Browser::builder().start().await?;
        browser.open(&server.url()).await?;
        browser.wait_for("#boot-failed").await?;
        let text = browser.text("#boot").await?;
        assert!(
            text.contains("没能打开户户清") && text.contains("did not load completely"),
            "{text}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_program_that_is_not_there_is_reported() -> Outcome {
    let folder = editions::copy_of_pwa()?;
    for entry in std::fs::read_dir(folder.path())
        .map_err(Problem::system("copy"))?
        .flatten()
    {
        if entry.file_name().to_string_lossy().starts_with("huhuqing-") {
            std::fs::remove_file(entry.path()).map_err(Problem::system("copy"))?;
        }
    }
    let server = Server::start(folder.path())?;
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for("#boot-failed").await
}

#[tokio::test]
async fn a_page_whose_part_does_not_come_says_so_and_tries_again() -> Outcome {
    let folder = editions::copy_of_pwa()?;
    let is_lost = |path: &std::path::Path| path.to_string_lossy().ends_with("_overview.wasm");
    let files = std::fs::read_dir(folder.path()).unwrap();
    let lost = files
        .map(|entry| entry.unwrap().path())
        .find(|path| is_lost(path))
        .unwrap();
    let elsewhere = folder.path().join("lost");
    std::fs::rename(&lost, &elsewhere).unwrap();
    let server = Server::start(folder.path())?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village("530427203200", "李雪")).await?;
    walk::go(&browser, "help").await?;
    browser.wait_for_text("main .notice-error", "没有取到").await?;
    std::fs::rename(&elsewhere, &lost).unwrap();
    browser.click_text("再试一次").await?;
    browser.wait_for_text("main h1", "帮助").await
}
