//! Code lists about dangerous houses and resettlement.

use crate::model::codes::codes;

codes! {
    /// 危房对象类别: the four key groups and the others (plan line 61, rule R-12).
    DangerCategory = "danger_category" {
        RegisteredPoor = "registered_poor" "建档立卡贫困户" "Registered poor" "";
        Dibao = "dibao" "低保户" "Living allowance" "";
        DispersedTekun = "dispersed_tekun" "农村分散供养特困人员" "Destitute, supported at home" "";
        PoorDisabled = "poor_disabled" "贫困残疾人家庭" "Poor family with a disabled member" "";
        NonKey = "non_key" "非4类重点对象" "None of the four groups" "";
    }

    /// 改造方式: how a dangerous house is made safe.
    RebuildMode = "rebuild_mode" {
        Reinforce = "reinforce" "修缮加固" "Reinforced" "";
        RebuildInPlace = "rebuild_in_place" "原址重建" "Rebuilt in place" "";
        NewSite = "new_site" "异地新建" "Built elsewhere" "";
        Relocate = "relocate" "纳入易地搬迁" "Resettled" "";
        Other = "other" "其他" "Other" "";
    }

    /// 改造状态: process P-01, 改造一户、销档一房.
    HouseWorkState = "house_work_state" {
        ToAppraise = "to_appraise" "待认定" "To be appraised" "";
        Appraised = "appraised" "已认定" "Appraised" "";
        ToRebuild = "to_rebuild" "待改造" "To be rebuilt" "";
        Rebuilding = "rebuilding" "改造中" "Being rebuilt" "";
        Completed = "completed" "已竣工" "Completed" "";
        Accepted = "accepted" "已验收" "Accepted" "";
        Closed = "closed" "已销档" "Struck from the ledger" "";
    }

    /// 安置方式: plan line 83.
    RelocationKind = "relocation_kind" {
        CentralisedSite = "centralised_site" "集中安置点" "Resettlement site" "";
        InSitu = "in_situ" "就近就地集中改造" "Rebuilt nearby" "";
        Dispersed = "dispersed" "分散安置" "Dispersed" "";
    }

    /// 搬迁方式: ACR075.
    RelocationMode = "relocation_mode" {
        WholeVillage = "whole_village" "行政村整体搬迁" "Whole village" "01";
        WholeNaturalVillage = "whole_natural_village" "自然村（村民小组）整体搬迁" "Whole natural village or group" "02";
        Single = "single" "建档立卡户个别搬迁" "Single households" "03";
    }

    /// 旧房处置: 拆旧复垦复绿 (plan line 83, process P-09).
    OldHouseState = "old_house_state" {
        NoneRequired = "none_required" "无拆除任务" "Nothing to demolish" "";
        NotDemolished = "not_demolished" "未拆除" "Not demolished" "";
        Demolished = "demolished" "已拆除" "Demolished" "";
        Reclaimed = "reclaimed" "已复垦" "Farmed again" "";
        Regreened = "regreened" "已复绿" "Green again" "";
        Preserved = "preserved" "依规保留" "Kept by rule" "";
    }
}
