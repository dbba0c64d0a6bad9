//! Records read field by field, by the names that stand in files, and answers of yes, no and unknown.

use super::*;

/// One record, its fields by name.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    records: &'a Records,
    kind: Kind,
    pub(super) id: Id,
}

pub(super) fn rows<'a>(records: &'a Records, kind: &str) -> Vec<Named<'a>> {
    let kind = Kind::from_id(kind).unwrap();
    let mut rows = Vec::new();
    records.for_each(kind, |row| {
        rows.push(Named {
            records,
            kind,
            id: row.id,
        });
    });
    rows
}

impl Named<'_> {
    pub(super) fn value(&self, field: &str) -> Value {
        let place = self.kind.def().position(field).expect(field);
        self.records.get(self.kind, self.id, place)
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.value(field).as_text().map(str::to_owned)
    }

    pub(super) fn number(&self, field: &str) -> Option<i64> {
        match self.value(field) {
            Value::Int(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn yes(&self, field: &str) -> Option<bool> {
        match self.value(field) {
            Value::Bool(yes) => Some(yes),
            _ => None,
        }
    }

    /// Whether a code is one of these; `new` is one that this version does not know.
    pub(super) fn is(&self, field: &str, of: &[&str]) -> Option<bool> {
        let code = self.text(field)?;
        (code != "new").then(|| of.contains(&code.as_str()))
    }

    pub(super) fn list(&self, field: &str) -> Option<Vec<String>> {
        match self.value(field) {
            Value::List(all) => Some(
                all.iter()
                    .filter_map(|v| v.as_text().map(str::to_owned))
                    .collect(),
            ),
            _ => None,
        }
    }

    pub(super) fn filled(&self, field: &str) -> bool {
        self.value(field) != Value::Null
    }
}

pub(super) type Tri = Option<bool>;

pub(super) fn and(of: &[Tri]) -> Tri {
    if of.contains(&Some(false)) {
        return Some(false);
    }
    of.iter().all(Option::is_some).then_some(true)
}

pub(super) fn or(of: &[Tri]) -> Tri {
    if of.contains(&Some(true)) {
        return Some(true);
    }
    of.iter().all(Option::is_some).then_some(false)
}

/// Asked only where the condition holds.
pub(super) fn gate(condition: Tri, then: Say) -> Say {
    match condition {
        Some(true) => then,
        Some(false) => Say::Skip,
        None => Say::Unknown,
    }
}

/// A head that weighs an amount.
pub(super) fn weigh(say: Say, amount: Option<i64>) -> (Say, i64) {
    match (say, amount) {
        (Say::Skip, _) => (Say::Skip, 0),
        (say, Some(amount)) => (say, amount),
        (Say::No, None) => (Say::No, 0),
        (_, None) => (Say::Unknown, 1),
    }
}

/// What the county has said of townships and villages.
pub(super) fn flags(county: &Records) -> std::collections::BTreeMap<String, bool> {
    let said = |row: &Named| {
        let field = if row.id.as_str().len() == 9 {
            "is_poverty_township"
        } else {
            "is_poverty_village"
        };
        Some((row.id.to_string(), row.yes(field)?))
    };
    rows(county, "division").iter().filter_map(said).collect()
}

pub(super) fn ones(says: Vec<Say>) -> Sum {
    heads(says.into_iter().map(|say| (say, 1)))
}

/// Amounts: skipped, unknown, or known.
pub(super) fn amounts(all: Vec<(Say, Option<(i64, i64)>)>) -> Sum {
    all.into_iter().fold([0; 4], |sum, (say, amount)| {
        let row = match (say, amount) {
            (Say::Skip, _) => [0; 4],
            (Say::Yes, Some((num, den))) => [num, den, 1, 1],
            (_, Some((num, den))) => [num, den, 0, 1],
            (_, None) => [0, 0, 0, 1],
        };
        plus(sum, row)
    })
}

impl Oracle<'_> {
    pub(super) fn own(&self, kind: &str) -> Vec<Named<'_>> {
        rows(&self.records, kind)
    }

    pub(super) fn today(&self) -> String {
        self.day.to_string()
    }

    pub(super) fn year_now(&self) -> i64 {
        i64::from(self.day.year().0)
    }

    /// In the year of the day, and not after it.
    pub(super) fn this_year(&self, row: &Named, field: &str) -> Tri {
        self.in_the_year(row.text(field))
    }

    pub(super) fn in_the_year(&self, date: Option<String>) -> Tri {
        date.map(|date| date[..4] == self.today()[..4] && date <= self.today())
    }

    /// No date says otherwise.
    pub(super) fn not_after(&self, row: &Named, field: &str) -> bool {
        row.text(field).is_none_or(|date| date <= self.today())
    }

    pub(super) fn open_now(&self, row: &Named, start: &str, end: &str) -> Tri {
        self.open_on(row, start, end, &self.today())
    }

    pub(super) fn open_on(&self, row: &Named, start: &str, end: &str, day: &str) -> Tri {
        let over = row.text(end).is_some_and(|end| end.as_str() <= day);
        and(&[Some(!over), row.text(start).map(|start| start.as_str() <= day)])
    }

    pub(super) fn year_row(&self, kind: &str, field: &str, subject: &str, year: i64) -> Option<Named<'_>> {
        self.own(kind).into_iter().find(|row| {
            match row.id.as_str().ends_with(|c: char| c.is_ascii_digit()) && row.id.as_str().contains('-') {
                true => row.id.as_str() == format!("{subject}-{year}"),
                false => row.text(field).as_deref() == Some(subject) && row.number("year") == Some(year),
            }
        })
    }

    pub(super) fn village_year_row(&self) -> Option<Named<'_>> {
        self.year_row("village_year", "village_code", AREA, self.year_now())
    }

    pub(super) fn village_year_yes(&self, field: &str) -> Tri {
        self.village_year_row()?.yes(field)
    }

    pub(super) fn village_year_number(&self, field: &str) -> Option<i64> {
        self.village_year_row()?.number(field)
    }

    pub(super) fn household_year(&self, h: &Household) -> Option<Named<'_>> {
        self.year_row("household_year", "household_id", h.id.as_str(), self.year_now())
    }

    pub(super) fn person_row(&self, m: &HouseholdMembership) -> Option<Named<'_>> {
        self.year_row("person_year", "person_id", m.person_id?.as_str(), self.year_now())
    }

    pub(super) fn of_person<'b>(&'b self, kind: &str, m: &HouseholdMembership) -> Vec<Named<'b>> {
        let Some(person) = m.person_id else {
            return Vec::new();
        };
        let mut all = self.own(kind);
        all.retain(|row| row.text("person_id").as_deref() == Some(person.as_str()));
        all
    }

    /// Whether an area is a poor one, by what the county has said of it.
    pub(super) fn is_poor(&self, code: &str) -> Tri {
        let of_level = || self.poor.iter().filter(|(other, _)| other.len() == code.len());
        let named = of_level().filter(|(_, poor)| **poor).count();
        let rest = (named >= if code.len() == 9 { 3 } else { 32 }).then_some(false);
        self.poor.get(code).copied().or(rest)
    }

    pub(super) fn of_poor(&self, say: impl Fn() -> Say) -> Say {
        match self.is_poor(&self.area) {
            Some(true) => say(),
            Some(false) => Say::Skip,
            None => Say::Unknown,
        }
    }

    pub(super) fn of_registered(&self, say: impl Fn(&Household) -> (Say, i64)) -> Sum {
        heads(
            live(&self.village.households)
                .into_iter()
                .map(|h| match self.entry(h, self.day) {
                    Entry::NoIdea => (Say::Unknown, 1),
                    Entry::Never | Entry::NotYet | Entry::Gone => (Say::Skip, 1),
                    _ => say(h),
                }),
        )
    }

    pub(super) fn of_members(&self, say: impl Fn(&Household, &HouseholdMembership) -> Say) -> Sum {
        let mut says = Vec::new();
        for h in live(&self.village.households) {
            for m in self.members(h, self.day) {
                says.push(match self.entry(h, self.day) {
                    Entry::NoIdea => Say::Unknown,
                    Entry::Never | Entry::NotYet | Entry::Gone => Say::Skip,
                    _ if m.start.is_none() => Say::Unknown,
                    _ => say(h, m),
                });
            }
        }
        ones(says)
    }
}
