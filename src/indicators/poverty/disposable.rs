//! Disposable income of poverty townships and villages: IND-POV-10 and 11 (R-03, R-04; plan line 26).

use super::of_poor_unit;
use crate::indicators::answers::judged;
use crate::indicators::index::of_year;
use crate::indicators::{
    Aggregation, COHORT_DAY, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Reason, Subjects,
    Test,
};
use crate::model::{DivisionCode, Fen, Kind, Label, Level, TownshipYear, VillageYear, Year};
use crate::plan::{Chapter, ParameterKey};

const UNITS: Label = Label::new("个乡村", "units");
const GROWTH_GOAL: Goal = Goal::of_target::<4>(Test::EveryUnitWithin);
const RATIO_GOAL: Goal = Goal::of_target::<5>(Test::EveryUnitWithin);

pub(in crate::indicators) const GROWTH: Declaration = Declaration::new(
    "IND-POV-10",
    Label::new(
        "贫困乡、贫困村收入年均增幅达标",
        "Poverty townships and villages with enough growth",
    ),
    (Chapter::Overall, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::Village, Level::Township], |context, subjects| {
        each(context, subjects, growth)
    }),
    &[Figure::new(
        "IND-POV-10",
        Label::new("达标乡村", "Units that grow enough"),
        UNITS,
        Some(GROWTH_GOAL),
    )],
);

pub(in crate::indicators) const RATIO: Declaration = Declaration::new(
    "IND-POV-11",
    Label::new(
        "贫困乡、贫困村与全县收入之比达标",
        "Poverty townships and villages near the county's income",
    ),
    (Chapter::Overall, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::Village, Level::Township], |context, subjects| {
        each(context, subjects, ratio)
    }),
    &[Figure::new(
        "IND-POV-11",
        Label::new("达标乡村", "Units near enough"),
        UNITS,
        Some(RATIO_GOAL),
    )],
);

fn each(context: &Context, subjects: &mut Subjects, judge: fn(&Context) -> Judgement) {
    let unit = || context.if_reported(|| judge(context));
    subjects.area(&[(of_poor_unit(context.village.area, context.facts, unit), 1)]);
}

const FIELD: &str = "per_capita_disposable_income";

const fn kind(level: Level) -> Kind {
    match level {
        Level::Village => Kind::VillageYear,
        Level::Township | Level::County => Kind::TownshipYear,
    }
}

/// The official income of the area in a year.
fn income(context: &Context, year: Year) -> Option<Fen> {
    let (area, records) = (context.village.area, context.village.records);
    match area.level() {
        Level::Village => {
            let fields = |row: &VillageYear| (row.village_code.map(DivisionCode::id), row.year);
            let mut rows = of_year(&records.village_years, year, fields);
            rows.find(|(code, _)| *code == area.id())?
                .1
                .per_capita_disposable_income
        }
        Level::Township | Level::County => {
            let fields = |row: &TownshipYear| (row.township_code.map(DivisionCode::id), row.year);
            let mut rows = of_year(&records.township_years, year, fields);
            rows.find(|(code, _)| *code == area.id())?
                .1
                .per_capita_disposable_income
        }
    }
}

/// `(Y_n / Y_0)^(1/n)` is at least 1.14 over the base year 2017, compared in integers: `Y_n · 100^n ≥ Y_0 · 114^n`.
fn growth(context: &Context) -> Judgement {
    let kind = kind(context.village.area.level());
    let base = COHORT_DAY.year();
    let years = u32::from(context.year.0.saturating_sub(base.0));
    if years == 0 {
        return Judgement::Excluded(Reason::new(Cause::NotInYear, kind, FIELD));
    }
    let grown = || {
        let percent = 100 + i128::from(GROWTH_GOAL.limit()?) / 100;
        let now = i128::from(income(context, context.year)?.0);
        let then = i128::from(income(context, base)?.0);
        let wanted = then.checked_mul(percent.checked_pow(years)?)?;
        Some(now.checked_mul(100_i128.checked_pow(years)?)? >= wanted)
    };
    judged(grown(), Cause::BelowThreshold, kind, FIELD)
}

/// The unit's income over that of the county is at least 0.8.
fn ratio(context: &Context) -> Judgement {
    let kind = kind(context.village.area.level());
    let Some(county) = context
        .facts
        .parameter(ParameterKey::CountyRuralIncome, context.year)
    else {
        return Judgement::Unknown(Reason::new(
            Cause::ParameterNotVerified,
            Kind::PolicyParameter,
            "value",
        ));
    };
    let reached = || {
        let limit = i128::from(RATIO_GOAL.limit()?);
        Some(i128::from(income(context, context.year)?.0) * 10_000 >= limit * i128::from(county))
    };
    judged(reached(), Cause::BelowThreshold, kind, FIELD)
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, id};
    use crate::model::{Fen, TownshipYear};

    fn village() -> Fixture {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        f.village_year(2017).per_capita_disposable_income = Some(Fen(1_000_000));
        f.village_year(2020).per_capita_disposable_income = Some(Fen(1_481_544));
        f
    }

    #[test]
    fn pov_10_compares_the_growth_of_three_years_exactly() {
        let mut f = village();
        assert_eq!(f.tally("IND-POV-10", "2020-12-31"), [1, 1, 1, 1]);
        f.village_year(2020).per_capita_disposable_income = Some(Fen(1_481_543));
        assert_eq!(
            f.why("IND-POV-10", VILLAGE, "2020-12-31").1,
            Cause::BelowThreshold
        );
        assert_eq!(f.tally("IND-POV-10", "2019-12-31"), [0, 1, 0, 1]);
        assert_eq!(
            f.tally("IND-POV-10", "2017-12-31"),
            [0; 4],
            "the base year has no growth"
        );
        f.poor(VILLAGE, false);
        assert_eq!(f.tally("IND-POV-10", "2020-12-31"), [0; 4]);
    }

    #[test]
    fn pov_11_compares_with_the_verified_income_of_the_county() {
        let mut f = village();
        assert_eq!(
            f.why("IND-POV-11", VILLAGE, "2020-12-31").1,
            Cause::ParameterNotVerified
        );
        f.parameter("county_rural_disposable_income", Some(2020), 1_851_930);
        assert_eq!(f.tally("IND-POV-11", "2020-12-31"), [1, 1, 1, 1]);
        f.parameter("county_rural_disposable_income", Some(2020), 1_851_931);
        assert_eq!(f.tally("IND-POV-11", "2020-12-31"), [0, 1, 1, 1]);
    }

    #[test]
    fn a_poverty_township_enters_its_own_income() {
        let mut f = village();
        f.poor(&VILLAGE[..9], true);
        assert_eq!(
            f.office_tally("IND-POV-10", &VILLAGE[..9], "2020-12-31"),
            [0, 1, 0, 1]
        );
        for (year, fen) in [(2017, 100), (2020, 149)] {
            let key = format!("{}-{year}", &VILLAGE[..9]);
            let row: &mut TownshipYear = &mut f.township.township_years.row_mut(id(&key)).record;
            row.per_capita_disposable_income = Some(Fen(fen));
        }
        assert_eq!(
            f.office_tally("IND-POV-10", &VILLAGE[..9], "2020-12-31"),
            [1, 1, 1, 1]
        );
    }
}
