//! The folder edition keeps itself on the device and changes only with the user's consent.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;

type Outcome = Result<(), Problem>;

const STORED: &str = "return navigator.serviceWorker.ready.then(() => true)";

/// The page and its files that the browser did not take from the store by itself. Newer browsers call the source otherwise.
const NOT_ROUTED: &str = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
    .filter(entry => (entry.workerFinalSourceType ?? entry.workerFinalRouterSource) !== 'cache') \
    .map(entry => entry.name)";

#[tokio::test]
async fn the_app_opens_again_after_the_server_is_gone() -> Outcome {
    for prefix in ["/", "/offices/xinping/"] {
        let server = Server::start_under(&editions::pwa()?, prefix)?;
        let address = server.url();
        let mut browser = Browser::builder().start().await?;
        browser.open(&address).await?;
        browser.wait_for_app().await?;
        browser.wait_until("the stored app", STORED, &[]).await?;
        server.stop();
        browser.restart().await?;
        for page in [
            address.clone(),
            format!("{address}index.html"),
            format!("{address}#/x"),
            format!("{address}?from=home"),
            format!("{address}index.html?from=home#/x"),
        ] {
            browser.open(&page).await?;
            browser.wait_for_app().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_new_build_waits_until_the_user_agrees() -> Outcome {
    let folder = editions::copy_of_pwa()?;
    let server = Server::start(folder.path())?;
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    browser.wait_until("the stored app", STORED, &[]).await?;

    publish_another_build(&folder);
    browser.reload().await?;
    browser
        .wait_until("word of the update", "return window.huhuqingUpdateReady", &[])
        .await?;
    browser.reload().await?;
    browser
        .wait_until("word of the update", "return window.huhuqingUpdateReady", &[])
        .await?;
    assert_ne!(
        browser.run("return document.title", &[]).await?,
        json!("another build")
    );

    assert_eq!(
        browser.run("return window.huhuqingUpdate()", &[]).await?,
        json!(true)
    );
    browser
        .wait_until("the new build", "return document.title === 'another build'", &[])
        .await?;
    browser.wait_for_app().await?;
    browser
        .wait_until(
            "one stored build",
            "return caches.keys().then(names => names.length === 1)",
            &[],
        )
        .await?;

    server.stop();
    browser.reload().await?;
    browser.wait_for_app().await?;
    assert_eq!(
        browser.run("return document.title", &[]).await?,
        json!("another build")
    );
    assert_eq!(browser.run(NOT_ROUTED, &[]).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn the_stored_app_opens_without_waiting_for_its_worker() -> Outcome {
    let server = Server::start_under(&editions::pwa()?, "/offices/xinping/")?;
    let mut browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    browser.wait_until("the stored app", STORED, &[]).await?;
    assert_ne!(browser.run(NOT_ROUTED, &[]).await?, json!([]));

    browser.restart().await?;
    let asked = server.requests().len();
    browser.open(&format!("{}#/x", server.url())).await?;
    browser.wait_for_app().await?;
    assert_eq!(browser.run(NOT_ROUTED, &[]).await?, json!([]));
    let requests = server.requests();
    let large = |path: &&String| path.ends_with('/') || path.ends_with(".wasm") || path.contains("huhuqing-");
    assert_eq!(
        requests[asked..].iter().filter(large).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    Ok(())
}

#[tokio::test]
async fn an_app_whose_store_was_emptied_opens_from_the_network() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    browser.wait_until("the stored app", STORED, &[]).await?;
    let emptied = "return caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))) \
        .then(deleted => deleted.length)";
    assert_eq!(browser.run(emptied, &[]).await?, json!(1));
    browser.reload().await?;
    browser.wait_for_app().await
}

#[tokio::test]
async fn a_part_of_the_program_that_was_never_opened_opens_without_the_network() -> Outcome {
    let server = Server::start_under(&editions::pwa()?, "/offices/xinping/")?;
    let mut browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village("530427203200", "李雪")).await?;
    browser.wait_until("the stored app", STORED, &[]).await?;
    let address = server.url();
    server.stop();
    browser.restart().await?;
    browser.open(&format!("{address}#/help")).await?;
    browser.wait_for_text("main h1", "帮助").await?;
    walk::go(&browser, "checks/530427203200").await?;
    browser.wait_for_text("main h1", "数据核查").await?;
    assert_eq!(browser.run(NOT_ROUTED, &[]).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn a_page_that_loses_the_network_before_it_is_stored_has_the_whole_program() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village("530427203200", "李雪")).await?;
    let all = "return huhuqingLoadParts().then(parts => parts.every(part => part.status === 'fulfilled'))";
    assert_eq!(browser.run(all, &[]).await?, json!(true));
    let emptied = "return caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))).then(() => true)";
    browser.run(emptied, &[]).await?;
    browser.set_offline(true).await?;
    walk::go(&browser, "help").await?;
    browser.wait_for_text("main h1", "帮助").await?;
    walk::add_household(&browser, "530427203200", "普小明", "")
        .await
        .map(drop)
}

/// Another title, and the worker's list under another build.
fn publish_another_build(folder: &tempfile::TempDir) {
    let page = folder.path().join("index.html");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(
        &page,
        text.replace("<title>户户清</title>", "<title>another build</title>"),
    )
    .unwrap();
    let worker = folder.path().join("sw.js");
    let text = std::fs::read_to_string(&worker).unwrap();
    std::fs::write(
        &worker,
        text.replace("const BUILD = \"", "const BUILD = \"another"),
    )
    .unwrap();
}

#[tokio::test]
async fn two_copies_in_two_folders_of_one_server_keep_apart() -> Outcome {
    let folder = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    for name in ["one", "two"] {
        let copy = editions::copy_of_pwa()?;
        std::fs::rename(copy.keep(), folder.path().join(name)).map_err(Problem::system(name))?;
    }
    let server = Server::start(folder.path())?;
    let browser = Browser::builder().start().await?;
    for name in ["one", "two"] {
        browser.open(&format!("{}{name}/", server.url())).await?;
        browser.wait_for_app().await?;
        browser.wait_until("the stored app", STORED, &[]).await?;
    }
    let names = browser.run("return caches.keys()", &[]).await?;
    assert_eq!(names.as_array().unwrap().len(), 2, "{names}");
    Ok(())
}
