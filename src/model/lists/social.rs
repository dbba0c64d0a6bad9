//! Code lists about grants and the watch over households at risk.

use crate::model::codes::codes;

codes! {
    /// 救助补贴: kinds of grant (plan lines 52, 63).
    GrantKind = "grant_kind" {
        Dibao = "dibao" "低保金" "Living allowance" "";
        Tekun = "tekun" "特困供养金" "Destitute support" "";
        Temporary = "temporary" "临时救助" "Temporary relief" "";
        DisabilityAllowance = "disability_allowance" "残疾人补贴" "Disability allowance" "";
        Pension = "pension" "养老金" "Pension" "";
        FarmSubsidy = "farm_subsidy" "农业支持保护补贴" "Farm subsidy" "";
        EcoComp = "eco_comp" "生态补偿" "Ecological compensation" "";
        GrainGreen = "grain_green" "退耕还林补助" "Grain for green" "";
        FamilyPlanning = "family_planning" "计生奖扶" "Family-planning benefit" "";
        Education = "education" "教育资助" "Education aid" "";
        Other = "other" "其他" "Other" "";
    }

    /// 监测对象类别: groups watched against falling back (DOMAIN B9).
    MonitoringKind = "monitoring_kind" {
        UnstableExited = "unstable_exited" "脱贫不稳定户" "Exited, not stable" "";
        Marginal = "marginal" "边缘易致贫户" "On the margin" "";
        SuddenHardship = "sudden_hardship" "突发严重困难户" "Sudden hardship" "";
    }

    /// 致贫返贫风险: risks of a watched household (DOMAIN B9).
    MonitoringRisk = "monitoring_risk" {
        Illness = "illness" "因病" "Illness" "";
        Disability = "disability" "因残" "Disability" "";
        Schooling = "schooling" "因学" "Schooling" "";
        Disaster = "disaster" "因灾" "Disaster" "";
        LabourShortage = "labour_shortage" "缺劳动力" "Labour shortage" "";
        UnstableWork = "unstable_work" "务工就业不稳" "Unstable work" "";
        IndustryFailure = "industry_failure" "产业失败" "Business failed" "";
        House = "house" "住房安全" "House" "";
        Water = "water" "饮水安全" "Drinking water" "";
        Other = "other" "其他" "Other" "";
    }

    /// 风险消除方式: how a risk ended (DOMAIN B9).
    RiskEnd = "risk_end" {
        Help = "help" "帮扶消除" "By help" "";
        Natural = "natural" "自然消除" "By itself" "";
    }
}
