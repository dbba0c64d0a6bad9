//! What the list is narrowed to; it lives in the address, so that going back finds the same list. Pure.

use super::line::{Line, Standing};
use crate::model::{Code, PovertyCause};
use crate::search::Index;
use crate::ui::route::Query;

/// The filters of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// What was typed.
    pub search: String,
    /// One standing in the register.
    pub standing: Option<Standing>,
    /// Only households with required fields that are empty.
    pub incomplete: bool,
    /// Only registered households without a visit this quarter.
    pub unvisited: bool,
    /// One main cause.
    pub cause: Option<PovertyCause>,
}

impl Filter {
    /// The filters of an address.
    pub fn of(query: &Query) -> Self {
        let standing = |id: &str| Standing::ALL.into_iter().find(|standing| standing.id() == id);
        Self {
            search: query.get("q").unwrap_or_default().to_owned(),
            standing: query.get("status").and_then(standing),
            incomplete: query.has("incomplete"),
            unvisited: query.has("unvisited"),
            cause: query.get("cause").map(PovertyCause::from_id),
        }
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn lets_through(&self, line: &Line) -> bool {
        self.standing.is_none_or(|standing| standing == line.standing)
            && (!self.incomplete || line.missing > 0)
            && (!self.unvisited || waits_for_visit(line))
            && self
                .cause
                .as_ref()
                .is_none_or(|cause| line.cause.as_ref() == Some(cause))
    }

    /// The places of the lines that answer, the best answer to what was typed first.
    pub fn places(&self, lines: &[Line], index: &Index) -> Vec<usize> {
        let found = index.find(&self.search).into_iter();
        found
            .filter(|place| lines.get(*place).is_some_and(|line| self.lets_through(line)))
            .collect()
    }
}

/// The query after a tap on a filter; the standings exclude each other.
pub fn toggled(query: Query, filter: &str) -> Query {
    if Standing::ALL.iter().any(|standing| standing.id() == filter) {
        let on = query.get("status") == Some(filter);
        return query.with("status", if on { "" } else { filter });
    }
    let on = query.has(filter);
    query.with(filter, if on { "" } else { "1" })
}

/// Whether a filter is on.
pub fn is_on(query: &Query, filter: &str) -> bool {
    query.get("status") == Some(filter) || query.has(filter)
}

/// A registered household that no helper visited this quarter.
pub fn waits_for_visit(line: &Line) -> bool {
    line.standing.is_registered() && !line.visited
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{DivisionCode, HouseholdId};

    fn line(name: &str, standing: Standing, missing: i64, visited: bool) -> Line {
        Line {
            area: DivisionCode::new("530427203200").unwrap(),
            id: HouseholdId::new("h1").unwrap(),
            name: name.to_owned(),
            group: None,
            members: 1,
            standing,
            cause: None,
            missing,
            visited,
            numbers: Vec::new(),
        }
    }

    fn found(query: &str) -> Vec<usize> {
        let lines = [
            line("张三", Standing::Poor, 0, true),
            line("张四", Standing::Exited, 3, false),
            line("李五", Standing::Outside, 0, false),
        ];
        let index = Index::new(lines.iter().map(Line::entry));
        Filter::of(&Query::parse(query)).places(&lines, &index)
    }

    #[test]
    fn every_filter_narrows_the_list() {
        assert_eq!(found(""), [0, 1, 2]);
        assert_eq!(found("q=z"), [0, 1]);
        assert_eq!(found("status=exited"), [1]);
        assert_eq!(found("incomplete=1"), [1]);
        assert_eq!(found("q=z&status=not_exited"), [0]);
        assert_eq!(found("cause=illness"), Vec::<usize>::new());
    }

    #[test]
    fn only_registered_households_wait_for_a_visit() {
        assert_eq!(found("unvisited=1"), [1]);
    }

    #[test]
    fn standings_exclude_each_other_and_other_filters_do_not() {
        let query = toggled(Query::parse("status=exited&incomplete=1"), "not_exited");
        assert_eq!(query.to_string(), "?incomplete=1&status=not_exited");
        let query = toggled(query, "not_exited");
        assert_eq!(toggled(query, "incomplete").to_string(), "");
        assert!(is_on(&Query::parse("status=exited"), "exited"));
    }
}
