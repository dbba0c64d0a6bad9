//! Words of the frame around every page.

use super::texts;

texts! {
    app_name "户户清" "Huhuqing";
    skip_to_content "跳到正文" "Skip to content";
    navigation "主导航" "Main navigation";
    home_village "今日" "Today";
    home_office "总览" "Overview";
    households "户" "Households";
    targets "指标" "Targets";
    hand_over "交接" "Hand over";
    received "下级上报" "Received";
    more "更多" "More";
    safekeeping "数据保管" "Safekeeping";
    keys "密钥与印章" "Keys and seals";
    settings "设置" "Settings";
    help "帮助" "Help";
    checks "数据核查" "Data checks";
    checklist "清单核对" "Checklist";
    register "登记" "Register";
    ledgers "台账" "Ledgers";
    duties "履职" "Duties";
    parameters "县级参数" "Parameters";
    not_found "没有这一页" "There is no such page";
    go_home "回到首页" "Go to the first page";
    demo_banner "演示数据 · 虚构" "Demo data · invented";
    demo_explained "这里的人和数都是编造的，不是任何真实的户。" "Every person and figure here is invented.";
    read_only_banner "只能查看：另一个窗口正在编辑。请在那个窗口里继续；关掉它以后，本窗口会自动接手。"
        "Read only: another window is editing. Continue there; when it is closed, this one takes over by itself.";
    lost_banner "数据库已关闭，从现在起不再保存" "The database was closed: nothing is saved any more";
    lost_explained "屏幕上的内容还在，没有显示“已保存”的请先抄下来；可以先导出，再重新加载本页。"
        "What is on the screen is still here. Note down what was not shown as saved; export first, then load this page again.";
    backup_due(changes: usize) "有{changes}处改动还没有备份" "{changes} change has no backup yet" | "{changes} changes have no backup yet";
    backup_never_before(days: usize) "开始使用已{days}天，从来没有备份过" "in {days} days there was never a backup";
    backup_days(days: usize) "上次备份在{days}天前" "the last backup was {days} days ago";
    backup_not_yet "还没有备份过" "there was never a backup";
    backup_rule "每50处改动或每7天备份一次：在“交接”导出明细包，存到别处。" "Back up every 50 changes or 7 days: export a detail package under Hand over and keep it elsewhere.";
    comma "，" ", ";
    stop "。" ".";
    backup_go "去备份" "Make a backup";
    backup_later "今天不再提醒" "Not again today";
    switch_language "语言" "Language";
    switch_theme "显示" "Appearance";
    theme_auto "跟随系统" "As the system";
    theme_light "浅色" "Light";
    theme_dark "深色" "Dark";
    theme_sunlight "户外强光" "Sunlight";
    as_of(day: crate::model::Date) "截至{day}" "As of {day}";
    as_of_explained "指标、名单和“本季度”都按这一天计算；填写时默认用这一天的年份。"
        "Figures, lists and “this quarter” are computed for this day; its year is the working year of forms.";
    saving "保存中…" "Saving…";
    saved_at(time: &str) "已保存 {time}" "Saved {time}";
    computing "正在计算" "Computing";
    working(done: usize, of: usize) "正在计算 {done}/{of}" "Computing {done} of {of}";
    update_ready "新版本已下载好，更新不会改动数据。" "A new version is ready; updating changes no data.";
    update_now "现在更新" "Update now";
    update_elsewhere "另一个窗口已换成新版本，本窗口还是旧的。" "Another window has updated; this one still runs the older version.";
    reload "重新加载" "Load again";
    more_sentence "设置、帮助和不常用的页面都在这里。" "Settings, help and what is needed less often.";
    village "村" "Village";
    township "乡镇" "Township";
    county "县" "County";
}
