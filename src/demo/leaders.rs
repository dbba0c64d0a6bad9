//! Visits of the county's leaders: every poor township every month, every poor village every year, the linked villages and
//! the research of departments every quarter (line 102).

use super::book::told;
use super::calendar::{YEARS, day, in_month, in_months};
use super::choice::{POVERTY_TOWNSHIPS, POVERTY_VILLAGES};
use super::offices::Office;
use super::team::{help_unit, unit_id};
use crate::model::{DivisionCode, Id, VisitPurpose};
use crate::plan::divisions::villages;

/// How many leaders are linked to villages.
pub(super) const LINKED: usize = 12;
/// How many departments have a head.
pub(super) const DEPARTMENTS: usize = 32;
/// The secretary, the mayor and the deputy secretary.
const HEADS: usize = 3;

/// Enters who answers for which poor village, and the visits of three years.
pub(super) fn tour(office: &mut Office) {
    let poor: Vec<DivisionCode> = POVERTY_VILLAGES
        .iter()
        .filter_map(|(code, _)| DivisionCode::new(code))
        .collect();
    for (number, village) in poor.iter().enumerate() {
        link(office, HEADS + number % LINKED, *village);
    }
    for year in YEARS {
        for leader in 0..HEADS {
            for month in 1..=12 {
                for township in POVERTY_TOWNSHIPS.into_iter().filter_map(DivisionCode::new) {
                    if office.dice.percent(98) {
                        let date = in_month(&mut office.dice, year, month);
                        office.visit(leader, date, VisitPurpose::Tour, township);
                    }
                }
            }
            for village in &poor {
                if year > 2018 || office.dice.percent(97) {
                    let date = in_months(&mut office.dice, year, 2, 11);
                    office.visit(leader, date, VisitPurpose::Tour, *village);
                }
            }
        }
        for quarter in 0..4 {
            quarterly(office, &poor, year, quarter * 3 + 1);
        }
    }
}

fn quarterly(office: &mut Office, poor: &[DivisionCode], year: u16, from: u32) {
    for (number, village) in poor.iter().enumerate() {
        if office.dice.percent(96) {
            let date = in_months(&mut office.dice, year, from, from + 2);
            office.visit(HEADS + number % LINKED, date, VisitPurpose::Linked, *village);
        }
    }
    for department in 0..DEPARTMENTS {
        if office.dice.percent(93) {
            let date = in_months(&mut office.dice, year, from, from + 2);
            let village = poor[office.dice.below(poor.len())];
            let by = HEADS + LINKED + department;
            office.visit(by, date, VisitPurpose::Research, village);
        }
    }
}

fn link(office: &mut Office, leader: usize, village: DivisionCode) {
    let place = villages().iter().position(|row| row.code == village.as_str());
    let unit = help_unit(place.unwrap_or_default());
    let person = &office.people[leader];
    let told = told! { VillageHelpUnit Id::joined(&["link", village.as_str()]) =>
        village_code: village,
        unit_id: unit_id(unit),
        unit_name: unit.label().zh,
        leader_official_id: person.id,
        leader_name: person.name.clone(),
        start: day(2018, 1, 1),
    };
    office.tell(day(2018, 1, 12), told);
}
