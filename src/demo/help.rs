//! Measures of the three years, what they cost and what they brought.

use super::book::Book;
use super::calendar::{day, in_months};
use super::census::Progress;
use super::dice::Dice;
use super::home::{Home, local_id};
use super::team::{Team, unit_id};
use crate::model::{
    Date, Fen, HealthCondition, HelperAssignment, HelperAssignmentId, HouseGrade, Household,
    HouseholdAttribute, HouseholdYear, RecordState, SupportCategory, SupportMeasure, SupportMeasureId, Year,
};
use crate::plan::Body;

/// A measure as it is offered: its category, what is done, who answers for it, yuan put in and yuan gained in a year.
struct Offer {
    category: SupportCategory,
    content: &'static str,
    unit: Body,
    input: (i64, i64),
    gain: (i64, i64),
    result: &'static str,
}

macro_rules! offers {
    ($($name:ident = $category:ident $unit:ident $content:literal $input:expr, $gain:expr, $result:literal;)+) => {$(
        static $name: Offer = Offer {
            category: SupportCategory::$category, content: $content, unit: Body::$unit, input: $input, gain: $gain,
            result: $result,
        };
    )+};
}

offers! {
    PIGS = Industry Agriculture "发放仔猪，代养代销" (1_200, 3_600), (800, 3_000), "出栏并分红";
    CHICKENS = Industry Agriculture "林下养鸡，技术员上门" (600, 2_000), (500, 1_800), "年内出栏两批";
    TEA = Industry Agriculture "茶园抚育，合作社收购" (800, 2_400), (400, 2_200), "鲜叶全部收购";
    WALNUTS = Ecology Forestry "核桃提质增效管护" (300, 900), (200, 900), "挂果增加";
    SUGAR_CANE = Industry Industry "甘蔗良种补助" (500, 1_800), (700, 2_600), "亩产提高";
    MICRO_LOAN = Finance PovertyOffice "扶贫小额信贷贴息" (1_000, 2_500), (500, 2_000), "按期付息";
    TRANSFER = Employment HumanResources "组织外出务工，补助路费" (300, 1_000), (3_000, 14_000), "稳定就业";
    RANGER = Employment Forestry "聘为生态护林员" (0, 0), (8_000, 10_000), "按月发放补助";
    TRAINING = Employment HumanResources "劳动技能培训" (200, 800), (0, 0), "取得培训证书";
    DOCTOR = Health Health "家庭医生签约，随访服药" (100, 300), (0, 0), "随访四次";
    PREMIUM = Health HumanResources "代缴城乡居民医保" (180, 900), (0, 0), "全家参保";
    SCHOOL = Education Education "营养改善和生活补助" (800, 2_500), (0, 0), "无辍学";
    VOCATIONAL = Education PovertyOffice "雨露计划职业教育补助" (1_500, 3_000), (0, 0), "补助到户";
    HOUSE = Housing Housing "危房加固改造" (12_000, 40_000), (0, 0), "竣工验收";
    ALLOWANCE = Social CivilAffairs "农村低保动态保障" (1_500, 6_000), (0, 0), "按月发放";
    WATER = Water Water "接通自来水" (600, 2_400), (0, 0), "水质达标";
    SPIRIT = Motivation PartyPublicity "自强诚信感恩教育" (0, 100), (0, 0), "参加村民小组会";
}

/// What suits the household.
fn suitable(
    dice: &mut Dice,
    home: &Home,
    household: &Household,
    conditions: &HouseholdYear,
    year: Year,
) -> Vec<&'static Offer> {
    let able = home.members.iter().any(|member| member.can_work(year));
    let aged =
        |ages: std::ops::Range<i32>| home.members.iter().any(|member| ages.contains(&member.age(year)));
    let (pupil, youth) = (aged(6..15), aged(16..18));
    let away = home.members.iter().any(|member| member.work_months > 0);
    let ill = home.has(&HealthCondition::Chronic) || home.has(&HealthCondition::Major);
    let farming: [&Offer; 6] = [&PIGS, &CHICKENS, &TEA, &WALNUTS, &SUGAR_CANE, &MICRO_LOAN];
    let dangerous = matches!(conditions.house_grade, Some(HouseGrade::C | HouseGrade::D));
    let mut offers = Vec::new();
    let mut offer = |suits: bool, share: u32, what: &'static Offer| {
        if suits && dice.percent(share) {
            offers.push(what);
        }
    };
    offer(dangerous, 95, &HOUSE);
    offer(
        household.attribute == Some(HouseholdAttribute::Dibao),
        90,
        &ALLOWANCE,
    );
    offer(ill, 70, &DOCTOR);
    offer(pupil, 25, &SCHOOL);
    offer(youth, 40, &VOCATIONAL);
    offer(away, 40, &TRANSFER);
    offer(able, 6, &RANGER);
    offer(able, 10, &TRAINING);
    offer(conditions.drinking_safe == Some(false), 90, &WATER);
    offer(true, 18, &PREMIUM);
    offer(true, 6, &SPIRIT);
    if able && dice.percent(78) {
        offers.push(farming[dice.below(farming.len())]);
    }
    offers
}

/// Enters the household's measures of a year; gives the number of those entered.
pub(super) fn enter_measures(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household, conditions): (&Home, &Household, &HouseholdYear),
    (year, progress): (Year, Progress),
) -> usize {
    let mut offers = suitable(dice, home, household, conditions, year);
    let first = year == Year(2018);
    if offers.is_empty() && !first && dice.percent(95) {
        offers.push(&SPIRIT);
    }
    let mut entered = 0;
    for (number, offer) in offers
        .into_iter()
        .take(1 + usize::from(first && home.number % 3 == 0))
        .enumerate()
    {
        let start = in_months(dice, year.0, 3, 6);
        let planned = measure(dice, home, offer, number, start);
        let done = in_months(dice, year.0, 9, 12);
        if !progress.reached(dice, start) {
            continue;
        }
        entered += 1;
        let ends = dice.percent(84) && progress.reached(dice, done);
        // Some are entered when they begin, others when they are done.
        let at_once = dice.percent(if first { 60 } else { 85 });
        if !ends || !at_once {
            book.add(team.hand(dice, start), &planned);
        }
        if ends {
            let after = finished(dice, &planned, offer, done);
            let hand = team.hand(dice, done);
            match at_once {
                true => book.add(hand, &after),
                false => book.edit(hand, &planned, &after),
            }
        }
    }
    entered
}

fn measure(dice: &mut Dice, home: &Home, offer: &Offer, number: usize, start: Date) -> SupportMeasure {
    SupportMeasure {
        id: SupportMeasureId(local_id(
            's',
            home.village,
            home.number,
            &format!("-{}{}", start.year().0 % 100, number + 1),
        )),
        household_id: Some(home.id),
        year: Some(start.year()),
        category: Some(offer.category.clone()),
        content: Some(offer.content.to_owned()),
        state: Some(RecordState::Active),
        start: Some(start),
        input_county: Some(yuan(dice, offer.input)),
        unit_id: (start.year() == Year(2018)).then(|| unit_id(offer.unit)),
        ..SupportMeasure::default()
    }
}

fn finished(dice: &mut Dice, planned: &SupportMeasure, offer: &Offer, done: Date) -> SupportMeasure {
    SupportMeasure {
        state: Some(RecordState::Done),
        end: Some(done),
        actual_income: (offer.gain.1 > 0).then(|| yuan(dice, offer.gain)),
        result_text: dice.percent(90).then(|| offer.result.to_owned()),
        ..planned.clone()
    }
}

fn yuan(dice: &mut Dice, (low, high): (i64, i64)) -> Fen {
    Fen(dice.between(low / 10, high / 10) * 1_000)
}

/// The helper of the household since 2017.
pub(super) fn helper_assignment(dice: &mut Dice, team: &Team, home: &Home) -> HelperAssignment {
    let helper = team.helper(home.number);
    HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        official_id: Some(helper.id),
        helper_name: helper.name.clone(),
        unit_name: helper.unit_name.clone(),
        phone: helper.phone.clone(),
        start: Some(day(2017, dice.between(1, 10) as u32, 1)),
        ..HelperAssignment::default()
    }
}
