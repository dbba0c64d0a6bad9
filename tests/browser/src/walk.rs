//! What the users of the app do, in the words that they see. The end-to-end tests, the screenshots and the benchmark share it.

use crate::{Browser, Problem};
use huhuqing::demo;
use huhuqing::exchange::ScoreRow;
use huhuqing::indicators::Scores;
use huhuqing::journal::Partition;
use huhuqing::model::{DivisionCode, Records};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Who works at a device.
#[derive(Clone, Debug)]
pub struct Office {
    level: &'static str,
    township: Option<&'static str>,
    area: &'static str,
    name: String,
}

impl Office {
    /// A village worker.
    pub fn village(area: &'static str, name: &str) -> Self {
        Self {
            level: "start-village",
            township: area.get(..9),
            area,
            name: name.to_owned(),
        }
    }

    /// A township office.
    pub fn township(area: &'static str, name: &str) -> Self {
        Self {
            level: "start-township",
            township: None,
            area,
            name: name.to_owned(),
        }
    }

    /// The county office.
    pub fn county(name: &str) -> Self {
        Self {
            level: "start-county",
            township: None,
            area: "530427",
            name: name.to_owned(),
        }
    }

    /// The code of its area.
    pub fn area(&self) -> &'static str {
        self.area
    }
}

/// Answers the three questions of the first run and waits for the first page.
///
/// # Errors
/// A question does not come, or the register is not opened.
pub async fn first_run(browser: &Browser, office: &Office) -> Result<(), Problem> {
    browser.click("#start-real").await?;
    browser.click(&format!("#{}", office.level)).await?;
    for area in office
        .township
        .into_iter()
        .chain((office.area != "530427").then_some(office.area))
    {
        browser.click(&format!("#start-area-{area}")).await?;
    }
    browser
        .fill("form input[autocomplete=name]", &office.name)
        .await?;
    // The single file keeps real records under a passphrase only.
    let demanded = "return document.querySelector('#start-passphrase[data-demanded=true]') !== null";
    if browser.run(demanded, &[]).await? == json!(true) {
        choose_passphrase(browser, "#start-passphrase", PASSPHRASE).await?;
    }
    browser.click("#start-begin").await?;
    browser.wait_for("nav a[href='#/handover']").await
}

/// A device of that size on which an office has begun.
///
/// # Errors
/// A step of the way does not work.
pub async fn started(url: &str, office: &Office, (width, height): (u32, u32)) -> Result<Browser, Problem> {
    let browser = Browser::builder().size(width, height).start().await?;
    browser.open(url).await?;
    browser.wait_for_app().await?;
    first_run(&browser, office).await?;
    Ok(browser)
}

/// Moves a download away, so that the next one is told from it.
///
/// # Errors
/// It cannot be moved.
pub fn kept(file: &Path, folder: &Path, name: &str) -> Result<PathBuf, Problem> {
    let copy = folder.join(name);
    let moved = fs::copy(file, &copy).and_then(|_| fs::remove_file(file));
    moved.map_err(Problem::system("download"))?;
    Ok(copy)
}

/// The passphrase of devices that must have one.
pub const PASSPHRASE: &str = "核桃树下 下雨天 拖拉机";

/// Types a new passphrase and its repetition into the two fields within an element.
///
/// # Errors
/// There are no such fields.
pub async fn choose_passphrase(browser: &Browser, within: &str, passphrase: &str) -> Result<(), Problem> {
    let fields = "return [...document.querySelectorAll(arguments[0] + ' input[autocomplete=new-password]')] \
        .filter(e => e.checkVisibility()).map(e => e.id)";
    let fields = browser.run(fields, &[json!(within)]).await?;
    for field in fields.as_array().into_iter().flatten().filter_map(Value::as_str) {
        browser.fill(&format!("#{field}"), passphrase).await?;
    }
    Ok(())
}

/// Sets a passphrase in the settings, unless the register has one.
///
/// # Errors
/// It is not encrypted.
pub async fn encrypt(browser: &Browser) -> Result<(), Problem> {
    go(browser, "settings").await?;
    browser.wait_for("#lock-status").await?;
    let form = "details:has(#lock-set)";
    let encrypted = "return document.querySelector(arguments[0]) === null";
    if browser.run(encrypted, &[json!(form)]).await? == json!(true) {
        return Ok(());
    }
    browser.click(&format!("{form} summary")).await?;
    choose_passphrase(browser, form, PASSPHRASE).await?;
    browser.click("#lock-set").await?;
    browser.wait_for_text("#lock-status", "已用口令加密").await
}

/// Types the passphrase of a locked register and sends it off; what comes of it is for the caller to see.
///
/// # Errors
/// The register is not locked.
pub async fn try_passphrase(browser: &Browser, passphrase: &str) -> Result<(), Problem> {
    browser.wait_for("#lock-open:not([disabled])").await?;
    browser.fill("#lock-form input", passphrase).await?;
    browser.click("#lock-open").await
}

/// Opens a locked register.
///
/// # Errors
/// The passphrase is wrong.
pub async fn unlock(browser: &Browser, passphrase: &str) -> Result<(), Problem> {
    try_passphrase(browser, passphrase).await?;
    browser.wait_for("nav a[href='#/handover']").await
}

/// Waits for the app, and opens the register if it is locked.
///
/// # Errors
/// Neither the register nor its lock screen comes.
pub async fn wait_and_unlock(browser: &Browser) -> Result<(), Problem> {
    browser.wait_for_app().await?;
    let shown = "return document.querySelector('#lock-form') !== null ? 'locked' \
        : document.querySelector(\"nav a[href='#/handover']\") !== null ? 'open' : null";
    match browser.wait_until("the register or its lock", shown, &[]).await? == json!("locked") {
        true => unlock(browser, PASSPHRASE).await,
        false => Ok(()),
    }
}

/// Opens the demo county as one of its areas.
///
/// # Errors
/// It is not opened.
pub async fn open_demo(browser: &Browser, area: &str) -> Result<(), Problem> {
    browser.click(&format!("#start-demo-{area}")).await?;
    browser.wait_for("nav a[href='#/handover']").await
}

/// Goes to a place of the app by its address.
///
/// # Errors
/// The browser refuses.
pub async fn go(browser: &Browser, route: &str) -> Result<(), Problem> {
    browser
        .run("location.hash = arguments[0]", &[json!(format!("#/{route}"))])
        .await
        .map(drop)
}

/// Types into the field with that label and leaves it, as a finger that taps elsewhere does.
///
/// # Errors
/// There is no such field.
pub async fn fill(browser: &Browser, label: &str, text: &str) -> Result<(), Problem> {
    let id = browser
        .wait_until(
            &format!("a field «{label}»"),
            "const label = [...document.querySelectorAll('label.field-label')] \
               .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])); \
             return label?.htmlFor || null;",
            &[json!(label)],
        )
        .await?;
    let css = format!("#{}", id.as_str().unwrap_or_default());
    browser.fill(&css, text).await?;
    browser.run("document.activeElement.blur()", &[]).await.map(drop)
}

/// Chooses a value of a field: an option of its list, or one of its buttons.
///
/// # Errors
/// There is no such field or value.
pub async fn pick(browser: &Browser, label: &str, value: &str) -> Result<(), Problem> {
    let choose = "const [label, value] = arguments; \
        const named = [...document.querySelectorAll('.field-label')] \
          .find(e => e.checkVisibility() && e.innerText.trim().startsWith(label)); \
        const field = named?.closest('.field'); if (!field) return null; \
        const select = field.querySelector('select'); \
        if (select) { \
          const option = [...select.options].find(e => e.text.trim() === value); if (!option) return null; \
          select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true })); return true; } \
        const button = [...field.querySelectorAll('label')] \
          .find(e => e !== named && e.innerText.trim() === value); if (!button) return null; \
        button.click(); return true;";
    let what = format!("a field «{label}» with «{value}»");
    browser
        .wait_until(&what, choose, &[json!(label), json!(value)])
        .await
        .map(drop)
}

/// Waits until the last change is on the disk.
///
/// # Errors
/// It does not get there.
pub async fn wait_until_saved(browser: &Browser) -> Result<(), Problem> {
    let saved = "const last = name => performance.getEntriesByName(name).at(-1)?.startTime ?? 0; \
        return last('save-end') > 0 && last('save-end') >= last('save-start') \
          && performance.now() - last('save-end') > 100 || null";
    browser
        .wait_until("the change on the disk", saved, &[])
        .await
        .map(drop)
}

/// When the page's clock stands.
async fn now(browser: &Browser) -> Result<Value, Problem> {
    browser.run("return performance.now()", &[]).await
}

/// Fills a field, leaves it, and waits until a save that began after that is on the disk.
///
/// # Errors
/// There is no such field, or nothing is saved: where a place only looks at what another keeps, its fields are locked.
pub async fn fill_and_save(browser: &Browser, label: &str, text: &str) -> Result<(), Problem> {
    let before = now(browser).await?;
    fill(browser, label, text).await?;
    let begun = "return performance.getEntriesByName('save-start').at(-1)?.startTime > arguments[0] || null";
    browser.wait_until("a save", begun, &[before]).await?;
    wait_until_saved(browser).await
}

/// Opens the first record of a kind that an area keeps.
///
/// # Errors
/// There is none.
pub async fn open_first(browser: &Browser, area: &str, kind: &str) -> Result<(), Problem> {
    go(browser, &format!("register/{area}/{kind}")).await?;
    let first = format!("main a[href^='#/register/{area}/{kind}/']:not([href*='/new'])");
    browser.click(&first).await?;
    let there = format!("return location.hash.startsWith('#/register/{area}/{kind}/') || null");
    browser
        .wait_until("the record's page", &there, &[])
        .await
        .map(drop)
}

/// Adds a household with its head; returns the household's identifier.
///
/// # Errors
/// A step of the way does not work.
pub async fn add_household(
    browser: &Browser,
    area: &str,
    head: &str,
    number: &str,
) -> Result<String, Problem> {
    go(browser, &format!("households/{area}/new")).await?;
    fill(browser, "姓名", head).await?;
    fill(browser, "证件号码", number).await?;
    pick(browser, "建档立卡", "是").await?;
    pick(browser, "主要致贫原因", "因病").await?;
    browser.click_text("建立这一户").await?;
    let id = browser
        .wait_until(
            "the household's page",
            "return location.hash.match(/^#\\/household\\/\\d+\\/([^\\/?]+)/)?.[1] ?? null",
            &[],
        )
        .await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

/// Changes one field of the first household of a village, and waits until it is on the disk.
///
/// # Errors
/// A step of the way does not work.
pub async fn edit_a_household(browser: &Browser, area: &str, group: &str) -> Result<(), Problem> {
    if !browser
        .run("return location.hash.includes('/register')", &[])
        .await?
        .as_bool()
        .unwrap_or(false)
    {
        go(browser, &format!("households/{area}")).await?;
        browser.click(&format!("a[href^='#/household/{area}/']")).await?;
        let address = "return location.hash.match(/^#\\/household\\/[^?]*/)?.[0] ?? null";
        let address = browser.wait_until("the household's page", address, &[]).await?;
        go(
            browser,
            &format!(
                "{}/register",
                address.as_str().unwrap_or_default().trim_start_matches("#/")
            ),
        )
        .await?;
    }
    fill_and_save(browser, "小组名称", group).await
}

/// Chooses package files on the hand-over page and waits until they are read.
///
/// # Errors
/// The preview does not come.
pub async fn choose_packages(browser: &Browser, files: &[&Path]) -> Result<(), Problem> {
    go(browser, "handover").await?;
    browser.choose_files(".file-drop input[type=file]", files).await?;
    browser.wait_for(".preview-question").await
}

/// Confirms the import and waits until it is written.
///
/// # Errors
/// It is not written.
pub async fn confirm_import(browser: &Browser) -> Result<(), Problem> {
    browser.click(".preview-question .button-primary").await?;
    browser.wait_until_gone(".preview-question").await?;
    let ended = "const last = name => performance.getEntriesByName(name).at(-1)?.startTime ?? 0; \
        return last('import-end') > last('import-start') || null";
    browser
        .wait_until("the end of the import", ended, &[])
        .await
        .map(drop)
}

/// Exports the device's own area and returns the downloaded file.
///
/// # Errors
/// No file comes.
pub async fn export_detail(browser: &Browser) -> Result<std::path::PathBuf, Problem> {
    go(browser, "handover").await?;
    browser.click_text("导出明细包").await?;
    browser.wait_for_download(".json").await
}

/// Chooses the day that figures are for, and waits for the figures.
///
/// # Errors
/// The day cannot be chosen.
pub async fn choose_day(browser: &Browser, day: &str) -> Result<(), Problem> {
    go(browser, "targets/530427").await?;
    let before = browser.run(LAST_SCORED, &[]).await?;
    let ids = browser
        .wait_until(
            "the day",
            "return document.querySelector('.as-of-day input')?.id ?? null",
            &[],
        )
        .await?;
    browser
        .choose(&format!("#{}", ids.as_str().unwrap_or_default()), day)
        .await?;
    let scored = format!(
        "const last = (() => {{ {LAST_SCORED} }})(); return last > (arguments[0] ?? 0) ? true : null"
    );
    browser
        .wait_until("the figures of the day", &scored, &[before])
        .await
        .map(drop)
}

const LAST_SCORED: &str = "return performance.getEntriesByName('score-end').at(-1)?.startTime ?? 0";

/// What the scoreboard shows: for each figure its value and its status.
///
/// # Errors
/// The scoreboard does not come.
pub async fn scoreboard(
    browser: &Browser,
    area: &str,
) -> Result<BTreeMap<String, (String, String)>, Problem> {
    go(browser, &format!("targets/{area}")).await?;
    let rows = browser
        .wait_until(
            "the scoreboard",
            "const rows = [...document.querySelectorAll('tr[data-figure]')]; \
             if (!rows.length || !location.hash.includes(arguments[0])) return null; \
             if (document.querySelector('[aria-busy=true]')) return null; \
             return rows.map(e => [e.dataset.figure, e.querySelector('.board-value').innerText, e.dataset.status])",
            &[json!(area)],
        )
        .await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().cloned().unwrap_or_default();
    Ok(rows
        .iter()
        .map(|row| (text(&row[0]), (plain(&text(&row[1])), text(&row[2]))))
        .collect())
}

/// A shown value without its unit and its grouping, to compare it with a computed one.
pub fn plain(shown: &str) -> String {
    shown
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '%' | '-'))
        .collect()
}

/// Marks the moment when the first figure of the scoreboard stands on the page.
pub const WATCH_FIGURES: &str = "new MutationObserver((_, watch) => { \
    if (document.querySelector('tr[data-figure] .status')) { performance.mark('figures-shown'); watch.disconnect(); } \
  }).observe(document, { childList: true, subtree: true });";

/// The packages of the demo county's villages and of the county itself, with their names, as those offices write them.
///
/// # Errors
/// A package cannot be written, which none of the demo is.
pub fn demo_packages(seed: u64) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let files = demo::packages(seed, package_rows).filter(|file| match file {
        Ok(file) => file.name.split('-').next().is_some_and(|code| code.len() != 9),
        Err(_) => true,
    });
    files
        .map(|file| match file {
            Ok(file) => Ok((file.name, file.sealed.bytes)),
            Err(error) => Err(Problem::Setup(error.to_string())),
        })
        .collect()
}

fn package_rows(partition: &Partition, county: &Partition) -> Vec<ScoreRow> {
    let records: BTreeMap<DivisionCode, &Records> = [county, partition]
        .into_iter()
        .map(|one| (one.area(), one.records()))
        .collect();
    let scores = Scores::of(&records, demo::as_of());
    scores
        .rows()
        .into_iter()
        .filter(|row| row.area == partition.area())
        .map(ScoreRow::from)
        .collect()
}

/// Copies a folder and what is in it.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<(), Problem> {
    fs::create_dir_all(to).map_err(Problem::system("folder"))?;
    for entry in fs::read_dir(from).map_err(Problem::system("folder"))? {
        let entry = entry.map_err(Problem::system("folder"))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(Problem::system("file"))?;
        }
    }
    Ok(())
}
