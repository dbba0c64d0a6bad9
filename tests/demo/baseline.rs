//! The register at the end of 2017, and how it is spread over the villages.

use super::*;
use huhuqing::indicators::{Scores, Tally, figure};

/// Whether a household counted as not exited at the end of 2017, told from its events or, without any, from its fields.
fn open_2017(partition: &Partition, household: &Household) -> bool {
    let first = partition
        .records()
        .status_events
        .iter()
        .filter(|event| event.household_id == Some(household.id))
        .min_by_key(|event| event.date);
    match first.and_then(|event| event.kind.clone()) {
        Some(StatusEventKind::Exited) => true,
        Some(_) => false,
        None => household.poverty_status == Some(PovertyStatus::NotExited),
    }
}

#[derive(Debug, Default, PartialEq)]
struct Figures {
    registered: (usize, usize),
    open: (usize, usize),
    population: i64,
}

fn figures_of(partition: &Partition) -> Figures {
    let on = date("2017-12-31");
    let members = members(partition, on);
    let mut figures = Figures::default();
    let households = partition.records().households.iter();
    for household in households.filter(|household| household.registered == Some(true)) {
        let persons = members[&household.id];
        figures.registered.0 += 1;
        figures.registered.1 += persons;
        let open = open_2017(partition, household);
        assert_eq!(household.cohort_not_exited_2017, Some(open), "{}", household.id);
        if open {
            figures.open.0 += 1;
            figures.open.1 += persons;
        }
    }
    let year = VillageYearId::of(partition.area(), Year(2017));
    figures.population = partition
        .records()
        .village_years
        .get(year)
        .unwrap()
        .rural_registered_population
        .unwrap()
        .0;
    figures
}

fn sum(partitions: &[Partition]) -> Figures {
    villages(partitions)
        .map(figures_of)
        .fold(Figures::default(), |sum, one| Figures {
            registered: (
                sum.registered.0 + one.registered.0,
                sum.registered.1 + one.registered.1,
            ),
            open: (sum.open.0 + one.open.0, sum.open.1 + one.open.1),
            population: sum.population + one.population,
        })
}

const BASELINE: Figures = Figures {
    registered: (3_183, 11_287),
    open: (630, 2_026),
    population: 250_123,
};

#[test]
fn the_end_of_2017_is_exactly_the_plans_baseline() {
    assert_eq!(sum(&COUNTY), BASELINE);
}

pub fn scores(on: &str) -> Scores {
    let areas = COUNTY
        .iter()
        .map(|partition| (partition.area(), partition.records()))
        .collect();
    Scores::of(&areas, date(on))
}

pub fn county_tally(scores: &Scores, id: &str) -> Tally {
    scores.card(COUNTY[0].area()).unwrap().tally(figure(id).unwrap())
}

#[test]
fn the_scoreboard_of_2017_shows_the_plans_baselines() {
    let scores = scores("2017-12-31");
    let num = |id: &str| county_tally(&scores, id).num;
    assert_eq!((num("IND-POV-01"), num("IND-POV-01.persons")), (3_183, 11_287));
    assert_eq!((num("IND-POV-02"), num("IND-POV-02.persons")), (630, 2_026));
    let incidence = county_tally(&scores, "IND-POV-04");
    assert_eq!((incidence.num, incidence.den), (2_026, 250_123));
    assert_eq!(
        figure("IND-POV-04").unwrap().value(incidence).as_deref(),
        Some("0.81%")
    );
}

#[test]
fn every_seed_meets_the_baseline() {
    for seed in [0, u64::MAX] {
        let partitions: Vec<Partition> = demo::county(seed).collect();
        assert_eq!(sum(&partitions), BASELINE, "seed {seed}");
    }
}

#[test]
fn a_few_villages_exceed_two_percent_and_sizes_are_uneven() {
    let figures: Vec<Figures> = villages(&COUNTY).map(figures_of).collect();
    let above = figures
        .iter()
        .filter(|one| one.open.1 as i64 * 100 > 2 * one.population)
        .count();
    assert!((3..=14).contains(&above), "{above} villages above 2 %");
    let sizes: Vec<usize> = figures.iter().map(|one| one.registered.0).collect();
    assert!(*sizes.iter().min().unwrap() >= 1);
    assert!(
        *sizes.iter().min().unwrap() < 8 && *sizes.iter().max().unwrap() > 60,
        "{sizes:?}"
    );
}

#[test]
fn the_poor_villages_and_townships_are_as_many_as_the_plan_says_and_marked_as_invented() {
    let county = &COUNTY[0];
    let divisions = &county.records().divisions;
    let poor: Vec<&Division> = divisions
        .iter()
        .filter(|row| row.is_poverty_village == Some(true))
        .collect();
    let townships: Vec<&Division> = divisions
        .iter()
        .filter(|row| row.is_poverty_township == Some(true))
        .collect();
    assert_eq!((poor.len(), townships.len()), (32, 3));
    for row in poor.iter().chain(&townships) {
        assert!(row.poverty_exit_year.unwrap() <= Year(2017));
        assert_eq!(
            row.aliases.as_deref(),
            Some([demo::INVENTED.to_owned()].as_slice())
        );
    }
    for place in huhuqing::plan::divisions::NAMED_PLACES {
        if place.named_as == huhuqing::plan::divisions::NamedAs::FacilityPovertyVillage {
            assert!(
                poor.iter().any(|row| row.id.as_str() == place.code),
                "{}",
                place.code
            );
        }
    }
    let parameters = &county.records().policy_parameters;
    assert!(
        parameters
            .iter()
            .all(|row| row.source_text.as_deref() == Some(demo::INVENTED))
    );
}

#[test]
fn areas_are_made_alone_as_with_the_others() {
    let alone = demo::County::new(1).partition("530427203200").unwrap();
    let among = villages(&COUNTY)
        .find(|partition| partition.area() == alone.area())
        .unwrap();
    assert_eq!(alone.changes(), among.changes());
    assert!(demo::County::new(1).partition("530427203299").is_none());
}

#[test]
fn another_seed_makes_other_people() {
    let other = demo::County::new(2).partition("530427203200").unwrap();
    let first = demo::County::new(1).partition("530427203200").unwrap();
    assert_ne!(first.changes(), other.changes());
}
