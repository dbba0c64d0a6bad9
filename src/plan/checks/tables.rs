//! Entries are complete, in order, cite lines of the plan and agree with the entries they refer to.

use std::fmt::Display;

use super::{LAST_LINE, PlanData, PlanProblem};
use crate::model::{Label, ParameterUnit};
use crate::plan::*;

pub(super) fn check(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let mut problems = numbering(plan);
    problems.extend(entries(plan));
    problems.extend(
        plan.targets
            .iter()
            .flat_map(|target| target_problems(plan, target)),
    );
    problems.extend(plan.obligations.iter().flat_map(|duty| {
        let targets = duty
            .targets
            .iter()
            .filter_map(|id| plan.targets.iter().find(|target| target.id == *id));
        targets.filter_map(|target| common_line(&duty.id, &[duty.line], &target.id, target.lines))
    }));
    problems.extend(bodies(plan));
    problems.extend(
        plan.parameters
            .iter()
            .filter(|entry| !has_fitting_choice(entry))
            .map(|entry| PlanProblem::Choice { key: entry.key.id() }),
    );
    problems
}

fn numbering(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    [
        in_order(
            "baselines",
            plan.baselines.iter().map(|row| row.id),
            BaselineId::all(),
        ),
        in_order("targets", plan.targets.iter().map(|row| row.id), TargetId::all()),
        in_order(
            "measures",
            plan.measures.iter().map(|row| row.id),
            MeasureId::all(),
        ),
        in_order(
            "obligations",
            plan.obligations.iter().map(|row| row.id),
            ObligationId::all(),
        ),
        in_order("rules", plan.rules.iter().map(|row| row.id), RuleId::all()),
        in_order("notes", plan.notes.iter().map(|row| row.id), NoteId::all()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The first place where a table departs from its numbering; what follows would only repeat it.
fn in_order<Id: PartialEq + Display>(
    table: &'static str,
    mut found: impl Iterator<Item = Id>,
    mut expected: impl Iterator<Item = Id>,
) -> Option<PlanProblem> {
    let shown = |id: Option<Id>| id.map_or_else(|| "nothing".to_owned(), |id| id.to_string());
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return None,
            (wanted, there) if wanted == there => {}
            (wanted, there) => {
                return Some(PlanProblem::Numbering {
                    table,
                    expected: shown(wanted),
                    found: shown(there),
                });
            }
        }
    }
}

/// Labels, lines and indicator ids of every entry of every table.
fn entries(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let mut problems = Vec::new();
    for row in plan.baselines {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(lines(&row.id, row.lines)),
        );
    }
    for row in plan.targets {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(lines(&row.id, row.lines)),
        );
        problems.extend(indicators(&row.id, row.indicators));
    }
    for row in plan.measures {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(lines(&row.id, &[row.line])),
        );
    }
    for row in plan.obligations {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(lines(&row.id, &[row.line])),
        );
        problems.extend(indicators(&row.id, row.indicators));
    }
    for row in plan.rules {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(lines(&row.id, row.lines)),
        );
    }
    for row in plan.notes {
        problems.extend(
            label(&row.id, row.label)
                .into_iter()
                .chain(label(&row.id, row.reading)),
        );
    }
    for row in plan.parameters {
        problems.extend(label(&row.key.id(), row.label));
        problems.extend(indicators(&row.key.id(), row.indicators));
    }
    problems
}

fn label(entry: &impl Display, label: Label) -> Option<PlanProblem> {
    let empty = label.zh.is_empty() || label.en.is_empty();
    empty.then(|| PlanProblem::EmptyLabel {
        entry: entry.to_string(),
    })
}

fn lines(entry: &impl Display, lines: &[u8]) -> Vec<PlanProblem> {
    let cited = if lines.is_empty() { &[0] } else { lines };
    let outside = cited.iter().filter(|line| !(1..=LAST_LINE).contains(*line));
    outside
        .map(|line| PlanProblem::Line {
            entry: entry.to_string(),
            line: *line,
        })
        .collect()
}

fn indicators(entry: &impl Display, indicators: &[&str]) -> Vec<PlanProblem> {
    let malformed = indicators.iter().filter(|indicator| !is_indicator_id(indicator));
    malformed
        .map(|text| PlanProblem::IndicatorId {
            entry: entry.to_string(),
            indicator: (*text).to_owned(),
        })
        .collect()
}

/// `IND-`, two or three capitals, `-`, two digits.
fn is_indicator_id(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [prefix, chapter, number] = parts[..] else {
        return false;
    };
    prefix == "IND"
        && matches!(chapter.len(), 2 | 3)
        && chapter.bytes().all(|byte| byte.is_ascii_uppercase())
        && number.len() == 2
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn target_problems(plan: &PlanData<'_>, target: &Target) -> Vec<PlanProblem> {
    let entry = || target.id.to_string();
    let mut problems = Vec::new();
    if target.indicators.is_empty() {
        problems.push(PlanProblem::NotShown { entry: entry() });
    }
    let against = |goal| match goal {
        Goal::AtLeast(_) | Goal::About(_) | Goal::AtLeastOfYearBefore(_) => target.direction != Direction::Up,
        Goal::AtMost(_) | Goal::AtMostParameter(_) => target.direction != Direction::Down,
        Goal::Equals(_) | Goal::TrackOnly => false,
    };
    if target.figures.iter().any(|figure| against(figure.goal)) {
        problems.push(PlanProblem::Direction { entry: entry() });
    }
    let last_day = target.deadline.last_day();
    if last_day < PERIOD_START || last_day > PERIOD_END {
        problems.push(PlanProblem::Deadline {
            entry: entry(),
            day: last_day.to_string(),
        });
    }
    let measure = target
        .measure
        .and_then(|id| plan.measures.iter().find(|measure| measure.id == id));
    problems.extend(
        measure.and_then(|measure| common_line(&target.id, target.lines, &measure.id, &[measure.line])),
    );
    problems
}

fn common_line(id: &impl Display, lines: &[u8], other: &impl Display, others: &[u8]) -> Option<PlanProblem> {
    let common = lines.iter().any(|line| others.contains(line));
    (!common).then(|| PlanProblem::NoCommonLine {
        entry: id.to_string(),
        other: other.to_string(),
    })
}

fn bodies(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let mut problems = Vec::new();
    for measure in plan.measures {
        let all: Vec<Body> = measure.lead.iter().chain(measure.responsible).copied().collect();
        let twice = (1..all.len()).filter(|place| all[..*place].contains(&all[*place]));
        problems.extend(twice.map(|place| PlanProblem::BodyTwice {
            entry: measure.id.to_string(),
            body: all[place].id(),
        }));
    }
    let idle = Body::ALL
        .iter()
        .filter(|body| !plan.measures.iter().any(|measure| measure.involves(**body)));
    problems.extend(idle.map(|body| PlanProblem::BodyWithoutMeasure { body: body.id() }));
    problems
}

fn has_fitting_choice(parameter: &Parameter) -> bool {
    if parameter.unit != ParameterUnit::Number {
        return parameter.choices.is_empty();
    }
    let fits = |value: i64| usize::try_from(value).is_ok_and(|place| place < parameter.choices.len());
    parameter.choices.len() >= 2 && parameter.default.is_none_or(fits)
}
