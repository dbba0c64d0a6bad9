//! Code lists about help and visits.

use crate::model::codes::codes;

codes! {
    /// 措施类别: families of measures (plan lines 48–90, 104).
    SupportCategory = "support_category" {
        Industry = "industry" "产业扶贫" "Industry" "";
        Employment = "employment" "就业扶贫" "Employment" "";
        Ecology = "ecology" "生态扶贫" "Ecology" "";
        Education = "education" "教育扶贫" "Education" "";
        Health = "health" "健康扶贫" "Health" "";
        Housing = "housing" "危房改造" "Housing" "";
        Social = "social" "综合保障" "Social protection" "";
        Relocation = "relocation" "易地搬迁" "Relocation" "";
        Infrastructure = "infrastructure" "基础设施" "Infrastructure" "";
        Water = "water" "饮水安全" "Drinking water" "";
        Finance = "finance" "金融扶贫" "Finance" "";
        Internet = "internet" "互联网+" "Internet plus" "";
        SocialDonation = "social_donation" "社会扶贫" "Social donation" "";
        Motivation = "motivation" "扶志扶智" "Motivation" "";
    }

    /// 措施性质: plan line 104.
    SupportNature = "support_nature" {
        Development = "development" "开发式" "Development" "";
        Protective = "protective" "保障性" "Protective" "";
    }

    /// 实施状态: state of a measure.
    RecordState = "record_state" {
        Planned = "planned" "计划" "Planned" "";
        Active = "active" "实施中" "Under way" "";
        Done = "done" "完成" "Done" "";
        Cancelled = "cancelled" "取消" "Cancelled" "";
    }

    /// 走访目的: plan line 102.
    VisitPurpose = "visit_purpose" {
        Tour = "tour" "遍访" "Tour" "";
        Linked = "linked" "联系走访" "Linked visit" "";
        Research = "research" "调研" "Research" "";
        HouseholdHelp = "household_help" "帮扶入户" "Household help" "";
        Survey = "survey" "户户清调查" "Household survey" "";
        Check = "check" "督查核查" "Check" "";
    }

    /// 走访对象: what a visit goes to.
    VisitTarget = "visit_target" {
        Township = "township" "乡镇（街道）" "Township" "";
        Village = "village" "村" "Village" "";
        Household = "household" "户" "Household" "";
    }
}
