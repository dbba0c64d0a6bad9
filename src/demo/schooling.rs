//! Schooling, work and insurance of a person in a year.

use super::calendar::day;
use super::dice::Dice;
use super::home::{Member, Schooling};
use crate::model::{
    BasicInsurance, Count, Education, HealthCondition, Household, HouseholdAttribute, InsurancePayer,
    LabourCapacity, Pension, PersonYear, PersonYearId, StudentStatus, WorkArea, Year,
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

/// The person's year. The register of 2017 says less, but all of it; 2018 has the gaps of a year under way.
pub(super) fn person_year(dice: &mut Dice, member: &Member, household: &Household, year: Year) -> PersonYear {
    let surveyed = year.0 > 2017;
    let gap = if surveyed { 2 } else { 0 };
    let age = member.age(year);
    let (student_status, education) = match standing(member, year) {
        Standing::Class(class) => (Some(class), None),
        Standing::Reached(education) => (None, Some(education)),
    };
    let student = student_status.is_some();
    let insured = dice.weighted(&[
        (978, BasicInsurance::Resident),
        (12, BasicInsurance::Employee),
        (10, BasicInsurance::None),
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
    PersonYear {
        id: PersonYearId::of(member.id, year),
        person_id: Some(member.id),
        year: Some(year),
        basic_insurance: Some(insured).filter(|_| !dice.percent(gap)),
        basic_premium_payer: payer.filter(|_| surveyed),
        major_illness_insurance: Some(covered).filter(|_| !dice.percent(gap)),
        medical_aid_covered: Some(covered).filter(|_| !dice.percent(gap)),
        health: Some(vec![member.health.clone()]).filter(|_| !dice.percent(gap)),
        education,
        student_status,
        labour: Some(labour(member, student, age)).filter(|_| !dice.percent(gap)),
        work_months: working.then_some(Count(member.work_months)),
        work_area: working.then(|| dice.weighted(&area)),
        pension: match age {
            _ if !surveyed => None,
            60.. => Some(Pension::Receiving),
            16..60 if !student => Some(if dice.percent(94) {
                Pension::Resident
            } else {
                Pension::None
            }),
            _ => None,
        },
        dibao: Some(dibao).filter(|dibao| surveyed || *dibao),
        ..PersonYear::default()
    }
}
