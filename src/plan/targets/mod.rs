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
