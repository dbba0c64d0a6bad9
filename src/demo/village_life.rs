//! What a village does as a village: its team, its meetings and reports, letters, income, activities and settlements.

use super::book::told;
use super::calendar::{YEARS, day, in_month, in_months};
use super::documents::{letter, meeting};
use super::telling::Telling;
use crate::model::{
    ActivityKind, AttachmentId, ChecklistAnswerId, ChecklistItem, CollectiveIncomeSource as Source, Count,
    DataIssueId, Date, DivisionCode, Fen, FindingState, Id, Kind, MeetingKind, NaturalVillageYearId,
    QuestionId, RecordState, ReportKind, TeamRole, WaterQuality, WaterResult, WaterScale, WaterSubject, Year,
    YearMonth,
};

/// Enters all of it.
pub(super) fn enter(telling: &mut Telling<'_>) {
    team(telling);
    for year in YEARS {
        for month in 1..=12 {
            monthly(telling, year, month);
        }
        letter_of(telling, year);
        income(telling, year);
        activities(telling, year);
    }
    settlements(telling);
    water(telling);
    odds(telling);
}

/// The resident team of a poor village, one of whose members makes room for another every year (O-12); of other villages
/// only some have one.
fn team(telling: &mut Telling<'_>) {
    if !telling.poor && !telling.is_one_of(3, 0) {
        return;
    }
    let (staff, helpers) = (&telling.team.staff, &telling.team.helpers);
    let village = telling.village;
    let mut roles = vec![
        (staff[0].clone(), TeamRole::FirstSecretary, 2017, None),
        (staff[1].clone(), TeamRole::Member, 2017, Some(2018)),
        (staff[2].clone(), TeamRole::Member, 2017, Some(2019)),
    ];
    if telling.poor {
        let next = |number: usize| helpers[number % helpers.len()].clone();
        roles.extend([
            (next(0), TeamRole::Member, 2018, Some(2020)),
            (next(1), TeamRole::Member, 2019, None),
        ]);
        if telling.is_one_of(14, 0) {
            // Nobody joined in the last year.
        } else {
            roles.push((staff[1].clone(), TeamRole::Member, 2020, None));
        }
    }
    for (person, role, from, until) in roles {
        let start = day(from, 3, 1);
        let told = told! { TeamAssignment telling.id("ta") =>
            village_code: village,
            official_id: person.id,
            official_name: person.name,
            role: role,
            start: start,
            end: until.filter(|_| telling.poor).map(|year| day(year, 3, 1)),
        };
        telling.tell(start.max(day(2018, 2, 13)), told);
    }
}

/// The month's joint meeting (O-10) and the report on it to the township (O-11): poor villages nearly always, the others
/// now and then.
fn monthly(telling: &mut Telling<'_>, year: u16, month: u32) {
    let village = telling.village;
    let (meets, reports) = if telling.poor { (97, 95) } else { (14, 14) };
    let date = in_month(&mut telling.dice, year, month);
    let progress = telling.figures.progress;
    if telling.dice.percent(meets) && progress.reached(&mut telling.dice, date) {
        let id = telling.id("mt");
        telling.tell(date, meeting(id, MeetingKind::VillageJoint, village, date));
    }
    let submitted = day(year, month, 28);
    if telling.dice.percent(reports) && progress.reached(&mut telling.dice, submitted) {
        let told = told! { Report telling.id("rp") =>
            kind: ReportKind::VillageToTownship,
            from_code: village,
            to_code: village.parent(),
            period: YearMonth { year: Year(year), month: month as u8 },
            submitted_on: submitted,
        };
        telling.tell(submitted, told);
    }
}

fn letter_of(telling: &mut Telling<'_>, year: u16) {
    let signed = day(year, 3, 5);
    if telling.dice.percent([94, 100, 100][usize::from(year - 2018)]) {
        let id = telling.id("fl");
        telling.tell(signed, letter(id, telling.village, signed));
    }
}

/// Collective income: in a poor village from two or three sources, that grow towards 50,000 yuan and beyond.
fn income(telling: &mut Telling<'_>, year: u16) {
    let sources = [
        Source::AssetActivation,
        Source::Shareholding,
        Source::QuantifiedAsset,
        Source::Cooperative,
        Source::Leasing,
    ];
    if !telling.poor && !telling.dice.percent(35) {
        return;
    }
    let count = if telling.poor { 2 } else { 1 };
    let [low, high] = [[900, 2_600], [1_700, 3_600], [2_450, 5_600]][usize::from(year - 2018)];
    let village = telling.village;
    for number in 0..count {
        let source = sources[(telling.figures.place + number * 3) % sources.len()].clone();
        let date = in_months(&mut telling.dice, year, 6, 12);
        let amount = Fen(telling.dice.between(low, high) * 1_000);
        let told = told! { CollectiveIncomeEntry telling.id("ci") =>
            village_code: village,
            date: date,
            source: source,
            amount: amount,
        };
        telling.tell(date, told);
    }
}

/// What line 88 asks for, and pairings with enterprises (line 90).
fn activities(telling: &mut Telling<'_>, year: u16) {
    let kinds = [
        ActivityKind::LoveMarket,
        ActivityKind::FiveCents,
        ActivityKind::ThreeTalks,
        ActivityKind::Loudspeaker,
        ActivityKind::HonourBoard,
        ActivityKind::CustomReform,
    ];
    let village = telling.village;
    for number in 0..if telling.poor { 2 } else { 1 } {
        let kind = kinds[(telling.figures.place + usize::from(year) + number * 2) % kinds.len()].clone();
        let date = in_months(&mut telling.dice, year, 3, 12);
        let attendees = telling.dice.between(30, 160);
        if telling.dice.percent(70) {
            let told = told! { VillageActivity telling.id("va") =>
                village_code: village,
                kind: kind,
                date: date,
                attendees: attendees,
            };
            telling.tell(date, told);
        }
    }
    if telling.poor && year == 2018 {
        let (start, end) = (
            day(2018, 6, 1),
            telling.is_one_of(9, 0).then_some(day(2019, 12, 31)),
        );
        let told = told! { EnterprisePairing telling.id("ep") =>
            enterprise: "结对企业",
            village_code: village,
            start: start,
            end: end,
            project: "消费扶贫和产业合作",
        };
        telling.tell(start, told);
    }
}

/// A demonstration village: its five works, waste and toilets, year by year (lines 71 and 81).
fn settlements(telling: &mut Telling<'_>) {
    if telling.figures.share.demonstrations == 0 {
        return;
    }
    let Some(code) = DivisionCode::new(&format!("{}-N01", telling.village)) else {
        return;
    };
    let (households, poor) = (telling.dice.between(34, 78), telling.dice.between(31, 46));
    // Some were not done in 2018.
    let late = telling.dice.percent(24);
    for (at, year) in YEARS.into_iter().enumerate() {
        let done = |behind: bool| match behind && late && at == 0 {
            true => RecordState::Active,
            false => RecordState::Done,
        };
        let treated = at > 0 || telling.dice.percent(92);
        let toilets = households * telling.dice.between(78 + 7 * at as i64, 92 + 4 * at as i64) / 100;
        let told = told! { NaturalVillageYear NaturalVillageYearId::of(code, Year(year)) =>
            natural_village_code: code,
            year: Year(year),
            households: households,
            population: households * 4,
            poor_households: households * poor / 100,
            poor_population: households * 4 * poor / 100,
            hardened_road: true,
            is_habitat_demo: true,
            waste_treated: treated,
            toilet_households: households,
            sanitary_toilet_households: Count(toilets.min(households)),
            work_separate_livestock: done(true),
            work_separate_sewage: done(true),
            work_greening_lighting: done(false),
            work_inner_road: done(false),
            work_villager_quality: done(false),
        };
        telling.tell(day(year, 12, 11), told);
    }
}

/// A small work of the village, and what was found of its water (B11).
fn water(telling: &mut Telling<'_>) {
    let village = telling.village;
    if telling.is_one_of(10, 4) {
        let served = telling.figures.population / 3;
        let told = told! { WaterWork telling.id("ww") =>
            name: "村集中供水点",
            village_codes: vec![village],
            scale: WaterScale::Small,
            served_pop: served,
            treatment: false,
            disinfection: true,
            source_protected: true,
        };
        telling.tell(day(2018, 8, 21), told);
    }
    if telling.poor {
        let date = in_months(&mut telling.dice, 2019, 4, 10);
        let convenience = match telling.dice.percent(85) {
            true => WaterResult::Met,
            false => WaterResult::Basic,
        };
        let told = told! { WaterAssessment telling.id("wa") =>
            subject: WaterSubject::Village,
            village_code: village,
            date: date,
            litre_per_day: 60,
            quality: WaterQuality::ObservedOk,
            minutes: 8,
            result_quantity: WaterResult::Met,
            result_quality: WaterResult::Met,
            result_convenience: convenience,
            result_guarantee: WaterResult::Met,
        };
        telling.tell(date, told);
    }
}

/// A gift, an answer about roads, a finding that was put right, and a photograph, here and there.
fn odds(telling: &mut Telling<'_>) {
    let village = telling.village;
    if telling.poor {
        for year in YEARS {
            let (item, done) = (ChecklistItem::RoadCare, telling.dice.percent(90));
            let told = told! { ChecklistAnswer ChecklistAnswerId::of(&item, village.id(), Year(year)) =>
                item: item,
                year: Year(year),
                division_code: village,
                answer: done,
                date: day(year, 12, 14),
            };
            telling.tell(day(year, 12, 14), told);
        }
    }
    let Some(home) = telling.homes.get(1).filter(|_| telling.is_one_of(11, 7)) else {
        return;
    };
    let (date, kind, id) = (day(2019, 8, 6), Kind::Household, Id::from(home.id));
    gift(telling, date);
    let told = told! { DataIssue DataIssueId::of("V-PH-1", kind, id, "phone") =>
        rule_id: "V-PH-1",
        record_kind: kind.def().id,
        record_id: id.as_str(),
        field: "phone",
        state: FindingState::Fixed,
        reason: "已入户核对并改正",
    };
    telling.tell(date, told);
    let told = told! { Attachment AttachmentId(telling.id("at")) =>
        record_kind: kind.def().id,
        record_id: id.as_str(),
        caption: "入户核查照片（演示，不含文件）",
        taken_on: date,
        mime: "image/jpeg",
        size: 184_320,
    };
    telling.tell(date, told);
}

/// What the township asks about a household here and there, and the village's answer.
pub(super) fn question(telling: &mut Telling<'_>) {
    let Some(home) = telling.homes.get(1).filter(|_| telling.is_one_of(11, 7)) else {
        return;
    };
    let (asked, household) = (day(2019, 9, 15), Id::from(home.id));
    let id = QuestionId(telling.id("qu"));
    let asker = telling.team.township[0].clone();
    let told = told! { Question id =>
        record_kind: Kind::Household.def().id,
        record_id: household.as_str(),
        field: "phone",
        text: "电话打不通，请核对",
        asked_by: asker.name,
        asked_on: asked,
    };
    telling.tell_by(asker.id.into(), asked, told);
    let answered = asked.plus_days(6);
    let told = told! { Question id => answer: "已换号码，已改正", answered_on: answered, settled: true };
    telling.tell(answered, told);
}

fn gift(telling: &mut Telling<'_>, date: Date) {
    let told = told! { Donation telling.id("dt") =>
        date: date,
        donor: "挂包单位职工",
        donor_kind: crate::model::DonorKind::HelpUnit,
        target_code: telling.village,
        goods_text: "学习用品60套",
    };
    telling.tell(date, told);
}
