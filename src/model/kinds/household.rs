//! The household: its place in the register, its members, its years and its income.

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
    }

    /// 户状态变动: a move of the household in the register; the register's status on a day follows from these.
    HouseholdStatusEvent(HouseholdStatusEventId) = "household_status_event" "户状态变动" "Status change", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        kind: StatusEventKind = "变动" "Change".required();
        date: Date = "日期" "Date".required();
        reason_text: String = "原因" "Reason";
        income_at_event: Fen = "当时人均纯收入" "Net income per person then".rare();
        approved_level: ApprovedLevel = "审定层级" "Approved by".rare();
    }

    /// 户年度（生产生活条件）: what the national register keeps once a year (AC30).
    HouseholdYear(HouseholdYearId) = "household_year" "户年度情况" "Household year", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        year: Year = "年度" "Year".required().derived().source("AAR040");
        food_assured: bool = "不愁吃" "Enough food".group(G::Assurance).required().source("L26");
        clothing_assured: bool = "不愁穿" "Enough clothing".group(G::Assurance).required().source("L26");
        house_grade: HouseGrade = "住房等级" "House grade".group(G::House).required().source("AAC322");
        house_structure: HouseStructure = "住房结构" "House structure".group(G::House).rare();
        house_area: DeciSqm = "住房面积" "Floor space".group(G::House).required().source("AAC317");
        drinking_safe: bool = "饮水安全" "Drinking water safe".group(G::Living).required().source("AAC312");
        drinking_difficult: bool = "饮水困难" "Drinking water hard to get".group(G::Living).required().source("AAC311");
        living_power: bool = "通生活用电" "Power at home".group(G::Living).required().source("AAC313");
        production_power: bool = "通生产用电" "Power for production".group(G::Living).source("AAC308");
        broadcast_tv: bool = "通广播电视" "Radio or television".group(G::Living);
        sanitary_toilet: bool = "卫生厕所" "Sanitary toilet".group(G::Living).source("AAC319");
        fuel: FuelKind = "主要燃料" "Main fuel".group(G::Living).rare().source("AAC320");
        entry_road: RoadSurface = "入户路" "Road to the house".group(G::Living).source("AAC316");
        distance_main_road: Metre = "距村主干路" "Distance to the main road".group(G::Living).rare().source("AAC315");
        arable: CentiMu = "耕地" "Arable land".group(G::Land).required().source("AAC301");
        irrigated: CentiMu = "有效灌溉" "Irrigated land".group(G::Land).source("AAC302");
        forest: CentiMu = "林地" "Forest".group(G::Land).source("AAC303");
        grain_green: CentiMu = "退耕还林" "Grain for green".group(G::Land).source("AAC304");
        orchard: CentiMu = "林果" "Orchard".group(G::Land).source("AAC305");
        grass: CentiMu = "牧草地" "Grassland".group(G::Land).rare().source("AAC306");
        water: CentiMu = "水面" "Water".group(G::Land).rare().source("AAC307");
        grain_green_eligible: bool = "符合退耕政策" "May join grain for green".group(G::Land).rare().source("L52");
        grassland_subsidy: bool = "享受草原奖补" "Grassland subsidy".group(G::Land).rare().source("L52");
        solar_heater: bool = "太阳能热水器" "Solar heater".group(G::Living).rare().source("L52");
        in_cooperative: bool = "加入合作社" "In a cooperative".group(G::Work).source("AAC084");
        operator_led: bool = "经营主体带动" "Linked to an operator".group(G::Work).source("L46");
        dibao_eligible: bool = "符合低保条件" "Entitled to the living allowance".group(G::Social).rare().source("L63");
        clarity_family: bool = "家底清" "Means clear".group(G::Clarity).source("L96");
        clarity_cause: bool = "致贫原因清" "Cause clear".group(G::Clarity).source("L96");
        clarity_measure: bool = "帮扶措施清" "Measures clear".group(G::Clarity).source("L96");
        clarity_input_output: bool = "投入产出清" "Input and output clear".group(G::Clarity).source("L96");
        clarity_responsibility: bool = "帮扶责任清" "Responsibility clear".group(G::Clarity).source("L96");
        clarity_schedule: bool = "脱贫时序清" "Schedule clear".group(G::Clarity).source("L96");
    }

    /// 户收入: the income of a household-year (AC07); gross, net and per-head figures are computed from it.
    HouseholdIncomeYear(HouseholdIncomeYearId) = "household_income_year" "户收入" "Household income", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        year: Year = "年度" "Year".required().derived().source("AAR040");
        wage: Fen = "工资性收入" "Wages".group(G::Income).required().source("AAC073");
        business_gross: Fen = "生产经营性收入" "Business income".group(G::Income).required().source("AAC071");
        property: Fen = "财产性收入" "Property income".group(G::Income).required().source("AAC072");
        in_kind: Fen = "实物折算" "Income in kind".group(G::Income).rare();
        transfer_dibao: Fen = "低保金" "Living allowance".group(G::Transfer).source("AAC077");
        transfer_tekun: Fen = "特困供养金" "Destitute support".group(G::Transfer).source("AAC086");
        transfer_pension: Fen = "养老保险金" "Pension".group(G::Transfer).source("AAC087");
        transfer_eco: Fen = "生态补偿金" "Ecological compensation".group(G::Transfer).source("AAC078");
        transfer_family_planning: Fen = "计划生育金" "Family-planning benefit".group(G::Transfer).rare().source("AAC076");
        transfer_farm_subsidy: Fen = "农业支持保护补贴" "Farm subsidy".group(G::Transfer);
        transfer_other: Fen = "其他转移性收入" "Other transfers".group(G::Transfer).source("AAC083");
        cost_operating: Fen = "家庭经营费用" "Operating costs".group(G::Cost).required().source("AAC074");
        cost_other: Fen = "其他经营支出" "Other costs".group(G::Cost).rare();
        cost_tax: Fen = "税费" "Taxes and fees".group(G::Cost).rare();
        cost_method: CostMethod = "支出算法" "How costs were found".group(G::Cost).rare();
        members_counted: Count = "计算人口" "Members counted".required().unit("人", "persons");
        period_start: Date = "统计开始" "Period from".rare();
        period_end: Date = "统计截止" "Period to".rare();
        collected_on: Date = "采集日期" "Collected on";
        confirmed_by_head: bool = "户主签字确认" "Confirmed by the head";
        method_note: String = "说明" "Note".group(G::Other).rare();
    }
}

impl HouseholdIncomeYear {
    /// 纯收入 in fen: wages, business, property, transfers and income in kind less business costs (DOMAIN B4, R-05).
    /// A transfer, other cost or in-kind part that is left empty counts as none; it is unknown while wages, business
    /// income, property income or operating costs are unknown.
    pub fn net(&self) -> Option<Fen> {
        let required = [self.wage, self.business_gross, self.property];
        let earned = required
            .into_iter()
            .map(|part| part.map(|fen| fen.0))
            .sum::<Option<i64>>()?;
        let optional = [
            self.in_kind,
            self.transfer_dibao,
            self.transfer_tekun,
            self.transfer_pension,
            self.transfer_eco,
            self.transfer_family_planning,
            self.transfer_farm_subsidy,
            self.transfer_other,
        ];
        let received: i64 = optional.into_iter().flatten().map(|fen| fen.0).sum();
        let costs: i64 = [self.cost_other, self.cost_tax]
            .into_iter()
            .flatten()
            .map(|fen| fen.0)
            .sum();
        Some(Fen(earned + received - costs - self.cost_operating?.0))
    }

    /// 人均纯收入 in fen, rounded half up, of the members counted.
    pub fn per_capita(&self) -> Option<Fen> {
        let members = self
            .members_counted
            .map(|count| count.0)
            .filter(|members| *members > 0)?;
        let net = self.net()?.0;
        Some(Fen((2 * net + members).div_euclid(2 * members)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn income() -> HouseholdIncomeYear {
        HouseholdIncomeYear {
            wage: Some(Fen(1_000_000)),
            business_gross: Some(Fen(500_000)),
            property: Some(Fen(0)),
            cost_operating: Some(Fen(200_000)),
            transfer_dibao: Some(Fen(100_001)),
            members_counted: Some(Count(2)),
            ..HouseholdIncomeYear::default()
        }
    }

    #[test]
    fn net_income_follows_the_register_formula() {
        assert_eq!(income().net(), Some(Fen(1_400_001)));
        assert_eq!(income().per_capita(), Some(Fen(700_001)));
    }

    #[test]
    fn net_income_is_unknown_while_a_main_part_is() {
        assert_eq!(
            HouseholdIncomeYear {
                property: None,
                ..income()
            }
            .net(),
            None
        );
        assert_eq!(
            HouseholdIncomeYear {
                members_counted: Some(Count(0)),
                ..income()
            }
            .per_capita(),
            None
        );
    }
}
