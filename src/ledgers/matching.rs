//! Which posts fit which workers who want work: the three lists of plan line 50 read together. The same records give the
//! same answer everywhere; nothing is guessed, so whoever has named no trade is offered only what asks for none.

use super::scope::{Part, Scope};
use crate::model::{
    CodeDef, CodeList, Date, EmploymentKind, Fen, Id, JobDemand, Kind, Label, LabourCapacity, PersonId,
    PersonYear, PublicPost, TradeKind,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// A worker and a post that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The place of the worker's area in [`Scope::parts`].
    pub part: usize,
    /// The worker's record of the year.
    pub worker: Id,
    /// What is offered, a demand or a public post.
    pub post: (Kind, Id),
    /// Why it fits, from [`REASONS`].
    pub reasons: Vec<&'static str>,
}

/// Every worker with every post that fits, found by either.
#[derive(Debug, Default)]
pub struct Fits {
    /// In the order of areas, workers and posts.
    pub all: Vec<Fit>,
    of_worker: BTreeMap<Id, Range<usize>>,
    of_post: BTreeMap<(Kind, Id), usize>,
}

impl Fits {
    /// The posts that fit a worker.
    pub fn of_worker(&self, worker: Id) -> &[Fit] {
        let place = self.of_worker.get(&worker).cloned();
        place.and_then(|place| self.all.get(place)).unwrap_or_default()
    }

    /// How many workers fit a post.
    pub fn of_post(&self, post: (Kind, Id)) -> usize {
        self.of_post.get(&post).copied().unwrap_or_default()
    }

    fn of(all: Vec<Fit>) -> Self {
        let mut fits = Self::default();
        for (place, fit) in all.iter().enumerate() {
            *fits.of_post.entry(fit.post).or_default() += 1;
            let own = fits.of_worker.entry(fit.worker).or_insert(place..place);
            own.end = place + 1;
        }
        Self { all, ..fits }
    }
}

const fn reason(id: &'static str, zh: &'static str, en: &'static str) -> CodeDef {
    CodeDef {
        id,
        label: Label::new(zh, en),
        national: "",
    }
}

/// Why a post fits.
pub static REASONS: CodeList = CodeList {
    id: "fit_reason",
    values: &[
        reason("trade", "工种相符", "the trade fits"),
        reason("wage", "工资不低于期望", "the wage is what is expected or more"),
        reason("wage_open", "工资待核", "the wage is still to be asked"),
        reason("own_village", "本村岗位", "a post of the own village"),
        reason("place_free", "有空缺名额", "a place is free"),
    ],
};

/// Whether somebody says that work is wanted, is able to work and has none on the day.
fn seeks<'a>(scope: &Scope<'_>, part: &Part<'a>, row: &PersonYear) -> Option<(PersonId, &'a LabourCapacity)> {
    let person = row.person_id?;
    let own = part.records.person_years.get(row.id)?;
    let labour = own.labour.as_ref()?;
    let able = matches!(
        labour,
        LabourCapacity::Ordinary | LabourCapacity::Skilled | LabourCapacity::Weak
    );
    let wants = row.year == Some(scope.year()) && row.employment_willing == Some(true);
    (wants && able && !works(scope, part, person)).then_some((person, labour))
}

/// Whether somebody has work on the day; farming leaves one free.
fn works(scope: &Scope<'_>, part: &Part<'_>, person: PersonId) -> bool {
    let spells = part.about(Kind::EmploymentSpell, "person_id", person.0);
    let spells = spells
        .iter()
        .filter_map(|id| part.records.employment_spells.get(*id));
    let busy = spells
        .filter(|row| row.kind != Some(EmploymentKind::Farming))
        .any(|row| is_open(row.start, row.end, scope));
    let posts = part.about(Kind::PostAssignment, "person_id", person.0);
    let mut posts = posts
        .iter()
        .filter_map(|id| part.records.post_assignments.get(*id));
    busy || posts.any(|row| is_open(row.start, row.end, scope))
}

fn is_open(start: Option<Date>, end: Option<Date>, scope: &Scope<'_>) -> bool {
    start.is_some_and(|day| day <= scope.day) && end.is_none_or(|day| day > scope.day)
}

/// How many hold a public post on the day.
pub(super) fn holders(scope: &Scope<'_>, part: &Part<'_>, post: Id) -> usize {
    let held = part.about(Kind::PostAssignment, "post_id", post);
    let held = held
        .iter()
        .filter_map(|id| part.records.post_assignments.get(*id));
    held.filter(|row| is_open(row.start, row.end, scope)).count()
}

/// Whether an employer still looks for people on the day.
pub(super) fn is_wanted(scope: &Scope<'_>, demand: &JobDemand) -> bool {
    demand.date.is_some_and(|day| day <= scope.day) && demand.closed_date.is_none_or(|day| day > scope.day)
}

/// Every worker with every post that fits, in the order of areas, workers and posts.
pub(super) fn fits(scope: &Scope<'_>) -> Fits {
    let demands: Vec<&JobDemand> = scope
        .parts
        .iter()
        .flat_map(|part| part.records.job_demands.iter())
        .filter(|demand| is_wanted(scope, demand))
        .collect();
    let mut all = Vec::new();
    for (place, part) in scope.parts.iter().enumerate() {
        if !part.area.within(scope.area) {
            continue;
        }
        let posts: Vec<&PublicPost> = part
            .records
            .public_posts
            .iter()
            .filter(|post| has_place(scope, part, post))
            .collect();
        for worker in part.records.person_years.iter() {
            let Some((_, labour)) = seeks(scope, part, worker) else {
                continue;
            };
            let mut offer = |post, reasons: Option<Vec<&'static str>>| {
                all.extend(reasons.map(|reasons| Fit {
                    part: place,
                    worker: worker.id.0,
                    post,
                    reasons,
                }));
            };
            for demand in &demands {
                offer((Kind::JobDemand, demand.id.0), fits_job(worker, labour, demand));
            }
            for post in &posts {
                offer((Kind::PublicPost, post.id.0), fits_post(worker, post));
            }
        }
    }
    Fits::of(all)
}

/// Whether a public post of the year has a place that nobody holds.
fn has_place(scope: &Scope<'_>, part: &Part<'_>, post: &PublicPost) -> bool {
    post.year == Some(scope.year())
        && post
            .quota
            .is_some_and(|quota| quota.0 > holders(scope, part, post.id.0) as i64)
}

/// A job away asks for full strength, a trade that the worker has, and a wage that is not below what is expected.
fn fits_job(worker: &PersonYear, labour: &LabourCapacity, demand: &JobDemand) -> Option<Vec<&'static str>> {
    let strong = matches!(labour, LabourCapacity::Ordinary | LabourCapacity::Skilled);
    let known = worker.employment_trades.iter().flatten();
    // 「其他」 on both sides may mean two different trades.
    let mut known = known.filter(|trade| **trade != TradeKind::Other);
    let asked = demand.trades.as_ref()?;
    let trade = known.any(|trade| asked.contains(trade));
    let wage = wage(worker.expected_wage, demand.wage)?;
    (strong && trade).then(|| vec!["trade", wage])
}

/// A public post of the village takes whoever can work there at all.
fn fits_post(worker: &PersonYear, post: &PublicPost) -> Option<Vec<&'static str>> {
    let wage = wage(worker.expected_wage, post.monthly)?;
    Some(vec!["own_village", "place_free", wage])
}

/// Whether an offer is what is expected; none when it is less.
fn wage(expected: Option<Fen>, offered: Option<Fen>) -> Option<&'static str> {
    match (expected, offered) {
        (Some(expected), Some(offered)) => (offered >= expected).then_some("wage"),
        _ => Some("wage_open"),
    }
}

#[cfg(test)]
mod tests;
