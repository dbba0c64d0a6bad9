//! How fast the app is, as ratios to a floor measured in the same run, in headless Chromium.
//!
//! The floor (`tests/browser/floor/`) does the least a page can with the same 124 packages: `JSON.parse`, one IndexedDB put
//! per village, a dozen sums with plain loops. The app reads, checks, merges, stores and scores them as its users have it.
//! Each figure is the median of several rounds; machines are noisy, so only ratios mean something.

use browser_tests::{Browser, Problem, Server, editions, walk};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Rounds of what is quick.
const ROUNDS: usize = 9;

/// Rounds of taking in all packages and of opening cold.
const LONG_ROUNDS: usize = 5;

/// A day on which none of the figures of [`DAY`] stands: another year's.
const OTHER_YEAR: &str = "2017-12-31";

/// The day that figures are for.
const DAY: &str = "2018-12-31";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Problem> {
    let work = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    let packages = write_packages(work.path())?;
    let site = site(work.path())?;
    let server = Server::start(&site)?;
    let mut floor = measure_floor(&server, &packages).await?;
    let mut app = measure_app(&server, &packages).await?;
    let saves = measure_saves(&server, &packages).await?;
    floor.push(("one save of a village, durable", saves.put, "≤ 3"));
    app.push(("save", saves.plain));
    floor.push(("one save, durable and encrypted", saves.put, "≤ 3"));
    app.push(("encrypted save", saves.encrypted));
    floor.push(("unlocking (peer: PBKDF2 600,000)", saves.derive, ""));
    app.push(("unlocking", saves.unlock));
    println!(
        "{:<34}{:>12}{:>12}{:>9}{:>9}",
        "median, ms", "floor", "app", "ratio", "aim"
    );
    for ((name, floor, aim), (_, app)) in floor.into_iter().zip(app) {
        println!("{name:<34}{floor:>12.1}{app:>12.1}{:>9.2}{aim:>9}", app / floor);
    }
    Ok(())
}

/// The villages' packages of the demo county, and the county's own.
fn write_packages(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let files = walk::demo_packages(1)?;
    let write = |(name, bytes): (String, Vec<u8>)| {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(Problem::system("package"))?;
        Ok(file)
    };
    files.into_iter().map(write).collect()
}

/// The built app with the floor's page beside it, so that both have one origin.
fn site(folder: &Path) -> Result<PathBuf, Problem> {
    let site = folder.join("site");
    walk::copy_folder(&editions::pwa()?, &site)?;
    walk::copy_folder(
        &editions::project_root().join("tests/browser/floor"),
        &site.join("floor"),
    )?;
    Ok(site)
}

type Floor = Vec<(&'static str, f64, &'static str)>;

async fn measure_floor(server: &Server, packages: &[PathBuf]) -> Result<Floor, Problem> {
    let mut browser = Browser::builder().start().await?;
    browser.open(&format!("{}floor/index.html", server.url())).await?;
    let files: Vec<&Path> = packages.iter().map(PathBuf::as_path).collect();
    let mut import = Vec::new();
    for _ in 0..LONG_ROUNDS {
        browser.choose_files("#files", &files).await?;
        let read = "return floor.read(document.querySelector('#files'))";
        browser.wait_until("the files", read, &[]).await?;
        import.push(number(&browser.run("return floor.takeIn()", &[]).await?));
        browser.reload().await?;
    }
    let day = [json!(DAY)];
    let mut score = Vec::new();
    let mut edit = Vec::new();
    for round in 0..ROUNDS {
        score.push(number(
            &browser.run("return floor.readAndSum(arguments[0])", &day).await?,
        ));
        let arguments = [json!(round), json!(DAY)];
        let edited = browser.run("return floor.edit(arguments[0], arguments[1])", &arguments);
        edit.push(number(&edited.await?));
    }
    let mut open = Vec::new();
    for _ in 0..LONG_ROUNDS {
        browser.restart().await?;
        browser
            .open(&format!("{}floor/index.html#show", server.url()))
            .await?;
        open.push(mark(&browser, "floor-shown").await?);
    }
    let score = median(score);
    Ok(vec![
        ("import of 124 villages, durable", median(import), "≤ 1.5"),
        ("score everything on another day", score, "≤ 0.2"),
        ("score everything of another year", score, ""),
        ("one edit, durable, figures right", median(edit), "≤ 2"),
        ("cold open to figures", median(open), "≤ 0.6"),
    ])
}

type App = Vec<(&'static str, f64)>;

async fn measure_app(server: &Server, packages: &[PathBuf]) -> Result<App, Problem> {
    let files: Vec<&Path> = packages.iter().map(PathBuf::as_path).collect();
    let mut import = Vec::new();
    let (mut looked, mut written) = (Vec::new(), Vec::new());
    let mut kept = None;
    for _ in 0..LONG_ROUNDS {
        let browser = Browser::builder()
            .timeout(std::time::Duration::from_secs(120))
            .start()
            .await?;
        browser.before_every_page(walk::WATCH_FIGURES).await?;
        browser.open(&server.url()).await?;
        walk::first_run(&browser, &walk::Office::county("测试")).await?;
        walk::choose_packages(&browser, &files).await?;
        walk::confirm_import(&browser).await?;
        looked.push(between(&browser, "preview-start", "preview-end").await?);
        written.push(between(&browser, "import-start", "import-end").await?);
        import.extend(
            looked
                .last()
                .zip(written.last())
                .map(|(looked, written)| looked + written),
        );
        kept = Some(browser);
    }
    println!(
        "import: looking at the files {:.0} ms, merging and writing {:.0} ms",
        median(looked),
        median(written)
    );
    let Some(mut browser) = kept else {
        return Ok(Vec::new());
    };
    let (mut score, mut score_anew) = (Vec::new(), Vec::new());
    for (other, scores) in [("2018-12-30", &mut score), (OTHER_YEAR, &mut score_anew)] {
        for round in 0..ROUNDS {
            walk::choose_day(&browser, if round % 2 == 0 { other } else { DAY }).await?;
            scores.push(between(&browser, "score-start", "score-end").await?);
        }
    }
    walk::choose_day(&browser, DAY).await?;
    let mut edit = Vec::new();
    walk::open_first(&browser, "530427", "project").await?;
    for round in 0..ROUNDS {
        walk::fill_and_save(&browser, "名称", &format!("第{round}个项目")).await?;
        edit.push(between(&browser, "save-start", "save-end").await?);
    }
    let mut open = Vec::new();
    for _ in 0..LONG_ROUNDS {
        browser.restart().await?;
        browser.before_every_page(walk::WATCH_FIGURES).await?;
        browser.open(&format!("{}#/targets/530427", server.url())).await?;
        open.push(mark(&browser, "figures-shown").await?);
    }
    Ok(vec![
        ("import", median(import)),
        ("score", median(score)),
        ("score anew", median(score_anew)),
        ("edit", median(edit)),
        ("open", median(open)),
    ])
}

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

/// Medians on one page of a village.
struct Saves {
    /// A bare strict put.
    put: f64,
    /// A save that the app calls saved.
    plain: f64,
    /// The same under a passphrase.
    encrypted: f64,
    /// A key derived by the browser.
    derive: f64,
    /// From the passphrase sent off to the open register.
    unlock: f64,
}

async fn measure_saves(server: &Server, packages: &[PathBuf]) -> Result<Saves, Problem> {
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
    let (mut puts, mut plain, mut encrypted) = (Vec::new(), Vec::new(), Vec::new());
    for saves in [&mut plain, &mut encrypted] {
        for round in 0..SAVES {
            puts.push(number(&browser.run(BARE_PUT, &[json!(round)]).await?));
            let group = format!("{}组", puts.len());
            walk::edit_a_household(&browser, VILLAGE, &group).await?;
            saves.push(between(&browser, "save-start", "save-end").await?);
        }
        walk::encrypt(&browser).await?;
    }
    let (mut derive, mut unlock) = (Vec::new(), Vec::new());
    for _ in 0..UNLOCKINGS {
        derive.push(number(&browser.run(DERIVE, &[]).await?));
        browser.reload().await?;
        browser.wait_for("#lock-open:not([disabled])").await?;
        browser.run("document.querySelector('#lock-open').addEventListener('click', () => performance.mark('unlock-start'))", &[]).await?;
        walk::unlock(&browser, walk::PASSPHRASE).await?;
        unlock.push(between(&browser, "unlock-start", "open-end").await?);
    }
    Ok(Saves {
        put: median(puts),
        plain: median(plain),
        encrypted: median(encrypted),
        derive: median(derive),
        unlock: median(unlock),
    })
}

/// When a mark was set, in milliseconds since the page was asked for.
async fn mark(browser: &Browser, name: &str) -> Result<f64, Problem> {
    let last = "return performance.getEntriesByName(arguments[0]).at(-1)?.startTime ?? null";
    Ok(number(&browser.wait_until(name, last, &[json!(name)]).await?))
}

/// Milliseconds between the last marks of two names.
async fn between(browser: &Browser, start: &str, end: &str) -> Result<f64, Problem> {
    Ok(mark(browser, end).await? - mark(browser, start).await?)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
