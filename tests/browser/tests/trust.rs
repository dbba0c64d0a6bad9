//! Up with a package, down with a receipt: a village's data counts as handed over when the township says so; a question
//! comes down and its answer goes up; a wrong import is undone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Problem, Server, editions};
use std::path::Path;

const TAIQIAO: &str = "530427203200";
const LAOCHANG: &str = "530427203";

/// How many changes a package carries.
fn changes_in(file: &Path) -> usize {
    let package: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    package["changes"].as_array().unwrap().len()
}

async fn there_and_back(url: &str) -> Result<(), Problem> {
    let folder = tempfile::tempdir().unwrap();
    let village = walk::started(url, &Office::village(TAIQIAO, "李雪"), (800, 1280)).await?;
    let id = walk::add_household(&village, TAIQIAO, "普小明", "").await?;
    let up = walk::kept(&walk::export_detail(&village).await?, folder.path(), "up.json")?;
    village.wait_for_text("main", "还没有收到上级的回执").await?;

    let township = walk::started(url, &Office::township(LAOCHANG, "王强"), (1440, 900)).await?;
    walk::choose_packages(&township, &[&up]).await?;
    walk::confirm_import(&township).await?;
    walk::go(&township, &format!("household/{TAIQIAO}/{id}")).await?;
    walk::fill(&township, "询问村里", "致贫原因请核实").await?;
    township.click_text("发出询问").await?;
    walk::wait_until_saved(&township).await?;
    walk::go(&township, "handover").await?;
    township.click_text("太桥").await?;
    let receipt = walk::kept(
        &township.wait_for_download(".json").await?,
        folder.path(),
        "receipt.json",
    )?;

    walk::choose_packages(&village, &[&receipt]).await?;
    village.wait_for_text("main", "老厂乡已收到截至").await?;
    walk::confirm_import(&village).await?;
    walk::go(&village, "home").await?;
    walk::go(&village, "handover").await?;
    village.wait_for_text("main", "的全部数据").await?;
    village.wait_for_text("main", "致贫原因请核实").await?;
    village.click_text("已改正").await?;
    village.wait_for_text("main", "还有1处改动没有收到").await?;
    village.click_text("只导出新改动").await?;
    let news = walk::kept(
        &village.wait_for_download(".json").await?,
        folder.path(),
        "news.json",
    )?;
    let (whole, delta) = (changes_in(&up), changes_in(&news));
    assert!(delta > 0 && delta < whole, "{delta} of {whole} changes");

    walk::choose_packages(&township, &[&news]).await?;
    walk::confirm_import(&township).await?;
    walk::go(&township, "safekeeping").await?;
    township.wait_for_text("main", "第2次").await?;
    township.click_text("撤销这次导入").await?;
    township.click_text("确定撤销").await?;
    township.wait_for_text("main", "已经撤销过了").await?;
    township.click_text("开始自查").await?;
    township.wait_for_text("main", "还没有备份").await?;

    walk::go(&village, "safekeeping").await?;
    village.click_text("开始自查").await?;
    village.wait_for_text("main", "账目完好").await?;
    for browser in [&village, &township] {
        assert_eq!(browser.problems().await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test]
async fn a_receipt_a_question_a_delta_and_an_undo() -> Result<(), Problem> {
    let server = Server::start(&editions::pwa()?)?;
    there_and_back(&server.url()).await
}
