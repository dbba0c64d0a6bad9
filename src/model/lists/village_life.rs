//! Code lists about the village's common life.

use crate::model::codes::codes;

codes! {
    /// 活动: what encourages and teaches (plan lines 50, 88).
    ActivityKind = "activity_kind" {
        LoveMarket = "love_market" "爱心超市" "Points shop" "";
        FiveCents = "five_cents" "“五分钱”工程" "Five-cents programme" "";
        ThreeTalks = "three_talks" "三讲三评" "Three talks, three reviews" "";
        Loudspeaker = "loudspeaker" "“小喇叭”工程" "Loudspeaker programme" "";
        HonourBoard = "honour_board" "善行义举榜" "Honour board" "";
        CustomReform = "custom_reform" "移风易俗" "Reform of customs" "";
        JobFair = "job_fair" "“春风行动”招聘" "Job fair" "";
        Education = "education" "感恩教育" "Gratitude education" "";
        Other = "other" "其他" "Other" "";
    }

    /// 捐赠方: who gives (plan line 90).
    DonorKind = "donor_kind" {
        Enterprise = "enterprise" "企业" "Enterprise" "";
        Organisation = "organisation" "社会组织" "Organisation" "";
        HelpUnit = "help_unit" "挂包单位" "Help unit" "";
        Individual = "individual" "个人" "Individual" "";
        Other = "other" "其他" "Other" "";
    }

    /// 党组织整顿阶段: process P-11 (plan line 87).
    PartyBranchStage = "party_branch_stage" {
        Surveyed = "surveyed" "摸排" "Found" "";
        Analysed = "analysed" "研判" "Analysed" "";
        Rectifying = "rectifying" "整顿" "Being put right" "";
        Accepted = "accepted" "验收" "Accepted" "";
    }

    /// 驻村职责: roles of the resident team (plan line 87).
    TeamRole = "team_role" {
        FirstSecretary = "first_secretary" "第一书记" "First secretary" "";
        Leader = "leader" "工作队长" "Team leader" "";
        Member = "member" "工作队员" "Team member" "";
    }
}
