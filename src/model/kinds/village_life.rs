//! The village's common life: its own income, activities, partners, its party branch and the resident team.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 集体经济收入明细: one sum that the village took in.
    CollectiveIncomeEntry(CollectiveIncomeEntryId) = "collective_income_entry" "集体经济收入" "Collective income", Village {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        date: Date = "日期" "Date".required();
        source: CollectiveIncomeSource = "来源" "Source".required().source("L48");
        amount: Fen = "金额" "Amount".required().source("L26");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 活动: what encourages and teaches; a township's or the county's own has no village.
    VillageActivity(VillageActivityId) = "village_activity" "活动" "Activity", Maker {
        village_code: DivisionCode = "行政村" "Village".derived();
        kind: ActivityKind = "活动类型" "Kind".required().source("L88");
        date: Date = "日期" "Date".required();
        attendees: Count = "参加人数" "Attendees".unit("人次", "persons");
        result: String = "成效" "Result".sensitive(S::Personal);
    }

    /// 村企结对: 万企帮万村 (plan line 90).
    EnterprisePairing(EnterprisePairingId) = "enterprise_pairing" "村企结对" "Enterprise pairing", Maker {
        enterprise: String = "企业名称" "Enterprise".required().source("L90");
        enterprise_id: OrgUnitId = "企业" "Enterprise in the list of units".rare();
        village_code: DivisionCode = "行政村" "Village".required();
        start: Date = "开始日期" "From".required();
        end: Date = "结束日期" "Until";
        project: String = "帮扶项目" "Project";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 社会捐赠 (plan line 90).
    Donation(DonationId) = "donation" "社会捐赠" "Donation", Maker {
        date: Date = "日期" "Date".required();
        donor: String = "捐赠方" "Donor".required().sensitive(S::Personal);
        donor_kind: DonorKind = "捐赠方类型" "Kind of donor".required().source("L90");
        target_code: DivisionCode = "受赠地区" "For the area";
        amount: Fen = "金额" "Amount";
        goods_text: String = "物资" "Goods";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 驻村: an official's time in a village's resident team (plan lines 87, 102).
    TeamAssignment(TeamAssignmentId) = "team_assignment" "驻村" "Resident team", Village {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        official_id: OfficialId = "工作人员" "Official".required();
        official_name: String = "姓名" "Name".sensitive(S::Personal);
        role: TeamRole = "职责" "Role".required().source("L87");
        start: Date = "开始日期" "From".required();
        end: Date = "结束日期" "Until";
        nights_month: Count = "月均驻村" "Nights a month".rare().unit("晚", "nights");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 党组织整顿: a weak branch from the survey to the acceptance; the township keeps it (plan line 87, process P-11).
    PartyBranchCase(PartyBranchCaseId) = "party_branch_case" "党组织整顿" "Party branch put right", Township {
        village_code: DivisionCode = "行政村" "Village".required();
        stage: PartyBranchStage = "阶段" "Stage".required().source("L87");
        problem: String = "问题" "Problem".required().sensitive(S::Personal);
        measure: String = "整顿措施" "What is done".sensitive(S::Personal);
        surveyed_on: Date = "摸排日期" "Found on".group(G::Schedule).required();
        analysed_on: Date = "研判日期" "Analysed on".group(G::Schedule);
        rectifying_from: Date = "整顿开始日期" "Put right from".group(G::Schedule);
        accepted_on: Date = "验收日期" "Accepted on".group(G::Schedule);
        secretary_replaced: bool = "撤换党组织书记" "Secretary replaced".source("L87");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}
