//! Holds the layering of ARCHITECTURE.md by reading the sources: each finding names its file and line.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, each with the layers whose names it may use. Every top-level module of `src` has a line here.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("plan", &["model"]),
    ("journal", &["model"]),
    ("indicators", &["model", "plan"]),
    ("ledgers", &["model", "plan", "indicators"]),
    ("search", &["model"]),
    ("charts", &["model"]),
    ("exchange", &["model", "plan", "journal", "indicators", "ledgers"]),
    ("demo", &["model", "plan", "journal", "exchange"]),
    (
        "hhq",
        &[
            "model",
            "plan",
            "journal",
            "indicators",
            "ledgers",
            "exchange",
            "demo",
            "keys",
        ],
    ),
    ("keys", &["model", "journal", "exchange"]),
    ("storage", &["model", "journal", "keys"]),
    ("platform", &["model", "journal"]),
    (
        "workspace",
        &[
            "model",
            "plan",
            "journal",
            "indicators",
            "ledgers",
            "exchange",
            "demo",
            "keys",
            "search",
            "storage",
            "platform",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "plan",
            "journal",
            "indicators",
            "ledgers",
            "exchange",
            "demo",
            "keys",
            "search",
            "charts",
            "platform",
            "workspace",
        ],
    ),
];

/// Layers that compile and mean the same everywhere: no browser, no clock, no chance.
const PURE: &[&str] = &[
    "model",
    "plan",
    "journal",
    "indicators",
    "ledgers",
    "search",
    "charts",
    "exchange",
    "demo",
];

/// Names that a pure layer never has.
const IMPURE_NAMES: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant::now",
    "getrandom",
    "thread_rng",
    "std::fs",
    "std::env",
    "std::net",
];

/// Names that would make a request: after loading, the app makes none but for its own update.
const NETWORK_NAMES: &[&str] = &[
    "XmlHttpRequest",
    "WebSocket",
    "EventSource",
    "fetch_with",
    "send_beacon",
    "gloo_net",
    "reqwest",
];

struct Source {
    path: String,
    text: String,
}

#[test]
fn layers_use_only_the_layers_below_them() {
    report(sources(), layering);
}

#[test]
fn pure_layers_never_name_the_browser_a_clock_or_chance() {
    report(sources(), purity);
}

#[test]
fn the_interface_keeps_its_words_in_the_text_files() {
    report(sources(), words_outside_text);
}

#[test]
fn nothing_in_the_app_makes_a_request() {
    report(sources(), requests);
}

#[test]
fn every_module_of_the_crate_has_a_layer() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for line in lib.lines() {
        if let Some(module) = line
            .strip_prefix("pub mod ")
            .and_then(|rest| rest.strip_suffix(';'))
        {
            assert!(
                LAYERS.iter().any(|(layer, _)| *layer == module),
                "src/lib.rs: {module} has no layer"
            );
        }
    }
}

#[test]
fn the_checks_find_what_they_look_for() {
    let bad = |path: &str, text: &str| Source {
        path: path.into(),
        text: text.into(),
    };
    assert_eq!(
        layering(&bad("src/model/a.rs", "use crate::journal::Change;")).len(),
        1
    );
    assert_eq!(
        layering(&bad("src/ui/a.rs", "// fine\nuse crate::storage::Database;")),
        ["src/ui/a.rs:2: ui uses storage"]
    );
    assert_eq!(
        layering(&bad("src/ui/a.rs", "// crate::storage in a comment")),
        [""; 0]
    );
    assert_eq!(
        purity(&bad("src/journal/a.rs", "let now = SystemTime::now();")).len(),
        1
    );
    assert_eq!(
        words_outside_text(&bad("src/ui/pages/a.rs", "view! { <p>\"户\"</p> }")).len(),
        1
    );
    assert_eq!(words_outside_text(&bad("src/ui/text/a.rs", "\"户\"")), [""; 0]);
    assert_eq!(requests(&bad("src/ui/a.rs", "WebSocket::new(url)")).len(), 1);
}

fn layering(source: &Source) -> Vec<String> {
    let Some(layer) = layer_of(&source.path) else {
        return Vec::new();
    };
    let allowed = LAYERS
        .iter()
        .find(|(name, _)| *name == layer)
        .map_or(&[][..], |(_, allowed)| allowed);
    let forbidden = LAYERS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| *name != layer && !allowed.contains(name));
    let forbidden: Vec<&str> = forbidden.collect();
    code_lines(source)
        .flat_map(|(number, line)| {
            let used = forbidden.iter().filter(move |name| names_layer(line, name));
            used.map(move |name| format!("{}:{number}: {layer} uses {name}", source.path))
        })
        .collect()
}

fn names_layer(line: &str, layer: &str) -> bool {
    ["crate::", "huhuqing::"].iter().any(|root| {
        line.match_indices(root).any(|(at, _)| {
            let rest = &line[at + root.len()..];
            rest.strip_prefix(layer)
                .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    })
}

fn purity(source: &Source) -> Vec<String> {
    let pure = layer_of(&source.path).is_some_and(|layer| PURE.contains(&layer));
    if pure {
        lines_with(source, IMPURE_NAMES, "a pure layer names")
    } else {
        Vec::new()
    }
}

fn requests(source: &Source) -> Vec<String> {
    lines_with(source, NETWORK_NAMES, "names")
}

fn words_outside_text(source: &Source) -> Vec<String> {
    // The gallery shows components with sample words, in debug builds only.
    let exempt = ["src/ui/text", "src/ui/gallery"]
        .iter()
        .any(|place| source.path.starts_with(place));
    if !source.path.starts_with("src/ui/") || exempt {
        return Vec::new();
    }
    // A single character in quotes is compared with what a person typed, not shown.
    let is_cjk = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let cjk = |line: &str| {
        let chars: Vec<char> = format!(" {line} ").chars().collect();
        chars
            .windows(3)
            .any(|near| is_cjk(near[1]) && !(near[0] == '\'' && near[2] == '\''))
    };
    let finding = |(number, _): (usize, &str)| format!("{}:{number}: words outside src/ui/text", source.path);
    code_lines(source)
        .filter(|(_, line)| cjk(line))
        .map(finding)
        .collect()
}

fn lines_with(source: &Source, names: &[&str], what: &str) -> Vec<String> {
    code_lines(source)
        .flat_map(|(number, line)| {
            let found = names.iter().filter(move |name| line.contains(**name));
            found.map(move |name| format!("{}:{number}: {what} {name}", source.path))
        })
        .collect()
}

/// The lines of a source that are code, without comments and without the tests at its end.
fn code_lines(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let lines = source
        .text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    let before_tests = lines.take_while(|(_, line)| line.trim() != "mod tests {");
    before_tests.map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
}

fn layer_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("src/")?;
    let layer = rest.split(['/', '.']).next()?;
    LAYERS.iter().map(|(name, _)| *name).find(|name| *name == layer)
}

fn report(sources: Vec<Source>, check: impl Fn(&Source) -> Vec<String>) {
    assert!(sources.len() > 20, "the sources were not found");
    let findings: Vec<String> = sources.iter().flat_map(check).collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            let name = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            found.push(Source {
                path: name,
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}
