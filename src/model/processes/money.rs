//! P-08 and P-12: projects and their money.

use super::{Flow, Held, Look, Mark, Need, State};
use crate::model::{Kind, Label};

const MONEY_PLANNED: Need = Need::Rule(
    has_planned_money,
    Label::new("先填写计划资金", "Enter the planned money first"),
);

/// 方案、立项、批复和组织实施 (plan line 69).
pub(super) static PROJECT: Flow = Flow {
    kind: Kind::Project,
    label: Label::new("项目进度", "Stage of the project"),
    held: Held::Code("stage"),
    states: &[
        State::begins("reserve", &[]),
        State::new("initiated", &["reserve"])
            .needs(&[Need::Filled("lead_unit_name"), Need::Filled("performance_goal")]),
        State::new("approved", &["initiated"])
            .dated("approved_on")
            .needs(&[MONEY_PLANNED]),
        State::new("implementing", &["approved"]).dated("started_on"),
        State::new("completed", &["implementing"]).dated("completed_on"),
        State::new("accepted", &["completed"]).dated("accepted_on"),
        State::new("cancelled", &["reserve", "initiated", "approved", "implementing"]),
    ],
    diary: None,
};

/// 资金使用监督管理、审计、公开 (plan lines 104, 106).
pub(super) static FUNDS: Flow = Flow {
    kind: Kind::Project,
    label: Label::new("资金管理", "The project’s money"),
    held: Held::Marks,
    states: &[
        State::begins("planned", &[]).named("计划", "Planned"),
        State::new("allocated", &["planned"])
            .named("已下达", "Allocated")
            .dated("allocated_on")
            .needs(&[MONEY_PLANNED]),
        State::new("paid", &["allocated"])
            .named("已支付", "Paid")
            .marked(Mark::Rows(Kind::ProjectPayment)),
        State::new("audited", &["paid"])
            .named("已审计", "Audited")
            .dated("audited_on"),
        State::new("published", &["audited"])
            .named("已公开", "Made public")
            .dated("funds_published_on"),
    ],
    diary: None,
};

fn has_planned_money(look: &Look<'_>) -> bool {
    let fields = look.kind.def().fields.iter();
    let mut planned = fields.filter(|def| def.id.starts_with("planned_"));
    planned.any(|def| !look.get(def.id).is_null())
}
