//! The icons: few, drawn on a grid of 24 with one line, never the only carrier of a meaning.

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident $path:literal;)+) => {
        /// An icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName {$(
            #[doc = stringify!($name)]
            $name,
        )+}

        impl IconName {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            const fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                }
            }
        }
    };
}

icons! {
    Home "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6";
    People "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M15.5 4.3a3.5 3.5 0 0 1 0 6.4M18 14.6c2.1.8 3.5 2.8 3.5 5.4";
    Target "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 12h.01";
    Exchange "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4";
    Inbox "M4 13l3-8h10l3 8v6H4zM4 13h5l1.5 3h3L15 13h5";
    More "M5 11.3v1.4M12 11.3v1.4M19 11.3v1.4M4.4 12h1.2M11.4 12h1.2M18.4 12h1.2";
    Search "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5";
    Plus "M12 5v14M5 12h14";
    Close "M6 6l12 12M18 6L6 18";
    Back "M15 5l-7 7 7 7";
    Forward "M9 5l7 7-7 7";
    Down "M5 9l7 7 7-7";
    File "M6 3h8l4 4v14H6zM14 3v4h4";
    Download "M12 4v11M7 11l5 5 5-5M5 20h14";
    Upload "M12 16V5M7 9l5-5 5 5M5 20h14";
    Ledger "M6 3h12v18H6zM6 8h12M9 12h6M9 16h6";
    Settings "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4";
    Help "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z";
    Lock "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3";
    Key "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 12.5L20 4M16 8l3 3M18.5 5.5L20 7";
    Visit "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z";
    Phone "M6 4h4l1.5 4.5L9 10.5a11 11 0 0 0 4.5 4.5l2-2.5L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z";
    Table "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14";
}

/// An icon beside a text; it is hidden from screen readers.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
}
