//! The processes of the plan (DOMAIN A6, P-01 to P-14) as data: where a record stands, where it may go next, and what has to
//! be known before.
//!
//! A process that a record holds is a [`Flow`]: a code field, or dates that mark how far it has come. One that no record
//! holds is computed, and names the rule that shows it. Moves made on this device are refused when they break the rules;
//! what other devices have done is never refused, and shown as a finding where it does not hold together.

mod check;
mod computed;
mod evidence;
mod flow;
mod governance;
mod houses;
mod money;
mod people;
mod refusal;
#[cfg(test)]
mod tests;

pub use check::{first_refusal, move_sets, refuse};
pub use computed::Computed;
pub use evidence::{Lack, lacks};
pub use flow::{Diary, Flow, Held, Look, Mark, Need, State};
pub use refusal::Refusal;

use super::{Kind, Label};

/// A process of the plan.
#[derive(Debug)]
pub struct Process {
    /// `P-01` to `P-14`.
    pub id: &'static str,
    /// What people call it.
    pub label: Label,
    /// The lines of the plan that ask for it.
    pub lines: &'static [u16],
    /// What holds it.
    pub way: Way,
}

/// What holds a process.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Records, each by a flow of its kind.
    Held(&'static [&'static Flow]),
    /// No record: it is shown by a rule.
    Computed(&'static Computed),
}

macro_rules! processes {
    ($($id:literal $zh:literal $en:literal $lines:expr, $way:expr;)+) => {
        /// Every process in the order of DOMAIN A6.
        pub static PROCESSES: &[Process] = &[$(Process {
            id: $id,
            label: Label::new($zh, $en),
            lines: &$lines,
            way: $way,
        }),+];
    };
}

processes! {
    "P-01" "危房改造销档" "Dangerous houses" [61], Way::Held(&[&houses::DANGEROUS_HOUSE]);
    "P-02" "对账销号" "Problems struck off" [94], Way::Held(&[&governance::ISSUE]);
    "P-03" "户户清" "Every household clear" [96], Way::Computed(&computed::ALL_CLEAR);
    "P-04" "一生一案" "One case a student" [58], Way::Held(&[&people::STUDENT]);
    "P-05" "就业三个清单对接" "Wish, skill and post matched" [50], Way::Computed(&computed::MATCHING);
    "P-06" "三个一批" "Illness, three ways" [59], Way::Held(&[&people::ILLNESS]);
    "P-07" "贫困退出" "Exit from poverty" [26, 104], Way::Held(&[&people::EXIT]);
    "P-08" "项目管理" "Projects" [69], Way::Held(&[&money::PROJECT]);
    "P-09" "易地搬迁" "Resettlement" [83], Way::Held(&[&houses::SITE, &houses::MOVE, &houses::OLD_HOUSE]);
    "P-10" "低保衔接" "Living allowance" [63], Way::Computed(&computed::ALLOWANCE);
    "P-11" "党组织整顿" "Party branch put right" [87], Way::Held(&[&governance::PARTY_BRANCH]);
    "P-12" "资金管理" "Money of a project" [104, 106], Way::Held(&[&money::FUNDS]);
    "P-13" "分类施策" "Kind of help" [104], Way::Computed(&computed::CLASS);
    "P-14" "脱贫四不" "Kept after the exit" [31, 100], Way::Computed(&computed::KEPT);
}

/// Every flow, in the order of processes.
pub fn flows() -> impl Iterator<Item = &'static Flow> {
    PROCESSES.iter().flat_map(|process| match process.way {
        Way::Held(flows) => flows.iter().copied(),
        Way::Computed(_) => [].iter().copied(),
    })
}

/// The flows that records of a kind hold.
pub fn flows_of(kind: Kind) -> impl Iterator<Item = &'static Flow> {
    flows().filter(move |flow| flow.kind == kind)
}

/// Whether a field is the state of a flow, so that no form asks for it.
pub fn is_state(kind: Kind, field: &str) -> bool {
    flows_of(kind).any(|flow| matches!(flow.held, Held::Code(state) if state == field))
}

impl Flow {
    /// The process that it belongs to.
    pub fn process(&'static self) -> Option<&'static Process> {
        PROCESSES.iter().find(|process| match process.way {
            Way::Held(flows) => flows.iter().any(|flow| std::ptr::eq(*flow, self)),
            Way::Computed(_) => false,
        })
    }
}
