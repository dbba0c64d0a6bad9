//! A township's own partition: its officials, their monthly tours of the poor villages, its meetings and reports, and what it
//! enters once a year. Visits to households lie with the villages.

use super::book::told;
use super::calendar::{YEARS, day, in_month, in_months};
use super::choice::{POVERTY_TOWNSHIPS, village_exit_year};
use super::documents::{answer, letter, meeting, plan};
use super::offices::{Office, township_people};
use crate::journal::Partition;
use crate::model::{
    ChecklistItem, DivisionCode, Fen, Id, MeetingKind, PartyBranchStage, ReportKind, TownshipYearId,
    VisitPurpose, Year, YearMonth,
};
use crate::plan::divisions::{children, townships};

/// Income growth of a township in a year, in thousandths: poor ones grow faster.
const GROWTH: [(i64, i64); 2] = [(1_085, 1_120), (1_128, 1_168)];

/// The township's partition.
pub(super) fn partition(seed: u64, area: DivisionCode) -> Partition {
    let mut office = Office::new(seed, area, township_people(seed, area));
    let place = townships().iter().position(|row| row.code == area.as_str());
    let place = place.unwrap_or_default();
    tours(&mut office);
    for year in YEARS {
        for month in 1..=12 {
            monthly(&mut office, year, month);
        }
        let signed = day(year, 2, 27);
        let id = Id::joined(&[&local(&office, "fl"), &year.to_string()]);
        office.tell(signed, letter(id, area, signed));
        answer(
            &mut office,
            (ChecklistItem::StudentLoanService, Year(year)),
            area,
            year > 2018,
        );
    }
    years(&mut office, place);
    party(&mut office, place);
    let submitted = day(2018, 11, 16 + place as u32 % 8);
    let name = townships()[place].short_name;
    let id = Id::joined(&[&local(&office, "fp")]);
    office.tell(submitted, plan(id, name, submitted));
    office.close()
}

fn local(office: &Office, letters: &str) -> String {
    format!("{letters}{}", office.area.as_str().get(6..).unwrap_or_default())
}

/// The secretary, the mayor and a deputy see every poor village every month (O-06).
fn tours(office: &mut Office) {
    for entry in children(office.area.as_str()) {
        let poor = village_exit_year(entry.code).is_some();
        let Some(village) = DivisionCode::new(entry.code).filter(|_| poor) else {
            continue;
        };
        for year in YEARS {
            for month in 1..=12 {
                for leader in 0..3 {
                    if office.dice.percent(97) {
                        let date = in_month(&mut office.dice, year, month);
                        office.visit(leader, date, VisitPurpose::Tour, village);
                    }
                }
            }
        }
    }
}

/// The month's meeting (O-05) and the report on it to the county (O-08).
fn monthly(office: &mut Office, year: u16, month: u32) {
    let area = office.area;
    let number = format!("{}{month:02}", year % 100);
    let date = in_month(&mut office.dice, year, month);
    if office.dice.percent(98) {
        let id = Id::joined(&[&local(office, "mt"), &number]);
        office.tell(date, meeting(id, MeetingKind::TownshipThematic, area, date));
    }
    if office.dice.percent(96) {
        let submitted = day(year, month, 28);
        let told = told! { Report Id::joined(&[&local(office, "rp"), &number]) =>
            kind: ReportKind::TownshipToCounty,
            from_code: area,
            to_code: area.parent(),
            period: YearMonth { year: Year(year), month: month as u8 },
            submitted_on: submitted,
        };
        office.tell(submitted, told);
    }
}

/// The township's years: a group for technical service was set up by 2018 in most, in all by 2019.
fn years(office: &mut Office, place: usize) {
    let area = office.area;
    let poor = POVERTY_TOWNSHIPS.contains(&area.as_str());
    let dice = &mut office.dice;
    let mut income = if poor {
        dice.between(7_900, 8_800)
    } else {
        dice.between(8_900, 11_200)
    };
    for year in 2017..=2020 {
        let has_group = year > 2018 || (year == 2018 && place % 4 != 1);
        let told = told! { TownshipYear TownshipYearId::of(area, Year(year)) =>
            township_code: area,
            year: Year(year),
            per_capita_disposable_income: Fen(income * 100),
            service_group: has_group,
        };
        office.tell(day(year.max(2018), 12, 19), told);
        let (low, high) = GROWTH[usize::from(poor)];
        income = income * office.dice.between(low, high) / 1_000;
    }
}

/// A weak branch in every other township, put right by the next year.
fn party(office: &mut Office, place: usize) {
    let area = office.area;
    let village = children(area.as_str())
        .last()
        .and_then(|row| DivisionCode::new(row.code));
    if place.is_multiple_of(2) {
        return;
    }
    let found = in_months(&mut office.dice, 2018, 3, 6);
    let accepted = (place != 11).then(|| day(2018 + (place as u16 % 3).min(1), 11, 20));
    let stage = if accepted.is_some() {
        PartyBranchStage::Accepted
    } else {
        PartyBranchStage::Rectifying
    };
    let told = told! { PartyBranchCase Id::joined(&[&local(office, "pb"), "1"]) =>
        village_code: village,
        stage: stage,
        problem: "组织生活不正常，作用发挥不够",
        measure: "乡镇领导联系，选派第一书记，开展整顿",
        surveyed_on: found,
        analysed_on: found.plus_days(30),
        rectifying_from: found.plus_days(45),
        accepted_on: accepted,
        secretary_replaced: place % 4 == 1,
    };
    office.tell(accepted.unwrap_or(found.plus_days(50)), told);
}
