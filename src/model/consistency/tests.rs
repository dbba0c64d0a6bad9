//! A village in which every rule holds, for the tests of the rules to break one; and the list of rules as a whole.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::identity::number_without_place;
use crate::model::*;
use std::collections::BTreeSet;

pub(super) const END: Date = Date::of::<2018, 12, 31>();
const YEAR: Year = Year(2018);
const VILLAGE: &str = "530427203200";

/// A household of three, `h1` with `p1` to `p3`, and its village at the end of 2018.
pub(super) struct Sound {
    pub records: Records,
    pub terms: Terms,
}

macro_rules! records_of {
    ($($(#[$doc:meta])* $name:ident $table:ident $record:ident $fill:expr;)+) => {
        impl Sound {$(
            $(#[$doc])*
            pub fn $name(&mut self, id: &str, of: &str) -> &mut $record {
                let id: Id = id.parse().unwrap();
                let is_new = self.records.$table.row(id).is_none();
                let record = &mut self.records.$table.row_mut(id).record;
                if is_new {
                    let fill: fn(&mut $record, Id) = $fill;
                    fill(record, of.parse().unwrap());
                }
                record
            }
        )+}
    };
}

records_of! {
    spell employment_spells EmploymentSpell
        |row, of| (row.person_id, row.kind) = (Some(of.into()), Some(EmploymentKind::Outward));
    post post_assignments PostAssignment |row, of| row.person_id = Some(of.into());
    student_case student_cases StudentCase |row, of| row.person_id = Some(of.into());
    bill medical_events MedicalEvent |row, of| row.person_id = Some(of.into());
    monitoring_case monitoring_cases MonitoringCase |row, of| row.household_id = Some(of.into());
    grant social_grants SocialGrant |row, of| row.household_id = Some(of.into());
    dangerous_house dangerous_houses DangerousHouse |row, of| row.household_id = Some(of.into());
    helper helper_assignments HelperAssignment |row, of| row.household_id = Some(of.into());
    visit visits Visit |row, of| row.household_id = Some(of.into());
}

impl Sound {
    pub fn new() -> Self {
        let mut sound = Self {
            records: Records::default(),
            terms: Terms::on(END),
        };
        let household = sound.household("h1");
        household.registered = Some(true);
        household.poverty_status = Some(PovertyStatus::NotExited);
        household.head_name = Some("普文明".to_owned());
        household.phone = Some("10000000001".to_owned());
        sound.join("m1", "h1", "p1", RelationToHead::Head);
        sound.join("m2", "h1", "p2", RelationToHead::Spouse);
        sound.join("m3", "h1", "p3", RelationToHead::Son);
        sound.be_born("p1", Sex::Male, Date::of::<1975, 3, 9>(), 17);
        sound.be_born("p2", Sex::Female, Date::of::<1979, 8, 21>(), 18);
        sound.be_born("p3", Sex::Male, Date::of::<2008, 5, 4>(), 19);
        for (person, education, status, labour) in [
            ("p1", Some(Education::Junior), None, LabourCapacity::Ordinary),
            ("p2", Some(Education::Primary), None, LabourCapacity::Ordinary),
            ("p3", None, Some(StudentStatus::Primary), LabourCapacity::None),
        ] {
            let year = sound.person_year(person);
            (year.education, year.student_status) = (education, status);
            year.labour = Some(labour);
            year.health = Some(vec![HealthCondition::Healthy]);
            year.basic_insurance = Some(BasicInsurance::Resident);
            year.major_illness_insurance = Some(true);
        }
        let year = sound.person_year("p1");
        (year.work_months, year.work_area) = (Some(Count(6)), Some(WorkArea::OutProvince));
        let year = sound.year("h1");
        (year.house_grade, year.house_area) = (Some(HouseGrade::B), Some(DeciSqm(800)));
        (year.drinking_safe, year.drinking_difficult) = (Some(true), Some(false));
        year.arable = Some(CentiMu(600));
        let income = sound.income("h1");
        (income.wage, income.property) = (Some(Fen(1_000_000)), Some(Fen(0)));
        (income.business_gross, income.cost_operating) = (Some(Fen(1_500_000)), Some(Fen(700_000)));
        income.members_counted = Some(Count(3));
        sound.helper("a1", "h1");
        let village = sound.village_year();
        (village.households, village.population) = (Some(Count(350)), Some(Count(1_200)));
        (village.rural_registered_population, village.groups) = (Some(Count(1_100)), Some(Count(8)));
        village.arable = Some(CentiMu(150_000));
        sound
    }

    /// The same without identity numbers, so that a date of birth may be changed.
    pub fn without_numbers(mut self) -> Self {
        for person in ["p1", "p2", "p3"] {
            self.person(person).id_number = None;
        }
        self
    }

    pub fn id<T: From<Id>>(&self, id: &str) -> Option<T> {
        Id::new(id).ok().map(T::from)
    }

    pub fn household(&mut self, id: &str) -> &mut Household {
        &mut self.records.households.row_mut(id.parse().unwrap()).record
    }

    pub fn person(&mut self, id: &str) -> &mut Person {
        &mut self.records.persons.row_mut(id.parse().unwrap()).record
    }

    pub fn membership(&mut self, id: &str) -> &mut HouseholdMembership {
        &mut self.records.memberships.row_mut(id.parse().unwrap()).record
    }

    pub fn person_year(&mut self, person: &str) -> &mut PersonYear {
        let id = PersonYearId::of(PersonId::new(person).unwrap(), YEAR);
        &mut self.records.person_years.row_mut(id.into()).record
    }

    pub fn year(&mut self, household: &str) -> &mut HouseholdYear {
        let id = HouseholdYearId::of(HouseholdId::new(household).unwrap(), YEAR);
        &mut self.records.household_years.row_mut(id.into()).record
    }

    pub fn income(&mut self, household: &str) -> &mut HouseholdIncomeYear {
        let id = HouseholdIncomeYearId::of(HouseholdId::new(household).unwrap(), YEAR);
        &mut self.records.income_years.row_mut(id.into()).record
    }

    /// The income of the year before, of that many fen a head.
    pub fn income_before(&mut self, household: &str, per_capita: i64) {
        let id = HouseholdIncomeYearId::of(HouseholdId::new(household).unwrap(), Year(2017));
        let income = &mut self.records.income_years.row_mut(id.into()).record;
        (income.wage, income.business_gross) = (Some(Fen(per_capita)), Some(Fen(0)));
        (income.property, income.cost_operating) = (Some(Fen(0)), Some(Fen(0)));
        income.members_counted = Some(Count(1));
    }

    pub fn village_year(&mut self) -> &mut VillageYear {
        let id = VillageYearId::of(DivisionCode::new(VILLAGE).unwrap(), YEAR);
        &mut self.records.village_years.row_mut(id.into()).record
    }

    pub fn event(&mut self, id: &str, kind: StatusEventKind, date: Date) {
        let event = &mut self.records.status_events.row_mut(id.parse().unwrap()).record;
        event.household_id = Some(HouseholdId::new("h1").unwrap());
        (event.kind, event.date) = (Some(kind), Some(date));
    }

    pub fn join(&mut self, id: &str, household: &str, person: &str, relation: RelationToHead) {
        self.person(person);
        let (household, person) = (self.id(household), self.id(person));
        let row = self.membership(id);
        (row.household_id, row.person_id) = (household, person);
        (row.relation, row.start) = (Some(relation), Some(Date::of::<2014, 1, 1>()));
    }

    fn be_born(&mut self, id: &str, sex: Sex, birth: Date, sequence: u16) {
        let person = self.person(id);
        person.name = Some(format!("某{id}"));
        person.id_number = Some(number_without_place(birth, sequence));
        (person.sex, person.birth_date) = (Some(sex), Some(birth));
    }

    /// A registered household of one, of whose year nothing is known.
    pub fn another_household(&mut self, household: &str, person: &str) {
        self.household(household).registered = Some(true);
        self.join("m9", household, person, RelationToHead::Head);
        self.helper("a9", household);
    }

    pub fn forget_year_of(&mut self, person: &str) {
        let id = PersonYearId::of(PersonId::new(person).unwrap(), YEAR);
        self.records.forget(Kind::PersonYear, id.into());
    }

    pub fn forget_income_of(&mut self, household: &str) {
        let id = HouseholdIncomeYearId::of(HouseholdId::new(household).unwrap(), YEAR);
        self.records.forget(Kind::HouseholdIncomeYear, id.into());
    }

    pub fn breaches(&self) -> Vec<Breach> {
        breaches(DivisionCode::new(VILLAGE).unwrap(), &self.records, &self.terms)
    }

    /// Where a rule does not hold: `person[p1].sex`.
    pub fn at(&self, rule: Rule) -> Vec<String> {
        let found = self.breaches().into_iter().filter(|breach| breach.rule == rule);
        found
            .map(|breach| {
                let point = if breach.field.is_empty() { "" } else { "." };
                format!("{}[{}]{point}{}", breach.kind.def().id, breach.id, breach.field)
            })
            .collect()
    }

    pub fn is_broken(&self, rule: Rule) -> bool {
        !self.at(rule).is_empty()
    }
}

/// The rules of DOMAIN B14.
const B14: &str = "V-ID-1 V-ID-2 V-ID-3 V-ID-4 V-ID-5 V-HH-1 V-HH-2 V-HH-3 V-HH-4 V-HH-5 V-ED-1 V-ED-2 V-ED-3 \
    V-LB-1 V-LB-2 V-LB-3 V-LB-4 V-WK-1 V-WK-2 V-WK-3 V-WK-4 V-IN-1 V-IN-2 V-IN-3 V-IN-4 V-PC-1 V-PC-2 V-DB-1 \
    V-MD-1 V-MD-2 V-MD-3 V-HS-1 V-HS-2 V-WT-1 V-LD-1 V-HP-1 V-PH-1 V-VL-1 V-VL-2";
/// Those of them with which a record cannot be final.
const BLOCKING: [&str; 4] = ["V-HH-1", "V-HH-5", "V-PC-2", "V-MD-3"];
/// Those of them that only inform.
const INFORMING: [&str; 3] = ["V-LB-3", "V-IN-4", "V-PH-1"];

#[test]
fn the_sound_village_breaks_no_rule() {
    assert_eq!(Sound::new().breaches(), []);
    assert_eq!(Sound::new().without_numbers().breaches(), []);
}

#[test]
fn a_village_of_which_nothing_is_known_breaks_no_rule() {
    let code = DivisionCode::new(VILLAGE).unwrap();
    assert_eq!(breaches(code, &Records::default(), &Terms::on(END)), []);
    let mut records = Records::default();
    records.persons.row_mut("p1".parse().unwrap());
    records.visits.row_mut("v1".parse().unwrap());
    records.employment_spells.row_mut("w1".parse().unwrap());
    records.medical_events.row_mut("b1".parse().unwrap());
    assert_eq!(breaches(code, &records, &Terms::on(END)), []);
}

#[test]
fn yearly_records_are_those_of_the_year_of_the_day() {
    let mut sound = Sound::new();
    sound.year("h1").house_area = None;
    assert!(sound.is_broken(Rule::FloorSpaceBlank));
    for day in [Date::of::<2017, 12, 31>(), Date::of::<2019, 12, 31>()] {
        sound.terms.day = day;
        assert!(!sound.is_broken(Rule::FloorSpaceBlank), "{day}");
    }
}

#[test]
fn every_rule_of_b14_is_here_with_its_severity() {
    let numbered = Rule::ALL.iter().filter(|rule| rule.id().starts_with("V-"));
    let ids: Vec<&str> = numbered.clone().map(|rule| rule.id()).collect();
    assert_eq!(ids, B14.split_whitespace().collect::<Vec<_>>());
    for rule in numbered {
        let severity = if BLOCKING.contains(&rule.id()) {
            Severity::Error
        } else if INFORMING.contains(&rule.id()) {
            Severity::Info
        } else {
            Severity::Warn
        };
        assert_eq!(rule.severity(), severity, "{}", rule.id());
        assert_eq!(rule.severity().blocks(), BLOCKING.contains(&rule.id()));
    }
}

#[test]
fn every_rule_says_what_is_wrong_and_what_to_do_in_both_languages() {
    let mut ids = BTreeSet::new();
    let mut words = BTreeSet::new();
    for rule in Rule::ALL {
        assert!(ids.insert(rule.id()), "{} twice", rule.id());
        assert_eq!(Rule::from_id(rule.id()), Some(*rule));
        assert!(
            words.insert(rule.label().zh) && words.insert(rule.label().en),
            "{}",
            rule.id()
        );
        for text in [rule.label(), rule.advice()] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.id());
            assert!(
                !text.zh.ends_with('。') && !text.en.ends_with('.'),
                "{}",
                rule.id()
            );
        }
        let line = rule.source().split(' ').find_map(|part| part.strip_prefix('L'));
        let line = line.map(|digits| digits.parse::<u8>().unwrap());
        assert!(
            line.is_none_or(|line| (15..=112).contains(&line)),
            "{}",
            rule.id()
        );
    }
}
