//! Words of processes: where a record stands, where it may go, and why it may not.

use super::texts;
use crate::model::Label;
use crate::model::processes::Refusal;

texts! {
    stands(state: &str) "现在：{state}" "Now: {state}";
    stands_since(state: &str, day: crate::model::Date) "现在：{state}，{day}起" "Now: {state}, since {day}";
    stands_nowhere "还没有开始：请选起点。" "Not begun: choose where it begins.";
    by(who: &str) "{who}记" "by {who}";
    here "现在" "now";
    passed "已走过" "passed";
    go_on(state: &str) "记为“{state}”" "Record “{state}”";
    record_step "记下这一步" "Record the step";
    day_needed "请填写日期。" "Enter the day.";
    recorded "已记下。" "Recorded.";
    still_needs(state: &str) "记为“{state}”以前还要：" "Before “{state}”:";
    add_record(kind: &str) "新增一条“{kind}”" "Add a record: {kind}";
    take_back "撤回这一步" "Take the step back";
    take_back_question "撤回最后一步？" "Take the last step back?";
    take_back_explained "记错了才撤回：状态和这一步的日期恢复到以前，修改记录里都看得到。"
        "For mistakes only: the state and the day become what they were before; the history shows both.";
    taken_back "已撤回。" "Taken back.";
    evidence "依据" "What it rests on";

    skips(first: &str) "先“{first}”" "“{first}” first";
    no_way(from: &str, to: &str) "“{from}”不能再到“{to}”" "“{from}” does not lead to “{to}”";
    not_first(to: &str) "不能从“{to}”开始" "Nothing begins as “{to}”";
    blank "状态不能清空" "The state cannot be left empty";
    later_stands(state: &str) "后面的“{state}”已记，先撤回它" "“{state}” stands after it: take that back first";
    empty(field: &str) "先填写“{field}”" "Fill in “{field}” first";
    not_yes(field: &str) "“{field}”要为“是”" "“{field}” has to be yes";
    not_one_of(field: &str, values: &str) "“{field}”要为{values}" "“{field}” has to be {values}";
    no_record(kind: &str) "先记一条“{kind}”" "Add a record first: {kind}";
    too_early(field: &str, day: crate::model::Date) "日期早于“{field}”{day}" "The day lies before “{field}”, {day}";
    in_future "日期不能在将来" "The day cannot lie in the future";
    refused(why: &str) "没有记下：{why}。请补上再记。" "Not recorded: {why}. Mend that first.";
    or "、" " or ";

    counts(parts: &str) "{parts}。" "{parts}.";
    count(state: &str, n: usize) "{state}{n}条" "{state} {n}";
    count_unknown(n: usize) "{n}条未填状态" "{n} without a state";
    outside "不涉及" "Does not apply";
    computed_by(rule: &str) "由资料算出：{rule}" "Computed: {rule}";
    plan_lines(id: &str, lines: &str) "{id}，方案第{lines}行" "{id}, plan line {lines}";
}

/// Why a move is not made, without a stop at the end.
pub fn refusal(refusal: &Refusal, t: Texts) -> String {
    let word = |label: &Label| t.0.pick(*label);
    match refusal {
        Refusal::Skips(first) => t.skips(word(first)),
        Refusal::NoWay(from, to) => t.no_way(word(from), word(to)),
        Refusal::NotFirst(to) => t.not_first(word(to)),
        Refusal::Blank => t.blank().to_owned(),
        Refusal::LaterStands(state) => t.later_stands(word(state)),
        Refusal::Empty(field) => t.empty(word(field)),
        Refusal::NotYes(field) => t.not_yes(word(field)),
        Refusal::NotOneOf(field, values) => {
            let values: Vec<&str> = values.iter().map(word).collect();
            t.not_one_of(word(field), &values.join(t.or()))
        }
        Refusal::NoRecord(kind) => t.no_record(word(kind)),
        Refusal::Rule(rule) => word(rule).to_owned(),
        Refusal::TooEarly(field, day) => t.too_early(word(field), *day),
        Refusal::InFuture => t.in_future().to_owned(),
    }
}
