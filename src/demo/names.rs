//! Names of people who do not exist, mixed from surnames of the region and given names of no one in particular.

use super::dice::Dice;
use crate::model::{EthnicGroup, Sex};

const COMMON: &str = "李王张杨陈刘赵周黄普马罗郭朱徐孙何宋曾谢彭唐许邓苏魏";
const MALE: &str = "文明华兴云林春平成永福贵荣生发宏庆绍祥顺光学正有家志建忠良山松泽东国才海江";
const FEMALE: &str = "秀英琼芬丽兰仙凤珍翠莲芳玉美云菊梅春艳惠红会存竹桂香燕萍巧彩霞月";
const NEUTRAL: &str = "晓思雨嘉梓子欣宇浩佳俊雪";

/// Surnames that are common with an ethnic group of the county.
fn surnames(ethnic: &EthnicGroup) -> &'static str {
    match ethnic {
        EthnicGroup::Yi => "普李杨王张鲁矣施方龙柏者易师罗周",
        EthnicGroup::Dai => "刀白方陶封罗岳张杨李金",
        EthnicGroup::Hani => "李白罗马张龙杨王陈倪",
        EthnicGroup::Lahu => "李张罗石扎杨王胡",
        EthnicGroup::Hui => "马纳沙合赛保林",
        EthnicGroup::Miao => "熊陶项杨王李马古",
        _ => COMMON,
    }
}

fn character(dice: &mut Dice, from: &str) -> char {
    let count = from.chars().count();
    from.chars().nth(dice.below(count)).unwrap_or('安')
}

/// A surname.
pub(super) fn surname(dice: &mut Dice, ethnic: &EthnicGroup) -> char {
    let list = if dice.percent(20) {
        COMMON
    } else {
        surnames(ethnic)
    };
    character(dice, list)
}

/// A surname with a given name of one or two characters; the young have the newer ones.
pub(super) fn full_name(dice: &mut Dice, surname: char, sex: &Sex, young: bool) -> String {
    let own = if *sex == Sex::Male { MALE } else { FEMALE };
    let list = if young && dice.percent(60) { NEUTRAL } else { own };
    let first = character(dice, list);
    let mut name = String::from_iter([surname, first]);
    if dice.percent(86) {
        let second = character(dice, own);
        name.push(if second == first { '安' } else { second });
    }
    name
}

/// The name of an official.
pub(super) fn official_name(dice: &mut Dice) -> String {
    let ethnic = dice.weighted(&[
        (45, EthnicGroup::Han),
        (40, EthnicGroup::Yi),
        (15, EthnicGroup::Dai),
    ]);
    let sex = if dice.percent(64) { Sex::Male } else { Sex::Female };
    let surname = surname(dice, &ethnic);
    full_name(dice, surname, &sex, false)
}

/// A number that no telephone has: mobile numbers never start with 100.
pub(super) fn phone(dice: &mut Dice) -> String {
    format!("100{:08}", dice.below(100_000_000))
}
