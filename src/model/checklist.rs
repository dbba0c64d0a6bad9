//! Requirements of the checklist whose answer is a field already: they are read there and never asked twice.

use super::{ChecklistItem, Code, Kind, Level};

/// Of whom a requirement of the checklist is asked (DOMAIN A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedOf {
    /// Of the area of that level as a whole.
    Area(Level),
    /// Of every school, by the county.
    Schools,
    /// Of the households of a village.
    Households,
    /// Of the water works of a village.
    WaterWorks,
}

impl ChecklistItem {
    /// Every requirement in the order of its number.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::LIST.values.iter().map(|value| Self::from_id(value.id))
    }

    /// `Q-01` to `Q-20`.
    pub fn number(&self) -> String {
        self.id().replacen('q', "Q-", 1)
    }

    /// The line of the plan that asks for it.
    pub const fn line(&self) -> u16 {
        match self {
            Self::GrasslandSubsidy | Self::SolarHeater | Self::ForestShares | Self::CareCooperative => 52,
            Self::SchoolNetwork | Self::StudentLoanService | Self::Mandarin => 58,
            Self::ClinicStaff | Self::HealthPromotion => 59,
            Self::SpecialFacilities => 63,
            Self::RoadCare | Self::IndustryRoads => 71,
            Self::WaterDisinfection | Self::WaterSource => 73,
            Self::ResidentTeam | Self::PartyPairing => 87,
            Self::VillageOrganisations | Self::Exemplars => 88,
            Self::Pairing => 102,
            Self::Publicity => 106,
            Self::Unrecognised(_) => 0,
        }
    }

    /// Of whom it is asked.
    pub const fn asked_of(&self) -> AskedOf {
        match self {
            Self::StudentLoanService => AskedOf::Area(Level::Township),
            Self::HealthPromotion | Self::SpecialFacilities => AskedOf::Area(Level::County),
            Self::SchoolNetwork => AskedOf::Schools,
            Self::GrasslandSubsidy | Self::SolarHeater | Self::ForestShares | Self::Pairing => {
                AskedOf::Households
            }
            Self::WaterDisinfection | Self::WaterSource => AskedOf::WaterWorks,
            _ => AskedOf::Area(Level::Village),
        }
    }

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
    use crate::model::FieldType;

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
    fn what_fields_answer_is_asked_of_what_has_the_fields() {
        for item in ChecklistItem::all() {
            let kind = item.fields().map(|(kind, _)| kind);
            let fits = match item.asked_of() {
                AskedOf::Households => {
                    matches!(kind, Some(Kind::HouseholdYear)) || item == ChecklistItem::Pairing
                }
                AskedOf::WaterWorks => kind == Some(Kind::WaterWork),
                AskedOf::Area(Level::Village) => matches!(kind, None | Some(Kind::VillageYear)),
                AskedOf::Area(_) | AskedOf::Schools => kind.is_none(),
            };
            assert!(fits && (26..=112).contains(&item.line()), "{}", item.number());
        }
        assert_eq!(ChecklistItem::all().next().unwrap().number(), "Q-01");
    }

    #[test]
    fn the_twenty_requirements_have_their_numbers() {
        let ids: Vec<&str> = ChecklistItem::LIST.values.iter().map(|value| value.id).collect();
        let expected: Vec<String> = (1..=20).map(|number| format!("q{number:02}")).collect();
        assert_eq!(ids, expected);
    }
}
