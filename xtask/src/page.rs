//! A built page as text: its elements, and what may be put inside them.

use crate::failure::Failure;

/// An element of a page, as far as building it cares.
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

    /// The file of the folder that an attribute names.
    pub fn file(&self, attribute: &str) -> Option<&'page str> {
        Some(self.attribute(attribute)?.trim_start_matches("./"))
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

/// Every `link` of the page; the element has no end tag.
pub fn links(page: &str) -> Vec<Element<'_>> {
    let starts = page.match_indices("<link ").map(|(at, _)| &page[at..]);
    let tags = starts.filter_map(|rest| rest.find('>').map(|end| &rest[..=end]));
    tags.map(|whole| Element {
        whole,
        attributes: &whole[5..whole.len() - 1],
        content: "",
    })
    .collect()
}

/// Every `link` of this relation.
pub fn links_to<'page>(page: &'page str, relation: &str) -> Vec<Element<'page>> {
    let mut links = links(page);
    links.retain(|link| link.attribute("rel") == Some(relation));
    links
}

/// Scripts that the page carries itself and the browser runs.
pub fn inline_scripts(page: &str) -> Vec<Element<'_>> {
    let runs = |kind: Option<&str>| matches!(kind, None | Some("module" | "text/javascript"));
    let mut scripts = elements(page, "script");
    scripts.retain(|script| script.attribute("src").is_none() && runs(script.attribute("type")));
    scripts
}

/// The comments explain the source to its readers; the product need not carry them.
pub fn without_comments(page: &str) -> String {
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

/// The page without an element, and without the line that held nothing else.
pub fn without(page: &str, element: &str) -> String {
    let Some((before, after)) = page.split_once(element) else {
        return page.to_owned();
    };
    let indented = before.trim_end_matches(' ');
    match after.strip_prefix('\n') {
        Some(after) if indented.ends_with('\n') => format!("{indented}{after}"),
        _ => format!("{before}{after}"),
    }
}

/// Text that may stand inside an element without ending it.
///
/// # Errors
/// The text would end it.
pub fn text_for<'text>(element: &str, text: &'text str) -> Result<&'text str, Failure> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_with_a_source_or_of_another_type_is_not_inline() {
        let page = r#"<script src="a.js"></script><script type="module">start()</script>
            <script type="text/plain">data</script>"#;
        let contents: Vec<&str> = inline_scripts(page).iter().map(|script| script.content).collect();
        assert_eq!(contents, ["start()"]);
    }

    #[test]
    fn a_text_that_would_end_its_element_is_refused() {
        assert!(text_for("script", "let a = '</SCRIPT>'").is_err());
        assert!(text_for("script", "let a = 1 < 2").is_ok());
    }

    #[test]
    fn comments_leave_nothing_behind() {
        assert_eq!(without_comments("<a>\n  <!-- why\n -->\n<b>"), "<a>\n<b>");
    }

    #[test]
    fn an_element_leaves_no_empty_line_behind() {
        assert_eq!(without("<a>\n  <link x>\n<b>", "<link x>"), "<a>\n<b>");
        assert_eq!(without("<a><link x><b>", "<link x>"), "<a><b>");
    }
}
