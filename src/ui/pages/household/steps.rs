//! What is left to do for a household, the most urgent first. Pure.

use crate::indicators::{
    Assurance, Cause, Clarity, Context, FieldRef, Finding, HouseholdView, Poverty, Reason, Register,
    exit_readiness,
};
use crate::model::{Kind, Label};
use crate::ui::pages::households::line::missing;
use crate::ui::route::Section;
use crate::ui::text::{Language, household};

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it is done.
    pub section: Section,
    /// What it is.
    pub what: What,
}

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Settle so many conflicts.
    Settle(usize),
    /// Fill in a field; so many required ones are empty in all.
    Fill(FieldRef, i64),
    /// Something is not assured, for that reason.
    Solve(Label, Reason),
    /// Enter the members.
    Members,
    /// Visit the household this quarter.
    Visit,
    /// Give it a helper.
    Helper,
    /// Give it a measure this year.
    Measure,
    /// Confirm so many clarities that the records show.
    Confirm(usize),
    /// Propose the exit.
    Exit,
}

/// What is left to do. A household outside the register is asked for nothing but to settle its conflicts.
pub fn steps(view: &HouseholdView, context: &Context, conflicts: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut add = |section, what| steps.push(Step { section, what });
    if conflicts > 0 {
        add(Section::Overview, What::Settle(conflicts));
    }
    let poverty = match view.register {
        Register::Out(_) => return steps,
        Register::Unknown(reason) => {
            fill(&mut add, reason, missing(view, context));
            return steps;
        }
        Register::In(poverty) => poverty,
    };
    for assurance in Assurance::ALL {
        if let Finding::No(reason) = assurance.check(view, context) {
            add(Section::Assurances, What::Solve(assurance.label(), reason));
        }
    }
    let unknown = Assurance::ALL
        .iter()
        .find_map(|assurance| match assurance.check(view, context) {
            Finding::Unknown(reason) if reason.cause != Cause::ParameterNotVerified => Some(reason),
            _ => None,
        });
    if let Some(reason) = unknown {
        fill(&mut add, reason, missing(view, context));
    }
    if !view.help.includes(context.as_of.quarter(), context.as_of) {
        add(Section::Visits, What::Visit);
    }
    let mut to_confirm = 0;
    for clarity in Clarity::ALL {
        match clarity.check(view, context) {
            Finding::No(reason) => unclear(&mut add, reason),
            Finding::Unknown(Reason {
                cause: Cause::NotConfirmed,
                ..
            }) => to_confirm += 1,
            _ => {}
        }
    }
    if to_confirm > 0 {
        add(Section::Clarities, What::Confirm(to_confirm));
    }
    let poor = matches!(poverty, Poverty::NotExited | Poverty::Returned);
    if poor && exit_readiness(view, context) == Finding::Yes {
        let decided = view
            .year
            .is_some_and(|year| year.exit_ready_decided == Some(true));
        let section = if decided {
            Section::Overview
        } else {
            Section::Assurances
        };
        add(section, What::Exit);
    }
    steps
}

fn unclear(add: &mut impl FnMut(Section, What), reason: Reason) {
    match reason.cause {
        Cause::NoHelper => add(Section::Helpers, What::Helper),
        Cause::NoMeasure => add(Section::Measures, What::Measure),
        _ => {}
    }
}

fn fill(add: &mut impl FnMut(Section, What), reason: Reason, missing: i64) {
    match reason.field {
        Some(field) => add(section_of(field.kind), What::Fill(field, missing)),
        None if reason.cause == Cause::NoMembers => add(Section::Members, What::Members),
        None => {}
    }
}

/// A reason in words: the field that decides, and what is the matter with it.
pub fn because(reason: Reason, language: Language) -> String {
    let why = language.pick(reason.label());
    match reason.field.and_then(FieldRef::def) {
        Some(def) => household::Texts(language).field_because(language.pick(def.label), why),
        None => why.to_owned(),
    }
}

/// The section that holds the fields of a kind.
pub const fn section_of(kind: Kind) -> Section {
    match kind {
        Kind::HouseholdYear => Section::Year,
        Kind::HouseholdIncomeYear => Section::Income,
        Kind::Person | Kind::PersonYear | Kind::HouseholdMembership => Section::Members,
        Kind::SupportMeasure => Section::Measures,
        Kind::HelperAssignment => Section::Helpers,
        Kind::Visit => Section::Visits,
        Kind::HouseholdStatusEvent => Section::Overview,
        _ => Section::Register,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{CountyFacts, VillageIndex};
    use crate::model::{Date, DivisionCode, HouseholdYear, Id, PovertyStatus, Records};

    fn steps_of(records: &Records) -> Vec<What> {
        let as_of = Date::of::<2018, 11, 28>();
        let ties = records.ties_when_asked();
        let village = VillageIndex::new(DivisionCode::new("530427203200").unwrap(), records, &ties, as_of);
        let facts = CountyFacts::default();
        let context = Context::new(&village, &facts);
        let view = village.households().next().unwrap();
        steps(&view, &context, 0)
            .into_iter()
            .map(|step| step.what)
            .collect()
    }

    fn registered() -> Records {
        let mut records = Records::default();
        let household = &mut records.households.row_mut(Id::new("h1").unwrap()).record;
        household.registered = Some(true);
        household.poverty_status = Some(PovertyStatus::NotExited);
        records
    }

    #[test]
    fn a_household_outside_the_register_has_nothing_to_do() {
        let mut records = registered();
        records
            .households
            .row_mut(Id::new("h1").unwrap())
            .record
            .registered = Some(false);
        assert_eq!(steps_of(&records), []);
    }

    #[test]
    fn what_is_not_assured_comes_before_what_is_not_known() {
        let mut records = registered();
        let row = &mut records
            .household_years
            .row_mut(Id::new("h1-2018").unwrap())
            .record;
        *row = HouseholdYear {
            drinking_safe: Some(false),
            ..row.clone()
        };
        let found = steps_of(&records);
        assert!(
            matches!(found[0], What::Solve(label, _) if label == Assurance::Water.label()),
            "{found:?}"
        );
        assert!(
            matches!(found[1], What::Fill(field, _) if field.id == "food_assured"),
            "{found:?}"
        );
        assert!(
            found.contains(&What::Visit) && found.contains(&What::Helper) && found.contains(&What::Measure)
        );
        assert!(
            !found.contains(&What::Exit),
            "no exit is proposed while anything is unknown"
        );
    }
}
