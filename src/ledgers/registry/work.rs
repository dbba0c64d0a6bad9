//! Work: the three lists, and what the labour transfer system asks for.

use super::{COUNTY, VILLAGE_TO_COUNTY};
use crate::ledgers::ledger::{Ledger, Only, Place, Sheet, Source, field, given, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label};

pub static THREE_LISTS: Ledger = Ledger {
    id: "L-03",
    label: Label::new("就业“三个清单”", "The three lists of work"),
    quote: "贫困户劳动力对象、用工单位需求、政府公益岗位“三个清单”",
    line: 50,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-EMP-02", "IND-EMP-04", "IND-EMP-06"],
    sheets: &[
        Sheet::new(
            "L-03",
            Label::new("有就业意愿的劳动力", "Workers who want work"),
            Source::Records(Kind::PersonYear),
            &[
                field("person_id.name"),
                field("person_id.sex"),
                made(&AGE, age),
                field("person_id.home.head_name").named("户主", "Head"),
                field("person_id.phone"),
                field("labour"),
                field("employment_trades"),
                field("expected_wage"),
                made(&FIT_COUNT, fit_count),
                made(&FIT_JOBS, fit_jobs),
                made(&FIT_POSTS, fit_posts),
                made(&FIT_WHY, fit_why),
            ],
        )
        .only(&[Only::ThisYear, Only::Yes("employment_willing")])
        .order(&["person_id.home.head_name", "person_id.name"])
        .by("labour"),
        Sheet::new(
            "L-03.demands",
            Label::new("用工单位需求", "What employers ask for"),
            Source::Records(Kind::JobDemand),
            &[
                field("enterprise"),
                field("posts").summed(),
                field("trades"),
                field("wage").named("月工资", "Monthly wage"),
                field("place"),
                field("contact"),
                field("date"),
                field("closed_date"),
                made(&WANTED, wanted),
                made(&CANDIDATES, candidates),
            ],
        )
        .at(Place::Everybody)
        .order(&["-date", "enterprise"]),
        Sheet::new(
            "L-03.posts",
            Label::new("政府公益岗位", "Public posts"),
            Source::Records(Kind::PublicPost),
            &[
                field("kind"),
                field("year"),
                field("quota").summed(),
                made(&HELD, held).summed(),
                made(&FREE, free).summed(),
                field("pay_mode"),
                field("monthly"),
                made(&CANDIDATES, candidates),
            ],
        )
        .order(&["year", "kind"])
        .by("kind"),
        Sheet::new(
            "L-03.matches",
            Label::new("人岗匹配", "Workers and posts that fit"),
            Source::Made(&[Kind::PersonYear, Kind::JobDemand, Kind::PublicPost], matches),
            &[
                given(&MATCH_WORKER),
                given(&MATCH_PHONE),
                given(&MATCH_TRADES),
                given(&MATCH_EXPECTED),
                given(&MATCH_KIND),
                given(&MATCH_EMPLOYER),
                given(&MATCH_POST),
                given(&MATCH_WAGE),
                given(&MATCH_WHY),
            ],
        )
        .order(&["worker", "post", "employer", "public_post"])
        .by("post"),
    ],
};

pub static TRANSFER_SYSTEM: Ledger = Ledger {
    id: "L-04",
    label: Label::new("劳动力转移就业录入", "Entry of labour transfer"),
    quote: "扶贫大数据平台信息与农村劳动力转移就业信息录入系统",
    line: 50,
    level: COUNTY,
    indicators: &["IND-EMP-01", "IND-EMP-02"],
    sheets: &[Sheet::new(
        "L-04",
        Label::new("转移就业人员", "Persons in transfer employment"),
        Source::Records(Kind::EmploymentSpell),
        &[
            field("person_id.name"),
            field("person_id.id_number"),
            field("person_id.sex"),
            field("person_id.birth_date"),
            field("person_id.ethnic"),
            field("person_id.phone"),
            field("person_id.home.head_name").named("户主", "Head"),
            field("person_id.home.national_household_no"),
            field("person_id.this_year.education"),
            field("person_id.this_year.employment_trades"),
            field("kind"),
            field("area"),
            field("channel"),
            field("partner"),
            field("employer"),
            field("job"),
            field("start"),
            field("end"),
            field("monthly_wage").named("月工资", "Monthly wage"),
            field("contract"),
        ],
    )
    .only(&[Only::Code(
        "kind",
        &["outward", "local_transfer", "workshop", "public_post"],
    )])
    .order(&["kind", "start", "person_id.name"])
    .by("kind")],
};
