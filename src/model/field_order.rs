//! The fields of each kind in the order of their names, which is the order of canonical JSON.

use super::Kind;
use super::bytes::same;
use std::sync::OnceLock;

/// By kind, each made when it is first needed: most devices have records of few kinds when they open.
static ORDERS: [OnceLock<Box<[u16]>>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];

impl Kind {
    /// The places of the kind's fields in [`KindDef::fields`](super::KindDef::fields), in the order of their names.
    pub fn fields_by_name(self) -> &'static [u16] {
        let order = ORDERS.get(self as usize);
        order.map_or(&[], |order| order.get_or_init(|| by_name(self)))
    }

    /// The place of the field of that name, with a hint for names that come in order: the search begins at `next`, a
    /// position in [`fields_by_name`](Self::fields_by_name), and leaves there where the following name is to be sought.
    pub fn seek_field(self, name: &str, next: &mut usize) -> Option<usize> {
        let order = self.fields_by_name();
        let fields = self.def().fields;
        for (ahead, place) in order.iter().enumerate().skip(*next) {
            let id = fields[usize::from(*place)].id;
            if same(id.as_bytes(), name.as_bytes()) {
                *next = ahead + 1;
                return Some(usize::from(*place));
            }
        }
        let found = order
            .binary_search_by(|place| fields[usize::from(*place)].id.cmp(name))
            .ok()?;
        *next = found + 1;
        Some(usize::from(order[found]))
    }
}

fn by_name(kind: Kind) -> Box<[u16]> {
    let fields = kind.def().fields;
    let mut places: Vec<u16> = (0..fields.len()).map(|place| place as u16).collect();
    places.sort_unstable_by_key(|place| fields[usize::from(*place)].id);
    places.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_whatever_the_hint() {
        for kind in Kind::ALL {
            for (place, field) in kind.def().fields.iter().enumerate() {
                for mut hint in [0, 3, kind.def().fields.len()] {
                    assert_eq!(kind.seek_field(field.id, &mut hint), Some(place));
                }
            }
            assert_eq!(kind.seek_field("no_such_field", &mut 0), None);
        }
    }

    #[test]
    fn kinds_stand_in_the_registry_at_their_own_place() {
        for (place, kind) in Kind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, place);
        }
    }
}
