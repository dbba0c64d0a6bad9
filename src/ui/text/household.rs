//! Words of one household's page.

use super::texts;
use crate::ui::route::Section;

texts! {
    loading "正在读取……" "Reading…";
    gone "这一户不在本机上，或已被删除。" "This household is not on this device, or was deleted.";
    back_to_list "返回户列表" "Back to the list";
    sections "这一户的各部分" "Parts of this household";
    overview "概况" "Overview";
    questions "询问" "Questions";
    question_ask "询问村里，或退回改正" "Ask the village, or return for correction";
    question_send "发出询问" "Ask";
    question_asked "已记下，随下一份回执带到村。" "Noted; it goes down with the next receipt.";
    question_answered(answer: &str) "村里答复：{answer}" "The village answered: {answer}";
    question_waits "等村里答复" "No answer yet";
    register "基本信息" "Register";
    members "成员" "Members";
    year "本年情况" "This year";
    income "收入" "Income";
    assurances "保障" "Assurances";
    clarities "六清" "Six clarities";
    measures "措施" "Measures";
    helpers "帮扶人" "Helpers";
    visits "走访" "Visits";
    records "更多记录" "More records";
    history "修改记录" "History";
    rare_fields(n: usize) "不常用的{n}项" "{n} rarer field" | "{n} rarer fields";
    filled_in_by_village "这一户由村里填报，这里只能查看。" "The village keeps this household; here it can only be read.";
    working_year(year: i64) "{year}年" "{year}";
    year_of(year: crate::model::Year) "以下是{year}的情况。" "What follows is for {year}.";

    assured_of(met: usize, all: usize) "{all}项保障中{met}项达标" "{met} of {all} assurances met";
    clear_of(met: usize, all: usize) "{all}清中{met}项已清" "{met} of {all} clarities";
    sentence_open(n: usize) "还有{n}件事要做。" "{n} thing left to do." | "{n} things left to do.";
    sentence_done "没有要做的事。" "Nothing is left to do.";
    next_steps "下一步" "What comes next";
    step_conflicts(n: usize) "有{n}处冲突等您选定" "Settle {n} conflict" | "Settle {n} conflicts";
    step_fill(field: &str) "填写：{field}" "Fill in: {field}";
    step_fill_more(field: &str, n: i64) "填写：{field}等，共缺{n}项" "Fill in: {field} and others, {n} missing";
    step_solve(what: &str, why: &str) "解决：{what}（{why}）" "Solve: {what} ({why})";
    step_members "还没有在户成员，先添加" "No member is entered yet: add them first";
    step_visit "本季还没走访，去走访一次" "No visit this quarter yet: visit the household";
    step_helper "安排帮扶人" "Assign a helper";
    step_measure "本年还没有帮扶措施，添加一项" "No measure this year yet: add one";
    step_confirm(n: usize) "六清中有{n}项资料已齐，请确认" "Confirm {n} clarity that the records show" | "Confirm {n} clarities that the records show";
    field_because(field: &str, why: &str) "{field}：{why}" "{field}: {why}";
    step_exit "七项都达标，可以认定达到退出标准并记脱贫" "All seven are met: decide that it is ready, and record the exit";

    change_status "变动状态" "Change the status";
    status_since "状态变动" "Status changes";
    status_change_explained "脱贫、返贫、迁出等变动按日期记一条，状态由最后一条决定。"
        "An exit, a fall back or a move is one entry with its date; the last one decides the status.";
    record_change "记下这次变动" "Record the change";
    change_needed "请选择变动，并填写日期。" "Choose the change and its date.";

    split "分户" "Split the household";
    split_explained "选出分出去另立一户的人。他们的记录跟着人走，原户的记录留在原户，建档身份由新户延续。"
        "Choose who leaves to be a household of their own. Their records go with them, the old household keeps its own, and the new one carries on the register’s entry.";
    split_who "分出去的人" "Who leaves";
    split_head "新户主" "New head";
    split_record "记下分户" "Record the split";
    split_needed "没有分户，什么都没有写入。请选分出去的人和新户主，填写日期，并至少留下一人；分出去的人前一天要在本户。"
        "Nothing was split: choose who leaves and the new head, enter the day, and leave at least one member; whoever leaves was a member the day before.";
    split_done "已分户，这是新户。请补上与新户主的关系。" "Split: this is the new household. Say how its members stand to the new head.";

    member_sentence(n: usize) "在户{n}人。" "{n} member." | "{n} members.";
    past_members(n: usize) "已离开的{n}人" "{n} who left";
    add_member "添加成员" "Add a member";
    add_person "添加这个人" "Add the person";
    person_needed "请填写姓名和与户主关系。" "Enter the name and the relation to the head.";
    birth_from_number "填了身份证号，性别和出生日期自动得出。" "Sex and date of birth follow from a complete identity number.";
    years_old(n: i64) "{n}岁" "aged {n}";
    left_household "离开本户" "Leaves the household";
    left_explained "写下离开的日期和原因，记录不会删除。" "Enter the day and the reason; the records stay.";
    record_leaving "记下离开" "Record the leaving";
    leaving_needed "请填写日期和原因。" "Enter the day and the reason.";
    left_on(day: crate::model::Date) "{day}离开" "left on {day}";
    identity "身份" "Identity";
    membership "在本户" "In this household";

    net_income "全年纯收入" "Net income of the year";
    per_capita "人均纯收入" "Net income per person";
    poverty_line(line: crate::model::Fen) "当年标准 {line}" "The year's line: {line}";
    no_poverty_line "县里还没录入当年标准" "The county has not entered the year's line";
    income_missing(field: &str) "缺“{field}”，算不出来" "“{field}” is missing, so it cannot be computed";
    count_members(n: i64) "按在户人口填{n}人" "Use the {n} member now" | "Use the {n} members now";
    income_sentence(per_head: crate::model::Fen) "人均纯收入{per_head}。" "{per_head} net per person.";
    income_unknown "人均纯收入还算不出来。" "The net income per person is not known yet.";

    assurance_sentence(met: usize) "七项中{met}项达标。" "{met} of seven met.";
    assured "有保障" "Assured";
    not_assured "没有保障" "Not assured";
    assurance_unknown "情况不明" "Not known";
    go_to(section: &str) "去“{section}”填写" "Fill in under “{section}”";
    not_decided "还没有人认定" "Nobody has decided";
    as_proposed "与系统建议一致" "As the app proposes";
    differs "与系统建议不同" "Differs from the app’s proposal";
    proposal_unknown "系统还判断不了" "The app cannot tell yet";
    decided_by(who: &str, when: &str) "{who}，{when}认定" "decided by {who}, {when}";
    exit_ready "达到退出标准" "Ready to exit";
    ready "建议：达到" "Proposal: ready";
    not_ready "建议：未达到" "Proposal: not ready";
    proposed_by_app "系统按七项保障提出建议，由人认定；认定了才能记脱贫。"
        "The app proposes by the seven assurances, a person decides; an exit is recorded after that only.";
    all_seven "七项都达标。" "All seven are met.";
    kind_of_help "分类施策" "Kind of help";
    class_rule "系统按成员劳动能力提出建议：有劳动力的以开发式为主，都没有的以保障性为主。"
        "The app proposes by the members’ labour capacity: development where somebody can work, protection where nobody can.";
    processes "各个过程" "Processes";
    process_because(state: &str, why: &str) "{state}（{why}）" "{state} ({why})";

    clarity_sentence(met: usize) "六清中{met}项已清。" "{met} of six clear.";
    clear "已清" "Clear";
    not_clear "不清" "Not clear";
    confirm_clear "村里确认" "Confirmed by the village";
    by_records "按资料判断" "By the records";

    measures_sentence(n: usize) "本年{n}项措施。" "{n} measure this year." | "{n} measures this year.";
    add_measure "添加措施" "Add a measure";
    record_measure "添加这项措施" "Add the measure";
    measure_needed "请选择类别并写明内容。" "Choose a category and say what it is.";
    other_years "其他年度" "Other years";
    helpers_sentence(n: usize) "现有{n}名帮扶人。" "{n} helper now." | "{n} helpers now.";
    add_helper "安排帮扶人" "Assign a helper";
    record_helper "安排这名帮扶人" "Assign the helper";
    helper_needed "请填写姓名和开始日期。" "Enter the name and the first day.";
    earlier_helpers "以前的帮扶人" "Earlier helpers";
    visits_sentence(n: usize) "本年走访{n}次。" "{n} visit this year." | "{n} visits this year.";
    add_visit "记一次走访" "Record a visit";
    record_visit "记下这次走访" "Record the visit";
    visit_needed "请填写日期和目的。" "Enter the day and the purpose.";
    visited_by(who: &str) "{who}走访" "by {who}";
    from_to(start: &str, end: &str) "{start} 至 {end}" "{start} to {end}";
    until_now "今" "now";
    nothing_here "这里还没有内容。" "Nothing here yet.";
    details "详细资料" "Details";
    remove "删除" "Delete";
    remove_question "删除这条记录？" "Delete this record?";
    remove_explained "它不再计入任何数字；修改记录里还看得到，误删可以找回。"
        "It no longer counts in any figure; the history keeps it, and it can be brought back.";
    removed "已删除。" "Deleted.";
    bring_back "找回" "Bring back";
    brought_back "已找回。" "Brought back.";
    added "已添加。" "Added.";
    recorded "已记下。" "Recorded.";

    history_sentence(n: usize) "共{n}次修改。" "{n} change." | "{n} changes.";
    made_on(device: &str) "设备{device}" "device {device}";
    made_here(device: &str) "本机录入（设备{device}）" "Entered here (device {device})";
    came_with(device: &str, number: u32, files: &str) "设备{device}录入，第{number}次导入带来：{files}" "Entered on device {device}, came with import {number}: {files}";
    came_earlier(device: &str) "设备{device}录入，由较早的导入带来" "Entered on device {device}, came with an earlier import";
    step_back "退回这次改动" "Take this back";
    step_back_question "退回这次改动？" "Take this back?";
    step_back_explained(records: usize) "这一次共改了{records}条记录，都会回到改之前；以后再改过的内容不动。退回本身也记在修改记录里。"
        "{records} record was changed in one go and will be as before; what was changed since stays. The history keeps this too."
        | "{records} records were changed in one go and will be as before; what was changed since stays. The history keeps this too.";
    step_back_sure "退回" "Take it back";
    stepped_back "已退回。" "Taken back.";
    resettle "迁到别的村" "Move to another village";
    resettle_explained "整户连同成员和全部记录、修改经过一起迁过去；要让两个村都知道，请把两村的数据包发给村里导入。"
        "The household goes with its members, all their records and their history. Hand both villages’ packages down so that their tablets know.";
    resettle_to "迁到" "To";
    resettle_choose "请选择" "Choose";
    resettle_question(from: &str, to: &str) "把这一户从{from}迁到{to}？" "Move this household from {from} to {to}?";
    resettle_sure "迁过去" "Move it";
    resettled "已迁过去。" "Moved.";
    deleted_record "删除了这条记录" "deleted the record";
    restored_record "找回了这条记录" "brought the record back";
    made_unknown "改为未填" "now empty";
    unknown_author "未知的人" "someone unknown";
    earlier_changes(n: usize) "更早的{n}次" "{n} earlier";

    conflicts "冲突" "Conflicts";
    conflict_question "两台设备各填了一个值，请选定一个：" "Two devices entered different values. Choose one:";
    conflict_by(who: &str, when: &str) "{who}，{when}" "{who}, {when}";
    keep_this "用这个" "Use this one";
    keep_current "用这个（现用）" "Keep this one";
}

impl Texts {
    /// The name of a section.
    pub const fn section(self, section: Section) -> &'static str {
        match section {
            Section::Overview => self.overview(),
            Section::Register => self.register(),
            Section::Members => self.members(),
            Section::Year => self.year(),
            Section::Income => self.income(),
            Section::Assurances => self.assurances(),
            Section::Clarities => self.clarities(),
            Section::Measures => self.measures(),
            Section::Helpers => self.helpers(),
            Section::Visits => self.visits(),
            Section::Records => self.records(),
            Section::History => self.history(),
        }
    }
}
