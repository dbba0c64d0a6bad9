//! Code lists about persons.

use crate::model::codes::codes;

codes! {
    /// 性别: GB/T 2261.1.
    Sex = "sex" {
        Male = "male" "男" "Male" "1";
        Female = "female" "女" "Female" "2";
    }

    /// 证件类型: AAB018.
    IdDocType = "id_doc_type" {
        ResidentId = "resident_id" "居民身份证" "Resident identity card" "01";
        DisabilityCard = "disability_card" "残疾人证" "Disability card" "02";
        Military = "military" "军官证" "Military card" "03";
        None = "none" "无证件" "No document" "";
    }

    /// 文化程度: AAB008.
    Education = "education" {
        Illiterate = "illiterate" "文盲或半文盲" "Illiterate" "01";
        Primary = "primary" "小学" "Primary school" "02";
        Junior = "junior" "初中" "Junior middle school" "03";
        Senior = "senior" "高中（中职）" "Senior middle school" "04";
        College = "college" "大专" "College" "05";
        BachelorPlus = "bachelor_plus" "本科及以上" "Bachelor or higher" "05";
        PreschoolAge = "preschool_age" "学龄前儿童" "Preschool child" "06";
    }

    /// 在校生状况: AAB009.
    StudentStatus = "student_status" {
        NotStudent = "not_student" "非在校生" "Not a student" "01";
        PreschoolAge = "preschool_age" "学龄前儿童" "Preschool age" "";
        Kindergarten = "kindergarten" "学前教育" "Kindergarten" "02";
        Primary = "primary" "小学" "Primary school" "03";
        Grade7 = "grade7" "七年级" "Grade 7" "04";
        Grade8 = "grade8" "八年级" "Grade 8" "05";
        Grade9 = "grade9" "九年级" "Grade 9" "06";
        Senior1 = "senior1" "高中一年级" "Senior 1" "07";
        Senior2 = "senior2" "高中二年级" "Senior 2" "08";
        Senior3 = "senior3" "高中三年级" "Senior 3" "09";
        Voc1 = "voc1" "中职一年级" "Vocational 1" "10";
        Voc2 = "voc2" "中职二年级" "Vocational 2" "11";
        Voc3 = "voc3" "中职三年级" "Vocational 3" "12";
        Hvoc1 = "hvoc1" "高职一年级" "Higher vocational 1" "13";
        Hvoc2 = "hvoc2" "高职二年级" "Higher vocational 2" "14";
        Hvoc3 = "hvoc3" "高职三年级" "Higher vocational 3" "15";
        Tech1 = "tech1" "技师学院一年级" "Technician college 1" "";
        Tech2 = "tech2" "技师学院二年级" "Technician college 2" "";
        Tech3 = "tech3" "技师学院三年级" "Technician college 3" "";
        Tech4 = "tech4" "技师学院四年级" "Technician college 4" "";
        Bachelor1 = "bachelor1" "本科一年级" "Bachelor 1" "16";
        Bachelor2 = "bachelor2" "本科二年级" "Bachelor 2" "16";
        Bachelor3 = "bachelor3" "本科三年级" "Bachelor 3" "16";
        Bachelor4 = "bachelor4" "本科四年级" "Bachelor 4" "16";
        Bachelor5 = "bachelor5" "本科五年级" "Bachelor 5" "16";
        Postgraduate = "postgraduate" "硕士及以上" "Postgraduate" "16";
    }

    /// 健康状况: AAB017; healthy excludes the others.
    HealthCondition = "health_condition" {
        Healthy = "healthy" "健康" "Healthy" "01";
        Chronic = "chronic" "长期慢性病" "Chronic illness" "02";
        Major = "major" "患有大病" "Major illness" "03";
        Disabled = "disabled" "残疾" "Disabled" "04";
    }

    /// 劳动能力: AAB010.
    LabourCapacity = "labour_capacity" {
        Ordinary = "ordinary" "普通劳动力" "Ordinary" "01";
        Skilled = "skilled" "技能劳动力" "Skilled" "02";
        Weak = "weak" "弱劳动力或半劳动力" "Weak or half" "";
        Lost = "lost" "丧失劳动力" "Lost" "03";
        None = "none" "无劳动力" "None" "04";
    }

    /// 残疾类别: digit 19 of the disability card number.
    DisabilityCategory = "disability_category" {
        Visual = "visual" "视力残疾" "Visual" "1";
        Hearing = "hearing" "听力残疾" "Hearing" "2";
        Speech = "speech" "言语残疾" "Speech" "3";
        Physical = "physical" "肢体残疾" "Physical" "4";
        Intellectual = "intellectual" "智力残疾" "Intellectual" "5";
        Mental = "mental" "精神残疾" "Mental" "6";
        Multiple = "multiple" "多重残疾" "Multiple" "7";
    }

    /// 政治面貌: AAK033.
    PoliticalStatus = "political_status" {
        Party = "party" "中共党员" "Party member" "01";
        Probationary = "probationary" "预备党员" "Probationary member" "02";
        League = "league" "共青团员" "League member" "03";
        Democratic = "democratic" "民主党派" "Democratic party" "04";
        Nonparty = "nonparty" "无党派人士" "Without party" "12";
        Masses = "masses" "群众" "Masses" "13";
    }

    /// 务工区域: where a person works away.
    WorkArea = "work_area" {
        InTownship = "in_township" "乡（镇）内" "In the township" "01";
        InCounty = "in_county" "乡外县内" "In the county" "02";
        InProvince = "in_province" "县外省内" "In the province" "03";
        OutProvince = "out_province" "省外" "Other province" "04";
        Other = "other" "其他" "Other" "99";
    }

    /// 工种: trades of vocational training (plan line 50).
    TradeKind = "trade_kind" {
        Welder = "welder" "电焊工" "Welder" "";
        Construction = "construction" "建筑" "Construction" "";
        Cook = "cook" "厨师" "Cook" "";
        Tea = "tea" "茶叶栽培与加工" "Tea" "";
        Fruit = "fruit" "果树工" "Fruit" "";
        AnimalHealth = "animal_health" "动物防疫员" "Animal health" "";
        Other = "other" "其他" "Other" "";
    }

    /// 基本医疗保险: AAB013; employees' insurance counts as insured (DOMAIN B14).
    BasicInsurance = "basic_insurance" {
        Resident = "resident" "城乡居民医保" "Residents’ scheme" "";
        Employee = "employee" "城镇职工医保" "Employees’ scheme" "";
        None = "none" "未参保" "Not insured" "";
    }

    /// 养老保险: AAB014, AAB021.
    Pension = "pension" {
        Resident = "resident" "城乡居民养老" "Residents’ scheme" "";
        Employee = "employee" "城镇职工养老" "Employees’ scheme" "";
        None = "none" "未参保" "Not insured" "";
        Receiving = "receiving" "已领取待遇" "Receiving" "";
    }

    /// 缴费方式: who pays a premium (plan lines 59, 63).
    InsurancePayer = "insurance_payer" {
        SelfPaid = "self" "个人缴纳" "The person" "";
        Government = "government" "财政代缴" "Government" "";
        Mixed = "mixed" "部分补贴" "Partly subsidised" "";
        Employer = "employer" "单位缴纳" "Employer" "";
    }

    /// 特困供养: how a destitute person is supported (plan line 63).
    TekunSupport = "tekun_support" {
        None = "none" "非特困供养" "Not supported" "";
        Centralised = "centralised" "集中供养" "In an institution" "";
        Dispersed = "dispersed" "分散供养" "At home" "";
    }

    /// 留守情况: plan line 50.
    LeftBehind = "left_behind" {
        None = "none" "非留守" "Not left behind" "";
        Elder = "elder" "留守老人" "Elder" "";
        Woman = "woman" "留守妇女" "Woman" "";
        Child = "child" "留守儿童" "Child" "";
    }

    /// 与户主关系: AAB006.
    RelationToHead = "relation_to_head" {
        Head = "head" "户主" "Head" "01";
        Spouse = "spouse" "配偶" "Spouse" "02";
        Son = "son" "之子" "Son" "03";
        Daughter = "daughter" "之女" "Daughter" "04";
        DaughterInLaw = "daughter_in_law" "之儿媳" "Daughter-in-law" "05";
        SonInLaw = "son_in_law" "之女婿" "Son-in-law" "06";
        Grandson = "grandson" "之孙子" "Grandson" "07";
        Granddaughter = "granddaughter" "之孙女" "Granddaughter" "08";
        DaughtersSon = "daughters_son" "之外孙子" "Daughter’s son" "09";
        DaughtersDaughter = "daughters_daughter" "之外孙女" "Daughter’s daughter" "10";
        Father = "father" "之父" "Father" "11";
        Mother = "mother" "之母" "Mother" "12";
        WifesFather = "wifes_father" "之岳父" "Wife’s father" "13";
        WifesMother = "wifes_mother" "之岳母" "Wife’s mother" "14";
        HusbandsFather = "husbands_father" "之公公" "Husband’s father" "15";
        HusbandsMother = "husbands_mother" "之婆婆" "Husband’s mother" "16";
        Grandfather = "grandfather" "之祖父" "Grandfather" "17";
        Grandmother = "grandmother" "之祖母" "Grandmother" "18";
        MaternalGrandfather = "maternal_grandfather" "之外祖父" "Maternal grandfather" "19";
        MaternalGrandmother = "maternal_grandmother" "之外祖母" "Maternal grandmother" "20";
        Sibling = "sibling" "之兄弟姐妹" "Sibling" "";
        GreatGrandson = "great_grandson" "之曾孙子" "Great-grandson" "";
        GreatGranddaughter = "great_granddaughter" "之曾孙女" "Great-granddaughter" "";
        Nephew = "nephew" "之侄儿" "Nephew" "";
        Niece = "niece" "之侄女" "Niece" "";
        BrothersWife = "brothers_wife" "之兄弟媳妇" "Brother’s wife" "";
        Uncle = "uncle" "之叔伯" "Uncle" "";
        Other = "other" "其他" "Other" "99";
    }

    /// 人员变更: why a person joins or leaves a household.
    MemberChange = "member_change" {
        None = "none" "无变动" "No change" "";
        Death = "death" "死亡" "Death" "01";
        MarriedOut = "married_out" "嫁出" "Married out" "02";
        Emigrated = "emigrated" "出国定居" "Emigrated" "03";
        Imprisoned = "imprisoned" "判刑收监" "Imprisoned" "04";
        MarriedIn = "married_in" "嫁入" "Married in" "05";
        Newborn = "newborn" "新生儿" "Newborn" "06";
        OtherIn = "other_in" "其他转入" "Other, in" "07";
        OtherOut = "other_out" "其他转出" "Other, out" "08";
    }
}
