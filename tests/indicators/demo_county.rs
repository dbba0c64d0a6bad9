//! The demo county comes out as the plan's baselines, and scores in the time of a blink.

use huhuqing::indicators::{Scores, Status, figure, figures};
use huhuqing::journal::Partition;
use huhuqing::model::{Date, DivisionCode, Records};
use huhuqing::plan::divisions::COUNTY;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static PARTITIONS: LazyLock<Vec<Partition>> = LazyLock::new(|| huhuqing::demo::county(1).collect());

pub fn areas() -> BTreeMap<DivisionCode, &'static Records> {
    PARTITIONS
        .iter()
        .map(|partition| (partition.area(), partition.records()))
        .collect()
}

fn county() -> DivisionCode {
    DivisionCode::new(COUNTY).unwrap()
}

const END_2017: Date = Date::of::<2017, 12, 31>();
const END_2018: Date = Date::of::<2018, 12, 31>();

#[test]
fn the_demo_county_scores_the_baselines_of_the_plan() {
    let scores = Scores::of(&areas(), END_2017);
    let card = scores.card(county()).unwrap();
    assert_eq!((card.reported, card.missing), (124, 0));
    let known = |id: &str| {
        let tally = card.tally(figure(id).unwrap());
        assert!(tally.is_complete(), "{id}: {tally:?}");
        tally.num
    };
    assert_eq!(
        (known("IND-POV-01"), known("IND-POV-01.persons")),
        (3_183, 11_287),
        "B-06"
    );
    assert_eq!(
        (known("IND-POV-02"), known("IND-POV-02.persons")),
        (630, 2_026),
        "B-04"
    );
    assert_eq!((known("IND-POV-03"), known("IND-POV-04")), (0, 2_026));
    let incidence = figure("IND-POV-04").unwrap();
    assert_eq!(
        incidence.value(card.tally(incidence)).as_deref(),
        Some("0.81%"),
        "B-05"
    );
    let cohort = card.tally(figure("IND-POV-03.persons").unwrap());
    assert_eq!((cohort.known, cohort.expected), (2_026, 2_026));
    assert_eq!(
        card.tally(figure("IND-POV-06").unwrap()).expected,
        35,
        "B-01 and B-02"
    );
    assert_eq!(
        card.status(figure("IND-POV-02").unwrap(), END_2017),
        Status::OnTrack
    );
}

#[test]
fn a_year_later_the_demo_county_shows_every_kind_of_answer() {
    let scores = Scores::of(&areas(), END_2018);
    let card = scores.card(county()).unwrap();
    let statuses = |status| {
        figures()
            .filter(|at| card.status(*at, END_2018) == status)
            .count()
    };
    let kinds = [
        Status::Met,
        Status::NotMet,
        Status::OnTrack,
        Status::Unknown,
        Status::Info,
    ];
    for status in kinds {
        assert!(statuses(status) > 0, "{status:?}");
    }
}
