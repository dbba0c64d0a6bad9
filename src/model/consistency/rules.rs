//! The one list of rules, in the order of DOMAIN B14; those of the app itself stand at the end.

use super::{ReferenceDay, Severity};
use crate::model::Label;

macro_rules! rules {
    ($(
        $rule:ident = $id:literal $severity:ident $day:ident $source:literal
        $zh:literal $zh_now:literal $en:literal $en_now:literal;
    )+) => {
        /// A rule of consistency; those with a `V-` are numbered as in DOMAIN B14.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $zh] $rule,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];

            /// The stable code, for programs.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)+ }
            }

            /// How bad it is when it does not hold.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)+ }
            }

            /// What does not hold, for people.
            pub const fn label(self) -> Label {
                match self { $(Self::$rule => Label::new($zh, $en),)+ }
            }

            /// What to do about it, for people.
            pub const fn advice(self) -> Label {
                match self { $(Self::$rule => Label::new($zh_now, $en_now),)+ }
            }

            /// The day that the rule reckons by.
            pub const fn reference_day(self) -> ReferenceDay {
                match self { $(Self::$rule => ReferenceDay::$day,)+ }
            }

            /// Where the rule is from: a line of the plan, a rule (`1_01_003`) or class of the national data cleaning, or a
            /// standard; empty when the app needs it itself.
            pub const fn source(self) -> &'static str {
                match self { $(Self::$rule => $source,)+ }
            }
        }
    };
}

rules! {
    IdentityForm = "V-ID-1" Warn None "1_12_002"
        "证件号码位数不对" "对照证件重填：身份证18位，残疾人证20或22位，15位旧号要换18位"
        "The identity number does not have the right length" "Copy it from the card: 18 characters, a disability card 20 or 22; 15 digits are the old form";
    IdentityCheck = "V-ID-2" Warn Today "1_01_003"
        "证件号码校验不通过" "对照证件逐位核对，看有无错位、漏位"
        "The identity number fails its check" "Compare it digit by digit with the card";
    DisabilityCard = "V-ID-3" Warn None "GB 11643"
        "残疾人证号码有误" "对照残疾人证核对第19位类别（1—7）和第20位等级（1—4）"
        "The disability card number is wrong" "Compare digits 19 (kind, 1 to 7) and 20 (grade, 1 to 4) with the card";
    IdentityTwice = "V-ID-4" Warn None "1_12_001"
        "同一证件号码登记了不止一人" "核实是录错号码，还是同一人重复登记"
        "One identity number is registered for more than one person" "Find out whether a number is wrong or a person is registered twice";
    IdentityFacts = "V-ID-5" Warn None "GB 11643"
        "证件号码与性别或出生日期不符" "对照证件改正性别、出生日期或号码"
        "The identity number does not agree with sex or date of birth" "Correct sex, date of birth or number by the card";
    HeadCount = "V-HH-1" Error Day "3_02_011"
        "每户应当有且只有一名户主" "对照户口簿改正与户主关系"
        "A household has exactly one head" "Correct the relations by the household booklet";
    OneSpouse = "V-HH-2" Warn Day ""
        "户主有不止一名配偶" "对照户口簿改正与户主关系"
        "The head has more than one spouse" "Correct the relations by the household booklet";
    SpousesAlike = "V-HH-3" Warn Day "2_02_001"
        "户主与配偶性别相同" "核对两人的性别和关系"
        "Head and spouse have the same sex" "Check the sex and relation of both";
    RelationAndSex = "V-HH-4" Warn Day "2_01_004"
        "与户主关系和性别不符" "核对性别和与户主关系"
        "The relation to the head does not fit the sex" "Check sex and relation";
    EmptyHousehold = "V-HH-5" Error Day ""
        "户内没有家庭成员" "补录成员；整户消亡或迁出的，录入户状态变动"
        "The household has no member" "Add its members, or enter that the household died out or moved away";
    SchoolingOnce = "V-ED-1" Warn None "3_01_003 3_12_004"
        "文化程度与在校生状况应当填且只填一项" "在校的只填在校生状况，不在校的只填文化程度"
        "Either education or student status is filled in, and not both" "Student status for pupils and students, education for everybody else";
    PossibleDropout = "V-ED-2" Warn SchoolYear "L58 1_02_005 5_15_016"
        "义务教育阶段适龄却不在校，疑似失学辍学" "入户核实，建立一生一案；依法免学、缓学的写明原因"
        "Of school age and not at school: a possible dropout" "Ask at home and open a student case; say so if the child is exempt";
    SchoolAge = "V-ED-3" Warn SchoolYear "5_17_001–006 class 10"
        "年龄与学段不符" "核对出生日期、文化程度和在校生状况"
        "The age does not fit the schooling" "Check date of birth, education and student status";
    ChildAbleToWork = "V-LB-1" Warn YearEnd "2_01_011"
        "未满16岁应当为无劳动力" "改为无劳动力，或核对出生日期"
        "A child under 16 counts as without labour capacity" "Set it to none, or check the date of birth";
    HealthyWithoutLabour = "V-LB-2" Warn YearEnd "5_12_008 class 6"
        "16—59岁、健康、不在校，却无劳动力或为弱劳动力" "核实健康状况和劳动能力"
        "Between 16 and 59, healthy and no student, yet weak or without labour capacity" "Check health and labour capacity";
    ElderLabour = "V-LB-3" Info YearEnd "2_12_017"
        "60岁以上登记为普通、技能或丧失劳动力" "按实际情况核实劳动能力"
        "Over 60 and entered as ordinary, skilled or lost labour" "Check the labour capacity";
    WorkWithoutLabour = "V-LB-4" Warn YearEnd "2_01_015 class 8"
        "无劳动力却有务工" "核实劳动能力和务工情况"
        "Works although without labour capacity" "Check labour capacity and work";
    WorkMonths = "V-WK-1" Warn None "class 8"
        "务工时间与务工区域对不上" "务工时间为0—12个月；有务工才填区域，填了区域要有时间"
        "Months of work and place of work do not agree" "Months are 0 to 12; a place is given exactly when there are months";
    WageAndWork = "V-WK-2" Warn YearEnd "class 8"
        "工资性收入与务工情况对不上" "有工资的核实谁在务工，有人务工的核实工资"
        "Wages and work do not agree" "Find out who earns the wages, or what those who work earn";
    WorkDates = "V-WK-3" Warn Day "5_12_001 5_16_010 3_01_008 3_01_010 5_01_006"
        "务工、上岗的起止时间、年龄或岗位数不合理" "核对起止日期；未满16岁不得务工，公益岗位16—69岁，一人不超过两岗"
        "Dates of work, age or number of posts are not plausible" "Check the dates; nobody under 16 works, posts are for 16 to 69, nobody has three";
    WageRange = "V-WK-4" Warn None "5_16_001 5_16_002"
        "月工资低于100元或高于3万元" "核对金额和单位"
        "The monthly wage is under 100 or over 30,000 yuan" "Check the amount and its unit";
    BusinessWithoutCosts = "V-IN-1" Warn YearEnd "class 7"
        "有生产经营收入，没有生产经营支出" "补填经营支出；确无支出的说明理由"
        "Business income without any business cost" "Enter the costs, or say why there are none";
    IncomeRange = "V-IN-2" Warn YearEnd "class 7"
        "人均纯收入为空、不大于0或超过10万元" "补全收入各项和计算人口，核对金额"
        "Net income per person is blank, not above 0 or over 100,000 yuan" "Complete the parts and the members counted, check the amounts";
    ExitedBelowLine = "V-IN-3" Warn YearEnd "1_02_006 class 1"
        "已脱贫户人均纯收入低于当年标准" "入户核实；属实的纳入监测"
        "An exited household is below the year’s poverty line" "Ask at home; if it is so, watch the household";
    IncomeJump = "V-IN-4" Info YearEnd ""
        "人均纯收入比上年增减超过50%" "核对两年的收入；属实的说明原因"
        "Net income per person changed by more than half in a year" "Check both years, and say why if it is so";
    CauseNotBorneOut = "V-PC-1" Warn None "class 4"
        "主要致贫原因与家庭成员情况不符" "因病要有患病成员，因残要有残疾成员，因学要有在校生；核对原因或成员信息"
        "The main cause is not borne out by the members" "Illness needs somebody ill, disability somebody disabled, schooling a student: check the cause or the members";
    CausesRepeated = "V-PC-2" Error None "class 4"
        "其他致贫原因与主要原因重复，或多于两项" "其他致贫原因最多选两项，不重复"
        "The other causes repeat the main one, or are more than two" "Choose at most two others, none of them twice";
    AllowanceMismatch = "V-DB-1" Warn YearEnd "L63 class 5"
        "低保、特困供养与户属性或收入对不上" "与民政名册核对户属性、享受人员和金额"
        "Living allowance or destitute support does not agree with the household’s attribute or income" "Compare attribute, persons and amounts with the civil affairs list";
    InsuranceScheme = "V-MD-1" Warn YearEnd "L59 2_01_008 2_01_009"
        "城乡居民医保与城镇职工医保应当参加且只参加一项" "未参保的动员参保；缴费方式要与险种一致"
        "A person is in exactly one of the residents’ and the employees’ medical scheme" "Have the person insured; who pays has to fit the scheme";
    MajorIllnessBlank = "V-MD-2" Warn YearEnd "L59 2_01_006 2_01_016"
        "建档立卡人员未参加大病保险或未填" "与医保部门核对后填写"
        "A registered person is without major-illness insurance, or it is blank" "Compare with the insurance office and fill it in";
    BillSums = "V-MD-3" Error None ""
        "自付金额不等于总费用减各项报销，或有负数" "对照结算单改正金额"
        "The amount paid oneself is not the total less what was paid for, or an amount is negative" "Correct the amounts by the bill";
    DangerousHouseUnlisted = "V-HS-1" Warn YearEnd "L61 1_02_001"
        "住房为C、D级，危房台帐里没有" "录入危房台帐，或核对住房等级"
        "A house of grade C or D is not in the ledger of dangerous houses" "Enter it there, or check the grade";
    FloorSpaceBlank = "V-HS-2" Warn YearEnd "3_02_008 class 1"
        "住房面积为空或为0" "入户核实住房面积"
        "The floor space is blank or 0" "Ask at home for the floor space";
    UnsafeWaterPassed = "V-WT-1" Warn YearEnd "L73 1_02_002"
        "饮水不安全，却认定达标或已脱贫" "核实饮水情况，改正认定"
        "The water is not safe, yet the household was found to pass" "Check the water and correct the finding";
    LandRange = "V-LD-1" Warn YearEnd "5_14 class 10"
        "土地面积或到主干路距离异常" "核对数值和单位：面积为亩，距离为米"
        "Land or the distance to the main road is out of the ordinary" "Check the value and its unit: 亩 and metres";
    Helper = "V-HP-1" Warn Day "L102 class 9"
        "没有帮扶责任人，或帮扶责任人是建档立卡人员" "落实帮扶责任人"
        "The household has no helper, or its helper is a registered person" "Name a helper";
    Phone = "V-PH-1" Info None "5_13_003"
        "联系电话不是11位" "核对号码；座机也请改填手机"
        "The telephone number does not have 11 digits" "Check the number; give a mobile number";
    VillageSums = "V-VL-1" Warn YearEnd "3_03_001 3_03_002"
        "各户合计超过全村总数" "核对全村总户数、土地面积和各户数据"
        "The households come to more than the village’s total" "Check the village’s totals and the households";
    VillageTotals = "V-VL-2" Warn YearEnd "1_03 3_03_003"
        "全村总户数、总人口、农业户籍人口或村民小组数为空或为0" "补填全村总数"
        "The village’s households, population, registered population or groups are blank or 0" "Fill in the village’s totals";
    TwoHouseholds = "two_households" Error Day ""
        "同一人同时属于两户" "结束其中一户的成员关系"
        "One person belongs to two households at once" "End one of the memberships";
    DanglingReference = "dangling_reference" Warn None ""
        "指向不存在的记录" "改选正确的对象，或删除这条记录"
        "Points to a record that is not there" "Choose the right one, or delete the record";
    OutsideVillage = "outside_village" Warn None ""
        "记录写明的村与所在的村不符" "核对所属行政村"
        "The record names another village than the one it is kept in" "Check the village";
    FutureDate = "future_date" Warn Today ""
        "日期在将来" "核对年份和月份"
        "The date lies in the future" "Check year and month";
    StateUnsupported = "state_unsupported" Warn None ""
        "走过的一步缺少日期或依据" "补填这一步的日期和依据；没有做到的，撤回这一步"
        "A step that was passed lacks its day or what it needs" "Fill in its day and what it needs, or take the step back";
    StepsBackwards = "steps_backwards" Warn None ""
        "后一步的日期早于前一步" "核对两步的日期"
        "A step has an earlier day than the one before it" "Check the days of both steps";
    StateBehind = "state_behind" Warn None ""
        "后面步骤的日期已填，状态还停在前面" "确已做到的，记为那一步；没有做到的，清掉日期"
        "The day of a later step is filled in, and the state is an earlier one" "Move the record on, or clear the day";
}

impl Rule {
    /// The rule of that code.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether the rule rests on identity numbers, which may stay on the device; no figure may rest on it then.
    pub const fn rests_on_identity_numbers(self) -> bool {
        matches!(
            self,
            Self::IdentityForm
                | Self::IdentityCheck
                | Self::DisabilityCard
                | Self::IdentityTwice
                | Self::IdentityFacts
        )
    }
}
