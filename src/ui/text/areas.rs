//! Words of the areas' pages: who has reported, and how areas compare.

use super::texts;
use crate::model::Date;

texts! {
    title "下级上报" "Received";
    all_reported(n: i64) "{n}个村已全部上报。" "All {n} villages have reported.";
    some_reported(reported: i64, all: i64, missing: i64) "{all}个村中{reported}个已上报，{missing}个未上报。"
        "{reported} of {all} villages have reported; {missing} have not.";
    none_reported(n: i64) "{n}个村都还没有上报。" "None of the {n} villages has reported yet.";
    village_reported(area: &str, households: i64, persons: i64) "{area}：{households}户{persons}人。"
        "{area}: {households} households, {persons} persons.";
    village_missing(area: &str) "{area}未上报。" "{area} has not reported.";
    reports "上报情况" "Reports";
    compare "按指标比较" "Areas compared";
    column_area "地区" "Area";
    column_reported "上报" "Reported";
    column_received "收到时间" "Received";
    column_package "最近一包" "Last package";
    column_author "报送人" "From";
    column_households "户" "Households";
    column_persons "人" "Persons";
    not_reported "未上报" "Not reported";
    reported "已上报" "Reported";
    reported_of(n: i64, all: i64) "{n}/{all}个村" "{n} of {all} villages";
    on_this_device "本机数据" "From this device";
    in_package_of(area: &str) "来自{area}的包" "in the package of {area}";
    only_missing "只看未上报" "Not reported only";
    choose_figure "比较哪一项" "Figure";
    goal_is(goal: &str, due: &str) "目标：{goal}，{due}。" "Goal: {goal}, {due}.";
    sorted_worst_first "差的在前，未上报的在最后。" "Worst first; areas that have not reported come last.";
    nobody_missing "没有未上报的。" "Nobody is missing.";
    go_import "去导入数据包" "Import packages";
    open_households "看户" "Households";
    open_register "看登记" "Open the register";
    open_targets "看指标" "All figures";
    weak_points "未达标和数据不足的指标" "Figures not met or without enough data";
    no_weak_points "没有未达标或数据不足的指标。" "No figure is missed or lacks data.";
    no_areas_below "村级设备没有下级。" "A village device has no areas below it.";
    last_package(day: Date, n: i64) "{day}，第{n}包" "{day}, no. {n}";
    up_to(area: &str) "上级：{area}" "Up to {area}";
    path "所在位置" "Where this is";
}
