//! Poverty and income: IND-POV-01 to 09, 12 and 14 (plan lines 17, 26, 42, 63, 104).

use super::assurance::{five_assurances, income, net_income};
use super::register::{Poverty, Register, register_on};
use super::registry::{HOUSEHOLDS, PERSONS, VILLAGES};
use super::{
    Aggregation, COHORT_DAY, Cause, Context, CountyFacts, Figure, Finding, Goal, HouseholdView, Indicator,
    Judge, Judgement, Reason, Tally, Test, Weight,
};
use crate::model::{Date, DivisionCode, Kind, Label, RecordState, StatusEventKind, SupportMeasure, Year};
use crate::plan::Chapter;

const REGISTERED_HOUSEHOLDS: Label = Label::new("户数", "Households");
const REGISTERED_PERSONS: Label = Label::new("人数", "Persons");
/// The deadline of T-01; what happens later came too late for it.
const EXIT_DEADLINE: Date = Date::of::<2018, 12, 31>();

pub(super) static REGISTERED: Indicator = Indicator {
    id: "IND-POV-01",
    label: Label::new("建档立卡户数、人数", "Registered households and persons"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(|view, _| registered(view).map_or_else(|other| other, |_| Judgement::Counts)),
    figures: &[
        Figure::new("IND-POV-01", REGISTERED_HOUSEHOLDS, HOUSEHOLDS, None),
        Figure::of_members("IND-POV-01.persons", REGISTERED_PERSONS, None),
    ],
};

const NOBODY_LEFT: Option<Goal> = Some(Goal::of_target::<1>(Test::Nobody));

pub(super) static NOT_EXITED: Indicator = Indicator {
    id: "IND-POV-02",
    label: Label::new("未脱贫户数、人数", "Households and persons not exited"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(not_exited),
    figures: &[
        Figure::new("IND-POV-02", REGISTERED_HOUSEHOLDS, HOUSEHOLDS, NOBODY_LEFT),
        Figure::of_members("IND-POV-02.persons", REGISTERED_PERSONS, NOBODY_LEFT),
    ],
};

/// 未脱贫 or 返贫.
fn not_exited(view: &HouseholdView, _: &Context) -> Judgement {
    match registered(view) {
        Ok(Poverty::NotExited | Poverty::Returned) => Judgement::Counts,
        Ok(Poverty::Exited) => {
            Judgement::Fails(Reason::new(Cause::NotPoor, Kind::Household, "poverty_status"))
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

const WHOLE_COHORT: Option<Goal> = Some(Goal::of_target::<1>(Test::Everybody));

pub(super) static COHORT: Indicator = Indicator {
    id: "IND-POV-03",
    label: Label::new(
        "2017年底未脱贫户脱贫进度",
        "Exit of the households left at the end of 2017",
    ),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Household(cohort),
    figures: &[
        Figure::new("IND-POV-03", REGISTERED_HOUSEHOLDS, HOUSEHOLDS, WHOLE_COHORT),
        Figure::of_members(
            "IND-POV-03.persons",
            Label::new("人数（2017年底人口）", "Persons, as of the end of 2017"),
            WHOLE_COHORT,
        )
        .weighing(Weight::FrozenMembers),
        Figure::of_members(
            "IND-POV-03.persons_now",
            Label::new("人数（当日人口）", "Persons, as of the day"),
            None,
        ),
    ],
};

/// Of the households not exited at the end of 2017, those exited by the deadline. A household that left the register
/// stays in the frozen cohort.
fn cohort(view: &HouseholdView, context: &Context) -> Judgement {
    let at = |cause| Reason::new(cause, Kind::Household, "cohort_not_exited_2017");
    let entry = |day| register_on(view.household, view.events, day);
    let in_cohort = match view.household.cohort_not_exited_2017 {
        Some(flag) => Some(flag),
        None => entry(COHORT_DAY).is_poor(),
    };
    match in_cohort {
        Some(true) => {}
        Some(false) => return Judgement::Excluded(at(Cause::NotInCohort)),
        None => return Judgement::Unknown(at(Cause::NotFilledIn)),
    }
    let entry = if context.as_of > EXIT_DEADLINE {
        entry(EXIT_DEADLINE)
    } else {
        view.register
    };
    let fails = |cause| Judgement::Fails(Reason::new(cause, Kind::HouseholdStatusEvent, "kind"));
    match entry {
        Register::In(Poverty::Exited) => Judgement::Counts,
        Register::In(Poverty::NotExited) => fails(Cause::StillPoor),
        Register::In(Poverty::Returned) => fails(Cause::FellBack),
        Register::Out(_) => fails(Cause::LeftRegister),
        Register::In(Poverty::Unknown(reason)) | Register::Unknown(reason) => Judgement::Unknown(reason),
    }
}

pub(super) static INCIDENCE: Indicator = Indicator {
    id: "IND-POV-04",
    label: Label::new("贫困发生率", "Poverty incidence"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Village(incidence),
    figures: &[Figure::new(
        "IND-POV-04",
        Label::new(
            "未脱贫人口占农业户籍人口",
            "Persons not exited, of the rural registered population",
        ),
        PERSONS,
        None,
    )],
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
        .year?
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

pub(super) static VILLAGES_WITHIN: Indicator = Indicator {
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

pub(super) static POOR_UNITS_WITHIN: Indicator = Indicator {
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

fn of_poor_unit(code: DivisionCode, facts: &CountyFacts, judge: impl Fn() -> Judgement) -> Judgement {
    let id = if code.level() == crate::model::Level::Township {
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

pub(super) static FELL_BACK: Indicator = Indicator {
    id: "IND-POV-07",
    label: Label::new("返贫户数、人数", "Households and persons that fell back"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(fell_back),
    figures: &[
        Figure::new("IND-POV-07", REGISTERED_HOUSEHOLDS, HOUSEHOLDS, None),
        Figure::of_members("IND-POV-07.persons", REGISTERED_PERSONS, None),
    ],
};

/// 返贫 in the year up to the day.
fn fell_back(view: &HouseholdView, context: &Context) -> Judgement {
    if let Err(Judgement::Unknown(reason)) = registered(view) {
        return Judgement::Unknown(reason);
    }
    let in_year = |date: Date| date.year() == context.year && date <= context.as_of;
    let returned = |kind: &Option<StatusEventKind>| *kind == Some(StatusEventKind::Returned);
    let dated = |(_, event): &(u32, &crate::model::HouseholdStatusEvent)| {
        returned(&event.kind) && event.date.is_some_and(in_year)
    };
    let by_field = view.events.is_empty() && view.household.returned_year == Some(context.year);
    match registered(view) {
        _ if view.household.registered == Some(true) && (view.events.iter().any(dated) || by_field) => {
            Judgement::Counts
        }
        Ok(Poverty::Unknown(reason)) => Judgement::Unknown(reason),
        Ok(_) => Judgement::Fails(Reason::new(
            Cause::DidNotFallBack,
            Kind::HouseholdStatusEvent,
            "kind",
        )),
        Err(other) => other,
    }
}

pub(super) static NET_INCOME: Indicator = Indicator {
    id: "IND-POV-08",
    label: Label::new("建档立卡户人均纯收入", "Net income per registered person"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::MeanFen,
    judge: Judge::Household(mean_income),
    figures: &[Figure::new(
        "IND-POV-08",
        Label::new("人均纯收入", "Net income per person"),
        Label::new("元/人", "yuan per person"),
        None,
    )],
};

/// The household's net income and the members it is counted for.
fn mean_income(view: &HouseholdView, _: &Context) -> Judgement {
    match registered(view).map(|_| net_income(view)) {
        Ok(Ok((num, den))) => Judgement::Amount { num, den },
        Ok(Err(reason)) => Judgement::Part {
            num: 0,
            den: 0,
            reason,
        },
        Err(Judgement::Unknown(reason)) => Judgement::Part {
            num: 0,
            den: 0,
            reason,
        },
        Err(other) => other,
    }
}

const NOBODY_BELOW: Option<Goal> = Some(Goal::of_target::<9>(Test::Nobody));

pub(super) static BELOW_LINE: Indicator = Indicator {
    id: "IND-POV-09",
    label: Label::new("收入低于现行标准", "Below the poverty line"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Sum,
    judge: Judge::Household(below_line),
    figures: &[
        Figure::of_members("IND-POV-09", REGISTERED_PERSONS, NOBODY_BELOW),
        Figure::new(
            "IND-POV-09.households",
            REGISTERED_HOUSEHOLDS,
            HOUSEHOLDS,
            NOBODY_BELOW,
        ),
    ],
};

fn below_line(view: &HouseholdView, context: &Context) -> Judgement {
    match registered(view).map(|_| income(view, context)) {
        Ok(Finding::No(_)) => Judgement::Counts,
        Ok(Finding::Yes) => Judgement::Fails(Reason::of(Cause::NotBelowLine)),
        Ok(Finding::Unknown(reason)) => Judgement::Unknown(reason),
        Err(other) => other,
    }
}

pub(super) static ASSURED: Indicator = Indicator {
    id: "IND-POV-12",
    label: Label::new("两不愁三保障达标率", "Two assurances, three guarantees"),
    chapter: Chapter::Overall,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| of_registered(view, || five_assurances(view, context))),
    figures: &[Figure::new(
        "IND-POV-12",
        Label::new("达标户", "Households that have all five"),
        HOUSEHOLDS,
        Some(Goal::of_target::<3>(Test::Everybody)),
    )],
};

pub(super) static SUPPORTED: Indicator = Indicator {
    id: "IND-POV-14",
    label: Label::new("应扶尽扶", "Every registered household has a measure"),
    chapter: Chapter::Safeguards,
    aggregation: Aggregation::Share,
    judge: Judge::Household(|view, context| of_registered(view, || has_measure(view, context.year))),
    figures: &[Figure::new(
        "IND-POV-14",
        Label::new("有帮扶措施的户", "Households with a measure"),
        HOUSEHOLDS,
        Some(Goal::of_target::<85>(Test::Everybody)),
    )],
};

/// Whether the household has a measure of that year which is not cancelled.
pub(super) fn has_measure(view: &HouseholdView, year: Year) -> Finding {
    let mut answer = Finding::No(Reason::new(Cause::NoMeasure, Kind::SupportMeasure, "year"));
    for (_, measure) in view.measures {
        match (measure.year, &measure.state) {
            (Some(at), _) if at != year => {}
            (_, Some(RecordState::Cancelled)) => {}
            (None, _) => answer = Finding::Unknown(Reason::missing(Kind::SupportMeasure, "year")),
            (_, None | Some(RecordState::Unrecognised(_))) => {
                answer = Finding::Unknown(Reason::missing(Kind::SupportMeasure, "state"));
            }
            _ => return Finding::Yes,
        }
    }
    answer
}

/// The measures of that year that are not cancelled.
pub(super) fn measures_of_year<'a>(
    view: &'a HouseholdView,
    year: Year,
) -> impl Iterator<Item = &'a SupportMeasure> {
    let of_year =
        move |row: &&SupportMeasure| row.year == Some(year) && row.state != Some(RecordState::Cancelled);
    view.measures.iter().map(|(_, row)| *row).filter(of_year)
}

/// The status of a registered household; what is said about any other.
pub(super) fn registered(view: &HouseholdView) -> Result<Poverty, Judgement> {
    match view.register {
        Register::In(poverty) => Ok(poverty),
        Register::Out(reason) => Err(Judgement::Excluded(reason)),
        Register::Unknown(reason) => Err(Judgement::Unknown(reason)),
    }
}

/// A rule for registered households.
pub(super) fn of_registered(view: &HouseholdView, rule: impl Fn() -> Finding) -> Judgement {
    registered(view).map_or_else(|other| other, |_| rule().into())
}
