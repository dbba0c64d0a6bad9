//! Aid for those at senior and vocational schools and colleges, and the files of children who were out of school.

use super::book::told;
use super::calendar::{YEARS, day, in_months};
use super::home::{Home, Member, local_id};
use super::schooling::{Standing, is_entitled, standing};
use super::telling::Telling;
use crate::model::{
    DropoutReason, EducationAidKind, Fen, SchoolTerm, StudentCaseId, StudentCaseState, StudentStatus, Year,
};

/// The year in which some children were out of school.
const OUT_OF_SCHOOL: Year = Year(2018);

/// Takes a child of the upper grades of a few villages out of school for a year.
pub(super) fn let_one_drop_out(village: usize, homes: &mut [Home]) {
    if village % 13 != 4 {
        return;
    }
    let of_age = |member: &&mut Member| {
        let class = standing(member, OUT_OF_SCHOOL);
        let upper = matches!(
            class,
            Standing::Class(StudentStatus::Grade7 | StudentStatus::Grade8)
        );
        upper && member.joined.is_none() && member.end.is_none()
    };
    let members = homes.iter_mut().flat_map(|home| &mut home.members);
    if let Some(child) = members.into_iter().find(of_age) {
        child.dropped_out = Some(OUT_OF_SCHOOL);
    }
}

/// Enters the aid of every year and the files.
pub(super) fn enter(telling: &mut Telling<'_>) {
    for home in telling.homes {
        for (number, member) in home.members.iter().enumerate() {
            if member.dropped_out.is_some() {
                file(telling, home, member);
            }
            for year in YEARS {
                let here = member.lives_here(day(year, 9, 1)) && is_entitled(member, Year(year));
                let paid = telling.dice.percent(if year == 2018 { 93 } else { 100 });
                if here && paid && year != 2019 {
                    aid(telling, home, (number, member), year);
                }
            }
        }
    }
}

fn aid(telling: &mut Telling<'_>, home: &Home, (number, member): (usize, &Member), year: u16) {
    let (kind, yuan) = match standing(member, Year(year)) {
        Standing::Class(StudentStatus::Voc1 | StudentStatus::Voc2 | StudentStatus::Voc3) => {
            (EducationAidKind::Yulu, 1_500)
        }
        Standing::Class(StudentStatus::Senior1 | StudentStatus::Senior2 | StudentStatus::Senior3) => {
            (EducationAidKind::Stipend, 1_250)
        }
        _ => (EducationAidKind::StudentLoan, 6_000),
    };
    let paid = in_months(&mut telling.dice, year, 10, 12);
    let rest = format!("{:02}-{}", number + 1, year % 100);
    let told = told! { EducationAid local_id('u', home.village, home.number, &rest) =>
        person_id: member.id,
        kind: kind,
        year: Year(year),
        term: SchoolTerm::Autumn,
        amount: Fen(yuan * 100),
        paid_date: paid,
    };
    telling.tell(paid, told);
}

/// 一生一案: the child is found in autumn 2018 and persuaded to come back by the next spring.
fn file(telling: &mut Telling<'_>, home: &Home, member: &Member) {
    let id = StudentCaseId(local_id('k', home.village, home.number, ""));
    let reason = [DropoutReason::Truancy, DropoutReason::Work][telling.dice.below(2)].clone();
    let (opened, closed) = (day(2018, 10, 12), day(2019, 3, 1));
    let told = told! { StudentCase id =>
        person_id: member.id,
        school_year: OUT_OF_SCHOOL,
        school: "乡镇中学",
        grade: 8,
        state: StudentCaseState::Persuading,
        reason: reason,
        opened: opened,
    };
    telling.tell(opened, told);
    let steps = [
        (day(2018, 10, 22), "班主任和驻村队员入户劝返", "学生愿意考虑"),
        (
            day(2019, 2, 26),
            "乡镇、村、学校三方入户，落实寄宿床位",
            "已返校就读",
        ),
    ];
    let who = telling.team.staff[1].name.clone();
    for (date, what, result) in steps {
        let told = told! { StudentCaseAction telling.id("ka") =>
            student_case_id: id,
            date: date,
            who: who.clone(),
            what: what,
            result: result,
        };
        telling.tell(date, told);
    }
    let told = told! { StudentCase id => state: StudentCaseState::Returned, closed: closed };
    telling.tell(closed, told);
}
