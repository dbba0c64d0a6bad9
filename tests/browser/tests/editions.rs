//! The app opens in each edition, with a policy that it keeps.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;

type Outcome = Result<(), Problem>;

/// The app is there, its policy names no foreign origin, and the console is silent.
async fn opens_cleanly(address: &str) -> Outcome {
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(address).await?;
    browser.wait_for_app().await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    let policies = "return [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy]')] \
                    .map(meta => meta.content).join(' ')";
    let policies = browser.run(policies, &[]).await?;
    let policies = policies.as_str().unwrap();
    assert!(policies.contains("default-src 'none'"), "{policies}");
    assert!(
        !policies.contains("http") && !policies.contains('*'),
        "{policies}"
    );
    Ok(())
}

#[tokio::test]
async fn the_folder_opens_at_the_root_of_a_server() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    opens_cleanly(&server.url()).await
}

#[tokio::test]
async fn the_folder_opens_below_any_path() -> Outcome {
    let server = Server::start_under(&editions::pwa()?, "/offices/xinping/")?;
    opens_cleanly(&server.url()).await?;
    let strays: Vec<String> = server
        .requests()
        .into_iter()
        .filter(|path| !path.starts_with("/offices/xinping/"))
        .collect();
    assert_eq!(strays, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn the_folder_opens_with_its_page_and_two_files_each_asked_for_once() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    // A preloaded answer that nobody used would be followed by a second request for the same file.
    let files = "return performance.getEntriesByType('resource').filter(entry => /\\.(js|wasm|css)$/.test(entry.name)) \
        .filter(entry => entry.startTime < performance.getEntriesByType('navigation')[0].domInteractive) \
        .map(entry => entry.name.split('.').pop()).sort()";
    assert_eq!(browser.run(files, &[]).await?, json!(["js", "wasm"]));
    // The parts of the program follow when the app stands, and nothing is asked for twice.
    let early = "return performance.getEntriesByType('resource').filter(entry => /huhuqing-/.test(entry.name)) \
        .filter(entry => entry.startTime < performance.getEntriesByType('navigation')[0].loadEventEnd).length";
    assert_eq!(browser.run(early, &[]).await?, json!(2));
    let twice = "const names = performance.getEntriesByType('resource').map(entry => entry.name); \
        return names.filter((name, at) => name.includes('huhuqing-') && names.indexOf(name) < at)";
    assert_eq!(browser.run(twice, &[]).await?, json!([]));
    let last = "return performance.getEntriesByType('resource').find(entry => /update-/.test(entry.name))?.startTime \
        > performance.getEntriesByType('navigation')[0].loadEventEnd";
    browser
        .wait_until("the look for updates, last of all", last, &[])
        .await
        .map(drop)
}

#[tokio::test]
async fn the_single_file_opens_without_a_server() -> Outcome {
    opens_cleanly(&editions::single_file_url()?).await
}

#[tokio::test]
async fn the_single_file_carries_what_is_loaded_on_first_use() -> Outcome {
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&editions::single_file_url()?).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village("530427203200", "李雪")).await?;
    for (page, title) in [
        ("help", "帮助"),
        ("checks/530427203200", "数据核查"),
        ("handover", "交接"),
    ] {
        walk::go(&browser, page).await?;
        browser.wait_for_text("main h1", title).await?;
    }
    let asked = "return performance.getEntriesByType('resource').map(entry => entry.name) \
        .filter(name => !name.startsWith('data:') && !name.startsWith('blob:'))";
    assert_eq!(browser.run(asked, &[]).await?, json!([]));
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

/// The directive that refuses each of the page's own attempts to evaluate text and to reach another place.
async fn refusals(address: &str) -> Result<Vec<String>, Problem> {
    let browser = Browser::builder().start().await?;
    browser.open(address).await?;
    browser.wait_for_app().await?;
    let attempts = "window.refused = []; \
        addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective)); \
        setTimeout('window.evaluated = true', 0); \
        fetch('http://127.0.0.1:9/').catch(() => {}); \
        const picture = new Image(); picture.src = 'http://127.0.0.1:9/p.png'; \
        const script = document.createElement('script'); script.textContent = 'window.evaluated = true'; \
        document.head.append(script);";
    browser.run(attempts, &[]).await?;
    browser
        .wait_until("four refusals", "return new Set(window.refused).size >= 4", &[])
        .await?;
    assert_eq!(
        browser.run("return window.evaluated ?? null", &[]).await?,
        json!(null)
    );
    let sorted = browser
        .run("return [...new Set(window.refused)].sort()", &[])
        .await?;
    Ok(sorted
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect())
}

#[tokio::test]
async fn the_page_can_neither_evaluate_text_nor_reach_another_place() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let expected = ["connect-src", "img-src", "script-src", "script-src-elem"];
    assert_eq!(refusals(&server.url()).await?, expected);
    assert_eq!(refusals(&editions::single_file_url()?).await?, expected);
    Ok(())
}
