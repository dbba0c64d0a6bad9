//! The household: its place in the register and its members.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 户: a household, registered as poor (建档立卡) or kept for a ledger that needs it.
    Household(HouseholdId) = "household" "户" "Household", Village {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        natural_village_code: DivisionCode = "自然村" "Natural village".rare();
        group_code: DivisionCode = "村民小组" "Group".rare();
        group_name: String = "小组名称" "Group name".source("AAR007");
        head_person_id: PersonId = "户主" "Head".required().derived();
        head_name: String = "户主姓名" "Name of the head".derived().sensitive(S::Personal).source("AAC029");
        national_household_no: String = "户编号" "National household number".rare().source("AAC001");
        address: String = "住址" "Address".group(G::Contact).sensitive(S::Personal);
        phone: String = "联系电话" "Telephone".group(G::Contact).sensitive(S::Personal).source("AAR012");
        latitude_e6: Count = "纬度" "Latitude".group(G::Contact).rare().sensitive(S::Personal).unit("百万分之一度", "millionths of a degree");
        longitude_e6: Count = "经度" "Longitude".group(G::Contact).rare().sensitive(S::Personal).unit("百万分之一度", "millionths of a degree");
        registered: bool = "建档立卡" "Registered".group(G::Register).required();
        identification_standard: IdentificationStandard = "识别标准" "Standard".group(G::Register).rare().source("AAC005");
        attribute: HouseholdAttribute = "户属性" "Attribute".group(G::Register).required().source("AAC006");
        /// Kept by the app as the last status event leaves it; a register import may set it without events.
        poverty_status: PovertyStatus = "脱贫状态" "Status".group(G::Register).required().derived().source("AAR010");
        first_identified: YearMonth = "首次识别时间" "First identified".group(G::Register).source("AAR041");
        exit_year: Year = "脱贫年度" "Year of exit".group(G::Register).derived().source("AAC023");
        returned_year: Year = "返贫年度" "Year of falling back".group(G::Register).derived().rare();
        cohort_not_exited_2017: bool = "2017年底未脱贫" "Not exited at the end of 2017".group(G::Register).source("L17").rare();
        main_cause: PovertyCause = "主要致贫原因" "Main cause".group(G::Cause).required().source("AAC007");
        other_causes: Vec<PovertyCause> = "其他致贫原因（至多2项）" "Other causes (at most 2)".group(G::Cause).source("AAC008");
        planned_exit_year: Year = "计划脱贫年度" "Planned year of exit".group(G::Cause).source("L96");
        direct_transition_group: bool = "“直过民族”户" "Direct-transition people".group(G::Register).source("L75");
        is_martyr_family: bool = "军烈属" "Martyr’s family".group(G::Register).rare().source("AAC012");
        is_only_child: bool = "独生子女户" "One-child family".group(G::Register).rare().source("AAC013");
        is_two_daughter: bool = "双女户" "Two-daughter family".group(G::Register).rare().source("AAC014");
        status_note: String = "备注" "Note".group(G::Other).sensitive(S::Personal);
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }

    /// 家庭成员: a person's time in a household; the population on a day is the memberships open on it.
    HouseholdMembership(HouseholdMembershipId) = "household_membership" "家庭成员" "Membership", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        person_id: PersonId = "人" "Person".required().derived();
        start: Date = "加入日期" "Since".required();
        /// The first day on which the person no longer belongs to the household.
        end: Date = "离开日期" "Until";
        relation: RelationToHead = "与户主关系" "Relation to the head".required().source("AAB006");
        change_in: MemberChange = "加入原因" "Reason of joining".source("AAB015").rare();
        change_out: MemberChange = "离开原因" "Reason of leaving".source("AAB015").rare();
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }

    /// 户状态变动: a move of the household in the register; the register's status on a day follows from these.
    HouseholdStatusEvent(HouseholdStatusEventId) = "household_status_event" "户状态变动" "Status change", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        kind: StatusEventKind = "变动" "Change".required();
        date: Date = "日期" "Date".required();
        /// The register's year that the move belongs to, where it is not the date's.
        year: Year = "所属年度" "Register year".rare().source("AAR040");
        reason_text: String = "原因" "Reason";
        /// Of a household that split off: the one it belonged to until that day.
        split_from: HouseholdId = "分自" "Split from".rare();
        income_at_event: Fen = "当时人均纯收入" "Net income per person then".rare();
        approved_level: ApprovedLevel = "审定层级" "Approved by".rare();
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }
}
