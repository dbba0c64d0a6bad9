//! V-PH: telephone numbers.

use super::{Breach, Rule};
use crate::model::{Id, Kind, Records};

/// How many digits a mobile number has.
const DIGITS: usize = 11;

pub(super) fn check(records: &Records, found: &mut Vec<Breach>) {
    let mut look = |kind, id: Id, phone: Option<&String>| {
        let wrong =
            |phone: &&String| phone.len() != DIGITS || !phone.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(phone) = phone.filter(wrong) {
            let length = phone.chars().count().to_string();
            found.push(Breach::new(Rule::Phone, kind, id, "phone", length));
        }
    };
    for row in records.households.iter() {
        look(Kind::Household, row.id.into(), row.phone.as_ref());
    }
    for row in records.persons.iter() {
        look(Kind::Person, row.id.into(), row.phone.as_ref());
    }
    for row in records.helper_assignments.iter() {
        look(Kind::HelperAssignment, row.id.into(), row.phone.as_ref());
    }
    for row in records.officials.iter() {
        look(Kind::Official, row.id.into(), row.phone.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;

    #[test]
    fn v_ph_1_counts_eleven_digits() {
        for (phone, fires) in [
            (Some("10012345678"), false),
            (Some("1001234567"), true),
            (Some("100-2345678"), true),
            (Some("0877-1234567"), true),
            (None, false),
        ] {
            let mut f = Sound::new();
            f.household("h1").phone = phone.map(str::to_owned);
            assert_eq!(f.is_broken(Rule::Phone), fires, "{phone:?}");
        }
        let mut f = Sound::new();
        f.person("p2").phone = Some("1".to_owned());
        f.helper("a1", "h1").phone = Some("1".to_owned());
        assert_eq!(
            f.at(Rule::Phone),
            ["person[p2].phone", "helper_assignment[a1].phone"]
        );
    }
}
