//! The rules and formulas the plan implies, R-01 to R-23, with their numbers and where each number is from.

use super::Unit::{self, *};
use super::{ParameterKey, Quantity, RuleId};
use crate::model::Label;

/// A rule or formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// `R-01` to `R-23`.
    pub id: RuleId,
    /// Short name.
    pub label: Label,
    /// Lines of the plan.
    pub lines: &'static [u8],
    /// Where the formula is from.
    pub origin: RuleOrigin,
    /// Its numbers.
    pub numbers: &'static [RuleNumber],
    /// County parameters it needs.
    pub parameters: &'static [ParameterKey],
}

/// Where a formula or a number is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleOrigin {
    /// The plan states it.
    Plan,
    /// The plan leaves it open and the design chose.
    Design,
    /// The national register or common usage; not in the plan.
    National,
    /// The plan names it without saying what it is; nothing is computed from it.
    NamedOnly,
}

/// One number of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleNumber {
    /// Name inside the rule.
    pub key: &'static str,
    /// The number.
    pub quantity: Quantity,
    /// Where it is from.
    pub origin: RuleOrigin,
}

impl Rule {
    /// A number of the rule by its name, in its stored unit.
    pub fn number(&self, key: &str) -> Option<i64> {
        self.numbers
            .iter()
            .find(|number| number.key == key)
            .map(|number| number.quantity.value)
    }
}

const fn number(key: &'static str, value: i64, unit: Unit, origin: RuleOrigin) -> RuleNumber {
    RuleNumber {
        key,
        quantity: Quantity::new(value, unit),
        origin,
    }
}

macro_rules! rules {
    ($(
        $id:literal $zh:literal $en:literal [$($line:literal)+] $origin:ident
        $([$($key:ident $value:literal $unit:ident $from:ident),+])? $(needs $($parameter:ident)+)?;
    )+) => {
        [$(Rule {
            id: RuleId::of::<$id>(),
            label: Label::new($zh, $en),
            lines: &[$($line),+],
            origin: RuleOrigin::$origin,
            numbers: &[$($(number(stringify!($key), $value, $unit, RuleOrigin::$from)),+)?],
            parameters: &[$($(ParameterKey::$parameter),+)?],
        }),+]
    };
}

/// All rules in order.
pub static RULES: [Rule; RuleId::COUNT] = rules! {
    1 "两不愁三保障" "food, clothing, schooling, medical care and housing are all assured" [26] Plan
        [assurances 5 Item Plan];
    2 "贫困发生率" "persons not exited over rural registered population" [17 26] Design;
    3 "年均递增" "average yearly growth over the base year" [26] Plan [least_growth 1_400 BasisPoint Plan];
    4 "收入比" "income of the unit over that of the county" [26] Plan [least_ratio 8_000 BasisPoint Plan]
        needs CountyRuralIncome;
    5 "贫困户人均纯收入" "income less production cost, a member" [104] National
        needs PovertyLine IncomePeriodStart HouseholdCountRule;
    6 "年度医疗封顶" "own payment for proper referrals, a person a year" [59] Plan needs YuxiRuralIncome;
    7 "住院自付比例" "own payment over total cost of inpatient care, a person a year" [59] Design
        [most_self_paid 1_000 BasisPoint Plan];
    8 "整合资金逐年增加" "a floor each year and growth over the year before" [104] Plan
        [floor 500_000_000 Fen Plan, of_year_before 11_000 BasisPoint Plan];
    9 "义务教育年龄" "age on 1 September of the school year" [58] Design
        [reference_day 901 CalendarDay Design] needs CompulsoryAgeFrom CompulsoryAgeTo;
    10 "供水三率" "centralised supply, piped water, supply guarantee" [73] National
        [centralised 9_900 BasisPoint Plan, piped 9_900 BasisPoint Plan, guarantee 9_500 BasisPoint Plan];
    11 "六清" "all six clarities of a household" [96] Plan [clarities 6 Item Plan];
    12 "4类重点对象" "the four groups whose dangerous houses come first" [61] National [groups 4 Category Plan];
    13 "贫困自然村道路条件" "which natural villages the first road batch serves" [71] Plan
        [least_households 30 Household Plan, least_incidence 3_500 BasisPoint Plan];
    14 "直过民族道路条件" "which natural villages the second road batch serves" [71] Plan
        [least_households 30 Household Plan, least_direct_transition 3_000 BasisPoint Plan];
    15 "示范自然村条件" "which natural villages may be demonstrations" [81] Plan
        [least_poor_share 3_000 BasisPoint Plan, least_households 30 Household Design];
    16 "六个精准" "six kinds of precision" [42 96] NamedOnly [precisions 6 Item Plan];
    17 "危房改造标准" "safe and stable, proof against wind and rain" [61] Plan [conditions 2 Item Design];
    18 "调研解决问题" "a research visit solves problems" [102] Plan
        [least_solved 1 Item Plan, usually_solved_at_most 2 Item Plan];
    19 "“1+N”产业助农增收" "1+N industry model" [48] NamedOnly;
    20 "“3+7”工作机制" "3+7 working mechanism" [106] NamedOnly;
    21 "五个一批" "five batches, a theme of publicity" [110] NamedOnly [batches 5 Item Plan];
    22 "四到县" "goals, tasks, funds and powers go to the county" [102] Plan [matters 4 Item Plan];
    23 "四好农村路" "rural roads well built, managed, kept and run" [71] National [qualities 4 Item Plan];
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_gives_its_numbers_by_name() {
        let road = crate::plan::rule(RuleId::of::<13>());
        assert_eq!(road.number("least_households"), Some(30));
        assert_eq!(road.number("least_incidence"), Some(3_500));
        assert_eq!(road.number("least_poor_share"), None);
    }

    #[test]
    fn no_target_is_computed_by_a_rule_that_the_plan_only_names() {
        for target in &crate::plan::TARGETS {
            let only_named = target
                .rules
                .iter()
                .find(|id| crate::plan::rule(**id).origin == RuleOrigin::NamedOnly);
            assert_eq!(only_named, None, "{}", target.id);
        }
    }
}
