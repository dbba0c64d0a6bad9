//! Random villages: few households with many gaps, deleted rows, dangling references and dates on the edges.

pub mod more;
mod people;
mod well_kept;
mod work;

use huhuqing::indicators::CountyFacts;
use huhuqing::model::*;
use more::{Dice, Extra, apply, of_level, overlay};
use people::*;
use proptest::prelude::*;
use proptest::sample::select;
use work::*;

/// The village that is scored.
pub const AREA: &str = "530427203200";

/// The records as they were generated, each with whether it is deleted.
#[derive(Clone, Debug, Default)]
pub struct Village {
    pub households: Vec<(Household, bool)>,
    pub persons: Vec<(Person, bool)>,
    pub memberships: Vec<(HouseholdMembership, bool)>,
    pub events: Vec<(HouseholdStatusEvent, bool)>,
    pub years: Vec<(HouseholdYear, bool)>,
    pub incomes: Vec<(HouseholdIncomeYear, bool)>,
    pub person_years: Vec<(PersonYear, bool)>,
    pub village_years: Vec<(VillageYear, bool)>,
    pub measures: Vec<(SupportMeasure, bool)>,
    pub helpers: Vec<(HelperAssignment, bool)>,
    pub units: Vec<(VillageHelpUnit, bool)>,
    pub visits: Vec<(Visit, bool)>,
    pub parameters: Vec<(PolicyParameter, bool)>,
    pub poor: Option<bool>,
    /// Records of every other kind, by the level of the office that keeps them.
    pub more: [Vec<Extra>; 3],
}

fn put<T: Stored>(table: &mut Table<T>, rows: &[(T, bool)]) {
    for (record, deleted) in rows {
        let row = table.row_mut(record.record_id());
        row.record = record.clone();
        row.deleted = *deleted;
    }
}

impl Village {
    pub fn records(&self) -> Records {
        let mut records = Records::default();
        put(&mut records.households, &self.households);
        put(&mut records.persons, &self.persons);
        put(&mut records.memberships, &self.memberships);
        put(&mut records.status_events, &self.events);
        put(&mut records.household_years, &self.years);
        put(&mut records.income_years, &self.incomes);
        put(&mut records.person_years, &self.person_years);
        put(&mut records.village_years, &self.village_years);
        put(&mut records.support_measures, &self.measures);
        put(&mut records.helper_assignments, &self.helpers);
        put(&mut records.village_help_units, &self.units);
        put(&mut records.visits, &self.visits);
        apply(&mut records, &self.more[2]);
        records
    }

    /// What the village's township keeps.
    pub fn township(&self) -> Records {
        let mut records = Records::default();
        apply(&mut records, &self.more[1]);
        records
    }

    pub fn county(&self) -> Records {
        let mut records = Records::default();
        apply(&mut records, &self.more[0]);
        put(&mut records.policy_parameters, &self.parameters);
        let division = records.divisions.row_mut(Id::new(AREA).unwrap());
        division.record.is_poverty_village = self.poor;
        records
    }

    pub fn facts(&self) -> CountyFacts {
        CountyFacts::of(&self.county())
    }
}

/// Days on which something changes sides, and ordinary ones.
const DAYS: [&str; 16] = [
    "2016-12-31",
    "2017-01-01",
    "2017-06-15",
    "2017-12-31",
    "2018-01-01",
    "2018-03-31",
    "2018-04-01",
    "2018-06-30",
    "2018-08-31",
    "2018-09-01",
    "2018-11-20",
    "2018-12-31",
    "2019-01-01",
    "2019-02-28",
    "2019-06-30",
    "2020-12-31",
];

pub fn days() -> impl Strategy<Value = Date> {
    select(DAYS.to_vec()).prop_map(|text| Date::parse(text).unwrap())
}

fn years() -> impl Strategy<Value = Year> {
    select(vec![2016, 2017, 2018, 2018, 2018, 2019]).prop_map(Year)
}

/// Mostly known.
fn mostly<T: std::fmt::Debug + Clone>(values: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.88, values)
}

/// Mostly unknown.
fn rarely<T: std::fmt::Debug + Clone>(values: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.15, values)
}

/// Mostly yes, so that rules of many parts hold now and then.
fn yes() -> impl Strategy<Value = Option<bool>> {
    proptest::option::weighted(0.93, proptest::bool::weighted(0.88))
}

fn household_id() -> impl Strategy<Value = HouseholdId> + Clone {
    (0..5_u8).prop_map(|n| HouseholdId::new(&format!("h{n}")).unwrap())
}

fn person_id() -> impl Strategy<Value = PersonId> + Clone {
    (0..9_u8).prop_map(|n| PersonId::new(&format!("p{n}")).unwrap())
}

fn deleted() -> impl Strategy<Value = bool> {
    proptest::bool::weighted(0.06)
}

/// Gives rows identifiers in another order than their own.
fn numbered<T>(rows: Vec<(T, bool)>, name: impl Fn(&mut T, Id)) -> Vec<(T, bool)> {
    let named = rows.into_iter().enumerate().map(|(n, (mut row, deleted))| {
        name(
            &mut row,
            Id::new(&format!("x{:03}", (n * 37 + 11) % 101)).unwrap(),
        );
        (row, deleted)
    });
    named.collect()
}

fn rows<T: std::fmt::Debug>(
    row: impl Strategy<Value = T>,
    most: usize,
    name: impl Fn(&mut T, Id) + 'static,
) -> impl Strategy<Value = Vec<(T, bool)>> {
    proptest::collection::vec((row, deleted()), 0..=most).prop_map(move |rows| numbered(rows, &name))
}

/// Names most year records after their subject and year, whatever their fields say, and others as another program would.
fn keyed<T, S: Copy + std::fmt::Debug>(
    row: impl Strategy<Value = T>,
    subject: impl Strategy<Value = S> + Clone,
    most: usize,
    id: impl Fn(S, Year) -> Id + 'static,
    set: impl Fn(&mut T, Id, Option<S>, Option<Year>) + 'static,
) -> impl Strategy<Value = Vec<(T, bool)>>
where
    T: std::fmt::Debug,
{
    let other = proptest::option::weighted(0.05, subject.clone());
    let foreign = proptest::bool::weighted(0.12);
    let row = (
        row,
        subject,
        years(),
        other,
        any::<[bool; 2]>(),
        deleted(),
        foreign,
    );
    proptest::collection::vec(row, 0..=most).prop_map(move |rows| {
        let mut taken = std::collections::BTreeSet::new();
        let mut kept = Vec::new();
        for (n, (mut row, subject, year, other, [with_subject, with_year], deleted, foreign)) in
            rows.into_iter().enumerate()
        {
            let key = if foreign {
                Id::new(&format!("y{n}")).unwrap()
            } else {
                id(subject, year)
            };
            let with_subject = with_subject || foreign && n % 5 > 0;
            let with_year = with_year || foreign && n % 7 > 0;
            if taken.insert(key) {
                let subject = other.or(with_subject.then_some(subject));
                set(&mut row, key, subject, with_year.then_some(year));
                kept.push((row, deleted));
            }
        }
        kept
    })
}

/// Any village; some of them well kept, so that rules of many parts hold now and then.
pub fn villages() -> impl Strategy<Value = Village> {
    (any_villages(), proptest::bool::weighted(0.3), any::<u64>()).prop_map(
        |(mut village, well_kept, seed)| {
            if well_kept {
                well_kept::fill_in(&mut village);
            }
            let mut dice = Dice(seed);
            let overlaid = overlay(&village.records(), &mut dice);
            village.more =
                [Level::County, Level::Township, Level::Village].map(|level| of_level(level, &mut dice));
            village.more[2].extend(overlaid);
            village
        },
    )
}

fn any_villages() -> impl Strategy<Value = Village> {
    let of_people = (households(), persons(), memberships(), events(), person_years());
    let of_years = (household_years(), incomes(), village_years());
    let of_work = (measures(), helpers(), units(), visits());
    (
        of_people,
        of_years,
        of_work,
        parameters(),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(
            |(
                people,
                (years, incomes, village_years),
                (measures, helpers, units, visits),
                parameters,
                poor,
            )| Village {
                households: people.0,
                persons: people.1,
                memberships: people.2,
                events: people.3,
                person_years: people.4,
                years,
                incomes,
                village_years,
                measures,
                helpers,
                units,
                visits,
                parameters,
                poor,
                more: Default::default(),
            },
        )
}
