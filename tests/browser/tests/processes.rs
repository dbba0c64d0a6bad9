//! Records on their way: a house from its appraisal until it is struck off, a decision beside the app's proposal, an exit that
//! waits for it, a finding at its field, and an answer to the checklist. All of it stays after the page was loaded again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;

type Outcome = Result<(), Problem>;

const TAIQIAO: &str = "530427203200";

/// Opens the form of a step.
async fn begin_step(browser: &Browser, state: &str) -> Outcome {
    browser.click_text(&format!("记为“{state}”")).await?;
    browser.wait_for("dialog[open] .button-primary").await
}

/// Records a step, with its day where it has one.
async fn step(browser: &Browser, state: &str, day: &str) -> Outcome {
    begin_step(browser, state).await?;
    if !day.is_empty() {
        browser.choose("dialog[open] input[type=date]", day).await?;
    }
    browser.click("dialog[open] .button-primary").await?;
    browser.wait_until_gone("dialog[open]").await?;
    browser.wait_for_text("[aria-current=step]", state).await
}

/// Waits until the step to a state is greyed and says why.
async fn wait_until_refused(browser: &Browser, state: &str, why: &str) -> Outcome {
    let refused = "const [state, why] = arguments; \
        const button = [...document.querySelectorAll('.process-step button')] \
          .find(e => e.innerText.trim() === `记为“${state}”`); \
        const reason = button && document.getElementById(button.getAttribute('aria-describedby')); \
        return button?.disabled && reason?.innerText.includes(why) || null;";
    browser
        .wait_until(
            &format!("«{state}» refused: {why}"),
            refused,
            &[json!(state), json!(why)],
        )
        .await
        .map(drop)
}

async fn village(browser: &Browser, url: &str) -> Result<String, Problem> {
    browser.open(url).await?;
    browser.wait_for_app().await?;
    walk::first_run(browser, &Office::village(TAIQIAO, "李雪")).await?;
    walk::add_household(browser, TAIQIAO, "普小明", "").await
}

#[tokio::test]
async fn a_house_goes_its_way_and_a_skipped_step_is_refused_with_the_reason() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    let household = village(&browser, &server.url()).await?;
    let new = format!("register/{TAIQIAO}/dangerous_house/new?household_id={household}");
    walk::go(&browser, &new).await?;
    walk::pick(&browser, "对象类别", "建档立卡贫困户").await?;
    walk::pick(&browser, "危房等级", "C级（局部危房）").await?;
    browser.click_text("建立这条记录").await?;
    browser.wait_for_text("[aria-current=step]", "待认定").await?;
    wait_until_refused(&browser, "已销档", "先“已认定”").await?;

    step(&browser, "已认定", "2018-03-01").await?;
    wait_until_refused(&browser, "待改造", "先填写“改造方式”").await?;
    walk::pick(&browser, "改造方式", "修缮加固").await?;
    step(&browser, "待改造", "").await?;
    step(&browser, "改造中", "2018-04-01").await?;
    step(&browser, "已竣工", "2018-08-01").await?;
    wait_until_refused(&browser, "已验收", "“安全稳固”要为“是”").await?;
    walk::pick(&browser, "安全稳固", "是").await?;
    walk::pick(&browser, "遮风避雨", "是").await?;
    step(&browser, "已验收", "2018-09-01").await?;

    // Before the step before it.
    begin_step(&browser, "已销档").await?;
    browser
        .choose("dialog[open] input[type=date]", "2018-08-31")
        .await?;
    browser.click("dialog[open] .button-primary").await?;
    browser
        .wait_for_text("dialog[open] [role=alert]", "日期早于“验收日期”")
        .await?;
    browser
        .choose("dialog[open] input[type=date]", "2018-10-01")
        .await?;
    browser.click("dialog[open] .button-primary").await?;
    browser.wait_until_gone("dialog[open]").await?;
    browser
        .wait_for_text("main", "现在：已销档，2018年10月1日起")
        .await?;

    browser.reload().await?;
    browser.wait_for_app().await?;
    browser
        .wait_for_text("main", "现在：已销档，2018年10月1日起")
        .await?;
    browser.wait_for_text("[aria-current=step]", "李雪记").await?;
    walk::go(&browser, &format!("register/{TAIQIAO}/dangerous_house")).await?;
    browser.wait_for_text(".state-counts", "已销档1条").await?;

    // A mistake is taken back, with its day.
    browser.click("tbody a").await?;
    browser.click_text("撤回这一步").await?;
    browser.click("dialog[open] .button-primary").await?;
    browser
        .wait_for_text("main", "现在：已验收，2018年9月1日起")
        .await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_person_decides_beside_the_proposal_and_the_exit_waits_for_it() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(1440, 900).start().await?;
    let household = village(&browser, &server.url()).await?;
    let page = format!("household/{TAIQIAO}/{household}");
    browser.wait_for_text("[aria-current=step]", "未脱贫").await?;
    wait_until_refused(&browser, "已脱贫（享受政策）", "先在“保障”里认定").await?;
    walk::go(&browser, &format!("{page}/assurances")).await?;
    walk::pick(&browser, "不愁吃", "否").await?;
    browser.wait_for_text("main", "建议：未达到").await?;
    walk::pick(&browser, "达到退出标准", "是").await?;
    browser.wait_for_text("main", "与系统建议不同").await?;
    browser.wait_for_text("main", "李雪，").await?;
    walk::go(&browser, &page).await?;
    step(&browser, "已脱贫（享受政策）", "").await?;
    browser.reload().await?;
    browser.wait_for_app().await?;
    browser
        .wait_for_text("[aria-current=step]", "已脱贫（享受政策）")
        .await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_finding_stands_at_its_field_and_the_checklist_keeps_its_answers() -> Outcome {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(800, 1280).start().await?;
    let household = village(&browser, &server.url()).await?;
    walk::go(&browser, &format!("household/{TAIQIAO}/{household}/year")).await?;
    walk::fill(&browser, "耕地", "500").await?;
    browser
        .wait_for_text("main", "土地面积或到主干路距离异常")
        .await?;
    browser.click_text("情况属实，写明原因").await?;
    browser
        .fill(".finding .check-accept input", "承包了邻组的地")
        .await?;
    browser.click_text("保存").await?;
    browser
        .wait_for_text(".finding-accepted", "承包了邻组的地")
        .await?;

    walk::go(&browser, "home").await?;
    browser
        .click(&format!("main a[href='#/checklist/{TAIQIAO}']"))
        .await?;
    browser.wait_for_text("main .lead", "16项要求中").await?;
    walk::pick(&browser, "是否做到", "是").await?;
    walk::fill(&browser, "依据", "2018年10月实地查看").await?;
    walk::wait_until_saved(&browser).await?;
    browser.reload().await?;
    browser.wait_for_app().await?;
    browser.wait_for_text("main .lead", "做到1项").await?;
    let kept =
        "return [...document.querySelectorAll('main input')].some(e => e.value === '2018年10月实地查看')";
    browser.wait_until("what it rests on", kept, &[]).await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}
