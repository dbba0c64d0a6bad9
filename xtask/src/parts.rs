//! Divides the linker's output into the first module and the parts that are loaded on first use (`src/platform/part.rs`).
//!
//! `wasm_split_cli_support` reads from the linker's relocations what each entry of a part reaches. What only one part
//! reaches becomes its module; what several reach becomes a module that comes with whichever of them is first; all else
//! stays in the first module, the only one that wasm-bindgen sees. The others need nothing of it but memory, table and
//! stack pointer, so that a few lines of script load them (`parts.js`).

use crate::failure::Failure;
use crate::folder::app_files;
use crate::project::{Project, read, read_bytes, write};
use crate::step::Step;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// Loads the parts; it goes before the script that wasm-bindgen wrote.
const LOADER: &str = include_str!("parts.js");

/// Where that script says it has the loader from.
const LINK: &str = "./__wasm_split.js";

/// The name between the module's own and a part's in the name of a file.
const BEFORE_PART: char = '_';

/// Puts the divided program in the place of the whole one, in the folder that trunk has built for release.
///
/// # Errors
/// The program was not linked for it, or a step fails.
pub fn divide(project: &Project, folder: &Path) -> Result<(), Failure> {
    let step = Step::begin("dividing the program into its parts");
    let page = read(&folder.join("index.html"))?;
    let [module, glue] = app_files(&page)?;
    let work = project.target()?.join("parts");
    let files = split(&linked(project)?, &work)?;
    bind(project, &work)?;
    let base = glue.trim_end_matches(".js");
    let names: BTreeMap<&String, String> = files
        .iter()
        .map(|(stem, parts)| (stem, file_name(base, parts)))
        .collect();
    for (stem, name) in &names {
        let content = read_bytes(&work.join(format!("{stem}.wasm")))?;
        write(&folder.join(name), content)?;
    }
    let bound = read(&work.join("bound/app.js"))?;
    write(
        &folder.join(&glue),
        with_loader(&bound, &by_part(&files, &names))?,
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

/// The parts that need each module, by the module's file without its ending.
type Needed = BTreeMap<String, BTreeSet<String>>;

/// Writes the first module and the others into a folder.
fn split(linked: &[u8], work: &Path) -> Result<Needed, Failure> {
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
    let first: PathBuf = work.join("app.wasm");
    let mut options = Options::new(linked);
    options.output_dir = work;
    options.main_out_path = &first;
    options.link_name = LINK;
    let divided = transform(options).map_err(|error| failed(format!("{error:#}")))?;
    if divided.prefetch_map.is_empty() {
        return Err(failed("it has no parts".to_owned()));
    }
    Ok(needed(divided.prefetch_map))
}

fn needed(by_part: HashMap<String, Vec<String>>) -> Needed {
    let mut needed = Needed::new();
    for (part, stems) in by_part {
        for stem in stems {
            needed.entry(stem).or_default().insert(part.clone());
        }
    }
    needed
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

/// A module's file: named after the parts that need it, and like the script after the build that it belongs to.
fn file_name(base: &str, parts: &BTreeSet<String>) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{base}{BEFORE_PART}{}.wasm", parts.join("-"))
}

/// The files that each part needs.
fn by_part<'a>(needed: &'a Needed, names: &BTreeMap<&String, String>) -> BTreeMap<&'a str, Vec<String>> {
    let mut files = BTreeMap::<&str, Vec<String>>::new();
    for (stem, parts) in needed {
        for part in parts {
            files.entry(part).or_default().extend(names.get(stem).cloned());
        }
    }
    files
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

    fn needed_by_two() -> Needed {
        needed(HashMap::from([
            (
                "records".to_owned(),
                vec!["chunk_7".to_owned(), "split_records".to_owned()],
            ),
            (
                "demo".to_owned(),
                vec!["chunk_7".to_owned(), "split_demo".to_owned()],
            ),
        ]))
    }

    #[test]
    fn a_module_is_named_after_the_parts_that_need_it() {
        let needed = needed_by_two();
        assert_eq!(file_name("app-1", &needed["chunk_7"]), "app-1_demo-records.wasm");
        assert_eq!(file_name("app-1", &needed["split_demo"]), "app-1_demo.wasm");
        assert!(is_part("app-1_demo.wasm") && !is_part("app-1_bg.wasm") && !is_part("app-1.js"));
    }

    #[test]
    fn the_script_loads_the_parts_itself_and_imports_nothing() {
        let needed = needed_by_two();
        let names = needed
            .iter()
            .map(|(stem, parts)| (stem, file_name("app-1", parts)))
            .collect();
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nlet wasm;\n";
        let script = with_loader(glue, &by_part(&needed, &names)).unwrap();
        assert!(
            script.contains(r#"demo: ["app-1_demo-records.wasm", "app-1_demo.wasm"],"#),
            "{script}"
        );
        assert!(
            script.contains("const import1 = parts, import2 = parts;\nlet wasm;"),
            "{script}"
        );
        assert!(script.lines().all(|line| !line.starts_with("import ")));
    }

    #[test]
    fn a_script_without_the_expected_imports_is_refused() {
        assert!(with_loader("let wasm;", &BTreeMap::new()).is_err());
        assert!(with_loader("import { a } from \"./__wasm_split.js\"", &BTreeMap::new()).is_err());
    }
}
