//! Code lists about work, training and posts.

use crate::model::codes::codes;

codes! {
    /// 就业形式: how a person works (plan line 50).
    EmploymentKind = "employment_kind" {
        Outward = "outward" "外出转移就业" "Work away" "";
        LocalTransfer = "local_transfer" "就地就近转移就业" "Work nearby" "";
        Workshop = "workshop" "扶贫车间" "Workshop" "";
        PublicPost = "public_post" "公益性岗位" "Public post" "";
        SelfEmployed = "self_employed" "自主创业" "Own business" "";
        Farming = "farming" "务农" "Farming" "";
    }

    /// 就业渠道: who brought the person to the work (plan line 50).
    EmploymentChannel = "employment_channel" {
        Government = "government" "政府组织" "Government" "";
        Enterprise = "enterprise" "企业组织" "Enterprise" "";
        Cooperation = "cooperation" "劳务协作" "Labour partnership" "";
        Kin = "kin" "亲友介绍" "Family or friends" "";
        OnOwn = "self" "自发" "On one’s own" "";
    }

    /// 劳务协作方: the labour partners that the plan names (line 50).
    LabourPartner = "labour_partner" {
        Ligao = "ligao" "力高集团公司" "Ligao Group" "";
        Yukun = "yukun" "玉昆钢铁集团" "Yukun Steel Group" "";
        Boluo = "boluo" "惠州市博罗县" "Boluo County, Huizhou" "";
        Other = "other" "其他" "Other" "";
    }

    /// 培训对象: whom a training is for (plan lines 50, 75, 108).
    TrainingAudience = "training_audience" {
        Labour = "labour" "劳动力" "Labour force" "";
        Official = "official" "干部" "Officials" "";
        DirectTransition = "direct_transition" "“直过民族”群众" "Direct-transition people" "";
        Operator = "operator" "经营主体与带头人" "Operators and pioneers" "";
    }

    /// 公益性岗位: kinds of public post (plan lines 50, 52).
    PublicPostKind = "public_post_kind" {
        Cleaning = "cleaning" "保洁" "Cleaning" "";
        Security = "security" "治安" "Security" "";
        RoadCare = "road_care" "护路" "Road care" "";
        WaterCare = "water_care" "管水" "Water care" "";
        DisabledHelp = "disabled_help" "扶残助残" "Help for the disabled" "";
        ElderCare = "elder_care" "养老护理" "Care of the elderly" "";
        ForestRanger = "forest_ranger" "生态护林员" "Forest ranger" "";
        Other = "other" "其他" "Other" "";
    }

    /// 报酬方式: how a public post is paid (plan line 50).
    PayMode = "pay_mode" {
        WorkRelief = "work_relief" "以工代赈" "Work instead of relief" "";
        AwardInstead = "award_instead" "以奖代补" "Award instead of subsidy" "";
        LabourSubsidy = "labour_subsidy" "劳务补助" "Labour subsidy" "";
        Wage = "wage" "工资" "Wage" "";
    }
}
