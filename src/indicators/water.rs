//! Drinking water and irrigation: IND-WAT-01 to 10 (plan line 73).

use super::answers::{is, only_if, said};
use super::poverty::of_poverty_village;
use super::projects::{
    GROUPS_SERVED, IRRIGATED_IMPROVED, IRRIGATED_NEW, Measure, ONE, PERSONS_SERVED, PLANNED, WORKS, batch,
    completed, each_of, is_of_batch, of_plan_year,
};
use super::registry::{HOUSEHOLDS, ITEMS, PERSONS, VILLAGES, Weight};
use super::{
    Aggregation, Assurance, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Origin, Reason,
    Subjects, Test,
};
use crate::model::{Count, Kind, Label, Level, ProjectBatch, VillageYear, WaterScale};
use crate::plan::{Chapter, Deadline, Unit};

pub(super) const CENTRALISED: Declaration = Declaration::new(
    "IND-WAT-01",
    Label::new("集中供水率", "Centralised water supply"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Village(|context| supplied(context, "water_pop_centralised", |row| row.water_pop_centralised)),
    &[Figure::new(
        "IND-WAT-01",
        Label::new("集中供水人口", "Persons supplied"),
        PERSONS,
        Some(Goal::of_target::<46>(Test::ShareWithin(0))),
    )
    .weighing(Weight::Amounts)],
);

pub(super) const PIPED: Declaration = Declaration::new(
    "IND-WAT-02",
    Label::new("自来水普及率", "Piped water"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Village(|context| supplied(context, "water_pop_tap", |row| row.water_pop_tap)),
    &[Figure::new(
        "IND-WAT-02",
        Label::new("自来水人口", "Persons with a tap"),
        PERSONS,
        Some(Goal::of_target::<47>(Test::ShareWithin(0))),
    )
    .weighing(Weight::Amounts)],
);

/// Persons of the village supplied in that way, of the persons to supply.
fn supplied(context: &Context, field: &'static str, of: fn(&VillageYear) -> Option<Count>) -> Judgement {
    let year = context.village.year();
    match (year.and_then(of), year.and_then(|row| row.water_pop_total)) {
        (_, None) => Judgement::Unknown(Reason::missing(Kind::VillageYear, "water_pop_total")),
        (None, _) => Judgement::Unknown(Reason::missing(Kind::VillageYear, field)),
        (Some(num), Some(den)) => Judgement::Amount {
            num: num.0,
            den: den.0,
        },
    }
}

pub(super) const GUARANTEE: Declaration = Declaration::new(
    "IND-WAT-03",
    Label::new("规模化工程供水保证率", "Supply guarantee of large works"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Each(&[Level::Village, Level::Township, Level::County], guarantee),
    &[Figure::new(
        "IND-WAT-03",
        Label::new("正常供水天数", "Days with water"),
        Label::new("天", "days"),
        Some(Goal::of_target::<48>(Test::ShareWithin(0))),
    )
    .weighing(Weight::Amounts)],
);

fn guarantee(context: &Context, subjects: &mut Subjects) {
    for work in context.village.records.water_works.iter() {
        let large = is(&work.scale, &[WaterScale::Large]);
        let judgement = only_if(large, (Cause::NotCounted, Kind::WaterWork, "scale"), || {
            match (work.guarantee_num, work.guarantee_den) {
                (Some(num), Some(den)) => Judgement::Amount {
                    num: num.0,
                    den: den.0,
                },
                (None, _) => Judgement::Unknown(Reason::missing(Kind::WaterWork, "guarantee_num")),
                (_, None) => Judgement::Unknown(Reason::missing(Kind::WaterWork, "guarantee_den")),
            }
        });
        subjects.record(work, judgement);
    }
}

pub(super) const STANDARD: Declaration = Declaration::new(
    "IND-WAT-04",
    Label::new("贫困村饮水达标", "Poverty villages with water up to standard"),
    (Chapter::Infrastructure, Aggregation::AllUnitsPass),
    Judge::Village(|context| {
        of_poverty_village(context, || {
            let met = context.village.year().and_then(|row| row.water_standard_met);
            said(met, Kind::VillageYear, "water_standard_met").into()
        })
    }),
    &[Figure::new(
        "IND-WAT-04",
        Label::new("达标村", "Villages up to standard"),
        VILLAGES,
        Some(Goal::of_target::<49>(Test::Everybody)),
    )],
);

pub(super) const SAFE: Declaration = Declaration::new(
    "IND-WAT-05",
    Label::new("贫困户饮水安全率", "Households with safe water"),
    (Chapter::Infrastructure, Aggregation::Share),
    Judge::Household(|view, context| view.if_registered(|| Assurance::Water.check(view, context))),
    &[Figure::new(
        "IND-WAT-05",
        Label::new("饮水安全户", "Households with safe water"),
        HOUSEHOLDS,
        Some(Goal {
            test: Test::Everybody,
            origin: Origin::Implied {
                line: 73,
                deadline: Deadline::Continuous,
            },
        }),
    )],
);

const SERVED: Label = Label::new("受益人口", "Persons served");
const WORK_UNIT: Label = Label::new("件", "works");
const WORKS_LABEL: Label = Label::new("项目", "Works");
const NEW_LAND: Label = Label::new("新增灌溉", "Newly irrigated");
const BETTER_LAND: Label = Label::new("改善灌溉", "Better irrigated");
const BATCH_2017: &[Measure] = &[WORKS, PERSONS_SERVED, IRRIGATED_NEW, IRRIGATED_IMPROVED];

pub(super) const FIRST_BATCH: Declaration = Declaration::new(
    "IND-WAT-06",
    Label::new("2017年第一批水利项目", "Water projects, first batch of 2017"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::Water2017First], BATCH_2017);
    }),
    &[
        Figure::new(
            "IND-WAT-06",
            WORKS_LABEL,
            WORK_UNIT,
            Some(Goal::of_target::<50>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-WAT-06.persons",
            SERVED,
            PERSONS,
            Some(Goal::of_target::<50>(Test::Reach(1))),
        ),
        Figure::amount(
            "IND-WAT-06.new_land",
            NEW_LAND,
            Unit::CentiMu,
            Some(Goal::of_target::<50>(Test::Reach(2))),
        ),
        Figure::amount(
            "IND-WAT-06.better_land",
            BETTER_LAND,
            Unit::CentiMu,
            Some(Goal::of_target::<50>(Test::Reach(3))),
        ),
    ],
);

pub(super) const SECOND_BATCH: Declaration = Declaration::new(
    "IND-WAT-07",
    Label::new("2017年第二批水利项目", "Water projects, second batch of 2017"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(context, subjects, &[ProjectBatch::Water2017Second], BATCH_2017);
    }),
    &[
        Figure::new(
            "IND-WAT-07",
            WORKS_LABEL,
            WORK_UNIT,
            Some(Goal::of_target::<51>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-WAT-07.persons",
            SERVED,
            PERSONS,
            Some(Goal::of_target::<51>(Test::Reach(1))),
        ),
        Figure::amount(
            "IND-WAT-07.new_land",
            NEW_LAND,
            Unit::CentiMu,
            Some(Goal::of_target::<51>(Test::Reach(2))),
        ),
        Figure::amount(
            "IND-WAT-07.better_land",
            BETTER_LAND,
            Unit::CentiMu,
            Some(Goal::of_target::<51>(Test::Reach(3))),
        ),
    ],
);

pub(super) const TAIQIAO: Declaration = Declaration::new(
    "IND-WAT-08",
    Label::new("水底汞水库人饮提水工程", "Pumping project at Taiqiao"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        batch(
            context,
            subjects,
            &[ProjectBatch::WaterTaiqiao],
            &[ONE, GROUPS_SERVED, PERSONS_SERVED],
        );
    }),
    &[
        Figure::new(
            "IND-WAT-08",
            WORKS_LABEL,
            WORK_UNIT,
            Some(Goal::of_target::<52>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-WAT-08.groups",
            Label::new("受益村民小组", "Groups served"),
            Unit::Group.label(),
            Some(Goal::of_target::<52>(Test::Reach(1))),
        ),
        Figure::new(
            "IND-WAT-08.persons",
            SERVED,
            PERSONS,
            Some(Goal::of_target::<52>(Test::Reach(2))),
        ),
    ],
);

pub(super) const CENTRAL_BUDGET: Declaration = Declaration::new(
    "IND-WAT-09",
    Label::new("中央预算内饮水项目", "Drinking water from the central budget"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], |context, subjects| {
        let batches = [ProjectBatch::WaterCentral2017, ProjectBatch::WaterCentral2018];
        batch(context, subjects, &batches, &[ONE, PERSONS_SERVED]);
    }),
    &[
        Figure::new(
            "IND-WAT-09",
            WORKS_LABEL,
            ITEMS,
            Some(Goal::of_target::<53>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-WAT-09.persons",
            SERVED,
            PERSONS,
            Some(Goal::of_target::<53>(Test::Reach(1))),
        ),
    ],
);

pub(super) const YEARLY: Declaration = Declaration::new(
    "IND-WAT-10",
    Label::new("每年饮水巩固提升", "Yearly drinking-water programme"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::County], yearly),
    &[
        Figure::amount(
            "IND-WAT-10",
            Label::new("投资", "Investment"),
            Unit::Fen,
            Some(Goal::of_target::<54>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-WAT-10.persons",
            SERVED,
            PERSONS,
            Some(Goal::of_target::<54>(Test::Reach(1))),
        ),
    ],
);

/// Projects of the programme planned for the year that are completed by the day.
fn yearly(context: &Context, subjects: &mut Subjects) {
    each_of(context, subjects, &[PLANNED, PERSONS_SERVED], |project| {
        super::answers::scoped(is_of_batch(project, &[ProjectBatch::WaterYearly]), || {
            of_plan_year(project, context, || completed(project, context).into())
        })
    });
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, id};
    use crate::model::{CentiMu, Count, Fen, Project, ProjectBatch, ProjectStage, WaterScale, Year};

    const END: &str = "2020-12-31";

    fn project(f: &mut Fixture, batch: ProjectBatch) -> &mut Project {
        let row = &mut f.county.projects.row_mut(id("j1")).record;
        (row.batch, row.stage) = (Some(batch), Some(ProjectStage::Accepted));
        (row.works_count, row.served_persons) = (Some(Count(30)), Some(Count(23_512)));
        row
    }

    #[test]
    fn wat_01_to_03_are_shares_of_sums() {
        let mut f = Fixture::default();
        f.village_year(2020).water_pop_total = Some(Count(1_000));
        assert_eq!(f.tally("IND-WAT-01", END), [0, 0, 0, 1]);
        f.village_year(2020).water_pop_centralised = Some(Count(990));
        f.village_year(2020).water_pop_tap = Some(Count(900));
        assert_eq!(f.tally("IND-WAT-01", END), [990, 1_000, 1, 1]);
        assert_eq!(f.tally("IND-WAT-02", END), [900, 1_000, 1, 1]);
        let work = &mut f.county.water_works.row_mut(id("w1")).record;
        (work.scale, work.guarantee_num) = (Some(WaterScale::Large), Some(Count(350)));
        assert_eq!(f.office_tally("IND-WAT-03", "530427", END), [0, 0, 0, 1]);
        f.county.water_works.row_mut(id("w1")).record.guarantee_den = Some(Count(365));
        assert_eq!(f.office_tally("IND-WAT-03", "530427", END), [350, 365, 1, 1]);
        f.county.water_works.row_mut(id("w1")).record.scale = Some(WaterScale::Small);
        assert_eq!(f.office_tally("IND-WAT-03", "530427", END), [0; 4]);
    }

    #[test]
    fn wat_04_and_05_ask_villages_and_households() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        f.village_year(2020).water_standard_met = Some(false);
        assert_eq!(f.why("IND-WAT-04", VILLAGE, END).1, Cause::SaysNo);
        f.household("h1", 1);
        f.year("h1", 2020).drinking_safe = Some(true);
        assert_eq!(f.tally("IND-WAT-05", END), [0, 1, 0, 1]);
        f.year("h1", 2020).drinking_difficult = Some(false);
        assert_eq!(f.tally("IND-WAT-05", END), [1; 4]);
    }

    #[test]
    fn wat_06_to_09_sum_the_measures_of_their_batch() {
        let mut f = Fixture::default();
        project(&mut f, ProjectBatch::Water2017First).irrigated_new = Some(CentiMu(145_000));
        assert_eq!(f.county_tally("IND-WAT-06", END), [30; 4]);
        assert_eq!(f.county_tally("IND-WAT-06.persons", END), [23_512; 4]);
        assert_eq!(f.county_tally("IND-WAT-06.new_land", END), [145_000; 4]);
        assert_eq!(f.county_tally("IND-WAT-06.better_land", END), [0, 1, 0, 1]);
        assert_eq!(f.county_tally("IND-WAT-07", END), [0; 4]);
        project(&mut f, ProjectBatch::Water2017Second);
        assert_eq!(f.county_tally("IND-WAT-07", END), [30; 4]);
        project(&mut f, ProjectBatch::WaterTaiqiao).served_groups = Some(Count(19));
        assert_eq!(f.county_tally("IND-WAT-08", END), [1; 4]);
        assert_eq!(f.county_tally("IND-WAT-08.groups", END), [19; 4]);
        project(&mut f, ProjectBatch::WaterCentral2018);
        assert_eq!(f.county_tally("IND-WAT-09", END), [1; 4]);
        assert_eq!(f.county_tally("IND-WAT-09.persons", END), [23_512; 4]);
    }

    #[test]
    fn wat_10_is_the_programme_of_the_year() {
        let mut f = Fixture::default();
        let row = project(&mut f, ProjectBatch::WaterYearly);
        (row.plan_year, row.planned_central) = (Some(Year(2019)), Some(Fen(1_100_000_000)));
        row.stage = Some(ProjectStage::Completed);
        assert_eq!(f.county_tally("IND-WAT-10", "2019-12-31"), [1_100_000_000; 4]);
        assert_eq!(f.county_tally("IND-WAT-10.persons", "2019-12-31"), [23_512; 4]);
        assert_eq!(f.county_tally("IND-WAT-10", END), [0; 4]);
    }
}
