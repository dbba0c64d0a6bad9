//! The sentences of the first page. Pure, tested natively.

use super::model::{Open, Overview};
use crate::indicators::Status;
use crate::ui::text::home::Texts;

/// What is open in a village: only what there is, in the order in which it is done.
pub fn village(open: &Open, t: Texts) -> String {
    let some = |count: usize, words: String| (count > 0).then_some(words);
    let parts = [
        some(open.unvisited, t.part_unvisited(open.unvisited)),
        some(open.incomplete, t.part_incomplete(open.incomplete)),
        some(open.conflicts, t.part_conflicts(open.conflicts)),
        some(open.pending, t.part_pending(open.pending)),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        parts.push(t.part_nothing().to_owned());
    }
    parts.insert(0, t.registered(open.registered));
    joined(&parts, t)
}

/// What has arrived at an office and how its targets stand.
pub fn office(overview: &Overview, t: Texts) -> String {
    if overview.reported == 0 {
        return t.office_empty().to_owned();
    }
    let figures = &overview.figures;
    let (not_met, unknown) = (figures.count(Status::NotMet), figures.count(Status::Unknown));
    let parts = [
        Some(t.office_sentence(overview.reported, overview.of)),
        Some(t.office_goals(figures.count(Status::Met), figures.with_goal)),
        (not_met > 0).then(|| t.part_not_met(not_met)),
        (unknown > 0).then(|| t.part_unknown(unknown)),
    ];
    joined(&parts.into_iter().flatten().collect::<Vec<_>>(), t)
}

fn joined(parts: &[String], t: Texts) -> String {
    parts.join(t.comma()) + t.stop()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::pages::targets::board::Standing;
    use crate::ui::text::Language;
    use std::collections::BTreeMap;

    const ZH: Texts = Texts(Language::Zh);
    const EN: Texts = Texts(Language::En);

    #[test]
    fn the_first_line_names_only_what_is_open() {
        let open = Open {
            registered: 26,
            unvisited: 3,
            incomplete: 5,
            conflicts: 0,
            pending: 12,
        };
        assert_eq!(
            village(&open, ZH),
            "本村建档立卡26户，3户本季度未走访，5户资料不全，12处改动未上报。"
        );
        assert_eq!(
            village(&open, EN),
            "26 registered households, 3 not visited this quarter, 5 with fields missing, 12 changes not handed over."
        );
    }

    #[test]
    fn a_village_with_nothing_open_says_so() {
        let open = Open {
            registered: 1,
            ..Open::default()
        };
        assert_eq!(village(&open, ZH), "本村建档立卡1户，没有待办。");
        assert_eq!(
            village(&open, EN),
            "1 registered household, nothing is left to do."
        );
    }

    #[test]
    fn an_office_hears_of_villages_first_and_of_targets_after() {
        let overview = Overview {
            reported: 118,
            of: 124,
            figures: Standing {
                with_goal: 23,
                by_status: BTreeMap::from([(Status::Met, 8), (Status::NotMet, 3), (Status::Unknown, 12)]),
            },
        };
        assert_eq!(
            office(&overview, ZH),
            "124个村收到118个，23项有目标的指标已达标8项，3项未达标，12项数据不足。"
        );
        assert_eq!(office(&Overview::default(), ZH), "还没有收到任何村的数据包。");
    }
}
