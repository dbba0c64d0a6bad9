//! A second implementation of every figure, written apart from the first: plain vectors, every question answered by
//! going through all rows again, one figure at a time.

use crate::village::{AREA, Village};
mod duties;
mod economy;
mod fields;
mod homes;
mod offices;
mod persons;
mod plain;
mod projects;
mod rules;
mod sums;

use huhuqing::indicators::{CountyFacts, terms_of};
use huhuqing::model::consistency::{Breach, Severity, breaches};
use huhuqing::model::*;

/// Looks at what one area keeps on the evening of one day.
pub struct Oracle<'a> {
    village: &'a Village,
    day: Date,
    /// The area that is scored, and its own records.
    area: String,
    records: Records,
    county: Records,
    /// Which areas the county says are poor ones.
    poor: std::collections::BTreeMap<String, bool>,
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
        Self {
            village,
            day,
            area: AREA.to_owned(),
            records: village.records(),
            county: village.county(),
            poor: fields::flags(&village.county()),
        }
    }

    /// The township or the county of the village; an office has no households of its own.
    pub fn office(nobody: &'a Village, area: &str, records: Records, county: Records, day: Date) -> Self {
        Self {
            village: nobody,
            day,
            area: area.to_owned(),
            records,
            poor: fields::flags(&county),
            county,
        }
    }

    /// The tally of a figure.
    pub fn tally(&self, figure: &str) -> Sum {
        let (indicator, suffix) = figure.split_at(figure.find('.').unwrap_or(figure.len()));
        if let Some(sum) = self.plain(indicator, suffix) {
            return sum;
        }
        if self.area != AREA {
            return [0; 4];
        }
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
            "IND-DQ-02" => [self.open_findings(); 4],
            "IND-DQ-01" => self.amounts(|h| Some(self.fields(h))),
            "IND-MED-01" | "IND-MED-02" | "IND-MED-03" => self.medical(indicator),
            _ => {
                let by = |h: &Household| self.weigh(indicator, suffix, h, self.household(indicator, h));
                heads(live(&self.village.households).into_iter().map(by))
            }
        }
    }

    /// Findings of rules that need no identity number, less those that somebody accepted as they are.
    fn open_findings(&self) -> i64 {
        let terms = terms_of(&CountyFacts::of(&self.county), self.day);
        let area = DivisionCode::new(AREA).unwrap();
        let is_open = |breach: &Breach| {
            let accepted = self.records.data_issues.iter().any(|issue| {
                issue.id == breach.issue_id()
                    && issue.state == Some(FindingState::AcceptedWithReason)
                    && issue
                        .reason
                        .as_deref()
                        .is_some_and(|reason| !reason.trim().is_empty())
                    && issue.value_digest.as_deref() == Some(&breach.digest)
                    && breach.rule.severity() < Severity::Error
            });
            !breach.rule.rests_on_identity_numbers() && breach.rule.id() != "future_date" && !accepted
        };
        breaches(area, &self.records, &terms)
            .iter()
            .filter(|breach| is_open(breach))
            .count() as i64
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
            for row in self.county.policy_parameters.iter() {
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
}
