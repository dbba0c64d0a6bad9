//! Funds of the county: IND-FIN-01 and 02 (R-08; plan line 104).

use super::answers::judged;
use super::index::of_year;
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Reason, Subjects, Test,
};
use crate::model::{CountyYear, DivisionCode, Fen, Kind, Label, Level, Year};
use crate::plan::{self, Chapter, PERIOD_START, TargetId, Unit};

const YEARS: Label = Label::new("年", "years");

pub(super) const INTEGRATED: Declaration = Declaration::new(
    "IND-FIN-01",
    Label::new("县财政整合资金", "Integrated funds of the county"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], integrated),
    &[
        Figure::new(
            "IND-FIN-01",
            Label::new("不低于下限并逐年增加", "At the floor and growing"),
            YEARS,
            Some(Goal::of_target::<78>(Test::Everybody)),
        ),
        Figure::amount(
            "IND-FIN-01.funds",
            Label::new("年度资金", "Funds of the year"),
            Unit::Fen,
            None,
        ),
    ],
);

pub(super) const SPECIAL: Declaration = Declaration::new(
    "IND-FIN-02",
    Label::new("专项扶贫资金投入不减", "Special funds not reduced"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], special),
    &[
        Figure::new(
            "IND-FIN-02",
            Label::new("不低于上年", "Not below the year before"),
            YEARS,
            Some(Goal::of_target::<79>(Test::Everybody)),
        ),
        Figure::amount(
            "IND-FIN-02.funds",
            Label::new("年度资金", "Funds of the year"),
            Unit::Fen,
            None,
        ),
    ],
);

const YEAR: Kind = Kind::CountyYear;

/// What the county entered for a year.
fn funds(context: &Context, year: Year, of: fn(&CountyYear) -> Option<Fen>) -> Option<i64> {
    let fields = |row: &CountyYear| (row.county_code.map(DivisionCode::id), row.year);
    let mut rows = of_year(&context.village.records.county_years, year, fields);
    let row = rows.find(|(code, _)| *code == context.village.area.id())?.1;
    of(row).map(|fen| fen.0)
}

/// Whether the funds are at least that share of the year before.
fn at_least_of(now: Option<i64>, before: Option<i64>, target: TargetId) -> Option<bool> {
    let shares = plan::target(target).figures.iter();
    let mut shares = shares.filter_map(|figure| match figure.goal {
        plan::Goal::AtLeastOfYearBefore(share) => Some(i128::from(share)),
        _ => None,
    });
    Some(i128::from(now?) * 10_000 >= i128::from(before?) * shares.next()?)
}

/// The floor of every year, and growth over the year before. Of 2018 the plan asks for growth only where the funds of
/// 2017 are known.
fn integrated(context: &Context, subjects: &mut Subjects) {
    let of = |year| funds(context, year, |row| row.integrated_fund);
    let (now, before) = (of(context.year), of(Year(context.year.0 - 1)));
    let target = plan::target(TargetId::of::<78>());
    let floor = target.figures.first().and_then(|figure| figure.goal.threshold());
    let at = |cause| Reason::new(cause, YEAR, "integrated_fund");
    let enough = now.and_then(|now| Some(now >= floor?));
    let enough = Finding::of(enough, at(Cause::BelowThreshold), at(Cause::NotFilledIn));
    let grown = match (context.year == PERIOD_START.year(), before) {
        (true, None) => Finding::Yes,
        _ => Finding::of(
            at_least_of(now, before, target.id),
            at(Cause::NotGrown),
            at(Cause::NotFilledIn),
        ),
    };
    say(
        context,
        subjects,
        enough.and(grown).into(),
        now,
        "integrated_fund",
    );
}

fn special(context: &Context, subjects: &mut Subjects) {
    let of = |year| funds(context, year, |row| row.special_fund);
    let (now, before) = (of(context.year), of(Year(context.year.0 - 1)));
    let kept = at_least_of(now, before, TargetId::of::<79>());
    let judgement = judged(kept, Cause::NotGrown, YEAR, "special_fund");
    say(context, subjects, judgement, now, "special_fund");
}

fn say(
    context: &Context,
    subjects: &mut Subjects,
    judgement: Judgement,
    now: Option<i64>,
    field: &'static str,
) {
    if context.year < PERIOD_START.year() {
        let before = Judgement::Excluded(Reason::new(Cause::NotInYear, YEAR, field));
        return subjects.area(&[(before, 0)]);
    }
    let counted = context.if_reported(|| Judgement::Counts);
    let amount = amount(counted, now, Reason::missing(YEAR, field));
    subjects.area(&[(context.if_reported(|| judgement), 1), amount]);
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, id};
    use crate::model::Fen;

    const COUNTY: &str = "530427";

    fn funds(f: &mut Fixture, year: u16, fen: i64) {
        let row = &mut f
            .county
            .county_years
            .row_mut(id(&format!("530427-{year}")))
            .record;
        (row.integrated_fund, row.special_fund) = (Some(Fen(fen)), Some(Fen(fen)));
    }

    #[test]
    fn fin_01_wants_the_floor_and_a_tenth_more_every_year() {
        let mut f = Fixture::default();
        let on = |f: &Fixture, day: &str| f.office_tally("IND-FIN-01", COUNTY, day);
        assert_eq!(on(&f, "2018-12-31"), [0, 1, 0, 1]);
        funds(&mut f, 2018, 500_000_000);
        assert_eq!(
            on(&f, "2018-12-31"),
            [1; 4],
            "nobody knows what there was in 2017"
        );
        funds(&mut f, 2019, 549_999_999);
        assert_eq!(
            f.office_why("IND-FIN-01", COUNTY, COUNTY, "2019-12-31").1,
            Cause::NotGrown
        );
        funds(&mut f, 2019, 550_000_000);
        assert_eq!(on(&f, "2019-12-31"), [1; 4]);
        assert_eq!(on(&f, "2017-12-31"), [0; 4]);
        assert_eq!(
            f.office_tally("IND-FIN-01.funds", COUNTY, "2019-12-31"),
            [550_000_000; 4]
        );
        funds(&mut f, 2018, 499_999_999);
        assert_eq!(
            f.office_why("IND-FIN-01", COUNTY, COUNTY, "2018-12-31").1,
            Cause::BelowThreshold
        );
        assert_eq!(f.county_tally("IND-FIN-01", "2019-12-31"), [1; 4]);
    }

    #[test]
    fn fin_02_compares_with_the_year_before() {
        let mut f = Fixture::default();
        funds(&mut f, 2018, 100);
        assert_eq!(f.office_tally("IND-FIN-02", COUNTY, "2018-12-31"), [0, 1, 0, 1]);
        funds(&mut f, 2017, 100);
        assert_eq!(f.office_tally("IND-FIN-02", COUNTY, "2018-12-31"), [1; 4]);
        funds(&mut f, 2017, 101);
        assert_eq!(f.office_tally("IND-FIN-02", COUNTY, "2018-12-31"), [0, 1, 1, 1]);
    }
}
