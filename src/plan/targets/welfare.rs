//! T-21 to T-40: education, health, housing, social protection (lines 58–63; T-40 line 50).

use super::*;
use Deadline::{Continuous, NotStated, WithinPeriod};
use Unit::{BasisPoint, Flag, Household, Item, Person};

pub(super) const TARGETS: &[Target] = targets! { Welfare;
    21 "义务教育不辍学" "no dropout from compulsory education" [58] EligiblePersons Down Continuous,
        [exactly("辍学人数", "dropouts", 0, Person), all_of("一生一案建案率", "share of cases opened")]
        measure 4 rules 9 shown by "EDU-01" "EDU-02";
    22 "学生资助应助尽助" "every eligible student aided" [58] EligiblePersons Up EVERY_PLAN_YEAR,
        [all_of("资助率", "share of eligible students aided")] measure 4 shown by "EDU-03";
    23 "贫困村学前教育" "preschool within reach" [58] EachPovertyVillage Up BY_END_OF_2020,
        [exactly("能就近入学", "preschool within reach", 1, Flag)] measure 4 notes 16 shown by "EDU-04";
    24 "有意愿子女完成职业教育" "willing youth complete vocational education" [58] EligiblePersons Up NotStated,
        [all_of("就读或完成率", "share in or through vocational school")] measure 4 shown by "EDU-05";
    25 "医保全员参保" "everyone medically insured" [59] RegisteredPersons Up EVERY_PLAN_YEAR,
        [all_of("基本医保参保率", "basic insurance"), all_of("大病保险覆盖率", "major-illness insurance"),
         all_of("医疗救助覆盖率", "medical aid")] measure 5 shown by "MED-01" "MED-02" "MED-03";
    26 "年度医疗自付封顶" "cap on yearly medical costs" [59] RegisteredPersons Down EVERY_PLAN_YEAR,
        [figure("年度自付", "own payment of the year", Goal::AtMostParameter(ParameterKey::YuxiRuralIncome), Unit::Fen)]
        measure 5 rules 6 notes 17 shown by "MED-05";
    27 "住院自付比例" "inpatient self-payment" [59] RegisteredPersons Down EVERY_PLAN_YEAR,
        [at_most("自付比例", "share paid by the patient", 1_000, BasisPoint)]
        measure 5 rules 7 notes 18 shown by "MED-06" "MED-07";
    28 "家庭医生履约" "family-doctor contracts performed" [59] EligiblePersons Up NotStated,
        [track("履约率", "share of contracts with a service", BasisPoint)] measure 5 shown by "MED-08";
    29 "一站式即时结算" "one-stop settlement" [59] County Up NotStated,
        [exactly("实现机构", "institutions", 19, Item)] measure 5 baselines 10 notes 8 shown by "MED-11";
    30 "村卫生室标准化" "village clinics standardised" [59] County Up WithinPeriod,
        [at_least("改造卫生室", "clinics", 20, Item)] measure 5 shown by "MED-10";
    31 "三个一批分类管理" "illness classified in three batches" [59] EligiblePersons Up Continuous,
        [all_of("分类管理率", "share of ill persons classified")] measure 5 shown by "MED-09";
    32 "重点对象危房改造" "dangerous houses of key groups rebuilt" [61] EligibleHouseholds Up BY_END_OF_2018,
        [all_of("改造率", "share rebuilt")] measure 6 rules 12 17 notes 2 shown by "HOU-01";
    33 "新增危房当年改造" "new dangerous houses rebuilt in the same year" [61] EligibleHouseholds Up EVERY_PLAN_YEAR,
        [all_of("当年完成率", "share done in the year")] measure 6 rules 12 17 shown by "HOU-02";
    34 "其他农村危房" "other dangerous houses" [61] EligibleHouseholds Up NotStated,
        [track("改造户数", "houses rebuilt", Household)] measure 6 rules 17 shown by "HOU-04";
    35 "养老保险费代缴" "pension premium paid for the eligible" [63] EligiblePersons Up EVERY_PLAN_YEAR,
        [all_of("代缴率", "share paid for").implied()] measure 7 shown by "SOC-01" "SOC-02";
    36 "低保应保尽保" "minimum living allowance for all eligible" [63] EligiblePersons Up Continuous,
        [all_of("保障率", "share covered")] measure 7 shown by "SOC-03";
    37 "返贫人口临时救助" "relief for those who fell back" [63] EligiblePersons Up Continuous,
        [all_of("救助率", "share aided").implied()] measure 7 shown by "POV-07" "SOC-04";
    38 "重度残疾家庭无障碍改造" "barrier-free rebuilding" [63] EligibleHouseholds Up NotStated,
        [track("改造户数", "households", Household)] measure 7 shown by "SOC-06";
    39 "特困人员供养" "support of destitute persons" [63] EligiblePersons Up NotStated,
        [track("供养人数", "persons", Person)] measure 7 shown by "SOC-05";
    40 "留守人员关爱" "care for those left behind" [50] EligiblePersons Up NotStated,
        [track("建档人数", "persons on file", Person)] measure 2 shown by "SOC-07";
};
