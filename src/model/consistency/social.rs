//! V-DB: living allowance (低保) and destitute support (特困供养).

use super::area::{Area, Home};
use super::breach::{code, yuan};
use super::{Breach, Rule};
use crate::model::{Fen, GrantKind, HouseholdAttribute, Kind, LabourCapacity, YearMonth};

/// Ages at which somebody destitute who can work is doubted.
const WORKING_AGES: std::ops::RangeInclusive<i32> = 16..=65;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    for home in area.registered() {
        check_attribute(area, home, found);
        check_amounts(home, found);
    }
    for one in area.people().filter(|one| one.is_member) {
        if let Some(year) = one
            .year
            .filter(|year| year.dibao == Some(true) && is_nothing(year.dibao_monthly))
        {
            let rule = Rule::AllowanceMismatch;
            found.push(Breach::new(
                rule,
                Kind::PersonYear,
                year.id,
                "dibao_monthly",
                "0元",
            ));
        }
    }
    let begins_later = |month: YearMonth| !area.as_of.has_come_to(month.first_day());
    let is_over = |month: YearMonth| area.as_of.has_come_to(month.next().first_day());
    for row in area.records.social_grants.iter() {
        let runs =
            row.from_month.is_some_and(|from| !begins_later(from)) && !row.to_month.is_some_and(is_over);
        if row.kind == Some(GrantKind::Dibao) && runs && is_nothing(row.monthly) && row.lump.is_none() {
            let rule = Rule::AllowanceMismatch;
            found.push(Breach::new(rule, Kind::SocialGrant, row.id, "monthly", "0元"));
        }
    }
}

fn is_nothing(amount: Option<Fen>) -> bool {
    amount == Some(Fen(0))
}

/// The household's attribute against its members' year.
fn check_attribute(area: &Area<'_>, home: &Home<'_>, found: &mut Vec<Breach>) {
    use HouseholdAttribute::{Dibao, DibaoTekun, General, Tekun};
    let Some(attribute) = &home.household.attribute else {
        return;
    };
    let mut add = |detail: String| {
        found.push(home.breach(Rule::AllowanceMismatch, "attribute", detail));
    };
    let name = code(Some(attribute));
    let dibao = || area.members(home).map(|one| one.year.and_then(|year| year.dibao));
    let receive = dibao().filter(|dibao| *dibao == Some(true)).count();
    let nobody = area.knows_all_members(home) && dibao().all(|dibao| dibao == Some(false));
    match attribute {
        Dibao | DibaoTekun if nobody && area.size(home) > 0 => add(format!("{name} 0")),
        General if receive > 0 => add(format!("{name} {receive}")),
        _ => {}
    }
    if matches!(attribute, Tekun | DibaoTekun) {
        let able = area.members(home).filter(|one| {
            let labour = one.year.and_then(|year| year.labour.as_ref());
            let age = one.age(area.terms.year_end());
            age.is_some_and(|age| WORKING_AGES.contains(&age))
                && matches!(labour, Some(LabourCapacity::Ordinary | LabourCapacity::Skilled))
        });
        let able = able.count();
        if able > 0 {
            add(format!("{name} {able}"));
        }
    }
}

/// The attribute against the income of the year.
fn check_amounts(home: &Home<'_>, found: &mut Vec<Breach>) {
    use HouseholdAttribute::{Dibao, DibaoTekun};
    let Some(income) = home.incomes[0] else { return };
    let attribute = home.household.attribute.as_ref();
    let mut add = |field, detail: String| {
        let kind = Kind::HouseholdIncomeYear;
        found.push(Breach::new(
            Rule::AllowanceMismatch,
            kind,
            income.id,
            field,
            detail,
        ));
    };
    let is_some = |amount: Option<Fen>| amount.is_some_and(|fen| fen.0 > 0);
    if is_some(income.transfer_dibao) && is_some(income.transfer_tekun) && attribute != Some(&DibaoTekun) {
        add(
            "transfer_tekun",
            yuan(income.transfer_dibao.map_or(0, |fen| fen.0)),
        );
    }
    if matches!(attribute, Some(Dibao | DibaoTekun)) && is_nothing(income.transfer_dibao) {
        add("transfer_dibao", yuan(0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;

    fn with(attribute: Option<HouseholdAttribute>, dibao: [Option<bool>; 3]) -> Sound {
        let mut f = Sound::new();
        f.household("h1").attribute = attribute;
        for (person, dibao) in ["p1", "p2", "p3"].into_iter().zip(dibao) {
            f.person_year(person).dibao = dibao;
        }
        f
    }

    #[test]
    fn v_db_1_compares_the_attribute_with_the_members() {
        use HouseholdAttribute::{Dibao, General};
        let (yes, no) = (Some(true), Some(false));
        for (attribute, dibao, fires) in [
            (Some(Dibao), [yes, no, no], false),
            (Some(Dibao), [no, no, no], true),
            (Some(Dibao), [no, None, no], false),
            (Some(General), [no, no, no], false),
            (Some(General), [no, yes, no], true),
            (Some(General), [None, None, None], false),
            (None, [yes, no, no], false),
        ] {
            let f = with(attribute.clone(), dibao);
            let expected: &[&str] = if fires { &["household[h1].attribute"] } else { &[] };
            assert_eq!(f.at(Rule::AllowanceMismatch), expected, "{attribute:?} {dibao:?}");
        }
    }

    #[test]
    fn v_db_1_doubts_destitute_households_that_can_work() {
        let mut f = with(Some(HouseholdAttribute::Tekun), [None; 3]);
        assert_eq!(f.at(Rule::AllowanceMismatch), ["household[h1].attribute"]);
        for person in ["p1", "p2"] {
            f.person_year(person).labour = Some(LabourCapacity::Weak);
        }
        assert!(!f.is_broken(Rule::AllowanceMismatch));
        for person in ["p1", "p2"] {
            f.person_year(person).labour = None;
        }
        assert!(!f.is_broken(Rule::AllowanceMismatch));
    }

    #[test]
    fn v_db_1_doubts_both_sums_at_once_and_an_allowance_of_nothing() {
        let mut f = with(Some(HouseholdAttribute::Dibao), [Some(true), None, None]);
        f.income("h1").transfer_dibao = Some(Fen(120_000));
        assert!(!f.is_broken(Rule::AllowanceMismatch));
        f.income("h1").transfer_tekun = Some(Fen(120_000));
        assert_eq!(
            f.at(Rule::AllowanceMismatch),
            ["household_income_year[h1-2018].transfer_tekun"]
        );
        f.income("h1").transfer_tekun = None;
        f.income("h1").transfer_dibao = Some(Fen(0));
        assert_eq!(
            f.at(Rule::AllowanceMismatch),
            ["household_income_year[h1-2018].transfer_dibao"]
        );
        f.income("h1").transfer_dibao = None;
        f.person_year("p1").dibao_monthly = Some(Fen(0));
        assert_eq!(
            f.at(Rule::AllowanceMismatch),
            ["person_year[p1-2018].dibao_monthly"]
        );
        f.person_year("p1").dibao_monthly = None;
        assert!(!f.is_broken(Rule::AllowanceMismatch));
        let grant = f.grant("g1", "h1");
        (grant.kind, grant.monthly) = (Some(GrantKind::Dibao), Some(Fen(0)));
        grant.from_month = YearMonth::parse("2018-01");
        assert_eq!(f.at(Rule::AllowanceMismatch), ["social_grant[g1].monthly"]);
        f.grant("g1", "h1").monthly = None;
        assert!(!f.is_broken(Rule::AllowanceMismatch));
    }
}
