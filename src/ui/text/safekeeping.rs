//! Words of the page that keeps the register safe: self-check, imports and their undoing, records that stand twice, closed
//! periods.

use super::texts;
use crate::model::Date;

texts! {
    title "数据保管" "Safekeeping";
    sentence_well(n: usize) "账目完好：{n}个地区的数据重新核算一致，最近一次备份能够恢复。"
        "All is well: the data of {n} area folds to the same state, and the last backup can be restored."
        | "All is well: the data of {n} areas folds to the same state, and the last backup can be restored.";
    sentence_unchecked "还没有自查。自查会重新核算本机数据，并试着恢复最近一次备份。"
        "Not checked yet. The self-check folds this device's data anew and tries to restore the last backup.";
    sentence_amiss(n: usize) "自查发现{n}处问题，见下。" "The self-check found {n} problem; see below." | "The self-check found {n} problems; see below.";
    check_title "自查" "Self-check";
    check_button "开始自查" "Check now";
    checking "正在自查" "Checking";
    checked(areas: usize, changes: usize) "核对了{areas}个地区的{changes}条变更" "Areas checked: {areas}; changes folded anew: {changes}";
    area_amiss(area: &str) "{area}：磁盘上的数据与屏幕上的不一致，或读不出来。请先导出明细包，再从备份恢复。"
        "{area}: the disk says otherwise than the screen, or cannot be read. Export a detail package first, then restore a backup.";
    backup_never "还没有备份：请到“交接”导出一次明细包，存到别处。" "There is no backup: export a detail package under Hand over and keep it elsewhere.";
    backup_restored(when: &str, n: usize) "{when}的备份试恢复成功，此后有{n}条变更。" "The backup of {when} can be restored; {n} change came since."
        | "The backup of {when} can be restored; {n} changes came since.";
    backup_fresh "备份太大，本机没有留底；按现有数据试写、试读成功。" "The backup is too large for a copy to be kept here; a fresh one was written and read back.";
    backup_broken(when: &str) "{when}的备份恢复不了：请重新导出明细包。" "The backup of {when} cannot be restored: export a detail package anew.";
    clock_ahead(device: &str, days: i64) "设备 {device} 的时钟快了{days}天以上，请校准；谁的修改算数不受影响，只是记下的时间不对。"
        "The clock of device {device} was ahead by {days} days or more: set it right. It does not decide whose edit stands; only the recorded times are wrong.";
    clock_behind(device: &str) "设备 {device} 的时钟停在2013年以前，请校准；谁的修改算数不受影响，只是记下的时间不对。"
        "The clock of device {device} stood before 2013: set it right. It does not decide whose edit stands; only the recorded times are wrong.";
    imports_title "导入记录" "Imports";
    imports_none "本机还没有导入过。" "Nothing has been imported on this device.";
    imports_explained "选错了文件可以撤销：本机回到导入之前，之后自己填的内容保留；别处的数据不受影响，再导入一次就都回来。"
        "A wrong file can be undone: this device is as before the import, with what was entered since. Nobody else's data changes, and importing again brings everything back.";
    import_line(n: u32, when: &str, changes: usize) "第{n}次，{when}，新增{changes}处改动" "No. {n}, {when}, {changes} new changes";
    import_files(files: &str) "数据包：{files}" "Packages: {files}";
    undo "撤销这次导入" "Undo this import";
    undo_sure "确定撤销" "Undo it";
    undo_keep "不撤销" "Keep it";
    undone "已撤销" "Undone";
    undo_done "已撤销，本机回到导入之前。" "Undone: this device is as before the import.";
    aside_title "读不懂、已另存的变更" "Changes set aside";
    aside_explained "这些变更由更新的版本写成或已损坏，原样保留；程序更新后会自动再试。"
        "A newer version made these changes, or they are damaged. They are kept as they are, and tried again whenever the program is updated.";
    aside_line(area: &str, place: &str, detail: &str) "{area} · {place} · {detail}" "{area} · {place} · {detail}";
    aside_retry "现在再试一次" "Try again now";
    aside_read(n: usize) "读进了{n}条。" "{n} could be read.";
    twice_title "查重" "Standing twice";
    twice_button "查一查" "Look for duplicates";
    twice_none "没有发现重复的户和人。" "No household or person seems to stand twice.";
    twice_found(n: usize) "有{n}组可能重复，请逐组核对。" "{n} group seems to be one; look at it." | "{n} groups seem to be one each; look at them.";
    twice_number "证件号相同" "the same identity number";
    twice_name "同村同名同生日" "the same name and birthday in one village";
    twice_head "户主是同一人" "the same head";
    twice_keep(name: &str) "合并，保留{name}" "Merge, keep {name}";
    twice_across "分在两个村：先由乡镇核实属于哪个村，再打开那一户，在“概况”里迁过去。" "They are in two villages: find out where they belong, then open the household and move it from its overview.";
    twice_merged "已合并；两边的修改经过都在，可以在“修改记录”里看到，也可以在那里退回。" "Merged; the history of both is kept, and the merge can be taken back there.";
    closing_title "封账" "Closing periods";
    closing_explained "封账以后，这个月或这一年的数不再变动；以后补录、补改的内容单独列出。"
        "Once a month or year is closed its figures stay as they are; what is entered later is listed apart.";
    closing_period "封哪个月" "Month to close";
    closing_button "封账" "Close it";
    closing_done "已封账。" "Closed.";
    closing_line(period: &str, when: &str) "{period}，{when}封账" "{period}, closed {when}";
    closing_late "看封账后的变动" "What came late";
    closing_late_none "封账以后没有影响这个时段的变动。" "Nothing came since that bears on this period.";
    closing_late_some(figures: usize, changes: usize) "封账以后，{figures}个数会不同，涉及{changes}条补录或补改；封账的数不变。"
        "Since then {figures} figures would be otherwise, by {changes} late changes; the closed figures stay.";
    closing_figure(area: &str, name: &str, was: &str, now: &str) "{area} {name}：封账 {was}，现在 {now}" "{area} {name}: closed {was}, now {now}";
    closing_save "另存封账文件" "Save the closed figures";
    past_title "回看某一天" "As it was known on a day";
    past_explained "按当时已经录入的内容看各户，不受后来修改的影响。" "The village's households by what had been entered by the end of that day.";
    past_village "哪个村" "Village";
    past_day "哪一天" "Day";
    past_sentence(day: Date, n: usize, changed: usize) "{day}时本机知道{n}户，其中{changed}户后来有改动。"
        "By {day} {n} households were known here; {changed} of them were changed since.";
    past_changed "后来有改动" "changed since";
    past_new(n: usize) "此后新增{n}户" "{n} household was added since" | "{n} households were added since";
}
