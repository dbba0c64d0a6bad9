//! V-LB: labour capacity. Ages are those of 31 December of the year.

use super::area::{Area, Individual};
use super::breach::code;
use super::{Breach, Rule};
use crate::model::{HealthCondition, Kind, LabourCapacity};

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let year_end = area.terms.year_end();
    for one in area.people().filter(|one| one.is_member) {
        let Some(year) = one.year else { continue };
        let Some(labour) = &year.labour else { continue };
        let mut add = |rule, detail: String| {
            found.push(Breach::new(rule, Kind::PersonYear, year.id, "labour", detail));
        };
        let capacity = code(Some(labour));
        if let Some(age) = one.age(year_end)
            && let Some(rule) = rule_for(one, labour, age)
        {
            add(rule, format!("{capacity} {age}"));
        }
        let without = matches!(labour, LabourCapacity::None | LabourCapacity::Lost);
        if without && one.works(year_end) == Some(true) {
            let months = year.work_months.map(|months| months.0.to_string());
            add(
                Rule::WorkWithoutLabour,
                format!("{capacity} {}", months.unwrap_or_default()),
            );
        }
    }
}

/// The rule that does not hold for a labour capacity at an age.
fn rule_for(one: &Individual<'_>, labour: &LabourCapacity, age: i32) -> Option<Rule> {
    use LabourCapacity::{Lost, None as Without, Ordinary, Skilled, Weak};
    let is_healthy = one.health() == Some(&[HealthCondition::Healthy]);
    match (age, labour) {
        (..16, Ordinary | Skilled | Weak | Lost) => Some(Rule::ChildAbleToWork),
        (16..60, Weak | Lost | Without) if is_healthy && one.studies() == Some(false) => {
            Some(Rule::HealthyWithoutLabour)
        }
        (60.., Ordinary | Skilled | Lost) => Some(Rule::ElderLabour),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Count, Date, Education, StudentStatus};
    use HealthCondition::{Chronic, Disabled, Healthy};
    use LabourCapacity::{Lost, None as Without, Ordinary, Skilled, Weak};

    /// The head, born so that he has that age at the end of 2018.
    fn head(age: u16, labour: Option<LabourCapacity>, health: Option<&[HealthCondition]>) -> Sound {
        let mut f = Sound::new().without_numbers();
        f.person("p1").birth_date = Date::new(2018 - age, 12, 31);
        let year = f.person_year("p1");
        (year.labour, year.health) = (labour, health.map(<[_]>::to_vec));
        (year.work_months, year.work_area) = (None, None);
        f
    }

    #[test]
    fn v_lb_1_says_that_children_have_no_labour_capacity() {
        for (age, labour, fires) in [
            (15, Some(Ordinary), true),
            (15, Some(Lost), true),
            (15, Some(Without), false),
            (16, Some(Ordinary), false),
            (15, None, false),
        ] {
            let f = head(age, labour.clone(), None);
            assert_eq!(f.is_broken(Rule::ChildAbleToWork), fires, "{age} {labour:?}");
        }
    }

    #[test]
    fn v_lb_2_asks_why_somebody_healthy_cannot_work() {
        for (age, labour, health, fires) in [
            (40, Some(Lost), Some(&[Healthy][..]), true),
            (16, Some(Without), Some(&[Healthy]), true),
            (59, Some(Weak), Some(&[Healthy]), true),
            (60, Some(Weak), Some(&[Healthy]), false),
            (40, Some(Ordinary), Some(&[Healthy]), false),
            (40, Some(Lost), Some(&[Chronic, Disabled]), false),
            (40, Some(Lost), None, false),
            (40, None, Some(&[Healthy]), false),
        ] {
            let f = head(age, labour.clone(), health);
            assert_eq!(f.is_broken(Rule::HealthyWithoutLabour), fires, "{age} {labour:?}");
        }
        let mut student = head(17, Some(Without), Some(&[Healthy]));
        let year = student.person_year("p1");
        (year.student_status, year.education) = (Some(StudentStatus::Senior2), None);
        assert!(!student.is_broken(Rule::HealthyWithoutLabour));
        student.person_year("p1").student_status = None;
        assert!(
            !student.is_broken(Rule::HealthyWithoutLabour),
            "perhaps a student"
        );
        student.person_year("p1").education = Some(Education::Junior);
        assert!(student.is_broken(Rule::HealthyWithoutLabour));
    }

    #[test]
    fn v_lb_3_is_about_the_elderly() {
        for (age, labour, fires) in [
            (60, Some(Ordinary), true),
            (70, Some(Skilled), true),
            (70, Some(Lost), true),
            (70, Some(Weak), false),
            (70, Some(Without), false),
            (59, Some(Skilled), false),
            (70, None, false),
        ] {
            let f = head(age, labour.clone(), None);
            assert_eq!(f.is_broken(Rule::ElderLabour), fires, "{age} {labour:?}");
        }
    }

    #[test]
    fn v_lb_4_finds_work_without_labour_capacity() {
        let mut f = head(40, Some(Lost), Some(&[Chronic]));
        assert!(!f.is_broken(Rule::WorkWithoutLabour));
        f.person_year("p1").work_months = Some(Count(3));
        assert_eq!(f.at(Rule::WorkWithoutLabour), ["person_year[p1-2018].labour"]);
        f.person_year("p1").work_months = Some(Count(0));
        assert!(!f.is_broken(Rule::WorkWithoutLabour));
        f.spell("w1", "p1").start = Some(Date::of::<2018, 3, 1>());
        assert!(f.is_broken(Rule::WorkWithoutLabour), "a spell is work");
        f.person_year("p1").labour = None;
        assert!(!f.is_broken(Rule::WorkWithoutLabour));
    }
}
