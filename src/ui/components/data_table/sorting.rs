//! The order of a table's rows.

use super::cell::{SortKey, TableRow};
use std::cmp::Ordering;

/// Which column sorts the table, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    column: Option<usize>,
    falling: bool,
}

impl Order {
    /// The order after a tap on a column's header.
    pub fn tapped(self, column: usize) -> Self {
        match (self.column == Some(column), self.falling) {
            (false, _) => Self {
                column: Some(column),
                falling: false,
            },
            (true, false) => Self {
                column: Some(column),
                falling: true,
            },
            (true, true) => Self::default(),
        }
    }

    /// The value of `aria-sort` for a column.
    pub fn of(self, column: usize) -> &'static str {
        match (self.column == Some(column), self.falling) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }

    /// The arrow of a column.
    pub fn arrow(self, column: usize) -> &'static str {
        match (self.column == Some(column), self.falling) {
            (false, _) => "↕",
            (true, false) => "↑",
            (true, true) => "↓",
        }
    }
}

/// The first rows in that order; sums keep their place at the top. Only those that are shown are copied.
pub fn sorted(rows: &[TableRow], order: Order, shown: usize) -> Vec<TableRow> {
    let mut all: Vec<&TableRow> = rows.iter().collect();
    if let Some(column) = order.column {
        all.sort_by(|a, b| {
            b.strong
                .cmp(&a.strong)
                .then_with(|| compare(a, b, column, order.falling))
        });
    }
    all.into_iter().take(shown).cloned().collect()
}

fn key_of(row: &TableRow, column: usize) -> &SortKey {
    row.cells.get(column).map_or(&SortKey::Unknown, |cell| &cell.key)
}

fn compare(a: &TableRow, b: &TableRow, column: usize, falling: bool) -> Ordering {
    match (key_of(a, column), key_of(b, column)) {
        (SortKey::Unknown, SortKey::Unknown) => Ordering::Equal,
        (SortKey::Unknown, _) => Ordering::Greater,
        (_, SortKey::Unknown) => Ordering::Less,
        (a, b) if falling => b.cmp(a),
        (a, b) => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::components::{Cell, Status};

    fn row(cell: Cell) -> TableRow {
        TableRow {
            cells: vec![cell],
            ..TableRow::default()
        }
    }

    #[test]
    fn numbers_sort_as_numbers_and_the_unknown_last_both_ways() {
        let rows = vec![
            row(Cell::number(Some(10))),
            row(Cell::unknown()),
            row(Cell::number(Some(9))),
        ];
        let rising = Order::default().tapped(0);
        let keys = |order| {
            sorted(&rows, order, usize::MAX)
                .into_iter()
                .map(|row| row.cells[0].key.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            keys(rising),
            [SortKey::Number(9), SortKey::Number(10), SortKey::Unknown]
        );
        assert_eq!(
            keys(rising.tapped(0)),
            [SortKey::Number(10), SortKey::Number(9), SortKey::Unknown]
        );
    }

    #[test]
    fn a_third_tap_gives_the_callers_order_back() {
        assert_eq!(Order::default().tapped(1).tapped(1).tapped(1), Order::default());
        assert_eq!(
            Order::default().tapped(1).tapped(1).tapped(0),
            Order::default().tapped(0)
        );
    }

    #[test]
    fn what_is_not_met_sorts_before_what_is() {
        let rows = vec![row(Cell::status(Status::Met)), row(Cell::status(Status::NotMet))];
        let first = sorted(&rows, Order::default().tapped(0), 1).remove(0);
        assert_eq!(first.cells[0].status, Some(Status::NotMet));
    }
}
