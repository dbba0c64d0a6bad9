//! The people who help a village: its resident team and committee, and the helpers of the unit that answers for it.

use super::book::{Book, Hand};
use super::calendar::{day, instant, office_minute};
use super::dice::Dice;
use super::names::{official_name, phone};
use super::offices::township_people;
use crate::journal::DeviceId;
use crate::model::{
    Date, DivisionCode, Id, Official, OfficialId, OrgUnitId, PostKind, VillageHelpUnit, VillageHelpUnitId,
};
use crate::plan::Body;

/// A village's people.
pub(super) struct Team {
    pub village: DivisionCode,
    unit: Body,
    /// First secretary, team members, party secretary of the village, committee, doctor.
    pub staff: Vec<Official>,
    /// The cadres of the help unit.
    pub helpers: Vec<Official>,
    /// The township's officials, the secretary and the mayor first; the township keeps their records.
    pub township: Vec<Official>,
    devices: usize,
}

/// The unit that answers for the village at that place of the county's list.
pub(super) fn help_unit(place: usize) -> Body {
    let units = Body::ALL.iter().filter(|body| !body.is_group());
    let count = units.clone().count().max(1);
    units
        .cycle()
        .nth(place * 7 % count)
        .copied()
        .unwrap_or(Body::PovertyOffice)
}

/// The record of a unit of the plan.
pub(super) fn unit_id(unit: Body) -> OrgUnitId {
    OrgUnitId(Id::joined(&["unit", unit.id()]))
}

/// The identifier of an area's official: `o`, the area and a number.
pub(super) fn official_id(area: DivisionCode, number: usize) -> OfficialId {
    let local = area.as_str().get(6..).unwrap_or_default();
    OfficialId(Id::joined(&[&format!("o{local}"), &format!("{number:02}")]))
}

/// An official of an area, with an invented name.
pub(super) fn official(dice: &mut Dice, area: DivisionCode, number: usize, post: PostKind) -> Official {
    Official {
        id: official_id(area, number),
        name: Some(official_name(dice)),
        posts: Some(vec![post]),
        division_code: Some(area),
        phone: Some(phone(dice)),
        active_from: Some(day(2017, dice.between(1, 12) as u32, 1)),
        ..Official::default()
    }
}

impl Team {
    /// The people of the village at that place of the county's list, with a helper for every five households.
    pub fn new(seed: u64, village: DivisionCode, place: usize, households: usize) -> Self {
        use PostKind::{
            FirstSecretary, Helper, TeamMember, VillageCommittee, VillageDoctor, VillageSecretary,
        };
        let mut dice = Dice::new(seed, village.as_str(), "team");
        let unit = help_unit(place);
        let posts = [
            FirstSecretary,
            TeamMember,
            TeamMember,
            VillageSecretary,
            VillageCommittee,
            VillageCommittee,
            VillageDoctor,
        ];
        let from_unit = |person: Official| Official {
            unit_id: Some(unit_id(unit)),
            unit_name: Some(unit.label().zh.to_owned()),
            ..person
        };
        let mut staff = Vec::new();
        for (number, post) in posts.into_iter().enumerate() {
            let person = official(&mut dice, village, number + 1, post);
            staff.push(if number < 3 { from_unit(person) } else { person });
        }
        let township = village
            .parent()
            .map(|area| township_people(seed, area))
            .unwrap_or_default();
        let helpers = (0..households.div_ceil(5).max(2))
            .map(|number| from_unit(official(&mut dice, village, number + 11, Helper)))
            .collect();
        Self {
            village,
            unit,
            staff,
            helpers,
            township,
            devices: if households > 30 { 3 } else { 2 },
        }
    }

    /// The village's devices.
    pub fn devices(&self, seed: u64) -> Vec<DeviceId> {
        let mut dice = Dice::new(seed, self.village.as_str(), "devices");
        (0..self.devices)
            .map(|_| DeviceId::from_chance(dice.bits()))
            .collect()
    }

    /// The helper of the household with that number.
    pub fn helper(&self, number: usize) -> &Official {
        &self.helpers[number % self.helpers.len()]
    }

    /// The hand of the register's import: the first secretary on the first device.
    pub fn import(&self, at: u64) -> Hand {
        Hand {
            at,
            device: 0,
            author: self.staff[0].id.into(),
        }
    }

    /// Somebody of the village who writes on that day in office hours.
    pub fn hand(&self, dice: &mut Dice, on: Date) -> Hand {
        let who = dice.place(&[40, 25, 20, 5, 10]);
        Hand {
            at: instant(on, office_minute(dice)) + dice.below(60_000) as u64,
            device: who % self.devices,
            author: self.staff[who].id.into(),
        }
    }

    /// Enters the officials and the help unit.
    pub fn enter(&self, book: &mut Book, at: u64) {
        for person in self.staff.iter().chain(&self.helpers) {
            book.add(self.import(at), person);
        }
        let unit = VillageHelpUnit {
            id: VillageHelpUnitId(Id::joined(&["help", self.village.as_str()])),
            village_code: Some(self.village),
            unit_id: Some(unit_id(self.unit)),
            unit_name: Some(self.unit.label().zh.to_owned()),
            start: Some(day(2017, 3, 1)),
            ..VillageHelpUnit::default()
        };
        book.add(self.import(at), &unit);
    }
}
