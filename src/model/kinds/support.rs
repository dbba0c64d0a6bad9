//! Help: measures, helpers, help units and visits.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 帮扶措施.
    SupportMeasure(SupportMeasureId) = "support_measure" "帮扶措施" "Measure", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        person_id: PersonId = "受益人" "Person".rare();
        year: Year = "年度" "Year".required();
        category: SupportCategory = "类别" "Category".required();
        nature: SupportNature = "性质" "Nature".source("L104").rare();
        content: String = "内容" "Content".required();
        state: RecordState = "状态" "State".required();
        start: Date = "开始日期" "From";
        end: Date = "完成日期" "Until";
        input_county: Fen = "投入：县" "Input: county".group(G::Money);
        input_central: Fen = "投入：中央" "Input: central".group(G::Money).rare();
        input_provincial: Fen = "投入：省" "Input: province".group(G::Money).rare();
        input_municipal: Fen = "投入：市" "Input: city".group(G::Money).rare();
        input_society: Fen = "投入：社会" "Input: society".group(G::Money).rare();
        input_household: Fen = "投入：自筹" "Input: household".group(G::Money).rare();
        input_loan: Fen = "投入：贷款" "Input: loan".group(G::Money).rare();
        expected_income: Fen = "预计增收" "Income expected".group(G::Money).rare();
        actual_income: Fen = "实际增收" "Income achieved".group(G::Money);
        result_text: String = "成效" "Result".group(G::Money);
        measure_code: String = "对应行动" "Measure of the plan".rare();
        unit_id: OrgUnitId = "责任单位" "Responsible unit".rare();
        official_id: OfficialId = "责任人" "Responsible official".rare();
        project_id: ProjectId = "所属项目" "Project".rare();
        monitoring_case_id: MonitoringCaseId = "防返贫监测" "Monitoring".rare();
        head_signed: bool = "户主签字" "Signed by the head".rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 结对帮扶: the official who answers for a household (AC08).
    HelperAssignment(HelperAssignmentId) = "helper_assignment" "结对帮扶" "Helper", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        official_id: OfficialId = "帮扶干部" "Helper".required();
        helper_name: String = "帮扶干部姓名" "Name of the helper".required().sensitive(S::Personal);
        unit_name: String = "帮扶单位" "Unit of the helper";
        phone: String = "电话" "Telephone".sensitive(S::Personal);
        start: Date = "开始日期" "From".required().source("AAR020");
        end: Date = "结束日期" "Until".source("AAR021");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 包村单位: the unit and the leader that answer for a village (plan line 102).
    VillageHelpUnit(VillageHelpUnitId) = "village_help_unit" "包村单位" "Village help unit", Maker {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        unit_id: OrgUnitId = "挂包单位" "Unit";
        unit_name: String = "挂包单位名称" "Name of the unit".required();
        leader_official_id: OfficialId = "挂点领导" "Linked leader";
        leader_name: String = "挂点领导姓名" "Name of the leader".sensitive(S::Personal);
        start: Date = "开始日期" "From".required();
        end: Date = "结束日期" "Until".rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 走访: one official at one target; the targets of one trip share `trip_id`.
    Visit(VisitId) = "visit" "走访" "Visit", Maker {
        target_kind: VisitTarget = "对象" "Goes to".required().derived();
        target_code: DivisionCode = "地区" "Area".derived();
        household_id: HouseholdId = "户" "Household".derived();
        date: Date = "日期" "Date".required();
        official_id: OfficialId = "走访人" "Visitor".required();
        official_name: String = "走访人姓名" "Name of the visitor".sensitive(S::Personal);
        post: PostKind = "以何职务" "Acting as".rare();
        purpose: VisitPurpose = "目的" "Purpose".required();
        problems_found: Vec<String> = "发现问题" "Problems found".sensitive(S::Personal);
        problems_solved: Count = "解决问题" "Problems solved".unit("个", "problems").source("L102");
        followups: Vec<String> = "后续安排" "Follow-up".rare().sensitive(S::Personal);
        trip_id: String = "行程" "Trip".derived().rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl SupportMeasure {
    /// 投入: the money of all levels in fen; a level that is left empty counts as none, and it is unknown while all are.
    pub fn input_total(&self) -> Option<Fen> {
        Fen::sum_of_known(&[
            self.input_county,
            self.input_central,
            self.input_provincial,
            self.input_municipal,
            self.input_society,
            self.input_household,
            self.input_loan,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_is_the_sum_of_the_levels_that_are_known() {
        let measure = SupportMeasure {
            input_county: Some(Fen(300_000)),
            input_loan: Some(Fen(5_000_000)),
            ..SupportMeasure::default()
        };
        assert_eq!(measure.input_total(), Some(Fen(5_300_000)));
        assert_eq!(SupportMeasure::default().input_total(), None);
    }
}
