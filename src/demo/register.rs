//! The register of 2017: households, persons and memberships as the first import brings them.

use super::book::Book;
use super::dice::Dice;
use super::home::{Course, Home, Member};
use super::names::phone;
use super::schooling::{Standing, standing};
use super::team::Team;
use crate::model::{
    Count, DisabilityCategory, EthnicGroup, HealthCondition, Household, HouseholdAttribute,
    HouseholdMembership, HouseholdMembershipId, IdentificationStandard, Person, PovertyCause, PovertyStatus,
    SourceKind, Year,
};

/// The household's record as it stood at the end of 2017.
pub(super) fn household(dice: &mut Dice, home: &Home, village_name: &str) -> Household {
    let exit_year = match home.course {
        Course::Exited(year) | Course::FellBack { exited: year, .. } => Some(year),
        Course::ExitedOn(_) => None,
    };
    let status = if exit_year.is_some() {
        PovertyStatus::ExitedWithPolicy
    } else {
        PovertyStatus::NotExited
    };
    let main_cause = main_cause(dice, home);
    let group = dice.between(1, 9);
    Household {
        id: home.id,
        village_code: Some(home.village),
        group_name: Some(format!("{group}组")),
        head_person_id: Some(home.head().id),
        head_name: Some(home.head().name.clone()),
        address: Some(format!("{village_name}{group}组{}号", home.number)),
        phone: dice.percent(88).then(|| phone(dice)),
        registered: Some(true),
        identification_standard: Some(IdentificationStandard::National),
        attribute: Some(attribute(dice, home)),
        poverty_status: Some(status),
        first_identified: Some(home.first_identified),
        exit_year,
        cohort_not_exited_2017: Some(home.course.in_cohort()),
        other_causes: Some(other_causes(dice, &main_cause)),
        main_cause: Some(main_cause),
        planned_exit_year: (home.course.in_cohort() && dice.percent(96)).then_some(Year(2018)),
        direct_transition_group: (home.head().ethnic == EthnicGroup::Lahu).then_some(true),
        source: Some(SourceKind::Base2017),
        ..Household::default()
    }
}

/// The record of a household that is not registered.
pub(super) fn not_registered(home: &Home, village_name: &str) -> Household {
    Household {
        id: home.id,
        village_code: Some(home.village),
        head_person_id: Some(home.head().id),
        head_name: Some(home.head().name.clone()),
        address: Some(format!("{village_name}{}号", home.number)),
        registered: Some(false),
        poverty_status: Some(PovertyStatus::NotRegistered),
        ..Household::default()
    }
}

fn attribute(dice: &mut Dice, home: &Home) -> HouseholdAttribute {
    let nobody_works = home.members.iter().all(|member| !member.can_work(Year(2017)));
    match (home.members.len(), nobody_works) {
        (1, true) if dice.percent(45) => HouseholdAttribute::Tekun,
        (_, true) if dice.percent(55) => HouseholdAttribute::Dibao,
        _ if dice.percent(if home.course.in_cohort() { 26 } else { 11 }) => HouseholdAttribute::Dibao,
        _ => HouseholdAttribute::General,
    }
}

/// A cause that the members bear out: illness needs an ill member, schooling a pupil.
fn main_cause(dice: &mut Dice, home: &Home) -> PovertyCause {
    use PovertyCause as Cause;
    let ill = home.has(&HealthCondition::Chronic) || home.has(&HealthCondition::Major);
    let at_school = |member: &Member| matches!(standing(member, Year(2017)), Standing::Class(_));
    // Young enough to be at school in the surveys of 2018 and 2020.
    let pupil = home
        .members
        .iter()
        .any(|member| (6..12).contains(&member.age(Year(2017))) && at_school(member));
    let nobody_works = home.members.iter().all(|member| !member.can_work(Year(2017)));
    if ill && dice.percent(60) {
        return Cause::Illness;
    }
    if home.has(&HealthCondition::Disabled) && dice.percent(60) {
        return Cause::Disability;
    }
    if pupil && dice.percent(18) {
        return Cause::Schooling;
    }
    if nobody_works {
        return Cause::LabourShortage;
    }
    dice.weighted(&[
        (38, Cause::SkillShortage),
        (30, Cause::CapitalShortage),
        (8, Cause::LandShortage),
        (8, Cause::PoorTransport),
        (9, Cause::LowMotivation),
        (3, Cause::WaterShortage),
        (4, Cause::Disaster),
    ])
}

fn other_causes(dice: &mut Dice, main: &PovertyCause) -> Vec<PovertyCause> {
    use PovertyCause::{CapitalShortage, LowMotivation, PoorTransport, SkillShortage};
    let list = [SkillShortage, CapitalShortage, PoorTransport, LowMotivation];
    let count = dice.place(&[30, 50, 20]);
    let start = dice.below(list.len());
    (0..list.len())
        .map(|step| list[(start + step) % list.len()].clone())
        .filter(|cause| cause != main)
        .take(count)
        .collect()
}

/// The person's record.
pub(super) fn person(dice: &mut Dice, member: &Member) -> Person {
    let disabled = member.health == HealthCondition::Disabled;
    let category = [
        (45, DisabilityCategory::Physical),
        (15, DisabilityCategory::Visual),
        (15, DisabilityCategory::Hearing),
        (13, DisabilityCategory::Intellectual),
        (12, DisabilityCategory::Mental),
    ];
    Person {
        id: member.id,
        name: Some(member.name.clone()),
        id_number: Some(member.id_number.clone()),
        sex: Some(member.sex.clone()),
        birth_date: Some(member.birth),
        ethnic: Some(member.ethnic.clone()),
        disability_category: disabled.then(|| dice.weighted(&category)),
        disability_grade: disabled.then(|| Count(dice.between(1, 4))),
        ..Person::default()
    }
}

/// The membership's record, open or ended.
pub(super) fn membership(home: &Home, member: &Member, ended: bool) -> HouseholdMembership {
    let end = member.end.as_ref().filter(|_| ended);
    let person = member.id.as_str();
    HouseholdMembership {
        id: HouseholdMembershipId(crate::model::Id::joined(&[&format!("m{}", &person[1..])])),
        household_id: Some(home.id),
        person_id: Some(member.id),
        start: Some(member.start),
        end: end.map(|(date, _)| *date),
        relation: Some(member.relation.clone()),
        change_in: member.joined.clone(),
        change_out: end.map(|(_, why)| why.clone()),
        ..HouseholdMembership::default()
    }
}

/// Enters a household with the members of the end of 2017.
pub(super) fn enter(book: &mut Book, team: &Team, at: u64, dice: &mut Dice, home: &Home, record: &Household) {
    book.add(team.import(at), record);
    for member in home.members.iter().filter(|member| member.joined.is_none()) {
        book.add(team.import(at), &person(dice, member));
        book.add(team.import(at), &membership(home, member, false));
    }
}
