//! Words of duties.

use super::texts;

texts! {
    title_of(place: &str) "{place} · 履职" "{place} · Duties";
    loading "正在读取……" "Reading…";
    sentence(owed: usize, day: crate::model::Date, done: usize) "{day}：本期应办{owed}项，已办{done}项"
        "{day}: {owed} duty of the running periods, {done} done" | "{day}: {owed} duties of the running periods, {done} done";
    next_due(day: crate::model::Date, open: usize) "还差{open}项，最近的{day}到期" "{open} open, the next due {day}";
    overdue(n: usize) "另有{n}项逾期未办" "{n} overdue";
    unclear(n: usize) "{n}项说不清" "{n} cannot be told";
    nothing_owed(place: &str) "{place}目前没有要办的职责。" "Nothing is owed in {place} now.";
    separator "，" ", ";
    stop "。" ".";
    running "本期要办" "Of the running periods";
    late "逾期未办" "Overdue";
    kept_here "在本村登记的上级职责" "Duties of others that are recorded here";
    below "下级履职" "Duties below";
    who "谁的职责" "Whose duties";
    everyone "全部" "All";
    reached(k: usize, n: usize) "已访 {k}/{n}" "{k} of {n} reached";
    done "已办" "Done";
    not_done "未办" "Not done";
    due(day: crate::model::Date) "{day}到期" "due {day}";
    work_days_left(n: i64) "还有{n}个工作日" "{n} working day left" | "{n} working days left";
    days_left(n: i64) "还有{n}天" "{n} day left" | "{n} days left";
    due_today "今天到期" "due today";
    days_over(n: i64) "逾期{n}天" "{n} day overdue" | "{n} days overdue";
    quarter(year: crate::model::Year, quarter: u32) "{year}第{quarter}季度" "quarter {quarter} of {year}";
    missing(n: usize) "还差{n}处，点一处就能记走访" "{n} missing: tap it to record the visit" | "{n} missing: tap one to record the visit";
    missing_elsewhere(n: usize) "还差{n}处" "{n} missing";
    record_meeting "记会议" "Record the meeting";
    record_report "记汇报" "Record the report";
    record_visit "记走访" "Record a visit";
    more_missing(n: usize) "还有{n}处，全部显示" "{n} more: show it" | "{n} more: show all";
    whole_year "全年情况" "The whole year";
    plan_line(line: usize) "方案第{line}行" "line {line} of the plan";
    no_calendar(year: crate::model::Year) "县里还没有录入{year}的工作日历，到期日按自然日计算。"
        "The county has entered no working calendar of {year}: days are counted by the calendar.";
    enter_calendar "录入工作日历" "Enter the calendar";
    duty_column "职责" "Duty";
    period_column "期间" "Period";
    state_column "完成" "Done";
    missing_column "还差" "Missing";
    over_column "逾期天数" "Days overdue";
    area_column "地区" "Area";
    done_column "本期已办/应办" "Done of owed";
    late_column "逾期" "Overdue";
    unclear_column "说不清" "Cannot be told";
    nobody_named "未登记姓名" "no name on record";
    of_leader(name: &str, village: &str) "{name}（联系{village}）" "{name} (linked to {village})";
}
