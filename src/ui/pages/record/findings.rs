//! What does not hold together, at the field that it concerns: what it is, what to do, and the way to say why it is so.

use super::OpenRecord;
use crate::journal::RecordKey;
use crate::model::consistency::{Breach, Severity, Standing, Terms, breaches_of, standing};
use crate::model::{DivisionCode, Id, Kind, Records, around};
use crate::ui::components::{Card, Status, StatusView};
use crate::ui::pages::checks::Accept;
use crate::ui::text::checks;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A finding about a record of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// The finding.
    pub breach: Breach,
    /// Why it was accepted, if it was.
    pub accepted: Option<String>,
}

/// What does not hold about the records of a page alone.
pub fn noted(area: DivisionCode, records: &Records, keys: &BTreeSet<RecordKey>, terms: &Terms) -> Vec<Noted> {
    let alone = keys.iter().next().filter(|_| keys.len() == 1);
    let mut breaches = match alone {
        Some(only) => breaches_of(area, records, terms, &around(records, *only)),
        None => breaches_of(area, records, terms, keys),
    };
    breaches.retain(|breach| keys.contains(&(breach.kind, breach.id)));
    let stand = standing(&breaches, records.data_issues.iter());
    let note = |one: Standing<'_>| match one {
        Standing::Open(breach, _) => Some(Noted {
            breach: breach.clone(),
            accepted: None,
        }),
        Standing::Accepted(breach, issue) => Some(Noted {
            breach: breach.clone(),
            accepted: Some(issue.reason.clone().unwrap_or_default()),
        }),
        Standing::Gone(_) => None,
    };
    stand.into_iter().filter_map(note).collect()
}

/// The findings at a field of a record.
#[component]
pub fn FieldFindings(
    /// The record's kind.
    kind: Kind,
    /// The record.
    id: Id,
    /// The field.
    field: &'static str,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let own = Memo::new(move |_| {
        open.findings.with(|all| {
            let here = |one: &&Noted| (one.breach.kind, one.breach.id, one.breach.field) == (kind, id, field);
            all.iter().filter(here).cloned().collect::<Vec<_>>()
        })
    });
    move || {
        own.get()
            .into_iter()
            .map(|noted| view! { <FindingNote noted /> })
            .collect_view()
    }
}

/// The findings about a record that no field of its form shows.
#[component]
pub fn RecordFindings(
    /// The record.
    record: RecordKey,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = checks::Texts(open.language);
    let own = Memo::new(move |_| {
        open.findings.with(|all| {
            let here =
                |one: &&Noted| (one.breach.kind, one.breach.id) == record && !is_at_a_field(&one.breach);
            all.iter().filter(here).cloned().collect::<Vec<_>>()
        })
    });
    move || {
        let own = own.get();
        (!own.is_empty()).then(|| {
            let notes = own.into_iter().map(|noted| view! { <FindingNote noted /> });
            view! { <Card title=t.title()>{notes.collect_view()}</Card> }
        })
    }
}

/// Whether a form shows the field that a finding names.
fn is_at_a_field(breach: &Breach) -> bool {
    let fields = breach.kind.def().fields.iter();
    let mut typed = fields.filter(|def| super::record_fields::is_typed(breach.kind, def));
    typed.any(|def| def.id == breach.field)
}

/// One finding.
#[component]
fn FindingNote(noted: Noted) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = checks::Texts(open.language);
    let Noted { breach, accepted } = noted;
    let rule = breach.rule;
    if let Some(reason) = accepted {
        let words = t.accepted_at(t.0.pick(rule.label()), &reason);
        return view! { <p class="finding finding-accepted">{words}</p> }.into_any();
    }
    let (class, status, word) = match rule.severity() {
        Severity::Error => ("finding finding-must", Status::NotMet, t.must()),
        Severity::Warn => ("finding", Status::Unknown, t.should()),
        Severity::Info => ("finding finding-info", Status::Info, t.known()),
    };
    let accept = move || {
        let may = !rule.severity().blocks() && !open.locked.get();
        may.then(|| view! { <Accept area=open.area breach=breach.clone() /> })
    };
    view! {
        <div class=class role="note">
            <p><StatusView status words=word /> " " {t.0.pick(rule.label())}</p>
            <p class="finding-advice">{t.0.pick(rule.advice())}</p>
            {accept}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Date, HouseGrade, HouseWorkState};

    fn house() -> Records {
        let mut records = Records::default();
        let row = &mut records.dangerous_houses.row_mut(Id::new("d1").unwrap()).record;
        (row.grade, row.state) = (Some(HouseGrade::C), Some(HouseWorkState::Closed));
        records
    }

    fn of_house(records: &Records) -> Vec<Noted> {
        let area = DivisionCode::new("530427203200").unwrap();
        let keys = BTreeSet::from([(Kind::DangerousHouse, Id::new("d1").unwrap())]);
        noted(area, records, &keys, &Terms::on(Date::of::<2018, 12, 31>()))
    }

    #[test]
    fn a_finding_is_noted_at_its_field_until_it_is_accepted() {
        let mut records = house();
        let found = of_house(&records);
        let one = found
            .iter()
            .find(|one| one.breach.field == "appraised_on")
            .unwrap();
        assert!(is_at_a_field(&one.breach) && one.accepted.is_none());
        let issue = one.breach.accepted("认定日期无从查考");
        let (id, before) = (issue.id, found.len());
        records.data_issues.row_mut(id.into()).record = issue;
        let found = of_house(&records);
        let reason = found.iter().find_map(|one| one.accepted.as_deref());
        assert_eq!((reason, found.len()), (Some("认定日期无从查考"), before));
    }

    #[test]
    fn what_no_form_asks_for_is_noted_at_the_record() {
        let breach = |field| Breach {
            kind: Kind::DangerousHouse,
            id: Id::new("d1").unwrap(),
            field,
            rule: crate::model::consistency::Rule::StateBehind,
            detail: String::new(),
            digest: String::new(),
        };
        for field in ["", "state", "household_id"] {
            assert!(!is_at_a_field(&breach(field)), "{field}");
        }
        assert!(is_at_a_field(&breach("grade")));
    }
}
