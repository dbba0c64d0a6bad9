//! Words of the list of households.

use super::texts;

texts! {
    title "户" "Households";
    loading "正在读取……" "Reading…";
    sentence(registered: usize, poor: usize, unvisited: usize)
        "建档立卡{registered}户，其中未脱贫{poor}户；本季还有{unvisited}户没走访。"
        "{registered} registered household, {poor} not exited; {unvisited} without a visit this quarter."
        | "{registered} registered households, {poor} not exited; {unvisited} without a visit this quarter.";
    found(found: usize, all: usize) "符合条件{found}户（共{all}户）。" "{found} of {all} households.";
    list(area: &str) "{area}的户" "Households of {area}";
    add "添加一户" "Add a household";
    nobody "还没有户。添加第一户，或导入已有的数据。" "There are no households yet. Add the first one, or import data that exist.";
    none_found "没有符合条件的户。" "No household answers this.";
    show_all "显示全部" "Show all";
    persons(n: i64) "{n}人" "{n} person" | "{n} persons";
    poor "未脱贫" "Not exited";
    exited "已脱贫" "Exited";
    returned "返贫" "Fell back";
    not_registered "非建档立卡" "Not registered";
    status_unknown "状态未知" "Status unknown";
    incomplete "资料不全" "Incomplete";
    unvisited "本季未走访" "No visit this quarter";
    cause "致贫原因" "Cause";
    every_cause "全部致贫原因" "Every cause";
    fields_missing(n: i64) "缺{n}项" "{n} field missing" | "{n} fields missing";
    choose_household "选一户，这里显示它的资料。" "Choose a household to see its records here.";
    unnamed "（未填姓名）" "(no name)";
    new_title "添加一户" "Add a household";
    new_sentence "先填户主，其余以后再补。" "Begin with the head of the household; the rest can wait.";
    since "从何日起算" "Counted since";
    create "建立这一户" "Add the household";
    name_needed "请先填写户主姓名。" "Enter the name of the head first.";
}
