//! The page of the folder edition as it ships: it opens with three requests, all of them made at once.
//!
//! Trunk's page names a dozen small files, and the browser learns of the large ones last. Here styles and the check of
//! the browser stand in the page, the module and its script are asked for in its first lines, and the look for a new
//! version waits until the app stands.

use crate::failure::Failure;
use crate::page::{Element, elements, links, links_to, text_for, without, without_comments};
use crate::project::read;
use std::path::Path;

/// Starts the app, then loads the script that looks for updates.
const START: &str = include_str!("folder_start.js");

/// A page, and the files that it no longer asks for.
pub struct Composed {
    /// The page; its policy does not know what stands in it now.
    pub page: String,
    /// Files of the folder whose content stands in the page.
    pub carried: Vec<String>,
}

/// The page that ships, from the one that trunk wrote. One that is composed already stays as it is.
///
/// # Errors
/// The page does not look like trunk's output, or names a file that is not there or cannot stand in a page.
pub fn compose(trunks: &str, folder: &Path) -> Result<Composed, Failure> {
    let page = without_comments(trunks);
    let external = |name: &str| {
        let named = |script: &Element<'_>| script.file("src").is_some_and(|file| file.starts_with(name));
        elements(&page, "script").into_iter().find(named)
    };
    let (Some(boot), Some(update)) = (external("boot"), external("update")) else {
        let carried = Vec::new();
        return Ok(Composed { page, carried });
    };
    let mut carried = Vec::new();
    let mut carry = |element: &Element<'_>, attribute: &str, name: &str| {
        let file = element.file(attribute).unwrap_or_default();
        let content = read(&folder.join(file))?;
        carried.push(file.to_owned());
        text_for(name, &content).map(str::to_owned)
    };

    let script = format!("<script>{}</script>", carry(&boot, "src", "script")?);
    let mut styles = String::new();
    let mut composed = page.clone();
    for link in links_to(&page, "stylesheet") {
        styles += &carry(&link, "href", "style")?;
        composed = without(&composed, link.whole);
    }
    let early = early_requests(&page)?;
    for link in &early {
        composed = without(&composed, link.whole);
    }
    composed = without(&composed, update.whole);
    let [preload, glue] = early;
    let requests = format!("{}\n  {}\n  {script}", preload.whole, glue.whole);
    composed = composed.replacen(boot.whole, &requests, 1);
    let start = START
        .replace("GLUE", glue.attribute("href").unwrap_or_default())
        .replace("MODULE", preload.attribute("href").unwrap_or_default())
        .replace("UPDATE", update.attribute("src").unwrap_or_default());
    let head = format!("<style>{styles}</style>\n<script type=\"module\">\n{start}</script>");
    composed = composed.replacen(trunks_start(&page)?.whole, &head, 1);
    let page = composed;
    Ok(Composed { page, carried })
}

/// The links by which the browser asks for the module and for its script before it needs them.
fn early_requests(page: &str) -> Result<[Element<'_>; 2], Failure> {
    let only = |relation: &str| {
        let mut found = links(page)
            .into_iter()
            .filter(|link| link.attribute("rel") == Some(relation));
        let lacks = || Failure::bundle(format!("the page has not exactly one link rel=\"{relation}\""));
        found.next().filter(|_| found.next().is_none()).ok_or_else(lacks)
    };
    Ok([only("preload")?, only("modulepreload")?])
}

/// The script by which trunk starts the app.
fn trunks_start(page: &str) -> Result<Element<'_>, Failure> {
    let mut modules = elements(page, "script");
    modules.retain(|script| script.attribute("type") == Some("module"));
    let lacks = || Failure::bundle("the page does not start the app by exactly one module script");
    let start = modules.pop().ok_or_else(lacks)?;
    modules.is_empty().then_some(start).ok_or_else(lacks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{policy, project};

    const TRUNKS: &str = r#"<head>
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self'">
  <script src="./boot-1.js"></script>
  <link rel="icon" href="icon.svg">
  <link rel="stylesheet" href="./a-1.css"/>
  <link rel="stylesheet" href="./b-1.css"/>
<script type="module">
import init, * as bindings from './app-1.js';
</script>
  <script src="./update-1.js"></script>
<link rel="modulepreload" href="./app-1.js" crossorigin="anonymous"><link rel="preload" href="./app-1_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>"#;

    /// Trunk's output in a folder that goes away when the test ends.
    struct Built(std::path::PathBuf);

    impl Built {
        fn new(test: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("huhuqing-{test}-{}", std::process::id()));
            std::fs::create_dir_all(&folder).unwrap();
            for (name, content) in [
                ("boot-1.js", "check()"),
                ("a-1.css", "a{}"),
                ("b-1.css", "b{}"),
                ("update-1.js", "look()"),
            ] {
                project::write(&folder.join(name), content).unwrap();
            }
            Self(folder)
        }
    }

    impl Drop for Built {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn the_page_carries_what_it_needs_to_draw_and_asks_for_nothing_else_first() {
        let built = Built::new("carries");
        let Composed { page, carried } = compose(TRUNKS, &built.0).unwrap();
        assert!(page.contains("<script>check()</script>") && page.contains("<style>a{}b{}</style>"));
        assert_eq!(carried, ["boot-1.js", "a-1.css", "b-1.css"]);
        assert!(
            elements(&page, "script")
                .iter()
                .all(|script| script.attribute("src").is_none())
        );
        assert!(page.contains(r#"import("./update-1.js")"#));
    }

    #[test]
    fn the_large_files_are_asked_for_after_the_policy_and_before_everything_else() {
        let built = Built::new("early");
        let page = compose(TRUNKS, &built.0).unwrap().page;
        let at = |text: &str| page.find(text).unwrap();
        assert!(at("Content-Security-Policy") < at("rel=\"preload\""));
        assert!(at("rel=\"preload\"") < at("rel=\"modulepreload\""));
        assert!(at("rel=\"modulepreload\"") < at("check()"));
        assert_eq!(page.matches("preload\"").count(), 2);
        // A preloaded answer is used only by a request of the same address.
        assert!(page.contains(r#"module_or_path: "./app-1_bg.wasm""#));
        assert!(page.contains(r#"import("./app-1.js")"#));
    }

    #[test]
    fn the_policy_allows_what_the_page_carries_and_no_other_style() {
        let built = Built::new("policy");
        let page = compose(TRUNKS, &built.0).unwrap().page;
        let page = policy::allow_inline(&page).unwrap();
        let hash = policy::hash_source("a{}b{}");
        let policy = policy::of(&page).unwrap();
        assert!(policy.ends_with(&format!("; style-src {hash}")), "{policy}");
        assert!(policy.contains(&policy::hash_source("check()")), "{policy}");
    }

    #[test]
    fn composing_again_changes_nothing() {
        let built = Built::new("again");
        let once = compose(TRUNKS, &built.0).unwrap().page;
        let twice = compose(&once, &built.0).unwrap();
        assert_eq!(twice.page, once);
        assert!(twice.carried.is_empty());
    }

    #[test]
    fn a_page_that_does_not_start_the_app_is_refused() {
        let built = Built::new("refused");
        let start = elements(TRUNKS, "script").remove(1).whole;
        assert!(compose(&TRUNKS.replace(start, ""), &built.0).is_err());
    }
}
