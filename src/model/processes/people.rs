//! P-04, P-06 and P-07: students, the ill, and households that exit.

use super::{Diary, Flow, Held, Look, Need, State};
use crate::model::{Date, HouseholdYearId, Kind, Label};

/// 一生一案 (plan line 58): a pupil at risk until back at school, taught at home or exempt. The law lets a child stay away or
/// begin later for its health alone (义务教育法 article 11).
pub(super) static STUDENT: Flow = Flow {
    kind: Kind::StudentCase,
    label: Label::new("控辍保学", "Until back at school"),
    held: Held::Code("state"),
    states: &[
        State::begins("enrolled", &["at_risk"]),
        State::begins("at_risk", &["enrolled", "returned", "home_teaching", "exempt"]),
        State::new("dropped", &["at_risk"]).needs(&[Need::Filled("reason")]),
        State::new("persuading", &["dropped"]),
        State::new("returned", &["persuading", "home_teaching", "exempt"])
            .needs(&[Need::Rows(Kind::StudentCaseAction)]),
        State::new("home_teaching", &["persuading", "at_risk"]).needs(&[Need::Rows(Kind::StudentCaseAction)]),
        State::new("exempt", &["persuading", "at_risk"])
            .needs(&[Need::OneOf("reason", &["illness", "disability"])]),
        State::new("closed", &["enrolled", "returned", "home_teaching", "exempt"]).dated("closed"),
    ],
    diary: Some(Diary {
        kind: Kind::StudentCaseAction,
        date: "date",
        text: "what",
        who: "who",
        state: "",
    }),
};

/// 三个一批 (plan line 59): verified and put in one of the three ways before it is looked after.
pub(super) static ILLNESS: Flow = Flow {
    kind: Kind::IllnessCase,
    label: Label::new("病情核实与分类管理", "Verified and looked after"),
    held: Held::Code("state"),
    states: &[
        State::begins("to_verify", &[]),
        State::new("managing", &["to_verify", "cured"])
            .dated("verified_on")
            .needs(&[Need::OneOf(
                "batch",
                &["major_treatment", "chronic_contract", "severe_fallback"],
            )]),
        State::new("cured", &["managing"]),
        State::new("ended", &["to_verify", "managing", "cured"]),
    ],
    diary: None,
};

/// The first day of the plan: exits before it were decided elsewhere.
const PLAN_BEGINS: Date = Date::of::<2018, 1, 1>();
/// The last day of the plan, until which policies are kept (plan lines 31, 100).
const PLAN_ENDS: Date = Date::of::<2020, 12, 31>();

/// 应退尽退 (plan line 104): a household exits when it was found to be ready; policies do not end with the exit.
pub(super) static EXIT: Flow = Flow {
    kind: Kind::Household,
    label: Label::new("贫困退出", "Standing in the register"),
    held: Held::Code("poverty_status"),
    states: &[
        State::begins(
            "not_registered",
            &[
                "not_exited",
                "exited_with_policy",
                "exited_without_policy",
                "returned",
            ],
        ),
        State::begins("not_exited", &["not_registered", "returned"]),
        State::new("exited_with_policy", &["not_exited", "returned"]).needs(&[Need::Rule(
            is_found_ready,
            Label::new(
                "先在“保障”里认定本年达到退出标准",
                "First decide under “Assurances” that the household is ready to exit this year",
            ),
        )]),
        State::new("exited_without_policy", &["exited_with_policy"]).needs(&[Need::Rule(
            is_after_the_plan,
            Label::new(
                "2020年底以前脱贫不脱政策",
                "Until the end of 2020 policies are kept after the exit",
            ),
        )]),
        State::new("returned", &["exited_with_policy", "exited_without_policy"]),
    ],
    diary: None,
};

/// Whether somebody decided, for the year of the exit, that the household is ready.
fn is_found_ready(look: &Look<'_>) -> bool {
    let Some(day) = look.day.filter(|day| *day >= PLAN_BEGINS) else {
        return true;
    };
    let year = HouseholdYearId::of(look.id.into(), day.year());
    let row = look.records.household_years.get(year);
    row.is_some_and(|row| row.exit_ready_decided == Some(true))
}

fn is_after_the_plan(look: &Look<'_>) -> bool {
    look.day.is_none_or(|day| day > PLAN_ENDS)
}
