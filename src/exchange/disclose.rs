//! What leaves the device, field by field. This is the only place that decides it; docs/DISCLOSURE.md is its table.

use super::identity_hash::{ID_HASH_SALT, hashed};
use super::{Profile, departments};
use crate::journal::{Change, FieldKey, KindKey};
use crate::model::{Kind, PolicyParameterId, Records, Sensitivity, Value};
use crate::plan::Body;
use std::borrow::Cow;

/// The county parameter that lets identity numbers into detail packages when it is verified and 1.
pub const ID_NUMBERS_IN_PACKAGES: &str = "id_numbers_in_packages";

/// What packages with records may tell. A summary tells nothing of any record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disclosure {
    numbers: Numbers,
    department: Option<Body>,
}

/// What becomes of identity numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Whole,
    /// A hash with this salt in their place.
    Hashed(i64),
    LeftOut,
}

/// How a field is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// As it is.
    Whole,
    /// Its salted hash.
    Hashed,
    /// Not at all.
    Not,
}

impl Disclosure {
    /// Everything, with a hash in place of identity numbers: what holds where the county has entered nothing.
    pub const STRICT: Self = Self::detail(Numbers::Hashed(0));

    /// Everything, for what does not leave: comparing what came in.
    pub(super) const EVERYTHING: Self = Self::detail(Numbers::Whole);

    /// Everything but identity numbers, whatever became of them: what two offices' states have in common.
    pub(super) const WITHOUT_NUMBERS: Self = Self::detail(Numbers::LeftOut);

    const fn detail(numbers: Numbers) -> Self {
        Self {
            numbers,
            department: None,
        }
    }

    /// What the county's own records allow; strict when they are not at hand.
    pub fn of(county: Option<&Records>) -> Self {
        let number = |name| county.and_then(|records| verified(records, name));
        Self::detail(match number(ID_NUMBERS_IN_PACKAGES) {
            Some(1) => Numbers::Whole,
            _ => Numbers::Hashed(number(ID_HASH_SALT).unwrap_or_default()),
        })
    }

    /// What a department may see: the fields that the indicators of its measures read. No number, no name, no telephone.
    pub const fn department(body: Body) -> Self {
        Self {
            numbers: Numbers::LeftOut,
            department: Some(body),
        }
    }

    /// The profile of packages that tell so much.
    pub(super) const fn profile(self) -> Profile {
        match self.department {
            Some(_) => Profile::Department,
            None => Profile::Detail,
        }
    }

    /// The department that it is for.
    pub const fn unit(self) -> Option<Body> {
        self.department
    }

    /// Whether every field but identity numbers is told.
    pub(super) const fn is_partial(self) -> bool {
        self.department.is_some()
    }

    /// How the field at that place of the kind's table leaves the device.
    pub fn tells(self, kind: Kind, place: usize) -> Told {
        let sensitivity = kind.def().fields.get(place).map(|field| field.sensitivity);
        match (self.department, sensitivity, self.numbers) {
            (Some(body), ..) if departments::sees(body, kind, place) => Told::Whole,
            (Some(_), ..) => Told::Not,
            (None, Some(Sensitivity::Identity), Numbers::Whole) => Told::Whole,
            (None, Some(Sensitivity::Identity), Numbers::Hashed(_)) => Told::Hashed,
            (None, Some(Sensitivity::Identity), Numbers::LeftOut) => Told::Not,
            (None, Some(Sensitivity::Ordinary | Sensitivity::Personal | Sensitivity::Health) | None, _) => {
                Told::Whole
            }
        }
    }

    /// Whether records of a kind leave the device at all; of a kind that only a newer version knows, a department sees none.
    pub(super) fn tells_of(self, kind: Option<Kind>) -> bool {
        match (self.department, kind) {
            (None, _) => true,
            (Some(body), Some(kind)) => departments::sees_kind(body, kind),
            (Some(_), None) => false,
        }
    }

    /// A value in the form in which it leaves; none when it stays.
    pub(super) fn value<'a>(self, told: Told, value: &'a Value) -> Option<Cow<'a, Value>> {
        match (told, self.numbers) {
            (Told::Whole, _) => Some(Cow::Borrowed(value)),
            (Told::Hashed, Numbers::Hashed(salt)) => Some(Cow::Owned(hashed(value, salt))),
            (Told::Hashed | Told::Not, _) => None,
        }
    }

    /// The change without what may not leave; none when nothing of it may. A change of which only fields are left out still
    /// tells that its record is there.
    pub fn change(self, change: &Change) -> Option<Cow<'_, Change>> {
        if !self.tells_of(change.kind.known()) {
            return None;
        }
        let KindKey::Known(kind) = change.kind else {
            return Some(Cow::Borrowed(change));
        };
        let told = |field: &FieldKey| match field {
            FieldKey::Known(place) => self.tells(kind, usize::from(*place)),
            FieldKey::Unknown(_) if self.is_partial() => Told::Not,
            FieldKey::Deleted | FieldKey::Unknown(_) => Told::Whole,
        };
        if change.set.iter().all(|write| told(&write.field) == Told::Whole) {
            return Some(Cow::Borrowed(change));
        }
        let mut copy = change.clone();
        copy.set.retain_mut(|write| {
            let value = self.value(told(&write.field), &write.value).map(Cow::into_owned);
            value.map(|value| write.value = value).is_some()
        });
        Some(Cow::Owned(copy))
    }
}

/// The value of a county parameter that somebody has verified.
fn verified(county: &Records, name: &str) -> Option<i64> {
    let prefix = PolicyParameterId::of(name, None, "");
    county
        .policy_parameters
        .iter()
        .filter(|parameter| parameter.id.as_str().starts_with(prefix.as_str()))
        .find(|parameter| parameter.verified == Some(true))
        .and_then(|parameter| parameter.value)
        .map(|value| value.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Count, PolicyParameter};

    fn county(verified: bool, value: i64) -> Records {
        let mut records = Records::default();
        let id = PolicyParameterId::of(ID_NUMBERS_IN_PACKAGES, None, "530427");
        let parameter = PolicyParameter {
            id,
            verified: Some(verified),
            value: Some(Count(value)),
            ..PolicyParameter::default()
        };
        for place in 0..Kind::PolicyParameter.def().fields.len() {
            let value = crate::model::Record::get(&parameter, place);
            records
                .set(Kind::PolicyParameter, id.into(), place, &value)
                .unwrap();
        }
        records
    }

    #[test]
    fn identity_numbers_leave_only_when_the_county_has_verified_it() {
        let id_number = Kind::Person.def().position("id_number").unwrap();
        for (records, told) in [
            (None, Told::Hashed),
            (Some(county(false, 1)), Told::Hashed),
            (Some(county(true, 0)), Told::Hashed),
            (Some(county(true, 1)), Told::Whole),
        ] {
            assert_eq!(
                Disclosure::of(records.as_ref()).tells(Kind::Person, id_number),
                told
            );
        }
    }

    #[test]
    fn every_identity_field_is_an_identity_number() {
        let mut identity = Vec::new();
        for kind in Kind::ALL {
            for (place, field) in kind.def().fields.iter().enumerate() {
                if Disclosure::STRICT.tells(*kind, place) != Told::Whole {
                    identity.push(format!("{}.{}", kind.def().id, field.id));
                }
            }
        }
        assert_eq!(identity, ["person.id_number", "person.disability_card_no"]);
    }

    #[test]
    fn no_department_sees_who_somebody_is() {
        for body in Body::ALL {
            for kind in Kind::ALL {
                for (place, field) in kind.def().fields.iter().enumerate() {
                    let sees = Disclosure::department(*body).tells(*kind, place) != Told::Not;
                    let names = matches!(field.sensitivity, Sensitivity::Personal | Sensitivity::Identity);
                    assert!(!(sees && names), "{}: {}.{}", body.id(), kind.def().id, field.id);
                }
            }
        }
    }

    #[test]
    fn health_is_seen_by_those_whose_measures_count_it() {
        let place = Kind::PersonYear.def().position("health").unwrap();
        let sees = |body| Disclosure::department(body).tells(Kind::PersonYear, place) == Told::Whole;
        assert!(sees(Body::Health) && !sees(Body::Transport) && !sees(Body::Justice));
    }
}
