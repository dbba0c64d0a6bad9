//! Divides the linker's output into the first module and the parts that are loaded on first use (`src/platform/part.rs`).
//!
//! `wasm_split_cli_support` reads from the linker's relocations what each entry of a part reaches. What only one part
//! reaches becomes its module; what several reach becomes one that comes with whichever of them is first; all else stays in
//! the first module, the only one that wasm-bindgen sees. The others need nothing of it but memory, table and stack
//! pointer, so that a few lines of script load them (`parts.js`). What they call of each other is brought near (`assemble`).

mod assemble;
mod source;

use crate::failure::Failure;
use crate::folder::app_files;
use crate::project::{Project, read, read_bytes, write};
use crate::step::Step;
use assemble::assemble;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// Functions of so many bytes are copied into the parts that call them (ARCHITECTURE.md: calls within a file).
const LARGEST_COPIED: usize = 400;

/// Loads the parts; it goes before the script that wasm-bindgen wrote.
const LOADER: &str = include_str!("parts.js");

/// Where that script says it has the loader from.
const LINK: &str = "./__wasm_split.js";

/// The name of what several parts reach; each of them loads it first.
const SHARED: &str = "shared";

/// Puts the divided program in the place of the whole one, in the folder that trunk has built for release.
///
/// # Errors
/// The program was not linked for it, or a step fails.
pub fn divide(project: &Project, folder: &Path) -> Result<(), Failure> {
    let step = Step::begin("dividing the program into its parts");
    let page = read(&folder.join("index.html"))?;
    let [module, glue] = app_files(&page)?;
    let work = project.target()?.join("parts");
    let Divided { parts, modules } = split(&linked(project)?, &work)?;
    bind(project, &work)?;
    // Like the script, the files are named after the build that they belong to.
    let base = glue.trim_end_matches(".js");
    for (name, content) in &modules {
        write(&folder.join(file_name(base, name)), content)?;
    }
    let bound = read(&work.join("bound/app.js"))?;
    write(
        &folder.join(&glue),
        with_loader(&bound, &files(base, &parts, &modules))?,
    )?;
    write(
        &folder.join(&module),
        read_bytes(&work.join("bound/app_bg.wasm"))?,
    )?;
    step.done();
    Ok(())
}

/// Whether a file of the folder is such a part, by its name.
pub fn is_part(name: &str) -> bool {
    name.ends_with(".wasm") && !name.ends_with("_bg.wasm")
}

/// What the linker wrote, with its relocations.
fn linked(project: &Project) -> Result<Vec<u8>, Failure> {
    read_bytes(
        &project
            .target()?
            .join("wasm32-unknown-unknown/release/huhuqing.wasm"),
    )
}

/// The program but for its first module.
struct Divided {
    /// The parts by name.
    parts: BTreeSet<String>,
    /// A module for each part that alone needs something, and one of what they share.
    modules: BTreeMap<String, Vec<u8>>,
}

/// Writes the first module into a folder and gives the rest.
fn split(linked: &[u8], work: &Path) -> Result<Divided, Failure> {
    let failed = |what: String| {
        Failure::new(
            format!("the program cannot be divided: {what}"),
            "see whether build.rs has the linker keep its relocations",
        )
    };
    // A module of an earlier build must not be taken for one of this.
    if work.exists() {
        std::fs::remove_dir_all(work).map_err(|error| Failure::file(work, &error))?;
    }
    std::fs::create_dir_all(work).map_err(|error| Failure::file(work, &error))?;
    let first = work.join("app.wasm");
    let mut options = Options::new(linked);
    options.output_dir = work;
    options.main_out_path = &first;
    options.link_name = LINK;
    let divided = transform(options).map_err(|error| failed(format!("{error:#}")))?;
    let parts: BTreeSet<String> = divided.prefetch_map.keys().cloned().collect();
    if parts.is_empty() || parts.contains(SHARED) {
        return Err(failed(format!("its parts are {parts:?}")));
    }
    let mut found = BTreeMap::<String, Vec<Vec<u8>>>::new();
    for (stem, name) in names(divided.prefetch_map) {
        let module = read_bytes(&work.join(format!("{stem}.wasm")))?;
        found.entry(name).or_default().push(module);
    }
    let modules = assemble(&read_bytes(&first)?, &found, LARGEST_COPIED)?;
    Ok(Divided { parts, modules })
}

/// The name under which each module goes, by its file without the ending: that of the one part that needs it, or the
/// common one.
fn names(needed_by_part: HashMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let mut needed_by = BTreeMap::<String, BTreeSet<String>>::new();
    for (part, stems) in needed_by_part {
        for stem in stems {
            needed_by.entry(stem).or_default().insert(part.clone());
        }
    }
    let name = |mut parts: BTreeSet<String>| match (parts.pop_first(), parts.len()) {
        (Some(part), 0) => part,
        _ => SHARED.to_owned(),
    };
    needed_by
        .into_iter()
        .map(|(stem, parts)| (stem, name(parts)))
        .collect()
}

/// Has wasm-bindgen, which trunk's hook finds on its path, write the script of the first module.
fn bind(project: &Project, work: &Path) -> Result<(), Failure> {
    let mut command = project.command("wasm-bindgen");
    command
        .arg(work.join("app.wasm"))
        .arg("--out-dir")
        .arg(work.join("bound"));
    // The parts need the table, which wasm-bindgen would else take for the linker's own affair.
    command.args([
        "--out-name",
        "app",
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
    ]);
    Step::run(
        "wasm-bindgen: the first module",
        &mut command,
        "read its message above",
    )
}

fn file_name(base: &str, name: &str) -> String {
    format!("{base}_{name}.wasm")
}

/// The files that each part needs.
fn files<'a>(
    base: &str,
    parts: &'a BTreeSet<String>,
    modules: &BTreeMap<String, Vec<u8>>,
) -> BTreeMap<&'a str, Vec<String>> {
    let file = |name: &str| modules.contains_key(name).then(|| file_name(base, name));
    let of = |part: &'a String| {
        (
            part.as_str(),
            [SHARED, part].into_iter().filter_map(file).collect(),
        )
    };
    parts.iter().map(of).collect()
}

/// wasm-bindgen's script with the loader in it in place of its imports.
fn with_loader(glue: &str, files: &BTreeMap<&str, Vec<String>>) -> Result<String, Failure> {
    let entries: Vec<String> = files
        .iter()
        .map(|(part, files)| format!("    {part}: {files:?},\n"))
        .collect();
    let stamped = format!("  const FILES = {{\n{}  }}; // stamped", entries.concat());
    let loader = LOADER.replacen("  const FILES = {}; // stamped", &stamped, 1);
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(LINK);
    let imports: Vec<&str> = glue.lines().filter(is_import).collect();
    let as_name = |line: &str| Some(line.split_once(" as ")?.1.split_once(' ')?.0.to_owned());
    let names: Vec<String> = imports.iter().filter_map(|line| as_name(line)).collect();
    if names.is_empty() || names.len() != imports.len() {
        return Err(Failure::bundle(
            "wasm-bindgen's script imports the parts' loader in an unknown way",
        ));
    }
    let rest: Vec<&str> = glue.lines().filter(|line| !is_import(line)).collect();
    Ok(format!(
        "{loader}const {} = parts;\n{}\n",
        names.join(" = parts, "),
        rest.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_several_parts_need_goes_under_one_name() {
        let stems = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect();
        let names = names(HashMap::from([
            (
                "records".to_owned(),
                stems(&["chunk_7", "chunk_8", "split_records"]),
            ),
            ("demo".to_owned(), stems(&["chunk_7", "split_demo"])),
            ("packages".to_owned(), stems(&["chunk_8", "split_packages"])),
        ]));
        let of = |stem: &str| names[stem].as_str();
        assert_eq!((of("chunk_7"), of("chunk_8")), (SHARED, SHARED));
        assert_eq!((of("split_demo"), of("split_records")), ("demo", "records"));
    }

    #[test]
    fn the_script_loads_the_parts_itself_and_imports_nothing() {
        let parts = BTreeSet::from(["demo".to_owned(), "help".to_owned()]);
        let modules = ["demo", SHARED].map(|name| (name.to_owned(), Vec::new())).into();
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nlet wasm;\n";
        let script = with_loader(glue, &files("app-1", &parts, &modules)).unwrap();
        let stamped = "  const FILES = {\n    demo: [\"app-1_shared.wasm\", \"app-1_demo.wasm\"],\n    help: [\"app-1_shared.wasm\"],\n  }; // stamped";
        assert!(script.contains(stamped), "{script}");
        assert!(
            script.contains("const import1 = parts, import2 = parts;\nlet wasm;"),
            "{script}"
        );
        assert!(script.lines().all(|line| !line.starts_with("import ")));
    }

    #[test]
    fn a_part_is_known_by_the_name_of_its_file() {
        assert!(is_part(&file_name("app-1", "demo")));
        assert!(!is_part("app-1_bg.wasm") && !is_part("app-1.js"));
    }

    #[test]
    fn a_script_without_the_expected_imports_is_refused() {
        assert!(with_loader("let wasm;", &BTreeMap::new()).is_err());
        assert!(with_loader("import { a } from \"./__wasm_split.js\"", &BTreeMap::new()).is_err());
    }
}
