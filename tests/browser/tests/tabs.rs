//! Several tabs and a store that goes away: one writes, the others say so; nobody's typing is eaten.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions, store, typing};
use serde_json::json;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";

/// Remembers the app's connections, so that they can be closed as a browser closes them.
const KEEP_CONNECTIONS: &str = "window.connections = []; const open = IDBFactory.prototype.open; \
    IDBFactory.prototype.open = function () { const request = open.apply(this, arguments); \
      request.addEventListener('success', () => connections.push(request.result)); return request; };";

async fn village(server: &Server) -> Result<Browser, Problem> {
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.before_every_page(KEEP_CONNECTIONS).await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    Ok(browser)
}

/// Types into the field and stays in it, as somebody who is still typing.
async fn be_typing(browser: &Browser, text: &str) -> Outcome {
    typing::household(browser, TAIQIAO).await?;
    let label = "return [...document.querySelectorAll('label.field-label')] \
        .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])).htmlFor";
    let id = browser.run(label, &[json!(typing::FIELD)]).await?;
    browser.fill(&format!("#{}", id.as_str().unwrap()), text).await
}

#[tokio::test]
async fn a_second_tab_reads_says_so_and_takes_over() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    let first = browser.web().window().await?;
    typing::household(&browser, TAIQIAO).await?;
    typing::exactly(&browser, &server, "first", 2).await?;

    let second = browser.web().new_tab().await?;
    browser.web().switch_to_window(second.clone()).await?;
    browser.open(&server.url()).await?;
    browser
        .wait_for_text(".shell-read-only", "另一个窗口正在编辑")
        .await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "first-1");
    let locked = "const label = [...document.querySelectorAll('label.field-label')] \
        .find(e => e.innerText.trim().startsWith(arguments[0])); \
        const input = document.getElementById(label.htmlFor); return input.disabled || input.readOnly";
    assert_eq!(browser.run(locked, &[json!(typing::FIELD)]).await?, json!(true));

    browser.web().switch_to_window(first).await?;
    typing::exactly(&browser, &server, "later", 1).await?;
    browser.web().close_window().await?;
    browser.web().switch_to_window(second).await?;
    browser.wait_until_gone(".shell-read-only").await?;
    browser
        .wait_until(
            "what the first tab saved last",
            "return [...document.querySelectorAll('input')].some(e => e.value === 'later-0')",
            &[],
        )
        .await?;
    typing::exactly(&browser, &server, "second", 2).await
}

#[tokio::test]
async fn a_newer_version_in_another_tab_eats_no_typing() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    let first = browser.web().window().await?;
    be_typing(&browser, "still typing").await?;

    let second = browser.web().new_tab().await?;
    browser.web().switch_to_window(second).await?;
    store::beside(&browser, &server).await?;
    store::bring_up_to_a_newer_form(&browser).await?;
    assert!(
        store::holds(&browser, "still typing").await?,
        "what was being typed was saved first"
    );

    browser.web().switch_to_window(first).await?;
    browser.wait_for_text(".shell-lost", "不再保存").await?;
    assert_eq!(typing::value(&browser).await?, "still typing");
    browser.click_text("导出现有资料").await?;
    let file = browser.wait_for_download(".json").await?;
    assert!(
        std::fs::read_to_string(file)
            .unwrap()
            .contains("\"still typing\"")
    );

    browser.reload().await?;
    browser.wait_for_text("main.phase", "更新的版本").await?;
    browser.wait_for_text("main.phase", "新版本导出明细包").await?;
    assert_eq!(
        store::counts(&browser).await?.of("form"),
        99,
        "newer data is left alone"
    );
    Ok(())
}

#[tokio::test]
async fn this_version_waits_for_an_older_one_that_is_at_work() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    typing::household(&browser, TAIQIAO).await?;
    typing::exactly(&browser, &server, "older", 1).await?;
    let older = browser.web().window().await?;
    store::beside(&browser, &server).await?;
    store::put_into_first_form(&browser).await?;
    store::work_as_an_older_version(&browser).await?;

    let newer = browser.web().new_tab().await?;
    browser.web().switch_to_window(newer.clone()).await?;
    browser.open(&server.url()).await?;
    browser.wait_for_text("main.phase", "先不升级数据").await?;
    browser.web().switch_to_window(older).await?;
    assert_eq!(browser.run("return wasAsked", &[]).await?, json!(false));
    browser.run("older.close(); letGo(); return true", &[]).await?;

    browser.web().switch_to_window(newer).await?;
    browser.wait_for("nav a[href='#/handover']").await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "older-0");
    typing::exactly(&browser, &server, "newer", 1).await
}

#[tokio::test]
async fn a_connection_that_the_browser_lost_is_opened_again() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    typing::household(&browser, TAIQIAO).await?;
    for (name, loss) in [
        ("closed", "connections.forEach(database => database.close())"),
        // What Safari on iOS throws when the page has slept.
        (
            "safari",
            "const begin = IDBDatabase.prototype.transaction; \
             IDBDatabase.prototype.transaction = function () { \
               IDBDatabase.prototype.transaction = begin; \
               throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'); }",
        ),
        // The connection goes while a write is on its way.
        (
            "aborted",
            "const count = IDBObjectStore.prototype.count; \
             IDBObjectStore.prototype.count = function () { \
               IDBObjectStore.prototype.count = count; const request = count.apply(this, arguments); \
               request.addEventListener('success', () => this.transaction.abort()); return request; }",
        ),
    ] {
        browser.run(&format!("{loss}; return true"), &[]).await?;
        let saved = typing::exactly(&browser, &server, name, 2).await;
        assert!(saved.is_ok(), "{name}: {}", browser.text("body").await?);
        assert!(store::holds(&browser, &format!("{name}-1")).await?);
    }
    browser.wait_until_gone(".shell-lost").await
}

#[tokio::test]
async fn a_store_that_is_taken_away_leaves_the_screen_and_a_package_of_it() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    typing::household(&browser, TAIQIAO).await?;
    typing::exactly(&browser, &server, "kept", 1).await?;
    let clear = json!({"origin": server.url().trim_end_matches('/'), "storageTypes": "indexeddb"});
    browser.devtools("Storage.clearDataForOrigin", clear).await?;
    // Somebody who is at work notices at the next save, if the browser did not say so at once.
    let typed = walk::fill(&browser, typing::FIELD, "on its way").await;
    browser.wait_for_text(".shell-lost", "不再保存").await?;
    browser.click_text("导出现有资料").await?;
    let file = browser.wait_for_download(".json").await?;
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("\"kept-0\""));
    println!(
        "the package of what was on the screen has the unsaved value: {} (typed: {})",
        text.contains("\"on its way\""),
        typed.is_ok()
    );

    browser.reload().await?;
    browser.wait_for_text("#restore h1", "不在这台设备上了").await
}

#[tokio::test]
async fn the_figures_of_saves_are_kept_a_moment_later() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = village(&server).await?;
    store::wait_for_figures(&browser, TAIQIAO).await?;
    walk::edit_a_household(&browser, TAIQIAO, "上寨组").await?;
    store::wait_for_figures(&browser, TAIQIAO).await
}
