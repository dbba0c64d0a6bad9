//! Where the built app is.

use crate::Problem;
use std::path::{Path, PathBuf};

/// The folder edition, `dist/pwa/`.
///
/// # Errors
/// It is not built.
pub fn pwa() -> Result<PathBuf, Problem> {
    built("dist/pwa", "index.html")
}

/// The single file, `dist/huhuqing.html`.
///
/// # Errors
/// It is not built.
pub fn single_file() -> Result<PathBuf, Problem> {
    built("dist/huhuqing.html", "")
}

/// The single file's address for a browser.
///
/// # Errors
/// It is not built.
pub fn single_file_url() -> Result<String, Problem> {
    Ok(format!("file://{}", single_file()?.display()))
}

/// A copy of the folder edition that a test may change, in a folder that goes away with the returned value.
///
/// # Errors
/// It is not built, or cannot be copied.
pub fn copy_of_pwa() -> Result<tempfile::TempDir, Problem> {
    let copy = tempfile::tempdir().map_err(Problem::system("temporary folder"))?;
    copy_folder(&pwa()?, copy.path()).map_err(Problem::system("copying dist/pwa"))?;
    Ok(copy)
}

/// The workspace's root, for what tests read beside the editions.
pub fn project_root() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_folder
        .ancestors()
        .nth(2)
        .unwrap_or(crate_folder)
        .to_path_buf()
}

fn built(relative: &str, proof: &str) -> Result<PathBuf, Problem> {
    let path = project_root().join(relative);
    if !path.join(proof).exists() && !path.is_file() {
        return Err(Problem::NotBuilt(path));
    }
    path.canonicalize().map_err(Problem::system(relative))
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target)?;
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
