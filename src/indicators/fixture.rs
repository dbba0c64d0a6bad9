//! A small village for golden cases: every record is a typed struct that a test changes in place.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::model::*;

pub(super) const VILLAGE: &str = "530427203200";
pub(super) const COUNTY: &str = "530427";

/// A village, its township and its county.
#[derive(Default)]
pub(super) struct Fixture {
    pub village: Records,
    pub township: Records,
    pub county: Records,
    rows: u32,
}

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

impl Fixture {
    /// A registered household, not exited, with that many persons `h1p1`, `h1p2` … since 2014.
    pub fn household(&mut self, household: &str, persons: u32) -> &mut Household {
        for number in 1..=persons {
            self.person(household, &format!("{household}p{number}"));
        }
        let row = &mut self.village.households.row_mut(id(household)).record;
        row.registered = Some(true);
        row.poverty_status = Some(PovertyStatus::NotExited);
        row
    }

    /// A person, a member since 2014.
    pub fn person(&mut self, household: &str, person: &str) -> &mut Person {
        let membership = self.membership(household, person);
        membership.start = Some(day("2014-01-01"));
        membership.relation = Some(RelationToHead::Other);
        &mut self.village.persons.row_mut(id(person)).record
    }

    pub fn membership(&mut self, household: &str, person: &str) -> &mut HouseholdMembership {
        let row = self.village.memberships.row_mut(Id::joined(&[household, person]));
        row.record.household_id = Some(HouseholdId(id(household)));
        row.record.person_id = Some(PersonId(id(person)));
        &mut row.record
    }

    pub fn event(&mut self, household: &str, kind: StatusEventKind, date: &str) {
        let row = &mut self
            .village
            .status_events
            .row_mut(Id::joined(&[household, date]))
            .record;
        row.household_id = Some(HouseholdId(id(household)));
        (row.kind, row.date) = (Some(kind), Some(day(date)));
    }

    pub fn year(&mut self, household: &str, year: u16) -> &mut HouseholdYear {
        let key = HouseholdYearId::of(HouseholdId(id(household)), Year(year));
        &mut self.village.household_years.row_mut(key.into()).record
    }

    /// An income with these wages and everything else zero.
    pub fn income(
        &mut self,
        household: &str,
        year: u16,
        wage: i64,
        members: i64,
    ) -> &mut HouseholdIncomeYear {
        let key = HouseholdIncomeYearId::of(HouseholdId(id(household)), Year(year));
        let row = &mut self.village.income_years.row_mut(key.into()).record;
        (row.wage, row.business_gross, row.property) = (Some(Fen(wage)), Some(Fen(0)), Some(Fen(0)));
        (row.cost_operating, row.members_counted) = (Some(Fen(0)), Some(Count(members)));
        row
    }

    pub fn person_year(&mut self, person: &str, year: u16) -> &mut PersonYear {
        let key = PersonYearId::of(PersonId(id(person)), Year(year));
        &mut self.village.person_years.row_mut(key.into()).record
    }

    /// The village's rural registered population of a year.
    pub fn population(&mut self, year: u16, population: i64) {
        self.population_of(VILLAGE, year, population);
    }

    pub fn population_of(&mut self, village: &str, year: u16, population: i64) {
        let key = VillageYearId::of(DivisionCode::new(village).unwrap(), Year(year));
        let row = &mut self.village.village_years.row_mut(key.into()).record;
        row.rural_registered_population = Some(Count(population));
    }

    /// An industry measure under way.
    pub fn measure(&mut self, household: &str, year: u16) -> &mut SupportMeasure {
        self.rows += 1;
        let row = &mut self
            .village
            .support_measures
            .row_mut(id(&format!("m{}", self.rows)))
            .record;
        row.household_id = Some(HouseholdId(id(household)));
        (row.year, row.state) = (Some(Year(year)), Some(RecordState::Active));
        (row.category, row.content) = (Some(SupportCategory::Industry), Some("种植".into()));
        row
    }

    pub fn helper(&mut self, household: &str, start: Option<&str>, end: Option<&str>) {
        self.rows += 1;
        let row = &mut self
            .village
            .helper_assignments
            .row_mut(id(&format!("a{}", self.rows)))
            .record;
        row.household_id = Some(HouseholdId(id(household)));
        (row.start, row.end) = (start.map(day), end.map(day));
    }

    pub fn help_unit(&mut self, start: &str) {
        let row = &mut self.village.village_help_units.row_mut(id("u1")).record;
        row.village_code = DivisionCode::new(VILLAGE);
        row.start = Some(day(start));
    }

    pub fn visit(&mut self, household: &str, purpose: VisitPurpose, date: Option<&str>) {
        self.rows += 1;
        let row = &mut self.village.visits.row_mut(id(&format!("v{}", self.rows))).record;
        row.household_id = Some(HouseholdId(id(household)));
        (row.purpose, row.date) = (Some(purpose), date.map(day));
    }

    /// A verified poverty line.
    pub fn line(&mut self, year: u16, fen: i64) {
        let key = PolicyParameterId::of("poverty_line", Some(Year(year)), COUNTY);
        let row = &mut self.county.policy_parameters.row_mut(key.into()).record;
        (row.key, row.year) = (Some("poverty_line".into()), Some(Year(year)));
        (row.value, row.verified) = (Some(Count(fen)), Some(true));
    }

    /// The village's record of a year.
    pub fn village_year(&mut self, year: u16) -> &mut VillageYear {
        let key = VillageYearId::of(DivisionCode::new(VILLAGE).unwrap(), Year(year));
        &mut self.village.village_years.row_mut(key.into()).record
    }

    /// A verified parameter.
    pub fn parameter(&mut self, key: &str, year: Option<u16>, value: i64) {
        let id = PolicyParameterId::of(key, year.map(Year), COUNTY);
        let row = &mut self.county.policy_parameters.row_mut(id.into()).record;
        (row.key, row.year) = (Some(key.into()), year.map(Year));
        (row.value, row.verified) = (Some(Count(value)), Some(true));
    }

    /// Says whether a village or township is a poor one.
    pub fn poor(&mut self, code: &str, poor: bool) {
        let row = &mut self.county.divisions.row_mut(id(code)).record;
        row.is_poverty_village = Some(poor);
        row.is_poverty_township = Some(poor);
    }

    /// `[num, den, known, expected]` of a figure on a day.
    pub fn tally(&self, id: &str, date: &str) -> [i64; 4] {
        let card = self.card(date);
        let Tally {
            num,
            den,
            known,
            expected,
        } = card.tally(figure(id).expect(id));
        [num, den, known, expected]
    }

    fn records(&self, area: DivisionCode) -> &Records {
        match area.level() {
            Level::Village => &self.village,
            Level::Township => &self.township,
            Level::County => &self.county,
        }
    }

    /// The same of what the township or the county keeps itself.
    pub fn office_tally(&self, id: &str, area: &str, date: &str) -> [i64; 4] {
        let area = DivisionCode::new(area).unwrap();
        let facts = CountyFacts::of(&self.county);
        let card = score_area(area, self.records(area), &facts, day(date));
        let tally = card.tally(figure(id).expect(id));
        [tally.num, tally.den, tally.known, tally.expected]
    }

    /// The same of the whole county, of which this village, its township and the county are here.
    pub fn county_tally(&self, id: &str, date: &str) -> [i64; 4] {
        let tally = self
            .scores(date)
            .card(DivisionCode::new(COUNTY).unwrap())
            .unwrap()
            .tally(figure(id).expect(id));
        [tally.num, tally.den, tally.known, tally.expected]
    }

    pub fn scores(&self, date: &str) -> Scores {
        let code = |text: &str| DivisionCode::new(text).unwrap();
        let areas = [
            (code(VILLAGE), &self.village),
            (code(&VILLAGE[..9]), &self.township),
            (code(COUNTY), &self.county),
        ];
        Scores::of(&areas.into(), day(date))
    }

    /// Why a subject of what an office keeps does not count: judgement, cause and field.
    pub fn office_why(&self, id: &str, area: &str, subject: &str, date: &str) -> (&'static str, Cause) {
        let area = DivisionCode::new(area).unwrap();
        let facts = CountyFacts::of(&self.county);
        let all = explain(figure(id).expect(id), area, self.records(area), &facts, day(date));
        let row = all.iter().find(|row| row.id.as_str() == subject).expect(subject);
        (
            row.judgement.id(),
            row.judgement.reason().expect("a reason").cause,
        )
    }

    pub fn card(&self, date: &str) -> Scorecard {
        let area = DivisionCode::new(VILLAGE).unwrap();
        score_area(area, &self.village, &CountyFacts::of(&self.county), day(date))
    }

    /// What is said about one subject of a figure.
    pub fn judgement(&self, id: &str, subject: &str, date: &str) -> Judgement {
        let area = DivisionCode::new(VILLAGE).unwrap();
        let facts = CountyFacts::of(&self.county);
        let all = explain(figure(id).expect(id), area, &self.village, &facts, day(date));
        all.iter()
            .find(|row| row.id.as_str() == subject)
            .expect(subject)
            .judgement
    }

    /// The cause and the field, `kind.field`, of what is said about one subject.
    pub fn why(&self, id: &str, subject: &str, date: &str) -> (&'static str, Cause, String) {
        let judgement = self.judgement(id, subject, date);
        let reason = judgement.reason().expect("a reason");
        let field = reason
            .field
            .map(|field| format!("{}.{}", field.kind.def().id, field.id));
        (judgement.id(), reason.cause, field.unwrap_or_default())
    }
}
