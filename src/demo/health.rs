//! Illnesses in their three batches, what treatments cost, and the doctors' contracts.

use super::book::told;
use super::calendar::{YEARS, day, in_months};
use super::home::{Home, Member, local_id};
use super::telling::Telling;
use crate::model::{
    DoctorContractId, DoctorServiceId, Fen, HealthCondition, IllnessBatch, IllnessState, MedicalEventKind,
};

/// Illnesses, chronic ones first.
const DISEASES: [&str; 8] = [
    "高血压",
    "2型糖尿病",
    "慢性阻塞性肺疾病",
    "类风湿性关节炎",
    "冠心病",
    "恶性肿瘤",
    "终末期肾病",
    "脑卒中后遗症",
];

/// Enters what is known of those who are ill.
pub(super) fn enter(telling: &mut Telling<'_>) {
    for home in telling.homes {
        for (number, member) in home.members.iter().enumerate() {
            let ill = matches!(member.health, HealthCondition::Chronic | HealthCondition::Major);
            if ill && member.joined.is_none() {
                look_after(telling, home, (number, member));
            }
        }
    }
}

fn look_after(telling: &mut Telling<'_>, home: &Home, (number, member): (usize, &Member)) {
    let major = member.health == HealthCondition::Major;
    let rest = format!("{:02}", number + 1);
    let year = 2018 + telling.dice.place(&[78, 22]) as u16;
    let verified = in_months(&mut telling.dice, year, 4, 11);
    let disease = DISEASES[if major {
        5 + telling.dice.below(3)
    } else {
        telling.dice.below(5)
    }];
    let batch = match (major, telling.dice.percent(70)) {
        (true, true) => IllnessBatch::MajorTreatment,
        (true, false) => IllnessBatch::SevereFallback,
        _ => IllnessBatch::ChronicContract,
    };
    let told = told! { IllnessCase local_id('i', home.village, home.number, &rest) =>
        person_id: member.id,
        disease: disease,
        batch: batch,
        state: IllnessState::Managing,
        verified_on: verified,
    };
    telling.tell(verified.plus_days(3), told);
    if telling.dice.percent(35) {
        contract(telling, home, (&rest, member));
    }
    if telling.dice.percent(if major { 70 } else { 10 }) {
        let year = YEARS[telling.dice.below(3)];
        bill(telling, home, (&rest, member), year);
    }
}

fn contract(telling: &mut Telling<'_>, home: &Home, (rest, member): (&str, &Member)) {
    let Some(doctor) = telling.team.staff.last() else {
        return;
    };
    let (doctor_id, name) = (doctor.id, doctor.name.clone());
    let id = DoctorContractId(local_id('c', home.village, home.number, rest));
    let start = in_months(&mut telling.dice, 2018, 3, 6);
    let told = told! { DoctorContract id =>
        person_id: member.id,
        official_id: doctor_id,
        doctor_name: name,
        start: start,
    };
    telling.tell(start, told);
    for year in YEARS {
        let served = in_months(&mut telling.dice, year, 7, 12);
        if telling.dice.percent(55) && member.lives_here(served) {
            let told = told! { DoctorService DoctorServiceId::of(id, served) =>
                contract_id: id,
                date: served,
                content: "随访、测量血压血糖，指导用药",
            };
            telling.tell(served, told);
        }
    }
}

/// A stay in hospital: what insurance, aid and the county's fallback pay leaves at most a tenth, with few exceptions.
fn bill(telling: &mut Telling<'_>, home: &Home, (rest, member): (&str, &Member), year: u16) {
    let date = in_months(&mut telling.dice, year, 2, 11);
    if !member.lives_here(date) {
        return;
    }
    let dice = &mut telling.dice;
    let total = dice.between(30, 380) * 10_000;
    // Now and then somebody pays more than the plan allows.
    let own = total / 100 * dice.between(4, 9) + if dice.percent(4) { total / 20 } else { 0 };
    let basic = total / 100 * dice.between(56, 64);
    let major = if total > 1_500_000 { total / 10 } else { 0 };
    let aid = total / 10;
    let in_county = dice.percent(75);
    let told = told! { MedicalEvent local_id('b', home.village, home.number, rest) =>
        person_id: member.id,
        kind: MedicalEventKind::Inpatient,
        date: date,
        institution: if in_county { "县人民医院" } else { "玉溪市人民医院" },
        in_county: in_county,
        referral_compliant: true,
        treat_first: in_county,
        one_stop: in_county,
        total: Fen(total),
        pay_basic: Fen(basic),
        pay_major: Fen(major),
        pay_aid: Fen(aid),
        pay_fallback: Fen(total - own - basic - major - aid),
        self_pay: Fen(own),
    };
    telling.tell(date.plus_days(9).min(day(2020, 12, 30)), told);
}
