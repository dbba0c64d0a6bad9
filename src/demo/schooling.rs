//! Schooling, work and insurance of a person in a year.

use super::calendar::{LAST_YEAR, day};
use super::dice::Dice;
use super::home::{Member, Schooling};
use crate::model::{
    BasicInsurance, Count, Education, HealthCondition, Household, HouseholdAttribute, InsurancePayer,
    LabourCapacity, LeftBehind, Pension, PersonYear, PersonYearId, StudentStatus, TekunSupport, TradeKind,
    WorkArea, Year,
};

/// Where a person stands at school on 1 September: a class, or the schooling that was reached.
pub(super) enum Standing {
    /// At school, or too young for it.
    Class(StudentStatus),
    /// No longer at school.
    Reached(Education),
}

/// The standing of a person in the school year that begins in `year`. Exactly one of class and schooling reached is
/// kept (DOMAIN V-ED-1).
pub(super) fn standing(member: &Member, year: Year) -> Standing {
    use Schooling::{College, Junior, Senior, Vocational};
    use StudentStatus as Class;
    let age = day(year.0, 9, 1).age_since(member.birth);
    let class = match (age, member.schooling) {
        (..=2, _) => Class::PreschoolAge,
        (3..=5, _) => Class::Kindergarten,
        (6..=11, _) => Class::Primary,
        (12, _) => Class::Grade7,
        (13, _) => Class::Grade8,
        (14, _) => Class::Grade9,
        (15, Vocational) => Class::Voc1,
        (16, Vocational) => Class::Voc2,
        (17, Vocational) => Class::Voc3,
        (15, Senior | College) => Class::Senior1,
        (16, Senior | College) => Class::Senior2,
        (17, Senior | College) => Class::Senior3,
        (18, College) => Class::Hvoc1,
        (19, College) => Class::Hvoc2,
        (20, College) => Class::Hvoc3,
        (_, Junior) | (18.., _) => return Standing::Reached(reached(member, age)),
    };
    Standing::Class(class)
}

/// Whether the person works away from home in a year.
pub(super) fn works(member: &Member, year: Year) -> bool {
    let student = matches!(standing(member, year), Standing::Class(_));
    member.can_work(year) && !student && member.work_months > 0
}

/// The schooling that a person has reached; older people had less of it.
fn reached(member: &Member, age: i32) -> Education {
    match (age, member.schooling) {
        (55.., Schooling::Junior) => Education::Illiterate,
        (55.., Schooling::Vocational | Schooling::Senior) => Education::Primary,
        (55.., Schooling::College) => Education::Junior,
        (35..55, Schooling::Junior | Schooling::Vocational) => Education::Primary,
        (35..55, Schooling::Senior) => Education::Junior,
        (35..55, Schooling::College) => Education::Senior,
        (_, Schooling::Junior) => Education::Junior,
        (_, Schooling::Vocational | Schooling::Senior) => Education::Senior,
        (_, Schooling::College) => Education::College,
    }
}

/// What a person can do, by age, health and schooling.
fn labour(member: &Member, student: bool, age: i32) -> LabourCapacity {
    match (&member.health, age) {
        (_, ..16) => LabourCapacity::None,
        _ if student => LabourCapacity::None,
        (HealthCondition::Healthy, 60..68) => LabourCapacity::Weak,
        (_, 60..) => LabourCapacity::None,
        (HealthCondition::Healthy, _) if member.schooling == Schooling::College => LabourCapacity::Skilled,
        (HealthCondition::Healthy, _) => LabourCapacity::Ordinary,
        (HealthCondition::Chronic, _) => LabourCapacity::Weak,
        _ => LabourCapacity::Lost,
    }
}

/// Whether somebody at school is entitled to aid: from grade 10 on.
pub(super) fn is_entitled(member: &Member, year: Year) -> bool {
    use StudentStatus as S;
    let beyond = |class: &StudentStatus| {
        !matches!(
            class,
            S::PreschoolAge | S::Kindergarten | S::Primary | S::Grade7 | S::Grade8 | S::Grade9
        )
    };
    matches!(standing(member, year), Standing::Class(class) if beyond(&class))
}

/// Whether somebody goes to a vocational school or college, as everybody who wants to does.
fn is_in_vocational_school(member: &Member, year: Year) -> bool {
    matches!(member.schooling, Schooling::Vocational) && is_entitled(member, year)
}

/// Old people and children whose family works away, as far as the village has them on file.
fn left_behind(dice: &mut Dice, age: i32) -> Option<LeftBehind> {
    match age {
        3..16 => dice.percent(6).then_some(LeftBehind::Child),
        60.. => dice.percent(5).then_some(LeftBehind::Elder),
        30..60 => dice.percent(1).then_some(LeftBehind::Woman),
        _ => None,
    }
}

/// The person's year. 2018 has the gaps of a year under way; the census of the last year asked everybody everything.
pub(super) fn person_year(dice: &mut Dice, member: &Member, household: &Household, year: Year) -> PersonYear {
    let last = year == LAST_YEAR;
    let gap = if last { 0 } else { 2 };
    let age = member.age(year);
    let (student_status, education) = match standing(member, year) {
        _ if member.dropped_out == Some(year) => (Some(StudentStatus::NotStudent), Some(Education::Primary)),
        Standing::Class(class) => (Some(class), None),
        Standing::Reached(education) => (None, Some(education)),
    };
    let student = education.is_none();
    let studies = student && student_status != Some(StudentStatus::PreschoolAge);
    let insured = dice.weighted(&[
        (981, BasicInsurance::Resident),
        (12, BasicInsurance::Employee),
        (if last { 3 } else { 8 }, BasicInsurance::None),
    ]);
    let covered = insured != BasicInsurance::None;
    let payer = match insured {
        BasicInsurance::Resident if dice.percent(88) => Some(InsurancePayer::Government),
        BasicInsurance::Resident => Some(InsurancePayer::Mixed),
        BasicInsurance::Employee => Some(InsurancePayer::Employer),
        _ => None,
    };
    let working = works(member, year);
    let area = [
        (20, WorkArea::InTownship),
        (30, WorkArea::InCounty),
        (35, WorkArea::InProvince),
        (15, WorkArea::OutProvince),
    ];
    let dibao = household.attribute == Some(HouseholdAttribute::Dibao);
    let tekun = household.attribute == Some(HouseholdAttribute::Tekun);
    let labour = labour(member, student, age);
    let able = !matches!(labour, LabourCapacity::None | LabourCapacity::Lost);
    let poor = dibao || member.health == HealthCondition::Disabled;
    let paying_age = (16..60).contains(&age) && !student;
    let aided = paying_age && poor;
    let listed = able && last && dice.percent(20);
    PersonYear {
        id: PersonYearId::of(member.id, year),
        person_id: Some(member.id),
        year: Some(year),
        major_illness_insurance: Some(covered).filter(|_| !dice.percent(gap)),
        medical_aid_covered: Some(covered || last).filter(|_| !dice.percent(gap)),
        basic_insurance: Some(insured).filter(|_| !dice.percent(gap)),
        basic_premium_payer: payer,
        health: Some(vec![member.health.clone()]).filter(|_| !dice.percent(gap)),
        education,
        education_aid_eligible: studies.then_some(is_entitled(member, year)),
        vocational_willing: studies.then_some(is_in_vocational_school(member, year)),
        student_status,
        work_months: working.then_some(Count(member.work_months)),
        work_area: working.then(|| dice.weighted(&area)),
        employment_willing: listed.then_some(true),
        employment_trades: listed.then(|| vec![TradeKind::Construction]),
        labour: Some(labour).filter(|_| !dice.percent(gap)),
        pension: match age {
            _ if !last => None,
            60.. => Some(Pension::Receiving),
            _ if paying_age => Some(if aided || dice.percent(94) {
                Pension::Resident
            } else {
                Pension::None
            }),
            _ => None,
        },
        pension_aid_eligible: (aided || (last && age >= 16 && !student)).then_some(aided),
        pension_premium_payer: aided
            .then_some(InsurancePayer::Government)
            .filter(|_| last || dice.percent(98)),
        dibao: dibao.then_some(true),
        tekun: tekun
            .then(|| dice.weighted(&[(30, TekunSupport::Centralised), (70, TekunSupport::Dispersed)])),
        left_behind: left_behind(dice, age),
        ..PersonYear::default()
    }
}
