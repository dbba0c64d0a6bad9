//! V-ED: schooling. Ages are those of 1 September of the school year.

use super::area::{Area, Individual};
use super::breach::code;
use super::terms::school_days;
use super::{Breach, Rule};
use crate::model::{Education, Kind, PersonId, PersonYear, StudentStatus, Year};
use std::collections::BTreeSet;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let days = school_days(&area.as_of);
    let (from, below) = area.terms.compulsory_ages;
    let in_school_year = |year: Year| days.iter().any(|day| day.year() == year);
    let cases = area.records.student_cases.iter();
    let cases = cases.filter(|case| case.school_year.is_none_or(in_school_year));
    let cases: BTreeSet<PersonId> = cases.filter_map(|case| case.person_id).collect();
    for one in area.people().filter(|one| one.is_member) {
        let Some(year) = one.year else { continue };
        check_one_of_two(year, found);
        if let [Some(before), Some(age)] = days.map(|day| one.age(day)) {
            let ages = [before, age];
            if ages.iter().all(|age| (from..below).contains(age)) && !cases.contains(&one.id) {
                check_dropout(one, year, age, found);
            }
            check_age(year, ages, found);
        }
    }
}

fn breach(rule: Rule, year: &PersonYear, field: &'static str, detail: String) -> Breach {
    Breach::new(rule, Kind::PersonYear, year.id, field, detail)
}

/// A pupil has a class and no schooling reached yet, everybody else the reverse. 非在校生 says the same as no class.
fn check_one_of_two(year: &PersonYear, found: &mut Vec<Breach>) {
    let has_class = match &year.student_status {
        None | Some(StudentStatus::NotStudent) => false,
        Some(_) => true,
    };
    let field = match (has_class, year.education.is_some()) {
        (true, true) => "student_status",
        (false, false) => "education",
        _ => return,
    };
    let detail = [code(year.education.as_ref()), code(year.student_status.as_ref())];
    found.push(breach(Rule::SchoolingOnce, year, field, detail.join(" ")));
}

/// Of school age, not at school, and not through with grade 9.
fn check_dropout(one: &Individual<'_>, year: &PersonYear, age: i32, found: &mut Vec<Breach>) {
    use Education::{BachelorPlus, College, Junior, Senior, Unrecognised};
    let is_through = matches!(
        year.education,
        Some(Junior | Senior | College | BachelorPlus | Unrecognised(_))
    );
    if one.studies() == Some(false) && !is_through {
        found.push(breach(
            Rule::PossibleDropout,
            year,
            "student_status",
            age.to_string(),
        ));
    }
}

fn check_age(year: &PersonYear, ages: [i32; 2], found: &mut Vec<Breach>) {
    let age = ages[1];
    let status = year.student_status.as_ref();
    if status.is_some_and(|status| !ages.iter().any(|age| fits(status, *age))) {
        let detail = format!("{} {age}", code(status));
        found.push(breach(Rule::SchoolAge, year, "student_status", detail));
    }
    let education = year.education.as_ref();
    let fits = match education {
        Some(Education::PreschoolAge) => ages[0] < 7,
        Some(Education::Senior | Education::College | Education::BachelorPlus) => age > 14,
        _ => true,
    };
    if !fits {
        let detail = format!("{} {age}", code(education));
        found.push(breach(Rule::SchoolAge, year, "education", detail));
    }
}

/// Whether somebody of that age may be in that class. The national data have no ages for technician colleges; they begin
/// after grade 9 or after senior school.
fn fits(status: &StudentStatus, age: i32) -> bool {
    use StudentStatus as S;
    match status {
        S::PreschoolAge | S::Kindergarten => age < 7,
        S::Primary => age < 20,
        S::Grade7 | S::Grade8 | S::Grade9 => (12..=17).contains(&age),
        S::Senior1 | S::Senior2 | S::Senior3 | S::Voc1 | S::Voc2 | S::Voc3 => (15..=20).contains(&age),
        S::Tech1 | S::Tech2 | S::Tech3 | S::Tech4 => age > 14,
        S::Hvoc1
        | S::Hvoc2
        | S::Hvoc3
        | S::Bachelor1
        | S::Bachelor2
        | S::Bachelor3
        | S::Bachelor4
        | S::Bachelor5 => age >= 18,
        S::Postgraduate => age >= 20,
        S::NotStudent | S::Unrecognised(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Date, DropoutReason, StudentCaseState};

    /// The child of the sound household, born so that it has that age on 1 September 2018.
    fn child(age: u16, status: Option<StudentStatus>, education: Option<Education>) -> Sound {
        let mut f = Sound::new().without_numbers();
        f.person("p3").birth_date = Date::new(2018 - age, 9, 1);
        let year = f.person_year("p3");
        (year.student_status, year.education) = (status, education);
        f
    }

    #[test]
    fn v_ed_1_wants_a_class_or_a_schooling_and_not_both() {
        use StudentStatus::{NotStudent, Primary};
        for (status, education, field) in [
            (Some(Primary), None, None),
            (None, Some(Education::Primary), None),
            (Some(NotStudent), Some(Education::Primary), None),
            (Some(Primary), Some(Education::Primary), Some("student_status")),
            (None, None, Some("education")),
            (Some(NotStudent), None, Some("education")),
        ] {
            let expected: Vec<String> = field
                .iter()
                .map(|field| format!("person_year[p3-2018].{field}"))
                .collect();
            let f = child(10, status.clone(), education.clone());
            assert_eq!(f.at(Rule::SchoolingOnce), expected, "{status:?} {education:?}");
        }
        let mut f = Sound::new();
        f.forget_year_of("p3");
        assert!(!f.is_broken(Rule::SchoolingOnce), "no record says nothing");
    }

    #[test]
    fn v_ed_2_finds_children_who_should_be_at_school() {
        use StudentStatus::{NotStudent, Primary};
        let primary = || Some(Education::Primary);
        for (age, status, education, fires) in [
            (10, None, primary(), true),
            (10, Some(NotStudent), primary(), true),
            (6, None, Some(Education::PreschoolAge), true),
            (5, None, Some(Education::PreschoolAge), false),
            (16, None, primary(), false),
            (15, None, Some(Education::Junior), false),
            (10, Some(Primary), None, false),
            (10, None, None, false),
        ] {
            let f = child(age, status, education.clone());
            assert_eq!(f.is_broken(Rule::PossibleDropout), fires, "{age} {education:?}");
        }
    }

    #[test]
    fn v_ed_2_waits_until_the_school_year_has_begun() {
        let mut f = child(6, None, Some(Education::PreschoolAge));
        assert!(f.is_broken(Rule::PossibleDropout));
        f.terms.day = Date::of::<2018, 8, 31>();
        assert!(!f.is_broken(Rule::PossibleDropout), "school begins tomorrow");
    }

    #[test]
    fn v_ed_2_is_answered_by_a_student_case_of_the_school_year() {
        let mut f = child(10, None, Some(Education::Primary));
        assert_eq!(
            f.at(Rule::PossibleDropout),
            ["person_year[p3-2018].student_status"]
        );
        let case = f.student_case("c1", "p3");
        case.state = Some(StudentCaseState::Persuading);
        case.reason = Some(DropoutReason::Truancy);
        case.school_year = Some(Year(2017));
        assert!(f.is_broken(Rule::PossibleDropout));
        f.student_case("c1", "p3").school_year = Some(Year(2018));
        assert!(!f.is_broken(Rule::PossibleDropout));
    }

    #[test]
    fn v_ed_3_knows_the_ages_of_the_classes() {
        use StudentStatus as S;
        for (status, ages, wrong) in [
            (S::Kindergarten, [3, 6], [7, 8]),
            (S::PreschoolAge, [1, 6], [7, 9]),
            (S::Primary, [6, 19], [20, 30]),
            (S::Grade7, [12, 17], [11, 18]),
            (S::Senior1, [15, 20], [14, 21]),
            (S::Voc3, [15, 20], [14, 21]),
            (S::Tech1, [15, 22], [14, 13]),
            (S::Bachelor1, [18, 25], [17, 16]),
            (S::Hvoc1, [18, 20], [17, 15]),
            (S::Postgraduate, [20, 30], [19, 18]),
        ] {
            for age in ages {
                let f = child(age, Some(status.clone()), None);
                assert!(!f.is_broken(Rule::SchoolAge), "{status:?} at {age}");
            }
            for age in wrong {
                let f = child(age, Some(status.clone()), None);
                assert_eq!(
                    f.at(Rule::SchoolAge),
                    ["person_year[p3-2018].student_status"],
                    "{status:?} at {age}"
                );
            }
        }
        assert!(child(14, None, Some(Education::Senior)).is_broken(Rule::SchoolAge));
        assert!(!child(15, None, Some(Education::Senior)).is_broken(Rule::SchoolAge));
        let mut f = child(14, None, Some(Education::Senior));
        f.person("p3").birth_date = None;
        assert!(!f.is_broken(Rule::SchoolAge), "an unknown age fits");
    }

    #[test]
    fn ages_are_those_of_the_first_of_september() {
        let mut f = child(11, Some(StudentStatus::Grade7), None);
        f.person("p3").birth_date = Some(Date::of::<2006, 9, 2>());
        assert!(f.is_broken(Rule::SchoolAge), "12 since 2 September only");
        f.person("p3").birth_date = Some(Date::of::<2006, 9, 1>());
        assert!(!f.is_broken(Rule::SchoolAge));
        f.terms.day = Date::of::<2018, 5, 1>();
        f.person("p3").birth_date = Some(Date::of::<2006, 9, 2>());
        assert!(f.is_broken(Rule::SchoolAge), "too young in either school year");
        f.person("p3").birth_date = Some(Date::of::<2006, 5, 1>());
        assert!(!f.is_broken(Rule::SchoolAge), "the class may be that of autumn");
    }
}
