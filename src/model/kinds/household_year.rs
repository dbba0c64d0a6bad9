//! The household’s year: how it lives, what is assured, and what the worker decided.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 户年度（生产生活条件）: what the national register keeps once a year (AC30). The fields `…_decided` are what the
    /// worker found beside what the app proposes from the records (DOMAIN C5); unknown means that nobody has decided.
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
        forest_shares: bool = "林地经营权入股" "Forest rights as shares".group(G::Work).rare().source("L52");
        dibao_eligible: bool = "符合低保条件" "Entitled to the living allowance".group(G::Social).rare().source("L63");
        dibao_applied_on: Date = "低保申请日期" "Applied for the living allowance on".group(G::Social).rare().source("L63");
        clarity_family: bool = "家底清" "Means clear".group(G::Clarity).source("L96");
        clarity_cause: bool = "致贫原因清" "Cause clear".group(G::Clarity).source("L96");
        clarity_measure: bool = "帮扶措施清" "Measures clear".group(G::Clarity).source("L96");
        clarity_input_output: bool = "投入产出清" "Input and output clear".group(G::Clarity).source("L96");
        clarity_responsibility: bool = "帮扶责任清" "Responsibility clear".group(G::Clarity).source("L96");
        clarity_schedule: bool = "脱贫时序清" "Schedule clear".group(G::Clarity).source("L96");
        class_decided: SupportNature = "分类施策" "Kind of help".group(G::Decision).source("L104");
        exit_ready_decided: bool = "达到退出标准" "Ready to exit".group(G::Decision).source("L104");
        education_decided: bool = "义务教育有保障" "Education assured".group(G::Decision).rare().source("L26");
        medical_decided: bool = "基本医疗有保障" "Medical care assured".group(G::Decision).rare().source("L26");
        housing_decided: bool = "住房安全有保障" "Housing assured".group(G::Decision).rare().source("L26");
        water_decided: bool = "饮水安全有保障" "Drinking water assured".group(G::Decision).rare().source("L73");
        income_decided: bool = "收入达到标准" "Income reaches the line".group(G::Decision).rare().source("L104");
        decision_note: String = "研判说明" "Why".group(G::Decision).rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }
}
