//! Random records of every other kind, made by reading the field tables: a few rows a kind, with gaps, deleted rows,
//! dangling references, codes of a newer version and dates on the edges.

use super::{AREA, DAYS};
use huhuqing::model::*;
use huhuqing::plan::divisions::{townships, villages};

/// The township of the village, and the county.
pub const TOWNSHIP: &str = "530427203";
pub const COUNTY: &str = "530427";

/// One field of a record, or its tombstone.
#[derive(Clone, Debug, PartialEq)]
pub enum Extra {
    Field(Kind, Id, usize, Value),
    Deleted(Kind, Id),
}

/// Writes them into records.
pub fn apply(records: &mut Records, extras: &[Extra]) {
    for extra in extras {
        match extra {
            Extra::Field(kind, id, place, value) => {
                let _misfits_stay_unknown = records.set(*kind, *id, *place, value);
            }
            Extra::Deleted(kind, id) => records.set_deleted(*kind, *id, true),
        }
    }
}

/// SplitMix64: a test's own dice.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

const OF_VILLAGE: &[Kind] = &[
    Kind::EmploymentSpell,
    Kind::TrainingSession,
    Kind::TrainingAttendance,
    Kind::PublicPost,
    Kind::PostAssignment,
    Kind::OrgUnit,
    Kind::BenefitLinkage,
    Kind::BenefitLinkageYear,
    Kind::SocialGrant,
    Kind::StudentCase,
    Kind::EducationAid,
    Kind::IllnessCase,
    Kind::MedicalEvent,
    Kind::DoctorContract,
    Kind::DoctorService,
    Kind::DangerousHouse,
    Kind::Relocation,
    Kind::CollectiveIncomeEntry,
    Kind::VillageActivity,
    Kind::EnterprisePairing,
    Kind::Donation,
    Kind::TeamAssignment,
    Kind::NaturalVillageYear,
    Kind::WaterWork,
    Kind::Meeting,
    Kind::Report,
    Kind::FormalDocument,
    Kind::Official,
    Kind::Visit,
];
const OF_TOWNSHIP: &[Kind] = &[
    Kind::TrainingSession,
    Kind::TrainingAttendance,
    Kind::PartyBranchCase,
    Kind::TownshipYear,
    Kind::Meeting,
    Kind::Report,
    Kind::FormalDocument,
    Kind::Official,
    Kind::OrgUnit,
    Kind::Visit,
    Kind::VillageActivity,
    Kind::EnterprisePairing,
    Kind::Donation,
    Kind::WaterWork,
];
const OF_COUNTY: &[Kind] = &[
    Kind::Project,
    Kind::ProjectPayment,
    Kind::RelocationSite,
    Kind::Issue,
    Kind::CountyYear,
    Kind::MedicalInstitution,
    Kind::TrainingSession,
    Kind::TrainingAttendance,
    Kind::Meeting,
    Kind::FormalDocument,
    Kind::Official,
    Kind::OrgUnit,
    Kind::Visit,
    Kind::VillageHelpUnit,
    Kind::VillageActivity,
    Kind::EnterprisePairing,
    Kind::Donation,
    Kind::WaterWork,
];

/// Random records of an area of that level.
pub fn of_level(level: Level, dice: &mut Dice) -> Vec<Extra> {
    let kinds = match level {
        Level::Village => OF_VILLAGE,
        Level::Township => OF_TOWNSHIP,
        Level::County => OF_COUNTY,
    };
    let mut extras = Vec::new();
    for kind in kinds {
        let most = match kind {
            Kind::Visit => 14,
            Kind::Project | Kind::MedicalEvent | Kind::EmploymentSpell | Kind::Relocation => 7,
            Kind::Meeting | Kind::Report => 9,
            _ => 4,
        };
        for number in 0..dice.below(most) {
            record(*kind, number, &mut extras, dice);
        }
    }
    if level == Level::County {
        flags(&mut extras, dice);
    }
    extras
}

/// More fields of records that are there already.
pub fn overlay(records: &Records, dice: &mut Dice) -> Vec<Extra> {
    const OVERLAID: &[(Kind, &[&str])] = &[
        (Kind::Household, &["direct_transition_group"]),
        (
            Kind::HouseholdYear,
            &["grain_green_eligible", "grain_green", "dibao_eligible"],
        ),
        (
            Kind::PersonYear,
            &[
                "basic_premium_payer",
                "education_aid_eligible",
                "vocational_willing",
                "vocational_completed",
                "employment_willing",
                "employment_trades",
                "pension",
                "pension_premium_payer",
                "pension_aid_eligible",
                "dibao",
                "tekun",
                "left_behind",
            ],
        ),
        (
            Kind::VillageYear,
            &[
                "per_capita_disposable_income",
                "collective_income_reported",
                "water_pop_total",
                "water_pop_centralised",
                "water_pop_tap",
                "water_standard_met",
                "passenger_bus",
                "preschool_available",
                "broadband_households",
                "info_service_station",
                "ecommerce_point",
                "express_point",
                "new_party_members_youth",
                "new_party_members_migrant_youth",
                "new_party_members_women",
                "village_rules_revised_on",
                "org_villagers_council",
                "org_moral_council",
                "org_red_white_council",
            ],
        ),
        (Kind::Visit, &[]),
        (Kind::VillageHelpUnit, &["leader_official_id", "leader_name"]),
    ];
    let mut extras = Vec::new();
    for (kind, fields) in OVERLAID {
        let mut ids = Vec::new();
        records.for_each_row(*kind, |row| ids.push(row.id));
        for id in ids {
            for field in *fields {
                put(*kind, id, field, &mut extras, dice);
            }
            if *kind == Kind::Visit {
                // Visits to households are mostly those of the heads of the township.
                let post = *dice.pick(&[
                    "township_secretary",
                    "township_mayor",
                    "township_secretary",
                    "township_mayor",
                    "new",
                ]);
                let place = kind.def().position("post").unwrap();
                extras.push(Extra::Field(*kind, id, place, post.into()));
            }
        }
    }
    extras
}

fn put(kind: Kind, id: Id, field: &str, extras: &mut Vec<Extra>, dice: &mut Dice) {
    let place = kind.def().position(field).unwrap();
    if dice.percent(88) {
        let value = value(kind, &kind.def().fields[place], dice);
        extras.push(Extra::Field(kind, id, place, value));
    }
}

fn record(kind: Kind, number: usize, extras: &mut Vec<Extra>, dice: &mut Dice) {
    let year = YEARS[dice.below(YEARS.len())];
    let subject = match kind {
        Kind::BenefitLinkageYear => Some(("linkage_id", format!("benefit_linkage.{}", dice.below(4)))),
        Kind::NaturalVillageYear => Some(("natural_village_code", format!("{AREA}-N0{number}"))),
        Kind::TownshipYear => Some(("township_code", TOWNSHIP.to_owned())),
        Kind::CountyYear => Some(("county_code", COUNTY.to_owned())),
        _ => None,
    };
    let named_by_key = subject.is_some() && dice.percent(85);
    let text = match &subject {
        Some((_, subject)) if named_by_key => format!("{subject}-{year}"),
        _ => format!("{}.{number}", kind.def().id),
    };
    let id = Id::new(&text).unwrap();
    let taken = extras
        .iter()
        .any(|extra| matches!(extra, Extra::Field(k, i, ..) if (*k, *i) == (kind, id)));
    if taken {
        return;
    }
    // A record begins with its first field, so that one without any other is there too.
    let before = extras.len();
    for field in kind.def().fields {
        match &subject {
            // The fields of a year record say what its identifier says, or are empty.
            Some((name, subject)) if field.id == *name => {
                if !named_by_key || dice.percent(60) {
                    let place = kind.def().position(name).unwrap();
                    extras.push(Extra::Field(kind, id, place, subject.as_str().into()));
                }
            }
            Some(_) if field.id == "year" => {
                if !named_by_key || dice.percent(60) {
                    let place = kind.def().position("year").unwrap();
                    extras.push(Extra::Field(kind, id, place, Value::Int(i64::from(year))));
                }
            }
            _ if kind == Kind::Visit && field.id == "household_id" => {}
            _ => put(kind, id, field.id, extras, dice),
        }
    }
    if extras.len() > before && dice.percent(5) {
        extras.push(Extra::Deleted(kind, id));
    }
}

const YEARS: [u16; 7] = [2016, 2017, 2018, 2018, 2018, 2019, 2020];
const MONTHS: [&str; 7] = [
    "2017-12", "2018-01", "2018-01", "2018-02", "2018-03", "2018-09", "2019-01",
];
const PLACES: [&str; 7] = [
    AREA,
    AREA,
    "530427203201",
    TOWNSHIP,
    "530427101213",
    "530427103202",
    "530427101",
];

fn value(kind: Kind, field: &FieldDef, dice: &mut Dice) -> Value {
    match (kind, field.id) {
        (Kind::Issue, "problem_no") => return Value::Int(*dice.pick(&[1, 2, 203, 204, 0])),
        (Kind::FormalDocument, "from_name") => {
            return (*dice.pick(&["县发改局", "县水利局", "县外单位"])).into();
        }
        (Kind::Project, "plan_year") => return Value::Int(*dice.pick(&[2018, 2018, 2019, 2019, 2020])),
        (Kind::TownshipYear | Kind::VillageYear, "per_capita_disposable_income") => {
            return Value::Int(*dice.pick(&[1_000, 1_140, 1_299, 1_300, 800, 1_500]));
        }
        (Kind::Visit, "post") => return (*dice.pick(&POSTS)).into(),
        (Kind::SocialGrant, "kind") => {
            return (*dice.pick(&["temporary", "temporary", "dibao", "new"])).into();
        }
        (Kind::Visit, "target_code") => {
            let places = [
                "530427101213",
                "530427101213",
                "530427101213",
                AREA,
                "530427203201",
                TOWNSHIP,
            ];
            return (*dice.pick(&places)).into();
        }
        (Kind::Visit, "purpose") => {
            return (*dice.pick(&["tour", "tour", "linked", "research", "new"])).into();
        }
        (Kind::Official, "posts") => {
            let posts: Vec<Value> = (0..=dice.below(2))
                .map(|_| {
                    (*dice.pick(&["dept_head", "team_member", "poverty_official", "helper", "new"])).into()
                })
                .collect();
            return Value::List(posts.into());
        }
        (Kind::DangerousHouse, "state") => {
            return (*dice.pick(&["accepted", "closed", "rebuilding", "new"])).into();
        }
        (Kind::Project, "stage") => {
            return (*dice.pick(&[
                "accepted",
                "accepted",
                "completed",
                "implementing",
                "cancelled",
                "new",
            ]))
            .into();
        }
        (Kind::PublicPost, "kind") => {
            return (*dice.pick(&[
                "forest_ranger",
                "cleaning",
                "security",
                "road_care",
                "water_care",
                "disabled_help",
                "elder_care",
                "new",
            ]))
            .into();
        }
        (Kind::NaturalVillageYear, name) if name.starts_with("work_") => {
            return (*dice.pick(&["done", "done", "done", "done", "done", "active", "new"])).into();
        }
        (Kind::MedicalEvent, "self_pay" | "total") => {
            return Value::Int(*dice.pick(&[0, 10, 100, 1_000]));
        }
        _ => {}
    }
    match field.ty {
        FieldType::Text => (*dice.pick(&["甲", "乙"])).into(),
        FieldType::Texts | FieldType::References(_) => Value::List([Value::from("530427203200")].into()),
        FieldType::Tri => Value::Bool(dice.percent(70)),
        FieldType::Money => Value::Int(*dice.pick(&[0, 1, 1_000, 4_999_999, 5_000_000, 600_000_000])),
        FieldType::Number | FieldType::Length | FieldType::Land | FieldType::FloorSpace => {
            Value::Int(dice.below(5) as i64)
        }
        FieldType::Year => Value::Int(i64::from(*dice.pick(&YEARS))),
        FieldType::YearMonth => (*dice.pick(&MONTHS)).into(),
        FieldType::Date => (*dice.pick(&DAYS)).into(),
        FieldType::Code(list) => code(list, dice),
        FieldType::Codes(list) => Value::List([code(list, dice)].into()),
        FieldType::Reference("household") => format!("h{}", dice.below(5)).as_str().into(),
        FieldType::Reference("person") => format!("p{}", dice.below(9)).as_str().into(),
        FieldType::Reference("division") => (*dice.pick(&PLACES)).into(),
        FieldType::Reference(kind) => format!("{kind}.{}", dice.below(3)).as_str().into(),
    }
}

const POSTS: [&str; 9] = [
    "county_secretary",
    "county_mayor",
    "county_deputy_secretary",
    "township_secretary",
    "township_mayor",
    "township_deputy",
    "township_secretary",
    "township_mayor",
    "new",
];

fn code(list: &CodeList, dice: &mut Dice) -> Value {
    if dice.percent(5) {
        return "new".into();
    }
    list.values[dice.below(list.values.len())].id.into()
}

/// Which townships and villages are poor ones: nobody has said, or the county has said it of all but the village, of
/// which the test says it apart.
fn flags(extras: &mut Vec<Extra>, dice: &mut Dice) {
    let (few, said) = (dice.percent(50), dice.percent(60));
    let place = |field| Kind::Division.def().position(field).unwrap();
    let mut flag = |code: &str, field, poor: bool| {
        extras.push(Extra::Field(
            Kind::Division,
            Id::new(code).unwrap(),
            place(field),
            Value::Bool(poor),
        ));
    };
    for row in townships() {
        if said {
            flag(
                row.code,
                "is_poverty_township",
                row.code == TOWNSHIP || row.code == "530427101" && !few,
            );
        }
    }
    for row in villages() {
        if said && row.code != AREA {
            let poor = row.code == "530427203201" || row.code == "530427101213" && !few;
            flag(
                row.code,
                "is_poverty_village",
                poor && !few || row.code == "530427101213",
            );
        }
    }
}
