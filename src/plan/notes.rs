//! What the plan leaves open or says twice, X-01 to X-22, and how the app reads it.

use super::NoteId;
use crate::model::Label;

/// A remark on an unclear or inconsistent passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// `X-01` to `X-22`.
    pub id: NoteId,
    /// What is unclear.
    pub label: Label,
    /// How the app reads it.
    pub reading: Label,
}

macro_rules! notes {
    ($($id:literal $zh:literal $en:literal => $reading_zh:literal $reading_en:literal;)+) => {
        [$(Note {
            id: NoteId::of::<$id>(), label: Label::new($zh, $en), reading: Label::new($reading_zh, $reading_en),
        }),+]
    };
}

/// All notes in order.
pub static NOTES: [Note; NoteId::COUNT] = notes! {
    1 "报送期限早于印发日期" "the due date is before the plan's own date"
        => "显示期限，不判逾期" "the date is shown, nobody is called late";
    2 "2018年目标印发时只剩约一个月" "targets for 2018 were issued with a month left"
        => "2018年按期末快照" "2018 is read as a closing snapshot";
    3 "2014年发生率与现有登记规模不符" "the incidence of 2014 does not fit today's register"
        => "不倒推2014年" "2014 is not computed back";
    4 "贫困发生率用于不同层级" "incidence is used at several levels"
        => "各层级分母分别登记" "each level keeps its own denominator";
    5 "发生率上限比清零目标宽" "the limits are looser than the head-count target"
        => "并列显示，不以上限代替目标" "both are shown, the limit never stands for the goal";
    6 "发生率1%的主语可作两解" "whose incidence 1 % applies to can be read two ways"
        => "贫困乡、贫困村和全县都算" "computed for poverty townships, villages and the county";
    7 "“到2018—2020年”期限含混" "“by 2018–2020” mixes a date and a range"
        => "按三年累计" "summed over the three years";
    8 "文字疏漏" "slips of the print"
        => "按更正后的说法显示" "shown as corrected";
    9 "“折旧”应为“拆旧”" "“depreciation” is printed for “demolition”"
        => "显示为拆旧复垦复绿" "shown as demolition and reclamation";
    10 "饮水每年提升为力争数" "the yearly water programme is an aim"
        => "跟踪人数和资金，不作硬性判定" "persons and money are tracked, not judged hard";
    11 "“左右”是约数" "“about” is approximate"
        => "按不低于比较并注明左右" "compared as a minimum, marked as approximate";
    12 "垃圾治理按村还是按量" "waste treated: share of villages or of waste"
        => "默认按示范村" "by demonstration villages";
    13 "人口条件以户计" "population is counted in households"
        => "按30户以上" "at least 30 households";
    14 "期限未写明" "no deadline is stated"
        => "按规划期末显示并标注" "shown at the end of the period and marked";
    15 "项目库只涉及11个乡镇" "the library covers 11 of 12 townships"
        => "不排除任何乡镇" "no township is left out";
    16 "未列出贫困乡、贫困村名单" "poverty townships and villages are not listed"
        => "由县录入，不推断" "the county enters them, nothing is inferred";
    17 "封顶线未给数额" "the cap has no amount"
        => "由县录入全市收入" "the county enters the city's income";
    18 "住院自付比例按次还是按年" "inpatient share: a stay or a year"
        => "按人年，另列每次" "by person and year, stays shown beside";
    19 "挂包单位有几种叫法" "pairing bodies go by several names"
        => "视为同一类单位" "taken as one kind of body";
    20 "项目受益人口重叠" "beneficiaries of projects overlap"
        => "不跨项目相加" "never summed across projects";
    21 "500万元是底线还是基数" "is 5 million a floor or the base of growth"
        => "两项都检验" "both are tested";
    22 "每月遍访合每年108次" "monthly tours make 108 visits a year"
        => "由走访记录得出，不另填报" "derived from visit records, never entered";
};
