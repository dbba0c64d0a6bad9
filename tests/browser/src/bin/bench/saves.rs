//! Saves of a village, in plain and under a passphrase.

use super::{Row, between, number};
use browser_tests::{Browser, Problem, Server, walk};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Rounds of saving one field, each beside a bare put.
const SAVES: usize = 31;

/// One small value put into a store of its own in one strict transaction, and nothing else.
const BARE_PUT: &str = "const request = indexedDB.open('floor-put', 1); \
    request.onupgradeneeded = () => request.result.createObjectStore('one'); \
    return new Promise((done, failed) => { request.onerror = failed; request.onsuccess = () => { \
      const database = request.result, start = performance.now(); \
      const transaction = database.transaction('one', 'readwrite', { durability: 'strict' }); \
      transaction.objectStore('one').put(new Uint8Array(120), arguments[0]); \
      transaction.oncomplete = () => { database.close(); done(performance.now() - start); }; \
      transaction.onabort = failed; } })";

/// What OWASP recommends where a browser has to derive a key by itself, done by the browser's own code.
const DERIVE: &str = "const start = performance.now(), salt = new Uint8Array(16); \
    const words = new TextEncoder().encode('correct horse battery staple'); \
    return crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']) \
      .then(key => crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600000 }, key, 256)) \
      .then(() => performance.now() - start)";

/// Rounds of unlocking.
const UNLOCKINGS: usize = 5;

/// Saves of a village beside bare puts, and unlocking beside a key that the browser derives; all on one page.
pub async fn measure(server: &Server, packages: &[PathBuf]) -> Result<[Row; 3], Problem> {
    const VILLAGE: &str = "530427203200";
    let browser = Browser::builder().start().await?;
    browser.open(&server.url()).await?;
    walk::first_run(&browser, &walk::Office::village(VILLAGE, "测试")).await?;
    let own: Vec<&Path> = packages
        .iter()
        .filter(|file| file.to_string_lossy().contains(VILLAGE))
        .map(PathBuf::as_path)
        .collect();
    walk::choose_packages(&browser, &own).await?;
    walk::confirm_import(&browser).await?;
    let mut plain = Row::new("one save of a village, durable", "≤ 3");
    let mut encrypted = Row::new("one save, durable and encrypted", "≤ 3");
    for saves in [&mut plain, &mut encrypted] {
        for round in 0..SAVES {
            let put = number(&browser.run(BARE_PUT, &[json!(round)]).await?);
            walk::edit_a_household(&browser, VILLAGE, &format!("{round}组")).await?;
            saves.add(put, between(&browser, "save-start", "save-end").await?);
        }
        walk::encrypt(&browser).await?;
    }
    let mut unlock = Row::new("unlocking (peer: PBKDF2 600,000)", "");
    for _ in 0..UNLOCKINGS {
        let derive = number(&browser.run(DERIVE, &[]).await?);
        browser.reload().await?;
        browser.wait_for("#lock-open:not([disabled])").await?;
        browser.run("document.querySelector('#lock-open').addEventListener('click', () => performance.mark('unlock-start'))", &[]).await?;
        walk::unlock(&browser, walk::PASSPHRASE).await?;
        unlock.add(derive, between(&browser, "unlock-start", "open-end").await?);
    }
    Ok([plain, encrypted, unlock])
}
