//! Education: IND-EDU-01 to 05 (plan line 58).

use super::answers::{all, any, asked, is, not, said, scoped};
use super::assurance::{compulsory_age, schooling};
use super::poverty::of_poverty_village;
use super::registry::{PERSONS, VILLAGES};
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Member, Reason, Test,
};
use crate::model::{Kind, Label, StudentCase, StudentCaseState, StudentStatus};
use crate::plan::Chapter;

pub(super) const DROPOUTS: Declaration = Declaration::new(
    "IND-EDU-01",
    Label::new("义务教育辍学人数", "Dropouts of compulsory age"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Person(dropped_out),
    &[Figure::new(
        "IND-EDU-01",
        Label::new("辍学人数", "Dropouts"),
        PERSONS,
        Some(Goal::of_target::<21>(Test::Nobody)),
    )],
);

/// Cases of a person that are open on the day, and whether one is in one of these states.
fn has_case(member: &Member, context: &Context, states: &[StudentCaseState]) -> Option<bool> {
    let cases = context.village.rows_of(member).cases.iter();
    any(cases.map(|(_, case)| all(&[is_open(case, context), is(&case.state, states)])))
}

fn is_open(case: &StudentCase, context: &Context) -> Option<bool> {
    super::answers::open_on(case.opened, case.closed, context.as_of)
}

const DROPPED: &[StudentCaseState] = &[StudentCaseState::Dropped, StudentCaseState::Persuading];
const EXCUSED: &[StudentCaseState] = &[StudentCaseState::Exempt, StudentCaseState::HomeTeaching];
const FLAGGED: &[StudentCaseState] = &[
    StudentCaseState::AtRisk,
    StudentCaseState::Dropped,
    StudentCaseState::Persuading,
];

/// Of compulsory age; the case or else the year's record says that the person is out of school.
fn dropped_out(member: &Member, context: &Context) -> Judgement {
    let out = not(match schooling(member, context) {
        Finding::Yes => Some(true),
        Finding::No(_) => Some(false),
        Finding::Unknown(_) => None,
    });
    let excused = has_case(member, context, EXCUSED);
    let dropped = any([has_case(member, context, DROPPED), all(&[out, not(excused)])]);
    scoped(of_age(member, context), || {
        asked(dropped, Cause::InSchool, Kind::PersonYear, "student_status").into()
    })
}

fn of_age(member: &Member, context: &Context) -> Finding {
    let at = |cause| Reason::new(cause, Kind::Person, "birth_date");
    Finding::of(
        compulsory_age(member, context),
        at(Cause::NotEligible),
        at(Cause::NotFilledIn),
    )
}

pub(super) const CASES: Declaration = Declaration::new(
    "IND-EDU-02",
    Label::new(
        "一生一案建案率",
        "Cases opened for those at risk or out of school",
    ),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(case_opened),
    &[Figure::new(
        "IND-EDU-02",
        Label::new("已建案", "Cases opened"),
        PERSONS,
        Some(Goal::of_target::<21>(Test::Everybody)),
    )],
);

/// A case that says so is there; who is out of school without one fails, an excused one has its case.
fn case_opened(member: &Member, context: &Context) -> Judgement {
    let at = |cause| Reason::new(cause, Kind::StudentCase, "state");
    match has_case(member, context, FLAGGED) {
        Some(true) => return Judgement::Counts,
        None => return Judgement::Unknown(at(Cause::NotFilledIn)),
        Some(false) => {}
    }
    scoped(of_age(member, context), || match schooling(member, context) {
        Finding::Yes => Judgement::Excluded(Reason::new(Cause::InSchool, Kind::PersonYear, "student_status")),
        Finding::Unknown(reason) => Judgement::Unknown(reason),
        Finding::No(_) => {
            let cases = context.village.rows_of(member).cases.iter();
            let open = any(cases.map(|(_, case)| is_open(case, context)));
            Finding::of(
                open,
                at(Cause::NoStudentCase),
                Reason::missing(Kind::StudentCase, "opened"),
            )
            .into()
        }
    })
}

pub(super) const AIDED: Declaration = Declaration::new(
    "IND-EDU-03",
    Label::new("学生资助应助尽助", "Eligible students aided"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(aided),
    &[Figure::new(
        "IND-EDU-03",
        Label::new("受助学生", "Students aided"),
        PERSONS,
        Some(Goal::of_target::<22>(Test::Everybody)),
    )],
);

/// Whether somebody studies; a child before preschool does not.
fn is_student(member: &Member) -> Option<bool> {
    member.year?.studies()
}

/// Of students who are entitled, those with aid of the year. Who studies has to be asked whether they are entitled.
fn aided(member: &Member, context: &Context) -> Judgement {
    let entitled = member.year.and_then(|row| row.education_aid_eligible);
    let scope = match (entitled, is_student(member)) {
        (Some(true), _) => Finding::Yes,
        (Some(false), _) | (None, Some(false)) => Finding::No(Reason::new(
            Cause::NotEligible,
            Kind::PersonYear,
            "education_aid_eligible",
        )),
        (None, _) => Finding::Unknown(Reason::missing(Kind::PersonYear, "education_aid_eligible")),
    };
    scoped(scope, || {
        let aids = context.village.rows_of(member).aids.iter();
        let of_year = any(aids.map(|(_, aid)| aid.year.map(|year| year == context.year)));
        asked(of_year, Cause::NotAided, Kind::EducationAid, "year").into()
    })
}

pub(super) const PRESCHOOL: Declaration = Declaration::new(
    "IND-EDU-04",
    Label::new("贫困村学前教育可及", "Poverty villages with a preschool in reach"),
    (Chapter::Welfare, Aggregation::AllUnitsPass),
    Judge::Village(|context| {
        of_poverty_village(context, || {
            let available = context.village.year().and_then(|row| row.preschool_available);
            said(available, Kind::VillageYear, "preschool_available").into()
        })
    }),
    &[Figure::new(
        "IND-EDU-04",
        Label::new("可及村", "Villages in reach"),
        VILLAGES,
        Some(Goal::of_target::<23>(Test::Everybody)),
    )],
);

pub(super) const VOCATIONAL: Declaration = Declaration::new(
    "IND-EDU-05",
    Label::new(
        "有意愿子女职业教育",
        "Willing youth in or through vocational school",
    ),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(|member, _| vocational(member)),
    &[Figure::new(
        "IND-EDU-05",
        Label::new("就读或完成", "In or through it"),
        PERSONS,
        Some(Goal::of_target::<24>(Test::Everybody)),
    )],
);

/// Of those who want it, those at a vocational school or done with one. Who studies has to be asked for the wish.
fn vocational(member: &Member) -> Judgement {
    use StudentStatus as S;
    const SCHOOLS: &[StudentStatus] = &[
        S::Voc1,
        S::Voc2,
        S::Voc3,
        S::Hvoc1,
        S::Hvoc2,
        S::Hvoc3,
        S::Tech1,
        S::Tech2,
        S::Tech3,
        S::Tech4,
    ];
    let willing = member.year.and_then(|row| row.vocational_willing);
    let scope = match (willing, is_student(member)) {
        (Some(true), _) => Finding::Yes,
        (None, Some(true)) => Finding::Unknown(Reason::missing(Kind::PersonYear, "vocational_willing")),
        _ => Finding::No(Reason::new(
            Cause::NotWilling,
            Kind::PersonYear,
            "vocational_willing",
        )),
    };
    scoped(scope, || {
        let year = member.year;
        let there = year.and_then(|row| is(&row.student_status, SCHOOLS));
        let through = any([there, year.and_then(|row| row.vocational_completed)]);
        asked(through, Cause::NotDone, Kind::PersonYear, "vocational_completed").into()
    })
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{Education, PersonId, StudentCase, StudentCaseState, StudentStatus, Year};

    const END: &str = "2018-12-31";

    /// h1p1 is ten years old and out of school.
    fn village() -> Fixture {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person("h1", "h1p1").birth_date = Some(day("2008-05-05"));
        let year = f.person_year("h1p1", 2018);
        (year.student_status, year.education) = (Some(StudentStatus::NotStudent), Some(Education::Primary));
        f
    }

    fn case(f: &mut Fixture, state: StudentCaseState) -> &mut StudentCase {
        let row = &mut f.village.student_cases.row_mut(id("c1")).record;
        row.person_id = Some(PersonId(id("h1p1")));
        (row.state, row.opened) = (Some(state), Some(day("2018-10-01")));
        row
    }

    #[test]
    fn edu_01_counts_those_out_of_school_unless_they_are_excused() {
        let mut f = village();
        assert_eq!(f.tally("IND-EDU-01", END), [1, 1, 1, 1]);
        case(&mut f, StudentCaseState::HomeTeaching);
        assert_eq!(f.tally("IND-EDU-01", "2018-09-30"), [1, 1, 1, 1]);
        assert_eq!(f.why("IND-EDU-01", "h1p1", END).1, Cause::InSchool);
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Primary);
        case(&mut f, StudentCaseState::Dropped);
        assert_eq!(
            f.tally("IND-EDU-01", END),
            [1, 1, 1, 1],
            "the case is newer than the year"
        );
        case(&mut f, StudentCaseState::Dropped).closed = Some(day("2018-12-01"));
        assert_eq!(f.tally("IND-EDU-01", END), [0, 1, 1, 1]);
        f.person("h1", "h1p1").birth_date = Some(day("1980-01-01"));
        assert_eq!(f.tally("IND-EDU-01", END), [0; 4]);
    }

    #[test]
    fn edu_02_wants_a_case_for_everybody_out_of_school_or_at_risk() {
        let mut f = village();
        assert_eq!(f.why("IND-EDU-02", "h1p1", END).1, Cause::NoStudentCase);
        case(&mut f, StudentCaseState::Enrolled);
        assert_eq!(f.tally("IND-EDU-02", END), [1; 4]);
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Primary);
        assert_eq!(f.tally("IND-EDU-02", END), [0; 4]);
        case(&mut f, StudentCaseState::AtRisk);
        assert_eq!(f.tally("IND-EDU-02", END), [1; 4]);
    }

    #[test]
    fn edu_03_wants_aid_for_every_student_who_is_entitled() {
        let mut f = village();
        assert_eq!(f.tally("IND-EDU-03", END), [0; 4], "not a student");
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Primary);
        assert_eq!(f.tally("IND-EDU-03", END), [0, 1, 0, 1]);
        f.person_year("h1p1", 2018).education_aid_eligible = Some(true);
        assert_eq!(f.why("IND-EDU-03", "h1p1", END).1, Cause::NotAided);
        let row = &mut f.village.education_aids.row_mut(id("a1")).record;
        (row.person_id, row.year) = (Some(PersonId(id("h1p1"))), Some(Year(2018)));
        assert_eq!(f.tally("IND-EDU-03", END), [1; 4]);
    }

    #[test]
    fn edu_04_asks_poverty_villages_only() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        f.village_year(2018).preschool_available = Some(false);
        assert_eq!(f.why("IND-EDU-04", VILLAGE, END).1, Cause::SaysNo);
        f.village_year(2018).preschool_available = Some(true);
        assert_eq!(f.tally("IND-EDU-04", END), [1; 4]);
        f.poor(VILLAGE, false);
        assert_eq!(f.tally("IND-EDU-04", END), [0; 4]);
    }

    #[test]
    fn edu_05_follows_those_who_want_a_vocational_school() {
        let mut f = village();
        assert_eq!(f.why("IND-EDU-05", "h1p1", END).1, Cause::NotWilling);
        f.person_year("h1p1", 2018).vocational_willing = Some(true);
        assert_eq!(
            f.tally("IND-EDU-05", END),
            [0, 1, 0, 1],
            "nobody says whether it is done"
        );
        f.person_year("h1p1", 2018).vocational_completed = Some(false);
        assert_eq!(f.tally("IND-EDU-05", END), [0, 1, 1, 1]);
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Hvoc2);
        assert_eq!(f.tally("IND-EDU-05", END), [1; 4]);
    }
}
