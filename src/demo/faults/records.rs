//! Deliberate faults of the village itself and of its visits.

use super::Scene;
use crate::demo::calendar::{LAST_YEAR, day};
use crate::demo::home::local_id;
use crate::model::{Count, Date, VillageYear, VillageYearId, Visit, VisitId, VisitPurpose, VisitTarget};

pub(super) fn more_than_all(scene: &mut Scene<'_>) {
    let Some(village) = scene.first().map(|home| home.village) else {
        return;
    };
    scene.write(&VillageYear {
        id: VillageYearId::of(village, LAST_YEAR),
        village_code: Some(village),
        year: Some(LAST_YEAR),
        water_unsafe_households: Some(Count(4_600)),
        dangerous_house_households: Some(Count(2)),
        ..VillageYear::default()
    });
}

pub(super) fn no_groups(scene: &mut Scene<'_>) {
    let Some(village) = scene.first().map(|home| home.village) else {
        return;
    };
    let year = LAST_YEAR;
    scene.write(&VillageYear {
        id: VillageYearId::of(village, year),
        village_code: Some(village),
        year: Some(year),
        groups: Some(Count(0)),
        ..VillageYear::default()
    });
}

fn visit(scene: &Scene<'_>, date: Date) -> Option<Visit> {
    let home = scene.first()?;
    let by = &scene.team.staff[0];
    Some(Visit {
        id: VisitId(local_id('v', home.village, home.number, "-90")),
        target_kind: Some(VisitTarget::Household),
        target_code: Some(home.village),
        household_id: Some(home.id),
        date: Some(date),
        official_id: Some(by.id),
        official_name: by.name.clone(),
        purpose: Some(VisitPurpose::HouseholdHelp),
        ..Visit::default()
    })
}

pub(super) fn visit_of_the_future(scene: &mut Scene<'_>) {
    if let Some(visit) = visit(scene, day(2081, 11, 5)) {
        scene.write(&visit);
    }
}

pub(super) fn visit_to_nobody(scene: &mut Scene<'_>) {
    let nobody = scene.first().map(|home| local_id('h', home.village, 999, ""));
    if let Some(visit) = visit(scene, day(2020, 11, 5)) {
        scene.write(&Visit {
            household_id: nobody.map(Into::into),
            ..visit
        });
    }
}
