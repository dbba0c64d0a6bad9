//! Work: persons newly placed, public posts, and who went to the county's trainings.

use super::book::told;
use super::calendar::{YEARS, day, in_months};
use super::home::{Home, Member, local_id};
use super::telling::{Telling, able, workers};
use super::training::{DIRECT_TRANSITION, TRADES, session_id};
use crate::model::{
    EmploymentChannel, EmploymentKind, EthnicGroup, Fen, Id, LabourPartner, OrgUnitId, PayMode, PublicPostId,
    PublicPostKind, TrainingAttendanceId, TrainingSessionId, WorkArea, Year,
};

/// The kinds of posts in the order in which villages have them.
const POSTS: [(PublicPostKind, i64, i64); 7] = [
    (PublicPostKind::ForestRanger, 2, 800),
    (PublicPostKind::Cleaning, 2, 500),
    (PublicPostKind::RoadCare, 1, 500),
    (PublicPostKind::WaterCare, 1, 400),
    (PublicPostKind::Security, 1, 500),
    (PublicPostKind::ElderCare, 1, 600),
    (PublicPostKind::DisabledHelp, 1, 600),
];
/// How many workshops the county has.
pub(super) const WORKSHOPS: usize = 6;

/// Enters the village's work.
pub(super) fn enter(telling: &mut Telling<'_>) {
    let homes = telling.homes;
    let mut people = homes
        .iter()
        .flat_map(|home| workers(home).map(move |member| (home, member)));
    for _ in 0..telling.figures.share.placements {
        if let Some((home, member)) = people.next() {
            place(telling, home, member);
        }
    }
    if let Some((home, member)) = people.next().filter(|_| telling.is_one_of(4, 1)) {
        in_workshop(telling, home, member);
    }
    // Somebody had work before the plan began: no new placement.
    if let Some((home, member)) = people.next() {
        spell(telling, home, member, EmploymentKind::Outward, (2016, 2, 6));
    }
    posts(telling);
    for home in homes {
        attend(telling, home);
    }
}

/// One of the persons newly placed: a third in every year.
fn place(telling: &mut Telling<'_>, home: &Home, member: &Member) {
    let year = YEARS[telling.dice.place(&[36, 34, 30])];
    let kind = match telling.dice.percent(70) {
        true => EmploymentKind::Outward,
        false => EmploymentKind::LocalTransfer,
    };
    spell(telling, home, member, kind, (year, 2, 11));
}

fn in_workshop(telling: &mut Telling<'_>, home: &Home, member: &Member) {
    let number = telling.figures.place % WORKSHOPS;
    spell(telling, home, member, EmploymentKind::Workshop, (2019, 3, 9));
    let id = local_id('w', home.village, home.number, member_part(member));
    telling.tell(
        day(2019, 10, 9),
        told! { EmploymentSpell id => workshop_id: OrgUnitId(workshop_id(number)) },
    );
}

/// The identifier of a workshop in the county's list of units.
pub(super) fn workshop_id(number: usize) -> Id {
    Id::joined(&["unit-workshop", &number.to_string()])
}

fn member_part(member: &Member) -> &str {
    let id = member.id.as_str();
    id.get(id.len().saturating_sub(2)..).unwrap_or_default()
}

fn spell(
    telling: &mut Telling<'_>,
    home: &Home,
    member: &Member,
    kind: EmploymentKind,
    (year, from, to): (u16, u32, u32),
) {
    let dice = &mut telling.dice;
    let start = in_months(dice, year, from, to);
    let near = kind != EmploymentKind::Outward;
    let area = dice.weighted(&[
        (30, WorkArea::InCounty),
        (if near { 0 } else { 50 }, WorkArea::InProvince),
        (if near { 0 } else { 20 }, WorkArea::OutProvince),
    ]);
    let channel = dice.weighted(&[
        (45, EmploymentChannel::Government),
        (15, EmploymentChannel::Cooperation),
        (40, EmploymentChannel::Kin),
    ]);
    let partner = [LabourPartner::Ligao, LabourPartner::Yukun, LabourPartner::Boluo];
    let partner = partner[dice.below(3)].clone();
    let cooperates = channel == EmploymentChannel::Cooperation;
    let wage = dice.between(22, 48) * 10_000;
    let ends = (dice.percent(8) && year < 2020).then(|| start.plus_days(dice.between(200, 400)));
    let written = start.plus_days(dice.between(3, 40)).max(day(2018, 2, 12));
    let told = told! { EmploymentSpell local_id('w', home.village, home.number, member_part(member)) =>
        person_id: member.id,
        kind: kind,
        area: area,
        start: start,
        end: ends,
        channel: channel,
        partner: cooperates.then_some(partner),
        monthly_wage: Fen(wage),
    };
    telling.tell(written.min(day(2020, 12, 30)), told);
}

/// The posts that the village has in every year, and who holds them: members of households that have wages.
fn posts(telling: &mut Telling<'_>) {
    let homes = telling.homes;
    let earning = homes.iter().filter(|home| workers(home).next().is_some());
    let mut people = earning.filter_map(|home| able(home).last().map(|member| (home, member)));
    let village = telling.village;
    let count = if telling.poor { 3 } else { 1 };
    for number in 0..count {
        let (kind, quota, monthly) = POSTS[(telling.figures.place + number) % POSTS.len()].clone();
        for year in YEARS {
            let id = PublicPostId(telling.id("pp"));
            let told = told! { PublicPost id =>
                village_code: village,
                year: Year(year),
                kind: kind.clone(),
                quota: quota,
                pay_mode: PayMode::LabourSubsidy,
                monthly: Fen(monthly * 100),
            };
            telling.tell(day(year, 2, 24), told);
            if year == 2020 {
                continue;
            }
            for (_, member) in people
                .by_ref()
                .take(if year == 2018 { quota as usize } else { 1 })
            {
                let start = in_months(&mut telling.dice, year, 3, 6);
                let ends = telling.dice.percent(20).then_some(day(2019, 12, 31));
                let told = told! { PostAssignment telling.id("pa") =>
                    post_id: id,
                    person_id: member.id,
                    start: start,
                    end: ends,
                };
                telling.tell(start.plus_days(4), told);
            }
        }
    }
}

/// Members who can work go to trainings: one of the trades of line 50, and those of line 75.
fn attend(telling: &mut Telling<'_>, home: &Home) {
    let direct = home.head().ethnic == EthnicGroup::Lahu;
    for member in able(home) {
        for year in YEARS {
            if !telling.dice.percent(if direct { 14 } else { 5 }) {
                continue;
            }
            let trade = match direct && telling.dice.percent(60) {
                true => DIRECT_TRANSITION,
                false => telling.dice.below(TRADES.len()),
            };
            let session = TrainingSessionId(session_id(year, trade));
            let certificate = telling.dice.percent(60);
            let told = told! { TrainingAttendance TrainingAttendanceId::of(session, member.id.into()) =>
                session_id: session,
                person_id: member.id,
                passed: true,
                certificate: certificate,
            };
            telling.tell(day(year, 11, 26), told);
        }
    }
}
