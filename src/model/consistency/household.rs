//! V-HH: who belongs to a household on the day, and how its members are related.

use super::area::{Area, Home, Individual, is_open};
use super::{Breach, Rule};
use crate::model::{HouseholdId, HouseholdMembership, Kind, Person, RelationToHead, Sex};
use std::collections::BTreeSet;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    for home in area.homes.iter().filter(|home| !home.gone) {
        check_members(area, home, found);
    }
    let mut memberships = vec![0_u32; area.ties.persons().len()];
    for (_, person, row) in area.ties.memberships() {
        check_sex(area.at(person), row, found);
        if let Some(count) = memberships.get_mut(person as usize)
            && row.household_id.is_some()
            && is_open(row, &area.as_of)
        {
            *count += 1;
        }
    }
    for (place, _) in memberships.iter().enumerate().filter(|(_, count)| **count > 1) {
        check_homes(area, place as u32, found);
    }
}

/// Somebody with several memberships, which may be of one household.
fn check_homes(area: &Area<'_>, place: u32, found: &mut Vec<Breach>) {
    let of_person = area.ties.memberships().filter(|(_, person, _)| *person == place);
    let open = of_person.filter(|(_, _, row)| is_open(row, &area.as_of));
    let households: BTreeSet<HouseholdId> = open.filter_map(|(_, _, row)| row.household_id).collect();
    let person = area.ties.persons().nth(place as usize);
    if let Some((person, _)) = person.filter(|_| households.len() > 1) {
        let names: Vec<&str> = households.iter().map(HouseholdId::as_str).collect();
        found.push(Breach::new(
            Rule::TwoHouseholds,
            Kind::Person,
            person,
            "",
            names.join(", "),
        ));
    }
}

fn check_members(area: &Area<'_>, home: &Home<'_>, found: &mut Vec<Breach>) {
    let of = |relation: RelationToHead| {
        area.memberships(home)
            .filter(move |(row, _)| row.relation.as_ref() == Some(&relation))
    };
    let has_left = |person: &Person| person.left_at.is_some_and(|left| area.as_of.has_come_to(left));
    let everybody_left = area
        .memberships(home)
        .all(|(_, person)| person.is_some_and(has_left));
    if everybody_left {
        if !home.begins_later {
            found.push(home.breach(Rule::EmptyHousehold, "", ""));
        }
        return;
    }
    let heads = of(RelationToHead::Head).count();
    let some_unknown = area.memberships(home).any(|(row, _)| row.relation.is_none());
    if heads > 1 || (heads == 0 && !some_unknown) {
        found.push(home.breach(Rule::HeadCount, "", heads.to_string()));
    }
    let spouses = of(RelationToHead::Spouse).count();
    if spouses > 1 {
        found.push(home.breach(Rule::OneSpouse, "", spouses.to_string()));
    }
    if heads == 1 && spouses > 0 {
        check_spouses(area, home, found);
    }
}

fn check_spouses(area: &Area<'_>, home: &Home<'_>, found: &mut Vec<Breach>) {
    let of = |relation: RelationToHead| {
        let related = area.memberships(home);
        related
            .filter(move |(row, _)| row.relation.as_ref() == Some(&relation))
            .map(|(row, person)| (row, person.and_then(|person| person.sex.as_ref())))
    };
    let head = of(RelationToHead::Head).find_map(|(_, sex)| sex);
    for (spouse, sex) in of(RelationToHead::Spouse) {
        if head.is_some() && sex == head {
            found.push(membership_breach(Rule::SpousesAlike, spouse));
        }
    }
}

fn check_sex(one: Option<&Individual<'_>>, row: &HouseholdMembership, found: &mut Vec<Breach>) {
    let sex = one
        .and_then(|one| one.person)
        .and_then(|person| person.sex.as_ref());
    let expected = row.relation.as_ref().and_then(sex_of);
    if let (Some(sex @ (Sex::Male | Sex::Female)), Some(expected)) = (sex, expected)
        && *sex != expected
    {
        found.push(membership_breach(Rule::RelationAndSex, row));
    }
}

fn membership_breach(rule: Rule, row: &HouseholdMembership) -> Breach {
    let detail = super::breach::code(row.relation.as_ref());
    Breach::new(rule, Kind::HouseholdMembership, row.id, "relation", detail)
}

/// The sex that a relation tells; none for those that either may have.
const fn sex_of(relation: &RelationToHead) -> Option<Sex> {
    use RelationToHead as R;
    match relation {
        R::Son
        | R::SonInLaw
        | R::Grandson
        | R::DaughtersSon
        | R::Father
        | R::WifesFather
        | R::HusbandsFather
        | R::Grandfather
        | R::MaternalGrandfather
        | R::GreatGrandson
        | R::Nephew
        | R::Uncle => Some(Sex::Male),
        R::Daughter
        | R::DaughterInLaw
        | R::Granddaughter
        | R::DaughtersDaughter
        | R::Mother
        | R::WifesMother
        | R::HusbandsMother
        | R::Grandmother
        | R::MaternalGrandmother
        | R::GreatGranddaughter
        | R::Niece
        | R::BrothersWife => Some(Sex::Female),
        R::Head | R::Spouse | R::Sibling | R::Other | R::Unrecognised(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{END, Sound};
    use super::*;
    use crate::model::{Date, StatusEventKind};

    #[test]
    fn v_hh_1_wants_exactly_one_head() {
        let mut f = Sound::new();
        f.membership("m2").relation = Some(RelationToHead::Head);
        assert_eq!(f.at(Rule::HeadCount), ["household[h1]"]);
        for member in ["m1", "m2"] {
            f.membership(member).relation = Some(RelationToHead::Sibling);
        }
        assert_eq!(f.at(Rule::HeadCount), ["household[h1]"]);
        f.membership("m1").relation = None;
        assert!(!f.is_broken(Rule::HeadCount), "the unknown one may be the head");
    }

    #[test]
    fn v_hh_2_allows_one_spouse() {
        let mut f = Sound::new();
        f.membership("m3").relation = Some(RelationToHead::Spouse);
        assert_eq!(f.at(Rule::OneSpouse), ["household[h1]"]);
        f.membership("m3").relation = None;
        assert!(!f.is_broken(Rule::OneSpouse));
    }

    #[test]
    fn v_hh_3_finds_spouses_of_one_sex() {
        let mut f = Sound::new();
        f.person("p2").sex = Some(Sex::Male);
        assert_eq!(f.at(Rule::SpousesAlike), ["household_membership[m2].relation"]);
        f.person("p2").sex = None;
        assert!(!f.is_broken(Rule::SpousesAlike));
    }

    #[test]
    fn v_hh_4_compares_the_relation_with_the_sex() {
        for (relation, fires) in [
            (RelationToHead::Daughter, true),
            (RelationToHead::WifesMother, true),
            (RelationToHead::Son, false),
            (RelationToHead::Sibling, false),
            (RelationToHead::Other, false),
        ] {
            let mut f = Sound::new();
            f.membership("m3").relation = Some(relation.clone());
            assert_eq!(f.is_broken(Rule::RelationAndSex), fires, "{relation:?}");
            f.person("p3").sex = None;
            assert!(!f.is_broken(Rule::RelationAndSex), "{relation:?}");
        }
    }

    #[test]
    fn v_hh_5_finds_a_household_without_a_living_member() {
        let mut f = Sound::new();
        for member in ["m1", "m2", "m3"] {
            f.membership(member).end = Some(Date::of::<2018, 5, 1>());
        }
        assert_eq!(f.at(Rule::EmptyHousehold), ["household[h1]"]);
        f.event("e1", StatusEventKind::DiedOut, Date::of::<2018, 5, 1>());
        assert!(!f.is_broken(Rule::EmptyHousehold), "it left the register");
        let mut f = Sound::new();
        for person in ["p1", "p2", "p3"] {
            f.person(person).left_at = Some(END);
        }
        assert!(f.is_broken(Rule::EmptyHousehold), "nobody is alive");
        let mut f = Sound::new();
        for member in ["m1", "m2", "m3"] {
            f.membership(member).start = Some(Date::of::<2019, 5, 1>());
        }
        assert!(!f.is_broken(Rule::EmptyHousehold), "it begins later");
    }

    #[test]
    fn one_person_in_two_households_has_to_be_put_right() {
        let mut f = Sound::new();
        f.household("h2");
        f.join("m9", "h2", "p3", RelationToHead::Grandson);
        assert_eq!(f.at(Rule::TwoHouseholds), ["person[p3]"]);
        f.membership("m3").end = Some(END);
        assert!(!f.is_broken(Rule::TwoHouseholds));
    }
}
