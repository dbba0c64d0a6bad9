//! Which edition of the app this is.

use super::window;

/// Whether the app runs from one file on a disk or USB stick (`file:`): then there is no service worker, nothing to
/// install, and in Firefox the records belong to the file's place on the disk.
pub fn is_single_file() -> bool {
    window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "file:")
}
