//! Trainings that the county holds: the trades of line 50, those for direct-transition peoples (line 75), and everybody who
//! works against poverty once a year (line 108).

use super::book::told;
use super::calendar::{YEARS, day};
use super::offices::Office;
use super::team::unit_id;
use crate::model::{Id, OfficialId, TradeKind, TrainingAttendanceId, TrainingAudience, TrainingSessionId};
use crate::plan::Body;

/// The trades of line 50 in the order of a year's trainings.
pub(super) const TRADES: [(TradeKind, &str); 6] = [
    (TradeKind::Welder, "电焊工"),
    (TradeKind::Construction, "建筑工"),
    (TradeKind::Cook, "厨师"),
    (TradeKind::Tea, "茶叶栽培与加工"),
    (TradeKind::Fruit, "果树工"),
    (TradeKind::AnimalHealth, "动物防疫员"),
];
/// The number of the year's training for direct-transition peoples.
pub(super) const DIRECT_TRANSITION: usize = TRADES.len();
/// The number of the year's training for officials.
const OFFICIALS: usize = DIRECT_TRANSITION + 1;
/// Of a hundred officials, how many were trained in 2018, 2019 and 2020.
const TRAINED: [u32; 3] = [88, 96, 100];

/// The identifier of a training of a year.
pub(super) fn session_id(year: u16, number: usize) -> Id {
    Id::joined(&[&format!("tr{}", year % 100), &number.to_string()])
}

/// Enters the trainings, and which of the officials on the roster came. The roster is kept where they work; the party
/// school writes down who came.
pub(super) fn enter(office: &mut Office, roster: &[Id]) {
    for (at, year) in YEARS.into_iter().enumerate() {
        for number in 0..=OFFICIALS {
            session(office, year, number);
        }
        let session = TrainingSessionId(session_id(year, OFFICIALS));
        for official in roster {
            if office.dice.percent(TRAINED[at]) {
                let told = told! { TrainingAttendance TrainingAttendanceId::of(session, *official) =>
                    session_id: session,
                    official_id: OfficialId(*official),
                };
                office.tell(day(year, 7, 20), told);
            }
        }
    }
}

fn session(office: &mut Office, year: u16, number: usize) {
    let trade = TRADES.get(number);
    let (title, audience, body) = match (trade, number) {
        (Some((_, name)), _) => (
            format!("{name}培训班"),
            TrainingAudience::Labour,
            Body::HumanResources,
        ),
        (None, DIRECT_TRANSITION) => (
            "“直过民族”适用技术培训班".to_owned(),
            TrainingAudience::DirectTransition,
            Body::PovertyOffice,
        ),
        _ => (
            "扶贫干部和驻村队员轮训班".to_owned(),
            TrainingAudience::Official,
            Body::PartyOrganisation,
        ),
    };
    let from = day(year, 4 + number as u32 % 4, 9);
    let told = told! { TrainingSession session_id(year, number) =>
        title: title,
        audience: audience,
        trade: trade.map_or(TradeKind::Other, |(trade, _)| trade.clone()),
        date_from: from,
        date_to: from.plus_days(6),
        hours: 40,
        organiser_unit_id: unit_id(body),
        organiser_name: body.label().zh,
    };
    office.tell(from, told);
}
