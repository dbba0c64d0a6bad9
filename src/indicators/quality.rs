//! Completeness of the records: IND-DQ-01 (plan line 96: data are compared, checked and corrected).

use super::{Aggregation, Context, Figure, HouseholdView, Indicator, Judge, Judgement, Weight};
use crate::model::{Label, Record};
use crate::plan::Chapter;

pub(super) static COMPLETENESS: Indicator = Indicator {
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

/// Filled and required fields.
struct Filled(i64, i64);

impl std::ops::Add for Filled {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }
}

fn filled<T: Record>(record: Option<&T>) -> Filled {
    let mut sum = Filled(0, 0);
    let required = T::DEF
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.required);
    for (place, _) in required {
        sum.1 += 1;
        sum.0 += i64::from(record.is_some_and(|record| record.is_known(place)));
    }
    sum
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
