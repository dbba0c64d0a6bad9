//! Every command a developer types: `cargo xtask <command>`.
//!
//! | module | holds |
//! |---|---|
//! | [`commands`] | the commands and their help |
//! | [`step`] | running a program as a named, timed step |
//! | [`failure`] | what went wrong and what to do about it |
//! | [`project`] | where things are |
//! | [`tools`] | finding and installing trunk, wasm-bindgen, wasm-opt, browsers |
//! | [`stamp`] | what trunk's output still lacks: the page that ships, the service worker's list |
//! | [`parts`] | the program divided into what opens and what is loaded on first use |
//! | [`page`], [`policy`] | a built page's elements, and its Content-Security-Policy |
//! | [`folder`] | the folder edition's page, which opens with three requests |
//! | [`single_file`] | the whole app in one HTML file |
//! | [`sizes`] | raw, gzip and brotli sizes of what ships |

mod commands;
mod failure;
mod folder;
mod page;
mod parts;
mod policy;
mod project;
mod single_file;
mod sizes;
mod stamp;
mod step;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match commands::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
