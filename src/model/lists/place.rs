//! Code lists about areas, units and parameters.

use crate::model::codes::codes;

codes! {
    /// 区划层级: the levels of area (DOMAIN C1).
    DivisionLevel = "division_level" {
        County = "county" "县" "County" "";
        Township = "township" "乡镇（街道）" "Township" "";
        Village = "village" "行政村（社区）" "Village" "";
        NaturalVillage = "natural_village" "自然村" "Natural village" "";
        Group = "group" "村民小组" "Group" "";
    }

    /// 区划类型: kinds of area (DOMAIN C1).
    DivisionKind = "division_kind" {
        County = "county" "县" "County" "";
        Street = "street" "街道" "Street" "";
        Town = "town" "镇" "Town" "";
        Township = "township" "乡" "Township" "";
        Community = "community" "社区" "Community" "";
        Village = "village" "村" "Village" "";
        NaturalVillage = "natural_village" "自然村" "Natural village" "";
        Group = "group" "村民小组" "Group" "";
    }

    /// 单位类型: kinds of unit (DOMAIN C2).
    OrgKind = "org_kind" {
        CountyBureau = "county_bureau" "县级部门" "County bureau" "";
        PartyOrgan = "party_organ" "党委部门" "Party organ" "";
        MassOrg = "mass_org" "群团组织" "Mass organisation" "";
        Township = "township" "乡镇（街道）" "Township" "";
        HelperUnit = "helper_unit" "挂包单位" "Help unit" "";
        Enterprise = "enterprise" "企业" "Enterprise" "";
        School = "school" "学校" "School" "";
        Medical = "medical" "医疗机构" "Medical institution" "";
        Cooperative = "cooperative" "合作社" "Cooperative" "";
        Workshop = "workshop" "扶贫车间" "Workshop" "";
        Other = "other" "其他" "Other" "";
    }

    /// 职务: posts with duties (plan line 102).
    PostKind = "post_kind" {
        CountySecretary = "county_secretary" "县委书记" "County party secretary" "";
        CountyMayor = "county_mayor" "县长" "County mayor" "";
        CountyDeputySecretary = "county_deputy_secretary" "县委副书记" "County deputy secretary" "";
        CountyLinkedLeader = "county_linked_leader" "县级联系领导" "Linked county leader" "";
        DeptHead = "dept_head" "行业部门主要负责人" "Department head" "";
        TownshipSecretary = "township_secretary" "乡镇（街道）书记" "Township party secretary" "";
        TownshipMayor = "township_mayor" "乡镇长（主任）" "Township mayor" "";
        TownshipDeputy = "township_deputy" "分管领导" "Township deputy" "";
        TownshipStaff = "township_staff" "乡镇干部" "Township staff" "";
        FirstSecretary = "first_secretary" "第一书记（队长）" "First secretary" "";
        TeamMember = "team_member" "驻村工作队员" "Resident team member" "";
        VillageCommittee = "village_committee" "村“两委”" "Village committee" "";
        VillageSecretary = "village_secretary" "村党组织书记" "Village party secretary" "";
        Helper = "helper" "帮扶干部" "Helper" "";
        PovertyOfficial = "poverty_official" "扶贫干部" "Poverty official" "";
        VillageDoctor = "village_doctor" "村医" "Village doctor" "";
        FamilyDoctor = "family_doctor" "家庭医生" "Family doctor" "";
        TechGroup = "tech_group" "产业技术服务组" "Technical service group" "";
        Other = "other" "其他" "Other" "";
    }

    /// 村卫生室: plan line 59.
    ClinicState = "clinic_state" {
        None = "none" "无" "None" "";
        Exists = "exists" "有" "Exists" "";
        Standardised = "standardised" "标准化" "Standardised" "";
    }

    /// 党组织状况: plan line 87.
    PartyBranchState = "party_branch_state" {
        Normal = "normal" "正常" "Normal" "";
        Weak = "weak" "软弱涣散" "Weak" "";
        Rectified = "rectified" "已整顿" "Rectified" "";
    }

    /// 数据来源: where a record came from.
    SourceKind = "source_kind" {
        Manual = "manual" "手工录入" "Entered by hand" "";
        ImportNational = "import_national" "国家系统导入" "National system" "";
        Base2017 = "base2017" "2017年动态管理数据" "Register of 2017" "";
        ImportPackage = "import_package" "数据包导入" "Package" "";
        Derived = "derived" "系统生成" "Made by the app" "";
    }

    /// 参数单位: unit of a policy parameter.
    ParameterUnit = "parameter_unit" {
        FenPerPersonYear = "fen_per_person_year" "分/人·年" "Fen per person and year" "";
        FenPerMonth = "fen_per_month" "分/月" "Fen per month" "";
        Mmdd = "mmdd" "月日" "Month and day" "";
        YearsOfAge = "years_of_age" "周岁" "Years of age" "";
        BasisPoints = "basis_points" "万分点" "Basis points" "";
        Flag = "flag" "是否" "Yes or no" "";
        Litre = "litre" "升/人·日" "Litres per person and day" "";
        Minutes = "minutes" "分钟" "Minutes" "";
        Metres = "metres" "米" "Metres" "";
        Days = "days" "天" "Days" "";
        Number = "number" "数值" "Number" "";
        Plain = "plain" "无单位" "No unit" "";
    }
}
