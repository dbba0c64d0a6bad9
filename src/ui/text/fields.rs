//! Words of form fields: units, choices, and what is wrong with an entry.

use super::texts;

texts! {
    number_hidden "已隐去" "Hidden";
    yes "是" "Yes";
    no "否" "No";
    not_clear "不清楚" "Not known";
    choose "请选择" "Choose";
    not_filled "未填" "Not filled in";
    needed "必填" "Needed";
    saving_by_itself "填完自动保存" "Saves by itself";
    add_line "添加一项" "Add a line";
    remove_line(n: usize) "删除第{n}项" "Remove line {n}";
    line(n: usize) "第{n}项" "Line {n}";
    year_hint "例如 2018" "For example 2018";
    month_hint "例如 2018-05" "For example 2018-05";
    clear_choice "清除选择" "Clear the choice";
    search_choice "名称、姓名或拼音首字母" "Name or pinyin initials";
    not_here(id: &str) "不在本机上（{id}）" "Not on this device ({id})";
    more_answers(n: usize) "还有{n}条，请再输几个字" "{n} more: type more of the name";
    nothing_found "没有找到，请换个字试试。" "Nothing found. Try other letters.";
    nothing_to_choose "还没有可选的记录，请先在登记里添加。" "There is nothing to choose from yet: add it in the register first.";
    newer_value(value: &str) "{value}（新版本的选项）" "{value} (from a newer version)";
    error_prefix "错误：" "Error: ";
    error_number "请填数字，例如 1200" "Enter a number, for example 1200";
    error_whole "请填整数，不带小数" "Enter a whole number";
    error_decimals(n: u32) "最多填{n}位小数" "Use at most {n} decimal" | "Use at most {n} decimals";
    error_negative "不能小于0" "Enter 0 or more";
    error_too_large "数字太大，请检查" "The number is too large";
    error_date "请填完整的日期，例如 2018-11-28" "Enter a full date, for example 2018-11-28";
    error_month "请填年和月，例如 2018-05" "Enter a year and a month, for example 2018-05";
    error_year "请填1900到2199之间的年份" "Enter a year from 1900 to 2199";
}

impl Texts {
    /// 是 or 否.
    pub const fn yes_or_no(self, yes: bool) -> &'static str {
        if yes { self.yes() } else { self.no() }
    }
}
