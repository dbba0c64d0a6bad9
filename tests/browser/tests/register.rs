//! The register of every kind: what a village worker enters offline is found in the lists, stays after the tab is closed, and
//! is read by the office and not changed there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";
const LAOCHANG: &str = "530427203";

/// Chooses a record for a field by the first letters of its name.
async fn choose_record(browser: &Browser, label: &str, letters: &str, name: &str) -> Outcome {
    let open = "const label = [...document.querySelectorAll('label.field-label')] \
        .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])); \
        const button = label && document.getElementById(label.htmlFor); \
        if (!button) return null; button.click(); return true;";
    browser
        .wait_until(&format!("the choice of «{label}»"), open, &[json!(label)])
        .await?;
    browser.fill("dialog[open] input[type=search]", letters).await?;
    browser
        .wait_for_text("dialog[open] .reference-choices", name)
        .await?;
    browser.click("dialog[open] .reference-choices .choice").await?;
    browser.wait_until_gone("dialog[open]").await
}

/// Sets the date of the field with that label.
async fn choose_day(browser: &Browser, label: &str, day: &str) -> Outcome {
    let id = browser
        .wait_until(
            &format!("the day «{label}»"),
            "const label = [...document.querySelectorAll('label.field-label')] \
               .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])); \
             return label?.htmlFor || null;",
            &[json!(label)],
        )
        .await?;
    let css = format!("#{}", id.as_str().unwrap_or_default());
    browser.choose(&css, day).await
}

/// Waits for the page of a record, and returns its address.
async fn record_page(browser: &Browser, kind: &str) -> Result<String, Problem> {
    let address = "return location.hash.match(new RegExp('^#/(register/\\\\d+/' + arguments[0] + '/(?!new)[^?/]+)$'))?.[1] ?? null";
    let address = browser
        .wait_until(&format!("the page of a {kind}"), address, &[json!(kind)])
        .await?;
    Ok(address.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn records_of_any_kind_are_entered_offline_found_and_kept() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    walk::first_run(&browser, &Office::village(TAIQIAO, "李雪")).await?;
    browser
        .wait_until(
            "the stored app",
            "return navigator.serviceWorker.ready.then(() => true)",
            &[],
        )
        .await?;
    browser.set_offline(true).await?;
    let household = walk::add_household(&browser, TAIQIAO, "普小明", "").await?;

    // From the ways on of a tablet to the empty list, and from there to the form.
    walk::go(&browser, "more").await?;
    browser
        .click(&format!("main a[href='#/register/{TAIQIAO}']"))
        .await?;
    browser
        .click(&format!("a[href='#/register/{TAIQIAO}/employment_spell']"))
        .await?;
    browser.click_text("新增就业记录").await?;
    browser.click_text("建立这条记录").await?;
    browser.wait_for_text("main", "请先选择").await?;
    choose_record(&browser, "人", "pxm", "普小明").await?;
    walk::pick(&browser, "就业形式", "外出转移就业").await?;
    choose_day(&browser, "开始日期", "2018-03-01").await?;
    browser.click_text("建立这条记录").await?;
    let employment = record_page(&browser, "employment_spell").await?;
    browser.wait_for_text("h1", "普小明").await?;
    walk::fill(&browser, "用工单位", "昆明某建筑公司").await?;
    walk::wait_until_saved(&browser).await?;

    // A dangerous house, begun on the household's own page.
    walk::go(&browser, &format!("household/{TAIQIAO}/{household}/records")).await?;
    browser
        .click(&format!(
            "a[href='#/register/{TAIQIAO}/dangerous_house/new?household_id={household}&members_of={household}'], \
             a[href='#/register/{TAIQIAO}/dangerous_house/new?household_id={household}']"
        ))
        .await?;
    browser.click_text("建立这条记录").await?;
    record_page(&browser, "dangerous_house").await?;
    browser
        .wait_for(&format!("main a[href='#/household/{TAIQIAO}/{household}']"))
        .await?;

    // Both are in their lists, and found by what was typed.
    walk::go(&browser, &format!("register/{TAIQIAO}/dangerous_house")).await?;
    browser.wait_for_text("tbody", "普小明").await?;
    walk::go(&browser, &format!("register/{TAIQIAO}/employment_spell?q=pxm")).await?;
    browser.wait_for_text("tbody", "2018年3月1日").await?;
    walk::go(&browser, &format!("register/{TAIQIAO}/employment_spell?q=nobody")).await?;
    browser.wait_for_text("main", "没有符合条件的记录").await?;

    // Still there after the page was loaded again without a network.
    browser.reload().await?;
    browser.wait_for_app().await?;
    walk::go(&browser, &employment).await?;
    let value = "return [...document.querySelectorAll('main input')].some(e => e.value === '昆明某建筑公司')";
    browser.wait_until("what was entered", value, &[]).await?;

    // Deleted and brought back.
    browser.click_text("删除").await?;
    browser.click("dialog[open] .button-danger").await?;
    browser.wait_for_text("main", "还没有就业记录").await?;
    walk::go(&browser, &employment).await?;
    browser.click_text("找回").await?;
    browser.wait_until("what came back", value, &[]).await?;

    // The office reads it and does not change it.
    browser.set_offline(false).await?;
    let file = walk::export_detail(&browser).await?;
    let office = Browser::builder().size(1440, 900).start().await?;
    office.open(&server.url()).await?;
    office.wait_for_app().await?;
    walk::first_run(&office, &Office::township(LAOCHANG, "白帆")).await?;
    walk::choose_packages(&office, &[&file]).await?;
    walk::confirm_import(&office).await?;
    walk::go(&office, &format!("register/{LAOCHANG}/employment_spell")).await?;
    office.wait_for_text("tbody", "普小明").await?;
    office.wait_for_text("tbody", "太桥村").await?;
    let no_button =
        "return ![...document.querySelectorAll('main a.button-primary')].some(e => e.checkVisibility())";
    office.wait_until("no way to add", no_button, &[]).await?;
    walk::go(&office, &employment).await?;
    office.wait_for_text("main .lead", "这里只能查看").await?;
    let locked = "const all = [...document.querySelectorAll('main .field input, main .field select, main .field .reference-button')]; \
        return all.length > 3 && all.every(e => e.disabled || e.readOnly)";
    office.wait_until("fields that are locked", locked, &[]).await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    assert_eq!(office.problems().await?, Vec::<String>::new());
    Ok(())
}
