//! A store that is gone is no silent start from nothing: it is said whose data of which day, and a backup brings them back.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions, typing};
use serde_json::json;
use std::path::PathBuf;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";

/// A village at work, its last backup, and then a browser that has cleared the store by itself.
async fn cleared(server: &Server) -> Result<(Browser, PathBuf, tempfile::TempDir), Problem> {
    let kept = tempfile::tempdir().unwrap();
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    typing::household(&browser, TAIQIAO).await?;
    typing::exactly(&browser, server, "kept", 3).await?;
    let backup = kept.path().join("backup.json");
    std::fs::copy(walk::export_detail(&browser).await?, &backup).unwrap();
    let clear = json!({"origin": server.url().trim_end_matches('/'), "storageTypes": "indexeddb"});
    browser.devtools("Storage.clearDataForOrigin", clear).await?;
    browser.reload().await?;
    Ok((browser, backup, kept))
}

#[tokio::test]
async fn data_that_are_gone_are_named_and_come_back_from_a_backup() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let (mut browser, backup, _kept) = cleared(&server).await?;
    browser
        .wait_for_text("#restore h1", "太桥村的资料不在这台设备上了")
        .await?;
    browser.wait_for_text("#restore", "最近一次保存是").await?;
    browser
        .screenshot(&editions::project_root().join("target/shots/gone.png"))
        .await?;

    browser
        .choose_files("#restore input[type=file]", &[&backup])
        .await?;
    browser
        .wait_for_text("#restore", "太桥村的备份，由李雪导出")
        .await?;
    browser.click_text("恢复这份备份").await?;
    browser.wait_for("nav a[href='#/handover']").await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "kept-2");
    typing::exactly(&browser, &server, "after", 1).await?;
    browser.restart().await?;
    browser.open(&server.url()).await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "after-0");
    assert_eq!(
        browser
            .problems()
            .await?
            .iter()
            .filter(|one| !one.contains("acknowledged"))
            .count(),
        0
    );
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_backup_restores_nothing() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let (browser, backup, kept) = cleared(&server).await?;
    let text = std::fs::read_to_string(&backup).unwrap();
    let altered = kept.path().join("altered.json");
    std::fs::write(&altered, text.replacen("kept-2", "kept-9", 1)).unwrap();
    browser
        .choose_files("#restore input[type=file]", &[&altered])
        .await?;
    browser
        .wait_for_text("#restore .notice-error", "恢复不了")
        .await?;
    browser.reload().await?;
    browser.wait_for_text("#restore h1", "不在这台设备上了").await
}

#[tokio::test]
async fn starting_anew_asks_twice() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let (browser, backup, _kept) = cleared(&server).await?;
    browser.click_text("重新开始").await?;
    browser.click_text("再找找备份").await?;
    browser.wait_for_text("#restore h1", "不在这台设备上了").await?;
    browser.click_text("重新开始").await?;
    browser.click_text("确定重新开始").await?;
    browser.wait_for("#start-real").await?;
    browser.reload().await?;
    browser.wait_for("#start-real").await?;

    // A backup that is found later comes back from the first screen too.
    browser.click_text("从备份恢复").await?;
    browser
        .choose_files("#restore input[type=file]", &[&backup])
        .await?;
    browser.click_text("恢复这份备份").await?;
    browser.wait_for("nav a[href='#/handover']").await?;
    typing::household(&browser, TAIQIAO).await?;
    assert_eq!(typing::value(&browser).await?, "kept-2");
    Ok(())
}

#[tokio::test]
async fn the_browser_is_asked_to_keep_the_store_and_its_answer_is_shown() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    let count = "window.asked = 0; const persist = StorageManager.prototype.persist; \
        StorageManager.prototype.persist = function () { asked++; return persist.apply(this); }";
    browser.before_every_page(count).await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    assert_eq!(
        browser.run("return asked", &[]).await?,
        json!(0),
        "not before something real was saved"
    );
    walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    browser.wait_until("the question", "return asked", &[]).await?;
    walk::go(&browser, "settings").await?;
    let answered = "const text = document.querySelector('main').innerText; \
        return text.includes('浏览器没有答应') || text.includes('浏览器答应保留') || null";
    browser.wait_until("the browser's answer", answered, &[]).await?;
    walk::go(&browser, "handover").await?;
    browser
        .wait_until("the answer beside the export", answered, &[])
        .await
        .map(drop)
}

#[tokio::test]
async fn a_backup_is_reminded_of_after_fifty_changes() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    walk::add_household(&browser, TAIQIAO, "普小明", "").await?;
    typing::household(&browser, TAIQIAO).await?;
    browser.wait_until_gone(".shell-backup").await?;
    typing::exactly(&browser, &server, "many", 50).await?;
    browser.wait_for_text(".shell-backup", "处改动还没有备份").await?;
    browser
        .wait_for_text(".shell-backup", "每50处改动或每7天")
        .await?;
    walk::export_detail(&browser).await?;
    browser.wait_until_gone(".shell-backup").await
}
