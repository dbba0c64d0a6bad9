//! Requirements of the checklist whose answer is a field already: they are read there and never asked twice.

use super::{ChecklistItem, Kind};

impl ChecklistItem {
    /// The kind and the fields that answer the requirement; all of them must be yes. None when a
    /// [`ChecklistAnswer`](super::ChecklistAnswer) answers it.
    pub const fn fields(&self) -> Option<(Kind, &'static [&'static str])> {
        match self {
            Self::VillageOrganisations => Some((
                Kind::VillageYear,
                &[
                    "org_villagers_council",
                    "org_moral_council",
                    "org_red_white_council",
                ],
            )),
            Self::GrasslandSubsidy => Some((Kind::HouseholdYear, &["grassland_subsidy"])),
            Self::SolarHeater => Some((Kind::HouseholdYear, &["solar_heater"])),
            Self::ForestShares => Some((Kind::HouseholdYear, &["forest_shares"])),
            Self::WaterDisinfection => Some((Kind::WaterWork, &["disinfection"])),
            Self::WaterSource => Some((Kind::WaterWork, &["source_protected"])),
            Self::ResidentTeam => Some((Kind::VillageYear, &["team_present"])),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Code, FieldType};

    #[test]
    fn fields_that_answer_a_requirement_exist_and_say_yes_or_no() {
        let items = ChecklistItem::LIST
            .values
            .iter()
            .map(|value| ChecklistItem::from_id(value.id));
        let answered = items.filter_map(|item| item.fields());
        assert_eq!(answered.clone().count(), 7);
        for (kind, fields) in answered {
            for field in fields {
                let place = kind
                    .def()
                    .position(field)
                    .unwrap_or_else(|| panic!("{kind:?}.{field}"));
                assert!(
                    matches!(kind.def().fields[place].ty, FieldType::Tri),
                    "{kind:?}.{field}"
                );
            }
        }
    }

    #[test]
    fn the_twenty_requirements_have_their_numbers() {
        let ids: Vec<&str> = ChecklistItem::LIST.values.iter().map(|value| value.id).collect();
        let expected: Vec<String> = (1..=20).map(|number| format!("q{number:02}")).collect();
        assert_eq!(ids, expected);
    }
}
