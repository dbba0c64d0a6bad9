//! Keys are handed down, a sealed and signed package goes up: the offices that it is for open it, whoever else has the file
//! is told why not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use std::path::{Path, PathBuf};

const TAIQIAO: &str = "530427203200";
const LAOCHANG: &str = "530427203";

/// Makes keys on a device and gives its card; the words that its screen shows.
async fn card(browser: &Browser, folder: &Path, name: &str) -> Result<(PathBuf, String), Problem> {
    walk::go(browser, "keys").await?;
    browser.wait_for(".fingerprint-words").await?;
    let words = browser.text(".fingerprint-words").await?;
    browser.click_text("写出密钥卡").await?;
    let file = browser.wait_for_download("keycard.json").await?;
    Ok((walk::kept(&file, folder, name)?, words))
}

/// Takes a card in and compares its words with those that its owner reads out.
async fn take_card(browser: &Browser, card: &(PathBuf, String)) -> Result<(), Problem> {
    walk::choose_packages(browser, &[&card.0]).await?;
    assert_eq!(browser.text(".file-preview .fingerprint-words").await?, card.1);
    browser.click_text("已电话核对，收下").await?;
    browser.wait_for_text(".file-preview", "已收下").await?;
    browser.click_text("关闭").await
}

/// The figures that a device shows of the village.
async fn figures(browser: &Browser) -> Result<Vec<(String, (String, String))>, Problem> {
    Ok(walk::scoreboard(browser, TAIQIAO).await?.into_iter().collect())
}

async fn up_under_seal(url: &str) -> Result<(), Problem> {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let county = walk::started(url, &Office::county("赵敏"), (1440, 900)).await?;
    let county_card = card(&county, folder, "county.json").await?;
    let township = walk::started(url, &Office::township(LAOCHANG, "王强"), (1440, 900)).await?;
    let township_card = card(&township, folder, "township.json").await?;
    take_card(&township, &county_card).await?;

    let village = walk::started(url, &Office::village(TAIQIAO, "李雪"), (800, 1280)).await?;
    let id = walk::add_household(&village, TAIQIAO, "普小明", "").await?;
    walk::go(&village, &format!("household/{TAIQIAO}/{id}/year")).await?;
    walk::pick(&village, "不愁吃", "是").await?;
    walk::wait_until_saved(&village).await?;
    take_card(&village, &county_card).await?;
    take_card(&village, &township_card).await?;
    take_card(&township, &card(&village, folder, "village.json").await?).await?;
    walk::go(&village, "home").await?;
    walk::go(&village, "handover").await?;
    village.wait_for(".seal-choice input").await?;
    village.click_text("导出明细包").await?;
    let sealed = walk::kept(
        &village.wait_for_download(".json.age").await?,
        folder,
        "up.json.age",
    )?;
    assert!(
        std::fs::read(&sealed)
            .unwrap()
            .starts_with(b"age-encryption.org/v1\n")
    );

    walk::choose_packages(&township, &[&sealed]).await?;
    township
        .wait_for_text(".file-preview", "李雪签名，密钥已核对")
        .await?;
    walk::confirm_import(&township).await?;
    // The county has not got the village's card: the signature is sound, and whose it is is not known.
    walk::choose_packages(&county, &[&sealed]).await?;
    county.wait_for_text(".file-preview", "不知道是谁签的").await?;
    walk::confirm_import(&county).await?;
    let shown = figures(&village).await?;
    assert!(!shown.is_empty());
    assert_eq!(figures(&township).await?, shown);
    assert_eq!(figures(&county).await?, shown);

    let stranger = walk::started(url, &Office::township(LAOCHANG, "周文"), (1440, 900)).await?;
    walk::choose_packages(&stranger, &[&sealed]).await?;
    stranger
        .wait_for_text(".file-refused", "不是加封给本机密钥的")
        .await?;
    let bytes = std::fs::read(&sealed).unwrap();
    let cut = folder.join("cut.json.age");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    walk::choose_packages(&county, &[&cut]).await?;
    county.wait_for_text(".file-refused", "已拒绝").await?;

    walk::go(&township, "home").await?;
    walk::go(&township, "handover").await?;
    township.click_text("太桥").await?;
    let receipt = walk::kept(
        &township.wait_for_download(".json.age").await?,
        folder,
        "receipt.json.age",
    )?;
    walk::choose_packages(&village, &[&receipt]).await?;
    village
        .wait_for_text(".file-preview", "王强签名，密钥已核对")
        .await?;
    walk::confirm_import(&village).await?;
    for browser in [&village, &township, &county, &stranger] {
        assert_eq!(browser.problems().await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test]
async fn a_sealed_package_opens_where_it_is_for() -> Result<(), Problem> {
    let server = Server::start(&editions::pwa()?)?;
    up_under_seal(&server.url()).await
}
