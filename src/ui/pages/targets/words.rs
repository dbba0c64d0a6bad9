//! A figure in words: value, goal, gap, deadline, how much is known.

use super::board::{Gap, Line, Standing, is_known};
use crate::indicators::{Aggregation, FigureAt, Goal, Status, Tally, Test};
use crate::model::{Date, Fen};
use crate::plan::{self, Deadline, Target};
use crate::ui::components;
use crate::ui::text::{format, targets::Texts};

/// The name of a figure: its indicator's, and what is counted where the indicator has several figures.
pub fn name(at: FigureAt, t: Texts) -> String {
    let indicator = t.0.pick(at.indicator.label);
    match at.indicator.figures {
        [_] => indicator.to_owned(),
        _ => t.one_of(indicator, t.0.pick(at.figure.label)),
    }
}

/// The status as the components draw it.
pub const fn shown(status: Status) -> components::Status {
    match status {
        Status::Met => components::Status::Met,
        Status::NotMet => components::Status::NotMet,
        Status::OnTrack => components::Status::OnTrack,
        Status::Unknown => components::Status::Unknown,
        Status::NotApplicable => components::Status::NotApplicable,
        Status::Info => components::Status::Info,
    }
}

/// The value with its unit; none when it is not known.
pub fn value(at: FigureAt, tally: Tally, t: Texts) -> Option<String> {
    if !is_known(at, tally) {
        return None;
    }
    match at.aggregation() {
        Aggregation::Sum => Some(with_unit(format::number(tally.num), t.0.pick(at.figure.unit), t)),
        Aggregation::MeanFen => {
            let mean = (tally.den > 0).then(|| (2 * tally.num + tally.den).div_euclid(2 * tally.den));
            mean.map(|fen| format::money(Fen(fen), t.0))
        }
        Aggregation::Amount(_) => Some(with_unit(at.value(tally)?, t.0.pick(at.figure.unit), t)),
        Aggregation::Share | Aggregation::AllUnitsPass => at.value(tally),
    }
}

/// The goal; none when the plan sets none.
pub fn goal(at: FigureAt, t: Texts) -> Option<String> {
    let goal = at.figure.goal?;
    Some(match goal.test {
        Test::Nobody => t.goal_nobody().to_owned(),
        Test::Everybody => t.goal_everybody().to_owned(),
        Test::EveryUnitWithin | Test::Reach(_) | Test::ShareWithin(_) => {
            let figure = goal.figure()?;
            match (goal.test, figure.goal) {
                (Test::EveryUnitWithin, plan::Goal::AtMost(_)) => {
                    let limit = figure.threshold().map(|limit| limit.to_string());
                    t.goal_every_unit(&limit.unwrap_or_default())
                }
                (Test::EveryUnitWithin, _) => t.each_of(&figure_goal(figure, t)),
                _ => figure_goal(figure, t),
            }
        }
    })
}

/// The gap; none where there is nothing to compare.
pub fn gap(line: &Line, t: Texts) -> Option<String> {
    let unit = t.0.pick(line.at.figure.unit);
    match line.gap {
        Gap::NotApplicable => None,
        Gap::Nothing => Some(t.gap_none().to_owned()),
        Gap::Over(n) => Some(t.gap_over(n, unit)),
        Gap::Short(n) => Some(t.gap_short(n, unit)),
        Gap::Open(n) => Some(t.gap_open(n, unit)),
        Gap::Awaiting(n) => Some(t.gap_awaiting(n)),
    }
}

/// How much is known of what is here, or how many villages are not.
pub fn known(line: &Line, t: Texts) -> String {
    match (line.tally.is_complete(), line.missing) {
        (false, _) => t.known_of(line.tally.known, line.tally.expected),
        (true, 0) => t.known_all().to_owned(),
        (true, missing) => t.known_without(missing),
    }
}

/// Until when, and whether the plan itself says so.
pub fn deadline(deadline: Deadline, due: Date, t: Texts) -> String {
    match deadline {
        Deadline::OnOrBefore(day) => t.due_on(day),
        Deadline::EachYear(_) => t.due_each_year(due),
        Deadline::WithinPeriod => t.due_within_period().to_owned(),
        Deadline::Continuous => t.due_continuous().to_owned(),
        Deadline::ByContext(day) => t.due_by_context(day),
        Deadline::NotStated => t.due_not_stated().to_owned(),
    }
}

/// Until when a goal is to be reached, seen from a day.
pub fn goal_deadline(goal: &Goal, as_of: Date, t: Texts) -> String {
    deadline(goal.deadline(), goal.due(as_of), t)
}

/// Where the goal stands in the plan.
pub fn source(goal: &Goal, t: Texts) -> String {
    let line = t.line(u32::from(goal.line()));
    match goal.target() {
        Some(id) => format!("{} · {line}", t.target_id(&id.to_string())),
        None => format!("{line} · {}", t.implied()),
    }
}

/// What a target wants that no figure shows yet.
pub fn plan_goal(target: &Target, t: Texts) -> String {
    target
        .figures
        .first()
        .map_or_else(|| t.qualitative().to_owned(), |figure| figure_goal(figure, t))
}

/// What a figure of the plan wants.
fn figure_goal(figure: &plan::Figure, t: Texts) -> String {
    let amount = figure
        .threshold()
        .map(|quantity| with_unit(quantity.to_string(), t.0.pick(figure.unit.label()), t));
    match (figure.goal, amount) {
        (plan::Goal::AtLeast(_), Some(amount)) => t.at_least(&amount),
        (plan::Goal::AtMost(_), Some(amount)) => t.at_most(&amount),
        (plan::Goal::Equals(1), _) if figure.unit == plan::Unit::Flag => t.0.pick(figure.label).to_owned(),
        (plan::Goal::About(_), Some(amount)) => t.about(&amount),
        (plan::Goal::AtLeastOfYearBefore(share), _) => {
            t.of_year_before(&plan::Quantity::new(share, plan::Unit::BasisPoint).to_string())
        }
        (plan::Goal::AtMostParameter(_), _) => t.by_parameter().to_owned(),
        (_, Some(amount)) => amount,
        (_, None) => t.track_only().to_owned(),
    }
}

/// The sentence of the board: how many figures with a goal stand where.
pub fn sentence(standing: &Standing, as_of: Date, t: Texts) -> String {
    let count = |status, words: fn(Texts, usize) -> String| {
        Some(standing.count(status))
            .filter(|n| *n > 0)
            .map(|n| words(t, n))
    };
    let parts = [
        count(Status::Met, Texts::n_met),
        count(Status::NotMet, Texts::n_not_met),
        count(Status::OnTrack, Texts::n_on_track),
        count(Status::Unknown, Texts::n_unknown),
        count(Status::NotApplicable, Texts::n_not_applicable),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (day, of) = (t.as_of(as_of), t.with_goal(standing.with_goal));
    format!(
        "{day}{}{of}{}{}",
        t.comma(),
        parts.join(t.and_then()),
        t.full_stop()
    )
}

/// A number with its unit: Chinese writes them together.
pub fn with_unit(number: String, unit: &str, t: Texts) -> String {
    format::counted(i64::from(number == "1"), &number, unit, t.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::board;
    use super::*;
    use crate::indicators::{Scorecard, figure};
    use crate::plan::TargetId;
    use crate::ui::text::Language;
    use std::collections::BTreeMap;

    const ZH: Texts = Texts(Language::Zh);
    const EN: Texts = Texts(Language::En);

    #[test]
    fn a_value_carries_its_unit_and_what_nobody_knows_has_none() {
        let registered = figure("IND-POV-01").unwrap();
        let all = Tally {
            num: 3_183,
            den: 3_183,
            known: 3_183,
            expected: 3_183,
        };
        assert_eq!(value(registered, all, ZH).unwrap(), "3,183户");
        assert_eq!(value(registered, all, EN).unwrap(), "3,183 households");
        let none = Tally {
            num: 0,
            known: 0,
            ..all
        };
        assert_eq!(value(registered, none, ZH), None);
    }

    #[test]
    fn the_sentence_leaves_out_what_there_is_none_of() {
        let standing = Standing {
            with_goal: 25,
            by_status: BTreeMap::from([(Status::Met, 12), (Status::NotMet, 4), (Status::Unknown, 9)]),
        };
        let day = Date::of::<2018, 12, 31>();
        assert_eq!(
            sentence(&standing, day, ZH),
            "截至2018年12月31日，25项有目标的指标中：12项已达标、4项未达标、9项数据不足。"
        );
        assert_eq!(
            sentence(&standing, day, EN),
            "On 31 Dec 2018, of 25 figures with a goal: 12 met, 4 not met, 9 without enough data."
        );
    }

    #[test]
    fn a_deadline_that_the_plan_does_not_state_says_so() {
        let due = Date::of::<2020, 12, 31>();
        assert!(deadline(Deadline::NotStated, due, ZH).contains("未写明"));
        assert!(deadline(Deadline::ByContext(due), due, ZH).contains("推定"));
        assert_eq!(deadline(Deadline::OnOrBefore(due), due, EN), "by 31 Dec 2020");
    }

    #[test]
    fn targets_without_a_figure_are_told_as_the_plan_has_them() {
        let of = |number| plan_goal(plan::target(TargetId::new(number).unwrap()), ZH);
        assert_eq!(of(7), "≥5万元");
        assert_eq!(of(8), "文字表述，无数值");
        assert!(of(54).ends_with("左右"), "{}", of(54));
        assert_eq!(of(79), "不低于上年的100%");
    }

    #[test]
    fn nothing_is_all_known_while_villages_have_not_reported() {
        let left = figure("IND-POV-02").unwrap();
        let mut card = Scorecard {
            missing: 10,
            ..Scorecard::default()
        };
        let known_on = |card: &Scorecard| known(&board::line(card, left, Date::of::<2018, 12, 31>()), ZH);
        assert_eq!(known_on(&card), "缺10个村");
        card.missing = 0;
        assert_eq!(known_on(&card), "全部已知");
    }

    #[test]
    fn a_gap_names_what_is_left() {
        let left = figure("IND-POV-02").unwrap();
        let mut card = Scorecard::default();
        card.tallies[left.place] = Tally {
            num: 21,
            den: 100,
            known: 100,
            expected: 100,
        };
        let line = board::line(&card, left, Date::of::<2018, 12, 31>());
        assert_eq!(gap(&line, ZH).unwrap(), "还有21户");
        assert_eq!(gap(&line, EN).unwrap(), "21 left");
    }
}
