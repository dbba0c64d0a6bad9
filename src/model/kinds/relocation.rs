//! Resettlement: the sites, and the households that move (plan line 83).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 安置点: one of the 11 sites, or of the 54 places that are rebuilt nearby.
    RelocationSite(RelocationSiteId) = "relocation_site" "安置点" "Resettlement site", County {
        kind: RelocationKind = "安置方式" "Kind".required().source("L83");
        name: String = "名称" "Name".required();
        village_code: DivisionCode = "所在行政村" "Village".required();
        planned_households: Count = "计划户数" "Households planned".group(G::Population).unit("户", "households").source("L83");
        planned_persons: Count = "计划人数" "Persons planned".group(G::Population).unit("人", "persons").source("L83");
        planned_reg_households: Count = "其中建档立卡户数" "Registered households".group(G::Population).required().unit("户", "households").source("L83");
        planned_reg_persons: Count = "其中建档立卡人数" "Registered persons".group(G::Population).required().unit("人", "persons").source("L83");
        house_done: bool = "农户房建完工" "Houses done".group(G::Schedule).source("L83");
        public_done: bool = "公建完工" "Public buildings done".group(G::Schedule).source("L83");
        accepted: Date = "验收日期" "Accepted".group(G::Schedule).source("L83");
        water: bool = "通水" "Water".group(G::Facilities).source("L83");
        power: bool = "通电" "Power".group(G::Facilities).source("L83");
        road: bool = "通路" "Road".group(G::Facilities).source("L83");
        telecom: bool = "通讯" "Telephone and network".group(G::Facilities).source("L83");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 搬迁户: a household that moves, and what becomes of its old house.
    Relocation(RelocationId) = "relocation" "搬迁户" "Resettled household", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        site_id: RelocationSiteId = "安置点" "Site".required();
        site_name: String = "安置点名称" "Site, as written";
        mode: RelocationMode = "搬迁方式" "How it moves".rare().source("ACR075");
        registered: bool = "建档立卡户" "Registered".required().source("L83");
        accompanying: bool = "随迁户" "Moves along".required().source("L83");
        persons: Count = "搬迁人数" "Persons".required().unit("人", "persons");
        housed_on: Date = "分房日期" "House allotted".group(G::Schedule);
        keys_on: Date = "交钥匙日期" "Keys handed over".group(G::Schedule);
        moved_in_on: Date = "入住日期" "Moved in".group(G::Schedule);
        occupied: bool = "稳定入住" "Lives there".group(G::Schedule).required().source("L83");
        old_house: OldHouseState = "旧房处置" "Old house".group(G::OldHouse).required().source("L83");
        demolished_on: Date = "拆除日期" "Demolished".group(G::OldHouse);
        reclaimed_on: Date = "复垦日期" "Farmed again".group(G::OldHouse);
        regreened_on: Date = "复绿日期" "Green again".group(G::OldHouse);
        followup_industry: bool = "产业扶持" "Business".group(G::FollowUp).source("L83");
        followup_sector_help: bool = "行业（部门）帮扶" "Help by departments".group(G::FollowUp).source("L83");
        followup_training: bool = "就业培训" "Training".group(G::FollowUp).source("L83");
        followup_transfer: bool = "劳动力转移" "Transfer of labour".group(G::FollowUp).source("L83");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}
