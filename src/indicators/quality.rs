//! Completeness of the records, IND-DQ-01, and findings nobody has dealt with, IND-DQ-02 (plan line 96: data are compared,
//! checked and corrected).

use super::{
    Aggregation, Context, CountyFacts, Declaration, Figure, HouseholdView, Judge, Judgement, Subject, Weight,
};
use crate::model::consistency::{Breach, Terms, broken_facts, open_facts};
use crate::model::{Date, DivisionCode, Fen, Label, Level, Record, Records};
use crate::plan::Chapter;

pub(super) const COMPLETENESS: Declaration = Declaration {
    id: "IND-DQ-01",
    label: Label::new("数据完整率", "Completeness"),
    chapter: Chapter::Party,
    aggregation: Aggregation::Share,
    judge: Judge::Household(completeness),
    figures: &[Figure::new(
        "IND-DQ-01",
        Label::new("已填必填项", "Required fields filled in"),
        Label::new("项", "fields"),
        None,
    )
    .weighing(Weight::Amounts)],
};

/// Required fields that are filled in, of the required fields of the household, its year, its income of the year, and
/// its members and their year. A record that is not there has none of its fields.
fn completeness(view: &HouseholdView, _: &Context) -> Judgement {
    match view.registered() {
        Ok(_) => {}
        Err(Judgement::Unknown(reason)) => {
            return Judgement::Part {
                num: 0,
                den: 0,
                reason,
            };
        }
        Err(other) => return other,
    }
    let mut sum = filled(Some(view.household)) + filled(view.year) + filled(view.income);
    for (_, member) in view.members {
        sum = sum + filled(member.person) + filled(member.year);
    }
    Judgement::Amount {
        num: sum.0,
        den: sum.1,
    }
}

pub(super) const OPEN_FINDINGS: Declaration = Declaration::new(
    "IND-DQ-02",
    Label::new("未处理数据疑点", "Open data findings"),
    (Chapter::Party, Aggregation::Sum),
    Judge::Each(&[Level::Village], |context, subjects| {
        let village = context.village;
        let nothing_decided = village.records.data_issues.is_empty();
        let look = if nothing_decided { broken_facts } else { open_facts };
        let terms = by_facts(context.facts, Terms::of(context.as_of)).known_until(ALWAYS);
        let (found, span) = look(village.area, village.records, &terms);
        context.as_of.hold(span);
        for breach in found {
            subjects.say(Subject::Record(breach.kind), breach.id, &[(Judgement::Counts, 1)]);
        }
    }),
    &[Figure::new(
        "IND-DQ-02",
        Label::new("未处理疑点", "Open findings"),
        Label::new("处", "findings"),
        None,
    )],
);

/// The terms of checking an area for a day with what the county has entered: the verified poverty lines, and the ages of
/// compulsory education.
pub fn terms_of(facts: &CountyFacts, day: Date) -> Terms {
    by_facts(facts, Terms::on(day))
}

fn by_facts(facts: &CountyFacts, terms: Terms) -> Terms {
    let year = terms.year();
    let (from, below) = facts.compulsory_ages(year);
    let line = facts.poverty_line(year).map(|fen| (year, Fen(fen)));
    Terms {
        poverty_lines: line.into_iter().collect(),
        compulsory_ages: (from as i32, below as i32),
        ..terms
    }
}

/// A day after everything that happened.
const ALWAYS: Date = Date::of::<9999, 12, 31>();

/// 未处理数据疑点 (IND-DQ-02): the findings about a village's records that nobody has dealt with, in the order of records. What
/// rests on identity numbers is left out, because they may stay on the device and village and office would count
/// differently; decisions are those kept in the village, for the same reason. What happened after the day is no finding of
/// the day: nothing here says what was known by then.
pub fn open_findings(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Vec<Breach> {
    open_facts(area, records, &terms_of(facts, as_of).known_until(ALWAYS)).0
}

/// Filled and required fields.
struct Filled(i64, i64);

impl std::ops::Add for Filled {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }
}

fn filled<T: Record>(record: Option<&T>) -> Filled {
    let mut required = Required::<T>::PLACES;
    let mut sum = Filled(0, i64::from(required.count_ones()));
    while let Some(record) = record.filter(|_| required != 0) {
        sum.0 += i64::from(record.is_known(required.trailing_zeros() as usize));
        required &= required - 1;
    }
    sum
}

/// The required fields of a kind, a bit each.
struct Required<T>(std::marker::PhantomData<T>);

impl<T: Record> Required<T> {
    const PLACES: u128 = {
        let fields = T::DEF.fields;
        assert!(fields.len() <= 128, "a bit for each field");
        let (mut places, mut place) = (0, 0);
        while place < fields.len() {
            places |= (fields[place].required as u128) << place;
            place += 1;
        }
        places
    };
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::Fixture;
    use crate::model::{
        BasicInsurance, Household, HouseholdIncomeYear, HouseholdYear, Person, PersonYear, Record,
    };

    fn required<T: Record>() -> i64 {
        T::DEF.fields.iter().filter(|field| field.required).count() as i64
    }

    #[test]
    fn dq_01_is_required_fields_filled_in_of_all_that_should_be() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        let of_household =
            required::<Household>() + required::<HouseholdYear>() + required::<HouseholdIncomeYear>();
        let of_person = required::<Person>() + required::<PersonYear>();
        let den = of_household + of_person;
        assert_eq!(
            f.tally("IND-DQ-01", "2018-12-31"),
            [2, den, 1, 1],
            "registered, and the status"
        );
        f.year("h1", 2018).food_assured = Some(false);
        f.year("h1", 2018).fuel = Some(crate::model::FuelKind::Clean);
        f.person_year("h1p1", 2018).basic_insurance = Some(BasicInsurance::None);
        assert_eq!(
            f.tally("IND-DQ-01", "2018-12-31"),
            [4, den, 1, 1],
            "fuel is not required"
        );
        f.person("h1", "h1p2");
        assert_eq!(f.tally("IND-DQ-01", "2018-12-31"), [4, den + of_person, 1, 1]);
    }
}
