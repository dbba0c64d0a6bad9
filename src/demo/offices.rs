//! What the townships and the county keep themselves: areas, units, parameters, officials and their visits.

use super::book::{Book, Hand};
use super::calendar::{day, in_month, instant, office_minute};
use super::choice::{POVERTY_TOWNSHIPS, village_exit_year};
use super::dice::Dice;
use super::income::DEMO_POVERTY_LINES;
use super::team::{official, unit_id};
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
struct Office {
    area: DivisionCode,
    book: Book,
    dice: Dice,
    people: Vec<Official>,
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
    fn new(seed: u64, area: DivisionCode, people: Vec<Official>) -> Self {
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

    fn visit(&mut self, by: usize, date: Date, purpose: VisitPurpose, target: DivisionCode) {
        self.visits += 1;
        let person = &self.people[by];
        let local = self.area.as_str().get(6..).unwrap_or_default();
        let solved = matches!(purpose, VisitPurpose::Research | VisitPurpose::Tour) && self.dice.percent(60);
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

/// A township's own partition: its officials and their monthly tours of the poor villages (O-06); the visits to
/// households lie with the villages.
pub(super) fn township(seed: u64, area: DivisionCode) -> Partition {
    let mut office = Office::new(seed, area, township_people(seed, area));
    for entry in divisions::children(area.as_str()) {
        let Some(village) = DivisionCode::new(entry.code) else {
            continue;
        };
        let poor = village_exit_year(entry.code).is_some();
        for month in (1..=12).filter(|month| poor || month % 3 == 2) {
            for leader in 0..3 {
                if office.dice.percent(90) {
                    let date = in_month(&mut office.dice, month);
                    office.visit(leader, date, VisitPurpose::Tour, village);
                }
            }
        }
    }
    office.book.close()
}

/// The county's own partition: areas, units, parameters, leaders and their visits.
pub(super) fn county(seed: u64, area: DivisionCode) -> Partition {
    use PostKind::{
        CountyDeputySecretary, CountyLinkedLeader, CountyMayor, CountySecretary, DeptHead, PovertyOfficial,
    };
    let mut posts = vec![CountySecretary, CountyMayor, CountyDeputySecretary];
    posts.extend(std::iter::repeat_n(CountyLinkedLeader, 12));
    posts.extend(std::iter::repeat_n(DeptHead, 32));
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
    county_visits(&mut office);
    office.book.close()
}

fn county_visits(office: &mut Office) {
    for month in 1..=12 {
        for leader in 0..3 {
            for township in POVERTY_TOWNSHIPS.into_iter().filter_map(DivisionCode::new) {
                if office.dice.percent(94) {
                    let date = in_month(&mut office.dice, month);
                    office.visit(leader, date, VisitPurpose::Tour, township);
                }
            }
        }
    }
    for quarter in 0..4_u32 {
        for person in 3..office.people.len() - 1 {
            let place = office.dice.below(villages().len());
            let (Some(village), true) = (DivisionCode::new(villages()[place].code), office.dice.percent(92))
            else {
                continue;
            };
            let month = quarter * 3 + office.dice.between(1, 3) as u32;
            let purpose = if person < 15 {
                VisitPurpose::Linked
            } else {
                VisitPurpose::Research
            };
            let date = in_month(&mut office.dice, month);
            office.visit(person, date, purpose, village);
        }
    }
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
    for (year, county, city) in [(2017, 10_000, 11_000), (2018, 11_000, 12_000)] {
        list.push(yuan_a_year(
            "county_rural_disposable_income",
            year,
            COUNTY,
            county,
        ));
        list.push(yuan_a_year("yuxi_rural_disposable_income", year, "5304", city));
    }
    list.push(parameter(
        "id_numbers_in_packages",
        None,
        COUNTY,
        1,
        ParameterUnit::Flag,
    ));
    list
}
