//! Roads: IND-ROD-01 to 04 (plan line 71).

use super::answers::said;
use super::poverty::of_poverty_village;
use super::projects::{LENGTH, WORKS, batch};
use super::registry::VILLAGES;
use super::{Aggregation, Declaration, Figure, Goal, Judge, Test};
use crate::model::{Kind, Label, Level, ProjectBatch};
use crate::plan::{Chapter, Unit};

const ROADS: Label = Label::new("道路", "Roads");
const KILOMETRES: Label = Label::new("里程", "Length");
const STRIPS: Label = Label::new("条", "roads");

pub(super) const POOR_VILLAGES: Declaration = Declaration::new(
    "IND-ROD-01",
    Label::new(
        "35%以上自然村通村硬化路",
        "Paved roads to the poorest natural villages",
    ),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::RoadA35], &[WORKS, LENGTH]);
    }),
    &[
        Figure::new(
            "IND-ROD-01",
            ROADS,
            STRIPS,
            Some(Goal::of_target::<43>(Test::Reach(0))),
        ),
        Figure::amount(
            "IND-ROD-01.length",
            KILOMETRES,
            Unit::Metre,
            Some(Goal::of_target::<43>(Test::Reach(1))),
        ),
    ],
);

pub(super) const DIRECT_TRANSITION: Declaration = Declaration::new(
    "IND-ROD-02",
    Label::new(
        "“直过民族”通村硬化路",
        "Paved roads to direct-transition natural villages",
    ),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::RoadZg30], &[WORKS, LENGTH]);
    }),
    &[
        Figure::new(
            "IND-ROD-02",
            ROADS,
            STRIPS,
            Some(Goal::of_target::<44>(Test::Reach(0))),
        ),
        Figure::amount(
            "IND-ROD-02.length",
            KILOMETRES,
            Unit::Metre,
            Some(Goal::of_target::<44>(Test::Reach(1))),
        ),
    ],
);

pub(super) const GROUPS: Declaration = Declaration::new(
    "IND-ROD-03",
    Label::new("一组一路通畅工程", "A road to every group"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::RoadGroup], &[LENGTH]);
    }),
    &[Figure::amount(
        "IND-ROD-03",
        KILOMETRES,
        Unit::Metre,
        Some(Goal::of_target::<45>(Test::Reach(0))),
    )],
);

pub(super) const BUS: Declaration = Declaration::new(
    "IND-ROD-04",
    Label::new("贫困村通客车", "Bus to poverty villages"),
    (Chapter::Infrastructure, Aggregation::AllUnitsPass),
    Judge::Village(|context| {
        of_poverty_village(context, || {
            let bus = context.village.year().and_then(|row| row.passenger_bus);
            said(bus, Kind::VillageYear, "passenger_bus").into()
        })
    }),
    &[Figure::new(
        "IND-ROD-04",
        Label::new("通客车村", "Villages with a bus"),
        VILLAGES,
        Some(Goal::of_target::<42>(Test::Everybody)),
    )],
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::indicators::fixture::{Fixture, VILLAGE, id};
    use crate::indicators::{Cause, Status, figure};
    use crate::model::{Count, DivisionCode, Metre, ProjectBatch, ProjectStage};

    const END: &str = "2020-12-31";
    const COUNTY: &str = "530427";

    fn road(
        f: &mut Fixture,
        name: &str,
        batch: ProjectBatch,
        works: Option<i64>,
        metres: i64,
        stage: ProjectStage,
    ) {
        let row = &mut f.county.projects.row_mut(id(name)).record;
        (row.batch, row.stage) = (Some(batch), Some(stage));
        (row.works_count, row.length) = (works.map(Count), Some(Metre(metres)));
    }

    #[test]
    fn rod_01_to_03_sum_roads_and_metres_of_accepted_projects_of_their_batch() {
        use ProjectBatch as B;
        use ProjectStage as P;
        let mut f = Fixture::default();
        road(&mut f, "j1", B::RoadA35, Some(60), 200_000, P::Accepted);
        road(&mut f, "j2", B::RoadA35, Some(40), 126_199, P::Completed);
        road(&mut f, "j3", B::RoadZg30, Some(22), 99_300, P::Accepted);
        road(&mut f, "j4", B::RoadGroup, None, 1_000_000, P::Accepted);
        assert_eq!(f.county_tally("IND-ROD-01", END), [60, 100, 100, 100]);
        assert_eq!(
            f.county_tally("IND-ROD-01.length", END),
            [200_000, 326_199, 326_199, 326_199]
        );
        assert_eq!(f.office_why("IND-ROD-01", COUNTY, "j2", END).1, Cause::NotDone);
        let status = |f: &Fixture, id: &str| {
            let scores = f.scores(END);
            scores
                .card(DivisionCode::new(COUNTY).unwrap())
                .unwrap()
                .status(figure(id).unwrap(), scores.as_of())
        };
        assert_eq!(status(&f, "IND-ROD-02"), Status::Met);
        assert_eq!(status(&f, "IND-ROD-02.length"), Status::Met);
        assert_eq!(status(&f, "IND-ROD-03"), Status::Met);
        let at = figure("IND-ROD-02.length").unwrap();
        let scores = f.scores(END);
        let tally = scores.card(DivisionCode::new(COUNTY).unwrap()).unwrap().tally(at);
        assert_eq!(at.value(tally).as_deref(), Some("99.3"));
        road(&mut f, "j5", B::RoadA35, None, 5, P::Accepted);
        assert_eq!(
            f.county_tally("IND-ROD-01", END),
            [60, 101, 100, 101],
            "how many roads is not known"
        );
    }

    #[test]
    fn rod_04_asks_poverty_villages_for_a_bus() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        assert_eq!(f.tally("IND-ROD-04", END), [0, 1, 0, 1]);
        f.village_year(2020).passenger_bus = Some(true);
        assert_eq!(f.tally("IND-ROD-04", END), [1; 4]);
    }
}
