//! A picture of every screen, in both languages and both sizes, to `target/shots/`: the demo county, and the empty register.

mod safety;

use browser_tests::walk::{self, Office};
use browser_tests::{Browser, Problem, Server, editions};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const VILLAGE: &str = "530427203200";
const COUNTY: &str = "530427";

/// Sizes of the tablet and of the office PC.
const SIZES: [(u32, u32); 2] = [(800, 1280), (1440, 900)];

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Sections of a household's page.
const SECTIONS: [&str; 12] = [
    "",
    "/register",
    "/members",
    "/year",
    "/income",
    "/assurances",
    "/clarities",
    "/measures",
    "/helpers",
    "/visits",
    "/records",
    "/history",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Problem> {
    let folder = editions::project_root().join("target/shots");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Problem::system("old screenshots"))?;
    }
    fs::create_dir_all(&folder).map_err(Problem::system("folder of screenshots"))?;
    let only_safety = std::env::args().any(|argument| argument == "safety");
    let server = Server::start(&editions::pwa()?)?;
    for language in LANGUAGES {
        for (width, height) in SIZES {
            let camera = Camera {
                folder: folder.clone(),
                language,
                width,
                height,
                dark: false,
            };
            if !only_safety {
                camera.village(&server.url()).await?;
                camera.county(&server.url()).await?;
                camera.empty(&server.url()).await?;
            }
            camera.safety(&server.url()).await?;
        }
    }
    let dark = Camera {
        folder: folder.clone(),
        language: LANGUAGES[0],
        width: SIZES[0].0,
        height: SIZES[0].1,
        dark: true,
    };
    dark.safety(&server.url()).await?;
    let count = fs::read_dir(&folder)
        .map_err(Problem::system("folder of screenshots"))?
        .count();
    println!("{count} screenshots in {}", folder.display());
    Ok(())
}

/// Takes the pictures of one language and size.
#[derive(Clone)]
struct Camera {
    folder: PathBuf,
    language: &'static str,
    width: u32,
    height: u32,
    dark: bool,
}

impl Camera {
    async fn browser(&self, url: &str) -> Result<Browser, Problem> {
        let mut builder = Browser::builder()
            .size(self.width, self.height)
            .language(self.language)
            .timeout(Duration::from_secs(120));
        if self.dark {
            builder = builder.dark();
        }
        let browser = builder.start().await?;
        browser.open(url).await?;
        browser.wait_for_app().await?;
        // The interface is Chinese until somebody chooses English.
        if self.language == "en" {
            browser.click("#language-switch").await?;
        }
        Ok(browser)
    }

    async fn shoot(&self, browser: &Browser, name: &str) -> Result<(), Problem> {
        // What is still being read or drawn comes to rest first.
        let rest = "return !document.querySelector('[role=status] progress, .loading') || null";
        browser.wait_until("the screen at rest", rest, &[]).await?;
        let settled =
            "return new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true)), 250))";
        browser.run(settled, &[]).await?;
        let dark = if self.dark { "-dark" } else { "" };
        let file = format!(
            "{name}-{}-{}x{}{dark}.png",
            self.language, self.width, self.height
        );
        browser.screenshot(&self.folder.join(file)).await
    }

    async fn village(&self, url: &str) -> Result<(), Problem> {
        let browser = self.browser(url).await?;
        self.shoot(&browser, "start").await?;
        walk::open_demo(&browser, VILLAGE).await?;
        let pages = [
            ("village-home", "home".to_owned()),
            ("village-households", format!("households/{VILLAGE}")),
            ("village-new-household", format!("households/{VILLAGE}/new")),
            ("village-targets", format!("targets/{VILLAGE}")),
            ("village-target", format!("target/IND-POV-12/{VILLAGE}")),
            ("village-handover", "handover".to_owned()),
            ("village-safekeeping", "safekeeping".to_owned()),
            ("village-keys", "keys".to_owned()),
            ("village-checks", format!("checks/{VILLAGE}")),
            ("village-checklist", format!("checklist/{VILLAGE}")),
            ("village-houses", format!("register/{VILLAGE}/dangerous_house")),
            ("village-register", format!("register/{VILLAGE}")),
            (
                "village-register-list",
                format!("register/{VILLAGE}/support_measure"),
            ),
            (
                "village-register-sums",
                format!("register/{VILLAGE}/household_income_year"),
            ),
            (
                "village-register-none",
                format!("register/{VILLAGE}/employment_spell"),
            ),
            ("village-register-not-ours", format!("register/{VILLAGE}/holiday")),
            (
                "village-register-new",
                format!("register/{VILLAGE}/medical_event/new"),
            ),
            ("village-duties", format!("duties/{VILLAGE}")),
            ("village-ledgers", "ledgers".to_owned()),
            ("village-ledger", format!("ledgers/L-11.households/{VILLAGE}")),
            ("village-ledger-none", format!("ledgers/L-22/{VILLAGE}")),
            ("village-new-area", format!("register/{VILLAGE}/division/new")),
            ("village-more", "more".to_owned()),
            ("village-settings", "settings".to_owned()),
            ("village-help", "help".to_owned()),
        ];
        for (name, route) in pages {
            walk::go(&browser, &route).await?;
            self.shoot(&browser, name).await?;
        }
        walk::go(&browser, &format!("register/{VILLAGE}/dangerous_house")).await?;
        browser.click("tbody a").await?;
        browser.wait_for(".process").await?;
        self.shoot(&browser, "village-house").await?;
        walk::go(&browser, &format!("register/{VILLAGE}/support_measure")).await?;
        browser.click("tbody a").await?;
        self.shoot(&browser, "village-register-record").await?;
        walk::go(&browser, &format!("register/{VILLAGE}/visit")).await?;
        browser
            .wait_for("select[aria-label='目的'], select[aria-label='Purpose']")
            .await?;
        browser.click("tbody a").await?;
        browser.click(".reference-button").await?;
        browser.wait_for("dialog[open] input").await?;
        self.shoot(&browser, "village-register-choice").await?;
        browser.click("dialog[open] .dialog-close").await?;
        walk::go(&browser, &format!("households/{VILLAGE}")).await?;
        let first = "return document.querySelector(arguments[0])?.getAttribute('href') ?? null";
        let link = json!(format!("a[href^='#/household/{VILLAGE}/']"));
        let address = browser.wait_until("a household", first, &[link]).await?;
        let address = address
            .as_str()
            .unwrap_or_default()
            .trim_start_matches("#/")
            .to_owned();
        let address = address.split('?').next().unwrap_or_default();
        for section in SECTIONS {
            walk::go(&browser, &format!("{address}{section}")).await?;
            let name = if section.is_empty() { "/overview" } else { section };
            self.shoot(&browser, &format!("household{}", name.replace('/', "-")))
                .await?;
        }
        Ok(())
    }

    async fn county(&self, url: &str) -> Result<(), Problem> {
        let browser = self.browser(url).await?;
        walk::open_demo(&browser, COUNTY).await?;
        let pages = [
            ("county-home", "home".to_owned()),
            ("county-targets", format!("targets/{COUNTY}")),
            ("county-target", format!("target/IND-POV-02/{COUNTY}")),
            ("county-areas", "areas".to_owned()),
            ("county-area", "area/530427203".to_owned()),
            ("county-households", format!("households/{COUNTY}")),
            ("county-checks", format!("checks/{COUNTY}")),
            ("county-checklist", format!("checklist/{COUNTY}")),
            ("county-register", format!("register/{COUNTY}")),
            ("county-register-list", format!("register/{COUNTY}/visit")),
            (
                "county-register-village",
                format!("register/{VILLAGE}/dangerous_house"),
            ),
            ("county-duties", format!("duties/{COUNTY}")),
            ("county-ledgers", "ledgers".to_owned()),
            ("county-ledger", format!("ledgers/L-11.households/{COUNTY}")),
            ("county-ledger-allowance", format!("ledgers/LX-02/{COUNTY}")),
            ("county-ledger-villages", format!("ledgers/L-16/{COUNTY}")),
            ("township-duties", "duties/530427203".to_owned()),
            ("county-parameters", "parameters".to_owned()),
            ("county-handover", "handover".to_owned()),
            ("county-safekeeping", "safekeeping".to_owned()),
            ("county-keys", "keys".to_owned()),
        ];
        for (name, route) in pages {
            walk::go(&browser, &route).await?;
            self.shoot(&browser, name).await?;
        }
        Ok(())
    }

    async fn empty(&self, url: &str) -> Result<(), Problem> {
        let browser = self.browser(url).await?;
        walk::first_run(&browser, &Office::village(VILLAGE, "李雪")).await?;
        for (name, route) in [
            ("empty-home", "home".to_owned()),
            ("empty-households", format!("households/{VILLAGE}")),
            ("empty-register", format!("register/{VILLAGE}")),
            ("empty-targets", format!("targets/{VILLAGE}")),
            ("empty-handover", "handover".to_owned()),
        ] {
            walk::go(&browser, &route).await?;
            self.shoot(&browser, name).await?;
        }
        let file = self.folder.join("not-a-package.json");
        fs::write(&file, "{\"format\":\"something else\"}").map_err(Problem::system("a foreign file"))?;
        walk::choose_packages(&browser, &[Path::new(&file)]).await?;
        let see =
            "return document.querySelector('.file-refused')?.scrollIntoView({ block: 'center' }) ?? true";
        browser.run(see, &[]).await?;
        self.shoot(&browser, "empty-import-refused").await?;
        fs::remove_file(&file).map_err(Problem::system("a foreign file"))
    }
}
