//! The ledgers and the duties: what the county opens is what `hhq` prints of the same packages, narrowed, summed and taken
//! along as a table; and what is missing of a duty is recorded with one tap.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

type Outcome = Result<(), Problem>;

const COUNTY: &str = "530427";
const VILLAGE: &str = "530427203200";
/// The households that came with the register of 2017.
const LEDGER: &str = "L-11.households";

/// Runs `hhq`.
fn hhq(args: &[&str]) -> Vec<u8> {
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
        ])
        .args(args)
        .current_dir(editions::project_root())
        .output()
        .expect("hhq runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// Waits until the last line of the table has those words, whatever its thousands are written with.
async fn the_foot_says(browser: &Browser, words: &str) -> Outcome {
    let says = "return document.querySelector('.ledger tfoot')?.innerText.replaceAll(',', '').includes(arguments[0]) || null";
    browser
        .wait_until(&format!("the sum «{words}»"), says, &[json!(words)])
        .await
        .map(drop)
}

#[tokio::test]
async fn a_ledger_of_the_county_is_what_hhq_prints_and_leaves_as_a_table() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(1440, 900).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::open_demo(&browser, COUNTY).await?;
    walk::go(&browser, &format!("ledgers/{LEDGER}/{COUNTY}")).await?;

    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo").display().to_string();
    hhq(&["demo", "--seed", "1", "--out", &demo]);
    let args = ["ledger", &demo, "--ledger", LEDGER, "--area", COUNTY, "--format"];
    let rows: Vec<Value> = serde_json::from_slice(&hhq(&[&args[..], &["json"]].concat())).unwrap();
    let members = |rows: &[&Value]| {
        rows.iter()
            .map(|row| row["members"].as_i64().unwrap())
            .sum::<i64>()
    };
    let all: Vec<&Value> = rows.iter().collect();
    the_foot_says(&browser, &format!("合计 {}行", all.len())).await?;
    the_foot_says(&browser, &format!("{}人", members(&all))).await?;

    // A hundred rows at first, and more when asked.
    let built = "return document.querySelectorAll('.ledger tbody tr').length";
    assert_eq!(browser.run(built, &[]).await?, json!(100));
    browser.click(".table-more").await?;
    browser
        .wait_until("more rows", &format!("{built} === 200 || null"), &[])
        .await?;

    // Narrowed by a code: the sums are those of what is left.
    let poor: Vec<&Value> = rows
        .iter()
        .filter(|row| row["poverty_status"] == "not_exited")
        .collect();
    assert!(!poor.is_empty() && poor.len() < all.len());
    browser
        .choose("select[data-filter=poverty_status]", "not_exited")
        .await?;
    the_foot_says(&browser, &format!("合计 {}行", poor.len())).await?;
    the_foot_says(&browser, &format!("{}人", members(&poor))).await?;
    browser
        .wait_for_text("main .lead", &format!("找到{}行", poor.len()))
        .await?;

    // What leaves is what hhq writes of the same rows.
    browser.click_text("导出表格").await?;
    let file = browser.wait_for_download(".csv").await?;
    let exported = std::fs::read_to_string(&file).unwrap();
    let whole = String::from_utf8(hhq(&[&args[..], &["csv"]].concat())).unwrap();
    assert!(exported.starts_with('\u{feff}'));
    let lines: Vec<&str> = exported.lines().collect();
    assert_eq!(lines.len(), poor.len() + 1);
    let written: std::collections::BTreeSet<&str> = whole.lines().collect();
    assert!(
        lines.iter().all(|line| written.contains(line)),
        "a line that hhq does not write"
    );

    // A row opens its record, and the way back leads to the list of ledgers.
    let link = "return document.querySelector('.ledger tbody th a')?.getAttribute('href') ?? null";
    let link = browser.wait_until("a row", link, &[]).await?;
    walk::go(&browser, link.as_str().unwrap().trim_start_matches("#/")).await?;
    let opened = "return /^#\\/household\\/\\d{12}\\//.test(location.hash) || null";
    browser.wait_until("the household", opened, &[]).await?;
    walk::go(&browser, "ledgers").await?;
    browser.wait_for_text("main", "L-22").await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_village_taps_what_it_owes_and_it_is_done() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village(VILLAGE, "李雪")).await?;
    walk::go(&browser, &format!("duties/{VILLAGE}")).await?;
    browser
        .wait_for_text("main .lead", "本期应办2项，已办0项")
        .await?;
    browser.wait_for_text("main", "工作日历").await?;
    browser.click_text("记会议").await?;
    browser.wait_for_text("h1", "新增会议").await?;
    let day = "const input = document.querySelector('main input[type=date]'); return input?.id || null";
    let day = browser.wait_until("the day", day, &[]).await?;
    let as_of = browser
        .run(
            "return document.querySelector('.as-of-day input')?.value ?? ''",
            &[],
        )
        .await?;
    let today = match as_of.as_str() {
        Some(day) if day.len() == 10 => day.to_owned(),
        _ => {
            let today = "return new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)";
            browser.run(today, &[]).await?.as_str().unwrap().to_owned()
        }
    };
    browser
        .choose(&format!("#{}", day.as_str().unwrap()), &today)
        .await?;
    walk::fill(&browser, "议题", "脱贫攻坚").await?;
    browser.click_text("建立这条记录").await?;
    walk::wait_until_saved(&browser).await?;
    walk::go(&browser, &format!("duties/{VILLAGE}")).await?;
    browser
        .wait_for_text("main .lead", "本期应办2项，已办1项")
        .await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_natural_village_and_an_attachment_are_begun() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village(VILLAGE, "李雪")).await?;
    walk::go(&browser, &format!("register/{VILLAGE}/division/new")).await?;
    walk::fill(&browser, "名称", "上寨").await?;
    browser.click_text("建立这条记录").await?;
    browser.wait_for_text("h1", "上寨").await?;
    let address =
        format!("return location.hash.startsWith('#/register/{VILLAGE}/division/{VILLAGE}-N') || null");
    browser.wait_until("its code", &address, &[]).await?;

    // It can be chosen for its year.
    walk::go(&browser, &format!("register/{VILLAGE}/natural_village_year/new")).await?;
    browser.click(".reference-button").await?;
    browser.fill("dialog[open] input[type=search]", "sz").await?;
    browser
        .wait_for_text("dialog[open] .reference-choices", "上寨")
        .await?;
    browser.click("dialog[open] .reference-choices .choice").await?;
    browser.wait_until_gone("dialog[open]").await?;
    browser.click_text("建立这条记录").await?;
    browser.wait_for_text("h1", "上寨").await?;

    // A photograph is recorded by its fingerprint, and another file is told from it.
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let (photo, other) = (file("村口.jpg", "a photograph"), file("other.jpg", "another one"));
    browser
        .choose_files("main input[type=file]", &[Path::new(&photo)])
        .await?;
    let link =
        "return document.querySelector(\"main a[href*='/attachment/']\")?.getAttribute('href') ?? null";
    let link = browser.wait_until("the attachment", link, &[]).await?;
    walk::go(&browser, link.as_str().unwrap().trim_start_matches("#/")).await?;
    browser.wait_for_text("main", "核对文件").await?;
    browser
        .choose_files("main input[type=file]", &[Path::new(&other)])
        .await?;
    browser.wait_for_text("main", "指纹不同").await?;
    browser
        .choose_files("main input[type=file]", &[Path::new(&photo)])
        .await?;
    browser.wait_for_text("main", "指纹一致").await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}
