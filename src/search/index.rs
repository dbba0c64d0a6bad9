//! All entries of a list, and the best answers to what was typed.

use super::entry::{Entry, Rank};

/// The entries of a list, in the list's order.
#[derive(Clone, Debug, Default)]
pub struct Index(Vec<Entry>);

impl Index {
    /// An index of the entries.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self(entries.into_iter().collect())
    }

    /// The places of the entries that answer every term of the query, best first, and in the list's order among equals.
    /// An empty query is answered by all.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = query.to_lowercase();
        let terms: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(Option<Rank>, usize)> = self
            .0
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| Some((worst(entry, &terms)?, place)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The rank of an entry is that of the term it answers worst; the outer option is whether it answers all of them.
#[expect(
    clippy::option_option,
    reason = "the inner none is the rank of the empty query"
)]
fn worst(entry: &Entry, terms: &[&str]) -> Option<Option<Rank>> {
    terms.iter().try_fold(None, |worst, term| {
        entry.rank(term).map(|rank| worst.max(Some(rank)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index::new([
            Entry::new("李张三", ["h0001"]),
            Entry::new("张三", ["h0002", "13800000017"]),
            Entry::new("张三丰", ["h0003"]),
            Entry::new("赵四", ["h0004"]),
            Entry::new("单雄信", ["h0005"]),
            Entry::new("Aung San", ["h0006"]),
        ])
    }

    #[test]
    fn a_name_is_found_exact_first_then_beginning_then_within() {
        assert_eq!(index().find("张三"), [1, 2, 0]);
    }

    #[test]
    fn initials_find_from_the_start_and_within() {
        assert_eq!(index().find("zs"), [1, 2, 3, 0]);
        assert_eq!(index().find("ZSF"), [2]);
        assert_eq!(index().find("z"), [1, 2, 3, 0]);
    }

    #[test]
    fn both_readings_of_a_surname_find_it() {
        assert_eq!(index().find("sxx"), [4]);
        assert_eq!(index().find("dxx"), [4]);
    }

    #[test]
    fn a_number_finds_by_any_part() {
        assert_eq!(index().find("0017"), [1]);
        assert_eq!(index().find("H0004"), [3]);
    }

    #[test]
    fn every_term_must_be_answered() {
        assert_eq!(index().find("zs 0003"), [2]);
        assert_eq!(index().find("张 雄"), Vec::<usize>::new());
    }

    #[test]
    fn latin_names_are_found_whatever_the_case() {
        assert_eq!(index().find("SAN"), [5]);
    }

    #[test]
    fn an_empty_query_is_answered_by_all_in_order() {
        assert_eq!(index().find("  "), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn sixteen_thousand_names_are_searched_between_two_frames() {
        let names = ["张三", "李四", "王小明", "赵钱孙"];
        let many = Index::new(
            (0..16_000).map(|n| Entry::new(names[n % names.len()], [format!("h{n:05}").as_str()])),
        );
        let begun = std::time::Instant::now();
        assert_eq!(many.find("wxm").len(), 4_000);
        // A debug build on a busy machine: the release build needs a tenth of this.
        assert!(begun.elapsed().as_millis() < 500, "{:?}", begun.elapsed());
    }
}
