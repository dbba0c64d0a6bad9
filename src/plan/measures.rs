//! The 19 measures (主要措施), each with the bodies that lead it and those that share the duty.

use super::Body::{self, *};
use super::MeasureId;
use crate::model::Label;

/// One measure of section two of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// `M-01` to `M-19`.
    pub id: MeasureId,
    /// Short name.
    pub label: Label,
    /// Bodies that lead it (牵头单位); two measures have two.
    pub lead: &'static [Body],
    /// Bodies that share the duty (责任单位), in the plan's order.
    pub responsible: &'static [Body],
    /// Line of the plan.
    pub line: u8,
}

impl Measure {
    /// Whether a body leads the measure or shares the duty.
    pub fn involves(&self, body: Body) -> bool {
        self.lead.contains(&body) || self.responsible.contains(&body)
    }
}

macro_rules! measures {
    ($($number:literal $line:literal $zh:literal $en:literal [$($lead:ident)+] [$($shares:ident)+];)+) => {
        [$(Measure {
            id: MeasureId::of::<$number>(), label: Label::new($zh, $en), lead: &[$($lead),+],
            responsible: &[$($shares),+], line: $line,
        }),+]
    };
}

/// All measures in order.
pub static MEASURES: [Measure; MeasureId::COUNT] = measures! {
    1 48 "产业扶贫" "industry" [Agriculture]
        [Forestry SupplyCooperative Reform Tourism Finance Industry HumanResources Tobacco PovertyOffice CommerceFederation];
    2 50 "就业扶贫" "employment" [HumanResources] [Education Agriculture CivilAffairs Women PovertyOffice];
    3 52 "生态保护扶贫" "ecology" [Forestry] [Agriculture Finance PovertyOffice];
    4 58 "教育扶贫" "education" [Education] [Finance PovertyOffice HumanResources];
    5 59 "健康扶贫" "health" [Health] [Finance HumanResources PovertyOffice DisabledFederation CivilAffairs];
    6 61 "农村危房改造" "dangerous houses" [Housing] [Finance CivilAffairs PovertyOffice DisabledFederation];
    7 63 "综合保障扶贫" "social protection" [CivilAffairs] [Finance HumanResources PovertyOffice DisabledFederation];
    8 69 "项目库建设" "project library" [PovertyOffice] [RelevantBodies PairingDepartments AllTownships];
    9 71 "四好农村路" "rural roads" [Transport] [Reform Finance Forestry Land Housing PovertyOffice];
    10 73 "饮水安全" "drinking water" [Water] [Finance Housing Health PovertyOffice RelevantTownships];
    11 75 "直过民族整村推进" "whole-village work for direct-transition peoples" [PovertyOffice]
        [Reform Finance Housing Agriculture Forestry Water Transport Education];
    12 77 "互联网+扶贫" "internet plus" [Industry] [Agriculture Education Health Tourism PovertyOffice];
    13 81 "人居环境整治" "living environment" [Housing]
        [PovertyOffice Environment NewCountryside Agriculture Forestry Water];
    14 83 "易地扶贫搬迁" "relocation" [Reform Housing]
        [Land Transport Agriculture Water Industry Culture PovertyOffice];
    15 87 "党建与扶贫双推进" "party building" [PartyOrganisation] [PovertyOffice Agriculture CivilAffairs];
    16 88 "自强诚信感恩实践活动" "self-reliance, honesty and gratitude" [PartyPublicity]
        [Discipline PoliticalLegal Civility PovertyOffice HumanResources Agriculture Housing Justice CivilAffairs Culture
         TradeUnion Women YouthLeague];
    17 90 "社会扶贫" "social participation" [UnitedFront CommerceFederation] [Finance];
    18 94 "督查检查问题整改" "rectification of problems found" [PovertyOffice]
        [Discipline PartyOrganisation PartyPublicity Reform Finance Agriculture Forestry Water HumanResources Transport
         Housing Education Health CivilAffairs];
    19 96 "扶贫措施户户清" "every household clear" [PovertyOffice] [PairingDepartments];
};

/// The measures a body leads, then those it shares, in the plan's order: the start page of a department.
pub fn measures_of(body: Body) -> impl Iterator<Item = &'static Measure> {
    let leads = MEASURES
        .iter()
        .filter(move |measure| measure.lead.contains(&body));
    leads.chain(
        MEASURES
            .iter()
            .filter(move |measure| measure.responsible.contains(&body)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bodies: fn(&Measure) -> &'static [Body], body: Body) -> Vec<u8> {
        MEASURES
            .iter()
            .filter(|measure| bodies(measure).contains(&body))
            .map(|measure| measure.id.number())
            .collect()
    }

    #[test]
    fn the_busiest_bodies_have_the_measures_the_plan_gives_them() {
        let led: fn(&Measure) -> &'static [Body] = |measure| measure.lead;
        let shared: fn(&Measure) -> &'static [Body] = |measure| measure.responsible;
        assert_eq!(numbers(led, PovertyOffice), [8, 11, 18, 19]);
        assert_eq!(
            numbers(shared, PovertyOffice),
            [1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 16]
        );
        assert_eq!(numbers(shared, Finance), [1, 3, 4, 5, 6, 7, 9, 10, 11, 17, 18]);
        assert_eq!(numbers(led, Housing), [6, 13, 14]);
        assert_eq!(numbers(shared, Housing), [9, 10, 11, 16, 18]);
        assert_eq!(numbers(shared, Agriculture), [2, 3, 11, 12, 13, 14, 15, 16, 18]);
        assert_eq!(numbers(shared, HumanResources), [1, 4, 5, 7, 16, 18]);
        assert_eq!(numbers(shared, CivilAffairs), [2, 5, 6, 15, 16, 18]);
        assert_eq!(numbers(shared, Reform), [1, 9, 11, 18]);
    }

    #[test]
    fn a_department_sees_what_it_leads_before_what_it_shares() {
        let seen: Vec<u8> = measures_of(Forestry).map(|measure| measure.id.number()).collect();
        assert_eq!(seen, [3, 1, 9, 11, 13, 18]);
    }
}
