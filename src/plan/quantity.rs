//! Whole-number quantities: every figure of the plan is an integer in the smallest unit it needs.

use std::fmt;

use crate::model::Label;

/// What one step of a stored figure is. Money, lengths, areas and shares are stored finer than they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 1/100 of a percent; 0.81 % is 81. Ratios "to one" too: 0.8 : 1 is 8000.
    BasisPoint,
    /// 1/100 yuan; shown as 万元.
    Fen,
    /// Metres; shown as 公里.
    Metre,
    /// 1/100 mu; shown as 亩.
    CentiMu,
    /// Households.
    Household,
    /// Persons.
    Person,
    /// Attendances: one person twice counts two.
    Attendance,
    /// Township-level divisions.
    Township,
    /// Administrative villages and communities.
    Village,
    /// Natural villages, below the administrative village.
    NaturalVillage,
    /// Villager groups.
    Group,
    /// Roads, clauses, measures: things Chinese counts in 条.
    Strip,
    /// Water works, counted in 件.
    Work,
    /// Anything else, counted in 个.
    Item,
    /// Categories, counted in 类.
    Category,
    /// Times something is done.
    Time,
    /// A day of any year as the number MMDD; 1 January is 101.
    CalendarDay,
    /// 1 = yes, 0 = no.
    Flag,
}

impl Unit {
    /// The unit people read, for example 万元 for an amount stored in fen.
    pub const fn label(self) -> Label {
        match self {
            Self::BasisPoint => Label::new("%", "%"),
            Self::Fen => Label::new("万元", "10,000 yuan"),
            Self::Metre => Label::new("公里", "km"),
            Self::CentiMu => Label::new("亩", "mu"),
            Self::Household => Label::new("户", "households"),
            Self::Person => Label::new("人", "persons"),
            Self::Attendance => Label::new("人次", "attendances"),
            Self::Township => Label::new("个乡镇", "townships"),
            Self::Village => Label::new("个村", "villages"),
            Self::NaturalVillage => Label::new("个自然村", "natural villages"),
            Self::Group => Label::new("个组", "groups"),
            Self::Strip => Label::new("条", "items"),
            Self::Work => Label::new("件", "works"),
            Self::Item => Label::new("个", "items"),
            Self::Category => Label::new("类", "categories"),
            Self::Time => Label::new("次", "times"),
            Self::CalendarDay => Label::new("月日", "month and day"),
            Self::Flag => Label::new("是/否", "yes/no"),
        }
    }

    /// How many stored steps make one shown unit, and how many decimals that leaves.
    pub const fn scale(self) -> (i64, usize) {
        match self {
            Self::BasisPoint | Self::CentiMu => (100, 2),
            Self::Fen => (1_000_000, 6),
            Self::Metre => (1_000, 3),
            _ => (1, 0),
        }
    }
}

/// A figure with its unit. `Display` writes the shown number without its unit, exactly and without trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The stored integer.
    pub value: i64,
    /// What one step of it is.
    pub unit: Unit,
}

impl Quantity {
    /// A figure in its stored unit.
    pub const fn new(value: i64, unit: Unit) -> Self {
        Self { value, unit }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steps, mut decimals) = self.unit.scale();
        let sign = if self.value < 0 { "-" } else { "" };
        let (whole, mut rest) = (
            self.value.unsigned_abs() / steps as u64,
            self.value.unsigned_abs() % steps as u64,
        );
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        while rest.is_multiple_of(10) {
            rest /= 10;
            decimals -= 1;
        }
        write!(f, "{sign}{whole}.{rest:0decimals$}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_shown_as_the_plan_prints_it() {
        let shown = [
            (81, Unit::BasisPoint, "0.81"),
            (640, Unit::BasisPoint, "6.4"),
            (73_263_240_000, Unit::Fen, "73263.24"),
            (326_200, Unit::Metre, "326.2"),
            (145_000, Unit::CentiMu, "1450"),
            (-5, Unit::BasisPoint, "-0.05"),
            (3183, Unit::Household, "3183"),
        ];
        for (value, unit, text) in shown {
            assert_eq!(Quantity::new(value, unit).to_string(), text);
        }
    }
}
