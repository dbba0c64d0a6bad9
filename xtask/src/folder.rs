//! The page of the folder edition as it ships: it opens with three requests, all of them made at once.
//!
//! Trunk's page names a dozen small files, and the browser learns of the large ones last. Here styles and the check of
//! the browser stand in the page, the module and its script are asked for in its first lines, and the look for a new
//! version waits until the app stands.

use crate::failure::Failure;
use crate::page::{Element, elements, links_to, text_for, without, without_comments};
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
    let (Some(boot), Some(update)) = (script_file(&page, "boot"), script_file(&page, "update")) else {
        let carried = Vec::new();
        return Ok(Composed { page, carried });
    };
    let sheets = links_to(&page, "stylesheet");
    let [module, glue] = [only_link(&page, "preload")?, only_link(&page, "modulepreload")?];
    let check = content(folder, boot.file("src"), "script")?;
    let styles = sheets
        .iter()
        .map(|sheet| content(folder, sheet.file("href"), "style"));
    let styles = styles.collect::<Result<String, Failure>>()?;
    let start = START
        .replace("GLUE", glue.attribute("href").unwrap_or_default())
        .replace("MODULE", module.attribute("href").unwrap_or_default())
        .replace("UPDATE", update.attribute("src").unwrap_or_default());

    let first = format!("{}\n  {}\n  <script>{check}</script>", module.whole, glue.whole);
    let last = format!("<style>{styles}</style>\n<script type=\"module\">\n{start}</script>");
    let moved = [&module, &glue, &update].into_iter().chain(&sheets);
    let composed = moved.fold(page.clone(), |page, element| without(&page, element.whole));
    let composed = composed
        .replacen(boot.whole, &first, 1)
        .replacen(module_script(&page)?.whole, &last, 1);
    let files = sheets.iter().filter_map(|sheet| sheet.file("href"));
    let carried = boot
        .file("src")
        .into_iter()
        .chain(files)
        .map(str::to_owned)
        .collect();
    Ok(Composed {
        page: composed,
        carried,
    })
}

/// The files of the module and of its script.
///
/// # Errors
/// The page does not ask for exactly one of each.
pub fn app_files(page: &str) -> Result<[String; 2], Failure> {
    let file = |relation: &str| {
        let link = only_link(page, relation)?;
        Ok(link.file("href").unwrap_or_default().to_owned())
    };
    Ok([file("preload")?, file("modulepreload")?])
}

/// The script whose file's name starts so.
fn script_file<'page>(page: &'page str, start: &str) -> Option<Element<'page>> {
    let named = |script: &Element<'_>| script.file("src").is_some_and(|file| file.starts_with(start));
    elements(page, "script").into_iter().find(named)
}

/// What a file of the folder contains, if it may stand inside an element of this name.
fn content(folder: &Path, file: Option<&str>, element: &str) -> Result<String, Failure> {
    let content = read(&folder.join(file.unwrap_or_default()))?;
    text_for(element, &content).map(str::to_owned)
}

/// The one link of this relation: by these trunk has the browser ask for a file before it needs it.
fn only_link<'page>(page: &'page str, relation: &str) -> Result<Element<'page>, Failure> {
    only(links_to(page, relation))
        .ok_or_else(|| Failure::bundle(format!("the page has not exactly one link rel=\"{relation}\"")))
}

/// The script that starts the app.
///
/// # Errors
/// The page has none, or several.
pub fn module_script(page: &str) -> Result<Element<'_>, Failure> {
    let mut scripts = elements(page, "script");
    scripts.retain(|script| script.attribute("type") == Some("module"));
    only(scripts)
        .ok_or_else(|| Failure::bundle("the page does not start the app by exactly one module script"))
}

fn only(mut found: Vec<Element<'_>>) -> Option<Element<'_>> {
    found.pop().filter(|_| found.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{policy, project};

    const TRUNKS: &str = r#"<head>
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self'">
  <script src="./boot-1.js"></script>
  <link rel="icon" href="icon-48.png">
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
        assert!(page.contains(r#"await globalThis.huhuqingModule || "./app-1_bg.wasm""#));
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
