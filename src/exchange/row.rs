//! The tallies in a package: the rows that `hhq score` prints.

use crate::model::{Date, DivisionCode, Value, write_number, write_text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeMap};

/// One figure of one area on one day. The four counts add up over disjoint areas.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRow {
    /// The figure, such as `IND-POV-01` or `IND-POV-01.persons`.
    pub indicator: String,
    /// The area.
    pub area: DivisionCode,
    /// The day.
    pub as_of: Date,
    /// How many count, or the amount.
    pub num: i64,
    /// Of how many.
    pub den: i64,
    /// Subjects whose fact is known.
    pub known: i64,
    /// Subjects that should have one.
    pub expected: i64,
    /// The target as the plan states it, or null.
    pub target: Value,
    /// One of met, not_met, on_track, unknown, not_applicable, info.
    pub status: String,
}

impl From<crate::indicators::Row> for ScoreRow {
    fn from(row: crate::indicators::Row) -> Self {
        Self {
            indicator: row.at.figure.id.to_owned(),
            area: row.area,
            as_of: row.as_of,
            num: row.tally.num,
            den: row.tally.den,
            known: row.tally.known,
            expected: row.tally.expected,
            target: row.at.figure.goal.map_or(Value::Null, |goal| goal.text().into()),
            status: row.status.id().to_owned(),
        }
    }
}

impl ScoreRow {
    /// The order of rows in a package: by area, then figure, then day.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        (self.area, &self.indicator, self.as_of).cmp(&(other.area, &other.indicator, other.as_of))
    }

    /// Writes the row as canonical JSON.
    pub fn write_json(&self, into: &mut Vec<u8>) {
        let number = |into: &mut Vec<u8>, key: &str, value: i64| {
            into.extend_from_slice(key.as_bytes());
            write_number(into, value);
        };
        into.extend_from_slice(b"{\"area\":");
        write_text(into, self.area.as_str());
        into.extend_from_slice(b",\"as_of\":");
        write_text(into, &self.as_of.to_string());
        number(into, ",\"den\":", self.den);
        number(into, ",\"expected\":", self.expected);
        into.extend_from_slice(b",\"indicator\":");
        write_text(into, &self.indicator);
        number(into, ",\"known\":", self.known);
        number(into, ",\"num\":", self.num);
        into.extend_from_slice(b",\"status\":");
        write_text(into, &self.status);
        into.extend_from_slice(b",\"target\":");
        self.target.write_json(into);
        into.push(b'}');
    }
}

impl Serialize for ScoreRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(9))?;
        map.serialize_entry("area", self.area.as_str())?;
        map.serialize_entry("as_of", &self.as_of.to_string())?;
        map.serialize_entry("den", &self.den)?;
        map.serialize_entry("expected", &self.expected)?;
        map.serialize_entry("indicator", &self.indicator)?;
        map.serialize_entry("known", &self.known)?;
        map.serialize_entry("num", &self.num)?;
        map.serialize_entry("status", &self.status)?;
        map.serialize_entry("target", &self.target)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for ScoreRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        #[derive(Deserialize)]
        struct Plain {
            area: String,
            as_of: String,
            den: i64,
            expected: i64,
            indicator: String,
            known: i64,
            num: i64,
            status: String,
            #[serde(default)]
            target: Value,
        }
        let plain = Plain::deserialize(deserializer)?;
        Ok(Self {
            area: DivisionCode::new(&plain.area)
                .ok_or_else(|| D::Error::custom("area is no division code"))?,
            as_of: Date::parse(&plain.as_of).ok_or_else(|| D::Error::custom("as_of is no date"))?,
            indicator: plain.indicator,
            num: plain.num,
            den: plain.den,
            known: plain.known,
            expected: plain.expected,
            target: plain.target,
            status: plain.status,
        })
    }
}
