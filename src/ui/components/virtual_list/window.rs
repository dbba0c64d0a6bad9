//! Which rows of a long list are on the screen, and where the keys lead. Pure.

use std::ops::Range;

/// The rows to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    first: usize,
    end: usize,
}

impl Window {
    /// The rows on a screen of that height, scrolled by `top`, all in the unit of `row_height`; with a margin of rows
    /// beyond each edge.
    pub fn at(top: usize, height: usize, row_height: usize, count: usize, margin: usize) -> Self {
        let row_height = row_height.max(1);
        let end = (top + height).div_ceil(row_height) + margin;
        let end = end.min(count);
        Self {
            first: (top / row_height).saturating_sub(margin).min(end),
            end,
        }
    }

    /// The places of the rows.
    pub fn places(self) -> Range<usize> {
        self.first..self.end
    }
}

/// The row that a key leads to from the row `here`; none when the key means nothing to a list.
pub fn step(key: &str, here: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => here + 1,
        "ArrowUp" => here.saturating_sub(1),
        "PageDown" => here + page.max(1),
        "PageUp" => here.saturating_sub(page.max(1)),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_rows_on_the_screen_and_their_neighbours_are_built() {
        assert_eq!(Window::at(0, 640, 64, 16_000, 6).places(), 0..16);
        assert_eq!(Window::at(6_400, 640, 64, 16_000, 6).places(), 94..116);
    }

    #[test]
    fn the_window_ends_with_the_list() {
        assert_eq!(Window::at(0, 640, 64, 3, 6).places(), 0..3);
        assert_eq!(Window::at(64_000, 640, 64, 3, 6).places(), 3..3);
        assert_eq!(Window::at(0, 640, 64, 0, 6).places(), 0..0);
    }

    #[test]
    fn keys_stay_within_the_list() {
        assert_eq!(step("ArrowDown", 9, 10, 5), Some(9));
        assert_eq!(step("ArrowUp", 0, 10, 5), Some(0));
        assert_eq!(step("PageDown", 3, 10, 5), Some(8));
        assert_eq!(step("End", 3, 10, 5), Some(9));
        assert_eq!(step("a", 3, 10, 5), None);
        assert_eq!(step("Home", 0, 0, 5), None);
    }
}
