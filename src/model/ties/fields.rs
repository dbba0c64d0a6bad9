//! Which fields of a kind say whose its records are, what they point to and when they happened.

use crate::model::{FieldType, Kind, Owner};
use std::sync::OnceLock;

/// The fields of a kind that say whose its records are, what they point to and when they happened.
pub(super) struct Fields {
    pub household: Option<usize>,
    pub person: Option<usize>,
    pub year: Option<usize>,
    pub references: Vec<(usize, Target)>,
    pub happened: Vec<usize>,
}

impl Fields {
    /// Those of a kind, looked for once: there are many areas and few kinds.
    pub fn of(kind: Kind) -> &'static Self {
        static FIELDS: OnceLock<Vec<Fields>> = OnceLock::new();
        let all = FIELDS.get_or_init(|| Kind::ALL.iter().map(|kind| Self::find(*kind)).collect());
        &all[kind as usize]
    }

    fn find(kind: Kind) -> Self {
        let [household, person, year] =
            ["household_id", "person_id", "year"].map(|field| kind.def().position(field));
        let happened = happened(kind).iter();
        Self {
            household,
            person,
            year,
            references: references(kind),
            happened: happened.filter_map(|field| kind.def().position(field)).collect(),
        }
    }
}

/// The dates of a kind on which something has happened, and which cannot lie in the future.
pub const fn happened(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Person => &["birth_date"],
        Kind::HouseholdMembership => &["start", "end"],
        Kind::HouseholdStatusEvent
        | Kind::Visit
        | Kind::Meeting
        | Kind::MedicalEvent
        | Kind::CollectiveIncomeEntry => &["date"],
        _ => &[],
    }
}

/// What a field points to.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// The village that the record is of.
    Village,
    /// A record that villages keep.
    Kept(Kind),
}

impl Target {
    pub const fn kind(self) -> Kind {
        match self {
            Self::Village => Kind::Division,
            Self::Kept(kind) => kind,
        }
    }
}

/// The references of a kind that can be judged from a village's records alone. Officials, units and areas may be kept by
/// another level.
fn references(kind: Kind) -> Vec<(usize, Target)> {
    let fields = kind.def().fields.iter().enumerate();
    fields
        .filter_map(|(place, field)| {
            let FieldType::Reference(target) = field.ty else {
                return None;
            };
            match Kind::from_id(target)? {
                Kind::Division if field.id == "village_code" => Some((place, Target::Village)),
                target if target.def().owner == Owner::Village => Some((place, Target::Kept(target))),
                _ => None,
            }
        })
        .collect()
}
