//! Words of the hand-over page: packages out, packages in.

use super::texts;
use crate::model::Date;

texts! {
    title "交接" "Hand over";
    received_until(n: usize, office: &str, until: &str) "{office}已收到截至{until}的数据，还有{n}处改动没有收到。"
        "{office} has the data to {until}; {n} change has not arrived there." | "{office} has the data to {until}; {n} changes have not arrived there.";
    pending_never(n: usize) "有{n}处改动，还没有收到上级的回执。"
        "{n} change, and no receipt from above yet." | "{n} changes, and no receipt from above yet.";
    received_all(office: &str, until: &str) "{office}已收到截至{until}的全部数据。" "{office} has everything to {until}.";
    top_level "县级之上不再交接；每周导出一次明细包，作为备份。" "Nobody is above the county; export a detail package every week as a backup.";
    nothing_yet "还没有改动，也没有上报过。" "Nothing has changed, and nothing has been handed over yet.";
    out_title "交出去" "Hand out";
    out_explained(area: &str) "生成{area}的数据包，用 U 盘或微信交给上级。文件就是网络：交出去之前，数据只在这台设备上。"
        "Writes a package of {area}, to be handed up on a stick or by message. The file is the network: until it leaves, the data is on this device only.";
    export_detail "导出明细包" "Export detail package";
    export_summary "导出汇总包" "Export summary package";
    export_news "只导出新改动" "Export what is new";
    news_explained "新改动：只有上级回执之后的改动，文件小；上级没有之前的数据时会提示要完整的明细包。"
        "What is new: only the changes since the last receipt, a small file; an office that lacks the rest asks for a full package.";
    department_title "给县级部门的数据包" "A package for a department";
    department_explained "只有该部门牵头或负责的措施要用的栏，没有姓名、电话和证件号。"
        "Only the fields that the department's measures read; no name, no telephone, no identity number.";
    department_choose "部门" "Department";
    export_department "导出部门包" "Export for the department";
    receipt_title "回执" "Receipts";
    receipt_explained "给已上报的村、乡镇写回执：说明本机收到哪里为止，并带上询问和退回。对方导入回执后，才算已上报。"
        "A receipt tells a village or township how far its data has arrived, and brings questions along. Only a receipt makes data count as handed over.";
    receipt_nobody "还没有收到下级的数据包。" "No package from below has come in yet.";
    receipt_written(name: &str) "已生成回执 {name}，请交还给对方。" "The receipt {name} is written; give it back to them.";
    receipt_says(office: &str, until: &str) "回执：{office}已收到截至{until}的数据。" "A receipt: {office} has the data to {until}.";
    receipt_asks(n: usize) "带来{n}条询问或答复。" " It brings {n} question or answer." | " It brings {n} questions and answers.";
    receipt_other_area "这是别的地区的回执，与本机无关。" "This receipt is for another area.";
    receipt_not_above "这不是上级的回执。" "This receipt is not from above.";
    receipt_superseded "已经有同一上级更新的回执。" "A later receipt of that office is here already.";
    questions_title "上级的询问" "Questions from above";
    questions_open(n: usize) "有{n}条询问等着答复。" "{n} question waits for an answer." | "{n} questions wait for an answer.";
    questions_explained "改正记录，或写一句说明；下次上报时一起带上去。" "Put the record right or write a note; it goes up with the next package.";
    question_from(by: &str) "提出人：{by}" "Asked by {by}";
    question_go "看这条记录" "See the record";
    question_answer "答复" "Answer";
    question_send "答复" "Answer";
    question_corrected "已改正" "Put right";
    question_answered "已答复，下次上报时带上。" "Answered; it goes up with the next package.";
    question_needs_words "请先写一句说明。" "Write a note first.";
    loss_title "这次导入会删去或清空很多记录，请核对名单" "This import would remove or blank many records: look at the names";
    loss_line(area: &str, removed: usize, blanked: usize) "{area}：删去{removed}条，清空{blanked}条" "{area}: {removed} removed, {blanked} blanked";
    loss_names(n: usize) "{n}个名字" "{n} name" | "{n} names";
    loss_agree "我核对过名单，仍要导入" "I have looked at the names; import all the same";
    report_receipt(n: usize) "收到{n}份回执。" "Receipts taken in: {n}.";
    report_aside(n: usize) "{n}条变更读不懂，已另存。" "{n} changes could not be read and are set aside.";
    only_cards "选的是密钥卡。请看清是谁的，电话核对后收下。" "These are key cards. See whose they are, compare by telephone, and take them in.";
    see_imports "看导入记录，撤销" "Imports and undo";
    detail_explained "明细包：每户每人的记录和修改经过，上级用它合并。含个人信息，请当面或用工作渠道交接。"
        "Detail: every record and change; what offices merge. It holds personal data: hand it over in person or by an office channel.";
    summary_explained "汇总包：只有指标的数，没有任何户和人。" "Summary: only the figures, no household and no person.";
    exporting "正在写数据包" "Writing the package";
    exported(name: &str, size: &str) "已生成 {name}（{size}）。请在浏览器的下载里找到它，交给上级。"
        "{name} ({size}) is written. Find it among the browser's downloads and hand it up.";
    counts_only_for_writer "本窗口只读：可以导出，但序号不会记下。" "This window is read only: the number of a package written here is given again.";
    last_package "上次数据包" "Last package";
    last_package_value(n: i64, when: &str) "第{n}包，{when}" "No. {n}, {when}";
    never "还没有" "Never";
    last_backup "上次备份（明细包）" "Last backup (detail package)";
    backup_advice "浏览器里的数据可能随设备丢失。每周至少导出一次明细包，存到另一台设备或 U 盘。"
        "What is only in the browser goes when the device goes. Export a detail package at least once a week to another device or a stick.";
    pending "上级未收到的改动" "Not arrived above";
    received_by "上级已收到" "Received above";
    received_value(office: &str, until: &str) "{office}，截至{until}" "{office}, to {until}";
    pending_value(n: usize) "{n}处" "{n} change" | "{n} changes";
    code_title "核对码" "Check code";
    code_explained "电话里念给对方，两边一致，就是数据一致。" "Read it out by phone: when both sides have the same code, both have the same data.";
    code_of(area: &str) "{area}现在的核对码" "The code of {area} now";
    code_show "算出核对码" "Work out the code";
    code_again "数据有变，重新算" "The data has changed: work it out again";
    code_computing "正在计算" "Working it out";
    in_title "收进来" "Take in";
    in_explained "选择或拖入数据包（可以一次多个）。先看清楚会改什么，确认以后才写入。"
        "Choose packages or drop them here, several at a time. See what would change first; nothing is written before you confirm.";
    in_read_only "本窗口只读：另一个窗口正在编辑，不能导入。请到那个窗口里导入，或先关掉它再重新加载本页。"
        "This window is read only because another one is editing. Import in that window, or close it and load this page again.";
    reading(done: usize, of: usize) "正在读取，已读 {done}/{of} 个文件" "Reading: {done} of {of} files";
    writing "正在写入" "Writing";
    preview_title "导入前请核对" "Check before importing";
    nothing_written_yet "到这里还没有导入任何数据包。" "No package has been imported so far.";
    files_sound(n: usize) "{n}个文件可以导入" "{n} file can be imported" | "{n} files can be imported";
    files_refused(n: usize) "{n}个文件不能导入" "{n} file is refused" | "{n} files are refused";
    and_then "，" "; ";
    confirm(n: usize) "确认导入{n}个文件" "Import {n} file" | "Import {n} files";
    cancel "取消，不导入" "Cancel, import nothing";
    cancelled "已取消，没有导入任何数据包。" "Cancelled; no package was imported.";
    sound "可以导入" "Can be imported";
    refused "不能导入" "Refused";
    package_of(area: &str, day: Date, n: i64) "{area} · 数据截至{day} · 第{n}包" "{area} · for {day} · package {n}";
    from(author: &str) "报送人：{author}" "from {author}";
    is_summary "汇总包：只有数，没有可以合并的记录。" "A summary: figures only, no records to merge.";
    tells_nothing_new "内容本机都有了，导入不会改变什么。" "Everything in it is here already; importing changes nothing.";
    foreign_area(area: &str, own: &str) "这是{area}的数据，不在{own}范围内。请确认没有选错文件。"
        "This is data of {area}, which lies outside {own}. Check that it is the right file.";
    area_first(area: &str) "{area}（首次收到）" "{area} (first time)";
    area_line(area: &str, sum: &str) "{area}：{sum}" "{area}: {sum}";
    part(name: &str, n: usize) "{name} {n}" "{name} {n}";
    list "、" ", ";
    names_line(what: &str, kind: &str, names: &str) "{what}{kind}：{names}" "{what}, {kind}: {names}";
    column_kind "记录" "Records";
    column_new "新增" "New";
    column_changed "修改" "Changed";
    column_removed "删除" "Removed";
    column_conflicting "冲突" "Conflicting";
    column_unchanged "未变" "Unchanged";
    names_more(names: &str, n: usize) "{names}等{n}" "{names} and more, {n} in all";
    conflicts_title(n: usize) "{n}处冲突：两边都改过，较新的暂用，另一个保留，导入后在户页里定夺"
        "{n} conflict: both sides changed it; the later value stands for now, the other is kept, settle it on the household's page"
        | "{n} conflicts: both sides changed them; the later value stands for now, the other is kept, settle them on the household's page";
    conflict_stands "暂用" "stands";
    conflict_kept "保留" "kept";
    conflict_removed "删除" "removed";
    conflict_not_removed "未删除" "not removed";
    removal "是否删除" "Removal";
    empty_value "空" "empty";
    more_conflicts(n: usize) "另有{n}处冲突未列出" "{n} more conflict not listed" | "{n} more conflicts not listed";
    found(n: usize) "文件检查发现{n}处" "{n} finding" | "{n} findings";
    found_times(sentence: &str, n: usize) "{sentence}（{n}处）" "{sentence} ({n})";
    report_title "导入完成" "Imported";
    report(packages: usize, areas: usize, changes: usize) "导入了{packages}个数据包，涉及{areas}个地区，新增{changes}处改动，已写入本机。"
        "Packages taken in: {packages}; areas: {areas}; new changes: {changes}. All of it is on this device's disk.";
    report_nothing_new "内容本机都已有，数据没有变化。" "Everything was here already; the data is the same as before.";
    see_received "看上报情况" "See who has reported";
    see_targets "看指标" "See the figures";
    another "再导入" "Import more";
    bytes(n: i64) "{n} 字节" "{n} bytes";
    kilobytes(n: i64) "{n} KB" "{n} KB";
    megabytes(n: &str) "{n} MB" "{n} MB";
}
