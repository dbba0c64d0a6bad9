//! P-01 and P-09: dangerous houses, and those who move.

use super::{Flow, Held, Mark, Need, State};
use crate::model::{Kind, Label};

/// 改造一户、销档一房 (plan line 61): the grade is found by the rules, and a house is struck off when it is safe and stable and
/// keeps out wind and rain.
pub(super) static DANGEROUS_HOUSE: Flow = Flow {
    kind: Kind::DangerousHouse,
    label: Label::new("危房改造销档", "From appraisal until struck off"),
    held: Held::Code("state"),
    states: &[
        State::begins("to_appraise", &[]),
        State::new("appraised", &["to_appraise"])
            .dated("appraised_on")
            .needs(&[Need::OneOf("grade", &["C", "D"])]),
        State::new("to_rebuild", &["appraised"]).needs(&[Need::Filled("mode")]),
        State::new("rebuilding", &["to_rebuild"]).dated("started"),
        State::new("completed", &["rebuilding"]).dated("completed"),
        State::new("accepted", &["completed"])
            .dated("accepted")
            .needs(&[Need::Yes("safe_stable"), Need::Yes("weatherproof")]),
        State::new("closed", &["accepted"]).dated("closed"),
    ],
    diary: None,
};

/// A site until it is accepted (plan line 83: water, power, road and telephone; houses and public buildings; acceptance).
pub(super) static SITE: Flow = Flow {
    kind: Kind::RelocationSite,
    label: Label::new("安置点建设", "Building of the site"),
    held: Held::Marks,
    states: &[
        State::begins("building", &[]).named("在建", "Being built"),
        State::new("houses_done", &["building"])
            .named("房建完工", "Houses done")
            .marked(Mark::Yes("house_done")),
        State::new("public_done", &["houses_done"])
            .named("公建完工", "Public buildings done")
            .marked(Mark::Yes("public_done")),
        State::new("accepted", &["public_done"])
            .named("已验收", "Accepted")
            .dated("accepted")
            .needs(&[
                Need::Yes("water"),
                Need::Yes("power"),
                Need::Yes("road"),
                Need::Yes("telecom"),
            ]),
    ],
    diary: None,
};

/// A household from the allotment of its house to the support that follows (plan line 83).
pub(super) static MOVE: Flow = Flow {
    kind: Kind::Relocation,
    label: Label::new("搬迁入住", "The move"),
    held: Held::Marks,
    states: &[
        State::begins("waiting", &[]).named("待分房", "Waiting for a house"),
        State::new("housed", &["waiting"])
            .named("已分房", "House allotted")
            .dated("housed_on"),
        State::new("keys", &["housed"])
            .named("已交钥匙", "Keys handed over")
            .dated("keys_on"),
        State::new("moved_in", &["keys"])
            .named("已入住", "Moved in")
            .dated("moved_in_on")
            .affirms(&["occupied"]),
        State::new("followed", &["moved_in"])
            .named("有后续扶持", "Supported afterwards")
            .marked(Mark::AnyYes(&[
                "followup_industry",
                "followup_sector_help",
                "followup_training",
                "followup_transfer",
            ])),
    ],
    diary: None,
};

/// 拆旧复垦复绿 (plan line 83): the old house goes when the household lives in the new one.
pub(super) static OLD_HOUSE: Flow = Flow {
    kind: Kind::Relocation,
    label: Label::new("旧房处置", "The old house"),
    held: Held::Code("old_house"),
    states: &[
        State::begins("none_required", &[]),
        State::begins("not_demolished", &[]),
        State::new("preserved", &["not_demolished"]),
        State::new("demolished", &["not_demolished"])
            .dated("demolished_on")
            .needs(&[Need::Filled("moved_in_on")]),
        State::new("reclaimed", &["demolished"]).dated("reclaimed_on"),
        State::new("regreened", &["demolished", "reclaimed"]).dated("regreened_on"),
    ],
    diary: None,
};
