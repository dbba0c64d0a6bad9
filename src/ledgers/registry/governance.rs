//! Governance: the base data and its comparison, problems, letters and plans.

use super::{COUNTY, COUNTY_TOWNSHIP, VILLAGE_TO_COUNTY};
use crate::ledgers::findings::{KINDS, RULES, SEVERITIES, findings};
use crate::ledgers::ledger::{Column, Ledger, Only, Place, Sheet, Source, field, given, made};
use crate::ledgers::made::*;
use crate::model::{Code, FieldDef, FieldType, FindingState, Kind, Label, Level};

pub static BASE_2017: Ledger = Ledger {
    id: "L-11",
    label: Label::new("2017年动态管理数据入库", "Base data of 2017"),
    quote: "2017年贫困对象动态管理数据",
    line: 96,
    level: COUNTY,
    indicators: &["IND-POV-01", "IND-POV-03"],
    sheets: &[
        Sheet::new(
            "L-11",
            Label::new("各村入库情况", "Taken in by village"),
            Source::Years(Kind::Division, Level::Village),
            &[
                made(&IN_REGISTER, in_register).summed(),
                made(&OF_BASE, of_base).summed(),
                made(&COHORT, cohort).summed(),
                made(&COHORT_OPEN, cohort_open).summed(),
                made(&PEOPLE, people).summed(),
                made(&PEOPLE_OF_BASE, people_of_base).summed(),
            ],
        ),
        Sheet::new(
            "L-11.households",
            Label::new("2017年数据的户", "Households of the base"),
            Source::Records(Kind::Household),
            &[
                field("head_name"),
                field("group_name"),
                field("national_household_no"),
                made(&MEMBERS, members).summed(),
                field("attribute"),
                field("poverty_status"),
                field("exit_year"),
                field("cohort_not_exited_2017"),
            ],
        )
        .only(&[Only::Code("source", &["base2017"])])
        .order(&["head_name"])
        .by("poverty_status"),
    ],
};

static FOUND_RULE: FieldDef = FieldDef::new("rule", Label::new("规则", "Rule"), FieldType::Code(&RULES));
static FOUND_SEVERITY: FieldDef = FieldDef::new(
    "severity",
    Label::new("程度", "How bad"),
    FieldType::Code(&SEVERITIES),
);
static FOUND_KIND: FieldDef =
    FieldDef::new("kind", Label::new("记录类型", "Record"), FieldType::Code(&KINDS));
static FOUND_NAME: FieldDef = FieldDef::new("name", Label::new("涉及", "Whose"), FieldType::Text);
static FOUND_STATE: FieldDef = FieldDef::new(
    "state",
    Label::new("处理", "State"),
    FieldType::Code(FindingState::LIST),
);
static FOUND_REASON: FieldDef = FieldDef::new("reason", Label::new("理由", "Reason"), FieldType::Text);

pub static COMPARISON: Ledger = Ledger {
    id: "L-12",
    label: Label::new("数据比对核实", "Comparison of the data"),
    quote: "做好信息数据集中比对、核实和修改等工作",
    line: 96,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-DQ-02"],
    sheets: &[Sheet::new(
        "L-12",
        Label::new("比对疑点", "Findings"),
        Source::Made(&[Kind::DataIssue], findings),
        &[
            given(&FOUND_RULE),
            given(&FOUND_SEVERITY),
            given(&FOUND_KIND),
            given(&FOUND_NAME),
            given(&FOUND_STATE),
            given(&FOUND_REASON),
        ],
    )
    .order(&["severity", "rule"])
    .by("severity")],
};

pub static ISSUES: Ledger = Ledger {
    id: "L-15",
    label: Label::new("整改问题清单", "Problems to be put right"),
    quote: "8大类85条203具体问题",
    line: 94,
    level: COUNTY,
    indicators: &["IND-ISS-01", "IND-ISS-02"],
    sheets: &[
        Sheet::new(
            "L-15",
            Label::new("问题", "Problems"),
            Source::Records(Kind::Issue),
            &[
                field("problem_no"),
                field("item_no"),
                field("category"),
                field("area"),
                field("origin"),
                field("text"),
                field("owner_unit_name"),
                field("target_code"),
                field("deadline"),
                field("state"),
                made(&DAYS_OVERDUE, days_overdue),
                made(&STEPS, issue_steps).summed(),
                made(&LAST_STEP, issue_last_step),
                made(&LAST_DONE, issue_last_done),
                field("closed_on"),
                field("reviewer"),
            ],
        )
        .at(Place::At("target_code"))
        .order(&["problem_no"])
        .by("state"),
        Sheet::new(
            "L-15.steps",
            Label::new("整改进展", "What was done"),
            Source::Records(Kind::IssueProgress),
            &[
                field("issue_id.problem_no"),
                field("issue_id.text"),
                field("issue_id.owner_unit_name"),
                field("date"),
                field("text"),
                field("state"),
            ],
        )
        .at(Place::At("issue_id.target_code"))
        .order(&["issue_id.problem_no", "date"]),
    ],
};

const DOCUMENTS: Source = Source::Records(Kind::FormalDocument);
const DOCUMENT: &[Column] = &[
    field("year"),
    field("title"),
    field("from_name"),
    field("to_name"),
    field("due"),
    field("submitted"),
    made(&DAYS_LATE, days_late),
];

pub static LETTERS: Ledger = Ledger {
    id: "L-18",
    label: Label::new("责任书", "Letters of responsibility"),
    quote: "责任书",
    line: 106,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-DOC-02"],
    sheets: &[
        Sheet::new("L-18", Label::new("责任书", "Letters"), DOCUMENTS, DOCUMENT)
            .only(&[Only::Code("kind", &["responsibility_letter", "commitment"])])
            .order(&["year", "from_name"])
            .by("year"),
    ],
};

pub static ACTION_PLANS: Ledger = Ledger {
    id: "L-20",
    label: Label::new("行动方案", "Action plans"),
    quote: "行动方案",
    line: 112,
    level: COUNTY_TOWNSHIP,
    indicators: &["IND-DOC-01"],
    sheets: &[Sheet::new(
        "L-20",
        Label::new("三年行动方案", "Action plans of three years"),
        DOCUMENTS,
        DOCUMENT,
    )
    .only(&[Only::Code("kind", &["action_plan"])])
    .order(&["from_name", "submitted"])
    .by("year")],
};
