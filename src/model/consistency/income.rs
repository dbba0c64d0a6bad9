//! V-IN: the income of the year, and of the year before.

use super::area::{Area, Home};
use super::breach::yuan;
use super::terms::year_is_over;
use super::{Breach, Rule};
use crate::model::{Fen, HouseholdId, HouseholdIncomeYear, HouseholdIncomeYearId, Kind};
use rustc_hash::FxHashSet;

/// Net income per person in fen beyond which it is doubted: 100,000 yuan.
const HIGHEST: Fen = Fen(10_000_000);

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let year = area.terms.year();
    let watched = watched(area);
    // A village that has not begun with the year is behind; that is told of the village and not of every household.
    let has_begun = area.homes.iter().any(|home| home.incomes[0].is_some());
    for home in area.registered() {
        match home.incomes[0] {
            Some(income) => check_income(income, found),
            None if has_begun && area.size(home) > 0 && year_is_over(&area.as_of) => {
                found.push(home.breach(Rule::IncomeRange, "", year.to_string()));
            }
            None => {}
        }
        check_line(area, home, &watched, found);
        check_change(home, found);
    }
}

fn breach(rule: Rule, id: HouseholdIncomeYearId, field: &'static str, detail: String) -> Breach {
    Breach::new(rule, Kind::HouseholdIncomeYear, id, field, detail)
}

fn check_income(income: &HouseholdIncomeYear, found: &mut Vec<Breach>) {
    let costs = [income.cost_operating, income.cost_other, income.cost_tax];
    let without_costs = income.cost_operating == Some(Fen(0)) && Fen::sum_of_known(&costs) == Some(Fen(0));
    if income.business_gross.is_some_and(|gross| gross.0 > 0) && without_costs {
        let detail = yuan(income.business_gross.map_or(0, |gross| gross.0));
        found.push(breach(
            Rule::BusinessWithoutCosts,
            income.id,
            "cost_operating",
            detail,
        ));
    }
    let mut out_of_range = |field, detail| found.push(breach(Rule::IncomeRange, income.id, field, detail));
    match income.per_capita() {
        None => out_of_range(first_blank(income), String::new()),
        Some(fen) if fen.0 <= 0 => out_of_range("cost_operating", yuan(fen.0)),
        Some(fen) if fen > HIGHEST => out_of_range(largest(income), yuan(fen.0)),
        Some(_) => {}
    }
}

/// The first part that keeps the income from being known.
fn first_blank(income: &HouseholdIncomeYear) -> &'static str {
    let parts = [
        ("wage", income.wage),
        ("business_gross", income.business_gross),
        ("property", income.property),
        ("cost_operating", income.cost_operating),
    ];
    let blank = parts.into_iter().find(|(_, part)| part.is_none());
    blank.map_or("members_counted", |(field, _)| field)
}

/// The part that makes the income so high.
fn largest(income: &HouseholdIncomeYear) -> &'static str {
    let parts = [
        ("wage", income.wage),
        ("business_gross", income.business_gross),
        ("property", income.property),
        ("in_kind", income.in_kind),
        ("transfer_other", income.transfer_other),
    ];
    let largest = parts.into_iter().max_by_key(|(_, part)| *part);
    largest.map_or("wage", |(field, _)| field)
}

/// Households that are being watched because they may fall back.
fn watched(area: &Area<'_>) -> FxHashSet<HouseholdId> {
    let cases = area.records.monitoring_cases.iter();
    cases
        .filter(|case| {
            case.cleared
                .is_none_or(|cleared| !area.as_of.has_come_to(cleared.first_day()))
        })
        .filter_map(|case| case.household_id)
        .collect()
}

fn check_line(area: &Area<'_>, home: &Home<'_>, watched: &FxHashSet<HouseholdId>, found: &mut Vec<Breach>) {
    let year = area.terms.year();
    let line = area.terms.poverty_lines.get(&year);
    let income = home.incomes[0].and_then(|income| Some((income.id, income.per_capita()?)));
    if let (Some(line), Some((id, fen)), Some(_)) = (line, income, home.exited_by(year))
        && fen < *line
        && !watched.contains(&home.household.id)
    {
        let detail = format!("{} < {}", yuan(fen.0), yuan(line.0));
        found.push(breach(Rule::ExitedBelowLine, id, "", detail));
    }
}

fn check_change(home: &Home<'_>, found: &mut Vec<Breach>) {
    let [now, before] = home
        .incomes
        .map(|income| Some((income?.id, income?.per_capita()?.0)));
    if let (Some((id, now)), Some((_, before))) = (now, before)
        && before > 0
        && (now - before).abs() * 2 > before
    {
        found.push(breach(
            Rule::IncomeJump,
            id,
            "",
            format!("{} → {}", yuan(before), yuan(now)),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Count, Date, MonitoringKind, PovertyStatus, Year};

    #[test]
    fn v_in_1_doubts_business_without_costs() {
        let mut f = Sound::new();
        assert!(!f.is_broken(Rule::BusinessWithoutCosts));
        f.income("h1").cost_operating = Some(Fen(0));
        assert_eq!(
            f.at(Rule::BusinessWithoutCosts),
            ["household_income_year[h1-2018].cost_operating"]
        );
        f.income("h1").cost_other = Some(Fen(100));
        assert!(!f.is_broken(Rule::BusinessWithoutCosts));
        (f.income("h1").cost_other, f.income("h1").cost_operating) = (None, None);
        assert!(!f.is_broken(Rule::BusinessWithoutCosts), "costs unknown");
        (f.income("h1").cost_operating, f.income("h1").business_gross) = (Some(Fen(0)), Some(Fen(0)));
        assert!(!f.is_broken(Rule::BusinessWithoutCosts));
    }

    #[test]
    fn v_in_2_wants_a_net_income_above_0_and_up_to_100_000_yuan() {
        let at = |field: &str| vec![format!("household_income_year[h1-2018].{field}")];
        let with = |change: fn(&mut HouseholdIncomeYear)| {
            let mut f = Sound::new();
            change(f.income("h1"));
            f.at(Rule::IncomeRange)
        };
        assert_eq!(with(|_| {}), [""; 0]);
        assert_eq!(with(|row| row.property = None), at("property"));
        assert_eq!(with(|row| row.members_counted = None), at("members_counted"));
        assert_eq!(
            with(|row| row.members_counted = Some(Count(0))),
            at("members_counted")
        );
        assert_eq!(
            with(|row| row.cost_operating = Some(Fen(99_000_000))),
            at("cost_operating")
        );
        assert_eq!(with(|row| row.wage = Some(Fen(99_000_000))), at("wage"));
        assert_eq!(
            with(|row| row.transfer_other = None),
            [""; 0],
            "transfers may stay empty"
        );
    }

    #[test]
    fn v_in_2_misses_the_income_of_a_year_that_is_over_where_others_have_theirs() {
        let mut f = Sound::new();
        f.another_household("h2", "p9");
        assert_eq!(f.at(Rule::IncomeRange), ["household[h2]"]);
        f.terms.day = Date::of::<2018, 12, 30>();
        assert!(!f.is_broken(Rule::IncomeRange), "the year is not over");
        let mut f = Sound::new();
        f.forget_income_of("h1");
        assert!(!f.is_broken(Rule::IncomeRange), "nobody has begun");
    }

    #[test]
    fn v_in_3_finds_exited_households_below_the_line() {
        let mut f = Sound::new();
        let household = f.household("h1");
        household.poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        household.exit_year = Some(Year(2017));
        f.terms.poverty_lines.insert(Year(2018), Fen(600_000));
        assert!(!f.is_broken(Rule::ExitedBelowLine), "exactly on the line");
        f.terms.poverty_lines.insert(Year(2018), Fen(600_001));
        assert_eq!(f.at(Rule::ExitedBelowLine), ["household_income_year[h1-2018]"]);
        let case = f.monitoring_case("c1", "h1");
        case.kind = Some(MonitoringKind::UnstableExited);
        assert!(!f.is_broken(Rule::ExitedBelowLine), "it is being watched");
        f.monitoring_case("c1", "h1").cleared = crate::model::YearMonth::parse("2018-06");
        assert!(f.is_broken(Rule::ExitedBelowLine));
        f.household("h1").exit_year = Some(Year(2019));
        assert!(!f.is_broken(Rule::ExitedBelowLine), "not exited yet");
        f.household("h1").exit_year = Some(Year(2018));
        f.income("h1").wage = None;
        assert!(!f.is_broken(Rule::ExitedBelowLine), "income unknown");
        f.income("h1").wage = Some(Fen(0));
        f.terms.poverty_lines.clear();
        assert!(!f.is_broken(Rule::ExitedBelowLine), "line unknown");
    }

    #[test]
    fn v_in_4_tells_of_a_change_by_more_than_half() {
        // 6,000 yuan a head in 2018.
        for (before, fires) in [
            (400_000, false),
            (399_999, true),
            (1_200_000, false),
            (1_200_001, true),
        ] {
            let mut f = Sound::new();
            f.income_before("h1", before);
            assert_eq!(f.is_broken(Rule::IncomeJump), fires, "{before}");
        }
        assert!(
            !Sound::new().is_broken(Rule::IncomeJump),
            "the year before is unknown"
        );
    }
}
