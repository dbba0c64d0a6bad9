//! The project library and its money (plan line 69: 453 projects).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 项目: an entry of the county's project library.
    Project(ProjectId) = "project" "项目" "Project", County {
        library_no: String = "项目库编号" "Number in the library".source("L69");
        name: String = "名称" "Name".required();
        category: ProjectCategory = "类别" "Category".required();
        batch: ProjectBatch = "批次" "Batch".source("L69");
        measure_code: String = "对应行动" "Measure of the plan".rare();
        division_code: DivisionCode = "实施地点" "Place".required();
        level: ProjectLevel = "层级" "For whom it is planned".required().source("L69");
        plan_year: Year = "计划年度" "Planned for".required().source("L69");
        lead_unit_id: OrgUnitId = "责任单位" "Responsible unit".rare();
        lead_unit_name: String = "责任单位名称" "Responsible unit, as written".required();
        stage: ProjectStage = "阶段" "Stage".group(G::Schedule).required().source("L69");
        approved_on: Date = "批复日期" "Approved".group(G::Schedule);
        started_on: Date = "开工日期" "Started".group(G::Schedule);
        completed_on: Date = "竣工日期" "Completed".group(G::Schedule);
        accepted_on: Date = "验收日期" "Accepted".group(G::Schedule);
        publicity_done: bool = "已公示" "Made public".group(G::Schedule).source("L104");
        allocated_on: Date = "资金下达日期" "Money allocated on".group(G::Schedule).rare().source("L104");
        audited_on: Date = "资金审计日期" "Money audited on".group(G::Schedule).rare().source("L106");
        funds_published_on: Date = "资金公开日期" "Use of the money made public on".group(G::Schedule).rare().source("L106");
        planned_county: Fen = "计划资金：县" "Planned: county".group(G::Money).source("L69");
        planned_central: Fen = "计划资金：中央" "Planned: central".group(G::Money).rare();
        planned_provincial: Fen = "计划资金：省" "Planned: province".group(G::Money).rare();
        planned_municipal: Fen = "计划资金：市" "Planned: city".group(G::Money).rare();
        planned_society: Fen = "计划资金：社会" "Planned: society".group(G::Money).rare();
        planned_household: Fen = "计划资金：自筹" "Planned: household".group(G::Money);
        planned_loan: Fen = "计划资金：贷款" "Planned: loan".group(G::Money).rare();
        works_count: Count = "建设数量" "Works".group(G::Scale).unit("条（件）", "works").source("L71");
        length: Metre = "里程" "Length".group(G::Scale).source("L71");
        irrigated_new: CentiMu = "新增灌溉面积" "New irrigated land".group(G::Scale).rare().source("L73");
        irrigated_improved: CentiMu = "改善灌溉面积" "Improved irrigated land".group(G::Scale).rare().source("L73");
        forest_area: CentiMu = "林业抚育面积" "Forest cared for".group(G::Scale).rare().source("L52");
        water_source: String = "水源" "Water source".group(G::Scale).rare();
        eligibility_households: Count = "符合条件户数" "Households there".group(G::Eligibility).rare().unit("户", "households").source("L71");
        eligibility_incidence_bp: Count = "贫困发生率" "Incidence there".group(G::Eligibility).rare().unit("万分点", "basis points").source("L71");
        eligibility_dt_share_bp: Count = "“直过民族”户占比" "Share of direct-transition households".group(G::Eligibility).rare().unit("万分点", "basis points").source("L71");
        performance_goal: String = "绩效目标" "Goal".group(G::Benefit).required();
        served_persons: Count = "受益人口" "Persons served".group(G::Benefit).unit("人", "persons").source("L73");
        served_groups: Count = "受益村民小组" "Groups served".group(G::Benefit).rare().unit("个", "groups").source("L73");
        /// Declared, and overlapping between projects: never summed as distinct households.
        beneficiary_reg_households: Count = "受益建档立卡户数" "Registered households".group(G::Benefit).unit("户", "households").source("L69");
        /// Declared, and overlapping between projects: never summed as distinct persons.
        beneficiary_reg_persons: Count = "受益建档立卡人数" "Registered persons".group(G::Benefit).unit("人", "persons").source("L69");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 项目资金支付: one payment of a project.
    ProjectPayment(ProjectPaymentId) = "project_payment" "项目资金支付" "Payment", County {
        project_id: ProjectId = "项目" "Project".required().derived();
        date: Date = "日期" "Date".required();
        level: FundLevel = "资金层级" "Money of".required().source("L104");
        amount: Fen = "金额" "Amount".required();
        voucher: String = "凭证号" "Voucher".rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 项目受益户: that a household benefits from a project. Kept with the household; its identifier is the pair.
    ProjectBeneficiary(ProjectBeneficiaryId) = "project_beneficiary" "项目受益户" "Beneficiary", Village {
        project_id: ProjectId = "项目" "Project".required().derived();
        household_id: HouseholdId = "户" "Household".required().derived();
        project_name: String = "项目名称" "Project, as written";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 卫生室验收清单: one line of a clinic's acceptance by the county's own standard, which the plan does not print (L-22).
    ClinicChecklistItem(ClinicChecklistItemId) = "clinic_checklist_item" "卫生室验收清单" "Clinic acceptance", County {
        project_id: ProjectId = "卫生室项目" "Clinic project".required().derived();
        position: Count = "序号" "Position".derived();
        requirement: String = "验收标准" "Requirement".required().source("L59");
        met: bool = "达标" "Met".required();
        checked_on: Date = "核验日期" "Checked on";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl Project {
    /// The planned money of all levels in fen; a level that is left empty counts as none, and it is unknown while all are.
    pub fn planned_total(&self) -> Option<Fen> {
        Fen::sum_of_known(&[
            self.planned_county,
            self.planned_central,
            self.planned_provincial,
            self.planned_municipal,
            self.planned_society,
            self.planned_household,
            self.planned_loan,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planned_money_is_the_sum_of_the_levels_that_are_known() {
        let project = Project {
            planned_county: Some(Fen(100)),
            planned_central: Some(Fen(7_326_324_000_000)),
            planned_loan: Some(Fen(0)),
            ..Project::default()
        };
        assert_eq!(project.planned_total(), Some(Fen(7_326_324_000_100)));
        assert_eq!(Project::default().planned_total(), None);
    }
}
