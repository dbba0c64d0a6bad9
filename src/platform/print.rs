//! Printing the page as it stands; its print style decides what shows.

use super::window;

/// Opens the browser's print dialogue.
pub fn print() {
    let _refused_in_a_sandbox = window().map(|window| window.print());
}
