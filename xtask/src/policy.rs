//! The Content-Security-Policy of a built page.

use crate::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// An element of a page, as far as the policy cares.
pub struct Element<'page> {
    /// The whole element.
    pub whole: &'page str,
    /// What stands in its start tag after the name.
    pub attributes: &'page str,
    /// What stands between start and end tag.
    pub content: &'page str,
}

impl<'page> Element<'page> {
    /// The value of an attribute in double quotes.
    pub fn attribute(&self, name: &str) -> Option<&'page str> {
        let start = self.attributes.find(&format!("{name}=\""))? + name.len() + 2;
        self.attributes[start..].split('"').next()
    }
}

/// Every element of this name, in order; for elements whose content is text (`script`, `style`).
pub fn elements<'page>(page: &'page str, name: &str) -> Vec<Element<'page>> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find(&start) {
        let here = &rest[at..];
        let Some((tag_end, whole_end)) = here.find('>').zip(here.find(&end).map(|at| at + end.len())) else {
            break;
        };
        found.push(Element {
            whole: &here[..whole_end],
            attributes: &here[start.len()..tag_end],
            content: &here[tag_end + 1..whole_end - end.len()],
        });
        rest = &here[whole_end..];
    }
    found
}

/// Scripts that the page carries itself and the browser runs.
pub fn inline_scripts(page: &str) -> Vec<Element<'_>> {
    let runs = |kind: Option<&str>| matches!(kind, None | Some("module" | "text/javascript"));
    let scripts = elements(page, "script").into_iter();
    scripts
        .filter(|script| script.attribute("src").is_none() && runs(script.attribute("type")))
        .collect()
}

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

/// The page with the hashes of its inline scripts, and no others, in `script-src`.
///
/// # Errors
/// The page has no policy, or its policy has no `script-src`.
pub fn allow_inline_scripts(page: &str) -> Result<String, Failure> {
    let hashes: Vec<String> = inline_scripts(page)
        .iter()
        .map(|script| hash_source(script.content))
        .collect();
    let policy = of(page)?;
    if !policy.contains("script-src ") {
        return Err(Failure::bundle("the Content-Security-Policy has no script-src"));
    }
    let directives: Vec<String> = policy
        .split("; ")
        .map(|directive| with_hashes(directive, &hashes))
        .collect();
    Ok(page.replace(policy, &directives.join("; ")))
}

fn with_hashes(directive: &str, hashes: &[String]) -> String {
    if !directive.starts_with("script-src ") {
        return directive.to_owned();
    }
    let kept = directive
        .split(' ')
        .filter(|source| !source.starts_with("'sha256-"));
    kept.chain(hashes.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PAGE: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
        <script src="a.js"></script><script type="module">start()</script><script type="text/plain">data</script>"#;

    #[test]
    fn a_script_with_a_source_or_of_another_type_is_not_inline() {
        let contents: Vec<&str> = inline_scripts(PAGE).iter().map(|script| script.content).collect();
        assert_eq!(contents, ["start()"]);
    }

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
        let once = allow_inline_scripts(PAGE).unwrap();
        assert!(of(&once).unwrap().contains(&hash_source("start()")));
        assert_eq!(allow_inline_scripts(&once).unwrap(), once);
    }

    #[test]
    fn a_page_without_a_policy_is_refused() {
        assert!(allow_inline_scripts("<script>start()</script>").is_err());
    }
}
