//! SIGKILL of the browser's processes at moments of chance: while somebody types, while an import is written, while a tail
//! is folded into a snapshot, while the store is brought to another form. Whatever the page called saved must be there.

use crate::walk::{self, Office};
use crate::{Aimed, Browser, Problem, Server, editions, store, typing};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const TAIQIAO: &str = "530427203200";

/// A tail of that many saves is folded by the next one.
const LONGEST_TAIL: u64 = 48;

/// So many packages are taken in at once.
const AT_ONCE: usize = 3;

/// Tells the server that the store is being written, or brought up.
const TELL: &str = "const open = IDBFactory.prototype.open; \
    IDBFactory.prototype.open = function (name, form) { \
      if (form) fetch(new URL('opening', location.origin + '/')); return open.apply(this, arguments); }; \
    const begin = IDBDatabase.prototype.transaction; \
    IDBDatabase.prototype.transaction = function (stores, mode) { \
      if (mode === 'readwrite' && window.tellWrites) fetch(new URL('writing', location.origin + '/')); \
      return begin.apply(this, arguments); };";

/// What was seen.
#[derive(Debug, Default)]
pub struct Report {
    /// Kills by what was going on.
    pub kills: BTreeMap<&'static str, usize>,
    /// Saves that a page had called saved.
    pub acknowledged: usize,
    /// Such saves that were not there afterwards.
    pub lost: Vec<String>,
    /// Imports of which a part was there.
    pub half_imports: usize,
    /// Imports that were there whole.
    pub whole_imports: usize,
    /// Kills during folding after which the new snapshot was there.
    pub folded: usize,
    /// Kills during a change of form after which the new form was there.
    pub brought_up: usize,
}

impl Report {
    /// Whether nothing was lost or torn.
    ///
    /// # Errors
    /// Something was.
    pub fn judge(&self) -> Result<(), Problem> {
        if self.lost.is_empty() && self.half_imports == 0 {
            return Ok(());
        }
        Err(Problem::Broken(format!("{self}\nlost: {:?}", self.lost)))
    }

    fn count(&mut self, what: &'static str) {
        *self.kills.entry(what).or_default() += 1;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kills: usize = self.kills.values().sum();
        writeln!(
            to,
            "acknowledged saves lost: {} of {} in {kills} kills",
            self.lost.len(),
            self.acknowledged
        )?;
        writeln!(
            to,
            "half imports: {} (whole {}, none {})",
            self.half_imports,
            self.whole_imports,
            self.kills.get("import").copied().unwrap_or_default() - self.whole_imports - self.half_imports
        )?;
        writeln!(
            to,
            "kills while typing: {}; while folding: {} ({} after the commit); while importing: {}; while changing form: {} ({} after the commit)",
            self.kills.get("typing").copied().unwrap_or_default(),
            self.kills.get("folding").copied().unwrap_or_default(),
            self.folded,
            self.kills.get("import").copied().unwrap_or_default(),
            self.kills.get("form").copied().unwrap_or_default(),
            self.brought_up
        )
    }
}

/// So many kills of each kind.
#[derive(Debug, Clone, Copy)]
pub struct Rounds {
    /// While somebody types.
    pub typing: usize,
    /// While a tail is folded.
    pub folding: usize,
    /// While packages are written.
    pub import: usize,
    /// While the store is brought to another form.
    pub form: usize,
}

/// Chance that is new each time; it decides only when a browser is killed.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self(now.map(|now| now.as_nanos() as u64).unwrap_or(1) | 1)
    }

    /// Waits up to so many milliseconds.
    async fn wait(&mut self, millis: u64) {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        tokio::time::sleep(Duration::from_micros(self.0 % (millis * 1000 + 1))).await;
    }
}

/// A browser that is killed again and again.
struct Victim {
    browser: Browser,
    server: Server,
    chance: Chance,
    report: Report,
    packages: Vec<PathBuf>,
    taken: usize,
    route: String,
    round: usize,
    tokens: Vec<String>,
    _files: tempfile::TempDir,
}

/// Kills a village's browser, and afterwards looks whether all is there that its page had called saved.
///
/// # Errors
/// The browser does what no step expects.
pub async fn kill(rounds: Rounds) -> Result<Report, Problem> {
    let mut victim = Victim::start().await?;
    for _ in 0..rounds.typing {
        victim.while_typing().await?;
    }
    for _ in 0..rounds.folding {
        victim.while_folding().await?;
    }
    for _ in 0..rounds.form {
        victim.while_changing_form().await?;
    }
    for _ in 0..rounds.import {
        victim.while_importing().await?;
    }
    victim.look_at_everything().await?;
    Ok(victim.report)
}

impl Victim {
    async fn start() -> Result<Self, Problem> {
        let files = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
        let packages = write_packages(files.path())?;
        let server = Server::start(&editions::pwa()?)?;
        let browser = Browser::builder()
            .timeout(Duration::from_secs(60))
            .start()
            .await?;
        browser.open(&server.url()).await?;
        walk::first_run(&browser, &Office::county("测试")).await?;
        let (own, packages): (Vec<PathBuf>, Vec<PathBuf>) = packages
            .into_iter()
            .partition(|file| file.to_string_lossy().contains(TAIQIAO));
        let own: Vec<&Path> = own.iter().map(PathBuf::as_path).collect();
        walk::choose_packages(&browser, &own).await?;
        walk::confirm_import(&browser).await?;
        let route = typing::household(&browser, TAIQIAO).await?;
        Ok(Self {
            browser,
            server,
            chance: Chance::new(),
            report: Report::default(),
            packages,
            taken: 0,
            route,
            round: 0,
            tokens: Vec::new(),
            _files: files,
        })
    }

    fn next(&mut self) -> String {
        self.round += 1;
        format!("k{}", self.round)
    }

    async fn kill_and_open(
        &mut self,
        aimed: Aimed,
        what: &'static str,
        address: &str,
    ) -> Result<(), Problem> {
        aimed.fire()?;
        self.report.count(what);
        self.browser.start_again().await?;
        self.browser.open(address).await
    }

    /// What the field says; where it does not come, what was killed before and what the store has.
    async fn field(&self) -> Result<String, Problem> {
        match typing::value(&self.browser).await {
            Ok(shown) => Ok(shown),
            Err(problem) => {
                let held = store::counts(&self.browser).await;
                Err(Problem::Broken(format!(
                    "after kills {:?} the store has {held:?}: {problem}",
                    self.report.kills
                )))
            }
        }
    }

    fn household(&self) -> String {
        format!("{}#/{}", self.server.url(), self.route)
    }

    /// Compares what the field says with what the page called saved before it was killed.
    async fn look_at_the_field(&mut self, beginning: &str) -> Result<(), Problem> {
        let shown = self.field().await?;
        let Some(last) = typing::acknowledged(&self.server, beginning) else {
            return Ok(());
        };
        self.report.acknowledged += last + 1;
        self.tokens
            .extend((0..=last).map(|number| format!("{beginning}-{number}")));
        let number = shown.strip_prefix(&format!("{beginning}-"));
        let number = number.and_then(|number| number.parse::<usize>().ok());
        // The save on its way when the browser was killed may be there or not.
        if number != Some(last) && number != Some(last + 1) {
            self.report
                .lost
                .push(format!("{beginning}-{last} (the field says «{shown}»)"));
        }
        Ok(())
    }

    async fn while_typing(&mut self) -> Result<(), Problem> {
        let beginning = self.next();
        let aimed = self.browser.aim()?;
        typing::begin(&self.browser, &self.server, &beginning, None).await?;
        self.chance.wait(1200).await;
        let address = self.household();
        self.kill_and_open(aimed, "typing", &address).await?;
        self.look_at_the_field(&beginning).await
    }

    async fn while_folding(&mut self) -> Result<(), Problem> {
        let beginning = self.next();
        let tail = store::counts(&self.browser).await?.of("tail");
        let before = usize::try_from(LONGEST_TAIL.saturating_sub(tail)).unwrap_or_default();
        let aimed = self.browser.aim()?;
        typing::begin(&self.browser, &self.server, &beginning, None).await?;
        typing::wait_for(&self.server, || {
            typing::acknowledged(&self.server, &beginning).map_or(0, |last| last + 1) >= before
        })
        .await?;
        self.chance.wait(25).await;
        let address = self.household();
        self.kill_and_open(aimed, "folding", &address).await?;
        self.look_at_the_field(&beginning).await?;
        self.report.folded += usize::from(store::counts(&self.browser).await?.of("tail") < LONGEST_TAIL);
        Ok(())
    }

    async fn while_changing_form(&mut self) -> Result<(), Problem> {
        store::beside(&self.browser, &self.server).await?;
        let before = store::counts(&self.browser).await?;
        store::put_into_first_form(&self.browser).await?;
        self.browser.before_every_page(TELL).await?;
        let heard = self.heard("opening");
        let aimed = self.browser.aim()?;
        let leave = format!("setTimeout(() => location.href = '{}', 0)", self.household());
        self.browser.run(&leave, &[]).await?;
        // Every other time as soon as the change begins, else at any moment of the opening.
        if self.next_is_aimed() {
            typing::wait_for(&self.server, || self.heard("opening") > heard).await?;
        } else {
            self.chance.wait(900).await;
        }
        let beside = format!("{}manifest.webmanifest", self.server.url());
        self.kill_and_open(aimed, "form", &beside).await?;
        let after = store::counts(&self.browser).await?;
        for what in ["snapshots", "tail", "summaries", "meta"] {
            if after.of(what) != before.of(what) {
                self.report
                    .lost
                    .push(format!("form: {before:?} became {after:?}"));
            }
        }
        self.report.brought_up += usize::from(after.of("form") > 1);
        self.browser.open(&self.household()).await?;
        let shown = self.field().await?;
        if self.tokens.last().is_some_and(|_| !shown.starts_with('k')) {
            self.report
                .lost
                .push(format!("after a change of form the field says «{shown}»"));
        }
        Ok(())
    }

    fn next_is_aimed(&mut self) -> bool {
        self.round += 1;
        self.round.is_multiple_of(2)
    }

    fn heard(&self, what: &str) -> usize {
        self.server
            .requests()
            .iter()
            .filter(|path| path.ends_with(what))
            .count()
    }

    async fn while_importing(&mut self) -> Result<(), Problem> {
        let before = store::counts(&self.browser).await?;
        let next: Vec<PathBuf> = self
            .packages
            .iter()
            .skip(self.taken)
            .take(AT_ONCE)
            .cloned()
            .collect();
        if next.len() < AT_ONCE {
            return Ok(());
        }
        self.browser.before_every_page(TELL).await?;
        self.browser
            .open(&format!("{}?{}#/handover", self.server.url(), self.round))
            .await?;
        self.round += 1;
        let files: Vec<&Path> = next.iter().map(PathBuf::as_path).collect();
        walk::choose_packages(&self.browser, &files).await?;
        let heard = self.heard("writing");
        let aimed = self.browser.aim()?;
        self.browser
            .run(
                "window.tellWrites = true; document.querySelector('.preview-question .button-primary').click()",
                &[],
            )
            .await?;
        if self.next_is_aimed() {
            typing::wait_for(&self.server, || self.heard("writing") > heard).await?;
        } else {
            self.chance.wait(400).await;
        }
        let address = self.household();
        self.kill_and_open(aimed, "import", &address).await?;
        self.field().await?;
        let after = store::counts(&self.browser).await?;
        let came: Vec<u64> = ["snapshots", "received"]
            .iter()
            .map(|what| after.of(what) - before.of(what))
            .collect();
        match came.as_slice() {
            [0, 0] => {}
            [areas, rows] if *areas == AT_ONCE as u64 && *rows == AT_ONCE as u64 => {
                self.report.whole_imports += 1;
                self.taken += AT_ONCE;
            }
            _ => self.report.half_imports += 1,
        }
        Ok(())
    }

    /// Every acknowledged value must be in the history that leaves the device, not only the last one in its field.
    async fn look_at_everything(&mut self) -> Result<(), Problem> {
        self.browser.open(&self.household()).await?;
        self.field().await?;
        let file = walk::export_detail(&self.browser).await?;
        let text = std::fs::read_to_string(&file).map_err(Problem::system("package"))?;
        for token in &self.tokens {
            if !text.contains(&format!("\"{token}\"")) {
                self.report.lost.push(format!("{token} is not in the package"));
            }
        }
        Ok(())
    }
}

fn write_packages(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let write = |(name, bytes): (String, Vec<u8>)| {
        let file = folder.join(name);
        std::fs::write(&file, bytes).map_err(Problem::system("package"))?;
        Ok(file)
    };
    let villages = walk::demo_packages(1)?.into_iter();
    villages
        .filter(|(name, _)| !name.starts_with("530427-"))
        .map(write)
        .collect()
}
