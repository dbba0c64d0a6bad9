//! Words of the page of data checks.

use super::texts;

texts! {
    title "数据核查" "Data checks";
    title_of(area: &str) "{area}数据核查" "Data checks of {area}";
    nothing(area: &str) "{area}没有发现需要核查的数据。" "Nothing needs a look in {area}.";
    found(open: i64, blocking: i64) "{open}处要核查，其中{blocking}处必须改正。" "{open} findings to look at; {blocking} must be put right.";
    villages(n: i64, open: i64) "{n}个村有{open}处要核查。" "{open} findings in {n} villages.";
    all_clear "本机各村都没有发现需要核查的数据。" "Nothing needs a look in any village on this device.";
    reading "正在核查…" "Checking…";
    must "必须改正" "Must be put right";
    should "请核实" "Please check";
    known "供参考" "For information";
    rule_of(id: &str, source: &str) "规则{id}，依据{source}" "Rule {id}, after {source}";
    rule_own(id: &str) "规则{id}" "Rule {id}";
    accept "情况属实，写明原因" "It is so: say why";
    reason "原因" "Reason";
    reason_hint "写明为什么这样是对的，例如“承包了邻组的地”。数据再改动时会重新提示。"
        "Say why it is right as it is. If the value changes, it is shown again.";
    save_reason "保存" "Save";
    cancel "取消" "Cancel";
    reason_needed "请写明原因。" "Say why.";
    accepted(n: i64) "已说明原因的{n}处" "{n} accepted with a reason";
    more(n: i64) "还有{n}处，处理前面的以后显示。" "{n} more; they are shown when the first are dealt with.";
    column_area "村" "Village";
    column_must "必须改正" "Must be put right";
    column_should "请核实" "Please check";
    column_known "供参考" "For information";
    saved "已保存原因" "The reason is saved";
    accepted_at(rule: &str, reason: &str) "已说明：{rule}。{reason}" "Accepted: {rule}. {reason}";
    of_household(n: usize) "这一户有{n}处要核查" "{n} finding about this household" | "{n} findings about this household";
    finding_of(about: &str, rule: &str) "{about} — {rule}" "{about} — {rule}";
    row_at(name: &str, field: &str) "{name}：{field}" "{name}: {field}";
}
