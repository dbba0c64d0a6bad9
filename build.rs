//! Has the linker keep what it knows in the release for browsers, so that the module can be divided (xtask's `parts`), and tells
//! the program by which rules it judges.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What a judgement rests on. Figures that a device has kept stand for as long as these are the same.
const RULES: [&str; 3] = ["src/indicators", "src/model", "src/plan"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(divided)");
    let is = |name: &str, value: &str| std::env::var(name).as_deref() == Ok(value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=divided");
        println!("cargo::rustc-link-arg-bin=huhuqing=--emit-relocs");
    }
    let mut rules = DefaultHasher::new();
    for folder in RULES {
        println!("cargo::rerun-if-changed={folder}");
        note(Path::new(folder), &mut rules)?;
    }
    println!("cargo::rustc-env=HUHUQING_RULES={:016x}", rules.finish());
    Ok(())
}

/// Notes every file under a folder, in the order of their names.
fn note(folder: &Path, rules: &mut DefaultHasher) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            note(&path, rules)?;
        } else {
            fs::read(&path)?.hash(rules);
        }
    }
    Ok(())
}
