//! Words of the ledgers.

use super::texts;

texts! {
    title "台账" "Ledgers";
    sentence(n: usize, place: &str, rows: usize) "{n}本台账都由登记自动生成，{place}共{rows}行，不用另填。"
        "{n} ledgers are made from the register, {rows} rows in {place}: nothing is typed twice.";
    loading "正在读取……" "Reading…";
    plan_line(line: usize) "方案第{line}行" "line {line} of the plan";
    quoted(quote: &str) "「{quote}」" "“{quote}”";
    rows(n: usize) "{n}行" "{n} row" | "{n} rows";
    when_opened "打开时计算" "worked out when opened";
    shown_by "相关指标：" "Targets that rest on it: ";
    back "返回台账" "Back to the ledgers";
    none_such "没有这本台账。" "There is no such ledger.";
    said(n: usize, place: &str, name: &str) "{place}{name}共{n}行" "{name} in {place}: {n} row" | "{name} in {place}: {n} rows";
    found(n: usize, all: usize) "{all}行中找到{n}行" "{n} of {all} rows found";
    nothing(place: &str, name: &str) "{place}还没有{name}。登记里有了，这里就会出现。"
        "Nothing under “{name}” in {place} yet. It appears when the register has it.";
    none_found "没有符合条件的行。" "No row fits.";
    show_all "显示全部" "Show all";
    open_register(kind: &str) "去登记{kind}" "Go to the register: {kind}";
    tables "本台账的表" "Tables of this ledger";
    group(name: &str, n: usize) "{name}{n}行" "{name} {n}";
    not_filled "未填" "not filled in";
    sum(name: &str, amount: &str) "{name}合计{amount}" "{name} {amount} in all";
    sum_known(name: &str, amount: &str, missing: usize) "{name}合计{amount}（{missing}行未填）"
        "{name} {amount} in all ({missing} not filled in)";
    total(n: usize) "合计 {n}行" "All: {n}";
    total_missing(amount: &str, missing: usize) "{amount}（{missing}行未填）" "{amount} ({missing} missing)";
    total_yes(yes: i64, known: usize) "是 {yes}/{known}" "yes {yes} of {known}";
    area_column "地区" "Area";
    all_of(field: &str) "{field}：全部" "{field}: all";
    search_hint "姓名、拼音首字母或内容" "Name, pinyin initials or content";
    print "打印" "Print";
    export "导出表格" "Export as a table";
    exported(name: &str) "已导出 {name}，用表格软件打开。" "Exported as {name}: open it in a spreadsheet.";
    exported_personal "文件含个人信息，只通过工作渠道传递。" "The file holds personal data: pass it on through office channels only.";
    as_of(day: crate::model::Date) "数据截至{day}" "As of {day}";
    separator "，" ", ";
    stop "。" ".";
}
