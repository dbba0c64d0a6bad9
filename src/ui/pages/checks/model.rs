//! The findings of an area by rule. Pure, tested natively.

use crate::exchange::name_of;
use crate::indicators::{CountyFacts, terms_of};
use crate::model::consistency::{Breach, Rule, Severity, Standing, Terms, breaches, standing};
use crate::model::{Date, DivisionCode, HouseholdId, Label, Records};
use crate::ui::pages::home::conflict_place::place_of;
use crate::ui::route::Section;

/// What one rule finds in an area.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFindings {
    /// The rule.
    pub rule: Rule,
    /// What somebody has to deal with.
    pub open: Vec<Found>,
    /// What was accepted, and why.
    pub accepted: Vec<(Found, String)>,
}

/// One finding with what people know it by.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The finding.
    pub breach: Breach,
    /// The person or the head of the household; empty when there is none.
    pub name: String,
    /// The field's label; none when it is the record as a whole.
    pub field: Option<Label>,
    /// Where it is put right.
    pub place: Option<(HouseholdId, Section)>,
}

/// How many findings are open, by how bad they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Must be put right.
    pub errors: i64,
    /// Should be looked at.
    pub warnings: i64,
    /// Worth knowing.
    pub infos: i64,
}

impl Count {
    /// All of them.
    pub const fn all(self) -> i64 {
        self.errors + self.warnings + self.infos
    }

    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warn => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }
}

/// The terms of checking for a day. What happened later is known today, and in the future only after that.
pub fn terms(facts: &CountyFacts, day: Date, today: Date) -> Terms {
    terms_of(facts, day).known_until(today)
}

/// The findings of a village on a day, the worst rules first.
pub fn findings(area: DivisionCode, records: &Records, terms: &Terms) -> Vec<RuleFindings> {
    let breaches = breaches(area, records, terms);
    let mut rules: Vec<RuleFindings> = Vec::new();
    for one in standing(&breaches, records.data_issues.iter()) {
        let (breach, reason) = match &one {
            Standing::Open(breach, _) => (*breach, None),
            Standing::Accepted(breach, _) => (*breach, one.reason()),
            Standing::Gone(_) => continue,
        };
        let place = rules.iter().position(|rule| rule.rule == breach.rule);
        let place = place.unwrap_or_else(|| {
            rules.push(RuleFindings {
                rule: breach.rule,
                open: Vec::new(),
                accepted: Vec::new(),
            });
            rules.len() - 1
        });
        let found = Found::of(breach, records);
        match reason {
            None => rules[place].open.push(found),
            Some(reason) => rules[place].accepted.push((found, reason.to_owned())),
        }
    }
    rules.sort_by_key(|rule| (std::cmp::Reverse(rule.rule.severity()), rule.rule));
    rules
}

/// How many findings of a village are open.
pub fn count(area: DivisionCode, records: &Records, terms: &Terms) -> Count {
    let breaches = breaches(area, records, terms);
    let mut count = Count::default();
    for one in standing(&breaches, records.data_issues.iter()) {
        if let Standing::Open(breach, _) = one {
            count.add(breach.rule.severity());
        }
    }
    count
}

/// The sum of rules.
pub fn sum(rules: &[RuleFindings]) -> Count {
    let mut count = Count::default();
    for rule in rules {
        rule.open.iter().for_each(|_| count.add(rule.rule.severity()));
    }
    count
}

impl Found {
    fn of(breach: &Breach, records: &Records) -> Self {
        let record = (breach.kind, breach.id);
        let fields = breach.kind.def().fields.iter();
        Self {
            name: name_of(records, record).unwrap_or_default(),
            field: fields
                .filter(|field| field.id == breach.field)
                .map(|field| field.label)
                .next(),
            place: place_of(record, records),
            breach: breach.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Id, Kind, PersonId, PovertyCause, RelationToHead};

    const DAY: Date = Date::of::<2018, 11, 28>();

    fn village() -> (DivisionCode, Records) {
        let mut records = Records::default();
        let row = &mut records.households.row_mut(Id::new("h1").unwrap()).record;
        row.head_name = Some("普小明".into());
        row.registered = Some(true);
        row.main_cause = Some(PovertyCause::Illness);
        row.other_causes = Some(vec![PovertyCause::Illness]);
        let member = &mut records.memberships.row_mut(Id::new("m1").unwrap()).record;
        member.household_id = HouseholdId::new("h1").ok();
        member.person_id = PersonId::new("p1").ok();
        member.relation = Some(RelationToHead::Head);
        member.start = Some(Date::of::<2018, 1, 1>());
        records.persons.row_mut(Id::new("p1").unwrap()).record.name = Some("普小明".into());
        (DivisionCode::new("530427203200").unwrap(), records)
    }

    #[test]
    fn a_finding_says_whose_it_is_and_where_it_is_put_right() {
        let (area, records) = village();
        let rules = findings(area, &records, &Terms::on(DAY));
        let helpers = rules.iter().find(|rule| rule.rule.id() == "V-HP-1").unwrap();
        let found = &helpers.open[0];
        assert_eq!(found.name, "普小明");
        assert_eq!(
            found.place,
            Some((HouseholdId::new("h1").unwrap(), Section::Register))
        );
        assert_eq!(sum(&rules), count(area, &records, &Terms::on(DAY)));
    }

    #[test]
    fn the_worst_stand_first() {
        let (area, records) = village();
        let rules = findings(area, &records, &Terms::on(DAY));
        assert!(rules.is_sorted_by_key(|rule| std::cmp::Reverse(rule.rule.severity())));
        assert!(rules[0].rule.severity().blocks());
    }

    #[test]
    fn what_was_accepted_is_no_longer_open_and_says_why() {
        let (area, mut records) = village();
        let of = |records: &Records| findings(area, records, &Terms::on(DAY));
        let acceptable = |rule: &&RuleFindings| !rule.rule.severity().blocks() && !rule.open.is_empty();
        let before = of(&records);
        let breach = before.iter().find(acceptable).unwrap().open[0].breach.clone();
        let issue = breach.accepted("已入户核实");
        let id = issue.id;
        records.data_issues.row_mut(id.into()).record = issue;
        let after = of(&records);
        let rule = after.iter().find(|rule| rule.rule == breach.rule).unwrap();
        assert!(rule.open.iter().all(|found| found.breach != breach));
        assert_eq!(rule.accepted[0].1, "已入户核实");
        assert_eq!(records.count(Kind::DataIssue), 1);
    }
}
