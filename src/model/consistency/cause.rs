//! V-PC: why a household is poor, and whether its members bear it out.

use super::area::{Area, Home, Individual};
use super::breach::code;
use super::timeless::Ever;
use super::{Breach, Rule};
use crate::model::PovertyCause;
use rustc_hash::FxHashSet;

/// How many causes may stand beside the main one.
const MOST_OTHERS: usize = 2;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let pupils = pupils(area);
    for home in area.registered() {
        check_others(home, found);
        let main = home.household.main_cause.as_ref();
        let borne_out = match main {
            Some(PovertyCause::Illness) => borne_out(area, home, |ever| ever.ill, |ever| ever.health_known),
            Some(PovertyCause::Disability) => {
                let mut persons = area.belonged(home).filter_map(|place| area.at(place)?.person);
                let has_card = persons.any(|person| {
                    person.disability_category.is_some()
                        || person.disability_grade.is_some()
                        || person.disability_card_no.is_some()
                });
                has_card || borne_out(area, home, |ever| ever.disabled, |ever| ever.health_known)
            }
            Some(PovertyCause::Schooling) => {
                area.belonged(home).any(|place| pupils.contains(&place))
                    || borne_out(area, home, |ever| ever.student, |ever| ever.schooling_known)
            }
            _ => true,
        };
        if !borne_out {
            found.push(home.breach(Rule::CauseNotBorneOut, "main_cause", code(main)));
        }
    }
}

/// Whether somebody who ever belonged to the household bears a cause out in some year, or may do so because nothing is known
/// of that: a cause is why the household became poor, and the ill may have recovered, left or died since.
fn borne_out(area: &Area<'_>, home: &Home<'_>, bears: fn(&Ever) -> bool, known: fn(&Ever) -> bool) -> bool {
    let may_bear = |one: Option<&Individual<'_>>| one.is_none_or(|one| bears(&one.ever) || !known(&one.ever));
    area.belonged(home).next().is_none()
        || !area.knows_all_members(home)
        || area.belonged(home).any(|place| may_bear(area.at(place)))
}

/// The places of persons with a student case or education aid.
fn pupils(area: &Area<'_>) -> FxHashSet<u32> {
    let cases = area.records.student_cases.iter().map(|row| row.person_id);
    let aids = area.records.education_aids.iter().map(|row| row.person_id);
    cases.chain(aids).map(|person| area.ties.person(person)).collect()
}

fn check_others(home: &Home<'_>, found: &mut Vec<Breach>) {
    let household = home.household;
    let others = household.other_causes.as_deref().unwrap_or_default();
    let repeats = |place: usize, cause: &PovertyCause| {
        Some(cause) == household.main_cause.as_ref() || others[..place].contains(cause)
    };
    let repeated = others
        .iter()
        .enumerate()
        .any(|(place, cause)| repeats(place, cause));
    if repeated || others.len() > MOST_OTHERS {
        let codes: Vec<&str> = others.iter().map(|cause| code(Some(cause))).collect();
        let detail = format!("{}; {}", code(household.main_cause.as_ref()), codes.join(" "));
        found.push(home.breach(Rule::CausesRepeated, "other_causes", detail));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Count, Date, HealthCondition, PersonYear};

    fn because(cause: PovertyCause) -> Sound {
        let mut f = Sound::new();
        f.household("h1").main_cause = Some(cause);
        f
    }

    fn year(f: &mut Sound, person: &str, change: fn(&mut PersonYear)) {
        change(f.person_year(person));
    }

    #[test]
    fn v_pc_1_wants_illness_borne_out_in_some_year() {
        let mut f = because(PovertyCause::Illness);
        assert_eq!(f.at(Rule::CauseNotBorneOut), ["household[h1].main_cause"]);
        year(&mut f, "p2", |row| row.health = None);
        assert!(!f.is_broken(Rule::CauseNotBorneOut), "perhaps she is ill");
        year(&mut f, "p2", |row| {
            row.health = Some(vec![HealthCondition::Major])
        });
        assert!(!f.is_broken(Rule::CauseNotBorneOut));
        f.membership("m2").end = Some(Date::of::<2018, 4, 1>());
        assert!(!f.is_broken(Rule::CauseNotBorneOut), "she was ill, and left");
    }

    #[test]
    fn v_pc_1_wants_disability_borne_out() {
        let mut f = because(PovertyCause::Disability);
        assert!(f.is_broken(Rule::CauseNotBorneOut));
        f.person("p1").disability_grade = Some(Count(2));
        assert!(!f.is_broken(Rule::CauseNotBorneOut));
        f.person("p1").disability_grade = None;
        year(&mut f, "p1", |row| {
            row.health = Some(vec![HealthCondition::Disabled])
        });
        assert!(!f.is_broken(Rule::CauseNotBorneOut));
    }

    #[test]
    fn v_pc_1_wants_schooling_borne_out() {
        let mut f = because(PovertyCause::Schooling);
        assert!(!f.is_broken(Rule::CauseNotBorneOut), "the child is at school");
        year(&mut f, "p3", |row| {
            (row.student_status, row.education) = (None, Some(crate::model::Education::Primary));
        });
        assert!(f.is_broken(Rule::CauseNotBorneOut));
        f.student_case("c1", "p3");
        assert!(!f.is_broken(Rule::CauseNotBorneOut));
        f.household("h1").main_cause = None;
        assert!(!f.is_broken(Rule::CauseNotBorneOut));
    }

    #[test]
    fn v_pc_2_allows_two_other_causes_that_repeat_nothing() {
        use PovertyCause::{
            CapitalShortage as Capital, LandShortage as Land, PoorTransport, SkillShortage as Skill,
        };
        for (others, fires) in [
            (Some(vec![]), false),
            (Some(vec![Capital, Land]), false),
            (Some(vec![Skill]), true),
            (Some(vec![Capital, Capital]), true),
            (Some(vec![Capital, Land, PoorTransport]), true),
            (None, false),
        ] {
            let mut f = because(Skill);
            f.household("h1").other_causes = others.clone();
            assert_eq!(f.is_broken(Rule::CausesRepeated), fires, "{others:?}");
            assert!(Rule::CausesRepeated.severity().blocks());
        }
    }
}
