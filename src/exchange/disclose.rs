//! What leaves the device, field by field. This is the only place that decides it.

use crate::journal::{Change, FieldKey, KindKey};
use crate::model::{Kind, PolicyParameterId, Records, Sensitivity};
use std::borrow::Cow;

/// The county parameter that lets identity numbers into detail packages when it is verified and 1.
pub const ID_NUMBERS_IN_PACKAGES: &str = "id_numbers_in_packages";

/// What a detail package of this county may tell. A summary tells nothing of any record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    identity_numbers: bool,
}

impl Disclosure {
    /// Everything except identity numbers.
    pub const STRICT: Self = Self {
        identity_numbers: false,
    };

    /// Everything, for what does not leave: comparing what came in.
    pub(super) const EVERYTHING: Self = Self {
        identity_numbers: true,
    };

    /// What the county's own records allow; strict when they are not at hand.
    pub fn of(county: Option<&Records>) -> Self {
        let parameters = county
            .into_iter()
            .flat_map(|records| records.policy_parameters.iter());
        let prefix = PolicyParameterId::of(ID_NUMBERS_IN_PACKAGES, None, "");
        let allowed = parameters
            .filter(|parameter| parameter.id.as_str().starts_with(prefix.as_str()))
            .any(|parameter| parameter.verified == Some(true) && parameter.value.is_some_and(|v| v.0 == 1));
        Self {
            identity_numbers: allowed,
        }
    }

    /// Whether the field at that place of the kind's table leaves the device in a detail package. The hash of an
    /// identity number always does: it is how an office sees that one person is registered twice.
    pub fn tells(self, kind: Kind, place: usize) -> bool {
        match kind.def().fields.get(place).map(|field| field.sensitivity) {
            Some(Sensitivity::Identity) => self.identity_numbers,
            Some(Sensitivity::Ordinary | Sensitivity::Personal | Sensitivity::Health) | None => true,
        }
    }

    /// The change without what may not leave. A change of which nothing is left still tells that its record is there.
    pub fn change(self, change: &Change) -> Cow<'_, Change> {
        let KindKey::Known(kind) = change.kind else {
            return Cow::Borrowed(change);
        };
        let told = |field: &FieldKey| match field {
            FieldKey::Known(place) => self.tells(kind, usize::from(*place)),
            FieldKey::Deleted | FieldKey::Unknown(_) => true,
        };
        if change.set.iter().all(|write| told(&write.field)) {
            return Cow::Borrowed(change);
        }
        let mut copy = change.clone();
        copy.set.retain(|write| told(&write.field));
        Cow::Owned(copy)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Count, PolicyParameter};

    fn county(verified: bool, value: i64) -> Records {
        let mut records = Records::default();
        let id = PolicyParameterId::of(ID_NUMBERS_IN_PACKAGES, None, "530427");
        records.policy_parameters.row_mut(id.into()).record = PolicyParameter {
            id,
            verified: Some(verified),
            value: Some(Count(value)),
            ..PolicyParameter::default()
        };
        records
    }

    #[test]
    fn identity_numbers_leave_only_when_the_county_has_verified_it() {
        let id_number = Kind::Person.def().position("id_number").unwrap();
        for (records, tells) in [
            (None, false),
            (Some(county(false, 1)), false),
            (Some(county(true, 0)), false),
            (Some(county(true, 1)), true),
        ] {
            assert_eq!(
                Disclosure::of(records.as_ref()).tells(Kind::Person, id_number),
                tells
            );
        }
    }

    #[test]
    fn the_hash_of_an_identity_number_always_leaves() {
        let hash = Kind::Person.def().position("id_hash").unwrap();
        assert!(Disclosure::STRICT.tells(Kind::Person, hash));
    }

    #[test]
    fn every_identity_field_is_an_identity_number() {
        let mut identity = Vec::new();
        for kind in Kind::ALL {
            for (place, field) in kind.def().fields.iter().enumerate() {
                if !Disclosure::STRICT.tells(*kind, place) {
                    identity.push(format!("{}.{}", kind.def().id, field.id));
                }
            }
        }
        assert_eq!(identity, ["person.id_number", "person.disability_card_no"]);
    }
}
