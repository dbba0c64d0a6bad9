//! Living environment: IND-HAB-01 to 05 (plan line 81).

use super::answers::{all, any, judged, only_if, said, scoped};
use super::index::of_year;
use super::projects::{Payments, is_of_batch};
use super::registry::{ITEMS, Weight};
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Reason, Subject, Subjects, Test,
};
use crate::model::{DivisionCode, Kind, Label, Level, NaturalVillageYear, Project, ProjectBatch};
use crate::plan::divisions::{NAMED_PLACES, NamedAs};
use crate::plan::{Chapter, Unit};

const NATURAL: Kind = Kind::NaturalVillageYear;
const NATURAL_VILLAGES: Label = Label::new("个自然村", "natural villages");

pub(super) const FACILITIES: Declaration = Declaration::new(
    "IND-HAB-01",
    Label::new("2018年基础设施投入", "Basic facilities of 2018"),
    (Chapter::Habitat, Aggregation::Amount(Unit::Fen)),
    Judge::Each(&[Level::County], facilities),
    &[
        Figure::amount(
            "IND-HAB-01",
            Label::new("已支付资金", "Money paid"),
            Unit::Fen,
            Some(Goal::of_target::<58>(Test::Reach(0))),
        ),
        Figure::new(
            "IND-HAB-01.townships",
            Label::new("乡镇", "Townships"),
            Unit::Township.label(),
            Some(Goal::of_target::<58>(Test::Everybody)),
        )
        .read_as(Aggregation::AllUnitsPass)
        .of_declared::<58>(1),
        Figure::new(
            "IND-HAB-01.villages",
            Label::new("贫困村", "Poverty villages"),
            Unit::Village.label(),
            Some(Goal::of_target::<58>(Test::Everybody)),
        )
        .read_as(Aggregation::AllUnitsPass)
        .of_declared::<58>(2),
    ],
);

/// Payments by the day for the programme's projects, and the places named for it that have a project of it.
fn facilities(context: &Context, subjects: &mut Subjects) {
    let payments = Payments::of(context);
    let of_batch = |project: &Project| is_of_batch(project, &[ProjectBatch::Habitat2018]);
    for project in context.village.records.projects.iter() {
        let (paid, open) = payments.of_project(project);
        let judgement = scoped(of_batch(project), || {
            open.map_or(Judgement::Counts, Judgement::Unknown)
        });
        let weight = match judgement {
            Judgement::Unknown(_) => 1,
            _ => paid,
        };
        subjects.only(
            0,
            Subject::Record(Kind::Project),
            project.id.into(),
            judgement,
            weight,
        );
    }
    for place in &NAMED_PLACES {
        let figure = match place.named_as {
            NamedAs::FacilityTownship => 1,
            NamedAs::FacilityPovertyVillage => 2,
            _ => continue,
        };
        let Some(code) = DivisionCode::new(place.code) else {
            continue;
        };
        let projects = context.village.records.projects.iter();
        let there = any(projects.map(|project| {
            let of_batch = match of_batch(project) {
                super::Finding::Yes => Some(true),
                super::Finding::No(_) => Some(false),
                super::Finding::Unknown(_) => None,
            };
            all(&[of_batch, project.division_code.map(|at| at.within(code))])
        }));
        let judgement = judged(there, Cause::NotDone, Kind::Project, "division_code");
        subjects.only(figure, Subject::of_area(code), code.id(), judgement, 1);
    }
}

/// The year's records of natural villages, each with what is said of a demonstration village.
fn each(context: &Context, subjects: &mut Subjects, judge: fn(&NaturalVillageYear) -> Judgement) {
    let fields = |row: &NaturalVillageYear| (row.natural_village_code.map(DivisionCode::id), row.year);
    for (_, row) in of_year(
        &context.village.records.natural_village_years,
        context.year,
        fields,
    ) {
        let other = (Cause::NotCounted, NATURAL, "is_habitat_demo");
        subjects.record(row, only_if(row.is_habitat_demo, other, || judge(row)));
    }
}

pub(super) const DEMONSTRATIONS: Declaration = Declaration::new(
    "IND-HAB-02",
    Label::new("人居环境示范自然村", "Demonstration natural villages"),
    (Chapter::Habitat, Aggregation::Sum),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, |row| {
            let (done, known) = row.works_done();
            let all_done = match done {
                WORKS => Some(true),
                _ if known > done => Some(false),
                _ => None,
            };
            judged(all_done, Cause::NotDone, NATURAL, "work_separate_livestock")
        });
    }),
    &[Figure::new(
        "IND-HAB-02",
        Label::new("五大工程完成的示范村", "Demonstrations with all works done"),
        NATURAL_VILLAGES,
        Some(Goal::of_target::<59>(Test::Everybody)),
    )
    .of_declared::<59>(0)],
);

/// 五大工程.
const WORKS: usize = 5;

pub(super) const WASTE: Declaration = Declaration::new(
    "IND-HAB-03",
    Label::new("示范村生活垃圾治理", "Waste treated in demonstration villages"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, |row| {
            said(row.waste_treated, NATURAL, "waste_treated").into()
        });
    }),
    &[Figure::new(
        "IND-HAB-03",
        Label::new("垃圾得到治理的示范村", "Demonstrations with waste treated"),
        NATURAL_VILLAGES,
        Some(Goal::of_target::<60>(Test::ShareWithin(0))),
    )],
);

pub(super) const TOILETS: Declaration = Declaration::new(
    "IND-HAB-04",
    Label::new(
        "示范村卫生厕所普及率",
        "Sanitary toilets in demonstration villages",
    ),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, |row| {
            match (row.sanitary_toilet_households, row.toilet_households) {
                (Some(num), Some(den)) => Judgement::Amount {
                    num: num.0,
                    den: den.0,
                },
                (None, _) => Judgement::Unknown(Reason::missing(NATURAL, "sanitary_toilet_households")),
                (_, None) => Judgement::Unknown(Reason::missing(NATURAL, "toilet_households")),
            }
        });
    }),
    &[Figure::new(
        "IND-HAB-04",
        Label::new("有卫生厕所的户", "Households with one"),
        super::registry::HOUSEHOLDS,
        Some(Goal::of_target::<61>(Test::ShareWithin(0))),
    )
    .weighing(Weight::Amounts)],
);

pub(super) const FIVE_WORKS: Declaration = Declaration::new(
    "IND-HAB-05",
    Label::new("示范村五大工程完成率", "The five works of demonstration villages"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, |row| {
            let (done, known) = row.works_done();
            let (num, den) = (done as i64, WORKS as i64);
            match known {
                WORKS => Judgement::Amount { num, den },
                _ => Judgement::Part {
                    num,
                    den,
                    reason: Reason::missing(NATURAL, "work_separate_livestock"),
                },
            }
        });
    }),
    &[Figure::new(
        "IND-HAB-05",
        Label::new("完成工程", "Works done"),
        ITEMS,
        Some(Goal::of_target::<62>(Test::Everybody)),
    )
    .weighing(Weight::Amounts)],
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{
        Count, DivisionCode, Fen, NaturalVillageYear, NaturalVillageYearId, ProjectBatch, ProjectId,
        RecordState, Year,
    };

    const END: &str = "2018-12-31";

    fn natural<'a>(f: &'a mut Fixture, number: &str) -> &'a mut NaturalVillageYear {
        let code = DivisionCode::new(&format!("{VILLAGE}-N{number}")).unwrap();
        let key = NaturalVillageYearId::of(code, Year(2018));
        let row = &mut f.village.natural_village_years.row_mut(key.into()).record;
        row.is_habitat_demo = Some(true);
        row
    }

    #[test]
    fn hab_01_sums_payments_and_lists_the_places_named() {
        let mut f = Fixture::default();
        let project = &mut f.county.projects.row_mut(id("j1")).record;
        (project.batch, project.division_code) =
            (Some(ProjectBatch::Habitat2018), DivisionCode::new("530427203201"));
        let payment = &mut f.county.project_payments.row_mut(id("p1")).record;
        (payment.project_id, payment.amount) = (Some(ProjectId(id("j1"))), Some(Fen(426_000_000)));
        payment.date = Some(day("2018-06-01"));
        assert_eq!(f.county_tally("IND-HAB-01", END), [426_000_000; 4]);
        assert_eq!(f.county_tally("IND-HAB-01", "2018-05-31"), [0; 4]);
        assert_eq!(f.county_tally("IND-HAB-01.townships", END), [1, 3, 3, 3]);
        assert_eq!(f.county_tally("IND-HAB-01.villages", END), [1, 7, 7, 7]);
        assert_eq!(
            f.office_why("IND-HAB-01.villages", "530427", "530427103202", END)
                .1,
            Cause::NotDone
        );
        f.county.projects.row_mut(id("j1")).record.division_code = None;
        assert_eq!(f.county_tally("IND-HAB-01.villages", END), [0, 7, 0, 7]);
    }

    #[test]
    fn hab_02_and_05_follow_the_five_works() {
        let mut f = Fixture::default();
        let row = natural(&mut f, "01");
        let done = Some(RecordState::Done);
        (row.work_separate_livestock, row.work_separate_sewage) = (done.clone(), done.clone());
        (row.work_greening_lighting, row.work_inner_road) = (done.clone(), done.clone());
        assert_eq!(f.tally("IND-HAB-02", END), [0, 1, 0, 1]);
        assert_eq!(f.tally("IND-HAB-05", END), [4, 5, 0, 1]);
        natural(&mut f, "01").work_villager_quality = Some(RecordState::Active);
        assert_eq!(f.tally("IND-HAB-02", END), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-HAB-05", END), [4, 5, 1, 1]);
        natural(&mut f, "01").work_villager_quality = done;
        assert_eq!(f.county_tally("IND-HAB-02", END), [1, 21, 1, 21]);
        natural(&mut f, "01").is_habitat_demo = Some(false);
        assert_eq!(f.tally("IND-HAB-02", END), [0; 4]);
    }

    #[test]
    fn hab_03_and_04_are_shares_of_the_demonstration_villages() {
        let mut f = Fixture::default();
        natural(&mut f, "01").waste_treated = Some(true);
        natural(&mut f, "02").waste_treated = Some(false);
        assert_eq!(f.tally("IND-HAB-03", END), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-HAB-04", END), [0, 0, 0, 2]);
        let row = natural(&mut f, "01");
        (row.sanitary_toilet_households, row.toilet_households) = (Some(Count(34)), Some(Count(40)));
        assert_eq!(f.tally("IND-HAB-04", END), [34, 40, 1, 2]);
    }
}
