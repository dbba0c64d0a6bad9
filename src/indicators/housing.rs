//! Dangerous houses: IND-HOU-01 to 04 (plan line 61).

use super::answers::{all, is, judged, not, only_if};
use super::registry::HOUSEHOLDS;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Origin, Subjects, Test,
};
use crate::model::{DangerCategory, DangerousHouse, HouseWorkState, Kind, Label, Level, Year};
use crate::plan::{Chapter, Deadline};

const HOUSE: Kind = Kind::DangerousHouse;

/// Houses of households that are here; each with what is said about it.
fn each(context: &Context, subjects: &mut Subjects, judge: fn(&DangerousHouse, &Context) -> Judgement) {
    for house in context.village.records.dangerous_houses.iter() {
        if context.village.household(house.household_id).is_some() {
            subjects.record(house, judge(house, context));
        }
    }
}

/// 四类重点对象.
fn is_key(house: &DangerousHouse) -> Option<bool> {
    not(is(&house.category, &[DangerCategory::NonKey]))
}

/// Accepted or struck from the ledger by the day; the date decides where there is one.
fn is_done(house: &DangerousHouse, context: &Context) -> Option<bool> {
    let state = is(&house.state, &[HouseWorkState::Accepted, HouseWorkState::Closed]);
    all(&[state, Some(context.has_come_or_undated(house.accepted))])
}

pub(super) const KEY_GROUPS: Declaration = Declaration::new(
    "IND-HOU-01",
    Label::new("4类重点对象危房改造率", "Dangerous houses of key groups rebuilt"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, key_group)
    }),
    &[Figure::new(
        "IND-HOU-01",
        Label::new("已改造户", "Houses rebuilt"),
        HOUSEHOLDS,
        Some(Goal::of_target::<32>(Test::Everybody)),
    )],
);

/// Entered in the ledger up to 2018, the target's year.
fn key_group(house: &DangerousHouse, context: &Context) -> Judgement {
    let known = house
        .identified_year
        .map(|year| year <= Year(2018).min(context.year));
    only_if(is_key(house), (Cause::NotCounted, HOUSE, "category"), || {
        only_if(known, (Cause::NotInYear, HOUSE, "identified_year"), || {
            judged(is_done(house, context), Cause::NotDone, HOUSE, "state")
        })
    })
}

pub(super) const SAME_YEAR: Declaration = Declaration::new(
    "IND-HOU-02",
    Label::new(
        "新增危房当年完成率",
        "New dangerous houses rebuilt in the same year",
    ),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, same_year)
    }),
    &[Figure::new(
        "IND-HOU-02",
        Label::new("当年完成户", "Houses done in the year"),
        HOUSEHOLDS,
        Some(Goal::of_target::<33>(Test::Everybody)),
    )],
);

/// Entered in the year of the day; of 2018 only what the yearly review added, because the rest is the target before this.
fn same_year(house: &DangerousHouse, context: &Context) -> Judgement {
    let of_year = house.identified_year.map(|year| year == context.year);
    let added = match context.year {
        Year(2018) => house.added_by_adjustment,
        _ => Some(true),
    };
    only_if(is_key(house), (Cause::NotCounted, HOUSE, "category"), || {
        only_if(of_year, (Cause::NotInYear, HOUSE, "identified_year"), || {
            only_if(added, (Cause::NotCounted, HOUSE, "added_by_adjustment"), || {
                let in_time = house
                    .accepted
                    .is_none_or(|date| context.in_year(Some(date)) == Some(true));
                let done = all(&[is_done(house, context), Some(in_time)]);
                judged(done, Cause::NotDone, HOUSE, "accepted")
            })
        })
    })
}

pub(super) const STRUCK: Declaration = Declaration::new(
    "IND-HOU-03",
    Label::new("危房销档率", "Rebuilt houses struck from the ledger"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, struck)
    }),
    &[Figure::new(
        "IND-HOU-03",
        Label::new("已销档", "Struck from the ledger"),
        HOUSEHOLDS,
        Some(Goal {
            test: Test::Everybody,
            origin: Origin::Implied {
                line: 61,
                deadline: Deadline::Continuous,
            },
        }),
    )],
);

fn struck(house: &DangerousHouse, context: &Context) -> Judgement {
    only_if(is_done(house, context), (Cause::NotDone, HOUSE, "state"), || {
        let closed = all(&[
            is(&house.state, &[HouseWorkState::Closed]),
            Some(context.has_come_or_undated(house.closed)),
        ]);
        judged(closed, Cause::NotDone, HOUSE, "closed")
    })
}

pub(super) const OTHER_HOUSES: Declaration = Declaration::new(
    "IND-HOU-04",
    Label::new("非4类对象危房改造", "Other dangerous houses rebuilt"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        each(context, subjects, other_house)
    }),
    &[Figure::new(
        "IND-HOU-04",
        Label::new("已改造户", "Houses rebuilt"),
        HOUSEHOLDS,
        None,
    )],
);

fn other_house(house: &DangerousHouse, context: &Context) -> Judgement {
    only_if(not(is_key(house)), (Cause::NotCounted, HOUSE, "category"), || {
        judged(is_done(house, context), Cause::NotDone, HOUSE, "state")
    })
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{DangerCategory, HouseWorkState, HouseholdId, Year};

    fn house(f: &mut Fixture, name: &str, category: DangerCategory, year: u16, accepted: Option<&str>) {
        f.household("h1", 1);
        let row = &mut f.village.dangerous_houses.row_mut(id(name)).record;
        row.household_id = Some(HouseholdId(id("h1")));
        (row.category, row.identified_year) = (Some(category), Some(Year(year)));
        row.accepted = accepted.map(day);
        row.state = Some(match accepted {
            Some(_) => HouseWorkState::Accepted,
            None => HouseWorkState::Rebuilding,
        });
    }

    #[test]
    fn hou_01_takes_the_key_groups_of_the_ledger_of_2018() {
        use DangerCategory as D;
        let mut f = Fixture::default();
        house(&mut f, "d1", D::Dibao, 2017, Some("2018-06-01"));
        house(&mut f, "d2", D::RegisteredPoor, 2018, None);
        house(&mut f, "d3", D::RegisteredPoor, 2019, None);
        house(&mut f, "d4", D::NonKey, 2018, Some("2018-06-01"));
        assert_eq!(f.tally("IND-HOU-01", "2018-12-31"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-HOU-01", "2018-05-31"), [0, 2, 2, 2]);
        assert_eq!(f.tally("IND-HOU-01", "2019-12-31"), [1, 2, 2, 2]);
        assert_eq!(f.why("IND-HOU-01", "d4", "2018-12-31").1, Cause::NotCounted);
        assert_eq!(f.tally("IND-HOU-04", "2018-12-31"), [1; 4]);
        f.village.dangerous_houses.row_mut(id("d2")).record.state = None;
        assert_eq!(f.tally("IND-HOU-01", "2018-12-31"), [1, 2, 1, 2]);
    }

    #[test]
    fn hou_02_wants_a_new_house_done_in_its_own_year() {
        use DangerCategory as D;
        let mut f = Fixture::default();
        house(&mut f, "d1", D::Dibao, 2019, Some("2019-12-31"));
        house(&mut f, "d2", D::Dibao, 2019, Some("2020-01-01"));
        house(&mut f, "d3", D::Dibao, 2018, None);
        assert_eq!(f.tally("IND-HOU-02", "2019-12-31"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-HOU-02", "2020-12-31"), [0; 4]);
        assert_eq!(
            f.tally("IND-HOU-02", "2018-12-31"),
            [0, 1, 0, 1],
            "added by the review?"
        );
        f.village
            .dangerous_houses
            .row_mut(id("d3"))
            .record
            .added_by_adjustment = Some(false);
        assert_eq!(f.tally("IND-HOU-02", "2018-12-31"), [0; 4]);
    }

    #[test]
    fn hou_03_asks_rebuilt_houses_whether_they_are_struck() {
        let mut f = Fixture::default();
        house(&mut f, "d1", DangerCategory::NonKey, 2018, Some("2018-06-01"));
        house(&mut f, "d2", DangerCategory::NonKey, 2018, None);
        assert_eq!(f.tally("IND-HOU-03", "2018-12-31"), [0, 1, 1, 1]);
        f.village.dangerous_houses.row_mut(id("d1")).record.state = Some(HouseWorkState::Closed);
        assert_eq!(f.tally("IND-HOU-03", "2018-12-31"), [1; 4]);
    }
}
