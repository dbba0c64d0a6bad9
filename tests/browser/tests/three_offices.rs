//! The whole way: two villages keep their registers offline, the township and the county take them in, and every figure on
//! every scoreboard is what `hhq` computes from the same files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office, plain};
use browser_tests::{Browser, Problem, Server, editions};
use huhuqing::indicators::{Tally, figure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::Key;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";
const TAIHE: &str = "530427203201";
const LAOCHANG: &str = "530427203";
const COUNTY: &str = "530427";

/// A village worker with a tablet.
async fn village(
    server_url: &str,
    area: &'static str,
    heads: &[(&str, &str)],
    profile: &Path,
) -> Result<Browser, Problem> {
    let browser = Browser::builder()
        .size(800, 1280)
        .profile(profile)
        .start()
        .await?;
    browser.open(server_url).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village(area, "李雪")).await?;
    browser.set_offline(true).await?;
    for (head, number) in heads {
        let id = walk::add_household(&browser, area, head, number).await?;
        walk::go(&browser, &format!("household/{area}/{id}/year")).await?;
        walk::pick(&browser, "不愁吃", "是").await?;
        walk::wait_until_saved(&browser).await?;
        walk::go(&browser, &format!("household/{area}/{id}/visits")).await?;
        browser.click_text("记一次走访").await?;
        browser.click_text("记下这次走访").await?;
        walk::wait_until_saved(&browser).await?;
    }
    Ok(browser)
}

/// An office that takes files in and shows their sums.
async fn office(url: &str, office: &Office, files: &[&Path]) -> Result<Browser, Problem> {
    let browser = Browser::builder().size(1440, 900).start().await?;
    browser.open(url).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, office).await?;
    walk::choose_packages(&browser, files).await?;
    walk::confirm_import(&browser).await?;
    Ok(browser)
}

/// What `hhq score` says of an area, as the scoreboard shows it.
fn scored(files: &[&Path], area: &str, day: &str) -> BTreeMap<String, (String, String)> {
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--bin",
            "hhq",
            "--no-default-features",
            "--features",
            "cli",
            "--",
            "score",
        ])
        .args(files)
        .args(["--as-of", day, "--area", area, "--format", "json"])
        .current_dir(editions::project_root())
        .output()
        .expect("hhq runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("hhq writes JSON");
    let row = |row: Value| {
        let number = |key: &str| row[key].as_i64().unwrap();
        let id = row["indicator"].as_str().unwrap().to_owned();
        let [num, den, known, expected] = ["num", "den", "known", "expected"].map(number);
        let at = figure(&id).unwrap();
        let value = at
            .value(Tally {
                num,
                den,
                known,
                expected,
            })
            .unwrap_or_default();
        (id, (plain(&value), row["status"].as_str().unwrap().to_owned()))
    };
    let own = rows.into_iter().filter(|row| row["area"] == area);
    own.map(row).collect()
}

/// Compares a scoreboard with `hhq`. A figure with nothing to divide by shows no number.
async fn compare(browser: &Browser, files: &[&Path], area: &str) -> Outcome {
    let day = browser.run(
        "return document.querySelector('.as-of-day input')?.value ?? null",
        &[],
    );
    let shown = walk::scoreboard(browser, area).await?;
    let day = match day.await? {
        Value::String(day) if day.len() == 10 => day,
        _ => {
            let value = browser
                .run("return document.querySelector('.as-of-day input').value", &[])
                .await?;
            value.as_str().unwrap().to_owned()
        }
    };
    let expected = scored(files, area, &day);
    assert_eq!(shown.len(), expected.len(), "figures of {area}");
    for (id, (value, status)) in &expected {
        let (shown_value, shown_status) = &shown[id];
        assert_eq!(shown_status, status, "status of {id} in {area}");
        assert!(
            shown_value == value || shown_value.is_empty(),
            "{id} in {area}: shown {shown_value}, hhq {value}"
        );
    }
    assert_eq!(shown["IND-POV-01"].0, expected["IND-POV-01"].0);
    Ok(())
}

async fn whole_way(url: &str, offline: bool) -> Outcome {
    let profiles = tempfile::tempdir().unwrap();
    let heads_a = [("普小明", "999999197001011239"), ("白凤英", "")];
    let heads_b = [("李文才", "")];
    let mut first = village(url, TAIQIAO, &heads_a, &profiles.path().join("a")).await?;
    let second = village(url, TAIHE, &heads_b, &profiles.path().join("b")).await?;
    let exported_a = walk::kept(&walk::export_detail(&first).await?, profiles.path(), "a.json")?;
    let exported_b = walk::kept(&walk::export_detail(&second).await?, profiles.path(), "b.json")?;
    let files = [exported_a.as_path(), exported_b.as_path()];
    compare(&first, &files[..1], TAIQIAO).await?;

    // An office keeps records of its own, so that its figures are those of the package that it would hand up.
    let township = office(url, &Office::township(LAOCHANG, "王强"), &files).await?;
    let upwards = walk::export_detail(&township).await?;
    let upwards = walk::kept(&upwards, profiles.path(), "township.json")?;
    compare(&township, &[&upwards], LAOCHANG).await?;
    let county = office(url, &Office::county("赵敏"), &[&upwards]).await?;
    let whole = walk::kept(
        &walk::export_detail(&county).await?,
        profiles.path(),
        "county.json",
    )?;
    compare(&county, &[&whole], COUNTY).await?;
    compare(&county, &[&whole], LAOCHANG).await?;

    // Closing and opening the browser again keeps everything; a village does so without a network.
    first.restart().await?;
    first.open(url).await?;
    if offline {
        first.set_offline(true).await?;
    } else {
        // The single file, whose records are under a passphrase.
        walk::unlock(&first, walk::PASSPHRASE).await?;
    }
    first.wait_for("nav a[href='#/handover']").await?;
    walk::go(&first, &format!("households/{TAIQIAO}")).await?;
    first.wait_for_text("main", "普小明").await?;
    first.wait_for_text("main", "白凤英").await?;
    compare(&first, &files[..1], TAIQIAO).await?;
    for browser in [&first, &second, &township, &county] {
        assert_eq!(browser.problems().await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test]
async fn two_villages_a_township_and_the_county_agree_with_hhq() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    whole_way(&server.url(), true).await
}

#[tokio::test]
async fn the_same_way_from_one_file_without_a_server() -> Outcome {
    whole_way(&editions::single_file_url()?, false).await
}

/// Counts helpers that the page calls, and what they answer.
const COUNT_HELPERS: &str = "window.helpers = 0; window.answers = 0; \
    window.Worker = class extends Worker { constructor(...given) { super(...given); window.helpers += 1; \
    this.addEventListener('message', event => { window.answers += event.data === null ? 0 : 1; }); } };";

/// A county that takes in many packages at once has helpers beside the page read them.
async fn many_at_once(url: &str, hinder: &str, helped: bool) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let packages = walk::demo_packages(1)?.into_iter().take(9);
    let files: Vec<PathBuf> = packages
        .map(|(name, bytes)| {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            file
        })
        .collect();
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let browser = Browser::builder().size(1440, 900).start().await?;
    browser.before_every_page(COUNT_HELPERS).await?;
    browser.before_every_page(hinder).await?;
    browser.open(url).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::county("赵敏")).await?;
    walk::choose_packages(&browser, &files).await?;
    let answers = browser.run("return window.answers", &[]).await?;
    assert_eq!(
        answers.as_u64().unwrap() >= files.len() as u64,
        helped,
        "{answers} answers"
    );
    what_is_folded_is_made_when_it_is_opened(&browser).await?;
    walk::confirm_import(&browser).await?;
    let seen = "const place = document.querySelector('.import-report')?.getBoundingClientRect(); \
                return place && place.top >= 0 && place.bottom <= innerHeight || null";
    browser.wait_until("the report on the screen", seen, &[]).await?;
    compare(&browser, &files, COUNTY).await?;

    // A second time nothing is new, and what is there stays as it is.
    walk::choose_packages(&browser, &files).await?;
    browser.wait_for_text("main", "内容本机都有了").await?;
    walk::confirm_import(&browser).await?;
    browser.reload().await?;
    walk::wait_and_unlock(&browser).await?;
    compare(&browser, &files, COUNTY).await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

/// By the keyboard, as by a tap.
async fn what_is_folded_is_made_when_it_is_opened(browser: &Browser) -> Outcome {
    let tables = "return document.querySelectorAll('.file-preview table').length";
    assert_eq!(browser.run(tables, &[]).await?, 0);
    browser
        .run("document.querySelector('.file-preview summary').focus()", &[])
        .await?;
    browser.press(Key::Enter).await?;
    browser
        .wait_for_text(".file-preview details[open] table", "新增")
        .await?;
    assert_eq!(browser.run(tables, &[]).await?, 1);
    Ok(())
}

#[tokio::test]
async fn many_packages_are_read_by_helpers_beside_the_page() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    many_at_once(&server.url(), "", true).await
}

#[tokio::test]
async fn the_single_file_has_helpers_too() -> Outcome {
    many_at_once(&editions::single_file_url()?, "", true).await
}

#[tokio::test]
async fn where_the_browser_gives_no_helpers_the_page_reads_alone() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    many_at_once(&server.url(), "delete window.Worker;", false).await
}
