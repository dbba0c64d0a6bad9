//! The households of a village and their members on the evening of a day.

use crate::indicators::answers::{all, is};
use crate::indicators::register::{Register, register_on};
use crate::indicators::view::{
    COHORT_DAY, HEADS_OF_TOWNSHIPS, Heads, HouseholdView, Member, QuarterVisits, Toured,
};
use crate::model::{
    AsOf, BenefitLinkage, Grouped, HelperAssignment, Household, HouseholdIncomeYear, HouseholdMembership,
    HouseholdStatusEvent, HouseholdYear, NOWHERE, PersonYear, PostKind, SocialGrant, SupportMeasure, Ties,
    Visit, VisitPurpose, Year,
};

/// Households and members on a day. What of it rests on the day was asked of the day when it was made.
pub(super) struct OfDay<'a> {
    households: Vec<HouseholdRows<'a>>,
    /// The place of the household in which each person lives.
    homes: Vec<u32>,
    members: Grouped<Member<'a>>,
    events: Grouped<&'a HouseholdStatusEvent>,
    measures: Grouped<&'a SupportMeasure>,
    helpers: Grouped<&'a HelperAssignment>,
    linkages: Grouped<&'a BenefitLinkage>,
    grants: Grouped<&'a SocialGrant>,
}

struct HouseholdRows<'a> {
    household: &'a Household,
    register: Register,
    year: Option<&'a HouseholdYear>,
    income: Option<&'a HouseholdIncomeYear>,
    help: QuarterVisits,
    toured: Toured,
    frozen: Heads,
}

impl<'a> OfDay<'a> {
    pub fn new(ties: &'a Ties, as_of: &AsOf) -> Self {
        let mut events = ties.grouped_by_household::<HouseholdStatusEvent>();
        let with_register = |(place, household)| {
            let events = events.of_mut(place);
            events.sort_by_key(|(_, event)| event.date);
            HouseholdRows::new(household, register_on(household, events, as_of))
        };
        let mut households: Vec<_> = ties.households().enumerate().map(with_register).collect();
        note_year(&mut households, ties, as_of.year());
        for (place, visit) in ties.by_household::<Visit>() {
            let rows = &mut households[place as usize];
            note_tour(&mut rows.toured, visit, as_of.year());
            note_help(&mut rows.help, visit, as_of.year());
        }
        let members = find_members(&mut households, ties, as_of);
        Self {
            homes: homes_of(&members, ties.persons().len()),
            households,
            members,
            events,
            measures: ties.grouped_by_household(),
            helpers: ties.grouped_by_household(),
            linkages: ties.grouped_by_household(),
            grants: ties.grouped_by_household(),
        }
    }

    /// The households in identifier order.
    pub fn views(&self) -> impl Iterator<Item = HouseholdView<'_>> {
        (0..self.households.len()).map(|place| self.view(place))
    }

    /// The household at a place.
    pub fn view(&self, place: usize) -> HouseholdView<'_> {
        let rows = &self.households[place];
        HouseholdView {
            household: rows.household,
            register: rows.register,
            year: rows.year,
            income: rows.income,
            events: self.events.of(place),
            members: self.members.of(place),
            measures: self.measures.of(place),
            helpers: self.helpers.of(place),
            linkages: self.linkages.of(place),
            grants: self.grants.of(place),
            help: rows.help,
            toured: rows.toured,
            frozen: rows.frozen,
        }
    }

    /// The household in which the person of that place lives.
    pub fn home(&self, person: u32) -> Option<HouseholdView<'_>> {
        let place = *self.homes.get(person as usize)?;
        (place != NOWHERE).then(|| self.view(place as usize))
    }
}

impl<'a> HouseholdRows<'a> {
    fn new(household: &'a Household, register: Register) -> Self {
        Self {
            household,
            register,
            year: None,
            income: None,
            help: QuarterVisits::default(),
            toured: Toured::default(),
            frozen: Heads::default(),
        }
    }
}

/// The place of everybody's household, the first for somebody who is a member of several.
fn homes_of(members: &Grouped<Member>, persons: usize) -> Vec<u32> {
    let mut homes = vec![NOWHERE; persons];
    for (place, member) in members.iter() {
        if let Some(home) = homes
            .get_mut(member.place as usize)
            .filter(|home| **home == NOWHERE)
        {
            *home = *place;
        }
    }
    homes
}

fn note_year<'a>(households: &mut [HouseholdRows<'a>], ties: &'a Ties, year: Year) {
    for (place, row) in ties.of_year(year) {
        households[place as usize].year.get_or_insert(row);
    }
    for (place, row) in ties.of_year(year) {
        households[place as usize].income.get_or_insert(row);
    }
}

/// Notes a visit that a helper may have made in the year.
fn note_help(help: &mut QuarterVisits, visit: &Visit, year: Year) {
    let of_helper = visit
        .purpose
        .as_ref()
        .map(|purpose| *purpose == VisitPurpose::HouseholdHelp);
    if of_helper == Some(false) {
        return;
    }
    match visit.date {
        Some(date) if date.year() != year => {}
        Some(date) if of_helper == Some(true) => help.quarters[date.quarter() as usize - 1].note(date),
        Some(date) => help.unclear.note(date),
        None => help.unclear.always(),
    }
}

/// Notes a visit that the secretary or the mayor of the township may have made in the year.
fn note_tour(toured: &mut Toured, visit: &Visit, year: Year) {
    use PostKind::{TownshipMayor, TownshipSecretary, Unrecognised};
    let is_tour = is(&visit.purpose, &[VisitPurpose::Tour]);
    let of_year = visit.date.is_none_or(|date| date.year() == year);
    let by_head = matches!(
        visit.post,
        None | Some(TownshipSecretary | TownshipMayor | Unrecognised(_))
    );
    if is_tour == Some(false) || !of_year || !by_head {
        return;
    }
    for (head, post) in HEADS_OF_TOWNSHIPS.iter().enumerate() {
        let made = all(&[is_tour, is(&visit.post, std::slice::from_ref(post))]);
        match (made, visit.date) {
            (Some(true), Some(date)) => toured.by[head].note(date),
            (None, Some(date)) => toured.unclear[head].note(date),
            (Some(true) | None, None) => toured.unclear[head].always(),
            (Some(false), _) => {}
        }
    }
}

/// Finds the members on the day, and counts those of [`COHORT_DAY`].
fn find_members<'a>(households: &mut [HouseholdRows], ties: &'a Ties, as_of: &AsOf) -> Grouped<Member<'a>> {
    let persons: Vec<_> = ties.persons().map(|(_, person)| person).collect();
    let mut years = vec![None; persons.len()];
    for (place, row) in ties.of_year::<PersonYear>(as_of.year()) {
        years[place as usize].get_or_insert(row);
    }
    let before_plan = AsOf::new(COHORT_DAY);
    let mut members = Vec::new();
    for (place, person, membership) in ties.memberships() {
        let Some(rows) = households.get_mut(place as usize) else {
            continue;
        };
        if is_open(membership, &before_plan) {
            rows.frozen.count += 1;
            rows.frozen.uncertain |= membership.start.is_none();
        }
        if is_open(membership, as_of) {
            let member = Member {
                membership,
                person: persons.get(person as usize).copied().flatten(),
                year: years.get(person as usize).copied().flatten(),
                place: person,
            };
            members.push((place, member));
        }
    }
    Grouped::new(households.len(), members)
}

/// Whether a membership may be open on the evening of the day; one without a start may.
fn is_open(membership: &HouseholdMembership, as_of: &AsOf) -> bool {
    membership.start.is_none_or(|start| as_of.has_come_to(start))
        && membership.end.is_none_or(|end| !as_of.has_come_to(end))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Date;

    #[test]
    fn a_membership_is_open_from_its_start_to_the_day_before_its_end() {
        let day = |text| Date::parse(text);
        let membership = HouseholdMembership {
            start: day("2018-01-01"),
            end: day("2018-06-30"),
            ..HouseholdMembership::default()
        };
        let open = |text| is_open(&membership, &AsOf::new(day(text).unwrap()));
        assert_eq!(
            ["2017-12-31", "2018-01-01", "2018-06-29", "2018-06-30"].map(open),
            [false, true, true, false]
        );
    }
}
