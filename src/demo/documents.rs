//! Plans of action, letters of responsibility, assessments, and the meetings of the leading group (lines 102–112).

use super::book::{Told, told};
use super::calendar::{YEARS, day, in_month};
use super::offices::Office;
use super::team::unit_id;
use crate::model::{
    ChecklistAnswerId, ChecklistItem, Date, DivisionCode, DocumentKind, Id, MeetingKind, OrgUnitId, Year,
};
use crate::plan::Body;
use crate::plan::divisions::{COUNTY, division, townships};

/// The day by which plans of action are due (line 112).
const PLANS_DUE: Date = Date::of::<2018, 11, 25>();

/// The county's own: the plans of its departments, assessments, meetings of the leading group, and what it answers of the
/// requirements without a number.
pub(super) fn of_county(office: &mut Office) {
    for (number, body) in Body::ALL.iter().filter(|body| !body.is_group()).enumerate() {
        // Three departments were late.
        let submitted = match number % 11 {
            10 => day(2019, 1, 15),
            _ => PLANS_DUE.plus_days(-(number as i64 % 9)),
        };
        let mut told = plan(
            Id::joined(&[&format!("fp{number:02}")]),
            body.label().zh,
            submitted,
        );
        told.fields.push(("from_unit_id", unit_id(*body).as_str().into()));
        office.tell(submitted, told);
    }
    let county = office.area;
    for year in YEARS {
        for (number, township) in townships().iter().enumerate() {
            let to = DivisionCode::new(township.code);
            assess(office, year, number, (to, None, township.name));
        }
        let units = Body::PairingDepartments;
        assess(
            office,
            year,
            townships().len(),
            (None, Some(unit_id(units)), units.label().zh),
        );
        for month in 1..=12 {
            if month == 2 && year == 2020 {
                continue;
            }
            let date = in_month(&mut office.dice, year, month);
            let id = Id::joined(&[&format!("mt{}", year % 100), &format!("{month:02}")]);
            office.tell(date, meeting(id, MeetingKind::LeadingGroupThematic, county, date));
        }
        for (item, done) in [
            (ChecklistItem::HealthPromotion, true),
            (ChecklistItem::SpecialFacilities, year > 2018),
        ] {
            answer(office, (item, Year(year)), county, done);
        }
    }
}

/// A plan of action of an office.
pub(super) fn plan(id: Id, from: &str, submitted: Date) -> Told {
    told! { FormalDocument id =>
        kind: DocumentKind::ActionPlan,
        title: "脱贫攻坚巩固提升三年行动方案",
        year: Year(2018),
        from_name: from,
        due: PLANS_DUE,
        submitted: submitted,
    }
}

/// A letter of responsibility that an area signs with the one above it.
pub(super) fn letter(id: Id, from: DivisionCode, signed: Date) -> Told {
    let name = |code: Option<DivisionCode>| {
        let division = code.and_then(|code| division(code.as_str()));
        division.map_or("", |row| row.short_name)
    };
    told! { FormalDocument id =>
        kind: DocumentKind::ResponsibilityLetter,
        year: signed.year(),
        from_code: from,
        from_name: name(Some(from)),
        to_code: from.parent(),
        to_name: name(from.parent()),
        submitted: signed,
    }
}

/// A meeting that an area held.
pub(super) fn meeting(id: Id, kind: MeetingKind, area: DivisionCode, date: Date) -> Told {
    told! { Meeting id =>
        kind: kind,
        date: date,
        organiser_code: area,
        topic: "脱贫攻坚巩固提升工作",
    }
}

/// The answer to a requirement without a number.
pub(super) fn answer(
    office: &mut Office,
    (item, year): (ChecklistItem, Year),
    area: DivisionCode,
    done: bool,
) {
    let date = day(year.0, 12, 10);
    let told = told! { ChecklistAnswer ChecklistAnswerId::of(&item, area.id(), year) =>
        item: item,
        year: year,
        division_code: area,
        answer: done,
        date: date,
    };
    office.tell(date, told);
}

/// 考核结果; the results of 2018 were not yet linked to the yearly evaluation everywhere.
fn assess(
    office: &mut Office,
    year: u16,
    number: usize,
    (area, unit, name): (Option<DivisionCode>, Option<OrgUnitId>, &str),
) {
    let score = office.dice.between(8_400, 9_850);
    let applied = year > 2018 || number % 4 != 3;
    let id = Id::joined(&[&format!("fa{}", year % 100), &format!("{number:02}")]);
    let told = told! { FormalDocument id =>
        kind: DocumentKind::Assessment,
        year: Year(year),
        from_name: "县扶贫开发领导小组",
        from_code: DivisionCode::new(COUNTY),
        to_code: area,
        to_unit_id: unit,
        to_name: name,
        submitted: day(year, 12, 24),
        score: score,
        grade: if score >= 9_000 { "好" } else { "较好" },
        applied: applied,
    };
    office.tell(day(year, 12, 26), told);
}
