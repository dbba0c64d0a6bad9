//! Houses: dangerous ones, and households that move.

use super::VILLAGE_TO_COUNTY;
use crate::ledgers::ledger::{Ledger, Place, Sheet, Source, field, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label};

pub static DANGEROUS: Ledger = Ledger {
    id: "L-09",
    label: Label::new("危房台帐", "Ledger of dangerous houses"),
    quote: "建立危房台帐并实施精准管理",
    line: 61,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-HOU-01", "IND-HOU-02", "IND-HOU-03", "IND-HOU-04"],
    sheets: &[Sheet::new(
        "L-09",
        Label::new("危房", "Dangerous houses"),
        Source::Records(Kind::DangerousHouse),
        &[
            field("household_id.head_name"),
            field("household_id.group_name"),
            field("category"),
            field("grade"),
            field("identified_year"),
            field("added_by_adjustment"),
            field("mode"),
            field("state"),
            made(&FUND, fund),
            field("appraised_on"),
            field("started"),
            field("completed"),
            field("accepted"),
            field("closed"),
            made(&DAYS_WAITING, days_waiting),
            field("safe_stable"),
            field("weatherproof"),
        ],
    )
    .order(&["state", "identified_year", "household_id.head_name"])
    .by("state")],
};

pub static RESETTLEMENT: Ledger = Ledger {
    id: "LX-01",
    label: Label::new("易地扶贫搬迁台帐", "Ledger of resettlement"),
    quote: "易地扶贫搬迁巩固提升行动",
    line: 83,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-REL-01", "IND-REL-04", "IND-REL-05", "IND-REL-06"],
    sheets: &[
        Sheet::new(
            "LX-01",
            Label::new("搬迁户", "Households that move"),
            Source::Records(Kind::Relocation),
            &[
                field("household_id.head_name"),
                field("household_id.group_name"),
                field("site_id.name|site_name").named("安置点", "Site"),
                field("registered"),
                field("accompanying"),
                field("persons").summed(),
                field("housed_on"),
                field("keys_on"),
                field("moved_in_on"),
                field("occupied"),
                field("old_house"),
                field("demolished_on"),
                field("reclaimed_on"),
                field("regreened_on"),
                field("followup_industry"),
                field("followup_sector_help"),
                field("followup_training"),
                field("followup_transfer"),
            ],
        )
        .order(&["site_id.name|site_name", "household_id.head_name"])
        .by("old_house"),
        Sheet::new(
            "LX-01.sites",
            Label::new("安置点", "Sites"),
            Source::Records(Kind::RelocationSite),
            &[
                field("name"),
                field("kind"),
                field("village_code"),
                field("planned_households").summed(),
                field("planned_persons").summed(),
                field("planned_reg_households").summed(),
                field("planned_reg_persons").summed(),
                field("house_done"),
                field("public_done"),
                field("accepted"),
            ],
        )
        .at(Place::At("village_code"))
        .order(&["kind", "village_code", "name"])
        .by("kind"),
    ],
};
