//! What the list knows of each household. Pure.

use crate::indicators::{
    Context, CountyFacts, HouseholdView, Judge, Judgement, Poverty, Register, VillageIndex, indicator,
};
use crate::model::{Date, DivisionCode, HouseholdId, PovertyCause, Records};
use crate::search::Entry;

/// One household of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The village whose record it is.
    pub area: DivisionCode,
    /// The household.
    pub id: HouseholdId,
    /// 户主姓名.
    pub name: String,
    /// 小组名称.
    pub group: Option<String>,
    /// Members on the day.
    pub members: i64,
    /// Where it stands in the register.
    pub standing: Standing,
    /// 主要致贫原因.
    pub cause: Option<PovertyCause>,
    /// Required fields that are empty; none is asked of a household that is not registered.
    pub missing: i64,
    /// Whether a helper visited in the quarter of the day.
    pub visited: bool,
    /// Other numbers that find it.
    pub numbers: Vec<String>,
}

/// Where a household stands in the register, in the order of the list's filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// 未脱贫.
    Poor,
    /// 返贫.
    Returned,
    /// 已脱贫.
    Exited,
    /// 非建档立卡, or no longer in the register.
    Outside,
    /// Not known.
    Unknown,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] = [
        Self::Poor,
        Self::Returned,
        Self::Exited,
        Self::Outside,
        Self::Unknown,
    ];

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Poor => "not_exited",
            Self::Returned => "returned",
            Self::Exited => "exited",
            Self::Outside => "outside",
            Self::Unknown => "unknown",
        }
    }

    /// The standing that the register's entry means.
    pub const fn of(register: Register) -> Self {
        match register {
            Register::In(Poverty::NotExited) => Self::Poor,
            Register::In(Poverty::Returned) => Self::Returned,
            Register::In(Poverty::Exited) => Self::Exited,
            Register::In(Poverty::Unknown(_)) | Register::Unknown(_) => Self::Unknown,
            Register::Out(_) => Self::Outside,
        }
    }

    /// Whether the household is registered.
    pub const fn is_registered(self) -> bool {
        matches!(self, Self::Poor | Self::Returned | Self::Exited)
    }
}

impl Line {
    /// What the search finds it by.
    pub fn entry(&self) -> Entry {
        let numbers = self.numbers.iter().map(String::as_str);
        Entry::new(&self.name, numbers.chain([self.id.as_str()]))
    }
}

/// The households of a village on a day, in identifier order.
pub fn lines(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Vec<Line> {
    let ties = records.ties_when_asked();
    let village = VillageIndex::new(area, records, &ties, as_of);
    let context = Context::new(&village, facts);
    village
        .households()
        .map(|view| line(area, &view, &context))
        .collect()
}

fn line(area: DivisionCode, view: &HouseholdView, context: &Context) -> Line {
    let household = view.household;
    let numbers = [&household.national_household_no, &household.phone];
    Line {
        area,
        id: household.id,
        name: household.head_name.clone().unwrap_or_default(),
        group: household.group_name.clone(),
        members: view.heads().count,
        standing: Standing::of(view.register),
        cause: household.main_cause.clone(),
        missing: missing(view, context),
        visited: view.help.includes(context.as_of.quarter(), context.as_of),
        numbers: numbers.into_iter().flatten().cloned().collect(),
    }
}

/// Required fields that are empty, as the completeness indicator counts them.
pub fn missing(view: &HouseholdView, context: &Context) -> i64 {
    let judge = indicator("IND-DQ-01").map(|indicator| indicator.judge());
    match judge {
        Some(Judge::Household(judge)) => match judge(view, context) {
            Judgement::Amount { num, den } => den - num,
            // Whether it is registered is itself the empty field.
            Judgement::Part { .. } | Judgement::Unknown(_) => 1,
            _ => 0,
        },
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Id, Visit, VisitPurpose};

    const VILLAGE: &str = "530427203200";

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn village() -> Records {
        let mut records = Records::default();
        let household = &mut records.households.row_mut(Id::new("h1").unwrap()).record;
        household.registered = Some(true);
        household.head_name = Some("普小明".into());
        household.poverty_status = Some(crate::model::PovertyStatus::NotExited);
        household.phone = Some("13800000017".into());
        records
    }

    fn first(records: &Records, date: &str) -> Line {
        let area = DivisionCode::new(VILLAGE).unwrap();
        lines(area, records, &CountyFacts::default(), day(date)).remove(0)
    }

    #[test]
    fn a_line_says_where_the_household_stands_and_what_is_missing() {
        let line = first(&village(), "2018-11-28");
        assert_eq!(line.standing, Standing::Poor);
        assert_eq!(line.name, "普小明");
        assert!(line.missing > 0);
        assert_eq!(line.numbers, ["13800000017"]);
    }

    #[test]
    fn a_visit_counts_in_its_own_quarter_only() {
        let mut records = village();
        let visit = &mut records.visits.row_mut(Id::new("v1").unwrap()).record;
        *visit = Visit {
            household_id: Some(HouseholdId::new("h1").unwrap()),
            date: Some(day("2018-10-01")),
            purpose: Some(VisitPurpose::HouseholdHelp),
            ..visit.clone()
        };
        assert!(first(&records, "2018-12-31").visited);
        assert!(!first(&records, "2018-09-30").visited);
    }

    #[test]
    fn a_household_of_which_nobody_knows_whether_it_is_registered_lacks_that() {
        let mut records = village();
        records
            .households
            .row_mut(Id::new("h1").unwrap())
            .record
            .registered = None;
        let line = first(&records, "2018-11-28");
        assert_eq!((line.standing, line.missing), (Standing::Unknown, 1));
    }

    #[test]
    fn a_household_outside_the_register_is_asked_for_nothing() {
        let mut records = village();
        records
            .households
            .row_mut(Id::new("h1").unwrap())
            .record
            .registered = Some(false);
        let line = first(&records, "2018-11-28");
        assert_eq!((line.standing, line.missing), (Standing::Outside, 0));
    }
}
