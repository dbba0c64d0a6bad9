//! Schooling: who might drop out, and who gets aid.

use super::{COUNTY, VILLAGE_TO_COUNTY};
use crate::ledgers::ledger::{Ledger, Only, Sheet, Source, field, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label};

/// Statuses of those who are at school.
const AT_SCHOOL: &[&str] = &[
    "kindergarten",
    "primary",
    "grade7",
    "grade8",
    "grade9",
    "senior1",
    "senior2",
    "senior3",
    "voc1",
    "voc2",
    "voc3",
    "hvoc1",
    "hvoc2",
    "hvoc3",
    "tech1",
    "tech2",
    "tech3",
    "tech4",
    "bachelor1",
    "bachelor2",
    "bachelor3",
    "bachelor4",
    "bachelor5",
    "postgraduate",
];

pub static DROPOUT: Ledger = Ledger {
    id: "L-05",
    label: Label::new("控辍保学动态管理台帐", "Ledger of dropout control"),
    quote: "“控辍保学”动态管理台帐",
    line: 58,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-EDU-01", "IND-EDU-02"],
    sheets: &[
        Sheet::new(
            "L-05",
            Label::new("一生一案", "One file a student"),
            Source::Records(Kind::StudentCase),
            &[
                field("person_id.name"),
                field("person_id.sex"),
                made(&AGE, age),
                field("person_id.home.head_name").named("户主", "Head"),
                field("school_year"),
                field("school"),
                field("grade"),
                field("state"),
                field("reason"),
                field("special"),
                field("opened"),
                field("closed"),
                made(&DAYS_OPEN, days_open),
                made(&STEPS, case_steps).summed(),
                made(&LAST_STEP, case_last_step),
                made(&LAST_DONE, case_last_done),
            ],
        )
        .order(&["state", "opened", "person_id.name"])
        .by("state"),
        Sheet::new(
            "L-05.steps",
            Label::new("劝返记录", "What was done"),
            Source::Records(Kind::StudentCaseAction),
            &[
                field("student_case_id.person_id.name"),
                field("student_case_id.school"),
                field("date"),
                field("who"),
                field("what"),
                field("result"),
            ],
        )
        .order(&["student_case_id.person_id.name", "date"]),
    ],
};

pub static AID: Ledger = Ledger {
    id: "L-06",
    label: Label::new("教育扶贫数据库", "Data of education aid"),
    quote: "教育扶贫数据库",
    line: 58,
    level: COUNTY,
    indicators: &["IND-EDU-03", "IND-EDU-05"],
    sheets: &[
        Sheet::new(
            "L-06",
            Label::new("资助发放", "Aid paid"),
            Source::Records(Kind::EducationAid),
            &[
                field("person_id.name"),
                field("person_id.home.head_name").named("户主", "Head"),
                field("person_id.this_year.student_status"),
                field("person_id.this_year.school"),
                field("kind"),
                field("year"),
                field("term"),
                field("amount"),
                field("paid_date"),
            ],
        )
        .order(&["year", "term", "kind", "person_id.name"])
        .by("kind"),
        Sheet::new(
            "L-06.students",
            Label::new("在校生", "Students"),
            Source::Records(Kind::PersonYear),
            &[
                field("person_id.name"),
                field("person_id.sex"),
                made(&AGE, age),
                field("person_id.home.head_name").named("户主", "Head"),
                field("student_status"),
                field("school"),
                field("education_aid_eligible"),
                made(&AIDED, aided),
                field("vocational_willing"),
            ],
        )
        .only(&[Only::ThisYear, Only::Code("student_status", AT_SCHOOL)])
        .order(&["student_status", "person_id.name"])
        .by("student_status"),
    ],
};
