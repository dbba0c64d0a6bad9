//! Words of the county's parameters.

use super::texts;

texts! {
    title "县级参数" "County parameters";
    sentence(verified: usize, needed: usize, villages: usize) "{needed}项须由县录入的参数，{verified}项已核实；贫困村已认定{villages}/32个。"
        "{verified} of {needed} numbers that the county must enter are verified; {villages} of 32 poverty villages are named.";
    only_county "县级参数由县扶贫办录入，这里只能查看。" "The county office enters these; here they can only be read.";
    not_received "本机还没有收到县级参数。没有它们，相关指标显示数据不足。" "The county's parameters are not on this device yet. Without them the figures that need them have not enough data.";
    no_guess "方案没有写出这些数，本程序不代填。没有录入并核实的，相关指标一律显示数据不足。"
        "The plan does not print these numbers and this app makes none up. Until a number is entered and verified, what rests on it shows as not enough data.";
    numbers "数值" "Numbers";
    poor_townships "贫困乡" "Poverty townships";
    poor_villages "贫困村" "Poverty villages";
    named_of(n: usize, all: i64) "已认定 {n}/{all}" "{n} of {all} named";
    all_named "已全部认定，其余按不是处理。" "All are named; the others count as not poor.";
    too_many(n: usize, all: i64) "认定了{n}个，多于方案的{all}个，请核对。" "{n} are named, more than the plan's {all}. Please check.";
    decides(what: &str) "影响：{what}" "Decides: {what}";
    decides_later(ids: &str) "将用于：{ids}" "Will be used by: {ids}";
    state_empty "未录入" "Not entered";
    state_default(value: &str) "默认 {value}" "Default {value}";
    state_unverified(value: &str) "{value}，未核实，不采用" "{value}, not verified, not used";
    state_verified(value: &str) "{value}，已核实" "{value}, verified";
    every_year "各年通用" "Every year";
    edit "录入" "Enter";
    look "查看" "Look";
    value "数值" "Value";
    source "依据文件" "Source";
    source_hint "文件名和文号，例如：省扶贫办通知" "Name and number of the document";
    verified "已核实" "Verified";
    verified_hint "另一人对照原文件看过，才选是" "Choose yes when a second person has checked it against the document";
    verified_needs_value "先填数值和依据文件，才能核实。" "Enter the value and its source before verifying.";
    value_changed_unverifies "改了数值，要重新核实。" "A changed value has to be verified again.";
    month_day_hint "四位数字：月和日，例如 0101" "Four digits: month and day, such as 0101";
    basis_points_hint "万分点：100 就是 1%" "Basis points: 100 is 1%";
    yuan_per_year "元/人·年" "yuan a person a year";
    yuan_per_month "元/人·月" "yuan a person a month";
    search_villages "找村" "Find a village";
    only_named "只看已认定" "Named only";
    none_found "没有找到这个村。" "No such village.";
    recomputing "参数变了，正在重算各村的数" "A parameter has changed; the villages' figures are being computed again";
    slot_line(year: &str, state: &str) "{year}：{state}" "{year}: {state}";
    month_day(month: &str, day: &str) "{month}月{day}日" "month {month}, day {day}";
    list "、" ", ";
}

impl Texts {
    /// A number with its unit, which Chinese writes together.
    pub fn with_unit(self, number: &str, unit: &str) -> String {
        match self.0 {
            super::Language::Zh => format!("{number}{unit}"),
            super::Language::En => format!("{number} {unit}").trim_end().to_owned(),
        }
    }
}
