//! The three browser engines, and what each of them can do in a test.

use std::path::PathBuf;

/// A browser engine with its driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by `chromedriver`: everything, and the DevTools protocol.
    Chromium,
    /// Firefox by `geckodriver`: no console log, no DevTools protocol.
    Firefox,
    /// WebKitGTK's `MiniBrowser` by `WebKitWebDriver`: no console log, no downloads, and a profile that lasts as long as it
    /// does; it wants a display.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// The driver: what the variable names, or the program of this name on the path.
    pub(crate) fn driver(self) -> PathBuf {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        std::env::var_os(variable).map_or_else(|| program.into(), PathBuf::from)
    }

    /// Whether the browser writes a file that a page hands out, where a test finds it.
    pub const fn downloads(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether what a page has stored is there after the browser was closed and started again.
    pub const fn remembers(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether it says what a page wrote to its console.
    pub const fn tells_its_console(self) -> bool {
        matches!(self, Self::Chromium)
    }
}
