//! What holds over all kinds.

mod entities;
mod fields;
mod owners;
mod sensitivity;

use crate::model::{FieldDef, Kind};

fn every_field() -> impl Iterator<Item = (Kind, &'static FieldDef)> {
    Kind::ALL
        .iter()
        .flat_map(|kind| kind.def().fields.iter().map(|field| (*kind, field)))
}

fn name((kind, field): (Kind, &FieldDef)) -> String {
    format!("{}.{}", kind.def().id, field.id)
}
