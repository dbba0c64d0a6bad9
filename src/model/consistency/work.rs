//! V-WK: work, wages and public posts.

use super::area::{Area, Home, Individual};
use super::breach::yuan;
use super::{Breach, Rule};
use crate::model::{Date, EmploymentKind, EmploymentSpell, Fen, Kind, PersonId, PersonYear, PostAssignment};
use std::collections::BTreeMap;

/// Monthly wages in fen that nobody asks about: 100 to 30,000 yuan.
const WAGES: std::ops::RangeInclusive<i64> = 10_000..=3_000_000;
/// Ages at which somebody may hold a public post.
const POST_AGES: std::ops::Range<i32> = 16..70;
/// How many posts at once are too many.
const TOO_MANY_POSTS: usize = 3;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    for one in area.people().filter(|one| one.is_member) {
        if let Some(year) = one.year {
            check_months(year, found);
        }
    }
    for home in area.homes.iter().filter(|home| !home.gone) {
        check_wage(area, home, found);
    }
    check_spells(area, found);
    check_posts(area, found);
}

fn check_months(year: &PersonYear, found: &mut Vec<Breach>) {
    let months = year.work_months.map(|months| months.0);
    let mut add = |field, detail: String| {
        found.push(Breach::new(
            Rule::WorkMonths,
            Kind::PersonYear,
            year.id,
            field,
            detail,
        ));
    };
    if let Some(months) = months.filter(|months| !(0..=12).contains(months)) {
        return add("work_months", months.to_string());
    }
    let has_months = months.is_some_and(|months| months > 0);
    if has_months != year.work_area.is_some() {
        add(
            "work_area",
            months.map_or(String::new(), |months| months.to_string()),
        );
    }
}

/// Wages exactly where somebody works. Nobody works only when that is known of every member, and nobody left in the year.
fn check_wage(area: &Area<'_>, home: &Home<'_>, found: &mut Vec<Breach>) {
    let Some((income, wage)) = home.incomes[0].and_then(|income| Some((income, income.wage?))) else {
        return;
    };
    let year_end = area.terms.year_end();
    let works = |one: &Individual<'_>| one.works(year_end);
    let somebody_works = area.members(home).any(|one| works(one) == Some(true));
    let nobody_works = !home.somebody_left
        && area.size(home) > 0
        && area.knows_all_members(home)
        && area.members(home).all(|one| works(one) == Some(false));
    if (wage == Fen(0) && somebody_works) || (wage.0 > 0 && nobody_works) {
        found.push(Breach::new(
            Rule::WageAndWork,
            Kind::HouseholdIncomeYear,
            income.id,
            "wage",
            yuan(wage.0),
        ));
    }
}

/// Whether a stretch of work leaves no time for another: farming, one's own business and a public post do.
const fn fills_the_day(kind: &EmploymentKind) -> bool {
    matches!(
        kind,
        EmploymentKind::Outward | EmploymentKind::LocalTransfer | EmploymentKind::Workshop
    )
}

fn check_spells(area: &Area<'_>, found: &mut Vec<Breach>) {
    let mut by_person: BTreeMap<PersonId, Vec<&EmploymentSpell>> = BTreeMap::new();
    for row in area.records.employment_spells.iter() {
        let mut add = |rule, field, detail: String| {
            found.push(Breach::new(rule, Kind::EmploymentSpell, row.id, field, detail));
        };
        if let Some(wage) = row.monthly_wage.filter(|wage| !WAGES.contains(&wage.0)) {
            add(Rule::WageRange, "monthly_wage", yuan(wage.0));
        }
        if let (Some(start), Some(end)) = (row.start, row.end)
            && end <= start
        {
            add(Rule::WorkDates, "end", start.to_string());
        }
        let is_farming = row.kind == Some(EmploymentKind::Farming);
        let age = age_on(area, row.person_id, row.start);
        if let Some(age) = age.filter(|age| *age < 16 && !is_farming) {
            add(Rule::WorkDates, "start", age.to_string());
        }
        if let Some(person) = row
            .person_id
            .filter(|_| row.kind.as_ref().is_some_and(fills_the_day))
        {
            by_person.entry(person).or_default().push(row);
        }
    }
    for spells in by_person.values_mut() {
        spells.sort_by_key(|row| (row.start, row.id));
        for (before, row) in spells.iter().zip(spells.iter().skip(1)) {
            if let (Some(end), Some(start)) = (before.end, row.start)
                && before.start.is_some()
                && start < end
            {
                let detail = format!("{} {end}", before.id);
                found.push(Breach::new(
                    Rule::WorkDates,
                    Kind::EmploymentSpell,
                    row.id,
                    "start",
                    detail,
                ));
            }
        }
    }
}

fn age_on(area: &Area<'_>, person: Option<PersonId>, day: Option<Date>) -> Option<i32> {
    area.person(person)?.age(day?)
}

/// The age of who has held a public post beyond the ages for it: by its end, by the day while it lasts, and in any case by its
/// start.
fn is_too_old(area: &Area<'_>, row: &PostAssignment) -> Option<i32> {
    let birth = area.person(row.person_id)?.person?.birth_date?;
    let (start, limit) = (row.start?, birth.turns(POST_AGES.end)?);
    let by = |date: Date| (date >= limit).then(|| date.age_since(birth));
    match row.end.filter(|end| area.as_of.has_come_to(*end)) {
        Some(end) => by(end.max(start)),
        None if !area.as_of.has_come_to(start) => by(start),
        None => area.as_of.has_come_to(limit).then(|| area.as_of.age(birth)),
    }
}

fn check_posts(area: &Area<'_>, found: &mut Vec<Breach>) {
    let as_of = &area.as_of;
    let mut held: BTreeMap<PersonId, Vec<&PostAssignment>> = BTreeMap::new();
    for row in area.records.post_assignments.iter() {
        let mut add = |field, detail: String| {
            found.push(Breach::new(
                Rule::WorkDates,
                Kind::PostAssignment,
                row.id,
                field,
                detail,
            ));
        };
        if let (Some(start), Some(end)) = (row.start, row.end)
            && end <= start
        {
            add("end", start.to_string());
        }
        let first = age_on(area, row.person_id, row.start);
        let too_old = is_too_old(area, row);
        if let Some(age) = first.filter(|age| *age < POST_AGES.start) {
            add("start", age.to_string());
        } else if let Some(age) = too_old {
            add("person_id", age.to_string());
        }
        let is_held = row.start.is_some_and(|start| as_of.has_come_to(start))
            && row.end.is_none_or(|end| !as_of.has_come_to(end));
        if let Some(person) = row.person_id.filter(|_| is_held) {
            held.entry(person).or_default().push(row);
        }
    }
    for posts in held.into_values().filter(|posts| posts.len() >= TOO_MANY_POSTS) {
        for row in &posts {
            found.push(Breach::new(
                Rule::WorkDates,
                Kind::PostAssignment,
                row.id,
                "post_id",
                posts.len().to_string(),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Count, LabourCapacity, WorkArea};

    #[test]
    fn v_wk_1_wants_months_and_place_together() {
        let at = |field: &str| Some(format!("person_year[p1-2018].{field}"));
        for (months, place, expected) in [
            (Some(5), true, None),
            (None, false, None),
            (Some(0), false, None),
            (Some(13), true, at("work_months")),
            (Some(-1), false, at("work_months")),
            (Some(0), true, at("work_area")),
            (None, true, at("work_area")),
            (Some(5), false, at("work_area")),
        ] {
            let mut f = Sound::new();
            let year = f.person_year("p1");
            year.work_months = months.map(Count);
            year.work_area = place.then_some(WorkArea::InCounty);
            assert_eq!(
                f.at(Rule::WorkMonths),
                Vec::from_iter(expected),
                "{months:?} {place}"
            );
        }
    }

    #[test]
    fn v_wk_2_wants_wages_exactly_where_somebody_works() {
        let at = ["household_income_year[h1-2018].wage"];
        let mut f = Sound::new();
        f.income("h1").wage = Some(Fen(0));
        assert_eq!(f.at(Rule::WageAndWork), at, "the head works for nothing");
        f.income("h1").wage = None;
        assert!(!f.is_broken(Rule::WageAndWork), "wages unknown");
        let year = f.person_year("p1");
        (year.work_months, year.work_area) = (Some(Count(0)), None);
        f.person_year("p2").work_months = Some(Count(0));
        f.income("h1").wage = Some(Fen(500_000));
        assert_eq!(f.at(Rule::WageAndWork), at, "nobody earns them");
        f.person_year("p2").work_months = None;
        assert!(!f.is_broken(Rule::WageAndWork), "perhaps the spouse works");
        f.person_year("p2").labour = Some(LabourCapacity::Lost);
        assert!(f.is_broken(Rule::WageAndWork));
        f.membership("m2").end = Some(Date::of::<2018, 6, 1>());
        assert!(
            !f.is_broken(Rule::WageAndWork),
            "she may have worked before she left"
        );
    }

    #[test]
    fn v_wk_3_reads_the_dates_of_work() {
        let mut f = Sound::new();
        let d = |month, day| Date::new(2018, month, day);
        (f.spell("w1", "p1").start, f.spell("w1", "p1").end) = (d(3, 1), d(6, 1));
        f.spell("w2", "p1").start = d(6, 1);
        assert!(!f.is_broken(Rule::WorkDates));
        f.spell("w2", "p1").start = d(5, 31);
        assert_eq!(
            f.at(Rule::WorkDates),
            ["employment_spell[w2].start"],
            "two at once"
        );
        f.spell("w2", "p1").kind = Some(EmploymentKind::Farming);
        assert!(!f.is_broken(Rule::WorkDates), "one may farm besides");
        f.spell("w2", "p1").kind = None;
        f.spell("w1", "p1").end = d(2, 1);
        assert_eq!(f.at(Rule::WorkDates), ["employment_spell[w1].end"]);
        f.spell("w1", "p1").end = None;
        assert!(!f.is_broken(Rule::WorkDates));
        f.spell("w1", "p1").person_id = f.id("p3");
        assert_eq!(f.at(Rule::WorkDates), ["employment_spell[w1].start"], "a child");
        f.spell("w1", "p1").start = None;
        assert!(!f.is_broken(Rule::WorkDates));
    }

    #[test]
    fn v_wk_3_reads_ages_and_number_of_public_posts() {
        let mut f = Sound::new().without_numbers();
        for post in ["a1", "a2"] {
            f.post(post, "p1").start = Date::new(2018, 1, 1);
        }
        assert!(!f.is_broken(Rule::WorkDates));
        f.post("a3", "p1").start = Date::new(2018, 1, 1);
        let all = ["a1", "a2", "a3"].map(|id| format!("post_assignment[{id}].post_id"));
        assert_eq!(f.at(Rule::WorkDates), all);
        f.post("a3", "p1").end = Date::new(2018, 7, 1);
        assert!(!f.is_broken(Rule::WorkDates));
        f.person("p1").birth_date = Date::new(1948, 7, 2);
        assert!(
            f.at(Rule::WorkDates)
                .contains(&"post_assignment[a1].person_id".to_owned())
        );
        assert!(
            !f.at(Rule::WorkDates)
                .contains(&"post_assignment[a3].person_id".to_owned()),
            "69 on the last day"
        );
        f.person("p1").birth_date = Date::new(2003, 1, 1);
        assert!(
            f.at(Rule::WorkDates)
                .contains(&"post_assignment[a1].start".to_owned())
        );
        f.person("p1").birth_date = None;
        assert!(!f.is_broken(Rule::WorkDates));
    }

    #[test]
    fn v_wk_4_doubts_wages_that_are_too_low_or_too_high() {
        for (fen, fires) in [
            (Some(9_999), true),
            (Some(10_000), false),
            (Some(3_000_000), false),
            (Some(3_000_001), true),
            (None, false),
        ] {
            let mut f = Sound::new();
            f.spell("w1", "p1").monthly_wage = fen.map(Fen);
            assert_eq!(f.is_broken(Rule::WageRange), fires, "{fen:?}");
        }
    }
}
