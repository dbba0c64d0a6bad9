//! Numbers, money, dates and field values as people read them. Everything is computed in whole numbers.

use super::Language;
use crate::model::{
    CodeList, Date, DivisionCode, Fen, FieldDef, FieldType, Value, Year, YearMonth, identity, minute_in_china,
};
use crate::plan::divisions;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A whole number with thousands separators: `11,287`.
pub fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number stored as a multiple of 10^-`decimals`, with that many decimals: `decimal(123456, 2)` is `1,234.56`.
pub fn decimal(stored: i64, decimals: u32) -> String {
    if decimals == 0 {
        return number(stored);
    }
    let unit = 10_u64.pow(decimals);
    let (whole, rest) = (stored.unsigned_abs() / unit, stored.unsigned_abs() % unit);
    let sign = if stored < 0 { "−" } else { "" };
    let whole = number(i64::try_from(whole).unwrap_or(i64::MAX));
    format!("{sign}{whole}.{rest:0width$}", width = decimals as usize)
}

/// Money: `1,234.50元`, `¥1,234.50`; whole amounts have no decimals.
pub fn money(fen: Fen, language: Language) -> String {
    let amount = if fen.0 % 100 == 0 {
        number(fen.0 / 100)
    } else {
        decimal(fen.0, 2)
    };
    match language {
        Language::Zh => format!("{amount}元"),
        Language::En => format!("¥{amount}"),
    }
}

/// Money in 10 000 元, rounded half up to two decimals: `12.35万元`, `¥123,500`.
pub fn money_in_wan(fen: Fen, language: Language) -> String {
    match language {
        Language::Zh => format!("{}万元", decimal(rounded(fen.0, 10_000), 2)),
        Language::En => money(Fen(rounded(fen.0, 100) * 100), language),
    }
}

/// A share in basis points (1/100 of a percent): `0.81%`.
pub fn percent(basis_points: i64) -> String {
    format!("{}%", decimal(basis_points, 2))
}

/// `num` of `den` in basis points, rounded half up; none when there is nothing to divide by.
pub fn basis_points(num: i64, den: i64) -> Option<i64> {
    let scaled = i128::from(num) * 10_000;
    let den = i128::from(den);
    (den > 0).then(|| i64::try_from((2 * scaled + den).div_euclid(2 * den)).unwrap_or(i64::MAX))
}

/// A date: `2018年11月28日`, `28 Nov 2018`.
pub fn date(date: Date, language: Language) -> String {
    let (year, month, day) = (date.year().0, date.month(), date.day());
    match language {
        Language::Zh => format!("{year}年{month}月{day}日"),
        Language::En => format!("{day} {} {year}", month_name(month)),
    }
}

/// A month: `2018年11月`, `Nov 2018`.
pub fn month(month: YearMonth, language: Language) -> String {
    let (year, month) = (month.year.0, u32::from(month.month));
    match language {
        Language::Zh => format!("{year}年{month}月"),
        Language::En => format!("{} {year}", month_name(month)),
    }
}

/// A year: `2018年`, `2018`.
pub fn year(year: Year, language: Language) -> String {
    match language {
        Language::Zh => format!("{year}年"),
        Language::En => year.to_string(),
    }
}

/// A moment as the date and the minute in China time, from milliseconds since 1970.
pub fn moment(millis: u64, language: Language) -> String {
    format!("{} {}", date(Date::in_china(millis), language), minute(millis))
}

/// A moment as the minute of its day in China time, from milliseconds since 1970: `14:05`.
pub fn minute(millis: u64) -> String {
    let minutes = minute_in_china(millis);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The short name of an area; its code when the county's list does not have it.
pub fn area(area: DivisionCode) -> String {
    divisions::division(area.as_str())
        .map_or_else(|| area.to_string(), |division| division.short_name.to_owned())
}

/// The value of a field as text with its unit; an unknown value is none, and the caller says so in its own way.
pub fn field_value(def: &FieldDef, value: &Value, language: Language) -> Option<String> {
    match (value, def.ty) {
        (Value::Null, _) => None,
        (Value::Int(stored), ty) => Some(quantity(def, ty, *stored, language)),
        (Value::Bool(yes), _) => Some(super::fields::Texts(language).yes_or_no(*yes).to_owned()),
        (Value::Text(text), FieldType::Code(list)) => Some(code(list, text, language)),
        (Value::Text(text), FieldType::Date) => {
            Some(Date::parse(text).map_or_else(|| text.to_string(), |d| date(d, language)))
        }
        (Value::Text(text), FieldType::YearMonth) => {
            Some(YearMonth::parse(text).map_or_else(|| text.to_string(), |m| month(m, language)))
        }
        (Value::Text(text), FieldType::Reference("division")) => {
            Some(DivisionCode::new(text).map_or_else(|| text.to_string(), area))
        }
        // What stands in the place of a number that stayed behind is no number to read.
        (Value::Text(text), _) if identity::is_hidden(text) => Some(format!(
            "{} {}",
            super::fields::Texts(language).number_hidden(),
            text.get(..7).unwrap_or_default()
        )),
        (Value::Text(text), _) => Some(text.to_string()),
        (Value::List(items), FieldType::Codes(list)) => {
            let names = items
                .iter()
                .filter_map(Value::as_text)
                .map(|id| code(list, id, language));
            Some(listed(names, language))
        }
        (Value::List(items), FieldType::References("division")) => {
            let codes = items.iter().filter_map(Value::as_text);
            let names = codes.map(|code| DivisionCode::new(code).map_or_else(|| code.to_owned(), area));
            Some(listed(names, language))
        }
        (Value::List(items), _) => Some(listed(
            items.iter().filter_map(Value::as_text).map(str::to_owned),
            language,
        )),
        (Value::Other(json), _) => Some(json.to_string()),
    }
}

/// The unit of a field's numbers in a language; empty when it has none.
pub fn unit(def: &FieldDef, language: Language) -> &'static str {
    language.pick(def.unit_label())
}

/// A number with its unit: Chinese writes them together, English has a word for one and another for more.
pub fn counted(number: i64, shown: &str, unit: &str, language: Language) -> String {
    match (language, unit) {
        (_, "") => shown.to_owned(),
        (Language::Zh, _) => format!("{shown}{unit}"),
        (Language::En, _) if unit.starts_with('%') => format!("{shown}{unit}"),
        (Language::En, _) if number == 1 => format!("{shown} {}", singular(unit)),
        (Language::En, _) => format!("{shown} {unit}"),
    }
}

/// The English name of one of what a unit counts: `litres a person and day` is `litre a person and day`.
fn singular(unit: &str) -> String {
    let end = [" of ", " a "].iter().filter_map(|word| unit.find(word)).min();
    let (head, rest) = unit.split_at(end.unwrap_or(unit.len()));
    let (before, noun) = head
        .rsplit_once(' ')
        .map_or(("", head), |(before, noun)| (before, noun));
    let noun = match (noun, noun.strip_suffix("ies"), noun.strip_suffix('s')) {
        ("children", ..) => "child".to_owned(),
        (_, Some(stem), _) => format!("{stem}y"),
        (_, _, Some(stem)) => stem.to_owned(),
        _ => noun.to_owned(),
    };
    let space = if before.is_empty() { "" } else { " " };
    format!("{before}{space}{noun}{rest}")
}

/// The label of a value of a code list; a value that only a newer version knows is shown as it is.
pub fn code(list: &CodeList, id: &str, language: Language) -> String {
    list.find(id)
        .map_or(id, |def| language.pick(def.label))
        .to_owned()
}

fn quantity(def: &FieldDef, ty: FieldType, stored: i64, language: Language) -> String {
    match ty {
        FieldType::Money => money(Fen(stored), language),
        FieldType::Year => year(Year(u16::try_from(stored).unwrap_or_default()), language),
        _ => {
            let shown = decimal(stored, ty.decimals());
            let one = if ty.decimals() == 0 { stored } else { 0 };
            counted(one, &shown, unit(def, language), language)
        }
    }
}

fn listed(names: impl Iterator<Item = String>, language: Language) -> String {
    let separator = match language {
        Language::Zh => "、",
        Language::En => ", ",
    };
    names.collect::<Vec<_>>().join(separator)
}

fn rounded(number: i64, unit: i64) -> i64 {
    (2 * number + unit).div_euclid(2 * unit)
}

fn month_name(month: u32) -> &'static str {
    MONTHS
        .get(month.wrapping_sub(1) as usize)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Kind;
    use Language::{En, Zh};

    #[test]
    fn thousands_are_separated() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(11_287), "11,287");
        assert_eq!(number(-1_234_567), "−1,234,567");
    }

    #[test]
    fn money_shows_fen_only_when_there_are_some() {
        assert_eq!(money(Fen(123_400), Zh), "1,234元");
        assert_eq!(money(Fen(123_450), Zh), "1,234.50元");
        assert_eq!(money(Fen(-5), En), "¥−0.05");
        assert_eq!(money_in_wan(Fen(123_450_000), Zh), "123.45万元");
        assert_eq!(money_in_wan(Fen(5_000), Zh), "0.01万元");
    }

    #[test]
    fn shares_round_half_up() {
        assert_eq!(basis_points(630, 77_778), Some(81));
        assert_eq!(basis_points(1, 8), Some(1_250));
        assert_eq!(basis_points(1, 16_000), Some(1));
        assert_eq!(basis_points(1, 0), None);
        assert_eq!(percent(81), "0.81%");
        assert_eq!(percent(10_000), "100.00%");
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let day = Date::of::<2018, 11, 28>();
        assert_eq!(date(day, Zh), "2018年11月28日");
        assert_eq!(date(day, En), "28 Nov 2018");
        assert_eq!(month(YearMonth::of(day), Zh), "2018年11月");
        assert_eq!(moment(1_543_363_260_000, Zh), "2018年11月28日 08:01");
        assert_eq!(moment(1_543_334_400_000, En), "28 Nov 2018 00:00");
    }

    #[test]
    fn one_of_a_thing_is_written_in_the_singular() {
        for (unit, one) in [
            ("households", "1 household"),
            ("children", "1 child"),
            ("cooperatives", "1 cooperative"),
            ("basis points", "1 basis point"),
            ("litres a person and day", "1 litre a person and day"),
            ("millionths of a degree", "1 millionth of a degree"),
            ("1/100 points", "1 1/100 point"),
            ("household-quarters", "1 household-quarter"),
            ("grade", "1 grade"),
        ] {
            assert_eq!(counted(1, "1", unit, En), one);
            assert_eq!(counted(2, "2", unit, En), format!("2 {unit}"));
        }
        assert_eq!(counted(1, "1", "户", Zh), "1户");
        assert_eq!(counted(1, "1", "", En), "1");
    }

    #[test]
    fn every_unit_of_a_field_has_a_singular_that_ends_no_word_in_s() {
        for def in Kind::ALL.iter().flat_map(|kind| kind.def().fields) {
            let one = singular(def.unit_label().en);
            let head = one.split(" of ").next().and_then(|head| head.split(" a ").next());
            assert!(!head.unwrap_or_default().ends_with('s'), "{}: {one}", def.id);
        }
    }

    #[test]
    fn field_values_carry_their_unit() {
        let field = |kind: Kind, id: &str| &kind.def().fields[kind.def().position(id).unwrap()];
        let arable = field(Kind::HouseholdYear, "arable");
        assert_eq!(field_value(arable, &Value::Int(1250), Zh).unwrap(), "12.50亩");
        assert_eq!(field_value(arable, &Value::Int(1250), En).unwrap(), "12.50 mu");
        assert_eq!(field_value(arable, &Value::Null, Zh), None);
        let causes = field(Kind::Household, "other_causes");
        let value = Value::List([Value::from("illness"), Value::from("newer")].into());
        assert_eq!(field_value(causes, &value, Zh).unwrap(), "因病、newer");
    }
}
