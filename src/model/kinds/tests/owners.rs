//! Who writes what.

use super::{every_field, name};
use crate::model::{FieldType, Kind, Level, Owner};

#[test]
fn households_and_persons_are_named_only_where_villages_write() {
    for field in every_field() {
        if let FieldType::Reference("household" | "person") = field.1.ty {
            let owner = field.0.def().owner;
            assert!(matches!(owner, Owner::Village | Owner::Maker), "{}", name(field));
        }
    }
}

#[test]
fn each_owner_writes_at_its_own_level() {
    let levels = [Level::Village, Level::Township, Level::County];
    for (kind, expected) in [
        (Kind::Household, [true, false, false]),
        (Kind::TownshipYear, [false, true, false]),
        (Kind::PartyBranchCase, [false, true, false]),
        (Kind::Project, [false, false, true]),
        (Kind::Meeting, [true, true, true]),
        (Kind::Visit, [true, true, true]),
    ] {
        assert_eq!(
            levels.map(|level| kind.def().owner.writes_at(level)),
            expected,
            "{kind:?}"
        );
    }
}

#[test]
fn a_village_writes_what_names_its_village() {
    for (kind, field) in every_field().filter(|(_, field)| field.id == "village_code" && field.derived) {
        assert!(
            kind.def().owner.writes_at(Level::Village),
            "{}",
            name((kind, field))
        );
    }
}
