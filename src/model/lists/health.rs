//! Code lists about illness and its costs.

use crate::model::codes::codes;

codes! {
    /// 三个一批: how a sick person is looked after (plan line 59, process P-06).
    IllnessBatch = "illness_batch" {
        MajorTreatment = "major_treatment" "大病集中救治一批" "Major illness, treated" "";
        ChronicContract = "chronic_contract" "慢性病签约服务管理一批" "Chronic illness, contracted" "";
        SevereFallback = "severe_fallback" "重病兜底保障一批" "Severe illness, supported" "";
        Unclassified = "unclassified" "待分类" "Not classified" "";
    }

    /// 病情管理状态: process P-06.
    IllnessState = "illness_state" {
        ToVerify = "to_verify" "待核实" "To be verified" "";
        Managing = "managing" "管理中" "Being looked after" "";
        Cured = "cured" "已治愈" "Cured" "";
        Ended = "ended" "已结束" "Ended" "";
    }

    /// 就医类型.
    MedicalEventKind = "medical_event_kind" {
        Inpatient = "inpatient" "住院" "Inpatient" "";
        OutpatientChronic = "outpatient_chronic" "慢特病门诊" "Outpatient, chronic" "";
        Outpatient = "outpatient" "普通门诊" "Outpatient" "";
        Drug = "drug" "购药" "Medicine" "";
    }
}
