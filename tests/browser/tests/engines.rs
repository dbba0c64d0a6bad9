//! One walk in Chromium, Firefox and WebKitGTK, from a server and as one file: enter, save, reload, export, import, offline.
//! What an engine cannot do in a test is said in the output, and never skipped in silence.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Engine, Problem, Server, editions};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";

/// Keeps what a page hands out, for an engine that writes no file in a test.
const KEEP_FILES: &str = "window.handedOut = []; const make = URL.createObjectURL; \
    URL.createObjectURL = blob => { handedOut.push(blob); return make.call(URL, blob); }; return true";

fn say(engine: Engine, from: &str, what: &str) {
    println!("{} from {from}: {what}", engine.name());
}

/// The single file in a folder of its own, as somebody carries it about.
fn carried() -> Result<(tempfile::TempDir, PathBuf), Problem> {
    let folder = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    let file = folder.path().join("huhuqing.html");
    std::fs::copy(editions::single_file()?, &file).map_err(Problem::system("single file"))?;
    Ok((folder, file))
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// The village's package: the downloaded file, or its bytes taken from the page where the engine writes none.
async fn exported(browser: &Browser, from: &str, into: &Path) -> Result<PathBuf, Problem> {
    if browser.engine().downloads() {
        return walk::export_detail(browser).await;
    }
    say(
        browser.engine(),
        from,
        "writes no downloads in a test; the bytes are taken from the page",
    );
    browser.run(KEEP_FILES, &[]).await?;
    walk::go(browser, "handover").await?;
    browser.click_text("导出明细包").await?;
    browser
        .wait_until("a file that the page hands out", "return handedOut.length", &[])
        .await?;
    let text = browser.run("return handedOut[0].text()", &[]).await?;
    let file = into.join("package.json");
    std::fs::write(&file, text.as_str().unwrap_or_default()).map_err(Problem::system("package"))?;
    Ok(file)
}

async fn there(browser: &Browser, id: &str) -> Outcome {
    walk::go(browser, &format!("household/{TAIQIAO}/{id}")).await?;
    browser.wait_for_text("main", "普小明").await
}

/// Enter, save, reload, export; then the township takes the file in, in the same kind of browser.
async fn enter_to_import(browser: &mut Browser, from: &str, url: &str) -> Result<String, Problem> {
    let engine = browser.engine();
    let kept = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    browser.open(url).await?;
    browser.wait_for_app().await?;
    walk::first_run(browser, &Office::village(TAIQIAO, "李雪")).await?;
    let id = walk::add_household(browser, TAIQIAO, "普小明", "").await?;
    walk::wait_until_saved(browser).await?;
    browser.reload().await?;
    walk::wait_and_unlock(browser).await?;
    there(browser, &id).await?;
    if engine.remembers() {
        browser.restart().await?;
        browser.open(url).await?;
        walk::wait_and_unlock(browser).await?;
        there(browser, &id).await?;
    } else {
        say(
            engine,
            from,
            "keeps no profile in a test; not restarted, only reloaded",
        );
    }
    let package = exported(browser, from, kept.path()).await?;
    assert!(std::fs::read_to_string(&package).unwrap().contains("普小明"));

    let township = Browser::builder()
        .engine(engine)
        .timeout(Duration::from_secs(60))
        .start()
        .await?;
    township.open(url).await?;
    township.wait_for_app().await?;
    walk::first_run(&township, &Office::township("530427203", "王强")).await?;
    walk::choose_packages(&township, &[&package]).await?;
    walk::confirm_import(&township).await?;
    there(&township, &id).await?;
    Ok(id)
}

async fn walk_from_a_server(engine: Engine) -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let mut browser = Browser::builder()
        .engine(engine)
        .timeout(Duration::from_secs(60))
        .start()
        .await?;
    let url = server.url();
    let id = enter_to_import(&mut browser, "a server", &url).await?;
    let stored =
        "return 'serviceWorker' in navigator ? navigator.serviceWorker.ready.then(() => true) : 'none'";
    if browser.run("return 'serviceWorker' in navigator", &[]).await? == json!(true) {
        browser.wait_until("the stored app", stored, &[]).await?;
        server.stop();
        // Firefox's driver reloads past the service worker, which no person does with a tap.
        browser.open("about:blank").await?;
        browser.open(&url).await?;
        browser.wait_for_app().await?;
        there(&browser, &id).await?;
    } else {
        say(
            engine,
            "a server",
            "has no service workers; not opened without the network",
        );
    }
    say(
        engine,
        "a server",
        "entered, saved, reloaded, exported, imported, opened without the network",
    );
    Ok(())
}

async fn walk_as_one_file(engine: Engine) -> Outcome {
    let (_folder, file) = carried()?;
    let mut browser = Browser::builder()
        .engine(engine)
        .timeout(Duration::from_secs(60))
        .start()
        .await?;
    enter_to_import(&mut browser, "a file", &address(&file)).await?;
    say(
        engine,
        "a file",
        "entered, saved, reloaded, exported, imported; there is no network to lose",
    );
    Ok(())
}

#[tokio::test]
async fn chromium_walks_from_a_server() -> Outcome {
    walk_from_a_server(Engine::Chromium).await
}

#[tokio::test]
async fn chromium_walks_as_one_file() -> Outcome {
    walk_as_one_file(Engine::Chromium).await
}

#[tokio::test]
async fn firefox_walks_from_a_server() -> Outcome {
    walk_from_a_server(Engine::Firefox).await
}

#[tokio::test]
async fn firefox_walks_as_one_file() -> Outcome {
    walk_as_one_file(Engine::Firefox).await
}

#[tokio::test]
async fn webkit_walks_from_a_server() -> Outcome {
    walk_from_a_server(Engine::WebKit).await
}

#[tokio::test]
async fn webkit_walks_as_one_file() -> Outcome {
    walk_as_one_file(Engine::WebKit).await
}

/// Firefox ties what a file stores to the file's place: in another folder it looks empty, says why, and takes the backup.
#[tokio::test]
async fn a_moved_file_in_firefox_says_why_it_is_empty_and_restores() -> Outcome {
    let (_folder, file) = carried()?;
    let (_other, moved) = carried()?;
    let browser = Browser::builder()
        .engine(Engine::Firefox)
        .timeout(Duration::from_secs(60))
        .start()
        .await?;
    browser.open(&address(&file)).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    let id = walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    let backup = walk::export_detail(&browser).await?;

    browser.open(&address(&moved)).await?;
    browser.wait_for_text("main", "放回原来的文件夹").await?;
    browser.click_text("从备份恢复").await?;
    browser
        .choose_files("#restore input[type=file]", &[&backup])
        .await?;
    // A single file keeps real records under a passphrase only, from the first byte.
    browser.wait_for("#restore-form").await?;
    browser.click_text("恢复这份备份").await?;
    browser.wait_for_text("#restore-form", "请输入口令").await?;
    walk::choose_passphrase(&browser, "#restore-form", walk::PASSPHRASE).await?;
    browser.click_text("恢复这份备份").await?;
    browser.wait_for("nav a[href='#/handover']").await?;
    there(&browser, &id).await?;
    browser.open(&address(&file)).await?;
    walk::wait_and_unlock(&browser).await?;
    there(&browser, &id).await
}
