//! Why a subject does not count: a closed list, with the field that decided.

use crate::model::{FieldDef, Kind, Label};

/// A field of a record kind, by its name in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldRef {
    /// The record kind.
    pub kind: Kind,
    /// The field's name.
    pub id: &'static str,
}

impl FieldRef {
    /// Its definition, with the labels for people.
    pub fn def(self) -> Option<&'static FieldDef> {
        self.kind.def().fields.iter().find(|field| field.id == self.id)
    }
}

/// Why a subject fails, is left out or is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The rule that decided.
    pub cause: Cause,
    /// The field that decided, if a single one did: what to fill in or to look at.
    pub field: Option<FieldRef>,
}

impl Reason {
    /// A reason decided by a field.
    pub const fn new(cause: Cause, kind: Kind, id: &'static str) -> Self {
        Self {
            cause,
            field: Some(FieldRef { kind, id }),
        }
    }

    /// A reason that no single field decides.
    pub const fn of(cause: Cause) -> Self {
        Self { cause, field: None }
    }

    /// The field is empty.
    pub const fn missing(kind: Kind, id: &'static str) -> Self {
        Self::new(Cause::NotFilledIn, kind, id)
    }

    /// The sentence for people; the field's own label stands beside it.
    pub const fn label(self) -> Label {
        self.cause.label()
    }
}

macro_rules! causes {
    ($($name:ident $id:literal $zh:literal $en:literal;)+) => {
        /// The rules that decide.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Cause {$(
            #[doc = $zh]
            $name,
        )+}

        impl Cause {
            /// Every cause.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in JSON.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// Its sentence for people.
            pub const fn label(self) -> Label {
                match self { $(Self::$name => Label::new($zh, $en),)+ }
            }
        }
    };
}

causes! {
    NotFilledIn "not_filled_in" "未填写" "Not filled in";
    ParameterNotVerified "parameter_not_verified" "县级参数未录入或未核实" "The county has not entered and verified the parameter";
    NoMembers "no_members" "没有在户成员" "No member is entered";
    SomeUnknown "some_unknown" "部分户情况未知" "Some households are not known";
    NotReported "not_reported" "所辖村数据不全" "Some of its villages are not complete";
    NotRegistered "not_registered" "非建档立卡户" "Not a registered household";
    NotYetRegistered "not_yet_registered" "当日尚未纳入" "Not yet registered on the day";
    LeftRegister "left_register" "当日已不在册" "No longer registered on the day";
    NotPoor "not_poor" "已脱贫" "Exited from poverty";
    StillPoor "still_poor" "未脱贫" "Not exited";
    FellBack "fell_back" "已返贫" "Fell back into poverty";
    DidNotFallBack "did_not_fall_back" "本年未返贫" "Did not fall back this year";
    NotInCohort "not_in_cohort" "2017年底已脱贫或不在册" "Had exited, or was not registered, at the end of 2017";
    AboveLimit "above_limit" "贫困发生率超过上限" "The incidence is above the limit";
    NoRuralPopulation "no_rural_population" "没有农业户籍人口" "No rural registered population";
    NotPovertyUnit "not_poverty_unit" "不是贫困乡、贫困村" "Not a poverty township or village";
    NotBelowLine "not_below_line" "收入不低于标准" "Income is not below the line";
    BelowLine "below_line" "收入低于标准" "Income is below the line";
    NotEnoughFood "not_enough_food" "愁吃" "Not enough food";
    NotEnoughClothing "not_enough_clothing" "愁穿" "Not enough clothing";
    OutOfSchool "out_of_school" "义务教育阶段未在校" "Of compulsory age and not in school";
    NotInsured "not_insured" "有成员未参加基本医保" "A member has no basic medical insurance";
    NoMajorIllnessCover "no_major_illness_cover" "有成员未纳入大病保险" "A member has no major-illness insurance";
    NoMedicalAid "no_medical_aid" "未纳入医疗救助" "Not covered by medical aid";
    HouseNotSafe "house_not_safe" "住房不安全" "The house is not safe";
    WaterNotSafe "water_not_safe" "饮水不安全" "Drinking water is not safe";
    WaterHardToGet "water_hard_to_get" "饮水困难" "Drinking water is hard to get";
    NoMeasure "no_measure" "本年没有帮扶措施" "No measure this year";
    MeasureNotDescribed "measure_not_described" "帮扶措施未写明内容" "No measure has both category and content";
    NoInput "no_input" "已完成措施没有投入" "A measure that is done has no input";
    NoOutput "no_output" "已完成措施没有产出" "A measure that is done has no result";
    CauseNotConsistent "cause_not_consistent" "致贫原因与成员情况不符" "The cause does not fit the members";
    CauseRepeated "cause_repeated" "其他致贫原因重复或超过2项" "Other causes repeat the main one or are more than two";
    NoHelper "no_helper" "没有在任帮扶干部" "No helper is assigned";
    NoHelpUnit "no_help_unit" "本村没有包村单位" "No unit answers for the village";
    NoSchedule "no_schedule" "没有脱贫年度或计划" "No year of exit, done or planned";
    NotConfirmed "not_confirmed" "系统判断已清，未确认" "Clear by the records, not confirmed";
    ConfirmedUnclear "confirmed_unclear" "经确认不清" "Said to be unclear";
    RecordsNotHere "records_not_here" "本级数据未到" "The records of the area itself are not here";
    NotEntered "not_entered" "方案所列、尚未录入" "Declared by the plan and not entered yet";
    SaysNo "says_no" "登记为“否”" "Recorded as no";
    NotOfTheDay "not_of_the_day" "当日尚未开始或已结束" "Not begun or over on the day";
    NotInYear "not_in_year" "不属于本年" "Not of this year";
    NotCounted "not_counted" "不在本项统计范围" "Of another kind than is counted here";
    NotEligible "not_eligible" "不符合条件" "The condition does not apply";
    NotDone "not_done" "尚未完成" "Not done";
    Cancelled "cancelled" "已取消" "Cancelled";
    BelowThreshold "below_threshold" "未达到标准" "Below the limit";
    GrantNotCounted "grant_not_counted" "财政补助不计入" "Grants do not count";
    NoLabour "no_labour" "没有劳动力" "Nobody able to work";
    NotLinked "not_linked" "没有经营主体带动" "Not linked to an operator";
    NoNewTransfer "no_new_transfer" "三年内没有新增转移就业" "No new transfer employment in the period";
    NotTrainedNorEmployed "not_trained_nor_employed" "未培训也未就业" "Neither trained nor employed";
    InSchool "in_school" "未辍学" "Has not dropped out";
    NoStudentCase "no_student_case" "未建“一生一案”" "No case is opened";
    NotAided "not_aided" "本年未获资助" "Not aided this year";
    NotWilling "not_willing" "没有登记意愿" "No wish is recorded";
    WithinCap "within_cap" "未超封顶线" "Not above the cap";
    NoInpatient "no_inpatient" "本年没有住院" "No inpatient stay this year";
    SelfPayTooHigh "self_pay_too_high" "自付比例过高" "The share paid by the patient is too high";
    NotIll "not_ill" "没有慢性病、大病" "Neither chronically nor severely ill";
    NoRelief "no_relief" "返贫后未获临时救助" "No temporary relief since falling back";
    OldHouseStands "old_house_stands" "旧房未拆除复垦复绿" "The old house is not cleared";
    NoObligation "no_obligation" "没有拆旧任务" "No old house to clear";
    NoFollowUp "no_follow_up" "没有后续扶持" "No support after the move";
    NotOverdue "not_overdue" "未逾期" "Not overdue";
    NotVisitedAll "not_visited_all" "未全部走访" "Not all were visited";
    NoPovertyVillage "no_poverty_village" "没有贫困村" "There is no poverty village";
    NotVisited "not_visited" "本季度没有走访" "Not visited this quarter";
    NotSubmitted "not_submitted" "未报送或未签订" "Not handed in or signed";
    NotGrown "not_grown" "比上年增幅不足" "Has not grown enough over the year before";
    NotAssessed "not_assessed" "没有已运用的考核结果" "No assessment result that was applied";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_cause_has_its_own_name_and_sentences() {
        let ids: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.id()).collect();
        let sentences: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.label().zh).collect();
        assert_eq!((ids.len(), sentences.len()), (Cause::ALL.len(), Cause::ALL.len()));
        assert!(Cause::ALL.iter().all(|cause| !cause.label().en.is_empty()));
    }
}
