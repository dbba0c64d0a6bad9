//! Ties between households and those who lead them along (plan lines 46, 48).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 利益联结: a household's tie to an enterprise, cooperative or farm.
    BenefitLinkage(BenefitLinkageId) = "benefit_linkage" "利益联结" "Linkage", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        operator_name: String = "经营主体名称" "Operator".required();
        operator_id: OrgUnitId = "经营主体" "Operator in the list of units".rare();
        operator_kind: OperatorKind = "经营主体类型" "Kind of operator".required().source("L48");
        linkage: LinkageKind = "联结方式" "How it is linked".required().source("L48");
        industry: IndustryKind = "产业" "Industry".source("L48");
        start: Date = "开始日期" "From".required();
        end: Date = "结束日期" "Until";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 利益联结年收益: what a tie brought the household in a year.
    BenefitLinkageYear(BenefitLinkageYearId) = "benefit_linkage_year" "利益联结年收益" "Linkage year", Village {
        linkage_id: BenefitLinkageId = "利益联结" "Linkage".required().derived();
        year: Year = "年度" "Year".required().derived();
        income: Fen = "收益" "Income".required();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}
