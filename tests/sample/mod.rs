//! A small invented village for tests.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use huhuqing::exchange::{Author, Contents, Disclosure, Draft, Scope, ScoreRow, Sealed, write};
use huhuqing::journal::{Clock, DeviceId, FieldKey, KindKey, Partition, Write};
use huhuqing::model::*;

pub const VILLAGE: &str = "530427203200";
pub const TOWNSHIP: &str = "530427203";

pub fn code(text: &str) -> DivisionCode {
    DivisionCode::new(text).unwrap()
}

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub fn device(text: &str) -> DeviceId {
    text.parse().unwrap()
}

pub fn place(kind: Kind, field: &str) -> usize {
    kind.def().position(field).unwrap()
}

/// Somebody at a tablet: a partition, a clock and a hand.
pub struct Tablet {
    pub partition: Partition,
    clock: Clock,
    pub now: u64,
}

impl Tablet {
    pub fn new(area: &str, name: &str) -> Self {
        Self {
            partition: Partition::new(code(area)),
            clock: Clock::new(device(name)),
            now: 1_540_000_000_000,
        }
    }

    /// Sets fields by name; a name that this version does not know is one of a newer version.
    pub fn set(&mut self, kind: Kind, record: &str, fields: &[(&str, Value)]) -> &mut Self {
        let key = KindKey::Known(kind);
        let (foreign, known): (Vec<_>, Vec<_>) = fields
            .iter()
            .cloned()
            .partition(|(name, _)| kind.def().position(name).is_none());
        let known = known
            .into_iter()
            .map(|(name, value)| (place(kind, name), value))
            .collect();
        self.now += 1000;
        let mut change = self.partition.change(
            &mut self.clock,
            self.now,
            id("official-1"),
            (kind, id(record)),
            known,
        );
        change.set.extend(foreign.into_iter().map(|(name, value)| Write {
            field: FieldKey::from_name(&key, name),
            value,
            replaced: Box::default(),
        }));
        change.sort_writes();
        self.partition.merge([change]);
        self
    }

    pub fn delete(&mut self, kind: Kind, record: &str) -> &mut Self {
        self.now += 1000;
        let change = self.partition.delete(
            &mut self.clock,
            self.now,
            id("official-1"),
            (kind, id(record)),
            true,
        );
        self.partition.merge([change]);
        self
    }
}

/// One household of two, a year, a visit that was deleted again, and an edit.
pub fn village(area: &str, name: &str) -> Tablet {
    let mut tablet = Tablet::new(area, name);
    let head = identity::number_without_place(Date::parse("1975-03-09").unwrap(), 17);
    let h = format!("h-{area}");
    let p = |n: u8| format!("p{n}-{area}");
    tablet
        .set(
            Kind::Household,
            &h,
            &[
                ("village_code", area.into()),
                ("head_name", "普家旺".into()),
                ("head_person_id", p(1).into()),
                ("registered", true.into()),
                ("poverty_status", "not_exited".into()),
                (
                    "other_causes",
                    Value::List(["illness".into(), "schooling".into()].into()),
                ),
            ],
        )
        .set(
            Kind::Person,
            &p(1),
            &[
                ("name", "普家旺".into()),
                ("id_number", head.into()),
                ("id_hash", "0f".into()),
                ("sex", "male".into()),
                ("birth_date", "1975-03-09".into()),
            ],
        )
        .set(
            Kind::Person,
            &p(2),
            &[("name", "刀玉“兰”\\\"".into()), ("sex", "female".into())],
        )
        .set(
            Kind::HouseholdMembership,
            &format!("m1-{area}"),
            &[
                ("household_id", h.as_str().into()),
                ("person_id", p(1).into()),
                ("start", "2014-01-01".into()),
                ("relation", "head".into()),
            ],
        )
        .set(
            Kind::HouseholdMembership,
            &format!("m2-{area}"),
            &[
                ("household_id", h.as_str().into()),
                ("person_id", p(2).into()),
                ("start", "2014-01-01".into()),
                ("relation", "spouse".into()),
            ],
        )
        .set(
            Kind::HouseholdYear,
            &format!("{h}-2018"),
            &[
                ("household_id", h.as_str().into()),
                ("year", 2018.into()),
                ("arable", 350.into()),
                ("drinking_safe", true.into()),
            ],
        )
        .set(
            Kind::Visit,
            &format!("v1-{area}"),
            &[("date", "2018-10-01".into())],
        )
        .delete(Kind::Visit, &format!("v1-{area}"))
        .set(
            Kind::Household,
            &h,
            &[
                ("poverty_status", "exited_with_policy".into()),
                ("exit_year", 2018.into()),
            ],
        );
    tablet
}

pub fn draft(scope: &str) -> Draft {
    Draft {
        scope: Scope {
            code: code(scope),
            name: "太桥村".into(),
        },
        as_of: Date::parse("2018-12-31").unwrap(),
        author: Author {
            id: id("official-1"),
            name: Some("王“小”明".into()),
        },
        device: device("k7f3q9zd"),
        sequence: 1,
        previous: None,
        rows: vec![ScoreRow {
            indicator: "IND-POV-01".into(),
            area: code(scope),
            as_of: Date::parse("2018-12-31").unwrap(),
            num: 0,
            den: 1,
            known: 1,
            expected: 1,
            target: "=0".into(),
            status: "met".into(),
        }],
    }
}

pub fn package(partition: &Partition) -> Sealed {
    let scope = partition.area();
    write(
        &draft(scope.as_str()),
        Contents::Detail(&[partition], Disclosure::STRICT),
    )
    .unwrap()
}
