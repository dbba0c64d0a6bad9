//! A second implementation of every figure, written apart from the first: plain vectors, every question answered by
//! going through all rows again, one figure at a time.

use super::village::{AREA, Village};
use huhuqing::model::*;

/// Looks at one village on the evening of one day.
pub struct Oracle<'a> {
    village: &'a Village,
    day: Date,
}

/// What may be said about a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Say {
    Yes,
    No,
    Skip,
    Unknown,
}

/// A household's entry in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    NoIdea,
    Never,
    NotYet,
    Gone,
    Poor,
    Free,
    PoorAgain,
    Somehow,
}

/// `[num, den, known, expected]`.
type Sum = [i64; 4];

fn plus(a: Sum, b: Sum) -> Sum {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}

fn heads(all: impl Iterator<Item = (Say, i64)>) -> Sum {
    all.fold([0; 4], |sum, (say, weight)| {
        let row = match say {
            Say::Yes => [weight; 4],
            Say::No => [0, weight, weight, weight],
            Say::Unknown => [0, weight, 0, weight],
            Say::Skip => [0; 4],
        };
        plus(sum, row)
    })
}

/// Yes or no, or unknown for none.
fn tri(value: Option<bool>) -> Say {
    value.map_or(Say::Unknown, |yes| if yes { Say::Yes } else { Say::No })
}

/// All: a no spoils it, then an unknown does.
fn all(says: &[Say]) -> Say {
    if says.contains(&Say::No) {
        Say::No
    } else if says.contains(&Say::Unknown) {
        Say::Unknown
    } else {
        Say::Yes
    }
}

/// Rows that are not deleted, by identifier.
fn live<T: Record>(rows: &[(T, bool)]) -> Vec<&T> {
    let mut rows: Vec<&T> = rows
        .iter()
        .filter(|(_, deleted)| !deleted)
        .map(|(row, _)| row)
        .collect();
    rows.sort_by_key(|row| row.record_id());
    rows
}

/// Whether a year record is that subject's of that year: by its identifier `subject-year`, or by its fields when it is
/// named otherwise (`y1`).
fn is_of(id: impl Into<Id>, fields: (Option<Id>, Option<Year>), subject: impl Into<Id>, year: Year) -> bool {
    let (id, subject) = (id.into(), subject.into());
    if id.as_str().contains('-') {
        id.as_str() == format!("{subject}-{year}")
    } else {
        fields == (Some(subject), Some(year))
    }
}

fn is_newer<T: Code>(code: &T) -> bool {
    T::LIST.find(code.id()).is_none()
}

impl<'a> Oracle<'a> {
    pub fn new(village: &'a Village, day: Date) -> Self {
        Self { village, day }
    }

    /// The tally of a figure.
    pub fn tally(&self, figure: &str) -> Sum {
        let (indicator, suffix) = figure.split_at(figure.find('.').unwrap_or(figure.len()));
        match indicator {
            "IND-POV-04" => self.incidence(),
            "IND-POV-05" => heads(std::iter::once((self.within(2), 1))),
            "IND-POV-06" => {
                let say = match self.village.poor {
                    Some(true) => self.within(1),
                    Some(false) => Say::Skip,
                    None => Say::Unknown,
                };
                heads(std::iter::once((say, 1)))
            }
            "IND-POV-08" => self.amounts(|h| self.net(h)),
            "IND-OBL-14" => self.visits(),
            "IND-DQ-01" => self.amounts(|h| Some(self.fields(h))),
            "IND-MED-01" | "IND-MED-02" | "IND-MED-03" => self.medical(indicator),
            _ => {
                let by = |h: &Household| self.weigh(indicator, suffix, h, self.household(indicator, h));
                heads(live(&self.village.households).into_iter().map(by))
            }
        }
    }

    fn weigh(&self, indicator: &str, suffix: &str, h: &Household, say: Say) -> (Say, i64) {
        let of_persons = suffix.starts_with(".persons") || indicator == "IND-POV-09" && suffix.is_empty();
        if !of_persons || say == Say::Skip {
            return (say, 1);
        }
        let frozen = indicator == "IND-POV-03" && suffix == ".persons";
        let day = if frozen {
            Date::of::<2017, 12, 31>()
        } else {
            self.day
        };
        let members = self.members(h, day);
        match members.len() as i64 {
            0 => (Say::Unknown, 1),
            count if members.iter().any(|m| m.start.is_none()) => (Say::Unknown, count),
            count => (say, count),
        }
    }

    fn household(&self, indicator: &str, h: &Household) -> Say {
        let entry = self.entry(h, self.day);
        match indicator {
            "IND-POV-03" => return self.cohort(h),
            "IND-POV-07" => return self.fell_back(h, entry),
            _ => {}
        }
        match entry {
            Entry::NoIdea => return Say::Unknown,
            Entry::Never | Entry::NotYet | Entry::Gone => return Say::Skip,
            _ => {}
        }
        match indicator {
            "IND-POV-01" => Say::Yes,
            "IND-POV-02" => match entry {
                Entry::Somehow => Say::Unknown,
                entry => tri(Some(entry != Entry::Free)),
            },
            "IND-POV-09" => tri(self.above_line(h).map(|above| !above)),
            "IND-POV-12" => self.assured(h),
            "IND-POV-14" => self.supported(h),
            "IND-CLR-01" => all(&[1, 2, 3, 4, 5, 6].map(|n| self.clear(n, h))),
            "IND-CLR-02" => self.clear(1, h),
            "IND-CLR-03" => self.clear(2, h),
            "IND-CLR-04" => self.clear(3, h),
            "IND-CLR-05" => self.clear(4, h),
            "IND-CLR-06" => self.clear(5, h),
            "IND-CLR-07" => self.clear(6, h),
            "IND-CLR-08" => match entry {
                Entry::Free => self.supported(h),
                Entry::Somehow => Say::Unknown,
                _ => Say::Skip,
            },
            "IND-HLP-01" => self.helped(h),
            other => panic!("the oracle does not know {other}"),
        }
    }

    fn events(&self, h: &Household) -> Vec<&HouseholdStatusEvent> {
        let mut events = live(&self.village.events);
        events.retain(|event| event.household_id == Some(h.id));
        events.sort_by_key(|event| (event.date, event.id));
        events
    }

    fn entry(&self, h: &Household, day: Date) -> Entry {
        match h.registered {
            None => return Entry::NoIdea,
            Some(false) => return Entry::Never,
            Some(true) => {}
        }
        let events = self.events(h);
        if events
            .iter()
            .any(|e| e.date.is_none() || e.kind.as_ref().is_none_or(is_newer))
        {
            return Entry::Somehow;
        }
        let mut moves: Vec<(Date, &str)> = Vec::new();
        for event in events {
            let kind = event.kind.as_ref().unwrap().id();
            if kind != "split" {
                moves.push((event.date.unwrap(), kind));
            }
        }
        if let Some((_, kind)) = moves.iter().rev().find(|(date, _)| *date <= day) {
            return match *kind {
                "identified" | "re_identified" => Entry::Poor,
                "exited" => Entry::Free,
                "returned" => Entry::PoorAgain,
                _ => Entry::Gone,
            };
        }
        if let Some(first) = h.first_identified
            && (first.year.0, u32::from(first.month)) > (day.year().0, day.month())
        {
            return Entry::NotYet;
        }
        let exit = h.exit_year.map(|year| year.0 > day.year().0);
        match moves.first().map(|(_, kind)| *kind) {
            Some("identified" | "re_identified") => Entry::NotYet,
            Some("exited") => Entry::Poor,
            Some("returned") => Entry::Free,
            Some(_) => match exit {
                Some(true) => Entry::Poor,
                Some(false) => Entry::Free,
                None => Entry::Somehow,
            },
            None => match h.poverty_status.as_ref().map(|status| status.id()) {
                Some("not_registered") => Entry::Never,
                Some("not_exited") => Entry::Poor,
                Some("exited_with_policy" | "exited_without_policy") if exit == Some(true) => Entry::Poor,
                Some("exited_with_policy" | "exited_without_policy") => Entry::Free,
                Some("returned") if exit == Some(true) => Entry::Poor,
                Some("returned") if h.returned_year.is_some_and(|year| year > day.year()) => Entry::Free,
                Some("returned") => Entry::PoorAgain,
                _ => Entry::Somehow,
            },
        }
    }

    fn cohort(&self, h: &Household) -> Say {
        let in_cohort = h
            .cohort_not_exited_2017
            .or(match self.entry(h, Date::of::<2017, 12, 31>()) {
                Entry::Poor | Entry::PoorAgain => Some(true),
                Entry::NoIdea | Entry::Somehow => None,
                _ => Some(false),
            });
        match in_cohort {
            None => Say::Unknown,
            Some(false) => Say::Skip,
            Some(true) => match self.entry(h, self.day.min(Date::of::<2018, 12, 31>())) {
                Entry::NoIdea | Entry::Somehow => Say::Unknown,
                entry => tri(Some(entry == Entry::Free)),
            },
        }
    }

    fn fell_back(&self, h: &Household, entry: Entry) -> Say {
        let events = self.events(h);
        let new_year = Date::new(self.day.year().0, 1, 1).unwrap();
        let by_event = events.iter().any(|event| {
            event.kind == Some(StatusEventKind::Returned)
                && event
                    .date
                    .is_some_and(|date| new_year <= date && date <= self.day)
        });
        let returned = by_event || events.is_empty() && h.returned_year == Some(self.day.year());
        match entry {
            Entry::NoIdea => Say::Unknown,
            Entry::Never | Entry::NotYet => Say::Skip,
            Entry::Gone => {
                if returned {
                    Say::Yes
                } else {
                    Say::Skip
                }
            }
            _ if returned => Say::Yes,
            Entry::Somehow => Say::Unknown,
            _ => Say::No,
        }
    }

    fn members(&self, h: &Household, day: Date) -> Vec<&HouseholdMembership> {
        let mut members = live(&self.village.memberships);
        members.retain(|m| {
            let begun = m.start.is_none() || m.start.unwrap() <= day;
            let ended = m.end.is_some() && m.end.unwrap() <= day;
            m.household_id == Some(h.id) && begun && !ended
        });
        members
    }

    fn person(&self, m: &HouseholdMembership) -> Option<&Person> {
        live(&self.village.persons)
            .into_iter()
            .find(|person| Some(person.id) == m.person_id)
    }

    fn person_year(&self, m: &HouseholdMembership) -> Option<&PersonYear> {
        let id = m.person_id?;
        let mut rows = live(&self.village.person_years).into_iter();
        rows.find(|row| {
            is_of(
                row.id,
                (row.person_id.map(Id::from), row.year),
                id,
                self.day.year(),
            )
        })
    }

    fn year(&self, h: &Household) -> Option<&HouseholdYear> {
        let mut rows = live(&self.village.years).into_iter();
        rows.find(|row| {
            is_of(
                row.id,
                (row.household_id.map(Id::from), row.year),
                h.id,
                self.day.year(),
            )
        })
    }

    fn income(&self, h: &Household) -> Option<&HouseholdIncomeYear> {
        let mut rows = live(&self.village.incomes).into_iter();
        rows.find(|row| {
            is_of(
                row.id,
                (row.household_id.map(Id::from), row.year),
                h.id,
                self.day.year(),
            )
        })
    }

    /// Net income and members counted.
    fn net(&self, h: &Household) -> Option<(i64, i64)> {
        let row = self.income(h)?;
        let costs = row.cost_operating?.0 + row.cost_tax.map_or(0, |tax| tax.0);
        let net = row.wage?.0 + row.business_gross?.0 + row.property?.0 - costs;
        let members = row.members_counted?.0;
        (members > 0).then_some((net, members))
    }

    fn parameter(&self, wanted: &str) -> Option<i64> {
        let mut found = None;
        for year in [Some(self.day.year()), None] {
            for row in live(&self.village.parameters) {
                let is_it =
                    row.key.as_deref() == Some(wanted) && row.year == year && row.verified == Some(true);
                if is_it && found.is_none() {
                    found = row.value.map(|value| value.0);
                }
            }
        }
        found
    }

    fn above_line(&self, h: &Household) -> Option<bool> {
        let (net, members) = self.net(h)?;
        Some(net >= self.parameter("poverty_line")? * members)
    }

    fn population(&self) -> Option<i64> {
        let area = DivisionCode::new(AREA)?.id();
        let mut rows = live(&self.village.village_years).into_iter();
        let row = rows.find(|row| {
            is_of(
                row.id,
                (row.village_code.map(DivisionCode::id), row.year),
                area,
                self.day.year(),
            )
        });
        row?.rural_registered_population.map(|count| count.0)
    }

    /// Poor persons for certain, those that may be poor besides, and whether a household of unknown size may be.
    fn poor_persons(&self) -> (i64, i64, bool) {
        let (mut certain, mut perhaps, mut open) = (0, 0, false);
        for h in live(&self.village.households) {
            let members = self.members(h, self.day);
            let poor = match self.entry(h, self.day) {
                Entry::Poor | Entry::PoorAgain => true,
                Entry::NoIdea | Entry::Somehow => false,
                _ => continue,
            };
            open |= members.is_empty();
            if poor && members.iter().all(|m| m.start.is_some()) {
                certain += members.len() as i64;
            } else {
                perhaps += members.len() as i64;
            }
        }
        (certain, perhaps, open)
    }

    fn incidence(&self) -> Sum {
        let (certain, perhaps, open) = self.poor_persons();
        match self.population() {
            None => [0, 0, 0, 1],
            Some(population) if perhaps > 0 || open => [certain, population, 0, 1],
            Some(population) => [certain, population, 1, 1],
        }
    }

    fn within(&self, percent: i64) -> Say {
        let (certain, perhaps, open) = self.poor_persons();
        let Some(population) = self.population() else {
            return Say::Unknown;
        };
        if population == 0 && certain == 0 && perhaps == 0 && !open {
            return Say::Skip;
        }
        let most = population * percent / 100;
        if certain > most {
            Say::No
        } else if open || certain + perhaps > most {
            Say::Unknown
        } else {
            Say::Yes
        }
    }

    /// Amounts of the registered households: unknown when the household or its amount is.
    fn amounts(&self, amount: impl Fn(&Household) -> Option<(i64, i64)>) -> Sum {
        let mut sum = [0; 4];
        for h in live(&self.village.households) {
            let row = match self.entry(h, self.day) {
                Entry::Never | Entry::NotYet | Entry::Gone => continue,
                Entry::NoIdea => [0, 0, 0, 1],
                _ => amount(h).map_or([0, 0, 0, 1], |(num, den)| [num, den, 1, 1]),
            };
            sum = plus(sum, row);
        }
        sum
    }

    fn visits(&self) -> Sum {
        let mut sum = [0; 4];
        for h in live(&self.village.households) {
            let visits: Vec<_> = live(&self.village.visits)
                .into_iter()
                .filter(|visit| visit.household_id == Some(h.id))
                .collect();
            let quarters = self.day.quarter();
            let visited = (1..=quarters).filter(|quarter| {
                visits.iter().any(|visit| {
                    visit.purpose == Some(VisitPurpose::HouseholdHelp)
                        && visit.date.is_some_and(|date| {
                            date.year() == self.day.year() && date.quarter() == *quarter && date <= self.day
                        })
                })
            });
            let visited = visited.count() as i64;
            let unclear = visits.iter().any(|visit| {
                let may_help = visit
                    .purpose
                    .as_ref()
                    .is_none_or(|purpose| *purpose == VisitPurpose::HouseholdHelp);
                let may_be_now = visit
                    .date
                    .is_none_or(|date| date.year() == self.day.year() && date <= self.day);
                may_help && may_be_now && (visit.purpose.is_none() || visit.date.is_none())
            });
            let known = i64::from(!unclear || visited == i64::from(quarters));
            let row = match self.entry(h, self.day) {
                Entry::Never | Entry::NotYet | Entry::Gone => continue,
                Entry::NoIdea => [0, 0, 0, 1],
                _ => [visited, i64::from(quarters), known, 1],
            };
            sum = plus(sum, row);
        }
        sum
    }

    fn fields(&self, h: &Household) -> (i64, i64) {
        fn of<T: Record>(row: Option<&T>) -> (i64, i64) {
            let mut sum = (0, 0);
            for (place, field) in T::DEF.fields.iter().enumerate() {
                if field.required {
                    sum.1 += 1;
                    sum.0 += i64::from(row.is_some_and(|row| row.get(place) != Value::Null));
                }
            }
            sum
        }
        let mut parts = vec![of(Some(h)), of(self.year(h)), of(self.income(h))];
        for m in self.members(h, self.day) {
            parts.push(of(self.person(m)));
            parts.push(of(self.person_year(m)));
        }
        (
            parts.iter().map(|part| part.0).sum(),
            parts.iter().map(|part| part.1).sum(),
        )
    }

    fn insured(&self, m: &HouseholdMembership) -> Say {
        let row = self.person_year(m).and_then(|row| row.basic_insurance.as_ref());
        tri(row
            .filter(|code| !is_newer(*code))
            .map(|code| *code != BasicInsurance::None))
    }

    fn medical(&self, indicator: &str) -> Sum {
        let mut says = Vec::new();
        for h in live(&self.village.households) {
            for m in self.members(h, self.day) {
                let year = self.person_year(m);
                says.push(match self.entry(h, self.day) {
                    Entry::NoIdea => Say::Unknown,
                    Entry::Never | Entry::NotYet | Entry::Gone => Say::Skip,
                    _ if m.start.is_none() => Say::Unknown,
                    _ if indicator == "IND-MED-01" => self.insured(m),
                    _ if indicator == "IND-MED-02" => tri(year.and_then(|row| row.major_illness_insurance)),
                    _ => tri(year.and_then(|row| row.medical_aid_covered)),
                });
            }
        }
        heads(says.into_iter().map(|say| (say, 1)))
    }

    fn schooling(&self, m: &HouseholdMembership) -> Say {
        let Some(birth) = self.person(m).and_then(|person| person.birth_date) else {
            return Say::Unknown;
        };
        let school_year = if self.day.month() >= 9 {
            self.day.year().0
        } else {
            self.day.year().0 - 1
        };
        // Whole years of age on 1 September.
        let mut age = i64::from(school_year) - i64::from(birth.year().0);
        if (birth.month(), birth.day()) > (9, 1) {
            age -= 1;
        }
        if age < 6 || age >= self.parameter("compulsory_age_to").unwrap_or(16) {
            return Say::Yes;
        }
        let year = self.person_year(m);
        let status = year
            .and_then(|row| row.student_status.as_ref())
            .map(|status| status.id());
        let education = year
            .and_then(|row| row.education.as_ref())
            .map(|education| education.id());
        match (status, education) {
            (Some("primary" | "grade9" | "senior1"), _) => Say::Yes,
            (Some("kindergarten" | "preschool_age"), _) => Say::No,
            (Some("not_student"), Some("junior" | "senior")) => Say::Yes,
            (Some("not_student"), Some("illiterate" | "primary")) => Say::No,
            _ => Say::Unknown,
        }
    }

    fn assured(&self, h: &Household) -> Say {
        let year = self.year(h);
        let mut says = vec![
            tri(year.and_then(|row| row.food_assured)),
            tri(year.and_then(|row| row.clothing_assured)),
            match year
                .and_then(|row| row.house_grade.as_ref())
                .map(|grade| grade.id())
            {
                Some("A" | "B") => Say::Yes,
                Some("C" | "D" | "no_house") => Say::No,
                _ => Say::Unknown,
            },
        ];
        let members = self.members(h, self.day);
        if members.is_empty() {
            says.push(Say::Unknown);
        }
        for m in members {
            says.push(self.schooling(m));
            says.push(self.insured(m));
            says.push(tri(self
                .person_year(m)
                .and_then(|row| row.major_illness_insurance)));
        }
        all(&says)
    }

    fn measures(&self, h: &Household) -> Vec<&SupportMeasure> {
        let mut measures = live(&self.village.measures);
        measures.retain(|row| row.household_id == Some(h.id) && row.state != Some(RecordState::Cancelled));
        measures
    }

    fn supported(&self, h: &Household) -> Say {
        let mut say = Say::No;
        for row in self.measures(h) {
            let stated = row.state.as_ref().is_some_and(|state| !is_newer(state));
            match row.year {
                Some(year) if year != self.day.year() => {}
                Some(_) if stated => return Say::Yes,
                _ => say = Say::Unknown,
            }
        }
        say
    }

    fn open(&self, spells: &[(Option<Date>, Option<Date>)]) -> Say {
        let not_over: Vec<_> = spells
            .iter()
            .filter(|(_, end)| end.is_none() || end.unwrap() > self.day)
            .collect();
        if not_over
            .iter()
            .any(|(start, _)| start.is_some() && start.unwrap() <= self.day)
        {
            Say::Yes
        } else if not_over.iter().any(|(start, _)| start.is_none()) {
            Say::Unknown
        } else {
            Say::No
        }
    }

    fn helped(&self, h: &Household) -> Say {
        let helpers = live(&self.village.helpers)
            .into_iter()
            .filter(|row| row.household_id == Some(h.id));
        self.open(&helpers.map(|row| (row.start, row.end)).collect::<Vec<_>>())
    }

    fn clear(&self, number: u8, h: &Household) -> Say {
        let year = self.year(h);
        let (suggested, confirmed) = match number {
            1 => (self.means_clear(h), year.and_then(|row| row.clarity_family)),
            2 => (self.cause_clear(h), year.and_then(|row| row.clarity_cause)),
            3 => {
                let described = self.measures(h).into_iter().any(|row| {
                    row.year == Some(self.day.year()) && row.category.is_some() && row.content.is_some()
                });
                (tri(Some(described)), year.and_then(|row| row.clarity_measure))
            }
            4 => {
                let lacking = self.measures(h).into_iter().any(|row| {
                    let input = row.input_county.is_some() || row.input_loan.is_some();
                    let output = row.actual_income.is_some() || row.result_text.is_some();
                    row.year == Some(self.day.year())
                        && row.state == Some(RecordState::Done)
                        && !(input && output)
                });
                (tri(Some(!lacking)), year.and_then(|row| row.clarity_input_output))
            }
            5 => {
                let units = live(&self.village.units).into_iter();
                let units = units.filter(|row| row.village_code.is_none_or(|code| code.as_str() == AREA));
                let unit = self.open(&units.map(|row| (row.start, row.end)).collect::<Vec<_>>());
                (
                    all(&[self.helped(h), unit]),
                    year.and_then(|row| row.clarity_responsibility),
                )
            }
            _ => {
                let known = h.exit_year.or(h.planned_exit_year).is_some();
                (tri(Some(known)), year.and_then(|row| row.clarity_schedule))
            }
        };
        all(&[suggested, tri(confirmed)])
    }

    fn means_clear(&self, h: &Household) -> Say {
        let members = self.members(h, self.day);
        let of_members = members.iter().all(|m| {
            let person = self
                .person(m)
                .is_some_and(|row| row.sex.is_some() && row.birth_date.is_some());
            let year = self
                .person_year(m)
                .is_some_and(|row| row.labour.is_some() && row.health.is_some());
            person && year && m.relation.is_some()
        });
        let of_year = self.year(h).is_some_and(|row| {
            row.arable.is_some()
                && row.house_grade.is_some()
                && row.house_area.is_some()
                && row.drinking_safe.is_some()
                && row.drinking_difficult.is_some()
                && row.living_power.is_some()
        });
        tri(Some(
            !members.is_empty() && of_members && of_year && self.net(h).is_some(),
        ))
    }

    fn cause_clear(&self, h: &Household) -> Say {
        let Some(main) = &h.main_cause else { return Say::No };
        let mut causes = vec![main];
        causes.extend(h.other_causes.iter().flatten());
        let distinct: std::collections::BTreeSet<_> = causes.iter().collect();
        if distinct.len() < causes.len() || causes.len() > 3 {
            return Say::No;
        }
        let has = |m: &HouseholdMembership, wanted: &[HealthCondition]| {
            let health = self.person_year(m)?.health.as_ref()?;
            Some(health.iter().any(|condition| wanted.contains(condition)))
        };
        let fits = |m: &&HouseholdMembership| match main {
            PovertyCause::Illness => has(m, &[HealthCondition::Chronic, HealthCondition::Major]),
            PovertyCause::Disability
                if self
                    .person(m)
                    .is_some_and(|row| row.disability_category.is_some()) =>
            {
                Some(true)
            }
            PovertyCause::Disability => has(m, &[HealthCondition::Disabled]),
            PovertyCause::Schooling => match self.person_year(m)?.student_status.as_ref()?.id() {
                "not_student" | "preschool_age" => Some(false),
                "new" => None,
                _ => Some(true),
            },
            _ => Some(true),
        };
        let answers: Vec<_> = self.members(h, self.day).iter().map(fits).collect();
        let any_member_will_do = !matches!(
            main,
            PovertyCause::Illness | PovertyCause::Disability | PovertyCause::Schooling
        );
        if any_member_will_do || answers.contains(&Some(true)) {
            Say::Yes
        } else if answers.contains(&None) {
            Say::Unknown
        } else {
            Say::No
        }
    }
}
