//! The rectification list: 203 problems under 85 items in 8 categories (line 94).

use super::book::told;
use super::calendar::{day, in_months};
use super::offices::Office;
use super::team::unit_id;
use crate::model::{Date, Id, IssueArea, IssueCategory, IssueId, IssueOrigin, IssueState, Year};
use crate::plan::Body;

const PROBLEMS: usize = 203;
const ITEMS: usize = 85;
const CATEGORIES: [IssueCategory; 8] = [
    IssueCategory::First,
    IssueCategory::Second,
    IssueCategory::Third,
    IssueCategory::Fourth,
    IssueCategory::Fifth,
    IssueCategory::Sixth,
    IssueCategory::Seventh,
    IssueCategory::Eighth,
];
const ORIGINS: [IssueOrigin; 4] = [
    IssueOrigin::Exam2017,
    IssueOrigin::RelocationInspection,
    IssueOrigin::SelfCheck,
    IssueOrigin::MunicipalPatrol,
];

/// What is found wrong, by the area of work that line 94 names, and who puts it right.
const FOUND: [(IssueArea, &str, Body); 16] = [
    (
        IssueArea::Target,
        "户档案与国扶系统信息不一致",
        Body::PovertyOffice,
    ),
    (IssueArea::Target, "致贫原因填写不准确", Body::PovertyOffice),
    (IssueArea::Target, "收入测算不精准，支出漏记", Body::PovertyOffice),
    (IssueArea::Target, "低保与建档立卡衔接不到位", Body::CivilAffairs),
    (IssueArea::Policy, "家庭医生签约后随访不足", Body::Health),
    (IssueArea::Policy, "教育资助宣传不到户", Body::Education),
    (IssueArea::Policy, "危房改造竣工后未及时销档", Body::Housing),
    (IssueArea::Policy, "安置点后续产业扶持不足", Body::Reform),
    (IssueArea::Help, "帮扶责任人入户次数不足", Body::PartyOrganisation),
    (IssueArea::Help, "帮扶措施雷同，针对性不强", Body::PovertyOffice),
    (IssueArea::Help, "驻村队员请销假不规范", Body::PartyOrganisation),
    (IssueArea::Help, "技能培训与需求对接不够", Body::HumanResources),
    (IssueArea::Fund, "项目资金拨付进度偏慢", Body::Finance),
    (IssueArea::Fund, "项目公告公示不规范", Body::PovertyOffice),
    (IssueArea::Fund, "报账资料不齐全", Body::Finance),
    (IssueArea::Fund, "后续管护责任不明确", Body::Water),
];

/// How many of the problems are closed by the end of 2018, 2019 and 2020.
const CLOSED: [usize; 3] = [124, 191, 203];

/// Enters the list; every third problem has its steps beside it.
pub(super) fn enter(office: &mut Office) {
    for at in 0..PROBLEMS {
        // A stride that is prime to 203, so that the problems that take longest lie everywhere in the list.
        let rank = at * 38 % PROBLEMS;
        let year = CLOSED.iter().position(|count| rank < *count).unwrap_or(2);
        problem(office, at, 2018 + year as u16);
    }
}

fn problem(office: &mut Office, at: usize, closed_in: u16) {
    let item = at * ITEMS / PROBLEMS;
    let (area, text, body) = FOUND[item % FOUND.len()].clone();
    let closed = in_months(
        &mut office.dice,
        closed_in,
        if closed_in == 2018 { 6 } else { 3 },
        11,
    );
    let late = closed_in == 2020 || at.is_multiple_of(19);
    let deadline = if late {
        Date::year_end(Year(closed_in - 1))
    } else {
        Date::year_end(Year(closed_in))
    };
    let id = IssueId::of(at as u16 + 1);
    let told = told! { Issue id =>
        problem_no: at as i64 + 1,
        item_no: item as i64 + 1,
        category: CATEGORIES[item * CATEGORIES.len() / ITEMS].clone(),
        area: area,
        origin: ORIGINS[item % ORIGINS.len()].clone(),
        text: text,
        owner_unit_id: unit_id(body),
        owner_unit_name: body.label().zh,
        deadline: deadline.max(day(2018, 12, 31)),
        state: IssueState::Open,
    };
    office.tell(day(2018, 3, 12), told);
    office.tell(
        closed,
        told! { Issue id => state: IssueState::Closed, closed_on: closed },
    );
    if at.is_multiple_of(3) {
        let told = told! { IssueProgress Id::joined(&[id.as_str(), "1"]) =>
            issue_id: id,
            date: closed.plus_days(-20),
            text: "已制定整改方案，逐户核对并完善资料",
            state: IssueState::Fixing,
        };
        office.tell(closed.plus_days(-20), told);
    }
}
