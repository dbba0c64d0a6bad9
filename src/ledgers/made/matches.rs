//! What the three lists say of each other.

use super::{count, def, number};
use crate::ledgers::matching::{Fit, REASONS, holders, is_wanted};
use crate::ledgers::scope::{At, Scope};
use crate::ledgers::table::Row;
use crate::model::{Code, CodeDef, CodeList, FieldDef, FieldType, Kind, PublicPostKind, TradeKind, Value};

pub static FIT_COUNT: FieldDef = count("fits", "匹配岗位数", "Posts that fit", ("个", "posts"));
pub static FIT_JOBS: FieldDef = def(
    "fit_jobs",
    "匹配的用工单位",
    "Employers that fit",
    FieldType::Texts,
);
pub static FIT_POSTS: FieldDef = def(
    "fit_posts",
    "匹配的公益性岗位",
    "Public posts that fit",
    FieldType::Codes(PublicPostKind::LIST),
);
pub static FIT_WHY: FieldDef = def("fit_why", "匹配理由", "Why they fit", FieldType::Codes(&REASONS));

fn fits_of<'s>(at: &'s At<'_, '_>) -> impl Iterator<Item = &'s Fit> {
    at.scope.fits().of_worker(at.id).iter()
}

/// How many posts fit a worker.
pub fn fit_count(at: &At<'_, '_>) -> Value {
    number(fits_of(at).count())
}

/// The employers whose demands fit.
pub fn fit_jobs(at: &At<'_, '_>) -> Value {
    let jobs = fits_of(at).filter(|fit| fit.post.0 == Kind::JobDemand);
    listed(jobs.map(|fit| post_value(at.scope, fit, "enterprise")))
}

/// The kinds of public posts that fit.
pub fn fit_posts(at: &At<'_, '_>) -> Value {
    let posts = fits_of(at).filter(|fit| fit.post.0 == Kind::PublicPost);
    listed(posts.map(|fit| post_value(at.scope, fit, "kind")))
}

/// Why they fit, each reason once.
pub fn fit_why(at: &At<'_, '_>) -> Value {
    listed(fits_of(at).flat_map(|fit| fit.reasons.iter().map(|reason| Value::from(*reason))))
}

/// Values once each, in their order; unknown when there is none.
fn listed(values: impl Iterator<Item = Value>) -> Value {
    let mut all: Vec<Value> = Vec::new();
    for value in values.filter(|value| !value.is_null()) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    if all.is_empty() {
        Value::Null
    } else {
        Value::List(all.into())
    }
}

fn post_value(scope: &Scope<'_>, fit: &Fit, field: &str) -> Value {
    let (kind, id) = fit.post;
    let place = kind.def().position(field);
    let part = scope.parts.get(fit.part);
    match (part, place) {
        (Some(part), Some(place)) => part.get(kind, id, place),
        _ => Value::Null,
    }
}

pub static CANDIDATES: FieldDef = count("candidates", "匹配人数", "Workers who fit", ("人", "persons"));

/// How many workers fit a post or a demand.
pub fn candidates(at: &At<'_, '_>) -> Value {
    number(at.scope.fits().of_post((at.kind, at.id)))
}

pub static WANTED: FieldDef = def("wanted", "招工中", "Still wanted", FieldType::Tri);

/// Whether an employer still looks for people.
pub fn wanted(at: &At<'_, '_>) -> Value {
    let demand = at.part.records.job_demands.get(at.id);
    demand.map_or(Value::Null, |demand| is_wanted(at.scope, demand).into())
}

pub static HELD: FieldDef = count("held", "在岗人数", "Held", ("人", "persons"));
pub static FREE: FieldDef = count("free", "空缺名额", "Free places", ("个", "places"));

/// How many hold a public post.
pub fn held(at: &At<'_, '_>) -> Value {
    number(holders(at.scope, at.part, at.id))
}

/// How many of its places nobody holds.
pub fn free(at: &At<'_, '_>) -> Value {
    let post = at.part.records.public_posts.get(at.id);
    let quota = post.and_then(|post| post.quota);
    let held = holders(at.scope, at.part, at.id) as i64;
    quota.map_or(Value::Null, |quota| (quota.0 - held).max(0).into())
}

const fn kind_of_post(kind: Kind) -> CodeDef {
    CodeDef {
        id: kind.def().id,
        label: kind.def().label,
        national: "",
    }
}

static POSTS: CodeList = CodeList {
    id: "post",
    values: &[kind_of_post(Kind::JobDemand), kind_of_post(Kind::PublicPost)],
};

pub static MATCH_WORKER: FieldDef = def("worker", "劳动力", "Worker", FieldType::Text);
pub static MATCH_PHONE: FieldDef = def("phone", "联系电话", "Telephone", FieldType::Text);
pub static MATCH_TRADES: FieldDef = def("trades", "就业技能", "Trades", FieldType::Codes(TradeKind::LIST));
pub static MATCH_EXPECTED: FieldDef = def("expected", "期望月工资", "Expected wage", FieldType::Money);
pub static MATCH_KIND: FieldDef = def("post", "岗位来源", "Offered as", FieldType::Code(&POSTS));
pub static MATCH_EMPLOYER: FieldDef = def("employer", "用工单位", "Employer", FieldType::Text);
pub static MATCH_POST: FieldDef = def(
    "public_post",
    "公益性岗位",
    "Public post",
    FieldType::Code(PublicPostKind::LIST),
);
pub static MATCH_WAGE: FieldDef = def("wage", "岗位月工资", "Wage offered", FieldType::Money);
pub static MATCH_WHY: FieldDef = def("why", "匹配理由", "Why it fits", FieldType::Codes(&REASONS));

/// Every worker with every post that fits, and why.
pub fn matches(scope: &Scope<'_>) -> Vec<Row> {
    let row = |fit: &Fit| {
        let part = scope.parts.get(fit.part)?;
        let at = At {
            scope,
            part,
            kind: Kind::PersonYear,
            id: fit.worker,
        };
        let of_job = fit.post.0 == Kind::JobDemand;
        let wage = if of_job { "wage" } else { "monthly" };
        let of = |own: bool, field: &str| {
            if own {
                post_value(scope, fit, field)
            } else {
                Value::Null
            }
        };
        Some(Row {
            keeper: part.area,
            place: part.area,
            kind: Kind::PersonYear,
            id: fit.worker,
            cells: vec![
                at.value("person_id.name"),
                at.value("person_id.phone"),
                at.value("employment_trades"),
                at.value("expected_wage"),
                fit.post.0.def().id.into(),
                of(of_job, "enterprise"),
                of(!of_job, "kind"),
                of(true, wage),
                Value::List(fit.reasons.iter().map(|reason| Value::from(*reason)).collect()),
            ],
        })
    };
    scope.fits().all.iter().filter_map(row).collect()
}
