//! What the plan states as already reached, B-01 to B-16.

use super::{AsOf, BaselineId, Quantity, Unit};
use crate::model::{Date, Label, Year};

/// A fact the plan starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// `B-01` to `B-16`.
    pub id: BaselineId,
    /// Short name.
    pub label: Label,
    /// The stated figures; none for the data set of B-16.
    pub figures: &'static [BaselineFigure],
    /// Lines of the plan.
    pub lines: &'static [u8],
}

/// One stated number of a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BaselineFigure {
    /// What is counted.
    pub label: Label,
    /// The number.
    pub quantity: Quantity,
    /// The date it holds for.
    pub as_of: AsOf,
}

const END_2017: AsOf = AsOf::On(Date::of::<2017, 12, 31>());
const UNDATED: AsOf = AsOf::NotStated;

const fn figure(zh: &'static str, en: &'static str, value: i64, unit: Unit, as_of: AsOf) -> BaselineFigure {
    BaselineFigure {
        label: Label::new(zh, en),
        quantity: Quantity::new(value, unit),
        as_of,
    }
}

macro_rules! baselines {
    ($($number:literal $zh:literal $en:literal $lines:expr, $figures:expr;)+) => {
        [$(Baseline {
            id: BaselineId::of::<$number>(), label: Label::new($zh, $en), figures: $figures, lines: &$lines,
        }),+]
    };
}

/// All baselines in order.
pub static BASELINES: [Baseline; BaselineId::COUNT] = baselines! {
    1 "达到退出标准的贫困乡" "poverty townships that met the exit standard" [17],
        &[figure("贫困乡", "poverty townships", 3, Unit::Township, END_2017)];
    2 "达到出列标准的贫困村" "poverty villages that met the exit standard" [17],
        &[figure("贫困村", "poverty villages", 32, Unit::Village, END_2017)];
    3 "达到脱贫标准的贫困户" "households and persons that met the exit standard" [17],
        &[figure("户数", "households", 2_553, Unit::Household, END_2017),
          figure("人数", "persons", 9_261, Unit::Person, END_2017)];
    4 "剩余未脱贫户" "households and persons not yet exited" [17],
        &[figure("户数", "households", 630, Unit::Household, END_2017),
          figure("人数", "persons", 2_026, Unit::Person, END_2017)];
    5 "贫困发生率" "poverty incidence" [17],
        &[figure("2014年", "in 2014", 640, Unit::BasisPoint, AsOf::During(Year(2014))),
          figure("2017年底", "at the end of 2017", 81, Unit::BasisPoint, END_2017)];
    6 "建档立卡规模" "size of the register" [42, 96],
        &[figure("户数", "households", 3_183, Unit::Household, UNDATED),
          figure("人数", "persons", 11_287, Unit::Person, UNDATED)];
    7 "项目库涉及乡镇(街道)" "townships with projects in the library" [69],
        &[figure("乡镇(街道)", "townships", 11, Unit::Township, UNDATED)];
    8 "项目库项目" "projects in the library" [69],
        &[figure("项目", "projects", 453, Unit::Item, UNDATED)];
    9 "项目库总投资" "investment of the library" [69],
        &[figure("总投资", "total investment", 73_263_240_000, Unit::Fen, UNDATED)];
    10 "定点医疗机构" "designated medical institutions" [59],
        &[figure("机构", "institutions", 19, Unit::Item, UNDATED)];
    11 "检查发现的问题" "problems found by inspections" [94],
        &[figure("大类", "categories", 8, Unit::Category, AsOf::During(Year(2017))),
          figure("条目", "headings", 85, Unit::Strip, AsOf::During(Year(2017))),
          figure("具体问题", "problems", 203, Unit::Item, AsOf::During(Year(2017)))];
    12 "健康扶贫措施" "health measures in force" [59],
        &[figure("措施", "measures", 30, Unit::Strip, UNDATED)];
    13 "义务教育办学底线要求" "bottom-line requirements for schools" [58],
        &[figure("底线", "requirements", 20, Unit::Strip, UNDATED)];
    14 "易地搬迁集中安置点" "resettlement sites" [83],
        &[figure("安置点", "sites", 11, Unit::Item, UNDATED)];
    15 "就近就地集中改造" "in-situ concentrated rebuilding" [83],
        &[figure("项目", "projects", 54, Unit::Item, UNDATED),
          figure("总户数", "households in all", 1_656, Unit::Household, UNDATED),
          figure("总人数", "persons in all", 6_221, Unit::Person, UNDATED),
          figure("建档立卡户数", "registered households", 411, Unit::Household, UNDATED),
          figure("建档立卡人数", "registered persons", 1_500, Unit::Person, UNDATED)];
    16 "2017年动态管理数据" "register data of the 2017 review" [96], &[];
};
