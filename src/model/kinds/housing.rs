//! Dangerous houses: 改造一户、销档一房 (plan line 61).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 危房台帐: a dangerous house from its appraisal until it is struck from the ledger.
    DangerousHouse(DangerousHouseId) = "dangerous_house" "危房台帐" "Dangerous house", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        category: DangerCategory = "对象类别" "Group".required().sensitive(S::Health).source("L61");
        grade: HouseGrade = "危房等级" "Grade".required().source("AAC322");
        identified_year: Year = "纳入年度" "Year of entry".required().source("L61");
        added_by_adjustment: bool = "动态调整新增" "Added by the yearly review".source("L61");
        mode: RebuildMode = "改造方式" "How it is made safe";
        state: HouseWorkState = "状态" "State".required();
        appraised_on: Date = "认定日期" "Appraised on".group(G::Schedule);
        appraiser: String = "认定人" "Appraised by".group(G::Schedule).rare().sensitive(S::Personal);
        started: Date = "开工日期" "Started".group(G::Schedule);
        completed: Date = "竣工日期" "Completed".group(G::Schedule);
        accepted: Date = "验收日期" "Accepted".group(G::Schedule).source("L61");
        closed: Date = "销档日期" "Struck from the ledger".group(G::Schedule).source("L61");
        moved_in: Date = "入住日期" "Moved in".group(G::Schedule);
        safe_stable: bool = "安全稳固" "Safe and stable".group(G::House).source("L61");
        weatherproof: bool = "遮风避雨" "Keeps out wind and rain".group(G::House).source("L61");
        fund_county: Fen = "资金：县" "Money: county".group(G::Money);
        fund_central: Fen = "资金：中央" "Money: central".group(G::Money).rare();
        fund_provincial: Fen = "资金：省" "Money: province".group(G::Money).rare();
        fund_municipal: Fen = "资金：市" "Money: city".group(G::Money).rare();
        fund_society: Fen = "资金：社会" "Money: society".group(G::Money).rare();
        fund_household: Fen = "资金：自筹" "Money: household".group(G::Money);
        fund_loan: Fen = "资金：贷款" "Money: loan".group(G::Money).rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl DangerousHouse {
    /// The money of all levels in fen; a level that is left empty counts as none, and it is unknown while all are.
    pub fn fund_total(&self) -> Option<Fen> {
        Fen::sum_of_known(&[
            self.fund_county,
            self.fund_central,
            self.fund_provincial,
            self.fund_municipal,
            self.fund_society,
            self.fund_household,
            self.fund_loan,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_money_of_a_house_is_the_sum_of_the_levels_that_are_known() {
        let house = DangerousHouse {
            fund_central: Some(Fen(1_400_000)),
            fund_household: Some(Fen(250_050)),
            ..DangerousHouse::default()
        };
        assert_eq!(house.fund_total(), Some(Fen(1_650_050)));
        assert_eq!(DangerousHouse::default().fund_total(), None);
    }
}
