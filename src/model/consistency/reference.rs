//! References between records. Only those that never leave the area can be judged from the area's records alone:
//! officials, units and areas may be kept by another level.

use super::{Breach, Rule};
use crate::model::{DivisionCode, FieldType, Kind, Level, Records, Value};

pub(super) fn check(area: DivisionCode, records: &Records, found: &mut Vec<Breach>) {
    for kind in Kind::ALL {
        for (place, field) in kind.def().fields.iter().enumerate() {
            let FieldType::Reference(target) = field.ty else {
                continue;
            };
            match Kind::from_id(target) {
                Some(target @ (Kind::Household | Kind::Person)) => {
                    check_target(records, (*kind, place), target, found);
                }
                Some(Kind::Division) if field.id == "village_code" && area.level() == Level::Village => {
                    check_village(area, records, (*kind, place), found);
                }
                _ => {}
            }
        }
    }
}

fn check_target(records: &Records, (kind, place): (Kind, usize), target: Kind, found: &mut Vec<Breach>) {
    records.for_each(kind, |row| {
        let Value::Text(text) = row.get(place) else { return };
        let there = text.parse().is_ok_and(|id| records.contains(target, id));
        if !there {
            found.push(Breach::new(
                Rule::DanglingReference,
                kind,
                row.id,
                kind.def().fields[place].id,
                text,
            ));
        }
    });
}

fn check_village(
    area: DivisionCode,
    records: &Records,
    (kind, place): (Kind, usize),
    found: &mut Vec<Breach>,
) {
    records.for_each(kind, |row| {
        let Value::Text(text) = row.get(place) else { return };
        if &*text != area.as_str() {
            found.push(Breach::new(
                Rule::OutsideVillage,
                kind,
                row.id,
                kind.def().fields[place].id,
                text,
            ));
        }
    });
}
