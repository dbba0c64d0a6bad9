//! The interface: texts, routes, components, the frame and the pages. It reads the workspace's signals and calls its
//! commands; it never touches storage.

pub mod announce;
pub mod app;
pub mod components;
mod first_frame;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod pages;
mod phase;
pub mod route;
pub mod shell;
pub mod text;
pub mod theme;
