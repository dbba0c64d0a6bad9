//! Words of the first run.

use super::texts;
use crate::model::Level;

texts! {
    welcome "户户清：一户一户弄清楚" "Huhuqing: every household clear";
    welcome_sentence "不联网也能用，资料只存在这台设备上。先选一样：" "It works without a network, and the register stays on this device. Choose one:";
    real_title "正式使用" "Work with real households";
    real_text "登记真实的户。浏览器可能被清理、设备可能损坏，所以要按月上报并把备份存到别处。"
        "Keep the register of real households. Browsers get cleared and devices break, so hand over every month and keep a backup elsewhere.";
    real_begin "开始设置（3个问题）" "Set up (3 questions)";
    demo_title "先看演示" "Look at the demo first";
    demo_text "一个编造的县，讲到2020年12月31日，也可以改看早先的日子。人和数全是虚构的，存在另一个数据库里，不会混进真实资料，随时可以清除。"
        "An invented county up to 31 December 2020, or an earlier day of your choice: every person and figure is made up. It has a database of its own, never mixes with real records, and can be cleared at any time.";
    demo_as "打开演示县，以哪一级的身份？" "Open the demo county, as whom?";
    demo_name "演示人员" "Demo user";
    demo_villages(count: usize) "共{count}个村" "{count} village" | "{count} villages";
    demo_making "正在编造演示县，请稍候。" "The demo county is being made up; a moment, please.";
    opening "正在打开…" "Opening…";
    step(number: usize, of: usize) "第{number}步，共{of}步" "Question {number} of {of}";
    back "上一步" "Back";
    which_level "您在哪一级工作？" "Where do you work?";
    which_village "哪个村（社区）？" "Which village or community?";
    which_village_of(township: &str) "{township}的哪个村（社区）？" "Which village or community of {township}?";
    by_township "先选乡镇，或直接搜村名。" "Choose the township first, or search for the village.";
    which_township "哪个乡镇（街道）？" "Which township or subdistrict?";
    village_text "驻村队员、村干部：入户登记，按月上报" "Village workers: visit, record, hand over every month";
    township_text "乡镇扶贫办：收各村数据包，核对，上报县" "Township office: collect the villages’ packages, check, hand over to the county";
    county_text "县扶贫办：全县指标、汇总和参数" "County office: the whole scoreboard, the sums, the parameters";
    search_hint "村名或拼音首字母，如“太桥”或“tq”" "Name or pinyin initials, such as tq";
    none_found "没有找到。换个写法，或清空后按乡镇选。" "Nothing found. Try another spelling, or clear it and choose by township.";
    your_name "您的姓名？" "Your name?";
    name "姓名" "Name";
    name_hint "记在您的每处改动上，供上级核对；不会用来登录。" "It is kept with every change you make, so that offices can ask you; it is not a login.";
    name_missing "请填写姓名" "Enter your name";
    working_for "您将为这个地区工作：" "You will work for:";
    begin "开始使用" "Begin";
}

impl Texts {
    /// A level's name.
    pub const fn level(self, level: Level) -> &'static str {
        let t = super::shell::Texts(self.0);
        match level {
            Level::Village => t.village(),
            Level::Township => t.township(),
            Level::County => t.county(),
        }
    }

    /// What a level does.
    pub const fn level_text(self, level: Level) -> &'static str {
        match level {
            Level::Village => self.village_text(),
            Level::Township => self.township_text(),
            Level::County => self.county_text(),
        }
    }
}
