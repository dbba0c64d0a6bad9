//! What a table is made of.

use crate::ui::components::Status;
use crate::ui::text::format;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers, which stand at the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: true,
        }
    }
}

/// What a cell is sorted by; an unknown one comes last in either order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// By number.
    Number(i64),
    /// By text.
    Text(String),
    /// Unknown.
    Unknown,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub(super) text: Option<String>,
    pub(super) key: SortKey,
    pub(super) status: Option<Status>,
    pub(super) href: Option<String>,
    /// Whether its words stay on one line.
    pub(super) whole: bool,
}

impl Cell {
    /// A cell of words.
    pub fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            key: SortKey::Text(text.clone()),
            text: Some(text),
            status: None,
            href: None,
            whole: false,
        }
    }

    /// A whole number; none is unknown.
    pub fn number(number: Option<i64>) -> Self {
        Self::measured(number.map(|number| (number, format::number(number))))
    }

    /// A number to sort by and the words that show it; none is unknown.
    pub fn measured(measure: Option<(i64, String)>) -> Self {
        let (key, text) = measure.map_or((SortKey::Unknown, None), |(key, text)| {
            (SortKey::Number(key), Some(text))
        });
        Self {
            text,
            key,
            status: None,
            href: None,
            whole: false,
        }
    }

    /// A status; the most urgent sorts first.
    pub fn status(status: Status) -> Self {
        let urgency = Status::ALL
            .iter()
            .position(|other| *other == status)
            .unwrap_or_default();
        Self {
            text: None,
            key: SortKey::Number(i64::try_from(urgency).unwrap_or_default()),
            status: Some(status),
            href: None,
            whole: false,
        }
    }

    /// A status in other words than its own.
    pub fn status_with(status: Status, words: impl Into<String>) -> Self {
        Self {
            text: Some(words.into()),
            ..Self::status(status)
        }
    }

    /// A date or a period, sorted by its digits; it stays on one line.
    pub fn date(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            whole: true,
            ..Self::sorted_by(key, text)
        }
    }

    /// Words that are sorted by another text.
    pub fn sorted_by(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: SortKey::Text(key.into()),
            ..Self::words(text)
        }
    }

    /// Nothing, where nothing is asked.
    pub fn blank() -> Self {
        Self::words("")
    }

    /// Something unknown.
    pub const fn unknown() -> Self {
        Self {
            text: None,
            key: SortKey::Unknown,
            status: None,
            href: None,
            whole: false,
        }
    }

    /// The cell as a link.
    #[must_use]
    pub fn link(mut self, href: String) -> Self {
        self.href = Some(href);
        self
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// Where the row leads; its first cell is the link.
    pub href: Option<String>,
    /// The cells in the order of the columns.
    pub cells: Vec<Cell>,
    /// Whether it is a sum or the area itself.
    pub strong: bool,
}
