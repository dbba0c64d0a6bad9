//! What the townships and the county keep themselves: areas, units, parameters, officials and their visits.

use super::book::{Book, Hand, Told};
use super::calendar::{day, instant, office_minute};
use super::census::VillageFigures;
use super::choice::{POVERTY_TOWNSHIPS, village_exit_year};
use super::dice::Dice;
use super::income::DEMO_POVERTY_LINES;
use super::team::{official, official_id, unit_id};
use super::{county_year, documents, issues, leaders, projects, sites, training};
use crate::journal::{DeviceId, Partition};
use crate::model::{
    Count, Date, Division, DivisionCode, DivisionId, Id, Level, Official, OrgUnit, ParameterUnit,
    PolicyParameter, PolicyParameterId, PostKind, Visit, VisitId, VisitPurpose, VisitTarget, Year,
};
use crate::plan::Body;
use crate::plan::divisions::{self, COUNTY, townships, villages};

/// What stands in every source of the demo, so that nobody takes its figures for real ones.
pub const INVENTED: &str = "演示数据，虚构";

/// An office at work: its book, its dice and its people.
pub(super) struct Office {
    pub area: DivisionCode,
    book: Book,
    pub dice: Dice,
    pub people: Vec<Official>,
    visits: usize,
}

/// The officials of an office in the order of their posts.
fn people(seed: u64, area: DivisionCode, posts: &[PostKind]) -> Vec<Official> {
    let mut dice = Dice::new(seed, area.as_str(), "people");
    let person = |(number, post): (usize, &PostKind)| official(&mut dice, area, number + 1, post.clone());
    posts.iter().enumerate().map(person).collect()
}

/// The officials of a township, the secretary and the mayor first.
pub(super) fn township_people(seed: u64, area: DivisionCode) -> Vec<Official> {
    use PostKind::{PovertyOfficial, TownshipDeputy, TownshipMayor, TownshipSecretary, TownshipStaff};
    let posts = [
        TownshipSecretary,
        TownshipMayor,
        TownshipDeputy,
        TownshipStaff,
        TownshipStaff,
        PovertyOfficial,
    ];
    people(seed, area, &posts)
}

impl Office {
    /// The office with its people, who were there before 2018.
    pub fn new(seed: u64, area: DivisionCode, people: Vec<Official>) -> Self {
        let mut dice = Dice::new(seed, area.as_str(), "office");
        let devices = (0..2).map(|_| DeviceId::from_chance(dice.bits())).collect();
        let mut office = Self {
            area,
            book: Book::new(area, devices),
            dice,
            people,
            visits: 0,
        };
        let start = office.hand(day(2018, 1, 8));
        for person in &office.people {
            office.book.add(start, person);
        }
        office
    }

    /// The office's clerk on a day.
    fn hand(&mut self, on: Date) -> Hand {
        let author = self
            .people
            .last()
            .map_or_else(Id::default, |person| person.id.into());
        Hand {
            at: instant(on, office_minute(&mut self.dice)),
            device: self.dice.below(2),
            author,
        }
    }

    /// The clerk enters a record on a day.
    pub fn tell(&mut self, on: Date, told: Told) {
        let hand = self.hand(on);
        self.book.tell(hand, told);
    }

    /// The area's changes and the state they fold to.
    pub fn close(self) -> Partition {
        self.book.close()
    }

    /// One of the office's people goes to an area.
    pub fn visit(&mut self, by: usize, date: Date, purpose: VisitPurpose, target: DivisionCode) {
        self.visits += 1;
        let person = &self.people[by];
        let local = self.area.as_str().get(6..).unwrap_or_default();
        let solved = match purpose {
            VisitPurpose::Research => self.dice.percent(94),
            VisitPurpose::Tour => self.dice.percent(30),
            _ => false,
        };
        let kind = match target.level() {
            Level::Village => VisitTarget::Village,
            _ => VisitTarget::Township,
        };
        let visit = Visit {
            id: VisitId(Id::joined(&[
                &format!("v{local}"),
                &format!("{:04}", self.visits),
            ])),
            target_kind: Some(kind),
            target_code: Some(target),
            date: Some(date),
            official_id: Some(person.id),
            official_name: person.name.clone(),
            post: person.posts.as_ref().and_then(|posts| posts.first().cloned()),
            purpose: Some(purpose),
            problems_solved: solved.then(|| Count(self.dice.between(1, 2))),
            ..Visit::default()
        };
        let hand = self.hand(date);
        self.book.add(hand, &visit);
    }
}

/// The county's own partition: areas, units, parameters, its lists, its leaders and their visits. `census` says what
/// falls to the villages of its sites.
pub(super) fn county(seed: u64, area: DivisionCode, census: &[VillageFigures]) -> Partition {
    use PostKind::{
        CountyDeputySecretary, CountyLinkedLeader, CountyMayor, CountySecretary, DeptHead, PovertyOfficial,
    };
    let mut posts = vec![CountySecretary, CountyMayor, CountyDeputySecretary];
    posts.extend(std::iter::repeat_n(CountyLinkedLeader, leaders::LINKED));
    posts.extend(std::iter::repeat_n(DeptHead, leaders::DEPARTMENTS));
    posts.push(PovertyOfficial);
    let mut office = Office::new(seed, area, people(seed, area, &posts));
    let hand = office.hand(day(2018, 1, 9));
    for record in divisions() {
        office.book.add(hand, &record);
    }
    for record in units() {
        office.book.add(hand, &record);
    }
    let verifier = office.people.len() - 1;
    for record in parameters(&office.people[verifier]) {
        office.book.add(hand, &record);
    }
    projects::enter(&mut office);
    sites::enter(&mut office, census);
    issues::enter(&mut office);
    county_year::enter(&mut office);
    documents::of_county(&mut office);
    training::enter(&mut office, &roster(area));
    leaders::tour(&mut office);
    office.close()
}

/// Everybody on the roster of yearly trainings (line 108): the first secretary and two members of every village's team, and
/// the poverty officials of the townships and of the county.
fn roster(county: DivisionCode) -> Vec<Id> {
    let code = |division: &divisions::Division| DivisionCode::new(division.code);
    let teams = villages().iter().filter_map(code);
    let teams = teams.flat_map(|village| (1..=3).map(move |number| official_id(village, number)));
    let poverty = townships()
        .iter()
        .filter_map(code)
        .map(|area| official_id(area, 6));
    let own = official_id(county, 3 + leaders::LINKED + leaders::DEPARTMENTS + 1);
    teams.chain(poverty).chain([own]).map(Id::from).collect()
}

/// The areas below the county with the demo's choice of poor ones, each chosen one marked as invented.
fn divisions() -> impl Iterator<Item = Division> {
    let marked = || Some(vec![INVENTED.to_owned()]);
    let of_township = move |entry: &divisions::Division| {
        let poor = POVERTY_TOWNSHIPS.contains(&entry.code);
        Some(Division {
            id: DivisionId::of(DivisionCode::new(entry.code)?),
            name: Some(entry.name.to_owned()),
            parent_code: DivisionCode::new(COUNTY),
            is_poverty_township: Some(poor),
            poverty_exit_year: poor.then_some(Year(2017)),
            aliases: poor.then(marked).flatten(),
            ..Division::default()
        })
    };
    let of_village = move |entry: &divisions::Division| {
        let exit_year = village_exit_year(entry.code);
        Some(Division {
            id: DivisionId::of(DivisionCode::new(entry.code)?),
            name: Some(entry.name.to_owned()),
            parent_code: entry.parent.and_then(DivisionCode::new),
            is_poverty_village: Some(exit_year.is_some()),
            poverty_exit_year: exit_year.map(Year),
            aliases: exit_year.and_then(|_| marked()),
            ..Division::default()
        })
    };
    townships()
        .iter()
        .filter_map(of_township)
        .chain(villages().iter().filter_map(of_village))
}

/// The bodies that the plan names.
fn units() -> impl Iterator<Item = OrgUnit> {
    Body::ALL.iter().map(|body| OrgUnit {
        id: unit_id(*body),
        name: Some(body.label().zh.to_owned()),
        aliases: (!body.aliases().is_empty())
            .then(|| body.aliases().iter().map(ToString::to_string).collect()),
        kind: Some(body.kind()),
        is_generic: body.is_group().then_some(true),
        division_code: DivisionCode::new(COUNTY),
        ..OrgUnit::default()
    })
}

/// Invented values of the figures that the plan leaves to the county, marked as such.
fn parameters(verified_by: &Official) -> Vec<PolicyParameter> {
    let parameter =
        |key: &str, year: Option<u16>, scope: &str, value: i64, unit: ParameterUnit| PolicyParameter {
            id: PolicyParameterId::of(key, year.map(Year), scope),
            key: Some(key.to_owned()),
            year: year.map(Year),
            scope_code: Some(scope.to_owned()),
            value: Some(Count(value)),
            unit: Some(unit),
            source_text: Some(INVENTED.to_owned()),
            verified: Some(true),
            verified_by: Some(verified_by.id),
            ..PolicyParameter::default()
        };
    let yuan_a_year = |key: &str, year: u16, scope: &str, yuan: i64| {
        parameter(
            key,
            Some(year),
            scope,
            yuan * 100,
            ParameterUnit::FenPerPersonYear,
        )
    };
    let lines = DEMO_POVERTY_LINES.map(|(year, yuan)| yuan_a_year("poverty_line", year, COUNTY, yuan));
    let mut list = Vec::from(lines);
    for (year, county, city) in [
        (2017, 10_000, 11_000),
        (2018, 10_950, 12_050),
        (2019, 12_000, 13_200),
        (2020, 13_050, 14_300),
    ] {
        list.push(yuan_a_year(
            "county_rural_disposable_income",
            year,
            COUNTY,
            county,
        ));
        list.push(yuan_a_year("yuxi_rural_disposable_income", year, "5304", city));
    }
    // Identity numbers may go into packages; ties to operators are counted for households with somebody to work.
    for flag in ["id_numbers_in_packages", "scope_requires_labour"] {
        list.push(parameter(flag, None, COUNTY, 1, ParameterUnit::Flag));
    }
    list
}
