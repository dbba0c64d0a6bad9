//! Tables that leave for spreadsheets and for the systems that the plan names: comma separated values (RFC 4180) that Excel
//! opens as they are, and that start no formula. What of them leaves is decided where everything else's is.

use super::{Disclosure, Told};
use crate::ledgers::{Head, Row, Table};
use crate::model::{DivisionCode, FieldDef, FieldType, Label, Level, Value};
use crate::plan::divisions::division;

/// Tells Excel that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// Characters that make a spreadsheet take a text for a formula, and their full-width forms.
const STARTS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Digits beyond this many are lost when a spreadsheet takes them for a number.
const DIGITS_OF_A_NUMBER: usize = 15;

const YES_NO: [Label; 2] = [Label::new("否", "No"), Label::new("是", "Yes")];
const CODE: Label = Label::new("地区代码", "Area code");
const TOWNSHIP: Label = Label::new("乡镇（街道）", "Township");
const VILLAGE: Label = Label::new("村（社区）", "Village");

/// Which of a label's two names is written.
pub type Pick = fn(Label) -> &'static str;

/// One cell as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Words.
    Text(String),
    /// A number, which is no text and starts no formula.
    Number(String),
    /// Unknown.
    Empty,
}

impl Written {
    /// The value of a field as a spreadsheet has it: plain numbers in the unit of people, days as digits, codes in words.
    pub fn of(def: &FieldDef, value: &Value, pick: Pick) -> Self {
        let code = |text: &str| match def.ty {
            FieldType::Code(list) | FieldType::Codes(list) => {
                list.find(text).map_or(text, |code| pick(code.label)).to_owned()
            }
            FieldType::Reference("division") | FieldType::References("division") => {
                division(text).map_or(text, |area| area.short_name).to_owned()
            }
            _ => text.to_owned(),
        };
        match value {
            Value::Null => Self::Empty,
            Value::Bool(yes) => Self::Text(pick(YES_NO[usize::from(*yes)]).to_owned()),
            Value::Int(number) => Self::Number(decimal(*number, def.ty.decimals())),
            Value::Text(text) => Self::Text(code(text)),
            Value::List(items) => {
                let texts = items.iter().filter_map(Value::as_text).map(code);
                Self::Text(texts.collect::<Vec<_>>().join("、"))
            }
            Value::Other(json) => Self::Text(json.to_string()),
        }
    }

    /// The words or digits.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            Self::Empty => "",
        }
    }

    fn write(&self, into: &mut String) {
        let Self::Text(text) = self else {
            return into.push_str(self.as_str());
        };
        let text = harmless(text);
        if text.contains(['"', ',', '\n', '\r']) {
            into.push('"');
            into.push_str(&text.replace('"', "\"\""));
            into.push('"');
        } else {
            into.push_str(&text);
        }
    }
}

/// The text so that no spreadsheet computes with it: a leading `'` before what would start a formula, and a tab after long
/// digits, such as those of an identity number, whose last ones would become zeros.
fn harmless(text: &str) -> String {
    if text.starts_with(STARTS_A_FORMULA) {
        return format!("'{text}");
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (text.len() >= DIGITS_OF_A_NUMBER || (text.len() > 1 && text.starts_with('0'))) {
        return format!("{text}\t");
    }
    text.to_owned()
}

/// A stored number with its decimals and without needless zeros.
fn decimal(stored: i64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    let (whole, rest) = (stored.unsigned_abs() / unit, stored.unsigned_abs() % unit);
    let sign = if stored < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0width$}", width = decimals as usize),
    }
}

/// The columns of a table that may leave the device, with their places.
pub fn sheet_columns(table: &Table, disclosure: Disclosure) -> Vec<(usize, &Head)> {
    let tells = |head: &Head| {
        head.field
            .is_none_or(|(kind, place)| disclosure.tells(kind, place) == Told::Whole)
    };
    let columns = table.heads.iter().enumerate();
    columns.filter(|(_, head)| tells(head)).collect()
}

/// The names of the areas' columns and of those of a table that may leave the device, with units.
pub fn sheet_header(table: &Table, disclosure: Disclosure, pick: Pick) -> Vec<String> {
    let areas = [CODE, TOWNSHIP, VILLAGE].map(|label| pick(label).to_owned());
    let named =
        sheet_columns(table, disclosure)
            .into_iter()
            .map(|(_, head)| match pick(head.def.unit_label()) {
                "" => pick(head.label).to_owned(),
                unit => format!("{}（{unit}）", pick(head.label)),
            });
    areas.into_iter().chain(named).collect()
}

/// One row of it.
pub fn sheet_row(table: &Table, row: &Row, disclosure: Disclosure, pick: Pick) -> Vec<Written> {
    let name = |level: Level| {
        let mut area = Some(row.place);
        while area.is_some_and(|code| !code.is_partition() || code.level() != level) {
            area = area.and_then(|code| code.parent());
        }
        area.map_or(Written::Empty, |code| Written::Text(name_of_area(code)))
    };
    let areas = [
        Written::Text(row.place.to_string()),
        name(Level::Township),
        name(Level::Village),
    ];
    let told = sheet_columns(table, disclosure).into_iter();
    let cells = told.map(|(place, head)| Written::of(head.def, &row.cells[place], pick));
    areas.into_iter().chain(cells).collect()
}

fn name_of_area(code: DivisionCode) -> String {
    division(code.as_str()).map_or_else(|| code.to_string(), |area| area.short_name.to_owned())
}

/// Some rows of a table as a file for a spreadsheet.
pub fn sheet_csv<'r>(
    table: &Table,
    rows: impl IntoIterator<Item = &'r Row>,
    disclosure: Disclosure,
    pick: Pick,
) -> Vec<u8> {
    let mut text = String::from(BYTE_ORDER_MARK);
    let header = sheet_header(table, disclosure, pick);
    line(&mut text, header.into_iter().map(Written::Text));
    for row in rows {
        line(&mut text, sheet_row(table, row, disclosure, pick).into_iter());
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl Iterator<Item = Written>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        cell.write(text);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::CountyFacts;
    use crate::ledgers::{Scope, sheet};
    use crate::model::{Date, EmploymentKind, EmploymentSpell, Fen, Id, Kind, PersonId, Records};

    fn zh(label: Label) -> &'static str {
        label.zh
    }

    fn csv(disclosure: Disclosure, change: impl Fn(&mut EmploymentSpell, &mut Records)) -> String {
        let mut records = Records::default();
        let person = &mut records.persons.row_mut(Id::new("p1").unwrap()).record;
        person.name = Some("李雪".into());
        person.id_number = Some("530427198001010011".into());
        let mut spell = EmploymentSpell {
            person_id: Some(PersonId(Id::new("p1").unwrap())),
            kind: Some(EmploymentKind::Outward),
            start: Some(Date::of::<2018, 3, 1>()),
            monthly_wage: Some(Fen(345_050)),
            contract: Some(false),
            ..EmploymentSpell::default()
        };
        change(&mut spell, &mut records);
        records.employment_spells.row_mut(Id::new("e1").unwrap()).record = spell;
        let (village, facts) = (DivisionCode::new("530427203200").unwrap(), CountyFacts::default());
        let scope = Scope::new(village, [(village, &records)], Date::of::<2018, 11, 28>(), &facts);
        let table = sheet("L-04").unwrap().1.table(&scope);
        String::from_utf8(sheet_csv(&table, &table.rows, disclosure, zh)).unwrap()
    }

    #[test]
    fn a_sheet_has_units_in_its_header_and_plain_numbers_in_its_rows() {
        let csv = csv(Disclosure::STRICT, |_, _| ());
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines[0].starts_with("\u{feff}地区代码,乡镇（街道）,村（社区）,姓名,"));
        assert!(lines[0].contains("月工资（元）"));
        assert!(lines[1].starts_with("530427203200,老厂乡,太桥村,李雪,"));
        assert!(lines[1].contains(",外出转移就业,") && lines[1].contains(",2018-03-01,"));
        assert!(lines[1].ends_with(",3450.50,否"));
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn identity_numbers_leave_only_where_packages_may_carry_them() {
        assert!(!csv(Disclosure::STRICT, |_, _| ()).contains("证件号码"));
        let told = csv(Disclosure::EVERYTHING, |_, _| ());
        assert!(told.contains("证件号码") && told.contains("530427198001010011\t"));
    }

    #[test]
    fn no_text_starts_a_formula_and_commas_and_quotes_stay_in_their_cell() {
        for (typed, written) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+86 877", "'+86 877"),
            ("-5", "'-5"),
            ("@sum", "'@sum"),
            ("＝1", "'＝1"),
            ("\tx", "'\tx"),
            ("甲,乙\n丙", "\"甲,乙\n丙\""),
            ("0877", "0877\t"),
            ("昆明", "昆明"),
        ] {
            let csv = csv(Disclosure::STRICT, |spell, _| spell.employer = Some(typed.into()));
            assert!(csv.contains(&format!(",{written},")), "{typed:?}: {csv}");
        }
    }

    #[test]
    fn a_number_below_zero_stays_a_number() {
        let csv = csv(Disclosure::STRICT, |spell, _| spell.monthly_wage = Some(Fen(-5)));
        assert!(csv.contains(",-0.05,"));
    }

    #[test]
    fn every_column_of_an_identity_number_is_known_as_one() {
        let heads = sheet("L-04").unwrap().1.heads();
        let number = heads
            .iter()
            .find(|head| head.id == "person_id.id_number")
            .unwrap();
        let (kind, place) = number.field.unwrap();
        assert_eq!((kind, kind.def().fields[place].id), (Kind::Person, "id_number"));
    }
}
