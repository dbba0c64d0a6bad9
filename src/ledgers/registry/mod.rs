//! The one list of ledgers, in the order of the plan's 22 and the two that its facts ask for.

mod governance;
mod health;
mod houses;
mod projects;
mod school;
mod village;
mod work;

use super::ledger::{Ledger, Sheet};
use crate::model::Label;

/// Every ledger.
pub static LEDGERS: &[&Ledger] = &[
    &projects::INDUSTRY,
    &projects::LIBRARY,
    &work::THREE_LISTS,
    &work::TRANSFER_SYSTEM,
    &school::DROPOUT,
    &school::AID,
    &health::SYSTEM,
    &health::COSTS,
    &houses::DANGEROUS,
    &health::ONE_STOP,
    &governance::BASE_2017,
    &governance::COMPARISON,
    &village::SOCIAL_PLATFORM,
    &village::HONOUR_BOARDS,
    &governance::ISSUES,
    &village::STATIONS,
    &village::POINTS_SHOPS,
    &governance::LETTERS,
    &projects::PLANS,
    &governance::ACTION_PLANS,
    &village::RULES,
    &projects::CLINICS,
    &houses::RESETTLEMENT,
    &village::ALLOWANCE,
];

/// The ledger of that identifier.
pub fn ledger(id: &str) -> Option<&'static Ledger> {
    LEDGERS.iter().copied().find(|ledger| ledger.id == id)
}

/// The table of that identifier with its ledger; a ledger's own is that of its first table.
pub fn sheet(id: &str) -> Option<(&'static Ledger, &'static Sheet)> {
    let mut all = LEDGERS
        .iter()
        .flat_map(|ledger| ledger.sheets.iter().map(move |sheet| (*ledger, sheet)));
    all.find(|(_, sheet)| sheet.id == id)
}

const COUNTY: Label = Label::new("县", "county");
const COUNTY_TOWNSHIP: Label = Label::new("县、乡镇", "county, townships");
const VILLAGE_TO_COUNTY: Label = Label::new("村、乡镇、县", "villages to county");
const VILLAGE: Label = Label::new("村", "village");
