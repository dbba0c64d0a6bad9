//! Village life: donations, honour boards, shops, stations, rules, and the living allowance.

use super::{COUNTY, VILLAGE, VILLAGE_TO_COUNTY};
use crate::ledgers::ledger::{Column, Ledger, Only, Place, Sheet, Source, field, made};
use crate::ledgers::made::*;
use crate::model::{Kind, Label, Level};

pub static SOCIAL_PLATFORM: Ledger = Ledger {
    id: "L-13",
    label: Label::new("“互联网+社会扶贫”", "Internet and social help"),
    quote: "“互联网+社会扶贫”平台",
    line: 90,
    level: COUNTY,
    indicators: &["IND-VIL-09"],
    sheets: &[
        Sheet::new(
            "L-13",
            Label::new("社会捐赠", "Donations"),
            Source::Records(Kind::Donation),
            &[
                field("date"),
                field("donor"),
                field("donor_kind"),
                field("target_code"),
                field("amount"),
                field("goods_text"),
                field("note"),
            ],
        )
        .at(Place::At("target_code"))
        .order(&["date", "donor"])
        .by("donor_kind"),
        Sheet::new(
            "L-13.pairings",
            Label::new("村企结对", "Enterprises and villages"),
            Source::Records(Kind::EnterprisePairing),
            &[
                field("enterprise"),
                field("village_code"),
                field("start"),
                field("end"),
                field("project"),
            ],
        )
        .at(Place::At("village_code"))
        .order(&["village_code", "enterprise"]),
    ],
};

const ACTIVITIES: Source = Source::Records(Kind::VillageActivity);
const ACTIVITY: &[Column] = &[field("date"), field("attendees").summed(), field("result")];

pub static HONOUR_BOARDS: Ledger = Ledger {
    id: "L-14",
    label: Label::new("善行义举榜", "Honour boards"),
    quote: "善行义举榜",
    line: 88,
    level: VILLAGE,
    indicators: &["IND-VIL-08"],
    sheets: &[
        Sheet::new("L-14", Label::new("上榜活动", "Boards"), ACTIVITIES, ACTIVITY)
            .only(&[Only::Code("kind", &["honour_board"])])
            .order(&["date"]),
    ],
};

pub static POINTS_SHOPS: Ledger = Ledger {
    id: "L-17",
    label: Label::new("爱心超市", "Points shops"),
    quote: "“爱心超市”",
    line: 88,
    level: VILLAGE,
    indicators: &["IND-VIL-08"],
    sheets: &[Sheet::new(
        "L-17",
        Label::new("兑换活动", "Days of the shop"),
        ACTIVITIES,
        ACTIVITY,
    )
    .only(&[Only::Code("kind", &["love_market"])])
    .order(&["date"])],
};

const VILLAGE_YEARS: Source = Source::Years(Kind::VillageYear, Level::Village);

pub static STATIONS: Ledger = Ledger {
    id: "L-16",
    label: Label::new("移动信息惠民服务站", "Information stations"),
    quote: "脱贫攻坚移动信息惠民服务站",
    line: 77,
    level: VILLAGE,
    indicators: &["IND-NET-01"],
    sheets: &[Sheet::new(
        "L-16",
        Label::new("各村服务站", "Stations by village"),
        VILLAGE_YEARS,
        &[
            field("info_service_station"),
            field("ecommerce_point"),
            field("express_point"),
            field("households").summed(),
            field("broadband_households").summed(),
            field("mobile_internet_households").summed(),
        ],
    )],
};

pub static RULES: Ledger = Ledger {
    id: "L-21",
    label: Label::new("村规民约", "Village rules"),
    quote: "村规民约",
    line: 88,
    level: VILLAGE,
    indicators: &["IND-VIL-03", "IND-VIL-04"],
    sheets: &[Sheet::new(
        "L-21",
        Label::new("各村修订情况", "Revised by village"),
        VILLAGE_YEARS,
        &[
            field("village_rules_revised_on"),
            field("org_villagers_council"),
            field("org_moral_council"),
            field("org_red_white_council"),
        ],
    )],
};

pub static ALLOWANCE: Ledger = Ledger {
    id: "LX-02",
    label: Label::new("低保和救助台帐", "Living allowance and relief"),
    quote: "完善农村低保制度",
    line: 63,
    level: VILLAGE_TO_COUNTY,
    indicators: &["IND-SOC-03", "IND-SOC-04", "IND-SOC-05"],
    sheets: &[
        Sheet::new(
            "LX-02",
            Label::new("享受低保人员", "Persons with the allowance"),
            Source::Records(Kind::PersonYear),
            &[
                field("person_id.name"),
                field("person_id.sex"),
                made(&AGE, age),
                field("person_id.home.head_name").named("户主", "Head"),
                field("person_id.home.attribute"),
                field("labour"),
                field("health"),
                field("dibao_monthly"),
            ],
        )
        .only(&[Only::ThisYear, Only::Yes("dibao")])
        .order(&["person_id.home.head_name", "person_id.name"])
        .by("labour"),
        Sheet::new(
            "LX-02.grants",
            Label::new("救助补贴", "Grants"),
            Source::Records(Kind::SocialGrant),
            &[
                field("household_id.head_name"),
                field("person_id.name"),
                field("kind"),
                field("from_month"),
                field("to_month"),
                field("monthly"),
                field("lump"),
                made(&GRANTED, granted),
            ],
        )
        .order(&["kind", "household_id.head_name", "from_month"])
        .by("kind"),
    ],
};
