//! 两不愁三保障 and exit readiness: the rule sets ASR-1 to ASR-7 (R-01; plan line 26) for a household on a day.

use super::{Cause, Context, Finding, HouseholdView, Member, Reason};
use crate::model::consistency::school_year_began;
use crate::model::{BasicInsurance, Education, HouseGrade, Kind, Label, StudentStatus};

/// One assurance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assurance {
    /// ASR-1 不愁吃.
    Food,
    /// ASR-2 不愁穿.
    Clothing,
    /// ASR-3 义务教育有保障.
    Education,
    /// ASR-4 基本医疗有保障.
    Medical,
    /// ASR-5 住房安全有保障.
    Housing,
    /// ASR-6 饮水安全: checked beside the five of the plan.
    Water,
    /// ASR-7 收入达标.
    Income,
}

impl Assurance {
    /// ASR-1 to ASR-7.
    pub const ALL: [Self; 7] = [
        Self::Food,
        Self::Clothing,
        Self::Education,
        Self::Medical,
        Self::Housing,
        Self::Water,
        Self::Income,
    ];
    /// The five that the plan names: two assurances, three guarantees.
    pub const OF_THE_PLAN: &'static [Self] = Self::ALL.split_at(5).0;

    /// `ASR-1` to `ASR-7`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Food => "ASR-1",
            Self::Clothing => "ASR-2",
            Self::Education => "ASR-3",
            Self::Medical => "ASR-4",
            Self::Housing => "ASR-5",
            Self::Water => "ASR-6",
            Self::Income => "ASR-7",
        }
    }

    /// Its name.
    pub const fn label(self) -> Label {
        match self {
            Self::Food => Label::new("不愁吃", "Enough food"),
            Self::Clothing => Label::new("不愁穿", "Enough clothing"),
            Self::Education => Label::new("义务教育有保障", "Compulsory education"),
            Self::Medical => Label::new("基本医疗有保障", "Basic medical care"),
            Self::Housing => Label::new("住房安全有保障", "Safe housing"),
            Self::Water => Label::new("饮水安全", "Safe drinking water"),
            Self::Income => Label::new("收入达标", "Income above the line"),
        }
    }

    /// Whether the household has it, by its records of the year.
    pub fn check(self, view: &HouseholdView, context: &Context) -> Finding {
        let missing = |id| Reason::missing(Kind::HouseholdYear, id);
        let no = |cause, id| Reason::new(cause, Kind::HouseholdYear, id);
        let year = view.year;
        match self {
            Self::Food => Finding::of(
                year.and_then(|row| row.food_assured),
                no(Cause::NotEnoughFood, "food_assured"),
                missing("food_assured"),
            ),
            Self::Clothing => Finding::of(
                year.and_then(|row| row.clothing_assured),
                no(Cause::NotEnoughClothing, "clothing_assured"),
                missing("clothing_assured"),
            ),
            Self::Education => of_members(view, |member| schooling(member, context)),
            Self::Medical => of_members(view, |member| {
                is_insured(member).and(has_major_illness_cover(member))
            }),
            Self::Housing => housing(year.and_then(|row| row.house_grade.as_ref())),
            Self::Water => Finding::of(
                year.and_then(|row| row.drinking_safe),
                no(Cause::WaterNotSafe, "drinking_safe"),
                missing("drinking_safe"),
            )
            .and(Finding::of(
                year.and_then(|row| row.drinking_difficult)
                    .map(|difficult| !difficult),
                no(Cause::WaterHardToGet, "drinking_difficult"),
                missing("drinking_difficult"),
            )),
            Self::Income => income(view, context),
        }
    }
}

/// The five assurances of the plan together.
pub fn five_assurances(view: &HouseholdView, context: &Context) -> Finding {
    Finding::all(
        Assurance::OF_THE_PLAN
            .iter()
            .map(|assurance| assurance.check(view, context)),
    )
}

/// Whether the records support an exit: all seven. The app proposes it; a person decides and records the event.
pub fn exit_readiness(view: &HouseholdView, context: &Context) -> Finding {
    Finding::all(
        Assurance::ALL
            .iter()
            .map(|assurance| assurance.check(view, context)),
    )
}

fn of_members(view: &HouseholdView, check: impl Fn(&Member) -> Finding) -> Finding {
    if view.members.is_empty() {
        return Finding::Unknown(Reason::of(Cause::NoMembers));
    }
    Finding::all(view.members.iter().map(|(_, member)| check(member)))
}

/// Whether a member is of compulsory age in the school year of the day.
pub(super) fn compulsory_age(member: &Member, context: &Context) -> Option<bool> {
    let birth = member.person.and_then(|person| person.birth_date)?;
    let (from, below) = context.facts.compulsory_ages(context.year);
    let age = i64::from(school_year_began(context.as_of).age_since(birth));
    Some(from <= age && age < below)
}

/// Of compulsory age and in school, or finished with grade 9. A member of another age passes.
pub(super) fn schooling(member: &Member, context: &Context) -> Finding {
    let missing = |id| Finding::Unknown(Reason::missing(Kind::PersonYear, id));
    match compulsory_age(member, context) {
        None => return Finding::Unknown(Reason::missing(Kind::Person, "birth_date")),
        Some(false) => return Finding::Yes,
        Some(true) => {}
    }
    use StudentStatus as S;
    match member.year.and_then(|row| row.student_status.as_ref()) {
        Some(S::Unrecognised(_)) => missing("student_status"),
        None if member.year.is_none_or(|row| row.education.is_none()) => missing("student_status"),
        Some(S::PreschoolAge | S::Kindergarten) => out_of_school(),
        None | Some(S::NotStudent) => match member.year.and_then(|row| row.education.as_ref()) {
            None | Some(Education::Unrecognised(_)) => missing("education"),
            Some(education) if has_finished_grade_9(education) => Finding::Yes,
            Some(_) => out_of_school(),
        },
        Some(_) => Finding::Yes,
    }
}

const fn out_of_school() -> Finding {
    Finding::No(Reason::new(
        Cause::OutOfSchool,
        Kind::PersonYear,
        "student_status",
    ))
}

fn has_finished_grade_9(education: &Education) -> bool {
    use Education as E;
    matches!(education, E::Junior | E::Senior | E::College | E::BachelorPlus)
}

/// Residents' or employees' scheme (plan line 59; DOMAIN B14).
pub(super) fn is_insured(member: &Member) -> Finding {
    use BasicInsurance as B;
    let insured = match member.year.and_then(|row| row.basic_insurance.as_ref()) {
        None | Some(B::Unrecognised(_)) => None,
        Some(B::Resident | B::Employee) => Some(true),
        Some(B::None) => Some(false),
    };
    of_person_year(insured, Cause::NotInsured, "basic_insurance")
}

/// Major-illness insurance (plan line 59).
pub(super) fn has_major_illness_cover(member: &Member) -> Finding {
    let covered = member.year.and_then(|row| row.major_illness_insurance);
    of_person_year(covered, Cause::NoMajorIllnessCover, "major_illness_insurance")
}

/// Covered by medical aid (plan line 59).
pub(super) fn has_medical_aid(member: &Member) -> Finding {
    let covered = member.year.and_then(|row| row.medical_aid_covered);
    of_person_year(covered, Cause::NoMedicalAid, "medical_aid_covered")
}

fn of_person_year(value: Option<bool>, cause: Cause, id: &'static str) -> Finding {
    Finding::of(
        value,
        Reason::new(cause, Kind::PersonYear, id),
        Reason::missing(Kind::PersonYear, id),
    )
}

/// A or B is safe.
fn housing(grade: Option<&HouseGrade>) -> Finding {
    use HouseGrade as H;
    let safe = match grade {
        None | Some(H::Unrecognised(_)) => None,
        Some(H::A | H::B) => Some(true),
        Some(H::C | H::D | H::NoHouse) => Some(false),
    };
    let at = |cause| Reason::new(cause, Kind::HouseholdYear, "house_grade");
    Finding::of(safe, at(Cause::HouseNotSafe), at(Cause::NotFilledIn))
}

/// Net income per member counted is not below the year's verified line, without a division.
pub(super) fn income(view: &HouseholdView, context: &Context) -> Finding {
    let (net, members) = match net_income(view) {
        Ok(known) => known,
        Err(reason) => return Finding::Unknown(reason),
    };
    let above = context
        .facts
        .poverty_line(context.year)
        .map(|line| net >= line * members);
    Finding::of(
        above,
        Reason::of(Cause::BelowLine),
        Reason::new(Cause::ParameterNotVerified, Kind::PolicyParameter, "value"),
    )
}

/// The net income of the year in fen and the members it is counted for, or the field that is missing.
pub(super) fn net_income(view: &HouseholdView) -> Result<(i64, i64), Reason> {
    let missing = |id| Reason::missing(Kind::HouseholdIncomeYear, id);
    let row = view.income.ok_or(missing("wage"))?;
    let parts = [
        (row.wage, "wage"),
        (row.business_gross, "business_gross"),
        (row.property, "property"),
        (row.cost_operating, "cost_operating"),
    ];
    if let Some((_, id)) = parts.iter().find(|(part, _)| part.is_none()) {
        return Err(missing(id));
    }
    let members = row
        .members_counted
        .map(|count| count.0)
        .filter(|count| *count > 0);
    let net = row.net().ok_or(missing("wage"))?;
    Ok((net.0, members.ok_or(missing("members_counted"))?))
}

#[cfg(test)]
mod tests;
