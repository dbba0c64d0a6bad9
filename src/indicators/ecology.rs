//! Ecology: IND-ECO-01 and 02 (plan line 52).

use super::answers::{asked, is, judged, only_if, said, scoped};
use super::registry::{HOUSEHOLDS, ITEMS};
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Reason,
    Subjects, Test,
};
use crate::model::{Kind, Label, Level, ProjectCategory, ProjectStage};
use crate::plan::{Chapter, Unit};

pub(super) const GRAIN_FOR_GREEN: Declaration = Declaration::new(
    "IND-ECO-01",
    Label::new("退耕还林应享尽享", "Grain for green for every eligible household"),
    (Chapter::Industry, Aggregation::Share),
    Judge::Household(grain_for_green),
    &[Figure::new(
        "IND-ECO-01",
        Label::new("已享受的户", "Households enrolled"),
        HOUSEHOLDS,
        Some(Goal::of_target::<19>(Test::Everybody)),
    )],
);

/// Of registered households that may join, those that have land in it.
fn grain_for_green(view: &HouseholdView, _: &Context) -> Judgement {
    if let Err(other) = view.registered() {
        return other;
    }
    let eligible = view.year.and_then(|row| row.grain_green_eligible);
    let scope = match said(eligible, Kind::HouseholdYear, "grain_green_eligible") {
        Finding::No(_) => Finding::No(Reason::new(
            Cause::NotEligible,
            Kind::HouseholdYear,
            "grain_green_eligible",
        )),
        other => other,
    };
    scoped(scope, || {
        let land = view.year.and_then(|row| row.grain_green);
        asked(
            land.map(|land| land.0 > 0),
            Cause::NotDone,
            Kind::HouseholdYear,
            "grain_green",
        )
        .into()
    })
}

pub(super) const FOREST_PROJECTS: Declaration = Declaration::new(
    "IND-ECO-02",
    Label::new("年度林业抚育项目", "Forest-care projects of the year"),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Each(&[Level::County], forest_projects),
    &[
        Figure::new(
            "IND-ECO-02",
            Label::new("项目", "Projects"),
            ITEMS,
            Some(Goal::of_target::<18>(Test::Reach(0))),
        ),
        Figure::amount(
            "IND-ECO-02.area",
            Label::new("抚育面积", "Forest cared for"),
            Unit::CentiMu,
            None,
        ),
    ],
);

/// Ecology projects planned for the year, unless they were cancelled.
fn forest_projects(context: &Context, subjects: &mut Subjects) {
    for project in context.village.records.projects.iter() {
        let ecology = is(&project.category, &[ProjectCategory::Ecology]);
        let of_year = project.plan_year.map(|year| year == context.year);
        let judgement = only_if(ecology, (Cause::NotCounted, Kind::Project, "category"), || {
            only_if(of_year, (Cause::NotInYear, Kind::Project, "plan_year"), || {
                let stands = is(&project.stage, &[ProjectStage::Cancelled]).map(|gone| !gone);
                judged(stands, Cause::Cancelled, Kind::Project, "stage")
            })
        });
        let missing = Reason::missing(Kind::Project, "forest_area");
        let area = amount(judgement, project.forest_area.map(|area| area.0), missing);
        subjects.weighed(project, &[(judgement, 1), area]);
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, id};
    use crate::model::{CentiMu, ProjectCategory, ProjectStage, Year};

    const END: &str = "2018-12-31";

    #[test]
    fn eco_01_asks_eligible_households_for_land_in_the_programme() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert_eq!(f.tally("IND-ECO-01", END), [0, 1, 0, 1]);
        f.year("h1", 2018).grain_green_eligible = Some(false);
        assert_eq!(f.why("IND-ECO-01", "h1", END).1, Cause::NotEligible);
        f.year("h1", 2018).grain_green_eligible = Some(true);
        f.year("h1", 2018).grain_green = Some(CentiMu(0));
        assert_eq!(f.tally("IND-ECO-01", END), [0, 1, 1, 1]);
        f.year("h1", 2018).grain_green = Some(CentiMu(150));
        assert_eq!(f.tally("IND-ECO-01", END), [1; 4]);
    }

    #[test]
    fn eco_02_counts_ecology_projects_of_the_year() {
        let mut f = Fixture::default();
        for (name, year, stage) in [
            ("j1", 2018, ProjectStage::Approved),
            ("j2", 2018, ProjectStage::Cancelled),
            ("j3", 2019, ProjectStage::Approved),
        ] {
            let row = &mut f.county.projects.row_mut(id(name)).record;
            (row.category, row.plan_year, row.stage) =
                (Some(ProjectCategory::Ecology), Some(Year(year)), Some(stage));
        }
        assert_eq!(f.office_tally("IND-ECO-02", "530427", END), [1, 2, 2, 2]);
        assert_eq!(f.county_tally("IND-ECO-02", "2019-12-31"), [1; 4]);
        f.county.projects.row_mut(id("j1")).record.forest_area = Some(CentiMu(120_000));
        assert_eq!(
            f.office_tally("IND-ECO-02.area", "530427", END),
            [120_000; 4],
            "of a cancelled project no area is asked"
        );
        assert_eq!(f.county_tally("IND-ECO-02.area", "2019-12-31"), [0, 1, 0, 1]);
    }
}
