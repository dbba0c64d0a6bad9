//! Code lists about projects and money.

use crate::model::codes::codes;

codes! {
    /// 项目类别: what a project is for.
    ProjectCategory = "project_category" {
        Industry = "industry" "产业" "Industry" "";
        Employment = "employment" "就业" "Employment" "";
        Ecology = "ecology" "生态" "Ecology" "";
        Education = "education" "教育" "Education" "";
        HealthClinic = "health_clinic" "村卫生室" "Village clinic" "";
        Housing = "housing" "危房" "Dangerous houses" "";
        BarrierFree = "barrier_free" "无障碍改造" "Barrier-free rebuilding" "";
        Road = "road" "道路" "Road" "";
        Water = "water" "饮水水利" "Water" "";
        DirectTransition = "direct_transition" "直过民族整村推进" "Direct-transition villages" "";
        Internet = "internet" "互联网+" "Internet plus" "";
        Habitat = "habitat" "人居环境" "Living environment" "";
        Relocation = "relocation" "易地搬迁" "Resettlement" "";
        CollectiveEconomy = "collective_economy" "村集体经济" "Collective economy" "";
        Party = "party" "党建" "Party building" "";
        Other = "other" "其他" "Other" "";
    }

    /// 项目阶段: process P-08.
    ProjectStage = "project_stage" {
        Reserve = "reserve" "储备入库" "In the library" "";
        Initiated = "initiated" "立项" "Initiated" "";
        Approved = "approved" "批复" "Approved" "";
        Implementing = "implementing" "实施" "Under way" "";
        Completed = "completed" "竣工" "Completed" "";
        Accepted = "accepted" "验收" "Accepted" "";
        Cancelled = "cancelled" "取消" "Cancelled" "";
    }

    /// 项目批次: the batches that the plan counts (lines 59, 71–83).
    ProjectBatch = "project_batch" {
        RoadA35 = "road_A35" "30户以上且发生率35%以上通村路" "Roads, incidence 35 % and more" "";
        RoadZg30 = "road_ZG30" "“直过民族”户30%以上通村路" "Roads, direct-transition 30 % and more" "";
        RoadGroup = "road_group" "一组一路" "One group, one road" "";
        Water2017First = "water_2017_1" "2017年第一批水利项目" "Water 2017, first batch" "";
        Water2017Second = "water_2017_2" "2017年第二批水利项目" "Water 2017, second batch" "";
        WaterTaiqiao = "water_taiqiao" "水底汞水库人饮提水工程" "Shuidigong reservoir, Taiqiao" "";
        WaterCentral2017 = "water_central_2017" "2017年中央预算内饮水项目" "Water, central budget 2017" "";
        WaterCentral2018 = "water_central_2018" "2018年中央预算内饮水项目" "Water, central budget 2018" "";
        WaterYearly = "water_yearly" "饮水每年巩固提升" "Water, each year" "";
        DirectTransition46 = "dt_46" "46个“直过民族”整村推进" "46 direct-transition villages" "";
        Habitat2018 = "habitat_2018_426" "2018年基础设施426万元" "Facilities of 2018, 4.26 million" "";
        HabitatDemo = "habitat_demo_21" "21个人居环境整治示范自然村" "21 demonstration villages" "";
        Clinic = "clinic_20" "20个村卫生室标准化改造" "20 village clinics" "";
        InSitu = "insitu_54" "54个就近就地集中改造" "54 rebuilt nearby" "";
        Site = "site_11" "11个集中安置点" "11 resettlement sites" "";
        Other = "other" "其他" "Other" "";
    }

    /// 项目层级: for whom a project's plan is drawn up, 到村到组到户 (plan line 69).
    ProjectLevel = "project_level" {
        County = "county" "县" "County" "";
        Township = "township" "乡镇" "Township" "";
        Village = "village" "村" "Village" "";
        Group = "group" "组" "Group" "";
        Household = "household" "户" "Household" "";
    }

    /// 资金层级: where money comes from (plan line 104).
    FundLevel = "fund_level" {
        Central = "central" "中央" "Central" "";
        Provincial = "provincial" "省" "Province" "";
        Municipal = "municipal" "市" "City" "";
        County = "county" "县" "County" "";
        Society = "society" "社会" "Society" "";
        Household = "household" "自筹" "Household" "";
        Loan = "loan" "贷款" "Loan" "";
    }
}
