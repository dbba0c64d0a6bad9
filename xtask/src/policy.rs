//! The Content-Security-Policy of a built page.

use crate::failure::Failure;
use crate::page::{Element, elements, inline_scripts, links_to};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The source expression that allows exactly this inline script or style.
pub fn hash_source(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The page's policy.
///
/// # Errors
/// The page has none.
pub fn of(page: &str) -> Result<&str, Failure> {
    let lacks = || Failure::bundle("the page has no Content-Security-Policy");
    let meta = page
        .split("http-equiv=\"Content-Security-Policy\"")
        .nth(1)
        .ok_or_else(lacks)?;
    meta.split("content=\"")
        .nth(1)
        .and_then(|value| value.split('"').next())
        .ok_or_else(lacks)
}

/// The hashes of what elements contain, as source expressions.
pub fn hashes(found: &[Element<'_>]) -> Vec<String> {
    found.iter().map(|element| hash_source(element.content)).collect()
}

/// The page with the hashes of its inline scripts and styles, and no others, in its policy. A page without a
/// stylesheet in a file of its own allows none.
///
/// # Errors
/// The page has no policy, or its policy has no `script-src` or `style-src`.
pub fn allow_inline(page: &str) -> Result<String, Failure> {
    let policy = of(page)?;
    let styles = elements(page, "style");
    let files = !links_to(page, "stylesheet").is_empty();
    let allowed = with_hashes(policy, "script-src", true, &hashes(&inline_scripts(page)))?;
    let allowed = with_hashes(
        &allowed,
        "style-src",
        files || styles.is_empty(),
        &hashes(&styles),
    )?;
    Ok(page.replacen(policy, &allowed, 1))
}

/// The policy with these hashes in a directive, and with `'self'` there only if the page has files of that kind.
fn with_hashes(policy: &str, directive: &str, files: bool, hashes: &[String]) -> Result<String, Failure> {
    let lacks = || Failure::bundle(format!("the Content-Security-Policy has no {directive}"));
    let start = format!("{directive} ");
    let given = policy
        .split("; ")
        .find(|given| given.starts_with(&start))
        .ok_or_else(lacks)?;
    let stays = |source: &&str| !source.starts_with("'sha256-") && (files || *source != "'self'");
    let sources = given
        .split(' ')
        .filter(stays)
        .chain(hashes.iter().map(String::as_str));
    Ok(policy.replacen(given, &sources.collect::<Vec<_>>().join(" "), 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PAGE: &str = r#"<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">
        <script type="module">start()</script>"#;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // The example of the CSP level 3 specification, section 8.1.
        assert_eq!(
            hash_source("doSomething();"),
            "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"
        );
    }

    #[test]
    fn allowing_twice_gives_the_same_page_as_once() {
        let once = allow_inline(PAGE).unwrap();
        assert!(of(&once).unwrap().contains(&hash_source("start()")));
        assert_eq!(allow_inline(&once).unwrap(), once);
    }

    #[test]
    fn stylesheets_in_files_are_allowed_only_where_the_page_has_some() {
        let styled = |element: &str| {
            of(&allow_inline(&format!("{PAGE}{element}")).unwrap())
                .unwrap()
                .to_owned()
        };
        assert!(styled(r#"<link rel="stylesheet" href="a.css">"#).ends_with("; style-src 'self'"));
        let hash = hash_source("p{}");
        assert!(styled("<style>p{}</style>").ends_with(&format!("; style-src {hash}")));
    }

    #[test]
    fn a_page_without_a_policy_is_refused() {
        assert!(allow_inline("<script>start()</script>").is_err());
    }
}
