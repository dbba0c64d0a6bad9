//! Deliberate faults of households: who belongs to them, what is said of them, how they live.

use super::{Scene, is_healthy, year_of};
use crate::demo::calendar::{LAST_YEAR, day};
use crate::demo::home::{Course, Home, Member, local_id};
use crate::demo::register::membership;
use crate::model::{
    CentiMu, DeciSqm, Fen, HelperAssignment, HelperAssignmentId, HouseGrade, Household, HouseholdAttribute,
    HouseholdIncomeYear, HouseholdIncomeYearId, HouseholdMembership, HouseholdYear, HouseholdYearId, Id,
    MemberChange, OfficialId, PersonYear, PovertyCause, RelationToHead as Relation, Sex,
};

fn relate(scene: &mut Scene<'_>, from: Relation, to: Relation) {
    relate_in(scene, |_| true, |member| member.relation == from, to);
}

fn relate_in(
    scene: &mut Scene<'_>,
    home_fits: impl Fn(&Home) -> bool,
    fits: impl Fn(&Member) -> bool,
    to: Relation,
) {
    let found = scene.find_in(home_fits, fits);
    let Some(before) = found.map(|(home, member)| membership(home, member, false)) else {
        return;
    };
    let after = HouseholdMembership {
        relation: Some(to),
        ..before.clone()
    };
    scene.book.edit(scene.hand, &before, &after);
}

pub(super) fn two_heads(scene: &mut Scene<'_>) {
    relate(scene, Relation::Spouse, Relation::Head);
}

pub(super) fn daughter_who_is_a_son(scene: &mut Scene<'_>) {
    relate(scene, Relation::Son, Relation::Daughter);
}

pub(super) fn two_spouses(scene: &mut Scene<'_>) {
    let led_by_a_man = |home: &Home| {
        let is_wife = |member: &Member| member.relation == Relation::Spouse && member.end.is_none();
        home.head().sex == Sex::Male && home.members.iter().any(is_wife)
    };
    let daughter = |member: &Member| member.relation == Relation::Daughter;
    relate_in(scene, led_by_a_man, daughter, Relation::Spouse);
}

pub(super) fn spouse_of_one_sex(scene: &mut Scene<'_>) {
    let led_by_a_lone_man = |home: &Home| {
        let is_wife = |member: &Member| member.relation == Relation::Spouse;
        home.head().sex == Sex::Male && !home.members.iter().any(is_wife)
    };
    let another_man = |member: &Member| member.relation != Relation::Head && member.sex == Sex::Male;
    relate_in(scene, led_by_a_lone_man, another_man, Relation::Spouse);
}

pub(super) fn nobody_left(scene: &mut Scene<'_>) {
    let stays = |home: &&Home| {
        home.members
            .iter()
            .all(|member| member.joined.is_none() && member.end.is_none())
    };
    let Some(home) = scene
        .homes
        .iter()
        .filter(stays)
        .min_by_key(|home| home.members.len())
    else {
        return;
    };
    for member in &home.members {
        let before = membership(home, member, false);
        let after = HouseholdMembership {
            end: Some(day(2020, 12, 20)),
            change_out: Some(MemberChange::OtherOut),
            ..before.clone()
        };
        scene.book.edit(scene.hand, &before, &after);
    }
}

pub(super) fn ill_without_the_ill(scene: &mut Scene<'_>) {
    let all_healthy = |home: &Home| {
        home.members
            .iter()
            .all(|member| is_healthy(member) && member.joined.is_none())
    };
    let Some(id) = scene.find_in(all_healthy, |_| true).map(|(home, _)| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        main_cause: Some(PovertyCause::Illness),
        ..Household::default()
    });
}

pub(super) fn cause_twice(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        main_cause: Some(PovertyCause::SkillShortage),
        other_causes: Some(vec![PovertyCause::SkillShortage, PovertyCause::CapitalShortage]),
        ..Household::default()
    });
}

pub(super) fn allowance_in_a_general_household(scene: &mut Scene<'_>) {
    let Some((id, year)) = scene.first().map(|home| (home.id, year_of(home.head()))) else {
        return;
    };
    scene.write(&Household {
        id,
        attribute: Some(HouseholdAttribute::General),
        ..Household::default()
    });
    scene.write(&PersonYear {
        dibao: Some(true),
        dibao_monthly: Some(Fen(21_000)),
        ..year
    });
}

pub(super) fn unlisted_house(scene: &mut Scene<'_>) {
    let exited = |home: &Home| matches!(home.course, Course::Exited(_));
    let Some(id) = scene.find_in(exited, |_| true).map(|(home, _)| home.id) else {
        return;
    };
    scene.write(&HouseholdYear {
        id: HouseholdYearId::of(id, LAST_YEAR),
        household_id: Some(id),
        year: Some(LAST_YEAR),
        house_grade: Some(HouseGrade::D),
        ..HouseholdYear::default()
    });
}

pub(super) fn no_floor_space(scene: &mut Scene<'_>) {
    if let Some(year) = scene.first_year() {
        scene.write(&HouseholdYear {
            house_area: Some(DeciSqm(0)),
            ..year
        });
    }
}

pub(super) fn unsafe_and_passed(scene: &mut Scene<'_>) {
    if let Some(year) = scene.first_year() {
        scene.write(&HouseholdYear {
            drinking_safe: Some(false),
            water_decided: Some(true),
            ..year
        });
    }
}

pub(super) fn too_much_land(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    let year = LAST_YEAR;
    scene.write(&HouseholdYear {
        id: HouseholdYearId::of(id, year),
        household_id: Some(id),
        year: Some(year),
        arable: Some(CentiMu(52_000)),
        ..HouseholdYear::default()
    });
}

pub(super) fn short_phone(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        phone: Some("1000123456".to_owned()),
        ..Household::default()
    });
}

pub(super) fn business_without_costs(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    let year = LAST_YEAR;
    scene.write(&HouseholdIncomeYear {
        id: HouseholdIncomeYearId::of(id, year),
        household_id: Some(id),
        year: Some(year),
        business_gross: Some(Fen(1_260_000)),
        cost_operating: Some(Fen(0)),
        ..HouseholdIncomeYear::default()
    });
}

pub(super) fn helper_gone(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        end: Some(day(2020, 11, 30)),
        ..HelperAssignment::default()
    };
    scene.write(&record);
}

pub(super) fn helper_is_registered(scene: &mut Scene<'_>) {
    let (Some(home), Some(helper)) = (scene.first(), scene.homes.get(1)) else {
        return;
    };
    let phone = Some("10000000918".to_owned());
    let assignment = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        official_id: Some(scene.team.helpers[0].id),
        helper_name: Some(helper.head().name.clone()),
        phone: phone.clone(),
        ..HelperAssignment::default()
    };
    let household = Household {
        id: helper.id,
        head_name: Some(helper.head().name.clone()),
        phone,
        ..Household::default()
    };
    scene.write(&assignment);
    scene.write(&household);
}

pub(super) fn helper_nobody_knows(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        official_id: Some(OfficialId(Id::joined(&["o999999", "99"]))),
        helper_name: Some("方言明".to_owned()),
        start: Some(day(2020, 11, 1)),
        ..HelperAssignment::default()
    };
    scene.write(&record);
}
