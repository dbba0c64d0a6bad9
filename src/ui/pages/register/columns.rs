//! What a list of records shows of each, chosen from the field table. Pure.

use crate::model::processes::{self, Held};
use crate::model::{CodeList, FieldDef, FieldType, Kind, naming_places};

/// So many columns stand beside the name.
const COLUMNS: usize = 5;

/// The places of the fields that a list shows beside the name: what a complete record has first, then what is common; in
/// the order of forms.
pub fn columns(kind: Kind) -> Vec<usize> {
    let fields = kind.def().fields;
    let name = naming_places(kind).first().copied();
    let fits = |place: &usize| {
        Some(*place) != name && is_told(&fields[*place]) && !has_written_name(kind, &fields[*place])
    };
    let (needed, common): (Vec<usize>, Vec<usize>) = (0..fields.len())
        .filter(fits)
        .partition(|place| fields[*place].required);
    let mut chosen: Vec<usize> = needed.into_iter().chain(common).take(COLUMNS).collect();
    chosen.sort_unstable();
    chosen
}

/// Whether the name of the record that a field points to stands beside it as it was written.
fn has_written_name(kind: Kind, def: &FieldDef) -> bool {
    let stem = def.id.strip_suffix("_id");
    stem.is_some_and(|stem| kind.def().position(&format!("{stem}_name")).is_some())
}

/// Whether a field says something in a list: no long lists, no hashes, nothing that is the same on every line.
fn is_told(def: &FieldDef) -> bool {
    let long = matches!(def.ty, FieldType::Texts | FieldType::References(_)) || def.id == "note";
    let same = def.derived && (def.is_area() && def.id != "natural_village_code" || def.id == "source");
    let inner = def.derived && matches!(def.ty, FieldType::Text);
    // Whoever a record is about already gives it its name.
    let subject = def.is_subject() && matches!(def.ty, FieldType::Reference("household" | "person"));
    !(def.rare || long || same || inner || subject)
}

/// Whether a column holds numbers.
pub const fn is_number(ty: FieldType) -> bool {
    matches!(
        ty,
        FieldType::Number | FieldType::Money | FieldType::Length | FieldType::Land | FieldType::FloorSpace
    )
}

/// Whether a column's sum means something to people.
pub const fn is_summed(ty: FieldType) -> bool {
    matches!(
        ty,
        FieldType::Money | FieldType::Length | FieldType::Land | FieldType::FloorSpace
    )
}

/// The fields that a list can be narrowed by, with their codes: the state of a process first, then what names the records,
/// then the columns; two at most.
pub fn filters(kind: Kind) -> Vec<(usize, &'static CodeList)> {
    let name = naming_places(kind).first().copied();
    let states = processes::flows_of(kind).filter_map(|flow| match flow.held {
        Held::Code(field) => kind.def().position(field),
        Held::Marks => None,
    });
    let first: Vec<usize> = states.chain(name).collect();
    let others = columns(kind).into_iter().filter(|place| !first.contains(place));
    let places = first.iter().copied().chain(others);
    let lists = places.filter_map(|place| match kind.def().fields[place].ty {
        FieldType::Code(list) => Some((place, list)),
        _ => None,
    });
    lists.take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(kind: Kind) -> Vec<&'static str> {
        columns(kind)
            .into_iter()
            .map(|place| kind.def().fields[place].id)
            .collect()
    }

    #[test]
    fn every_kind_has_columns_and_none_shows_identifiers() {
        for kind in Kind::ALL {
            let columns = columns(*kind);
            assert!(!columns.is_empty() && columns.len() <= COLUMNS, "{kind:?}");
            assert!(columns.is_sorted(), "{kind:?}");
        }
    }

    #[test]
    fn what_a_complete_record_has_comes_before_what_is_common() {
        assert_eq!(
            ids(Kind::EmploymentSpell),
            ["kind", "area", "start", "end", "channel"]
        );
        assert!(ids(Kind::MedicalEvent).contains(&"date"));
    }

    #[test]
    fn the_name_is_not_repeated_in_a_column() {
        assert!(!ids(Kind::Project).contains(&"name"));
        assert!(!ids(Kind::DangerousHouse).contains(&"household_id"));
        assert!(ids(Kind::TrainingAttendance).contains(&"session_id"));
        assert!(!ids(Kind::Visit).contains(&"official_id") && ids(Kind::Visit).contains(&"official_name"));
    }

    #[test]
    fn a_list_is_narrowed_by_its_codes() {
        let kind = Kind::EmploymentSpell;
        let filters = filters(kind);
        let names: Vec<&str> = filters
            .iter()
            .map(|(place, _)| kind.def().fields[*place].id)
            .collect();
        assert_eq!(names, ["kind", "area"]);
    }
}
