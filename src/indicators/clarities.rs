//! 六清: the rule sets CLR-1 to CLR-6 (R-11; plan line 96). What the records suggest, and what the worker confirmed.

use super::assurance::net_income;
use super::poverty::measures_of_year;
use super::{Cause, Context, Finding, HouseholdView, Member, Reason};
use crate::model::{Date, HealthCondition, Household, HouseholdYear, Kind, Label, PovertyCause, RecordState};

/// One clarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clarity {
    /// CLR-1 家底清.
    Family,
    /// CLR-2 致贫原因清.
    Cause,
    /// CLR-3 帮扶措施清.
    Measure,
    /// CLR-4 投入产出清.
    InputOutput,
    /// CLR-5 帮扶责任清.
    Responsibility,
    /// CLR-6 脱贫时序清.
    Schedule,
}

impl Clarity {
    /// CLR-1 to CLR-6.
    pub const ALL: [Self; 6] = [
        Self::Family,
        Self::Cause,
        Self::Measure,
        Self::InputOutput,
        Self::Responsibility,
        Self::Schedule,
    ];

    /// `CLR-1` to `CLR-6`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Family => "CLR-1",
            Self::Cause => "CLR-2",
            Self::Measure => "CLR-3",
            Self::InputOutput => "CLR-4",
            Self::Responsibility => "CLR-5",
            Self::Schedule => "CLR-6",
        }
    }

    /// Its name.
    pub const fn label(self) -> Label {
        match self {
            Self::Family => Label::new("家底清", "Means clear"),
            Self::Cause => Label::new("致贫原因清", "Cause clear"),
            Self::Measure => Label::new("帮扶措施清", "Measures clear"),
            Self::InputOutput => Label::new("投入产出清", "Input and output clear"),
            Self::Responsibility => Label::new("帮扶责任清", "Responsibility clear"),
            Self::Schedule => Label::new("脱贫时序清", "Schedule clear"),
        }
    }

    /// Whether the records of the year make it clear. An empty field that has to be filled is a no: the household is
    /// not clear while it is empty.
    pub fn suggested(self, view: &HouseholdView, context: &Context) -> Finding {
        match self {
            Self::Family => family(view),
            Self::Cause => cause(view),
            Self::Measure => measure(view, context),
            Self::InputOutput => input_output(view, context),
            Self::Responsibility => responsibility(view, context),
            Self::Schedule => schedule(view.household),
        }
    }

    /// Whether the worker confirmed it this year.
    pub fn confirmed(self, view: &HouseholdView) -> Finding {
        let (id, value): (_, fn(&HouseholdYear) -> Option<bool>) = match self {
            Self::Family => ("clarity_family", |row| row.clarity_family),
            Self::Cause => ("clarity_cause", |row| row.clarity_cause),
            Self::Measure => ("clarity_measure", |row| row.clarity_measure),
            Self::InputOutput => ("clarity_input_output", |row| row.clarity_input_output),
            Self::Responsibility => ("clarity_responsibility", |row| row.clarity_responsibility),
            Self::Schedule => ("clarity_schedule", |row| row.clarity_schedule),
        };
        let at = |cause| Reason::new(cause, Kind::HouseholdYear, id);
        Finding::of(
            view.year.and_then(value),
            at(Cause::ConfirmedUnclear),
            at(Cause::NotConfirmed),
        )
    }

    /// Both.
    pub fn check(self, view: &HouseholdView, context: &Context) -> Finding {
        self.suggested(view, context).and(self.confirmed(view))
    }
}

fn filled(is_filled: bool, kind: Kind, id: &'static str) -> Finding {
    if is_filled {
        Finding::Yes
    } else {
        Finding::No(Reason::missing(kind, id))
    }
}

/// Members, land, house, water, power and income are filled in.
fn family(view: &HouseholdView) -> Finding {
    if view.members.is_empty() {
        return Finding::No(Reason::of(Cause::NoMembers));
    }
    let year =
        |value: fn(&HouseholdYear) -> bool, id| filled(view.year.is_some_and(value), Kind::HouseholdYear, id);
    let of_household = [
        year(|row| row.arable.is_some(), "arable"),
        year(|row| row.house_grade.is_some(), "house_grade"),
        year(|row| row.house_area.is_some(), "house_area"),
        year(|row| row.drinking_safe.is_some(), "drinking_safe"),
        year(|row| row.drinking_difficult.is_some(), "drinking_difficult"),
        year(|row| row.living_power.is_some(), "living_power"),
        net_income(view).map_or_else(Finding::No, |_| Finding::Yes),
    ];
    Finding::all(view.members.iter().map(|(_, member)| member_filled(member))).and(Finding::all(of_household))
}

fn member_filled(member: &Member) -> Finding {
    let person = member.person;
    let year = member.year;
    Finding::all([
        filled(person.is_some_and(|row| row.sex.is_some()), Kind::Person, "sex"),
        filled(
            person.is_some_and(|row| row.birth_date.is_some()),
            Kind::Person,
            "birth_date",
        ),
        filled(
            member.membership.relation.is_some(),
            Kind::HouseholdMembership,
            "relation",
        ),
        filled(
            year.is_some_and(|row| row.labour.is_some()),
            Kind::PersonYear,
            "labour",
        ),
        filled(
            year.is_some_and(|row| row.health.is_some()),
            Kind::PersonYear,
            "health",
        ),
    ])
}

/// The main cause is set, the other causes don't repeat it and are two at most (V-PC-2), and it fits the members (V-PC-1).
fn cause(view: &HouseholdView) -> Finding {
    let Some(main) = &view.household.main_cause else {
        return Finding::No(Reason::missing(Kind::Household, "main_cause"));
    };
    let others = view.household.other_causes.as_deref().unwrap_or_default();
    let repeated = others
        .iter()
        .enumerate()
        .any(|(n, other)| other == main || others[..n].contains(other));
    if repeated || others.len() > 2 {
        return Finding::No(Reason::new(Cause::CauseRepeated, Kind::Household, "other_causes"));
    }
    match main {
        PovertyCause::Illness => some_member(view, "health", is_ill),
        PovertyCause::Disability => some_member(view, "health", is_disabled),
        PovertyCause::Schooling => some_member(view, "student_status", is_student),
        _ => Finding::Yes,
    }
}

/// Yes if it is so of a member, unknown if it may be so of one.
fn some_member(view: &HouseholdView, id: &'static str, is_so: fn(&Member) -> Option<bool>) -> Finding {
    let mut answers = view.members.iter().map(|(_, member)| is_so(member));
    let unknown = answers.clone().any(|answer| answer.is_none());
    if answers.any(|answer| answer == Some(true)) {
        Finding::Yes
    } else if unknown {
        Finding::Unknown(Reason::missing(Kind::PersonYear, id))
    } else {
        Finding::No(Reason::new(
            Cause::CauseNotConsistent,
            Kind::Household,
            "main_cause",
        ))
    }
}

fn is_ill(member: &Member) -> Option<bool> {
    let health = member.year?.health.as_ref()?;
    Some(
        health
            .iter()
            .any(|condition| matches!(condition, HealthCondition::Chronic | HealthCondition::Major)),
    )
}

fn is_disabled(member: &Member) -> Option<bool> {
    if member
        .person
        .is_some_and(|person| person.disability_category.is_some())
    {
        return Some(true);
    }
    Some(member.year?.health.as_ref()?.contains(&HealthCondition::Disabled))
}

fn is_student(member: &Member) -> Option<bool> {
    member.year?.studies()
}

/// A measure of the year says what it is.
fn measure(view: &HouseholdView, context: &Context) -> Finding {
    let mut none = Reason::new(Cause::NoMeasure, Kind::SupportMeasure, "year");
    for measure in measures_of_year(view, context.year) {
        if measure.category.is_some() && measure.content.is_some() {
            return Finding::Yes;
        }
        none = Reason::new(Cause::MeasureNotDescribed, Kind::SupportMeasure, "content");
    }
    Finding::No(none)
}

/// Every measure of the year that is done has an input and a result.
fn input_output(view: &HouseholdView, context: &Context) -> Finding {
    let done = measures_of_year(view, context.year).filter(|row| row.state == Some(RecordState::Done));
    Finding::all(done.flat_map(|row| {
        let inputs = [
            row.input_county,
            row.input_central,
            row.input_provincial,
            row.input_municipal,
            row.input_society,
            row.input_household,
            row.input_loan,
        ];
        let input = Reason::new(Cause::NoInput, Kind::SupportMeasure, "input_county");
        let output = Reason::new(Cause::NoOutput, Kind::SupportMeasure, "actual_income");
        [
            Finding::of(Some(inputs.iter().any(Option::is_some)), input, input),
            Finding::of(
                Some(row.actual_income.is_some() || row.result_text.is_some()),
                output,
                output,
            ),
        ]
    }))
}

/// A helper answers for the household and a unit for the village, on the day.
fn responsibility(view: &HouseholdView, context: &Context) -> Finding {
    let missing = Reason::missing(Kind::VillageHelpUnit, "start");
    let units = context
        .village
        .help_units()
        .filter(|unit| unit.village_code.is_none_or(|code| code == context.village.area));
    let unit = open_on(
        units.map(|unit| (unit.start, unit.end)),
        context,
        Reason::new(Cause::NoHelpUnit, Kind::VillageHelpUnit, "unit_name"),
        missing,
    );
    has_helper(view, context).and(unit)
}

/// A helper is assigned on the day (line 102).
pub(super) fn has_helper(view: &HouseholdView, context: &Context) -> Finding {
    open_on(
        view.helpers.iter().map(|(_, helper)| (helper.start, helper.end)),
        context,
        Reason::new(Cause::NoHelper, Kind::HelperAssignment, "official_id"),
        Reason::missing(Kind::HelperAssignment, "start"),
    )
}

fn open_on(
    spells: impl Iterator<Item = (Option<Date>, Option<Date>)>,
    context: &Context,
    none: Reason,
    missing: Reason,
) -> Finding {
    let mut answer = Finding::No(none);
    for (start, _) in spells.filter(|(_, end)| end.is_none_or(|end| !context.as_of.has_come_to(end))) {
        match start {
            Some(start) if context.as_of.has_come_to(start) => return Finding::Yes,
            Some(_) => {}
            None => answer = Finding::Unknown(missing),
        }
    }
    answer
}

/// The year of exit is known, done or planned.
fn schedule(household: &Household) -> Finding {
    let known = household.exit_year.is_some() || household.planned_exit_year.is_some();
    let none = Reason::new(Cause::NoSchedule, Kind::Household, "planned_exit_year");
    Finding::of(Some(known), none, none)
}

#[cfg(test)]
pub(super) mod tests;
