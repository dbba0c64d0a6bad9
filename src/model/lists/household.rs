//! Code lists about households.

use crate::model::codes::codes;

codes! {
    /// 识别标准: AAC005.
    IdentificationStandard = "identification_standard" {
        National = "national" "国家标准" "National" "";
        Provincial = "provincial" "省定标准" "Provincial" "";
        Municipal = "municipal" "市定标准" "Municipal" "";
    }

    /// 户属性: AAC006 without the status, which is stored apart.
    HouseholdAttribute = "household_attribute" {
        General = "general" "一般户" "General" "01";
        Dibao = "dibao" "低保户" "Minimum living allowance" "04";
        Tekun = "tekun" "特困供养户" "Destitute support" "06";
        DibaoTekun = "dibao_tekun" "低保特困供养户" "Allowance and destitute support" "07";
    }

    /// 脱贫状态: AAR010.
    PovertyStatus = "poverty_status" {
        NotExited = "not_exited" "未脱贫" "Not exited" "0";
        ExitedWithPolicy = "exited_with_policy" "已脱贫（享受政策）" "Exited, policies kept" "1";
        Returned = "returned" "返贫" "Fell back" "3";
        ExitedWithoutPolicy = "exited_without_policy" "已脱贫（不再享受政策）" "Exited, policies ended" "4";
        NotRegistered = "not_registered" "非建档立卡户" "Not registered" "";
    }

    /// 户状态变动: moves of a household in the register (process P-07).
    StatusEventKind = "status_event_kind" {
        Identified = "identified" "识别纳入" "Identified" "";
        Exited = "exited" "脱贫" "Exited" "";
        Returned = "returned" "返贫" "Fell back" "";
        ReIdentified = "re_identified" "再次纳入" "Identified again" "";
        Deregistered = "deregistered" "清退注销" "Deregistered" "";
        Split = "split" "分户" "Split" "";
        Merged = "merged" "并户" "Merged" "";
        MovedOut = "moved_out" "迁出" "Moved out" "";
        DiedOut = "died_out" "整户消亡" "Died out" "";
    }

    /// 审定层级: who approved a change of status.
    ApprovedLevel = "approved_level" {
        Village = "village" "村" "Village" "";
        Township = "township" "乡镇" "Township" "";
        County = "county" "县" "County" "";
    }

    /// 致贫原因: AAC007, AAC008.
    PovertyCause = "poverty_cause" {
        Illness = "illness" "因病" "Illness" "01";
        Disability = "disability" "因残" "Disability" "02";
        Schooling = "schooling" "因学" "Schooling" "03";
        Disaster = "disaster" "因灾" "Disaster" "04";
        LandShortage = "land_shortage" "缺土地" "Land shortage" "05";
        WaterShortage = "water_shortage" "缺水" "Water shortage" "06";
        SkillShortage = "skill_shortage" "缺技术" "Skill shortage" "07";
        LabourShortage = "labour_shortage" "缺劳动力" "Labour shortage" "08";
        CapitalShortage = "capital_shortage" "缺资金" "Capital shortage" "09";
        PoorTransport = "poor_transport" "交通条件落后" "Poor transport" "10";
        LowMotivation = "low_motivation" "自身发展动力不足" "Low motivation" "11";
        Marriage = "marriage" "因婚" "Marriage" "";
        Bereavement = "bereavement" "因丧" "Bereavement" "";
        Other = "other" "其他" "Other" "99";
    }

    /// 入户路类型: AAC316.
    RoadSurface = "road_surface" {
        Earth = "earth" "泥土路" "Earth" "01";
        Gravel = "gravel" "砂石路" "Gravel" "02";
        Concrete = "concrete" "水泥路" "Concrete" "03";
        Asphalt = "asphalt" "沥青路" "Asphalt" "04";
    }

    /// 主要燃料: AAC320.
    FuelKind = "fuel_kind" {
        Firewood = "firewood" "柴草" "Firewood" "01";
        Dung = "dung" "干畜粪" "Dung" "02";
        Coal = "coal" "煤炭" "Coal" "03";
        Clean = "clean" "清洁能源" "Clean energy" "04";
        Other = "other" "其他" "Other" "05";
    }

    /// 住房等级: C and D are dangerous (DOMAIN B8).
    HouseGrade = "house_grade" {
        A = "A" "A级（安全）" "A, safe" "A";
        B = "B" "B级（基本安全）" "B, nearly safe" "B";
        C = "C" "C级（局部危房）" "C, partly dangerous" "C";
        D = "D" "D级（整幢危房）" "D, dangerous" "D";
        NoHouse = "no_house" "无房" "No house" "";
    }

    /// 住房结构: common structures of rural houses.
    HouseStructure = "house_structure" {
        BrickConcrete = "brick_concrete" "砖混" "Brick and concrete" "";
        BrickWood = "brick_wood" "砖木" "Brick and wood" "";
        EarthWood = "earth_wood" "土木" "Earth and wood" "";
        Wood = "wood" "木结构" "Wood" "";
        Steel = "steel" "钢结构" "Steel" "";
        Other = "other" "其他" "Other" "";
    }

    /// 经营支出算法: how business costs were found (DOMAIN B4).
    CostMethod = "cost_method" {
        Actual = "actual" "据实填写" "As recorded" "";
        RatioChuxiong = "ratio_chuxiong" "按比例推算" "By ratio" "";
    }
}
