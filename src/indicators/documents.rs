//! Formal documents: IND-DOC-01 to 03 (plan lines 106, 112). Whoever hands a document in records it.

use super::answers::{all, any, is, judged};
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Subject, Subjects, Test,
};
use crate::model::{DivisionCode, DocumentKind, FormalDocument, Id, Kind, Label, Level, OrgKind};
use crate::plan::divisions::townships;
use crate::plan::{Body, Chapter};

const UNITS: Label = Label::new("个单位", "units");

pub(super) const ACTION_PLANS: Declaration = Declaration::new(
    "IND-DOC-01",
    Label::new("行动方案报送", "Action plans handed in"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::Township, Level::County], action_plans),
    &[Figure::new(
        "IND-DOC-01",
        Label::new("已报送单位", "Units that handed in"),
        UNITS,
        Some(Goal::of_target::<81>(Test::Everybody)),
    )],
);

/// A township's own plan; in the county's records those of its departments.
fn action_plans(context: &Context, subjects: &mut Subjects) {
    if context.village.area.level() == Level::Township {
        let handed_in = documents(context, |row| {
            all(&[
                is(&row.kind, &[DocumentKind::ActionPlan]),
                is_submitted(row, context),
            ])
        });
        return subjects.area(&[(context.if_reported(|| handed_in), 1)]);
    }
    for body in Body::ALL.iter().filter(|body| !body.is_group()) {
        let handed_in = || {
            documents(context, |row| {
                all(&[
                    is(&row.kind, &[DocumentKind::ActionPlan]),
                    is_submitted(row, context),
                    is_from(row, *body, context),
                ])
            })
        };
        let id = Id::new(body.id()).unwrap_or_default();
        let judgement = context.if_reported(handed_in);
        subjects.say(Subject::Record(Kind::OrgUnit), id, &[(judgement, 1)]);
    }
}

/// Whether some document is the one that is wanted.
fn documents(context: &Context, is_it: impl Fn(&FormalDocument) -> Option<bool>) -> Judgement {
    let there = any(context.village.records.formal_documents.iter().map(is_it));
    judged(there, Cause::NotSubmitted, Kind::FormalDocument, "submitted")
}

/// A document without a date is not handed in yet.
fn is_submitted(row: &FormalDocument, context: &Context) -> Option<bool> {
    Some(context.has_come(row.submitted) == Some(true))
}

/// Whether a document is from a department: by the name of its unit, or as it was written.
fn is_from(row: &FormalDocument, body: Body, context: &Context) -> Option<bool> {
    let unit = row
        .from_unit_id
        .and_then(|id| context.village.records.org_units.get(id));
    let name = unit
        .and_then(|unit| unit.name.as_deref())
        .or(row.from_name.as_deref());
    name.map(|name| Body::named(name) == Some(body))
}

pub(super) const LETTERS: Declaration = Declaration::new(
    "IND-DOC-02",
    Label::new("责任书签订", "Responsibility letters signed"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::Village, Level::Township], letters),
    &[Figure::new(
        "IND-DOC-02",
        Label::new("已签订乡村", "Townships and villages that signed"),
        UNITS,
        Some(Goal::of_target::<82>(Test::Everybody)),
    )],
);

fn letters(context: &Context, subjects: &mut Subjects) {
    let signed = || {
        documents(context, |row| {
            all(&[
                is(&row.kind, &[DocumentKind::ResponsibilityLetter]),
                row.year.map(|year| year == context.year),
                is_submitted(row, context),
            ])
        })
    };
    subjects.area(&[(context.if_reported(signed), 1)]);
}

pub(super) const ASSESSED: Declaration = Declaration::new(
    "IND-DOC-03",
    Label::new("考核结果运用", "Assessment results applied"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], assessed),
    &[Figure::new(
        "IND-DOC-03",
        Label::new("有已运用结果的单位", "Units with a result that was applied"),
        UNITS,
        None,
    )],
);

/// Townships and pairing units, each with a score or grade of the year that is linked to the yearly evaluation.
fn assessed(context: &Context, subjects: &mut Subjects) {
    let records = context.village.records;
    let result = |is_about: &dyn Fn(&FormalDocument) -> Option<bool>| {
        let there = any(records.formal_documents.iter().map(|row| {
            all(&[
                is(&row.kind, &[DocumentKind::Assessment]),
                row.year.map(|year| year == context.year),
                Some(row.score.is_some() || row.grade.is_some()),
                is_about(row),
                row.applied,
            ])
        }));
        judged(there, Cause::NotAssessed, Kind::FormalDocument, "applied")
    };
    for township in townships().iter().filter_map(|row| DivisionCode::new(row.code)) {
        let judgement = context.if_reported(|| result(&|row| Some(row.to_code == Some(township))));
        subjects.place(township, judgement);
    }
    for unit in records.org_units.iter() {
        if unit.kind == Some(OrgKind::HelperUnit) {
            let judgement = result(&|row| Some(row.to_unit_id == Some(unit.id)));
            subjects.record(unit, judgement);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{
        Count, DivisionCode, DocumentKind, FormalDocument, OrgKind, OrgUnitId, Records, Year,
    };

    const END: &str = "2018-12-31";
    const COUNTY: &str = "530427";

    fn document<'a>(records: &'a mut Records, name: &str, kind: DocumentKind) -> &'a mut FormalDocument {
        let row = &mut records.formal_documents.row_mut(id(name)).record;
        (row.kind, row.year, row.submitted) = (Some(kind), Some(Year(2018)), Some(day("2018-11-30")));
        row
    }

    #[test]
    fn doc_01_wants_a_plan_of_every_township_and_department() {
        let mut f = Fixture::default();
        document(&mut f.township, "d1", DocumentKind::ActionPlan);
        assert_eq!(f.office_tally("IND-DOC-01", &VILLAGE[..9], END), [1; 4]);
        assert_eq!(
            f.office_tally("IND-DOC-01", &VILLAGE[..9], "2018-11-29"),
            [0, 1, 1, 1]
        );
        document(&mut f.county, "d2", DocumentKind::ActionPlan).from_name = Some("县发改局".into());
        assert_eq!(f.office_tally("IND-DOC-01", COUNTY, END), [1, 32, 32, 32]);
        assert_eq!(f.county_tally("IND-DOC-01", END), [2, 44, 33, 44]);
    }

    #[test]
    fn doc_02_wants_a_letter_of_every_township_and_village_every_year() {
        let mut f = Fixture::default();
        document(&mut f.village, "d1", DocumentKind::ResponsibilityLetter);
        assert_eq!(f.tally("IND-DOC-02", END), [1; 4]);
        assert_eq!(f.tally("IND-DOC-02", "2019-12-31"), [0, 1, 1, 1]);
        assert_eq!(
            f.county_tally("IND-DOC-02", END),
            [1, 136, 2, 136],
            "124 villages, 12 townships"
        );
    }

    #[test]
    fn doc_03_wants_results_that_were_applied() {
        let mut f = Fixture::default();
        f.county.org_units.row_mut(id("u1")).record.kind = Some(OrgKind::HelperUnit);
        let row = document(&mut f.county, "d1", DocumentKind::Assessment);
        (row.to_code, row.score) = (DivisionCode::new(&VILLAGE[..9]), Some(Count(9_500)));
        assert_eq!(f.office_tally("IND-DOC-03", COUNTY, END), [0, 13, 12, 13]);
        document(&mut f.county, "d1", DocumentKind::Assessment).applied = Some(true);
        assert_eq!(f.office_tally("IND-DOC-03", COUNTY, END), [1, 13, 13, 13]);
        let row = document(&mut f.county, "d2", DocumentKind::Assessment);
        (row.to_unit_id, row.grade) = (Some(OrgUnitId(id("u1"))), Some("好".into()));
        row.applied = Some(true);
        assert_eq!(f.office_tally("IND-DOC-03", COUNTY, END), [2, 13, 13, 13]);
    }
}
