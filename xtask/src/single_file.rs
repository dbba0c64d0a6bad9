//! The whole app in one HTML file that opens by a double click.
//!
//! The page of the folder edition, which carries styles and the check of the browser already, takes in the rest: the app's
//! script, the icon, and the WebAssembly modules as gzip in base64, which the page unpacks with `DecompressionStream`, those
//! of parts when they are first used.
//! What needs a server (manifest, service worker) is left out, and the policy forbids every request.

use crate::failure::Failure;
use crate::folder::module_script;
use crate::page::{elements, inline_scripts, links, text_for, without};
use crate::policy::{self, hashes};
use crate::project::{files_below, read, read_bytes};
use crate::{parts, sizes};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::path::Path;

/// Where the script that wasm-bindgen wrote ends, and that of the page begins.
const END_OF_GLUE: &str = "/* the page starts here */";

/// Starts the module that the page carries; the same event as trunk's own start tells that the app is there.
const START: &str = include_str!("single_file_start.js");

/// The page, from the folder edition.
///
/// # Errors
/// The folder does not look like a folder edition, or holds something that cannot be carried inside a page.
pub fn assemble(pwa: &Path) -> Result<String, Failure> {
    let page = read(&pwa.join("index.html"))?;
    let page = inline_icon(&page, pwa)?;
    let page = inline_app(&page, pwa)?;
    let policy = strict_policy(&page);
    Ok(page.replacen(policy::of(&page)?, &policy, 1))
}

/// The icon goes inside; early requests, the manifest and larger icons have no use in one file.
fn inline_icon(page: &str, pwa: &Path) -> Result<String, Failure> {
    let mut result = page.to_owned();
    for link in links(page) {
        result = if link.attribute("rel") == Some("icon") {
            let icon = pwa.join(link.file("href").unwrap_or_default());
            let icon = STANDARD.encode(read_bytes(&icon)?);
            let carried = format!(r#"<link rel="icon" href="data:image/png;base64,{icon}">"#);
            result.replacen(link.whole, &carried, 1)
        } else {
            without(&result, link.whole)
        };
    }
    Ok(result)
}

/// The app goes in the place of the script that loads it.
fn inline_app(page: &str, pwa: &Path) -> Result<String, Failure> {
    if let Some(file) = elements(page, "script")
        .iter()
        .find_map(|script| script.attribute("src"))
    {
        return Err(Failure::bundle(format!(
            "a script the single file does not know: {file}"
        )));
    }
    Ok(page.replacen(module_script(page)?.whole, &app(pwa)?, 1))
}

/// The packed modules, the code that wasm-bindgen wrote for it, and the start.
fn app(pwa: &Path) -> Result<String, Failure> {
    let files = files_below(pwa)?;
    let only = |ending: &str| {
        let mut found = files.iter().filter(|name| name.ends_with(ending));
        let (Some(name), None) = (found.next(), found.next()) else {
            return Err(Failure::bundle(format!(
                "there is not exactly one file *{ending} in {}",
                pwa.display()
            )));
        };
        Ok(name.clone())
    };
    let module = only("_bg.wasm")?;
    let glue = read(&pwa.join(module.replace("_bg.wasm", ".js")))?;
    if let Some(import) = glue.lines().find(|line| line.starts_with("import ")) {
        return Err(Failure::bundle(format!(
            "the app's script imports another file: {import}"
        )));
    }
    let start = START.replace("INITIALISE", initialiser(&glue)?);
    let packed = |file: &str| Ok(STANDARD.encode(sizes::gzip(&read_bytes(&pwa.join(file))?)?));
    let carried = |file: &String| {
        let packed = packed(file)?;
        Ok(format!(
            "<script type=\"application/wasm+gzip+base64\" id=\"{file}\">{packed}</script>\n"
        ))
    };
    let parts = files.iter().filter(|file| parts::is_part(file)).map(carried);
    let parts = parts.collect::<Result<String, Failure>>()?;
    // A helper needs the script up to here; see src/platform/helper.rs.
    let script = format!("{glue}\n{END_OF_GLUE}\n{start}");
    let script = text_for("script", &script)?;
    Ok(format!(
        "<script type=\"application/wasm+gzip+base64\" id=\"app-wasm\">{first}</script>\n{parts}\
         <script type=\"module\" id=\"app-script\" data-start=\"{name}\">{script}</script>",
        first = packed(&module)?,
        name = initialiser(&glue)?
    ))
}

/// The name under which wasm-bindgen's script defines its default export.
fn initialiser(glue: &str) -> Result<&str, Failure> {
    let before = glue
        .split(" as default")
        .next()
        .filter(|before| before.len() < glue.len());
    let name = before
        .and_then(|before| before.rsplit([' ', ',', '{']).next())
        .filter(|name| !name.is_empty());
    name.ok_or_else(|| Failure::bundle("wasm-bindgen's script has no default export"))
}

/// Nothing from anywhere: only the scripts and styles in the page itself.
fn strict_policy(page: &str) -> String {
    let scripts = hashes(&inline_scripts(page)).join(" ");
    let styles = hashes(&elements(page, "style")).join(" ");
    format!(
        "default-src 'none'; script-src 'unsafe-eval' {scripts}; style-src {styles}; \
         style-src-attr 'unsafe-inline'; img-src data: blob:; media-src blob:; connect-src 'none'; \
         worker-src blob:; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::policy::hash_source;

    #[test]
    fn the_default_export_is_found_by_its_own_name() {
        assert_eq!(
            initialiser("let a;\nexport { initSync, __wbg_init as default };").unwrap(),
            "__wbg_init"
        );
        assert!(initialiser("export default init").is_err());
    }

    #[test]
    fn the_policy_allows_no_request_and_every_script_of_the_page() {
        let page = "<style>p{}</style><script>go()</script>";
        let policy = strict_policy(page);
        assert!(policy.contains("connect-src 'none'"));
        assert!(policy.contains(&hash_source("go()")) && policy.contains(&hash_source("p{}")));
        assert!(!policy.contains("'self'") && !policy.contains("http"));
    }
}
