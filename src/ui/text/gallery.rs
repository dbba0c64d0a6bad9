//! Sample words of the gallery, which only debug builds have.

/// A sample.
pub const ACTUAL: &str = "实际";
/// A sample.
pub const BADGE: &str = "低保户";
/// A sample.
pub const BAR_ONE: &str = "平甸乡";
/// A sample.
pub const BAR_THREE: &str = "建兴乡";
/// A sample.
pub const BAR_TWO: &str = "扬武镇";
/// A sample.
pub const DETAIL: &str = "4人 · 因病 · 2018年脱贫";
/// A sample.
pub const DIALOG: &str = "Dialog 对话框";
/// A sample.
pub const ERROR: &str = "磁盘已满，没有写入任何内容。";
/// A sample.
pub const EXITS: &str = "脱贫户数";
/// A sample.
pub const FIGURE: &str = "指标";
/// A sample.
pub const FOLDED: &str = "Folded 折叠的内容";
/// A sample.
pub const HEAD: &str = "户主";
/// A sample.
pub const INCIDENCE: &str = "贫困发生率";
/// A sample.
pub const INCOME: &str = "人均纯收入";
/// A sample.
pub const INCOMPLETE: &str = "不完整";
/// A sample.
pub const INFO: &str = "Info 说明：一个村一个文件。";
/// A sample.
pub const INSURED: &str = "医保参保率";
/// A sample.
pub const KNOWN: &str = "已知 100%";
/// A sample.
pub const LACKING: &str = "数据不足";
/// A sample.
pub const LAND: &str = "耕地";
/// A sample.
pub const LI: &str = "李某";
/// A sample.
pub const MORE: &str = "更多";
/// A sample.
pub const MU: &str = "12.50亩";
/// A sample.
pub const NOTHING: &str = "还没有收到下级的数据包。";
/// A sample.
pub const PERSONS: &str = "11,287人";
/// A sample.
pub const PHONE: &str = "电话";
/// A sample.
pub const POPULATION: &str = "建档立卡人口";
/// A sample.
pub const SENTENCE: &str = "630户未脱贫，其中 21 户数据不足。";
/// A sample.
pub const STATUS: &str = "状态";
/// A sample.
pub const SUCCESS: &str = "已导入 124 个村。";
/// A sample.
pub const TARGET: &str = "目标";
/// A sample.
pub const TITLE: &str = "Gallery 组件";
/// A sample.
pub const TOAST: &str = "已保存 Saved";
/// A sample.
pub const UNVISITED: &str = "本季未走访";
/// A sample.
pub const VILLAGE: &str = "Gallery 村";
/// A sample.
pub const WARNING: &str = "有 3 户超过一个季度没有走访。";
