//! Projects: the two libraries, the yearly plans, the clinics.

use super::{COUNTY, COUNTY_TOWNSHIP};
use crate::ledgers::ledger::{Ledger, Only, Place, Sheet, Source, field, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label};

const PROJECTS: Source = Source::Records(Kind::Project);
const THERE: Place = Place::At("division_code");

pub static INDUSTRY: Ledger = Ledger {
    id: "L-01",
    label: Label::new("产业扶贫项目库", "Library of industry projects"),
    quote: "县、乡镇产业扶贫项目库",
    line: 48,
    level: COUNTY_TOWNSHIP,
    indicators: &["IND-PRJ-01", "IND-PRJ-03"],
    sheets: &[Sheet::new(
        "L-01",
        Label::new("产业项目", "Industry projects"),
        PROJECTS,
        &[
            field("library_no"),
            field("name"),
            field("division_code"),
            field("level"),
            field("plan_year"),
            field("lead_unit_name"),
            field("stage"),
            made(&PLANNED, planned),
            made(&PAID, paid),
            field("performance_goal"),
            field("beneficiary_reg_households"),
            field("beneficiary_reg_persons"),
        ],
    )
    .only(&[Only::Code("category", &["industry"])])
    .at(THERE)
    .order(&["plan_year", "library_no"])
    .by("stage")],
};

pub static LIBRARY: Ledger = Ledger {
    id: "L-02",
    label: Label::new("县级脱贫攻坚项目库", "The county’s library of projects"),
    quote: "县级脱贫攻坚项目库",
    line: 69,
    level: COUNTY,
    indicators: &["IND-PRJ-01", "IND-PRJ-02", "IND-PRJ-03"],
    sheets: &[
        Sheet::new(
            "L-02",
            Label::new("项目", "Projects"),
            PROJECTS,
            &[
                field("library_no"),
                field("name"),
                field("category"),
                field("batch"),
                field("division_code"),
                field("plan_year"),
                field("lead_unit_name"),
                field("stage"),
                made(&PLANNED, planned),
                made(&PAID, paid),
                field("publicity_done"),
                field("performance_goal"),
                field("started_on"),
                field("completed_on"),
                field("accepted_on"),
            ],
        )
        .at(THERE)
        .order(&["category", "plan_year", "library_no"])
        .by("category"),
        Sheet::new(
            "L-02.payments",
            Label::new("资金支付", "Payments"),
            Source::Records(Kind::ProjectPayment),
            &[
                field("project_id.name"),
                field("project_id.division_code"),
                field("date"),
                field("level"),
                field("amount"),
                field("voucher"),
            ],
        )
        .at(Place::At("project_id.division_code"))
        .order(&["date"])
        .by("level"),
    ],
};

pub static PLANS: Ledger = Ledger {
    id: "L-19",
    label: Label::new("项目年度计划和实施方案", "Yearly project plans"),
    quote: "项目年度计划、到村到组到户的实施方案",
    line: 69,
    level: COUNTY_TOWNSHIP,
    indicators: &["IND-PRJ-03"],
    sheets: &[
        Sheet::new(
            "L-19",
            Label::new("计划和方案文本", "Plans handed in"),
            Source::Records(Kind::FormalDocument),
            &[
                field("kind"),
                field("year"),
                field("title"),
                field("from_name"),
                field("to_name"),
                field("due"),
                field("submitted"),
                made(&DAYS_LATE, days_late),
            ],
        )
        .only(&[Only::Code("kind", &["project_plan", "implementation_plan"])])
        .order(&["year", "kind", "from_name"])
        .by("year"),
        Sheet::new(
            "L-19.projects",
            Label::new("到村到组到户项目", "Projects by whom they are for"),
            PROJECTS,
            &[
                field("plan_year"),
                field("level"),
                field("name"),
                field("division_code"),
                field("lead_unit_name"),
                made(&PLANNED, planned),
                field("performance_goal"),
            ],
        )
        .at(THERE)
        .order(&["plan_year", "level", "name"])
        .by("level"),
    ],
};

pub static CLINICS: Ledger = Ledger {
    id: "L-22",
    label: Label::new("村卫生室达标验收", "Acceptance of village clinics"),
    quote: "新平县标准化卫生室建设达标验收标准",
    line: 59,
    level: COUNTY,
    indicators: &["IND-MED-10"],
    sheets: &[
        Sheet::new(
            "L-22",
            Label::new("卫生室", "Clinics"),
            PROJECTS,
            &[
                field("name"),
                field("division_code"),
                field("plan_year"),
                field("stage"),
                made(&ITEMS, items).summed(),
                made(&ITEMS_MET, items_met).summed(),
                made(&PLANNED, planned),
                field("accepted_on"),
            ],
        )
        .only(&[Only::Code("category", &["health_clinic"])])
        .at(THERE)
        .order(&["division_code", "name"])
        .by("stage"),
        Sheet::new(
            "L-22.items",
            Label::new("验收条目", "Items of the acceptance"),
            Source::Records(Kind::ClinicChecklistItem),
            &[
                field("project_id.name"),
                field("position"),
                field("requirement"),
                field("met"),
                field("checked_on"),
                field("note"),
            ],
        )
        .at(Place::At("project_id.division_code"))
        .order(&["project_id.name", "position"]),
    ],
};
