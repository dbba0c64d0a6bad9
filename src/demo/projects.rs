//! The project library: 453 projects worth 73,263.24 万元 (line 69), every batch exactly as the plan counts it.

use super::book::told;
use super::calendar::{YEARS, day, in_months};
use super::choice::POVERTY_VILLAGES;
use super::dice::Dice;
use super::offices::Office;
use super::sizes::apportion;
use super::team::unit_id;
use crate::model::{
    CentiMu, Count, Date, DivisionCode, Fen, FundLevel, Id, Level, Metre, ProjectBatch as Batch,
    ProjectCategory as For, ProjectId, ProjectLevel, ProjectStage, Year,
};
use crate::plan::Body;
use crate::plan::divisions::{NAMED_PLACES, NamedAs, villages};

/// The library's projects and money in yuan (line 69).
const PROJECTS: usize = 453;
const YUAN: i64 = 732_632_400;
/// The one subdistrict without a project: the library covers 11 of 12 (line 69, note X-15).
const NOT_COVERED: &str = "530427001";
/// The length of a village's code.
const VILLAGE: usize = 12;
/// Money is shared out in hundreds of yuan.
const STEP: i64 = 100;

/// Where the projects of a row are.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// Villages of all the townships covered.
    Anywhere,
    /// The demo's poor villages.
    PoorVillages,
    /// Townships or villages that the plan names.
    Named(NamedAs),
}

/// A row of the library: so many projects of one kind.
struct Row {
    category: For,
    batch: Option<Batch>,
    name: &'static str,
    count: usize,
    unit: Body,
    place: Place,
    /// Level of the money besides the county's.
    fund: FundLevel,
    /// What all of them cost in yuan, or how much one weighs when the rest of the library's money is shared out.
    money: Money,
    /// Planned for this year or, of several, from the first to the last.
    years: (u16, u16),
    /// Of a hundred, how many are accepted by the end of 2018, 2019 and 2020.
    accepted: [i64; 3],
    /// Works, metres, persons, newly and better irrigated 1/100 亩, and groups of all of them; 0 where they have none.
    scale: [i64; 6],
}

#[derive(Clone, Copy, Debug)]
enum Money {
    Yuan(i64),
    Weight(i64),
}

macro_rules! library {
    ($($category:ident $batch:tt $name:literal $count:literal $unit:ident $place:expr, $fund:ident
        $money:expr, $from:literal-$to:literal, $accepted:expr, $scale:expr;)+) => {
        static LIBRARY: &[Row] = &[$(Row {
            category: For::$category, batch: library!(@batch $batch), name: $name, count: $count, unit: Body::$unit,
            place: $place, fund: FundLevel::$fund, money: $money, years: ($from, $to), accepted: $accepted, scale: $scale,
        }),+];
    };
    (@batch -) => { None };
    (@batch $batch:ident) => { Some(Batch::$batch) };
}

use Money::{Weight, Yuan};
use Place::{Anywhere, Named, PoorVillages};

const NO_SCALE: [i64; 6] = [0; 6];

library! {
    Road RoadA35 "30户以上自然村通村硬化路" 40 Transport PoorVillages, Central
        Weight(330), 2018-2020, [55, 85, 100], [100, 326_200, 0, 0, 0, 0];
    Road RoadZg30 "“直过民族”自然村通村硬化路扫尾" 11 Transport Named(NamedAs::DirectTransitionTownship), Central
        Weight(330), 2018-2019, [82, 100, 100], [22, 99_300, 0, 0, 0, 0];
    Road RoadGroup "一组一路通畅工程" 48 Transport Anywhere, Provincial
        Weight(300), 2018-2020, [31, 62, 94], [0, 1_000_000, 0, 0, 0, 0];
    Water Water2017First "2017年第一批水利脱贫攻坚项目" 30 Water Anywhere, Central
        Weight(120), 2018-2019, [70, 100, 100], [30, 0, 23_512, 145_000, 1_450_300, 0];
    Water Water2017Second "2017年第二批水利脱贫攻坚项目" 5 Water Anywhere, Central
        Weight(90), 2018-2018, [100, 100, 100], [5, 0, 1_067, 12_000, 187_800, 0];
    Water WaterTaiqiao "水底汞水库人饮提水工程" 1 Water Named(NamedAs::PumpingProject), Provincial
        Weight(420), 2018-2019, [0, 100, 100], [1, 0, 2_000, 0, 0, 19];
    Water WaterCentral2017 "2017年中央预算内农村饮水安全巩固提升" 1 Water Anywhere, Central
        Weight(380), 2018-2018, [100, 100, 100], [1, 0, 5_930, 0, 0, 0];
    Water WaterCentral2018 "2018年中央预算内农村饮水安全巩固提升" 1 Water Anywhere, Central
        Weight(380), 2018-2019, [0, 100, 100], [1, 0, 5_223, 0, 0, 0];
    Water WaterYearly "2019年农村饮水安全巩固提升" 4 Water Anywhere, Provincial
        Yuan(11_240_000), 2019-2019, [0, 100, 100], [4, 0, 15_620, 0, 0, 0];
    Water WaterYearly "2020年农村饮水安全巩固提升" 4 Water Anywhere, Provincial
        Yuan(10_860_000), 2020-2020, [0, 0, 100], [4, 0, 16_310, 0, 0, 0];
    DirectTransition DirectTransition46 "“直过民族”整村推进" 46 PovertyOffice Named(NamedAs::DirectTransitionTownship), Provincial
        Weight(110), 2018-2018, [93, 100, 100], NO_SCALE;
    Habitat Habitat2018 "全面巩固提升脱贫成果基础设施建设" 7 Housing Named(NamedAs::FacilityPovertyVillage), County
        Yuan(4_260_000), 2018-2018, [86, 100, 100], NO_SCALE;
    Habitat HabitatDemo "人居环境整治示范自然村" 21 Housing PoorVillages, Municipal
        Weight(60), 2018-2019, [76, 95, 100], [21, 0, 0, 0, 0, 0];
    HealthClinic Clinic "村卫生室标准化改造" 20 Health Anywhere, Provincial
        Weight(15), 2018-2020, [40, 75, 100], [20, 0, 0, 0, 0, 0];
    Relocation Site "易地扶贫搬迁集中安置点收尾" 11 Reform Anywhere, Central
        Weight(420), 2018-2018, [82, 100, 100], NO_SCALE;
    Relocation InSitu "就近就地集中改造" 54 Housing Anywhere, Central
        Weight(150), 2018-2020, [37, 76, 98], NO_SCALE;
    Industry - "特色种植养殖基地" 60 Agriculture Anywhere, Central
        Weight(110), 2018-2020, [30, 66, 98], NO_SCALE;
    Ecology - "核桃抚育和竹子低效林改造" 9 Forestry PoorVillages, Provincial
        Weight(40), 2018-2020, [33, 66, 100], NO_SCALE;
    Ecology - "茶叶和中药材抚育" 9 Forestry PoorVillages, Provincial
        Weight(35), 2018-2020, [33, 66, 100], NO_SCALE;
    Education - "义务教育薄弱学校改造" 12 Education Anywhere, Provincial
        Weight(190), 2018-2020, [33, 66, 91], NO_SCALE;
    BarrierFree - "重度残疾人家庭无障碍改造" 14 DisabledFederation Anywhere, Provincial
        Weight(4), 2018-2020, [35, 71, 100], NO_SCALE;
    Internet - "农村电商和信息惠民服务站" 8 Industry Anywhere, Municipal
        Weight(30), 2018-2019, [50, 100, 100], NO_SCALE;
    CollectiveEconomy - "“强基惠农股份合作经济”" 20 PartyOrganisation PoorVillages, Municipal
        Weight(50), 2018-2020, [30, 65, 100], NO_SCALE;
    Employment - "扶贫车间和劳务协作" 5 HumanResources Anywhere, County
        Weight(30), 2018-2020, [40, 80, 100], NO_SCALE;
    Party - "村级活动场所" 4 PartyOrganisation Anywhere, County
        Weight(60), 2018-2019, [50, 100, 100], NO_SCALE;
    Housing - "农村危房改造" 8 Housing Anywhere, Central
        Weight(160), 2018-2020, [75, 88, 100], NO_SCALE;
}

/// Numbers of projects that households benefit from by name: some of those of industry.
pub(super) const BENEFICIAL: [usize; 4] = [306, 318, 330, 342];

/// The identifier of the project with that number in the library, from 1.
pub(super) fn project_id(number: usize) -> ProjectId {
    ProjectId(Id::joined(&[&format!("j{number:03}")]))
}

/// Enters the library, what was paid of it, and how the clinics were accepted.
pub(super) fn enter(office: &mut Office) {
    let money = money(&mut office.dice);
    let mut number = 0;
    for row in LIBRARY {
        let scale = row.scale.map(|total| shared(&mut office.dice, total, row.count));
        let places = places(&mut office.dice, row);
        for nth in 0..row.count {
            number += 1;
            let project = Planned {
                row,
                number,
                nth,
                yuan: money[number - 1],
                place: places[nth],
            };
            let scale: Vec<i64> = scale.iter().map(|shares| shares[nth]).collect();
            project.enter(office, &scale);
        }
    }
}

/// What every project costs in yuan, in the order of the library: fixed sums first, the rest by weight.
fn money(dice: &mut Dice) -> Vec<i64> {
    let mut weights = Vec::with_capacity(PROJECTS);
    let mut left = YUAN / STEP;
    let mut fixed = Vec::with_capacity(PROJECTS);
    for row in LIBRARY {
        match row.money {
            Yuan(yuan) => {
                left -= yuan / STEP;
                fixed.extend(shared(dice, yuan / STEP, row.count));
                weights.extend((0..row.count).map(|_| 0));
            }
            Weight(weight) => {
                fixed.extend((0..row.count).map(|_| 0));
                weights.extend((0..row.count).map(|_| weight * dice.between(60, 140)));
            }
        }
    }
    let bounds: Vec<(i64, i64)> = weights.iter().map(|weight| (0, weight * left)).collect();
    let shares = apportion(left, &weights, &bounds);
    let both = shares.iter().zip(&fixed);
    both.map(|(share, fixed)| (share + fixed) * STEP).collect()
}

/// A total shared out unevenly over some projects.
fn shared(dice: &mut Dice, total: i64, count: usize) -> Vec<i64> {
    let weights: Vec<i64> = (0..count).map(|_| dice.between(60, 140)).collect();
    let least = i64::from(total >= count as i64);
    apportion(total, &weights, &vec![(least, total); count])
}

/// Where the projects of a row are, spread evenly. A township that the plan names has them in its villages.
fn places(dice: &mut Dice, row: &Row) -> Vec<DivisionCode> {
    let from: Vec<&str> = match row.place {
        Anywhere => {
            let covered = villages().iter().map(|village| village.code);
            covered.filter(|code| !code.starts_with(NOT_COVERED)).collect()
        }
        PoorVillages => POVERTY_VILLAGES.iter().map(|(code, _)| *code).collect(),
        Named(connection) => {
            let named = NAMED_PLACES.iter().filter(|place| place.named_as == connection);
            let named: Vec<&str> = named.map(|place| place.code).collect();
            let within = |code: &str| named.iter().any(|place| code.starts_with(place));
            let exact: Vec<&str> = named
                .iter()
                .copied()
                .filter(|code| code.len() == VILLAGE)
                .collect();
            let below = villages()
                .iter()
                .map(|village| village.code)
                .filter(|code| within(code));
            if exact.is_empty() { below.collect() } else { exact }
        }
    };
    let start = dice.below(from.len());
    let code = |nth: usize| from[(start + nth * from.len() / row.count) % from.len()];
    (0..row.count)
        .filter_map(|nth| DivisionCode::new(code(nth)))
        .collect()
}

/// A project before it is entered.
struct Planned {
    row: &'static Row,
    number: usize,
    nth: usize,
    yuan: i64,
    place: DivisionCode,
}

impl Planned {
    /// The year in which it is accepted, by its place among the projects of its row; none if it is not by 2020.
    fn accepted_in(&self) -> Option<u16> {
        let done = |share: i64| (self.nth as i64) < (self.row.count as i64 * share + 50) / 100;
        let years = YEARS.into_iter().zip(self.row.accepted);
        years
            .into_iter()
            .find(|(_, share)| done(*share))
            .map(|(year, _)| year)
    }

    fn plan_year(&self) -> u16 {
        let (first, last) = self.row.years;
        let span = usize::from(last - first) + 1;
        first + (self.nth * span / self.row.count) as u16
    }

    fn enter(&self, office: &mut Office, scale: &[i64]) {
        let (row, id) = (self.row, project_id(self.number));
        let accepted = self
            .accepted_in()
            .map(|year| in_months(&mut office.dice, year, 9, 12));
        let plan_year = accepted.map_or(self.plan_year(), |date| self.plan_year().min(date.year().0));
        let started = in_months(&mut office.dice, plan_year, 2, 5);
        let completed = accepted.map(|date| date.plus_days(-office.dice.between(12, 40)).max(started));
        let stage = if accepted.is_some() {
            ProjectStage::Accepted
        } else {
            ProjectStage::Implementing
        };
        let level = match self.place.level() {
            Level::Village => ProjectLevel::Village,
            _ => ProjectLevel::Township,
        };
        let known = |place: usize| Some(scale[place]).filter(|value| *value > 0);
        let place_name =
            crate::plan::divisions::division(self.place.as_str()).map_or("", |row| row.short_name);
        let public = office.dice.percent(96);
        let mut told = told! { Project id =>
            library_no: format!("XP2018-{:03}", self.number),
            name: format!("{place_name}{}", row.name),
            category: row.category.clone(),
            batch: row.batch.clone(),
            division_code: self.place,
            level: level,
            plan_year: Year(plan_year),
            lead_unit_id: unit_id(row.unit),
            lead_unit_name: row.unit.label().zh,
            stage: stage,
            approved_on: started.plus_days(-24),
            allocated_on: started,
            started_on: started,
            completed_on: completed,
            accepted_on: accepted,
            publicity_done: public.then_some(true),
            performance_goal: "按期完成并发挥效益，群众满意",
            works_count: known(0).map(Count),
            length: known(1).map(Metre),
            served_persons: known(2).map(Count),
            irrigated_new: known(3).map(CentiMu),
            irrigated_improved: known(4).map(CentiMu),
            served_groups: known(5).map(Count),
        };
        let planned = Fen(self.yuan * 100);
        told.fields.push((planned_field(&row.fund), planned.0.into()));
        let written = accepted.or(completed).unwrap_or(started);
        office.tell(written, told);
        self.pay(office, started, accepted);
        if row.batch == Some(Batch::Clinic) && accepted.is_some() {
            clinic(office, id, written);
        }
    }

    /// A part when it begins, and the rest when it is accepted. The last of the programme of 2018 was paid in 2019.
    fn pay(&self, office: &mut Office, started: Date, accepted: Option<Date>) {
        let fen = self.yuan * 100;
        let first = if self.yuan > 1_000_000 {
            fen / 1_000 * 400
        } else {
            0
        };
        let payments = [
            (started.plus_days(20), first),
            (accepted.unwrap_or(started).plus_days(10), fen - first),
        ];
        for (part, (date, fen)) in payments.into_iter().enumerate() {
            let due = part == 0 || accepted.is_some();
            if fen == 0 || !due {
                continue;
            }
            let id = Id::joined(&[&format!("jp{:03}", self.number), &part.to_string()]);
            let date = date.min(day(2020, 12, 30));
            let told = told! { ProjectPayment id =>
                project_id: project_id(self.number),
                date: date,
                level: self.row.fund.clone(),
                amount: Fen(fen),
            };
            office.tell(date, told);
        }
    }
}

/// The field of the planned money of a level.
fn planned_field(level: &FundLevel) -> &'static str {
    match level {
        FundLevel::Central => "planned_central",
        FundLevel::Provincial => "planned_provincial",
        FundLevel::Municipal => "planned_municipal",
        _ => "planned_county",
    }
}

/// The county's own standard, which the plan does not print (L-22): three of its lines for every clinic.
fn clinic(office: &mut Office, project: ProjectId, on: Date) {
    for (position, requirement) in ["诊断室、治疗室、药房分开", "村医在岗", "设备药品配齐"]
        .into_iter()
        .enumerate()
    {
        let id = Id::joined(&[project.as_str(), &(position + 1).to_string()]);
        let told = told! { ClinicChecklistItem id =>
            project_id: project,
            position: position as i64 + 1,
            requirement: requirement,
            met: true,
            checked_on: on,
        };
        office.tell(on, told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::share::{IN_SITU_PLACES, SITES};

    #[test]
    fn the_library_has_the_plans_projects_money_and_batches() {
        assert_eq!(LIBRARY.iter().map(|row| row.count).sum::<usize>(), PROJECTS);
        for seed in [0, 1, u64::MAX] {
            let money = money(&mut Dice::new(seed, "", "money"));
            assert_eq!(money.iter().sum::<i64>(), YUAN);
            assert!(
                money.iter().all(|yuan| *yuan >= 10_000),
                "{:?}",
                money.iter().min()
            );
        }
        let of = |batch: Batch| {
            LIBRARY
                .iter()
                .filter(|row| row.batch == Some(batch.clone()))
                .map(|row| row.count)
                .sum::<usize>()
        };
        assert_eq!((of(Batch::Site), of(Batch::InSitu)), (SITES, IN_SITU_PLACES));
    }
}
