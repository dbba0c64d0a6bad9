//! What is found about one household or record alone is what the whole village finds about it, in the demo county with all its
//! faults.
#![allow(clippy::unwrap_used, missing_docs)]

use huhuqing::demo;
use huhuqing::indicators::{CountyFacts, terms_of};
use huhuqing::journal::Partition;
use huhuqing::model::consistency::{Breach, breaches, breaches_of};
use huhuqing::model::{Kind, Level, around, keys_of};

fn villages() -> impl Iterator<Item = Partition> {
    let all = demo::county(1).filter(|partition| partition.area().level() == Level::Village);
    all.step_by(7)
}

#[test]
fn a_household_is_judged_alone_as_among_its_village() {
    let terms = terms_of(&CountyFacts::default(), demo::as_of());
    let mut seen = 0;
    for partition in villages() {
        let (area, records) = (partition.area(), partition.records());
        let all = breaches(area, records, &terms);
        for household in records.households.iter() {
            let keys = keys_of(records, household.id);
            let own = |breach: &&Breach| keys.contains(&(breach.kind, breach.id));
            let expected: Vec<&Breach> = all.iter().filter(own).collect();
            let found = breaches_of(area, records, &terms, &keys);
            assert_eq!(
                found.iter().collect::<Vec<_>>(),
                expected,
                "{area} {}",
                household.id
            );
            seen += found.len();
        }
    }
    assert!(seen > 20, "the demo county has faults: {seen}");
}

#[test]
fn a_record_that_breaks_a_rule_is_found_out_on_its_own_page() {
    let terms = terms_of(&CountyFacts::default(), demo::as_of());
    for partition in villages() {
        let (area, records) = (partition.area(), partition.records());
        for breach in breaches(area, records, &terms) {
            let record = (breach.kind, breach.id);
            let found = breaches_of(area, records, &terms, &around(records, record));
            assert!(
                found.contains(&breach) || breach.kind == Kind::VillageYear,
                "{breach:?}"
            );
        }
    }
}
