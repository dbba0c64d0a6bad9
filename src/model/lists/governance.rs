//! Code lists about meetings, documents, problems and checks.

use crate::model::codes::codes;

codes! {
    /// 会议: meetings that the plan asks for (lines 88, 102).
    MeetingKind = "meeting_kind" {
        LeadingGroupThematic = "leading_group_thematic" "县领导小组专题会" "Leading group" "";
        TownshipThematic = "township_thematic" "乡镇专题研究" "Township study" "";
        VillageJoint = "village_joint" "村两委和驻村工作队联席会" "Joint village meeting" "";
        ThreeTalks = "three_talks" "三讲三评" "Three talks, three reviews" "";
        Villagers = "villagers" "村民会议" "Villagers’ meeting" "";
        Other = "other" "其他" "Other" "";
    }

    /// 汇报: reports that the plan asks for (lines 102, 112).
    ReportKind = "report_kind" {
        TownshipToCounty = "township_to_county" "乡镇月汇报" "Township to county, monthly" "";
        VillageToTownship = "village_to_township" "村月汇报" "Village to township, monthly" "";
        Important = "important" "重要情况报告" "Important matters" "";
    }

    /// 文书: formal documents (plan lines 69, 106, 112).
    DocumentKind = "document_kind" {
        ActionPlan = "action_plan" "三年行动方案" "Action plan of three years" "";
        ResponsibilityLetter = "responsibility_letter" "责任书" "Letter of responsibility" "";
        Commitment = "commitment" "承诺书" "Commitment" "";
        ProjectPlan = "project_plan" "年度项目计划" "Project plan of the year" "";
        ImplementationPlan = "implementation_plan" "实施方案" "Implementation plan" "";
        Assessment = "assessment" "考核结果" "Assessment" "";
        Publicity = "publicity" "公示公告" "Public notice" "";
    }

    /// 问题大类: the eight categories of plan line 94, which numbers them and does not name them.
    IssueCategory = "issue_category" {
        First = "cat1" "第一大类" "Category 1" "";
        Second = "cat2" "第二大类" "Category 2" "";
        Third = "cat3" "第三大类" "Category 3" "";
        Fourth = "cat4" "第四大类" "Category 4" "";
        Fifth = "cat5" "第五大类" "Category 5" "";
        Sixth = "cat6" "第六大类" "Category 6" "";
        Seventh = "cat7" "第七大类" "Category 7" "";
        Eighth = "cat8" "第八大类" "Category 8" "";
    }

    /// 问题领域: plan line 94.
    IssueArea = "issue_area" {
        Target = "target" "目标精准把握" "Grasp of the targets" "";
        Policy = "policy" "政策举措落实" "Carrying out policies" "";
        Help = "help" "帮扶工作" "Help" "";
        Fund = "fund" "扶贫资金使用管理" "Use of funds" "";
    }

    /// 问题来源: plan line 94.
    IssueOrigin = "issue_origin" {
        Exam2017 = "exam2017" "2017年省市成效考核" "Examination of 2017" "";
        RelocationInspection = "relocation_inspection" "易地扶贫搬迁专项督导" "Inspection of resettlement" "";
        SelfCheck = "self_check" "自查自纠和交叉检查" "Own and mutual checks" "";
        MunicipalPatrol = "municipal_patrol" "市委专项巡察" "Patrol of the city’s committee" "";
        Other = "other" "其他" "Other" "";
    }

    /// 整改状态: process P-02, 对账销号.
    IssueState = "issue_state" {
        Open = "open" "待整改" "Open" "";
        Fixing = "fixing" "整改中" "Being put right" "";
        Review = "review" "待复核" "To be reviewed" "";
        Closed = "closed" "已销号" "Closed" "";
        Reopened = "reopened" "退回" "Reopened" "";
    }

    /// 疑点处理: what became of a finding of a consistency rule.
    FindingState = "finding_state" {
        Open = "open" "待处理" "Open" "";
        Fixed = "fixed" "已改正" "Put right" "";
        AcceptedWithReason = "accepted_with_reason" "情况属实" "Accepted with a reason" "";
    }

    /// 清单事项: requirements of the plan that have no number (DOMAIN A8, Q-01 to Q-20).
    ChecklistItem = "checklist_item" {
        VillageOrganisations = "q01" "村民议事会、道德评议会、红白理事会发挥作用" "The three village councils work" "";
        ClinicStaff = "q02" "村医和设备配齐配强" "Clinics have doctors and equipment" "";
        SchoolNetwork = "q03" "教育信息化和学校网络教学环境" "Schools are on the network" "";
        StudentLoanService = "q04" "生源地助学贷款服务下沉乡镇" "Student loans are served in townships" "";
        Mandarin = "q05" "双语教学和普及国家通用语言" "Bilingual teaching, Mandarin for all" "";
        GrasslandSubsidy = "q06" "草原生态奖补" "Grassland subsidy" "";
        SolarHeater = "q07" "太阳能热水器等农村新能源" "Solar heaters and new energy" "";
        ForestShares = "q08" "林地经营权入股造林合作社" "Forest rights as shares" "";
        CareCooperative = "q09" "“合作社+管护+贫困户”模式" "Cooperative, care and poor household" "";
        WaterDisinfection = "q10" "水质下降期间投药消毒" "Water is disinfected when it turns bad" "";
        WaterSource = "q11" "水源地保护" "Water sources are protected" "";
        HealthPromotion = "q12" "健康促进三年行动和出生缺陷防治" "Health promotion, birth defects prevented" "";
        RoadCare = "q13" "管好护好通村、通组硬化道路" "Roads are managed and cared for" "";
        ResidentTeam = "q14" "派强用好第一书记和驻村工作队" "A strong resident team" "";
        PartyPairing = "q15" "贫困村党员结对帮扶" "Party members pair with households" "";
        Pairing = "q16" "领导挂点、部门包村、干部帮户" "Leaders, units and officials are paired" "";
        Publicity = "q17" "扶贫事务公开" "Funds and projects are made public" "";
        SpecialFacilities = "q18" "老年人、残疾人、精神障碍患者服务设施" "Facilities for those who need care" "";
        IndustryRoads = "q19" "贫困乡村旅游路、产业路、资源路" "Roads for tourism and industry" "";
        Exemplars = "q20" "宣传自强不息、自力更生先进典型" "Exemplars are made known" "";
    }
}
