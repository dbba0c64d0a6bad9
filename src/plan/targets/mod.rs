//! The 85 targets, one file for each chapter of the plan.
//!
//! Deadlines: where a sentence names no date but describes a standing state (应保尽保) the target is `Continuous`, and
//! where it describes a yearly benefit it is `EachYear`; a piece of work without any date is `NotStated`.

mod habitat;
mod industry;
mod infrastructure;
mod overall;
mod party;
mod safeguards;
mod shape;
mod welfare;

pub use shape::{Chapter, Direction, Figure, Goal, Scope, Target, TargetKind};

use super::{BaselineId, Deadline, MeasureId, NoteId, PLAN_YEARS, ParameterKey, RuleId, TargetId, Unit};
use crate::model::{Date, Label, Year};

const BY_END_OF_2018: Deadline = Deadline::OnOrBefore(Date::of::<2018, 12, 31>());
const BY_END_OF_2020: Deadline = Deadline::OnOrBefore(Date::of::<2020, 12, 31>());
const IN_2018_BY_CONTEXT: Deadline = Deadline::ByContext(Date::of::<2018, 12, 31>());
const EVERY_PLAN_YEAR: Deadline = Deadline::EachYear(PLAN_YEARS);

const fn figure(zh: &'static str, en: &'static str, goal: Goal, unit: Unit) -> Figure {
    Figure {
        label: Label::new(zh, en),
        goal,
        unit,
        implied: false,
    }
}
const fn at_least(zh: &'static str, en: &'static str, value: i64, unit: Unit) -> Figure {
    figure(zh, en, Goal::AtLeast(value), unit)
}
const fn at_most(zh: &'static str, en: &'static str, value: i64, unit: Unit) -> Figure {
    figure(zh, en, Goal::AtMost(value), unit)
}
const fn exactly(zh: &'static str, en: &'static str, value: i64, unit: Unit) -> Figure {
    figure(zh, en, Goal::Equals(value), unit)
}
const fn about(zh: &'static str, en: &'static str, value: i64, unit: Unit) -> Figure {
    figure(zh, en, Goal::About(value), unit)
}
const fn track(zh: &'static str, en: &'static str, unit: Unit) -> Figure {
    figure(zh, en, Goal::TrackOnly, unit)
}
/// 100 %: 全覆盖, 应…尽…, 确保.
const fn all_of(zh: &'static str, en: &'static str) -> Figure {
    exactly(zh, en, 10_000, Unit::BasisPoint)
}

/// One entry a target: number, names, lines, scope, direction, deadline, figures, then what it refers to.
macro_rules! targets {
    ($chapter:ident; $(
        $number:literal $zh:literal $en:literal [$($line:literal)+] $scope:ident $direction:ident $deadline:expr,
        [$($figure:expr),*] $(measure $measure:literal)? $(baselines $($baseline:literal)+)?
        $(rules $($rule:literal)+)? $(notes $($note:literal)+)? shown by $($indicator:literal)+;
    )+) => {
        &[$(Target {
            id: TargetId::of::<$number>(),
            label: Label::new($zh, $en),
            chapter: Chapter::$chapter,
            lines: &[$($line),+],
            scope: Scope::$scope,
            direction: Direction::$direction,
            deadline: $deadline,
            figures: &[$($figure),*],
            measure: {
                let measure: &[MeasureId] = &[$(MeasureId::of::<$measure>())?];
                measure.first().copied()
            },
            baselines: &[$($(BaselineId::of::<$baseline>()),+)?],
            rules: &[$($(RuleId::of::<$rule>()),+)?],
            notes: &[$($(NoteId::of::<$note>()),+)?],
            indicators: &[$(concat!("IND-", $indicator)),+],
        }),+]
    };
}
use targets;

const CHAPTERS: [&[Target]; 7] = [
    overall::TARGETS,
    industry::TARGETS,
    welfare::TARGETS,
    infrastructure::TARGETS,
    habitat::TARGETS,
    party::TARGETS,
    safeguards::TARGETS,
];

/// All targets in order.
pub static TARGETS: [Target; TargetId::COUNT] = joined();

/// Joins the chapters when the program is compiled; too few or too many targets do not compile.
const fn joined() -> [Target; TargetId::COUNT] {
    let mut all = [overall::TARGETS[0]; TargetId::COUNT];
    let (mut filled, mut chapter) = (0, 0);
    while chapter < CHAPTERS.len() {
        let mut row = 0;
        while row < CHAPTERS[chapter].len() {
            all[filled] = CHAPTERS[chapter][row];
            filled += 1;
            row += 1;
        }
        chapter += 1;
    }
    assert!(filled == TargetId::COUNT, "a target is missing from its chapter");
    all
}

/// The targets of one chapter, in order.
pub fn targets_of(chapter: Chapter) -> &'static [Target] {
    CHAPTERS[chapter as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::target;

    fn numbers(of: impl Fn(&Target) -> bool) -> Vec<u8> {
        TARGETS
            .iter()
            .filter(|target| of(target))
            .map(|target| target.id.number())
            .collect()
    }

    #[test]
    fn every_target_stands_in_its_own_chapter() {
        for chapter in Chapter::ALL {
            assert!(
                targets_of(chapter).iter().all(|target| target.chapter == chapter),
                "{chapter:?}"
            );
        }
        assert_eq!(
            Chapter::ALL.map(|chapter| targets_of(chapter).len()),
            [9, 11, 20, 17, 12, 8, 8]
        );
    }

    #[test]
    fn only_the_comparison_with_the_nation_cannot_be_computed() {
        assert_eq!(numbers(|target| !target.is_computable()), [8]);
        assert_eq!(numbers(|target| target.kind() == TargetKind::Qualitative), [8]);
    }

    #[test]
    fn a_target_without_a_number_is_neither_met_nor_missed() {
        let tracked = [
            8, 14, 15, 16, 17, 20, 28, 34, 38, 39, 40, 56, 57, 70, 71, 72, 73, 76, 77, 84,
        ];
        assert_eq!(numbers(|target| !target.has_threshold()), tracked);
    }

    #[test]
    fn approximate_figures_and_missing_deadlines_say_so() {
        let approximate = |target: &Target| {
            target
                .figures
                .iter()
                .any(|figure| matches!(figure.goal, Goal::About(_)))
        };
        assert_eq!(numbers(approximate), [54, 60, 61]);
        assert_eq!(
            numbers(|target| matches!(target.deadline, Deadline::ByContext(_))),
            [59, 60, 61]
        );
        let noted = numbers(|target| target.notes.contains(&NoteId::of::<14>()));
        assert_eq!(noted, [43, 44, 45, 66, 67, 68]);
        assert!(
            noted
                .iter()
                .all(|number| target_numbered(*number).deadline == Deadline::NotStated)
        );
    }

    #[test]
    fn what_the_plan_implies_is_told_apart_from_what_it_prints() {
        let implied = |target: &Target| target.figures.iter().any(|figure| figure.implied);
        assert_eq!(numbers(implied), [18, 35, 37, 41, 62, 69]);
    }

    #[test]
    fn thresholds_are_shown_as_the_plan_prints_them() {
        let shown = |number, nth: usize| {
            target_numbered(number).figures[nth]
                .threshold()
                .map(|threshold| threshold.to_string())
        };
        for (number, nth, text) in [
            (2, 0, "2"),
            (7, 0, "5"),
            (41, 1, "73263.24"),
            (43, 1, "326.2"),
            (78, 0, "500"),
        ] {
            assert_eq!(shown(number, nth).as_deref(), Some(text), "T-{number:02}");
        }
        assert_eq!(shown(26, 0), None, "the cap is a parameter");
    }

    fn target_numbered(number: u8) -> &'static Target {
        TargetId::new(number).map_or(&TARGETS[0], target)
    }
}
