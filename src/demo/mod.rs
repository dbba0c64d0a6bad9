//! The demo county: invented people in the real county's villages, whose figures at the end of 2017 are exactly the plan's
//! baselines, whose lists are exactly as long as the plan says, and who live through the plan's three years. Pure, and the same for a seed on every machine.
//!
//! Nobody in it exists: identity numbers start with 999999, telephone numbers with 100. Which townships and villages are
//! poor, and every parameter, is an invented choice and marked as such in the data ([`INVENTED`]).
//!
//! Read in this order: `census` and `share` (the county's figures shared out), `home` and `family` (households), `village`
//! (the years told; `people` and `village_life` by topic), `offices` and `township` (what the offices keep), `book` (the
//! telling made into changes).

mod book;
mod calendar;
mod census;
mod choice;
mod county_year;
mod dice;
mod disputes;
mod documents;
mod exits;
mod family;
mod faults;
mod health;
mod help;
mod home;
mod identity;
mod income;
mod issues;
mod leaders;
mod linkage;
mod living;
mod moves;
mod names;
mod offices;
mod packages;
mod people;
mod projects;
mod register;
mod relief;
mod resettlement;
mod school;
mod schooling;
mod share;
mod sites;
mod sizes;
mod team;
mod telling;
mod township;
mod training;
mod village;
mod village_life;
mod village_year;
mod visits;
mod work;

pub use choice::{POVERTY_TOWNSHIPS, POVERTY_VILLAGES};
pub use faults::{FAULTS, Fault, SHORTFALLS, Shortfall};
pub use income::DEMO_POVERTY_LINES;
pub use offices::INVENTED;
pub use packages::{PackageFile, README, as_of, package, packages};

use crate::journal::Partition;
use crate::model::DivisionCode;
use crate::plan::divisions::DIVISIONS;
use census::VillageFigures;

/// The demo county of a seed. Making it shares out the totals; each area is then made by itself, so that a browser can
/// draw between two areas.
pub struct County {
    seed: u64,
    census: Vec<VillageFigures>,
}

impl County {
    /// The county of that seed.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            census: census::census(seed),
        }
    }

    /// Its areas: the county, the townships, the villages.
    pub fn areas() -> impl ExactSizeIterator<Item = &'static str> {
        DIVISIONS.iter().map(|division| division.code)
    }

    /// One area's partition; none when the county has no such area.
    pub fn partition(&self, area: &str) -> Option<Partition> {
        let code = DivisionCode::new(area)?;
        if let Some(figures) = self.census.iter().find(|figures| figures.division.code == area) {
            return Some(village::partition(self.seed, figures, code));
        }
        let division = crate::plan::divisions::division(area)?;
        Some(match division.parent {
            Some(_) => township::partition(self.seed, code),
            None => offices::county(self.seed, code, &self.census),
        })
    }
}

/// Every partition of the demo county: the county's own, the townships', the villages'.
pub fn county(seed: u64) -> impl Iterator<Item = Partition> {
    let county = County::new(seed);
    County::areas().filter_map(move |area| county.partition(area))
}
