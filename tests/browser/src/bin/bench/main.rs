//! How fast the app is, as ratios to a floor measured in the same run, in headless Chromium.
//!
//! The floor (`tests/browser/floor/`) does the least a page can with the same 124 packages: `JSON.parse`, one IndexedDB put
//! per village, a dozen sums with plain loops. The app reads, checks, merges, stores and scores them as its users have it.
//! Floor and app take turns: round by round where a round is long, else one right after the other, for a browser goes on
//! writing for a while. Each figure is the median of its rounds; machines are noisy, so only ratios mean something.

mod app;
mod floor;
mod saves;

use app::App;
use browser_tests::{Browser, Problem, Server, editions, walk};
use floor::Floor;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Rounds of what is quick.
const ROUNDS: usize = 9;

/// Edits: a few milliseconds each, which a disk or a processor that is busy doubles.
const EDITS: usize = 31;

/// Rounds of taking in all packages.
const IMPORTS: usize = 7;

/// Rounds of opening cold.
const OPENINGS: usize = 11;

/// The day that figures are for.
const DAY: &str = "2018-12-31";

/// Another day of the year.
const OTHER_DAY: &str = "2018-12-30";

/// A day on which none of the figures of [`DAY`] stands: another year's.
const OTHER_YEAR: &str = "2017-12-31";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Problem> {
    let work = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    let packages = write_packages(work.path())?;
    let site = site(work.path())?;
    let server = Server::start(&site)?;
    let mut rows = measure(&server, &packages).await?;
    rows.extend(saves::measure(&server, &packages).await?);
    println!(
        "{:<34}{:>12}{:>12}{:>9}{:>9}",
        "median, ms", "floor", "app", "ratio", "aim"
    );
    for Row {
        name,
        floor,
        app,
        aim,
    } in rows
    {
        let (floor, app) = (median(floor), median(app));
        println!("{name:<34}{floor:>12.1}{app:>12.1}{:>9.2}{aim:>9}", app / floor);
    }
    Ok(())
}

/// What was measured of one thing, in milliseconds a round.
struct Row {
    name: &'static str,
    aim: &'static str,
    floor: Vec<f64>,
    app: Vec<f64>,
}

impl Row {
    fn new(name: &'static str, aim: &'static str) -> Self {
        Self {
            name,
            aim,
            floor: Vec::new(),
            app: Vec::new(),
        }
    }

    fn add(&mut self, floor: f64, app: f64) {
        self.floor.push(floor);
        self.app.push(app);
    }
}

/// Takes turns at the work of a county.
async fn measure(server: &Server, packages: &[PathBuf]) -> Result<Vec<Row>, Problem> {
    let files: Vec<&Path> = packages.iter().map(PathBuf::as_path).collect();
    let mut floor = Floor::open(server).await?;
    let mut import = Row::new("import of 124 villages, durable", "≤ 1.5");
    let (mut looked, mut written) = (Vec::new(), Vec::new());
    let mut app = None;
    for _ in 0..IMPORTS {
        let own = floor.take_in(&files).await?;
        let (fresh, took) = App::take_in(server, &files).await?;
        import.add(own, took.look + took.write);
        looked.push(took.look);
        written.push(took.write);
        app = Some(fresh);
    }
    println!(
        "import: looking at the files {:.0} ms, merging and writing {:.0} ms",
        median(looked),
        median(written)
    );
    let Some(mut app) = app else { return Ok(Vec::new()) };
    let mut scores = Vec::new();
    for (name, other, aim) in [
        ("score everything on another day", OTHER_DAY, "≤ 0.2"),
        ("score everything of another year", OTHER_YEAR, ""),
    ] {
        let mut score = Row::new(name, aim);
        app.score(DAY).await?;
        for _ in 0..ROUNDS {
            score.floor.push(floor.score().await?);
        }
        for round in 0..ROUNDS {
            let day = if round % 2 == 0 { other } else { DAY };
            score.app.push(app.score(day).await?);
        }
        scores.push(score);
    }
    app.score(DAY).await?;
    let mut edit = Row::new("one edit, durable, figures right", "≤ 2");
    app.open_a_project().await?;
    for round in 0..EDITS {
        edit.floor.push(floor.edit(round).await?);
    }
    for round in 0..EDITS {
        edit.app.push(app.edit(round).await?);
    }
    let mut open = Row::new("cold open to figures", "≤ 0.6");
    for _ in 0..OPENINGS {
        open.add(floor.open_cold(server).await?, app.open_cold(server).await?);
    }
    Ok([import].into_iter().chain(scores).chain([edit, open]).collect())
}

/// The villages' packages of the demo county, and the county's own.
fn write_packages(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let files = walk::demo_packages(1)?;
    let write = |(name, bytes): (String, Vec<u8>)| {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(Problem::system("package"))?;
        Ok(file)
    };
    files.into_iter().map(write).collect()
}

/// The built app with the floor's page beside it, so that both have one origin.
fn site(folder: &Path) -> Result<PathBuf, Problem> {
    let site = folder.join("site");
    walk::copy_folder(&editions::pwa()?, &site)?;
    walk::copy_folder(
        &editions::project_root().join("tests/browser/floor"),
        &site.join("floor"),
    )?;
    Ok(site)
}

/// Starts a browser anew and leaves it alone until it has done with itself: for a second it opens pages of its own beside
/// the one that is asked for.
async fn restart(browser: &mut Browser) -> Result<(), Problem> {
    browser.restart().await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    Ok(())
}

/// When a mark was set, in milliseconds since the page was asked for.
async fn mark(browser: &Browser, name: &str) -> Result<f64, Problem> {
    let last = "return performance.getEntriesByName(arguments[0]).at(-1)?.startTime ?? null";
    Ok(number(&browser.wait_until(name, last, &[json!(name)]).await?))
}

/// Milliseconds between the last marks of two names.
async fn between(browser: &Browser, start: &str, end: &str) -> Result<f64, Problem> {
    Ok(mark(browser, end).await? - mark(browser, start).await?)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
