//! The register under a passphrase: locked and opened, delayed after a wrong one, locked by itself, brought back by the
//! county; and nothing of it can be read from the browser's store.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office, PASSPHRASE};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;
use std::time::Duration;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";
const OTHER: &str = "太桥的雨天 三轮车 土豆";
const HEAD: &str = "普小明";

/// Which of those texts stand in any value of the browser's store of that name, in UTF-8.
const FOUND_IN_STORE: &str = "const [name, texts] = arguments; \
    const done = request => new Promise((yes, no) => { \
      request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); }); \
    return (async () => { \
      const database = await done(indexedDB.open(name)); \
      const decoder = new TextDecoder('utf-8'); const found = new Set(); let values = 0; \
      for (const store of database.objectStoreNames) { \
        for (const value of await done(database.transaction(store).objectStore(store).getAll())) { \
          values += 1; const text = decoder.decode(value); \
          for (const one of texts) if (text.includes(one)) found.add(one); } } \
      database.close(); \
      return [values > 3, [...found].sort()]; })()";

async fn found_in_store(browser: &Browser, texts: &[&str]) -> Result<Vec<String>, Problem> {
    let found = browser
        .run(FOUND_IN_STORE, &[json!("huhuqing"), json!(texts)])
        .await?;
    assert_eq!(found[0], json!(true), "the store is not empty");
    Ok(serde_json::from_value(found[1].clone()).unwrap())
}

async fn started(url: &str, office: &Office) -> Result<Browser, Problem> {
    walk::started(url, office, (800, 1280)).await
}

/// The household's name on its page.
async fn is_there(browser: &Browser, id: &str) -> Outcome {
    walk::go(browser, &format!("household/{TAIQIAO}/{id}")).await?;
    browser.wait_for_text("main", HEAD).await
}

#[tokio::test]
async fn a_register_is_encrypted_locked_and_opened_with_its_passphrase() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = started(&server.url(), &Office::village(TAIQIAO, "李雪")).await?;
    let id = walk::add_household(&browser, TAIQIAO, HEAD, "").await?;
    // The control: in plain the search finds them.
    assert_eq!(
        found_in_store(&browser, &[HEAD, "李雪"]).await?,
        ["普小明", "李雪"]
    );

    walk::go(&browser, "settings").await?;
    browser.wait_for_text("#lock-status", "没有加密").await?;
    browser.click("details:has(#lock-set) summary").await?;
    walk::choose_passphrase(&browser, "details:has(#lock-set)", "12345678").await?;
    browser.click("#lock-set").await?;
    browser.wait_for_text("main", "太容易猜").await?;
    walk::choose_passphrase(&browser, "details:has(#lock-set)", PASSPHRASE).await?;
    browser.click("#lock-set").await?;
    browser.wait_for_text("#lock-status", "已用口令加密").await?;
    browser.wait_for_text("#lock-escrow", "忘记口令就找不回").await?;
    assert_eq!(
        found_in_store(&browser, &[HEAD, "李雪", PASSPHRASE, "household"]).await?,
        Vec::<String>::new()
    );

    browser.reload().await?;
    browser.wait_for_text("main h1", "已上锁").await?;
    browser.wait_for_text("main", "太桥").await?;
    // Whoever has a keyboard types at once.
    let focus = "return document.activeElement?.matches('#lock-form input') || null";
    browser.wait_until("the field in focus", focus, &[]).await?;
    let page = browser.text("body").await?;
    assert!(!page.contains("李雪") && !page.contains(HEAD), "{page}");
    walk::try_passphrase(&browser, "不是这一句话呀").await?;
    browser.wait_for_text("main", "口令不对").await?;
    // 1, 2, 4, and then 8 seconds.
    for wrong in ["也不是这一句话", "还不是这一句话", "总不是这一句话"] {
        walk::try_passphrase(&browser, wrong).await?;
        browser.wait_for_text("#lock-wait", "秒后可以再试").await?;
    }
    // Loading the page again does not shorten the wait.
    browser.reload().await?;
    browser.wait_for("#lock-open[disabled]").await?;
    walk::unlock(&browser, PASSPHRASE).await?;
    is_there(&browser, &id).await?;

    walk::go(&browser, "settings").await?;
    browser.click("details:has(#lock-change) summary").await?;
    browser
        .fill(
            "details:has(#lock-change) input[autocomplete=current-password]",
            PASSPHRASE,
        )
        .await?;
    walk::choose_passphrase(&browser, "details:has(#lock-change)", OTHER).await?;
    browser.click("#lock-change").await?;
    browser.wait_for_text("body", "口令已更改").await?;
    browser.click("#lock-now").await?;
    walk::try_passphrase(&browser, PASSPHRASE).await?;
    browser.wait_for_text("main", "口令不对").await?;
    walk::unlock(&browser, OTHER).await?;
    is_there(&browser, &id).await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_register_that_nobody_touches_locks_and_what_was_being_typed_is_saved() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = started(&server.url(), &Office::village(TAIQIAO, "李雪")).await?;
    let id = walk::add_household(&browser, TAIQIAO, HEAD, "").await?;
    walk::go(&browser, "settings").await?;
    browser.click("details:has(#lock-set) summary").await?;
    walk::choose_passphrase(&browser, "details:has(#lock-set)", PASSPHRASE).await?;
    browser.click("#lock-set").await?;
    browser.wait_for_text("#lock-status", "已用口令加密").await?;
    browser
        .run("localStorage.setItem('huhuqing.auto-lock', '6')", &[])
        .await?;
    walk::go(&browser, &format!("household/{TAIQIAO}/{id}/register")).await?;
    let group = "const label = [...document.querySelectorAll('label.field-label')] \
        .find(e => e.checkVisibility() && e.innerText.trim().startsWith('小组名称')); return label?.htmlFor || null;";
    let group = browser.wait_until("the group's field", group, &[]).await?;
    // Typed, and not left.
    browser
        .fill(&format!("#{}", group.as_str().unwrap()), "核桃组")
        .await?;
    browser.wait_for_text("body", "秒后上锁").await?;
    browser.wait_for_text("main h1", "已上锁").await?;
    let page = browser.text("body").await?;
    assert!(!page.contains(HEAD) && !page.contains("核桃组"), "{page}");
    browser
        .run("localStorage.setItem('huhuqing.auto-lock', '600')", &[])
        .await?;
    walk::unlock(&browser, PASSPHRASE).await?;
    walk::go(&browser, &format!("household/{TAIQIAO}/{id}/register")).await?;
    let typed = "return [...document.querySelectorAll('input')].some(e => e.value === '核桃组') || null";
    browser.wait_until("what was typed", typed, &[]).await?;
    Ok(())
}

#[tokio::test]
async fn a_forgotten_passphrase_is_brought_back_by_the_county() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let folder = tempfile::tempdir().unwrap();
    let county = started(&server.url(), &Office::county("王强")).await?;
    walk::go(&county, "keys").await?;
    county.wait_for(".fingerprint-words").await?;
    county.click_text("写出密钥卡").await?;
    let card = walk::kept(
        &county.wait_for_download("keycard.json").await?,
        folder.path(),
        "card.json",
    )?;

    let village = started(&server.url(), &Office::village(TAIQIAO, "李雪")).await?;
    let id = walk::add_household(&village, TAIQIAO, HEAD, "").await?;
    walk::choose_packages(&village, &[&card]).await?;
    village.click_text("已电话核对，收下").await?;
    village.wait_for_text(".file-preview", "已收下").await?;
    village.click_text("关闭").await?;
    walk::go(&village, "settings").await?;
    village.click("details:has(#lock-set) summary").await?;
    walk::choose_passphrase(&village, "details:has(#lock-set)", PASSPHRASE).await?;
    village.click("#lock-set").await?;
    village.wait_for_text("#lock-escrow", "可以由县里找回").await?;

    village.click("#lock-now").await?;
    village.click_text("忘记口令").await?;
    village.click_text("导出找回申请").await?;
    let request = walk::kept(
        &village.wait_for_download(".json").await?,
        folder.path(),
        "request.json",
    )?;
    village.wait_for("#recovery-words").await?;
    let words = village.text("#recovery-words").await?;
    let words = words.split('：').next_back().unwrap().trim().to_owned();
    let text = std::fs::read_to_string(&request).unwrap();
    assert!(!text.contains("李雪") && !text.contains(HEAD));

    walk::go(&county, "safekeeping").await?;
    county
        .choose_files(".file-drop input[type=file]", &[&request])
        .await?;
    county.wait_for_text("#recovery-who", "太桥").await?;
    county.wait_for_text("#recovery-who", &words).await?;
    county.click_text("已核对，导出回复").await?;
    let reply = walk::kept(
        &county.wait_for_download(".json").await?,
        folder.path(),
        "reply.json",
    )?;

    // A request is no reply, and says so.
    village
        .choose_files(".file-drop input[type=file]", &[&request])
        .await?;
    village.wait_for("main .notice-error").await?;
    village
        .choose_files(".file-drop input[type=file]", &[&reply])
        .await?;
    village.wait_for_text("main", "回复无误").await?;
    walk::choose_passphrase(&village, "form:has(#lock-recover)", OTHER).await?;
    village.click("#lock-recover").await?;
    village.wait_for("nav a[href='#/handover']").await?;
    is_there(&village, &id).await?;
    village.reload().await?;
    walk::unlock(&village, OTHER).await?;
    for browser in [&village, &county] {
        assert_eq!(browser.problems().await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test]
async fn the_single_file_keeps_real_records_under_a_passphrase_only() -> Outcome {
    let url = editions::single_file_url()?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&url).await?;
    browser.wait_for_app().await?;
    browser.click("#start-real").await?;
    browser.click("#start-village").await?;
    browser.click("#start-area-530427203").await?;
    browser.click(&format!("#start-area-{TAIQIAO}")).await?;
    browser.fill("form input[autocomplete=name]", "李雪").await?;
    browser.click("#start-begin").await?;
    browser.wait_for_text("main", "请输入口令").await?;
    walk::choose_passphrase(&browser, "#start-passphrase", PASSPHRASE).await?;
    browser.click("#start-begin").await?;
    browser.wait_for("nav a[href='#/handover']").await?;
    let id = walk::add_household(&browser, TAIQIAO, HEAD, "").await?;
    assert_eq!(
        found_in_store(&browser, &[HEAD, "李雪"]).await?,
        Vec::<String>::new()
    );
    walk::go(&browser, "settings").await?;
    browser.wait_for("#lock-status").await?;
    let gone = browser
        .run("return document.querySelector('#lock-remove')", &[])
        .await?;
    assert_eq!(gone, json!(null), "the passphrase cannot be given up here");
    browser.reload().await?;
    walk::unlock(&browser, PASSPHRASE).await?;
    is_there(&browser, &id).await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}
