//! Resettlement: IND-REL-01 to 06 (plan line 83).

use super::answers::{all, any, asked, is, judged, not, only_if};
use super::registry::{HOUSEHOLDS, ITEMS, PERSONS};
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Reason, Subject, Subjects, Test,
};
use crate::model::{Kind, Label, Level, OldHouseState, Relocation, RelocationKind, RelocationSite};
use crate::plan::Chapter;

const MOVE: Kind = Kind::Relocation;

/// Moves of households that are here.
fn moves<'a>(context: &'a Context) -> impl Iterator<Item = &'a Relocation> {
    let moves = context.village.records.relocations.iter();
    moves.filter(|row| context.village.household(row.household_id).is_some())
}

/// Whether a household moves to a site of that kind; unknown while the county has not entered the site.
fn moves_to(row: &Relocation, kind: RelocationKind, context: &Context) -> Option<bool> {
    is(&context.facts.site(row.site_id).cloned(), &[kind])
}

pub(super) const OCCUPIED: Declaration = Declaration::new(
    "IND-REL-01",
    Label::new("集中安置点入住率", "Resettlement sites occupied"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        occupancy(context, subjects, RelocationKind::CentralisedSite);
    }),
    &[
        Figure::new(
            "IND-REL-01",
            Label::new("入住户数", "Households"),
            HOUSEHOLDS,
            Some(Goal::of_target::<63>(Test::Everybody)),
        )
        .of_declared::<63>(1),
        Figure::new(
            "IND-REL-01.persons",
            Label::new("入住人数", "Persons"),
            PERSONS,
            Some(Goal::of_target::<63>(Test::Everybody)),
        )
        .of_declared::<63>(2),
    ],
);

pub(super) const IN_SITU_OCCUPIED: Declaration = Declaration::new(
    "IND-REL-04",
    Label::new("就近就地改造入住率", "In-situ projects occupied"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        occupancy(context, subjects, RelocationKind::InSitu);
    }),
    &[
        Figure::new(
            "IND-REL-04",
            Label::new("入住户数", "Households"),
            HOUSEHOLDS,
            Some(Goal::of_target::<67>(Test::Everybody)),
        )
        .of_declared::<67>(1),
        Figure::new(
            "IND-REL-04.persons",
            Label::new("入住人数", "Persons"),
            PERSONS,
            Some(Goal::of_target::<67>(Test::Everybody)),
        )
        .of_declared::<67>(2),
    ],
);

/// Registered households that move to such sites, in households and persons: those that live there.
fn occupancy(context: &Context, subjects: &mut Subjects, kind: RelocationKind) {
    for row in moves(context) {
        let ours = all(&[row.registered, moves_to(row, kind.clone(), context)]);
        let judgement = only_if(ours, (Cause::NotCounted, MOVE, "site_id"), || {
            let there = all(&[row.occupied, Some(context.has_come_or_undated(row.moved_in_on))]);
            judged(there, Cause::NotDone, MOVE, "occupied")
        });
        let persons = row.persons.map(|count| count.0);
        subjects.weighed(
            row,
            &[
                (judgement, 1),
                amount(judgement, persons, Reason::missing(MOVE, "persons")),
            ],
        );
    }
}

const SITE: Kind = Kind::RelocationSite;

fn accepted(site: &RelocationSite, context: &Context) -> Judgement {
    let accepted = context.has_come(site.accepted) == Some(true);
    judged(Some(accepted), Cause::NotDone, SITE, "accepted")
}

pub(super) const SITES: Declaration = Declaration::new(
    "IND-REL-02",
    Label::new("集中安置点验收", "Resettlement sites accepted"),
    (Chapter::Habitat, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], |context, subjects| {
        for site in context.village.records.relocation_sites.iter() {
            let ours = is(&site.kind, &[RelocationKind::CentralisedSite]);
            let judgement = only_if(ours, (Cause::NotCounted, SITE, "kind"), || {
                accepted(site, context)
            });
            subjects.record(site, judgement);
        }
    }),
    &[Figure::new(
        "IND-REL-02",
        Label::new("验收安置点", "Sites accepted"),
        ITEMS,
        Some(Goal::of_target::<64>(Test::Everybody)),
    )
    .of_declared::<64>(0)],
);

pub(super) const IN_SITU: Declaration = Declaration::new(
    "IND-REL-03",
    Label::new("就近就地改造项目完成", "In-situ projects done"),
    (Chapter::Habitat, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], in_situ),
    &[
        Figure::new(
            "IND-REL-03",
            Label::new("验收项目", "Projects accepted"),
            ITEMS,
            Some(Goal::of_target::<66>(Test::Everybody)),
        )
        .of_declared::<66>(0),
        Figure::new(
            "IND-REL-03.households",
            Label::new("户数", "Households"),
            HOUSEHOLDS,
            Some(Goal::of_target::<66>(Test::Everybody)),
        )
        .of_declared::<66>(1),
        Figure::new(
            "IND-REL-03.persons",
            Label::new("人数", "Persons"),
            PERSONS,
            Some(Goal::of_target::<66>(Test::Everybody)),
        )
        .of_declared::<66>(2),
    ],
);

fn in_situ(context: &Context, subjects: &mut Subjects) {
    for site in context.village.records.relocation_sites.iter() {
        let ours = is(&site.kind, &[RelocationKind::InSitu]);
        let judgement = only_if(ours, (Cause::NotCounted, SITE, "kind"), || {
            accepted(site, context)
        });
        let of = |count: Option<crate::model::Count>, field| {
            amount(
                judgement,
                count.map(|count| count.0),
                Reason::missing(SITE, field),
            )
        };
        subjects.weighed(
            site,
            &[
                (judgement, 1),
                of(site.planned_households, "planned_households"),
                of(site.planned_persons, "planned_persons"),
            ],
        );
    }
}

pub(super) const OLD_HOUSES: Declaration = Declaration::new(
    "IND-REL-05",
    Label::new("拆旧复垦复绿率", "Old houses cleared and land reclaimed"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], old_houses),
    &[
        Figure::new(
            "IND-REL-05",
            Label::new("集中安置点搬迁户", "Of households at the sites"),
            HOUSEHOLDS,
            Some(Goal::of_target::<65>(Test::Everybody)),
        ),
        Figure::new(
            "IND-REL-05.in_situ",
            Label::new("就近就地改造户", "Of in-situ households"),
            HOUSEHOLDS,
            Some(Goal::of_target::<68>(Test::Everybody)),
        ),
    ],
);

/// Registered households and those that moved along, unless there is nothing to clear.
fn old_houses(context: &Context, subjects: &mut Subjects) {
    use OldHouseState as O;
    for row in moves(context) {
        let of = |kind| {
            let ours = all(&[
                any([row.registered, row.accompanying]),
                moves_to(row, kind, context),
            ]);
            let owed = not(is(&row.old_house, &[O::NoneRequired, O::Preserved]));
            let judgement = only_if(ours, (Cause::NotCounted, MOVE, "site_id"), || {
                only_if(owed, (Cause::NoObligation, MOVE, "old_house"), || {
                    let cleared = is(&row.old_house, &[O::Reclaimed, O::Regreened]);
                    let dates = [row.reclaimed_on, row.regreened_on];
                    let first = dates.iter().flatten().min();
                    let by_then = context.has_come_or_undated(first.copied());
                    judged(
                        all(&[cleared, Some(by_then)]),
                        Cause::OldHouseStands,
                        MOVE,
                        "old_house",
                    )
                })
            });
            (judgement, 1)
        };
        subjects.weighed(
            row,
            &[of(RelocationKind::CentralisedSite), of(RelocationKind::InSitu)],
        );
    }
}

pub(super) const FOLLOW_UP: Declaration = Declaration::new(
    "IND-REL-06",
    Label::new("搬迁户后续扶持覆盖", "Support after the move"),
    (Chapter::Habitat, Aggregation::Share),
    Judge::Each(&[Level::Village], follow_up),
    &[Figure::new(
        "IND-REL-06",
        Label::new("有后续扶持的户", "Households supported"),
        HOUSEHOLDS,
        Some(Goal::of_target::<69>(Test::Everybody)),
    )],
);

/// Of registered households that move, those with at least one of the four kinds of support.
fn follow_up(context: &Context, subjects: &mut Subjects) {
    for row in moves(context) {
        let judgement = only_if(row.registered, (Cause::NotRegistered, MOVE, "registered"), || {
            let support = any([
                row.followup_industry,
                row.followup_sector_help,
                row.followup_training,
                row.followup_transfer,
            ]);
            asked(support, Cause::NoFollowUp, MOVE, "followup_industry").into()
        });
        subjects.say(Subject::Record(MOVE), row.id.into(), &[(judgement, 1)]);
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{Count, HouseholdId, OldHouseState, Relocation, RelocationKind, RelocationSiteId};

    const END: &str = "2018-12-31";
    const COUNTY: &str = "530427";

    fn site(f: &mut Fixture, name: &str, kind: RelocationKind, accepted: Option<&str>) {
        let row = &mut f.county.relocation_sites.row_mut(id(name)).record;
        (row.kind, row.accepted) = (Some(kind), accepted.map(day));
        (row.planned_households, row.planned_persons) = (Some(Count(30)), Some(Count(100)));
    }

    fn moved<'a>(f: &'a mut Fixture, household: &str, site: &str, occupied: bool) -> &'a mut Relocation {
        f.household(household, 1);
        let row = &mut f.village.relocations.row_mut(id(household)).record;
        (row.household_id, row.site_id) =
            (Some(HouseholdId(id(household))), Some(RelocationSiteId(id(site))));
        (row.registered, row.accompanying) = (Some(true), Some(false));
        (row.occupied, row.persons) = (Some(occupied), Some(Count(4)));
        row
    }

    #[test]
    fn rel_01_and_04_are_of_the_households_and_persons_that_the_plan_declares() {
        let mut f = Fixture::default();
        moved(&mut f, "h1", "s1", true);
        moved(&mut f, "h2", "s1", false);
        moved(&mut f, "h3", "s2", true);
        assert_eq!(
            f.tally("IND-REL-01", END),
            [0, 3, 0, 3],
            "the county has not entered the sites"
        );
        site(&mut f, "s1", RelocationKind::CentralisedSite, None);
        site(&mut f, "s2", RelocationKind::InSitu, None);
        assert_eq!(f.tally("IND-REL-01", END), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-REL-01.persons", END), [4, 8, 8, 8]);
        assert_eq!(f.tally("IND-REL-04", END), [1; 4]);
        assert_eq!(f.county_tally("IND-REL-01", END), [1, 396, 2, 396]);
        assert_eq!(f.county_tally("IND-REL-01.persons", END), [4, 1_504, 8, 1_504]);
        assert_eq!(f.county_tally("IND-REL-04.persons", END), [4, 1_500, 4, 1_500]);
        moved(&mut f, "h1", "s1", true).moved_in_on = Some(day("2019-01-01"));
        assert_eq!(f.why("IND-REL-01", "h1", END).1, Cause::NotDone);
    }

    #[test]
    fn rel_02_and_03_are_the_countys_sites() {
        let mut f = Fixture::default();
        site(&mut f, "s1", RelocationKind::CentralisedSite, Some("2018-10-01"));
        site(&mut f, "s2", RelocationKind::InSitu, Some("2019-10-01"));
        assert_eq!(f.office_tally("IND-REL-02", COUNTY, END), [1; 4]);
        assert_eq!(f.county_tally("IND-REL-02", END), [1, 11, 1, 11]);
        assert_eq!(f.county_tally("IND-REL-03", END), [0, 54, 1, 54]);
        assert_eq!(
            f.county_tally("IND-REL-03.households", "2019-12-31"),
            [30, 1_656, 30, 1_656]
        );
    }

    #[test]
    fn rel_05_leaves_out_who_has_nothing_to_clear() {
        let mut f = Fixture::default();
        site(&mut f, "s1", RelocationKind::CentralisedSite, None);
        moved(&mut f, "h1", "s1", true).old_house = Some(OldHouseState::Demolished);
        moved(&mut f, "h2", "s1", true).old_house = Some(OldHouseState::Regreened);
        moved(&mut f, "h3", "s1", true).old_house = Some(OldHouseState::Preserved);
        moved(&mut f, "h4", "s1", true).old_house = None;
        assert_eq!(f.tally("IND-REL-05", END), [1, 3, 2, 3]);
        assert_eq!(f.why("IND-REL-05", "h1", END).1, Cause::OldHouseStands);
        assert_eq!(f.tally("IND-REL-05.in_situ", END), [0; 4]);
    }

    #[test]
    fn rel_06_wants_one_of_four_kinds_of_support() {
        let mut f = Fixture::default();
        let row = moved(&mut f, "h1", "s1", true);
        row.followup_industry = Some(false);
        assert_eq!(f.tally("IND-REL-06", END), [0, 1, 0, 1]);
        moved(&mut f, "h1", "s1", true).followup_transfer = Some(true);
        assert_eq!(f.tally("IND-REL-06", END), [1; 4]);
        moved(&mut f, "h1", "s1", true).registered = Some(false);
        assert_eq!(f.tally("IND-REL-06", END), [0; 4]);
    }
}
