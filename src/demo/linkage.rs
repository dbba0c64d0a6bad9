//! Ties of households to enterprises, cooperatives and farms, and what they bring.

use super::book::told;
use super::calendar::{day, in_months};
use super::home::{Home, local_id};
use super::telling::Telling;
use crate::model::{
    BenefitLinkageId, BenefitLinkageYearId, Fen, IndustryKind, LinkageKind, OperatorKind, OrgUnitId, Year,
};

/// Whoever leads households along, what it is and does, and how households share in it.
pub(super) const OPERATORS: [(&str, OperatorKind, LinkageKind, IndustryKind); 8] = [
    (
        "哀牢山茶叶专业合作社",
        OperatorKind::Cooperative,
        LinkageKind::Order,
        IndustryKind::Crop,
    ),
    (
        "红河谷甘蔗种植合作社",
        OperatorKind::Cooperative,
        LinkageKind::Order,
        IndustryKind::Crop,
    ),
    (
        "哀牢山冰糖橙公司",
        OperatorKind::LeadingEnterprise,
        LinkageKind::LandLease,
        IndustryKind::ForestryFruit,
    ),
    (
        "滇中生态养殖公司",
        OperatorKind::LeadingEnterprise,
        LinkageKind::Trusteeship,
        IndustryKind::Livestock,
    ),
    (
        "磨盘山核桃合作社",
        OperatorKind::Cooperative,
        LinkageKind::Share,
        IndustryKind::ForestryFruit,
    ),
    (
        "花腰傣乡村旅游合作社",
        OperatorKind::Cooperative,
        LinkageKind::Employment,
        IndustryKind::Tourism,
    ),
    (
        "绿汁江家庭农场",
        OperatorKind::FamilyFarm,
        LinkageKind::Employment,
        IndustryKind::Crop,
    ),
    (
        "村光伏电站",
        OperatorKind::VillageCollective,
        LinkageKind::AssetIncome,
        IndustryKind::Solar,
    ),
];

/// The identifier of an operator in the county's list of units.
pub(super) fn operator_id(number: usize) -> OrgUnitId {
    OrgUnitId(crate::model::Id::joined(&["unit-operator", &number.to_string()]))
}

/// Enters the ties of households that have somebody to work.
pub(super) fn enter(telling: &mut Telling<'_>) {
    let share = if telling.poor { 72 } else { 22 };
    for home in telling.homes {
        let can = home.members.iter().any(|member| member.can_work(Year(2020)));
        if can && telling.dice.percent(share) {
            tie(telling, home);
        }
    }
}

fn tie(telling: &mut Telling<'_>, home: &Home) {
    let number = telling.dice.below(OPERATORS.len());
    let (name, kind, linkage, industry) = OPERATORS[number].clone();
    let year = 2018 + telling.dice.place(&[60, 40]) as u16;
    let start = in_months(&mut telling.dice, year, 3, 10);
    let id = BenefitLinkageId(local_id('l', home.village, home.number, ""));
    let told = told! { BenefitLinkage id =>
        household_id: home.id,
        operator_name: name,
        operator_id: operator_id(number),
        operator_kind: kind,
        linkage: linkage,
        industry: industry,
        start: start,
    };
    telling.tell(start.plus_days(12), told);
    for year in [2019, 2020] {
        if telling.dice.percent(22) {
            let income = Fen(telling.dice.between(4, 30) * 10_000);
            let told = told! { BenefitLinkageYear BenefitLinkageYearId::of(id, Year(year)) =>
                linkage_id: id,
                year: Year(year),
                income: income,
            };
            telling.tell(day(year, 12, 18), told);
        }
    }
}
