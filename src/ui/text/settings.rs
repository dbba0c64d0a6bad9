//! Words of the settings.

use super::texts;
use crate::model::Date;
use crate::platform::persist::Persistence;

texts! {
    title "设置" "Settings";
    sentence(name: &str, area: &str) "{name}在{area}使用这台设备。" "{name} uses this device for {area}.";
    nobody "还没有选定使用人。" "Nobody has been chosen yet.";
    who "使用人" "Who";
    name "姓名" "Name";
    area "负责地区" "Area";
    level "层级" "Level";
    level_village "村" "Village";
    level_township "乡镇（街道）" "Township";
    level_county "县" "County";
    edition "数据" "Data";
    edition_real "真实数据" "Real data";
    edition_demo "演示数据（虚构）" "Demo data (invented)";
    look "显示" "Appearance";
    language "语言" "Language";
    theme "明暗" "Colours";
    theme_auto "跟随系统" "As the system";
    theme_light "浅色" "Light";
    theme_dark "深色" "Dark";
    theme_sunlight "户外强光" "Sunlight";
    theme_explained "太阳下看不清时，选“户外强光”。" "Choose “Sunlight” when the screen is hard to read outdoors.";
    day "数据截至哪一天" "The day figures are for";
    day_explained(day: Date) "各处的指标都按{day}计算；年度表默认填这一年。" "Every figure is computed for {day}; year forms open on that year.";
    switch_title "演示和真实" "Demo and real";
    switch_explained "演示数据单独存放，和真实数据互不影响。" "The demo has a store of its own; neither touches the other.";
    to_demo "打开演示数据" "Open the demo";
    to_real "打开真实数据" "Open the real data";
    remove_demo "从本机删除演示数据" "Remove the demo from this device";
    remove_demo_question "删除演示数据？" "Remove the demo?";
    remove_demo_explained "只删除演示用的虚构数据，真实数据不受影响。以后可以重新打开演示。"
        "Only the invented data is removed; real data is not touched. The demo can be opened again later.";
    remove_now "删除演示数据" "Remove the demo";
    keep "保留" "Keep it";
    storage "本机保存" "Storage on this device";
    storage_advice "数据存在这台设备的浏览器里，没有别的副本。按时导出，才算有备份。" "The data is in this device's browser and nowhere else. Only an exported package is a backup.";
    storage_ask "请浏览器不要自动清理" "Ask the browser not to clear it";
    storage_asking "浏览器还没有回答。" "The browser has not answered yet.";
    storage_not_asked "第一次保存以后会问浏览器：磁盘紧张时能不能不清理。" "After the first save the browser is asked not to clear the data when the disk runs low.";
    storage_kept "浏览器答应保留数据，除非有人手动清除。设备丢失或损坏仍会丢数据，请按时导出。"
        "The browser keeps the data until a person clears it. A lost or broken device still loses it: keep exporting.";
    storage_may_be_cleared "浏览器没有答应：磁盘紧张时可能清理数据。请经常导出明细包，或把本页安装为应用后再请求一次。"
        "The browser made no promise: it may clear the data when the disk runs low. Export often, or install this page as an app and ask again.";
    storage_unsupported "这个浏览器不回答这个问题。请经常导出明细包。" "This browser does not answer that question. Export detail packages often.";
    single_file "正在用单文件版：请不要移动或改名这个文件，火狐换了位置会看不到原来的数据。移动前先导出明细包。"
        "This is the single-file edition. Don't move or rename the file: Firefox ties the data to its place. Export a detail package before you do.";
    update "版本更新" "Updates";
    update_waiting "新版本已经下载好。更新要重新加载本页，已保存的内容不受影响。"
        "A new version is ready. Updating loads this page again; what is saved stays.";
    update_now "现在更新" "Update now";
    update_none "现在没有等待更新的版本。联网打开时会自动检查，只有您同意才更新。"
        "No new version is waiting. The app looks for one when it is opened online, and updates only when you agree.";
    about "关于" "About";
    version "版本" "Version";
    about_text "户户清：依据《新平县打赢精准脱贫攻坚战三年行动实施方案（2018—2020年）》做的离线台账和记分板。没有服务器，数据不离开本机，除非您导出。"
        "Huhuqing: an offline register and scoreboard for Xinping County's three-year plan, 2018–2020. There is no server; no data leaves this device unless you export it.";
    failed(sentence: &str) "没有成功：{sentence}" "It did not work: {sentence}";
    read_only "本窗口只读，不能更改。" "This window is read only.";
    install "安装" "Install";
}

impl Texts {
    /// What the browser answered when it was asked to keep the store; none when it was not asked.
    pub const fn keeping(self, answer: Option<Persistence>) -> &'static str {
        match answer {
            None => self.storage_not_asked(),
            Some(Persistence::Asked) => self.storage_asking(),
            Some(Persistence::Kept) => self.storage_kept(),
            Some(Persistence::MayBeCleared) => self.storage_may_be_cleared(),
            Some(Persistence::Unsupported) => self.storage_unsupported(),
        }
    }
}
