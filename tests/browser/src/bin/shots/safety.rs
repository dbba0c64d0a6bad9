//! The screens between people and their data: keys, cards, seals, the lock, what is gone, what is to be opened again.

use super::{Camera, VILLAGE};
use browser_tests::walk::{self, Office, PASSPHRASE};
use browser_tests::{Browser, Problem, editions};
use serde_json::json;
use std::path::PathBuf;

impl Camera {
    /// A county hands its key card out; a village takes it in, sets a passphrase, forgets it; a store is cleared.
    pub(super) async fn safety(&self, url: &str) -> Result<(), Problem> {
        let folder = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
        let county = self.browser(url).await?;
        walk::first_run(&county, &Office::county("赵敏")).await?;
        walk::go(&county, "keys").await?;
        county.wait_for(".fingerprint-words").await?;
        self.shoot(&county, "safety-keys").await?;
        county.click_text(self.say("写出密钥卡", "Write my card")).await?;
        let card = county.wait_for_download("keycard.json").await?;
        let card = walk::kept(&card, folder.path(), "card.json")?;

        let village = self.browser(url).await?;
        walk::first_run(&village, &Office::village(VILLAGE, "李雪")).await?;
        walk::go(&village, &format!("households/{VILLAGE}")).await?;
        walk::choose_packages(&village, &[&card]).await?;
        self.shoot(&village, "safety-card").await?;
        village
            .click_text(self.say("已电话核对，收下", "Compared by telephone: take it in"))
            .await?;
        village
            .wait_for_text(".file-preview", self.say("已收下", "Taken in"))
            .await?;
        village.click_text(self.say("关闭", "Close")).await?;
        walk::go(&village, "home").await?;
        walk::go(&village, "handover").await?;
        village.wait_for(".seal-choice input").await?;
        self.shoot(&village, "safety-seal").await?;
        self.lock(&village).await?;
        self.single_file().await?;
        self.gone(url).await
    }

    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.language == "en" { en } else { zh }
    }

    async fn lock(&self, village: &Browser) -> Result<(), Problem> {
        walk::go(village, "settings").await?;
        village.click("details:has(#lock-set) summary").await?;
        self.shoot(village, "safety-passphrase").await?;
        walk::choose_passphrase(village, "details:has(#lock-set)", PASSPHRASE).await?;
        village.click("#lock-set").await?;
        village.wait_for("#lock-now").await?;
        self.shoot(village, "safety-encrypted").await?;
        village.click("#lock-now").await?;
        self.shoot(village, "safety-locked").await?;
        for wrong in ["不是这一句话呀", "也不是这一句话", "还不是这一句话"] {
            walk::try_passphrase(village, wrong).await?;
            village.wait_for("main .notice-error, #lock-wait").await?;
        }
        self.shoot(village, "safety-locked-wrong").await?;
        village
            .click_text(self.say("忘记口令", "Forgot the passphrase"))
            .await?;
        self.shoot(village, "safety-forgotten").await
    }

    async fn single_file(&self) -> Result<(), Problem> {
        let browser = self.browser(&editions::single_file_url()?).await?;
        browser.click("#start-real").await?;
        browser.click("#start-village").await?;
        browser.click("#start-area-530427203").await?;
        browser.click(&format!("#start-area-{VILLAGE}")).await?;
        self.shoot(&browser, "safety-first-passphrase").await
    }

    /// The walk there is in Chinese, as most people's is.
    async fn gone(&self, url: &str) -> Result<(), Problem> {
        let chinese = Camera {
            language: "zh-CN",
            ..self.clone()
        };
        let browser = chinese.browser(url).await?;
        walk::first_run(&browser, &Office::village(VILLAGE, "李雪")).await?;
        walk::add_household(&browser, VILLAGE, "普小明", "").await?;
        let backup: PathBuf = walk::export_detail(&browser).await?;
        let origin = url.trim_end_matches('/');
        let clear = json!({"origin": origin, "storageTypes": "indexeddb"});
        browser.devtools("Storage.clearDataForOrigin", clear).await?;
        let language = json!(format!("\"{}\"", self.say("zh-CN", "en")));
        let choose = "localStorage.setItem('huhuqing.language', arguments[0])";
        browser.run(choose, &[language]).await?;
        browser.reload().await?;
        browser.wait_for("#restore h1").await?;
        self.shoot(&browser, "safety-gone").await?;
        browser
            .choose_files("#restore input[type=file]", &[&backup])
            .await?;
        browser
            .wait_for_text("#restore", self.say("恢复这份备份", "Restore this backup"))
            .await?;
        self.shoot(&browser, "safety-restore").await
    }
}
