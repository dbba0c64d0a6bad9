//! Words of the checklist.

use super::texts;
use crate::model::{ChecklistItem, Code};

texts! {
    title "清单核对" "Checklist";
    title_of(area: &str) "{area}清单核对" "Checklist of {area}";
    sentence(all: usize, yes: usize, no: usize, unknown: usize) "{all}项要求中，做到{yes}项、没做到{no}项、不清楚{unknown}项。"
        "Of {all} requirement: {yes} done, {no} not done, {unknown} not known." | "Of {all} requirements: {yes} done, {no} not done, {unknown} not known.";
    villages(n: usize, open: usize) "本机有{n}个村，其中{open}个村还有不清楚的事项。"
        "{n} village on this device; {open} still have something that is not known." | "{n} villages on this device; {open} still have something that is not known.";
    reading "正在读取……" "Reading…";
    own "本级自己答的" "Answered by this office";
    done "做到" "Done";
    not_done "没做到" "Not done";
    not_known "不清楚" "Not known";
    computed "由登记的内容得出，不用另答。" "Told by what is entered; nothing to answer here.";
    counted(yes: usize, no: usize, unknown: usize) "是{yes}、否{no}、不清楚{unknown}" "yes {yes}, no {no}, not known {unknown}";
    pairing "有包村单位和在任帮扶干部的户" "Households with a unit and a helper";
    look_there "去看登记的内容" "Look at what is entered";
    saved "已记下。" "Recorded.";
    by_item "按事项" "By requirement";
    by_village "按村" "By village";
    column_item "事项" "Requirement";
    column_village "村" "Village";
    no_schools "单位名册里还没有学校：先在“登记”的单位里添加。" "The list of units has no school yet: add schools under “Register” first.";
    numbered(number: &str, name: &str, line: i64) "{number} {name}（方案第{line}行）" "{number} {name} (plan line {line})";
}

impl Texts {
    /// A requirement with its number and the line of the plan.
    pub fn item(self, item: &ChecklistItem) -> String {
        let listed = ChecklistItem::LIST.find(item.id());
        let name = listed.map_or(item.id(), |code| self.0.pick(code.label));
        self.numbered(&item.number(), name, i64::from(item.line()))
    }
}
