//! Words of the scoreboard and of the page behind one number.

use super::texts;
use crate::model::Date;

texts! {
    title "指标" "Targets";
    title_of(area: &str) "{area} · 指标" "{area} · targets";
    dash "—" "—";
    source "方案依据" "In the plan";
    as_of(day: Date) "截至{day}" "On {day}";
    with_goal(n: usize) "{n}项有目标的指标中：" "of {n} figure with a goal: " | "of {n} figures with a goal: ";
    comma "，" ", ";
    and_then "、" ", ";
    full_stop "。" ".";
    n_met(n: usize) "{n}项已达标" "{n} met";
    n_not_met(n: usize) "{n}项未达标" "{n} not met";
    n_on_track(n: usize) "{n}项进行中" "{n} under way";
    n_unknown(n: usize) "{n}项数据不足" "{n} without enough data";
    n_not_applicable(n: usize) "{n}项不适用" "{n} not applicable";
    nothing_here "这里还没有可算的数据" "There is nothing to compute here yet";
    no_data(area: &str) "{area}还没有数据。收到下级的数据包或录入户以后，这里自动算出来。"
        "Nothing of {area} is on this device yet. Figures appear as soon as a package arrives or a household is entered.";
    go_import "去导入数据包" "Import packages";
    villages_missing(n: i64) "{n}个村还没有上报，下面的数不含这些村，也不会因此显示已达标。"
        "{n} village has not reported; the figures leave it out, and nothing counts as met while it is missing."
        | "{n} villages have not reported; the figures leave them out, and nothing counts as met while they are missing.";
    who_is_missing "看看是哪些村" "See which";
    choose_area "地区" "Area";
    townships "乡镇（街道）" "Townships";
    villages "村（社区）" "Villages";
    show_sources "显示方案依据" "Show where in the plan";
    column_name "指标" "Figure";
    column_goal "目标" "Goal";
    column_actual "实际" "Actual";
    column_gap "差距" "Gap";
    column_known "已知" "Known";
    column_status "状态" "Status";
    column_deadline "期限" "Deadline";
    one_of(indicator: &str, figure: &str) "{indicator}：{figure}" "{indicator}: {figure}";
    goal_nobody "清零" "None";
    goal_everybody "100%" "100%";
    goal_every_unit(limit: &str) "个个 ≤{limit}%" "every one ≤ {limit}%";
    each_of(goal: &str) "个个 {goal}" "every one {goal}";
    no_goal "方案未定目标" "No goal in the plan";
    gap_over(n: i64, unit: &str) "还有{n}{unit}" "{n} left";
    gap_short(n: i64, unit: &str) "还差{n}{unit}" "{n} short";
    gap_awaiting(n: i64) "等{n}个村上报" "{n} village to report" | "{n} villages to report";
    gap_none "无差距" "No gap";
    gap_open(n: i64, unit: &str) "待核{n}{unit}" "{n} to check";
    line(n: u32) "方案第{n}行" "Line {n} of the plan";
    target_id(id: &str) "方案目标 {id}" "Target {id}";
    implied "方案未直接写出，按文意推出" "Not printed in the plan, read out of its sentence";
    approximate "约数" "approximate";
    about(value: &str) "{value}左右" "about {value}";
    due_on(day: Date) "{day}前" "by {day}";
    due_each_year(day: Date) "每年，本年至{day}" "every year, this year by {day}";
    due_within_period "2018—2020年累计" "summed over 2018–2020";
    due_continuous "随时保持" "at every moment";
    due_by_context(day: Date) "{day}前（按上文推定）" "by {day} (by context)";
    due_not_stated "期限未写明，按2020年底显示" "deadline not stated; shown as the end of 2020";
    known_of(known: i64, expected: i64) "已知 {known}/{expected}" "{known} of {expected} known";
    known_all "全部已知" "all known";
    known_without(n: i64) "缺{n}个村" "{n} village missing" | "{n} villages missing";
    other_targets(n: usize) "方案本章另有{n}项目标，本版还没有对应的台账，只列出" "{n} more target of the plan, listed only: this version keeps no records for it yet"
        | "{n} more targets of the plan, listed only: this version keeps no records for them yet";
    over_whom "范围" "Over";
    plan_says "方案目标" "Plan's goal";
    track_only "只统计，不定数" "tracked, no number";
    qualitative "文字表述，无数值" "words only";
    by_parameter "按县级参数" "by a county parameter";
    of_year_before(share: &str) "不低于上年的{share}%" "at least {share}% of the year before";
    at_least(value: &str) "≥{value}" "≥ {value}";
    at_most(value: &str) "≤{value}" "≤ {value}";
    back_to_board "回到指标表" "Back to the scoreboard";
    who_counts "谁算在内" "Who is in it";
    loading "正在读取各村记录" "Reading the villages' records";
    explain_sentence(area: &str, value: &str, goal: &str) "{area}：{value}，目标 {goal}" "{area}: {value}; goal {goal}";
    explain_no_goal(area: &str, value: &str) "{area}：{value}，方案未定目标" "{area}: {value}; no goal in the plan";
    group_met "达标" "Pass";
    group_failing "未达标" "Fail";
    group_to_clear "须清零" "To be brought to none";
    group_clear "不在其中" "Not among them";
    group_counted "计入" "Counted";
    group_not_counted "不计入" "Not counted";
    group_unknown "数据不足" "Not enough data";
    group_excluded "不在范围" "Not judged";
    group_explained_unknown "缺少数据的不算达标。补上这一项，数就准了。" "What is not known never passes. Fill in the field and the figure is right.";
    nobody_in_group "这一组没有。" "Nobody in this group.";
    nobody_found "没有找到。换个词，或清除搜索。" "Nothing found. Try another word, or clear the search.";
    no_name "未填姓名" "No name";
    weighs(n: i64, unit: &str) "计{n}{unit}" "{n} {unit}";
    field_of(kind: &str, field: &str) "{kind} · {field}" "{kind} · {field}";
    no_such_figure "没有这个指标" "There is no such figure";
    shown_of(shown: usize, all: usize) "显示 {shown}/{all}" "{shown} of {all} shown";
    open_note "方案在这里有疑点" "The plan leaves something open here";
    read_as(reading: &str) "本程序的读法：{reading}" "How this app reads it: {reading}";
    yuan_per_person "元/人" "yuan a person";
}
