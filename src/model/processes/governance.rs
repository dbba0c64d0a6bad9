//! P-02 and P-11: problems that are struck off, and party branches that are put right.

use super::{Diary, Flow, Held, Need, State};
use crate::model::{Kind, Label};

/// 对账销号 (plan line 94): who answers for it and until when is settled before it is put right; somebody else reviews it.
pub(super) static ISSUE: Flow = Flow {
    kind: Kind::Issue,
    label: Label::new("对账销号", "Until struck off"),
    held: Held::Code("state"),
    states: &[
        State::begins("open", &[]),
        State::new("fixing", &["open", "reopened"])
            .needs(&[Need::Filled("owner_unit_name"), Need::Filled("deadline")]),
        State::new("review", &["fixing"]).needs(&[Need::Rows(Kind::IssueProgress)]),
        State::new("reopened", &["review", "closed"]),
        State::new("closed", &["review"])
            .dated("closed_on")
            .needs(&[Need::Filled("reviewer")]),
    ],
    diary: Some(Diary {
        kind: Kind::IssueProgress,
        date: "date",
        text: "text",
        who: "",
        state: "state",
    }),
};

/// 软弱涣散党组织整顿 (plan line 87): found by the township, analysed village by village, put right, accepted.
pub(super) static PARTY_BRANCH: Flow = Flow {
    kind: Kind::PartyBranchCase,
    label: Label::new("党组织整顿", "Until accepted"),
    held: Held::Code("stage"),
    states: &[
        State::begins("surveyed", &[]).dated("surveyed_on"),
        State::new("analysed", &["surveyed"]).dated("analysed_on"),
        State::new("rectifying", &["analysed"])
            .dated("rectifying_from")
            .needs(&[Need::Filled("measure")]),
        State::new("accepted", &["rectifying"]).dated("accepted_on"),
    ],
    diary: None,
};
