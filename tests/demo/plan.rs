//! Every baseline and every number of a batch that the plan states, counted in the demo county's records.

use super::*;
use huhuqing::plan::{self, BaselineId, TargetId};
use std::collections::BTreeSet;

/// The plan's number, as its own data have it.
enum Number {
    Baseline(BaselineId, usize),
    Target(TargetId, usize),
}

/// A line of the plan, what is counted there, the plan's number, and how it is counted.
type Entry = (u8, &'static str, Number, fn(&Counted) -> i64);

/// What is counted in.
struct Counted {
    county: &'static Records,
}

const fn baseline<const ID: u8>(figure: usize) -> Number {
    Number::Baseline(BaselineId::of::<ID>(), figure)
}

const fn target<const ID: u8>(figure: usize) -> Number {
    Number::Target(TargetId::of::<ID>(), figure)
}

impl Counted {
    fn projects(&self) -> impl Iterator<Item = &'static Project> + use<> {
        self.county.projects.iter()
    }

    fn batch(&self, batch: ProjectBatch) -> impl Iterator<Item = &'static Project> + use<> {
        self.projects()
            .filter(move |row| row.batch == Some(batch.clone()))
    }

    fn sites(&self, kind: RelocationKind) -> impl Iterator<Item = &'static RelocationSite> + use<> {
        self.county
            .relocation_sites
            .iter()
            .filter(move |row| row.kind == Some(kind.clone()))
    }

    fn moves(&self, kind: RelocationKind) -> impl Iterator<Item = &'static Relocation> + use<> {
        let sites: BTreeSet<_> = self.sites(kind).map(|site| site.id).collect();
        let all = villages(&COUNTY).flat_map(|village| village.records().relocations.iter());
        all.filter(move |row| row.registered == Some(true) && sites.contains(&row.site_id.unwrap()))
    }

    fn distinct<T: Ord>(&self, of: impl Fn(&Issue) -> Option<T>) -> i64 {
        let found: BTreeSet<T> = self.county.issues.iter().filter_map(of).collect();
        found.len() as i64
    }
}

fn poor(county: &Records, of: fn(&Division) -> Option<bool>) -> i64 {
    let by_2017 = |row: &&Division| of(row) == Some(true) && row.poverty_exit_year.unwrap() <= Year(2017);
    county.divisions.iter().filter(by_2017).count() as i64
}

fn sum(counts: impl Iterator<Item = Option<Count>>) -> i64 {
    counts.flatten().map(|count| count.0).sum()
}

/// Households and persons of the register of 2017, of those that had exited or not.
fn register(exited: Option<bool>) -> (i64, i64) {
    let mut sum = (0, 0);
    for village in villages(&COUNTY) {
        let members = members(village, date("2017-12-31"));
        for row in village.records().households.iter() {
            let wanted = exited.is_none_or(|exited| row.cohort_not_exited_2017 == Some(!exited));
            if row.registered == Some(true) && wanted {
                sum = (sum.0 + 1, sum.1 + members[&row.id] as i64);
            }
        }
    }
    sum
}

fn townships_of<'a>(projects: impl Iterator<Item = &'a Project>) -> i64 {
    let code = |row: &Project| row.division_code.unwrap().as_str()[..9].to_owned();
    projects.map(code).collect::<BTreeSet<_>>().len() as i64
}

static ENTRIES: &[Entry] = &[
    (17, "poverty townships out", baseline::<1>(0), |c| {
        poor(c.county, |row| row.is_poverty_township)
    }),
    (17, "poverty villages out", baseline::<2>(0), |c| {
        poor(c.county, |row| row.is_poverty_village)
    }),
    (17, "households out", baseline::<3>(0), |_| register(Some(true)).0),
    (17, "persons out", baseline::<3>(1), |_| register(Some(true)).1),
    (17, "households left", baseline::<4>(0), |_| {
        register(Some(false)).0
    }),
    (17, "persons left", baseline::<4>(1), |_| register(Some(false)).1),
    (42, "households registered", baseline::<6>(0), |_| {
        register(None).0
    }),
    (42, "persons registered", baseline::<6>(1), |_| register(None).1),
    (69, "townships with projects", baseline::<7>(0), |c| {
        townships_of(c.projects())
    }),
    (69, "projects", baseline::<8>(0), |c| c.projects().count() as i64),
    (69, "money of projects", baseline::<9>(0), |c| {
        c.projects()
            .filter_map(Project::planned_total)
            .map(|fen| fen.0)
            .sum()
    }),
    (59, "designated institutions", baseline::<10>(0), |c| {
        c.county.medical_institutions.len() as i64
    }),
    (94, "categories of problems", baseline::<11>(0), |c| {
        c.distinct(|row| row.category.clone())
    }),
    (94, "items of problems", baseline::<11>(1), |c| {
        c.distinct(|row| row.item_no)
    }),
    (94, "problems", baseline::<11>(2), |c| {
        c.distinct(|row| row.problem_no)
    }),
    (83, "sites", baseline::<14>(0), |c| {
        c.sites(RelocationKind::CentralisedSite).count() as i64
    }),
    (83, "places rebuilt", baseline::<15>(0), |c| {
        c.sites(RelocationKind::InSitu).count() as i64
    }),
    (83, "households there", baseline::<15>(1), |c| {
        sum(c.sites(RelocationKind::InSitu).map(|row| row.planned_households))
    }),
    (83, "persons there", baseline::<15>(2), |c| {
        sum(c.sites(RelocationKind::InSitu).map(|row| row.planned_persons))
    }),
    (83, "registered households there", target::<67>(1), |c| {
        c.moves(RelocationKind::InSitu).count() as i64
    }),
    (83, "registered persons there", target::<67>(2), |c| {
        sum(c.moves(RelocationKind::InSitu).map(|row| row.persons))
    }),
    (83, "registered households planned there", target::<67>(1), |c| {
        sum(c
            .sites(RelocationKind::InSitu)
            .map(|row| row.planned_reg_households))
    }),
    (83, "households at the sites", target::<63>(1), |c| {
        c.moves(RelocationKind::CentralisedSite).count() as i64
    }),
    (83, "persons at the sites", target::<63>(2), |c| {
        sum(c.moves(RelocationKind::CentralisedSite).map(|row| row.persons))
    }),
    (83, "households planned at the sites", target::<63>(1), |c| {
        sum(c
            .sites(RelocationKind::CentralisedSite)
            .map(|row| row.planned_reg_households))
    }),
    (71, "roads to the poorest", target::<43>(0), |c| {
        sum(c.batch(ProjectBatch::RoadA35).map(|row| row.works_count))
    }),
    (71, "their length", target::<43>(1), |c| {
        length(c.batch(ProjectBatch::RoadA35))
    }),
    (71, "roads of direct-transition peoples", target::<44>(0), |c| {
        sum(c.batch(ProjectBatch::RoadZg30).map(|row| row.works_count))
    }),
    (71, "their length", target::<44>(1), |c| {
        length(c.batch(ProjectBatch::RoadZg30))
    }),
    (71, "roads to groups", target::<45>(0), |c| {
        length(c.batch(ProjectBatch::RoadGroup))
    }),
    (73, "first batch: works", target::<50>(0), |c| {
        sum(c.batch(ProjectBatch::Water2017First).map(|row| row.works_count))
    }),
    (73, "first batch: persons", target::<50>(1), |c| {
        served(c.batch(ProjectBatch::Water2017First))
    }),
    (73, "first batch: new land", target::<50>(2), |c| {
        c.batch(ProjectBatch::Water2017First)
            .filter_map(|row| row.irrigated_new)
            .map(|area| area.0)
            .sum()
    }),
    (73, "first batch: better land", target::<50>(3), |c| {
        c.batch(ProjectBatch::Water2017First)
            .filter_map(|row| row.irrigated_improved)
            .map(|area| area.0)
            .sum()
    }),
    (73, "second batch: works", target::<51>(0), |c| {
        sum(c.batch(ProjectBatch::Water2017Second).map(|row| row.works_count))
    }),
    (73, "second batch: persons", target::<51>(1), |c| {
        served(c.batch(ProjectBatch::Water2017Second))
    }),
    (73, "second batch: new land", target::<51>(2), |c| {
        c.batch(ProjectBatch::Water2017Second)
            .filter_map(|row| row.irrigated_new)
            .map(|area| area.0)
            .sum()
    }),
    (73, "second batch: better land", target::<51>(3), |c| {
        c.batch(ProjectBatch::Water2017Second)
            .filter_map(|row| row.irrigated_improved)
            .map(|area| area.0)
            .sum()
    }),
    (73, "Taiqiao: projects", target::<52>(0), |c| {
        c.batch(ProjectBatch::WaterTaiqiao).count() as i64
    }),
    (73, "Taiqiao: groups", target::<52>(1), |c| {
        sum(c.batch(ProjectBatch::WaterTaiqiao).map(|row| row.served_groups))
    }),
    (73, "Taiqiao: persons", target::<52>(2), |c| {
        served(c.batch(ProjectBatch::WaterTaiqiao))
    }),
    (73, "central budget: projects", target::<53>(0), |c| {
        (c.batch(ProjectBatch::WaterCentral2017)
            .chain(c.batch(ProjectBatch::WaterCentral2018)))
        .count() as i64
    }),
    (73, "central budget: persons", target::<53>(1), |c| {
        served(
            c.batch(ProjectBatch::WaterCentral2017)
                .chain(c.batch(ProjectBatch::WaterCentral2018)),
        )
    }),
    (75, "whole-village projects", target::<55>(0), |c| {
        c.batch(ProjectBatch::DirectTransition46).count() as i64
    }),
    (59, "clinics", target::<30>(0), |c| {
        c.batch(ProjectBatch::Clinic).count() as i64
    }),
    (81, "facilities of 2018: money", target::<58>(0), |c| {
        let planned = c
            .batch(ProjectBatch::Habitat2018)
            .filter_map(Project::planned_total);
        planned.map(|fen| fen.0).sum()
    }),
    (81, "facilities of 2018: townships", target::<58>(1), |c| {
        townships_of(c.batch(ProjectBatch::Habitat2018))
    }),
    (81, "facilities of 2018: villages", target::<58>(2), |c| {
        let places: BTreeSet<_> = c
            .batch(ProjectBatch::Habitat2018)
            .map(|row| row.division_code)
            .collect();
        places.len() as i64
    }),
    (81, "demonstration villages", target::<59>(0), |_| {
        let all = villages(&COUNTY).flat_map(|village| village.records().natural_village_years.iter());
        let of_2018 = all.filter(|row| row.year == Some(Year(2018)) && row.is_habitat_demo == Some(true));
        of_2018.count() as i64
    }),
    (81, "projects for them", target::<59>(0), |c| {
        c.batch(ProjectBatch::HabitatDemo).count() as i64
    }),
];

fn length(projects: impl Iterator<Item = &'static Project>) -> i64 {
    projects.filter_map(|row| row.length).map(|metres| metres.0).sum()
}

fn served(projects: impl Iterator<Item = &'static Project>) -> i64 {
    sum(projects.map(|row| row.served_persons))
}

#[test]
fn every_baseline_and_every_number_of_a_batch_is_the_plans() {
    let counted = Counted {
        county: COUNTY[0].records(),
    };
    for (line, what, number, count) in ENTRIES {
        let (expected, lines): (i64, &[u8]) = match number {
            Number::Baseline(id, figure) => {
                let baseline = plan::baseline(*id);
                (baseline.figures[*figure].quantity.value, baseline.lines)
            }
            Number::Target(id, figure) => {
                let target = plan::target(*id);
                (target.figures[*figure].goal.threshold().unwrap(), target.lines)
            }
        };
        assert!(lines.contains(line), "{what}: line {line} of {lines:?}");
        assert_eq!(count(&counted), expected, "{what}, line {line}");
    }
}

/// Baselines that no record counts: the rate of line 17 is a figure of the scoreboard (`baseline.rs`), and the plan does not
/// print the 30 measures of health, the 20 lines of schools and the data that the register starts from.
const NOT_COUNTED: [u8; 4] = [5, 12, 13, 16];

#[test]
fn every_baseline_is_counted() {
    let counted: BTreeSet<BaselineId> = ENTRIES
        .iter()
        .filter_map(|(_, _, number, _)| match number {
            Number::Baseline(id, _) => Some(*id),
            Number::Target(..) => None,
        })
        .collect();
    let open: Vec<u8> = plan::BASELINES
        .iter()
        .filter(|baseline| !counted.contains(&baseline.id))
        .map(|baseline| baseline.id.number())
        .collect();
    assert_eq!(open, NOT_COUNTED);
}
