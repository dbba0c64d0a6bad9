//! Where a household or a person stands in the processes that no record holds (DOMAIN A6: P-03, P-05, P-10, P-13, P-14).

use super::answers::{any, is, open_on};
use super::clarities::has_helper;
use super::industry::has_labour;
use super::poverty::has_measure;
use super::{Cause, Clarity, Context, Finding, HouseholdView, Member, Poverty, Reason};
use crate::model::{EmploymentKind, Fen, GrantKind, JobDemand, Kind, Records, SocialGrant, SupportNature};

/// How far something has come in a computed process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It has come to the state of that place, and why no further.
    At(usize, Option<Reason>),
    /// It is not known how far.
    Unknown(Reason),
    /// The process does not concern it.
    Outside(Reason),
}

/// P-13: the kind of help that suits a household, by whether a member can work (plan line 104).
///
/// # Errors
/// The field that is missing, while it is not known.
pub fn household_class(view: &HouseholdView) -> Result<SupportNature, Reason> {
    if view.members.is_empty() {
        return Err(Reason::of(Cause::NoMembers));
    }
    match has_labour(view) {
        Some(true) => Ok(SupportNature::Development),
        Some(false) => Ok(SupportNature::Protective),
        None => Err(Reason::missing(Kind::PersonYear, "labour")),
    }
}

/// P-14: an exited household keeps its measures, its helper and its visits (plan lines 31, 100).
pub fn kept_after_exit(view: &HouseholdView, context: &Context) -> Finding {
    let visited = view.help.includes(context.as_of.quarter(), context.as_of);
    let missed = Reason::new(Cause::NotVisited, Kind::Visit, "date");
    let visits = match (visited, view.help.is_unclear(context.as_of)) {
        (true, _) => Finding::Yes,
        (false, true) => Finding::Unknown(Reason::missing(Kind::Visit, "date")),
        (false, false) => Finding::No(missed),
    };
    Finding::all([has_measure(view, context.year), has_helper(view, context), visits])
}

/// How far a household has come in a computed process; none for one that is about persons, or that records hold.
pub fn course_of(process: &str, view: &HouseholdView, context: &Context) -> Option<Course> {
    let course = match process {
        "P-03" => all_clear,
        "P-10" => allowance,
        "P-13" => class,
        "P-14" => kept,
        _ => return None,
    };
    Some(match view.registered() {
        Ok(poverty) => course(view, context, poverty),
        Err(super::Judgement::Unknown(reason)) => Course::Unknown(reason),
        Err(super::Judgement::Excluded(reason) | super::Judgement::Fails(reason)) => Course::Outside(reason),
        Err(_) => return None,
    })
}

fn all_clear(view: &HouseholdView, context: &Context, _: Poverty) -> Course {
    match Finding::all(Clarity::ALL.iter().map(|clarity| clarity.check(view, context))) {
        Finding::Yes => Course::At(1, None),
        Finding::No(reason) | Finding::Unknown(reason) => Course::At(0, Some(reason)),
    }
}

fn class(view: &HouseholdView, _: &Context, _: Poverty) -> Course {
    match household_class(view) {
        Ok(SupportNature::Protective) => Course::At(1, None),
        Ok(_) => Course::At(0, None),
        Err(reason) => Course::Unknown(reason),
    }
}

fn kept(view: &HouseholdView, context: &Context, poverty: Poverty) -> Course {
    match poverty {
        Poverty::Exited => match kept_after_exit(view, context) {
            Finding::Yes => Course::At(1, None),
            Finding::No(reason) => Course::At(0, Some(reason)),
            Finding::Unknown(reason) => Course::Unknown(reason),
        },
        Poverty::NotExited | Poverty::Returned => {
            Course::Outside(Reason::new(Cause::StillPoor, Kind::Household, "poverty_status"))
        }
        Poverty::Unknown(reason) => Course::Unknown(reason),
    }
}

/// P-10: what is paid tells more than what was applied for, and that more than entitlement.
fn allowance(view: &HouseholdView, context: &Context, _: Poverty) -> Course {
    let month = context.as_of.month();
    let grants = view.grants.iter().map(|(_, grant)| *grant);
    let mut paid: Vec<&SocialGrant> = grants
        .filter(|grant| grant.kind == Some(GrantKind::Dibao))
        .filter(|grant| grant.from_month.is_some_and(|from| from <= month))
        .collect();
    paid.sort_by_key(|grant| grant.from_month);
    let runs = |grant: &&&SocialGrant| grant.to_month.is_none_or(|to| to >= month);
    if let Some(running) = paid.iter().rev().find(runs) {
        let amount = |grant: &SocialGrant| grant.monthly.map(|Fen(fen)| fen);
        let adjusted = paid.iter().any(|grant| amount(grant) != amount(running));
        return Course::At(if adjusted { 4 } else { 3 }, None);
    }
    if !paid.is_empty() {
        return Course::At(5, None);
    }
    let year = view.year;
    if year.is_some_and(|row| context.has_come(row.dibao_applied_on) == Some(true)) {
        return Course::At(2, None);
    }
    match year.and_then(|row| row.dibao_eligible) {
        Some(true) => Course::At(1, None),
        Some(false) => Course::At(0, None),
        None => Course::Unknown(Reason::missing(Kind::HouseholdYear, "dibao_eligible")),
    }
}

/// P-05: how far a member has come from the wish for work to work (plan line 50), by the village's records and the posts
/// that the county knows of.
pub fn matching<'a>(
    member: &Member,
    village: &Records,
    demands: impl Iterator<Item = &'a JobDemand>,
    context: &Context,
) -> Course {
    match super::employment::can_work(member) {
        None => return Course::Unknown(Reason::missing(Kind::PersonYear, "labour")),
        Some(false) => return Course::Outside(Reason::new(Cause::NoLabour, Kind::PersonYear, "labour")),
        Some(true) => {}
    }
    if works(member, village, context) == Some(true) {
        return Course::At(4, None);
    }
    let year = member.year;
    match year.and_then(|row| row.employment_willing) {
        None => return Course::Unknown(Reason::missing(Kind::PersonYear, "employment_willing")),
        Some(false) => return Course::At(0, None),
        Some(true) => {}
    }
    let trades = year
        .and_then(|row| row.employment_trades.as_deref())
        .unwrap_or_default();
    if trades.is_empty() {
        return Course::At(1, Some(Reason::missing(Kind::PersonYear, "employment_trades")));
    }
    let mut open = demands.filter(|demand| {
        let begun = context.has_come(demand.date) == Some(true);
        begun
            && demand
                .closed_date
                .is_none_or(|closed| !context.as_of.is_past(closed))
    });
    let suits = |demand: &JobDemand| demand.trades.iter().flatten().any(|trade| trades.contains(trade));
    Course::At(if open.any(suits) { 3 } else { 2 }, None)
}

/// Whether the person works on the day, other than on the household's own land.
fn works(member: &Member, village: &Records, context: &Context) -> Option<bool> {
    let person = member.person.map(|person| person.id);
    let spells = village
        .employment_spells
        .iter()
        .filter(|row| row.person_id == person);
    let spells = spells.filter(|row| is(&row.kind, &[EmploymentKind::Farming]) != Some(true));
    let posts = village
        .post_assignments
        .iter()
        .filter(|row| row.person_id == person);
    let all = spells
        .map(|row| (row.start, row.end))
        .chain(posts.map(|row| (row.start, row.end)));
    any(all.map(|(start, end)| open_on(start, end, context.as_of)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::fixture::{Fixture, VILLAGE};
    use crate::indicators::{CountyFacts, VillageIndex};
    use crate::model::processes::{PROCESSES, Way};
    use crate::model::{
        Date, DivisionCode, Id, LabourCapacity, PovertyStatus, TradeKind, VisitPurpose, Year, YearMonth,
    };

    const DAY: Date = Date::of::<2018, 12, 31>();

    fn with<T>(f: &Fixture, read: impl FnOnce(&HouseholdView, &Context) -> T) -> T {
        let facts = CountyFacts::default();
        let ties = f.village.ties_when_asked();
        let village = VillageIndex::new(DivisionCode::new(VILLAGE).unwrap(), &f.village, &ties, DAY);
        let context = Context::new(&village, &facts);
        let view = village.households().next().unwrap();
        read(&view, &context)
    }

    fn course(f: &Fixture, process: &str) -> Course {
        with(f, |view, context| course_of(process, view, context).unwrap())
    }

    fn id<T: From<Id>>(text: &str) -> T {
        Id::new(text).unwrap().into()
    }

    #[test]
    fn every_computed_process_is_computed_and_its_states_are_enough() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        for process in PROCESSES {
            match process.way {
                Way::Computed(computed) if computed.of == Kind::Household => {
                    let course = course(&f, process.id);
                    if let Course::At(state, _) = course {
                        assert!(state < computed.states.len(), "{}", process.id);
                    }
                }
                Way::Computed(computed) => assert_eq!(computed.of, Kind::Person, "{}", process.id),
                Way::Held(_) => assert_eq!(
                    with(&f, |view, context| course_of(process.id, view, context)),
                    None
                ),
            }
        }
    }

    #[test]
    fn p_13_is_development_where_somebody_can_work() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert!(matches!(course(&f, "P-13"), Course::Unknown(_)));
        f.person_year("h1p1", 2018).labour = Some(LabourCapacity::None);
        assert_eq!(course(&f, "P-13"), Course::At(1, None));
        f.person("h1", "h1p2");
        assert!(
            matches!(course(&f, "P-13"), Course::Unknown(_)),
            "of the second nothing is known"
        );
        f.person_year("h1p2", 2018).labour = Some(LabourCapacity::Weak);
        assert_eq!(course(&f, "P-13"), Course::At(0, None));
        f.household("h1", 1).registered = Some(false);
        assert!(matches!(course(&f, "P-13"), Course::Outside(_)));
    }

    #[test]
    fn p_14_asks_an_exited_household_for_measure_helper_and_visit() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert!(matches!(course(&f, "P-14"), Course::Outside(_)), "still poor");
        let household = f.household("h1", 1);
        (household.poverty_status, household.exit_year) =
            (Some(PovertyStatus::ExitedWithPolicy), Some(Year(2017)));
        let why = |f: &Fixture| match course(f, "P-14") {
            Course::At(0, Some(reason)) => Some(reason.cause),
            _ => None,
        };
        assert_eq!(why(&f), Some(Cause::NoMeasure));
        f.measure("h1", 2018);
        assert_eq!(why(&f), Some(Cause::NoHelper));
        let helper = &mut f.village.helper_assignments.row_mut(id("a1")).record;
        (helper.household_id, helper.start) = (Some(id("h1")), Some(Date::of::<2018, 1, 1>()));
        assert_eq!(why(&f), Some(Cause::NotVisited));
        let visit = &mut f.village.visits.row_mut(id("v1")).record;
        (visit.household_id, visit.date) = (Some(id("h1")), Some(DAY));
        visit.purpose = Some(VisitPurpose::HouseholdHelp);
        assert_eq!(course(&f, "P-14"), Course::At(1, None));
    }

    #[test]
    fn p_10_goes_from_entitlement_to_the_end_of_the_grant() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert!(matches!(course(&f, "P-10"), Course::Unknown(_)));
        f.year("h1", 2018).dibao_eligible = Some(true);
        assert_eq!(course(&f, "P-10"), Course::At(1, None));
        f.year("h1", 2018).dibao_applied_on = Some(Date::of::<2018, 2, 1>());
        assert_eq!(course(&f, "P-10"), Course::At(2, None));
        let mut grant = |own: &str, from: &str, to: Option<&str>, fen: i64| {
            let row = &mut f.village.social_grants.row_mut(id(own)).record;
            (row.household_id, row.kind) = (Some(id("h1")), Some(GrantKind::Dibao));
            (row.from_month, row.to_month) = (YearMonth::parse(from), to.and_then(YearMonth::parse));
            row.monthly = Some(Fen(fen));
            with(&f, |view, context| course_of("P-10", view, context).unwrap())
        };
        assert_eq!(grant("g1", "2018-03", None, 20_000), Course::At(3, None));
        assert_eq!(
            grant("g1", "2018-03", Some("2018-06"), 20_000),
            Course::At(5, None)
        );
        assert_eq!(grant("g2", "2018-07", None, 25_000), Course::At(4, None));
        assert_eq!(
            grant("g2", "2018-07", Some("2018-08"), 25_000),
            Course::At(5, None)
        );
    }

    #[test]
    fn p_03_stays_open_until_all_six_are_clear() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert!(matches!(course(&f, "P-03"), Course::At(0, Some(_))));
    }

    #[test]
    fn p_05_goes_from_the_wish_to_work() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        let mut demand = JobDemand {
            date: Some(Date::of::<2018, 3, 1>()),
            trades: Some(vec![TradeKind::Welder]),
            ..JobDemand::default()
        };
        let of = |f: &Fixture, demand: &JobDemand| {
            with(f, |view, context| {
                let (_, member) = view.members[0];
                matching(&member, &f.village, std::iter::once(demand), context)
            })
        };
        assert!(matches!(of(&f, &demand), Course::Unknown(_)));
        f.person_year("h1p1", 2018).labour = Some(LabourCapacity::Ordinary);
        f.person_year("h1p1", 2018).employment_willing = Some(false);
        assert_eq!(of(&f, &demand), Course::At(0, None));
        f.person_year("h1p1", 2018).employment_willing = Some(true);
        assert!(matches!(of(&f, &demand), Course::At(1, Some(_))));
        f.person_year("h1p1", 2018).employment_trades = Some(vec![TradeKind::Cook]);
        assert_eq!(of(&f, &demand), Course::At(2, None));
        f.person_year("h1p1", 2018).employment_trades = Some(vec![TradeKind::Welder]);
        assert_eq!(of(&f, &demand), Course::At(3, None));
        demand.closed_date = Some(Date::of::<2018, 6, 1>());
        assert_eq!(of(&f, &demand), Course::At(2, None), "the post is gone");
        let spell = &mut f.village.employment_spells.row_mut(id("e1")).record;
        (spell.person_id, spell.start) = (Some(id("h1p1")), Some(Date::of::<2018, 5, 1>()));
        spell.kind = Some(EmploymentKind::Outward);
        assert_eq!(of(&f, &demand), Course::At(4, None));
    }
}
