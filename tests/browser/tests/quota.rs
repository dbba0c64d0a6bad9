//! A disk that is full at any moment: a clear message, everything earlier intact, and a package still leaves the device.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions, store, typing};
use serde_json::json;
use std::path::{Path, PathBuf};

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";
const FULL: &str = "磁盘已满";

/// Lets the page's origin have so many bytes, or as many as before.
async fn allow(browser: &Browser, server: &Server, bytes: Option<u64>) -> Outcome {
    let mut parameters = json!({"origin": server.url().trim_end_matches('/')});
    if let Some(bytes) = bytes {
        parameters["quotaSize"] = json!(bytes);
    }
    browser
        .devtools("Storage.overrideQuotaForOrigin", parameters)
        .await?;
    if bytes.is_some() {
        // Chromium asks for the space that is left only every thirty seconds, and nothing tells when it has asked.
        tokio::time::sleep(std::time::Duration::from_secs(31)).await;
    }
    Ok(())
}

async fn village() -> Result<(Server, Browser), Problem> {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    typing::household(&browser, TAIQIAO).await?;
    Ok((server, browser))
}

/// Exports the village and returns what the file says; the download of an earlier step is taken away first.
async fn exported(browser: &Browser) -> Result<String, Problem> {
    for file in std::fs::read_dir(browser.download_folder()).unwrap().flatten() {
        std::fs::remove_file(file.path()).unwrap();
    }
    walk::go(browser, "home").await?;
    let file = walk::export_detail(browser).await?;
    Ok(std::fs::read_to_string(file).unwrap())
}

#[tokio::test]
async fn full_while_typing() -> Outcome {
    let (server, browser) = village().await?;
    typing::exactly(&browser, &server, "before", 3).await?;
    allow(&browser, &server, Some(1)).await?;
    walk::fill(&browser, typing::FIELD, "lost").await?;
    browser.wait_for_text(".shell-unsaved", FULL).await?;
    browser.wait_for(".field .mark-unsaved").await?;
    let text = exported(&browser).await?;
    assert!(text.contains("\"before-2\"") && !text.contains("\"lost\""));

    allow(&browser, &server, None).await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "before-2");
    typing::exactly(&browser, &server, "after", 1).await?;
    browser.wait_until_gone(".shell-unsaved").await
}

#[tokio::test]
async fn full_while_a_tail_is_folded() -> Outcome {
    let (server, browser) = village().await?;
    let tail = store::counts(&browser).await?.of("tail");
    typing::exactly(&browser, &server, "before", 48 - usize::try_from(tail).unwrap()).await?;
    assert_eq!(store::counts(&browser).await?.of("tail"), 48);
    let last = typing::value(&browser).await?;
    allow(&browser, &server, Some(1)).await?;
    walk::fill(&browser, typing::FIELD, "lost").await?;
    browser.wait_for_text(".shell-unsaved", FULL).await?;
    assert!(exported(&browser).await?.contains(&format!("\"{last}\"")));
    assert_eq!(store::counts(&browser).await?.of("tail"), 48);

    allow(&browser, &server, None).await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, last);
    typing::exactly(&browser, &server, "after", 1).await?;
    assert_eq!(store::counts(&browser).await?.of("tail"), 0, "folded now");
    Ok(())
}

fn demo_packages(folder: &Path, township: &str) -> Vec<PathBuf> {
    let packages = walk::demo_packages(1).unwrap().into_iter();
    let ours = packages.filter(|(name, _)| name.starts_with(township) && !name.starts_with(TAIQIAO));
    ours.map(|(name, bytes)| {
        let file = folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        file
    })
    .collect()
}

#[tokio::test]
async fn full_while_packages_are_taken_in() -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let packages = demo_packages(folder.path(), "530427203");
    assert!(packages.len() > 3);
    let files: Vec<&Path> = packages.iter().map(PathBuf::as_path).collect();
    let (server, browser) = village().await?;
    let before = store::counts(&browser).await?;
    walk::choose_packages(&browser, &files).await?;
    allow(&browser, &server, Some(1)).await?;
    browser.click(".preview-question .button-primary").await?;
    browser.wait_for_text("main .notice-error", FULL).await?;
    assert_eq!(store::counts(&browser).await?, before, "no half import");
    assert!(exported(&browser).await?.contains("普小明"));

    allow(&browser, &server, None).await?;
    walk::choose_packages(&browser, &files).await?;
    walk::confirm_import(&browser).await?;
    let after = store::counts(&browser).await?;
    assert_eq!(after.of("received"), files.len() as u64);
    Ok(())
}

/// Chromium lets a change of form pass on a full disk, because new stores are small. Here it answers as one that does not,
/// until it is told that there is space again.
const REFUSES_FORMS: &str = "const open = IDBFactory.prototype.open; \
    IDBFactory.prototype.open = function (name, form) { \
      if (!form || sessionStorage.getItem('space')) return open.apply(this, arguments); \
      const refused = { error: new DOMException('no space', 'QuotaExceededError') }; \
      setTimeout(() => refused.onerror({ type: 'error', target: refused })); return refused; }";

/// A village whose store has the first form.
async fn of_the_first_form() -> Result<(Server, Browser), Problem> {
    let (server, browser) = village().await?;
    typing::exactly(&browser, &server, "before", 2).await?;
    store::beside(&browser, &server).await?;
    store::put_into_first_form(&browser).await?;
    Ok((server, browser))
}

async fn whole_in_this_form(browser: &Browser) -> Outcome {
    typing::household(browser, TAIQIAO).await?;
    assert_eq!(typing::value(browser).await?, "before-1");
    assert_eq!(store::counts(browser).await?.of("form"), 2);
    Ok(())
}

#[tokio::test]
async fn full_while_the_store_is_brought_to_this_form() -> Outcome {
    let (server, browser) = of_the_first_form().await?;
    browser.before_every_page(REFUSES_FORMS).await?;
    browser.open(&server.url()).await?;
    browser.wait_for_text("main.phase", FULL).await?;
    browser.click_text("导出现有资料").await?;
    let file = browser.wait_for_download(".json").await?;
    assert!(std::fs::read_to_string(file).unwrap().contains("\"before-1\""));
    assert_eq!(store::counts(&browser).await?.of("form"), 1, "left as it was");

    browser
        .run("sessionStorage.setItem('space', 'yes'); return true", &[])
        .await?;
    browser.click_text("重新加载").await?;
    whole_in_this_form(&browser).await
}

#[tokio::test]
async fn a_change_of_form_passes_or_says_so_when_chromium_has_no_space() -> Outcome {
    let (server, browser) = of_the_first_form().await?;
    allow(&browser, &server, Some(1)).await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    browser
        .wait_for("main.phase h1, nav a[href='#/handover']")
        .await?;
    let refused = browser
        .run("return !!document.querySelector('main.phase h1')", &[])
        .await?;
    println!("Chromium without space refuses a change of form: {refused}");
    allow(&browser, &server, None).await?;
    browser.reload().await?;
    whole_in_this_form(&browser).await
}
