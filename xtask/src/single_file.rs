//! The whole app in one HTML file that opens by a double click.
//!
//! The page of the folder edition is taken apart and put together again with everything inside: styles, scripts, the
//! icon, and the WebAssembly module as gzip in base64, which the page unpacks with `DecompressionStream`. What needs
//! a server (manifest, service worker) is left out, and the policy forbids every request.

use crate::failure::Failure;
use crate::policy::{Element, elements, hash_source};
use crate::project::{files_below, read, read_bytes};
use crate::{policy, sizes};
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
/// The folder does not look like trunk's output, or holds something that cannot be carried inside a page.
pub fn assemble(pwa: &Path) -> Result<String, Failure> {
    let page = read(&pwa.join("index.html"))?;
    let page = without_comments(&page);
    let page = inline_links(&page, pwa)?;
    let page = inline_scripts(&page, pwa)?;
    let policy = strict_policy(&page);
    Ok(page.replace(policy::of(&page)?, &policy))
}

/// The comments explain the source to its readers; the product need not carry them.
fn without_comments(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before.trim_end_matches(' '));
        rest = after
            .split_once("-->")
            .map_or("", |(_, after)| after.trim_start_matches('\n'));
    }
    kept + rest
}

/// Styles and the icon go inside; preloads, the manifest and larger icons have no use in one file.
fn inline_links(page: &str, pwa: &Path) -> Result<String, Failure> {
    let mut result = page.to_owned();
    for link in links(page) {
        let replacement = match link.attribute("rel") {
            Some("stylesheet") => format!(
                "<style>{}</style>",
                text_for("style", &linked(&link, "href", pwa)?)?
            ),
            Some("icon") => {
                let icon = STANDARD.encode(linked(&link, "href", pwa)?);
                format!(r#"<link rel="icon" href="data:image/svg+xml;base64,{icon}">"#)
            }
            _ => String::new(),
        };
        result = result.replacen(link.whole, &replacement, 1);
    }
    Ok(result)
}

/// Every `link` of the page; the element has no end tag.
fn links(page: &str) -> Vec<Element<'_>> {
    let starts = page.match_indices("<link ").map(|(at, _)| &page[at..]);
    let tags = starts.filter_map(|rest| rest.find('>').map(|end| &rest[..=end]));
    tags.map(|whole| Element {
        whole,
        attributes: &whole[5..whole.len() - 1],
        content: "",
    })
    .collect()
}

/// The check of the browser and the app go inside; the service worker's registration is left out.
fn inline_scripts(page: &str, pwa: &Path) -> Result<String, Failure> {
    let mut result = page.to_owned();
    let mut started = false;
    for script in elements(page, "script") {
        let replacement = match (script.attribute("src"), script.attribute("type")) {
            (Some(source), _) if file_name(source).starts_with("boot") => {
                format!(
                    "<script>{}</script>",
                    text_for("script", &linked(&script, "src", pwa)?)?
                )
            }
            (Some(source), _) if file_name(source).starts_with("update") => String::new(),
            (None, Some("module")) if !started => {
                started = true;
                app(pwa)?
            }
            _ => {
                return Err(Failure::bundle(format!(
                    "a script the single file does not know: {}",
                    script.attributes
                )));
            }
        };
        result = result.replacen(script.whole, &replacement, 1);
    }
    if started {
        Ok(result)
    } else {
        Err(Failure::bundle("the page does not start the app"))
    }
}

/// The packed module, the code that wasm-bindgen wrote for it, and the start.
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
    let packed = STANDARD.encode(sizes::gzip(&read_bytes(&pwa.join(module))?)?);
    // A helper needs the script up to here; see src/platform/helper.rs.
    let script = text_for("script", format!("{glue}\n{END_OF_GLUE}\n{start}").as_bytes())?;
    Ok(format!(
        "<script type=\"application/wasm+gzip+base64\" id=\"app-wasm\">{packed}</script>\n\
         <script type=\"module\" id=\"app-script\" data-start=\"{name}\">{script}</script>",
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

/// The content of the file that an element names.
fn linked(element: &Element<'_>, attribute: &str, pwa: &Path) -> Result<Vec<u8>, Failure> {
    let address = element.attribute(attribute).unwrap_or_default();
    read_bytes(&pwa.join(address.trim_start_matches("./")))
}

fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// Text that may stand inside an element without ending it.
fn text_for(element: &str, content: &[u8]) -> Result<String, Failure> {
    let text = String::from_utf8_lossy(content).into_owned();
    let harmful = [format!("</{element}"), "<!--".to_owned()];
    match harmful
        .iter()
        .find(|harm| text.to_ascii_lowercase().contains(harm.as_str()))
    {
        Some(harm) => Err(Failure::bundle(format!(
            "a {element} contains `{harm}` and cannot be carried in the page"
        ))),
        None => Ok(text),
    }
}

/// Nothing from anywhere: only the scripts and styles in the page itself.
fn strict_policy(page: &str) -> String {
    let hashes = |found: Vec<Element<'_>>| -> String {
        found
            .iter()
            .map(|element| hash_source(element.content))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let scripts = hashes(policy::inline_scripts(page));
    let styles = hashes(elements(page, "style"));
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

    #[test]
    fn the_default_export_is_found_by_its_own_name() {
        assert_eq!(
            initialiser("let a;\nexport { initSync, __wbg_init as default };").unwrap(),
            "__wbg_init"
        );
        assert!(initialiser("export default init").is_err());
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        assert!(text_for("script", b"let a = '</SCRIPT>'").is_err());
        assert!(text_for("script", b"let a = 1 < 2").is_ok());
    }

    #[test]
    fn comments_leave_nothing_behind() {
        assert_eq!(without_comments("<a>\n  <!-- why\n -->\n<b>"), "<a>\n<b>");
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
