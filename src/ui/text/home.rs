//! Words of the first page: what is open today, and the overview of an office.

use super::texts;

texts! {
    title_village "今日" "Today";
    title_office "总览" "Overview";
    loading "正在读取……" "Reading…";
    comma "，" ", ";
    stop "。" ".";
    registered(n: usize) "本村建档立卡{n}户" "{n} registered household" | "{n} registered households";
    part_unvisited(n: usize) "{n}户本季度未走访" "{n} not visited this quarter";
    part_incomplete(n: usize) "{n}户资料不全" "{n} with fields missing";
    part_conflicts(n: usize) "{n}处有冲突" "{n} conflict to settle" | "{n} conflicts to settle";
    part_pending(n: usize) "{n}处改动未上报" "{n} change not handed over" | "{n} changes not handed over";
    part_nothing "没有待办" "nothing is left to do";
    empty_sentence "本机还没有户。" "No household is on this device yet.";
    empty_next "加第一户，或导入已有的数据包。" "Add the first one, or import a package that exists.";
    add_visit "加一次走访" "Add a visit";
    add_household "加一户" "Add a household";
    checklist "清单核对" "Checklist";
    import "导入数据包" "Import a package";
    unvisited_title(quarter: u32) "第{quarter}季度未走访" "Not visited in quarter {quarter}";
    unvisited_none "没有还要走访的户。" "No household is left to visit.";
    unvisited_hint "点一户，直接登记走访。" "Tap a household to record a visit.";
    incomplete_title "资料不全" "Fields missing";
    incomplete_none "必填的都填了。" "Every required field is filled in.";
    incomplete_hint "缺得多的在前。" "Those that lack most come first.";
    all_of(n: usize) "全部{n}户" "All {n}";
    conflicts_title "有冲突，待定" "Conflicts to settle";
    conflicts_hint "两台设备改了同一处。现在用后改的，两个值都留着；点开定一个。"
        "Two devices changed the same field. The later value stands for now and both are kept; open it to choose.";
    more_conflicts(n: usize) "还有{n}处" "{n} more";
    hand_over_title "上报" "Hand over";
    backup_title "备份" "Backup";
    pending_some(n: usize) "{n}处改动还没有上报。" "{n} change has not been handed over." | "{n} changes have not been handed over.";
    pending_none "本机的改动都已上报。" "Every change on this device has been handed over.";
    received_above(office: &str, until: &str) "{office}已收到截至{until}的数据" "{office} has the data to {until}";
    last_package(n: usize, at: &str) "最近一次：第{n}包，{at}" "Last package: no. {n}, {at}";
    never_handed "还没有上报过。" "Nothing has been handed over yet.";
    last_backup(at: &str) "最近一次备份：{at}" "Last backup: {at}";
    never_backed_up "还没有备份过。浏览器里的资料可能被清理，请导出一份存到别处。"
        "No backup yet. Data in a browser can be cleared: export a copy and keep it elsewhere.";
    go_hand_over "去交接" "Hand over";
    go_backup "去备份" "Make a backup";
    office_sentence(reported: i64, of: i64) "{of}个村收到{reported}个" "{reported} of {of} villages are here";
    office_goals(met: usize, of: usize) "{of}项有目标的指标已达标{met}项" "{met} of {of} figures with a goal are met";
    part_not_met(n: usize) "{n}项未达标" "{n} not met";
    part_unknown(n: usize) "{n}项数据不足" "{n} without enough data";
    office_empty "还没有收到任何村的数据包。" "No village’s package has arrived yet.";
    office_next "让各村导出数据包，再到“交接”里导入。" "Ask the villages to export their packages, then import them under Hand over.";
    villages_here "个村已收到" "villages are here";
    figures_met "项已达标" "figures met";
    figures_not_met "项未达标" "figures not met";
    figures_on_track "项进行中" "figures under way";
    figures_unknown "项数据不足" "figures without enough data";
    silent_title "未上报的村" "Villages that have not reported";
    silent_none "每个村都上报了。" "Every village has reported.";
    silent_more(n: usize) "还有{n}个" "{n} more";
    silent_of(n: usize) "{n}个村" "{n} village" | "{n} villages";
    weakest_title "最落后的村" "Villages that are furthest behind";
    weakest_none "这一项没有未达标的村。" "No village misses this goal.";
    all_villages "比较各地区" "Compare the areas";
}
