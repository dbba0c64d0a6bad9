//! Columns for people: Chinese characters take two places.

use unicode_width::UnicodeWidthStr;

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// The lines of a table, the header first. The last column is not padded.
pub(super) fn table(columns: &[(&str, Align)], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let width = |place: usize| {
        let cells = std::iter::once(&header)
            .chain(rows)
            .filter_map(|row| row.get(place));
        cells.map(|cell| cell.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let mut text = String::new();
    for row in std::iter::once(&header).chain(rows) {
        let mut line = String::new();
        for ((cell, width), (_, align)) in row.iter().zip(&widths).zip(columns) {
            let room = " ".repeat(width.saturating_sub(cell.width()));
            match align {
                Align::Left => line.extend([cell, &room, "  "]),
                Align::Right => line.extend([&room, cell, "  "]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_text_takes_two_places_and_numbers_stand_right() {
        let rows = vec![
            vec!["户数".into(), "7".into(), "met".into()],
            vec!["x".into(), "1234".into(), "".into()],
        ];
        let text = table(
            &[("name", Align::Left), ("n", Align::Right), ("s", Align::Left)],
            &rows,
        );
        assert_eq!(text, "name     n  s\n户数     7  met\nx     1234\n");
    }
}
