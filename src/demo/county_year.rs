//! What the county enters once a year or once: funds, medical institutions, employers and their posts, the working calendar,
//! large water works, donations.

use super::book::told;
use super::calendar::{FESTIVALS, YEARS, day, in_months};
use super::linkage::{OPERATORS, operator_id};
use super::offices::{INVENTED, Office};
use super::work::{WORKSHOPS, workshop_id};
use crate::model::{
    ActivityKind, Count, CountyYearId, DivisionCode, DonorKind, Fen, HolidayId, Id, OperatorKind, OrgKind,
    OrgUnitId, TradeKind, WaterScale, Year,
};
use crate::plan::divisions::{COUNTY, children, townships, villages};

/// Integrated and special funds of 2017 to 2020 in 万元: the first grows less than the plan wants in the last year.
const FUNDS: [(u16, i64, i64); 4] = [
    (2017, 460, 310),
    (2018, 520, 320),
    (2019, 590, 340),
    (2020, 640, 340),
];
/// How many institutions settle at one stop (line 59).
const INSTITUTIONS: usize = 19;

/// Enters all of it.
pub(super) fn enter(office: &mut Office) {
    funds(office);
    institutions(office);
    units(office);
    employers(office);
    water_works(office);
    calendar(office);
    society(office);
}

fn funds(office: &mut Office) {
    let Some(county) = DivisionCode::new(COUNTY) else {
        return;
    };
    for (year, integrated, special) in FUNDS {
        let told = told! { CountyYear CountyYearId::of(county, Year(year)) =>
            county_code: county,
            year: Year(year),
            integrated_fund: Fen(integrated * 1_000_000),
            special_fund: Fen(special * 1_000_000),
            note: INVENTED,
        };
        office.tell(day(year.max(2018), 12, 20), told);
    }
}

/// Three hospitals of the county, a health centre in every township, and four more.
fn institutions(office: &mut Office) {
    let county = [
        "县人民医院",
        "县中医医院",
        "县妇幼保健院",
        "县骨伤医院",
        "县康复医院",
        "县第二医院",
        "县第三医院",
    ];
    let centres = townships()
        .iter()
        .map(|row| (format!("{}卫生院", row.short_name), row.code));
    let all = county
        .into_iter()
        .map(|name| (name.to_owned(), COUNTY))
        .chain(centres);
    for (number, (name, area)) in all.take(INSTITUTIONS).enumerate() {
        let told = told! { MedicalInstitution Id::joined(&[&format!("mi{:02}", number + 1)]) =>
            name: name,
            division_code: DivisionCode::new(area),
            one_stop: true,
            treat_first: true,
        };
        office.tell(day(2018, 5, 8), told);
    }
}

/// Operators and workshops in the list of units.
fn units(office: &mut Office) {
    for (number, (name, kind, ..)) in OPERATORS.iter().enumerate() {
        let kind = match kind {
            OperatorKind::LeadingEnterprise => OrgKind::Enterprise,
            OperatorKind::Cooperative => OrgKind::Cooperative,
            _ => OrgKind::Other,
        };
        office.tell(
            day(2018, 2, 26),
            told! { OrgUnit operator_id(number) => name: *name, kind: kind },
        );
    }
    for number in 0..WORKSHOPS {
        let place = townships()[number + 2].short_name;
        let told = told! { OrgUnit OrgUnitId(workshop_id(number)) =>
            name: format!("{place}扶贫车间"),
            kind: OrgKind::Workshop,
            division_code: DivisionCode::new(townships()[number + 2].code),
        };
        office.tell(day(2019, 3, 4), told);
    }
}

/// 用工需求: what employers ask for.
fn employers(office: &mut Office) {
    let list = [
        ("钢铁加工企业", TradeKind::Welder, 45),
        ("建筑施工企业", TradeKind::Construction, 60),
        ("电子装配企业", TradeKind::Other, 120),
        ("酒店管理企业", TradeKind::Cook, 20),
    ];
    for year in YEARS {
        for (number, (enterprise, trade, posts)) in list.iter().enumerate() {
            let date = day(year, 3, 6 + number as u32);
            let told = told! { JobDemand Id::joined(&[&format!("jd{}", year % 100), &number.to_string()]) =>
                enterprise: *enterprise,
                posts: *posts,
                trades: vec![trade.clone()],
                wage: Fen(380_000),
                date: date,
                closed_date: day(year, 6, 30),
            };
            office.tell(date, told);
        }
    }
}

/// The large works of the towns: together they supply on more than 95 of 100 days.
fn water_works(office: &mut Office) {
    for (number, town) in townships()
        .iter()
        .filter(|row| row.code > "530427002")
        .take(5)
        .enumerate()
    {
        let served: Vec<DivisionCode> = children(town.code)
            .iter()
            .take(4)
            .filter_map(|village| DivisionCode::new(village.code))
            .collect();
        let told = told! { WaterWork Id::joined(&[&format!("ww{}", number + 1)]) =>
            name: format!("{}供水厂", town.short_name),
            village_codes: served,
            scale: WaterScale::Large,
            served_pop: Count(6_200 + 700 * number as i64),
            guarantee_num: Count([352, 349, 356, 347, 351][number]),
            guarantee_den: 365,
            treatment: true,
            disinfection: true,
            source_protected: true,
        };
        office.tell(day(2018, 12, 27), told);
    }
}

fn calendar(office: &mut Office) {
    for (name, year, from, to) in FESTIVALS {
        let (mut date, last) = (day(year, from.0, from.1), day(year, to.0, to.1));
        while date <= last {
            let told = told! { Holiday HolidayId::of(date) => date: date, is_workday: false, name: name };
            office.tell(day(year, 1, 10), told);
            date = date.plus_days(1);
        }
    }
}

/// Job fairs and honour boards of the county, and gifts that came to it.
fn society(office: &mut Office) {
    for year in YEARS {
        for (number, kind) in [ActivityKind::JobFair, ActivityKind::HonourBoard]
            .into_iter()
            .enumerate()
        {
            let date = in_months(&mut office.dice, year, 3, 4);
            let told = told! { VillageActivity Id::joined(&[&format!("vc{}", year % 100), &number.to_string()]) =>
                kind: kind,
                date: date,
                attendees: 600,
            };
            office.tell(date, told);
        }
        for number in 0..6 {
            let date = in_months(&mut office.dice, year, 1, 12);
            let (donor, kind) = [
                ("爱心企业", DonorKind::Enterprise),
                ("企业家联谊会", DonorKind::Organisation),
                ("热心市民", DonorKind::Individual),
            ][number % 3]
                .clone();
            let target = villages()[office.dice.below(villages().len())].code;
            let amount = Fen(office.dice.between(1, 20) * 500_000);
            let told = told! { Donation Id::joined(&[&format!("dt{}", year % 100), &number.to_string()]) =>
                date: date,
                donor: donor,
                donor_kind: kind,
                target_code: DivisionCode::new(target),
                amount: amount,
            };
            office.tell(date, told);
        }
    }
}
