//! Poverty incidence: IND-POV-04 to 06 (plan lines 17, 26; notes ).

use crate::indicators::registry::{PERSONS, VILLAGES};
use crate::indicators::{
    Aggregation, Cause, Context, CountyFacts, Declaration, Figure, Finding, Goal, Judge, Judgement, Reason,
    Tally, Test, Weight,
};
use crate::model::{DivisionCode, Kind, Label, Level};
use crate::plan::Chapter;

pub(in crate::indicators) const INCIDENCE: Declaration = Declaration {
    id: "IND-POV-04",
    label: Label::new("贫困发生率", "Poverty incidence"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Village(incidence),
    figures: &[
        Figure::new(
            "IND-POV-04",
            Label::new(
                "未脱贫人口占农业户籍人口",
                "Persons not exited, of the rural registered population",
            ),
            PERSONS,
            None,
        )
        .weighing(Weight::Amounts),
        Figure::new(
            "IND-POV-04.county_limit",
            Label::new(
                "全县口径（主语可作两解）",
                "The county as a whole, the other reading of the limit",
            ),
            PERSONS,
            Some(Goal::of_target::<6>(Test::ShareWithin(0))),
        )
        .weighing(Weight::Amounts),
    ],
};

/// Members of households not exited over the rural registered population of the village.
fn incidence(context: &Context) -> Judgement {
    let poor = PoorPersons::count(context);
    let Some(population) = rural_population(context) else {
        return Judgement::Part {
            num: 0,
            den: 0,
            reason: NO_POPULATION,
        };
    };
    match poor.is_certain() {
        true => Judgement::Amount {
            num: poor.least,
            den: population,
        },
        false => Judgement::Part {
            num: poor.least,
            den: population,
            reason: Reason::of(Cause::SomeUnknown),
        },
    }
}

const NO_POPULATION: Reason = Reason::missing(Kind::VillageYear, "rural_registered_population");

fn rural_population(context: &Context) -> Option<i64> {
    context
        .village
        .year()?
        .rural_registered_population
        .map(|count| count.0)
}

/// The persons of households not exited: at least, and at most if the unknown ones are poor too.
struct PoorPersons {
    least: i64,
    most: Option<i64>,
}

impl PoorPersons {
    fn count(context: &Context) -> Self {
        let mut poor = Self {
            least: 0,
            most: Some(0),
        };
        for view in context.village.households() {
            let heads = view.heads();
            let (may_be, count) = match view.register.is_poor() {
                Some(false) => continue,
                Some(true) => (heads.uncertain, heads.count),
                None => (true, heads.count),
            };
            let certain = if may_be { 0 } else { count };
            poor.least += certain;
            poor.most = if count == 0 {
                None
            } else {
                poor.most.map(|most| most + count)
            };
        }
        poor
    }

    fn is_certain(&self) -> bool {
        self.most == Some(self.least)
    }

    /// Whether the incidence is within the limit, when the unknown can't change that.
    fn is_within(&self, population: i64, limit: i64) -> Option<bool> {
        let at_most = |num| {
            Tally {
                num,
                den: population,
                ..Tally::default()
            }
            .is_at_most(limit)
        };
        if !at_most(self.least) {
            return Some(false);
        }
        self.most.filter(|most| at_most(*most)).map(|_| true)
    }
}

const VILLAGE_LIMIT: Goal = Goal::of_target::<2>(Test::EveryUnitWithin);

pub(in crate::indicators) const VILLAGES_WITHIN: Declaration = Declaration {
    id: "IND-POV-05",
    label: Label::new(
        "行政村贫困发生率达标",
        "Villages within the limit of poverty incidence",
    ),
    chapter: Chapter::Overall,
    aggregation: Aggregation::AllUnitsPass,
    judge: Judge::Village(|context| within(context, &VILLAGE_LIMIT)),
    figures: &[Figure::new(
        "IND-POV-05",
        Label::new("达标村", "Villages within"),
        VILLAGES,
        Some(VILLAGE_LIMIT),
    )],
};

fn within(context: &Context, goal: &Goal) -> Judgement {
    let Some(population) = rural_population(context) else {
        return Judgement::Unknown(NO_POPULATION);
    };
    let poor = PoorPersons::count(context);
    if population <= 0 && poor.most == Some(0) {
        return Judgement::Excluded(Reason::new(
            Cause::NoRuralPopulation,
            Kind::VillageYear,
            "rural_registered_population",
        ));
    }
    let answer = goal.limit().and_then(|limit| poor.is_within(population, limit));
    Finding::of(
        answer,
        Reason::of(Cause::AboveLimit),
        Reason::of(Cause::SomeUnknown),
    )
    .into()
}

const POOR_UNIT_LIMIT: Goal = Goal::of_target::<6>(Test::EveryUnitWithin);

pub(in crate::indicators) const POOR_UNITS_WITHIN: Declaration = Declaration {
    id: "IND-POV-06",
    label: Label::new(
        "贫困乡、贫困村贫困发生率达标",
        "Poverty townships and villages within the limit",
    ),
    chapter: Chapter::Overall,
    aggregation: Aggregation::AllUnitsPass,
    judge: Judge::VillageAndTownship(
        |context| {
            of_poor_unit(context.village.area, context.facts, || {
                within(context, &POOR_UNIT_LIMIT)
            })
        },
        |code, incidence, facts| of_poor_unit(code, facts, || township_within(incidence)),
    ),
    figures: &[Figure::new(
        "IND-POV-06",
        Label::new("达标乡村", "Units within"),
        Label::new("个乡村", "units"),
        Some(POOR_UNIT_LIMIT),
    )],
};

/// What is said of a poverty village; other villages are left out.
pub(in crate::indicators) fn of_poverty_village(
    context: &Context,
    judge: impl Fn() -> Judgement,
) -> Judgement {
    of_poor_unit(context.village.area, context.facts, judge)
}

/// What is said of a poverty village or township; others are left out, and it is unknown which they are until the
/// county has said so.
pub(in crate::indicators) fn of_poor_unit(
    code: DivisionCode,
    facts: &CountyFacts,
    judge: impl Fn() -> Judgement,
) -> Judgement {
    let id = if code.level() == Level::Township {
        "is_poverty_township"
    } else {
        "is_poverty_village"
    };
    match facts.is_poor(code) {
        Some(true) => judge(),
        Some(false) => Judgement::Excluded(Reason::new(Cause::NotPovertyUnit, Kind::Division, id)),
        None => Judgement::Unknown(Reason::missing(Kind::Division, id)),
    }
}

fn township_within(incidence: Tally) -> Judgement {
    let limit = POOR_UNIT_LIMIT.limit().filter(|_| incidence.is_complete());
    let answer = limit.map(|limit| incidence.is_at_most(limit));
    Finding::of(
        answer,
        Reason::of(Cause::AboveLimit),
        Reason::of(Cause::NotReported),
    )
    .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::indicators::fixture::{COUNTY, Fixture, VILLAGE, day};
    use crate::indicators::{Cause, Scores, Status, Tally, explain_sum, figure};
    use crate::model::{DivisionCode, PovertyStatus};
    use crate::plan::divisions;
    use std::collections::BTreeMap;

    /// 2 poor persons of `population`.
    fn village(population: i64) -> Fixture {
        let mut f = Fixture::default();
        f.household("h1", 2);
        f.household("h2", 5).poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        f.population(2018, population);
        f
    }

    #[test]
    fn pov_04_is_poor_persons_over_rural_population() {
        assert_eq!(village(250).tally("IND-POV-04", "2018-12-31"), [2, 250, 1, 1]);
        assert_eq!(
            village(250).tally("IND-POV-04", "2019-01-01"),
            [0, 0, 0, 1],
            "no population for 2019"
        );
        let mut f = village(250);
        f.household("h3", 1).poverty_status = None;
        assert_eq!(f.tally("IND-POV-04", "2018-12-31"), [2, 250, 0, 1]);
    }

    #[test]
    fn pov_05_passes_a_village_with_at_most_2_percent() {
        assert_eq!(village(100).tally("IND-POV-05", "2018-12-31"), [1, 1, 1, 1]);
        assert_eq!(village(99).tally("IND-POV-05", "2018-12-31"), [0, 1, 1, 1]);
        assert_eq!(
            village(99).why("IND-POV-05", VILLAGE, "2018-12-31").1,
            Cause::AboveLimit
        );
        let unknown = village(100).why("IND-POV-05", VILLAGE, "2017-12-31");
        assert_eq!(
            unknown,
            (
                "unknown",
                Cause::NotFilledIn,
                "village_year.rural_registered_population".into()
            )
        );
        assert_eq!(Fixture::default().tally("IND-POV-05", "2018-12-31"), [0, 1, 0, 1]);
    }

    #[test]
    fn pov_05_is_decided_early_where_the_unknown_cannot_change_it() {
        let with_unknown = |population, members| {
            let mut f = village(population);
            f.household("h3", members).poverty_status = None;
            f.tally("IND-POV-05", "2018-12-31")
        };
        assert_eq!(
            with_unknown(150, 1),
            [1, 1, 1, 1],
            "3 of 150 would still be within"
        );
        assert_eq!(with_unknown(149, 1), [0, 1, 0, 1], "3 of 149 would not");
        assert_eq!(with_unknown(99, 1), [0, 1, 1, 1], "2 of 99 already is not");
        assert_eq!(
            with_unknown(1000, 0),
            [0, 1, 0, 1],
            "nobody knows how many members"
        );
    }

    #[test]
    fn pov_06_judges_poor_villages_and_townships_and_waits_for_the_flags() {
        let mut f = village(200);
        assert_eq!(f.tally("IND-POV-06", "2018-12-31"), [0, 1, 0, 1]);
        assert_eq!(
            f.why("IND-POV-06", VILLAGE, "2018-12-31").2,
            "division.is_poverty_village"
        );
        f.poor(VILLAGE, true);
        assert_eq!(f.tally("IND-POV-06", "2018-12-31"), [1, 1, 1, 1]);
        f.population(2018, 199);
        assert_eq!(f.tally("IND-POV-06", "2018-12-31"), [0, 1, 1, 1]);
        f.poor(VILLAGE, false);
        assert_eq!(f.tally("IND-POV-06", "2018-12-31"), [0, 0, 0, 0]);
    }

    fn code(text: &str) -> DivisionCode {
        DivisionCode::new(text).unwrap()
    }

    /// The county's scores when those villages have reported the same records.
    fn scores(f: &Fixture, villages: &[&str]) -> Scores {
        let mut areas = BTreeMap::from([(code(COUNTY), &f.county)]);
        areas.extend(villages.iter().map(|village| (code(village), &f.village)));
        Scores::of(&areas, day("2018-12-31"))
    }

    #[test]
    fn a_poor_township_is_judged_on_the_sum_of_its_villages_when_all_are_known() {
        let township = code(&VILLAGE[..9]);
        let villages: Vec<_> = divisions::children(township.as_str())
            .iter()
            .map(|row| row.code)
            .collect();
        let judge = |population, reported: &[&str]| {
            let mut f = village(population);
            for village in &villages {
                f.population_of(village, 2018, population);
                f.poor(village, false);
            }
            f.poor(township.as_str(), true);
            let scores = scores(&f, reported);
            let card = scores.card(township).unwrap();
            let unit = explain_sum(figure("IND-POV-06").unwrap(), township, &scores).remove(0);
            (unit.judgement.id(), card.tally(figure("IND-POV-06").unwrap()).num)
        };
        assert_eq!(judge(200, &villages), ("counts", 1));
        assert_eq!(judge(199, &villages), ("fails", 0));
        assert_eq!(
            judge(200, &villages[1..]),
            ("unknown", 0),
            "one village has not reported"
        );
    }

    #[test]
    fn a_village_that_has_not_reported_is_expected_and_unknown() {
        let scores = scores(&village(1000), &[VILLAGE]);
        let township = scores.card(code(&VILLAGE[..9])).unwrap();
        let villages = divisions::children(&VILLAGE[..9]).len() as i64;
        assert_eq!((township.reported, township.missing), (1, villages - 1));
        let at = figure("IND-POV-05").unwrap();
        let county = scores.card(code(COUNTY)).unwrap();
        assert_eq!(
            county.tally(at),
            Tally {
                num: 1,
                den: 124,
                known: 1,
                expected: 124
            }
        );
        assert_eq!(county.status(at, scores.as_of()), Status::Unknown);
        assert_eq!(
            scores.card(code(VILLAGE)).unwrap().status(at, scores.as_of()),
            Status::Met
        );
    }
}
