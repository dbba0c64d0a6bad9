//! Words of the small components.

use super::texts;

texts! {
    close "关闭" "Close";
    cancel "取消" "Cancel";
    back "返回" "Back";
    search "搜索" "Search";
    search_hint "姓名、拼音首字母或编号" "Name, pinyin initials or number";
    clear "清除" "Clear";
    filters "筛选" "Filters";
    sort_by(column: &str) "按{column}排序" "Sort by {column}";
    more_rows(n: usize) "还有{n}行，再显示一些" "{n} more row: show more" | "{n} more rows: show more";
    and_more(n: usize) "等{n}处" "and {n} more";
    choose_files "选择文件" "Choose files";
    or_drop_here "或把文件拖到这里" "or drop files here";
    drop_now "松手放下文件" "Drop the files";
    unknown "未知" "Unknown";
    known_share(known: i64, expected: i64) "已知{known}/{expected}" "{known} of {expected} known";
    target_at(value: &str) "目标 {value}" "Target {value}";
    day_of_figures "数据截至" "Figures for";
    year_end(year: &str) "{year}年底" "End of {year}";
    another_day "其他日期" "Another day";
    information "说明" "Information";
    warning "注意" "Warning";
    error "错误" "Error";
    success "完成" "Done";
}
