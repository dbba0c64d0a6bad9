//! Health: illness, doctors' contracts, costs, institutions.

use super::{COUNTY, VILLAGE_TO_COUNTY};
use crate::ledgers::ledger::{Ledger, Place, Sheet, Source, field, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label};

pub static SYSTEM: Ledger = Ledger {
    id: "L-07",
    label: Label::new("健康扶贫动态管理", "Health management"),
    quote: "健康扶贫动态管理系统",
    line: 59,
    level: COUNTY,
    indicators: &["IND-MED-08", "IND-MED-09"],
    sheets: &[
        Sheet::new(
            "L-07",
            Label::new("患病人员", "Patients"),
            Source::Records(Kind::IllnessCase),
            &[
                field("person_id.name"),
                field("person_id.id_number"),
                field("person_id.sex"),
                made(&AGE, age),
                field("person_id.home.head_name").named("户主", "Head"),
                field("person_id.phone"),
                field("disease"),
                field("since"),
                field("batch"),
                field("state"),
                field("verified_on"),
                made(&HAS_DOCTOR, has_doctor),
                made(&COSTS_OF_YEAR, costs),
                made(&OWN_COSTS, own_costs),
            ],
        )
        .order(&["batch", "disease", "person_id.name"])
        .by("batch"),
        Sheet::new(
            "L-07.contracts",
            Label::new("家庭医生签约", "Doctors’ contracts"),
            Source::Records(Kind::DoctorContract),
            &[
                field("person_id.name"),
                field("person_id.home.head_name").named("户主", "Head"),
                field("doctor_name"),
                field("start"),
                field("end"),
                made(&SERVICES, services).summed(),
                made(&LAST_SERVICE, last_service),
            ],
        )
        .order(&["doctor_name", "person_id.name"]),
    ],
};

pub static COSTS: Ledger = Ledger {
    id: "L-08",
    label: Label::new("疾病费用信息", "Costs of illness"),
    quote: "准确录入疾病费用信息",
    line: 59,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-MED-05", "IND-MED-06", "IND-MED-07"],
    sheets: &[Sheet::new(
        "L-08",
        Label::new("就医结算", "Medical bills"),
        Source::Records(Kind::MedicalEvent),
        &[
            field("person_id.name"),
            field("person_id.home.head_name").named("户主", "Head"),
            field("kind"),
            field("admitted"),
            field("date"),
            field("institution_id.name|institution").named("医疗机构", "Institution"),
            field("in_county"),
            field("referral_compliant"),
            field("one_stop"),
            field("total"),
            field("pay_basic"),
            field("pay_major"),
            field("pay_aid"),
            field("pay_fallback"),
            field("pay_other"),
            field("self_pay"),
        ],
    )
    .order(&["date", "person_id.name"])
    .by("kind")],
};

pub static ONE_STOP: Ledger = Ledger {
    id: "L-10",
    label: Label::new(
        "“一站式”即时结算定点医疗机构",
        "Institutions that settle at one stop",
    ),
    quote: "城乡医疗救助“一站式服务”即时结算",
    line: 59,
    level: COUNTY,
    indicators: &["IND-MED-11"],
    sheets: &[Sheet::new(
        "L-10",
        Label::new("定点医疗机构", "Institutions"),
        Source::Records(Kind::MedicalInstitution),
        &[
            field("name"),
            field("division_code"),
            field("one_stop"),
            field("treat_first"),
            made(&BILLS, bills).summed(),
            made(&ONE_STOP_BILLS, one_stop_bills).summed(),
        ],
    )
    .at(Place::At("division_code"))
    .order(&["division_code", "name"])],
};
