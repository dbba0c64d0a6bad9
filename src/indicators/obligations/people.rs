//! Resident teams renewed, officials trained: O-12 and O-13 (plan lines 102, 108).

use super::owed::{Duty, Owed, Part, Target, Who};
use super::periods::Period;
use crate::indicators::answers::{all, any, is, judged, only_if};
use crate::indicators::employment::training;
use crate::indicators::poverty::of_poverty_village;
use crate::indicators::registry::{PERSONS, VILLAGES};
use crate::indicators::{
    Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Judgement, Reason, Subjects, Test,
};
use crate::model::{DivisionCode, Kind, Label, Level, Official, PostKind};
use crate::plan::divisions::COUNTY;
use crate::plan::{Chapter, ObligationId};

pub(in crate::indicators) const TEAM_RENEWED: Declaration = Declaration::new(
    "IND-OBL-12",
    Label::new("贫困村驻村队员年度调整", "Resident teams renewed in the year"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Village(renewed_in),
    &[Figure::new(
        "IND-OBL-12",
        Label::new("已调整村", "Villages renewed"),
        VILLAGES,
        Some(Goal::of_target::<83>(Test::Everybody)),
    )],
);

pub(super) static TEAMS: Duty = Duty {
    obligation: ObligationId::of::<12>(),
    of: Level::County,
    levels: &[Level::Village],
    owed: |duty, context, year| {
        let target = Target::Place(context.village.area);
        by_county(
            duty,
            context,
            year,
            Kind::TeamAssignment,
            Part::judged(target, renewed_in(context)),
        )
    },
};

/// What the county owes as a whole, as the records of one area tell.
fn by_county(
    duty: &'static Duty,
    context: &Context,
    year: &Period,
    kind: Kind,
    parts: impl IntoIterator<Item = Part>,
) -> Vec<Owed> {
    let county = DivisionCode::new(COUNTY).unwrap_or(context.village.area);
    vec![Owed {
        parts: parts.into_iter().collect(),
        missed: Reason::new(Cause::NotDone, kind, "start"),
        missing: Reason::missing(kind, "start"),
        ..duty.owed_by(Who::Area(county), context, year, kind)
    }]
}

fn renewed_in(context: &Context) -> Judgement {
    of_poverty_village(context, || context.if_reported(|| renewed(context)))
}

/// Somebody joined the team in the year so far.
fn renewed(context: &Context) -> Judgement {
    let team = context.village.records.team_assignments.iter();
    let joined = any(team.map(|row| context.in_year(row.start)));
    judged(joined, Cause::NotDone, Kind::TeamAssignment, "start")
}

pub(in crate::indicators) const EVERYONE_TRAINED: Declaration = Declaration::new(
    "IND-OBL-13",
    Label::new("干部全员轮训", "Everyone trained once a year"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(EVERY_LEVEL, everyone),
    &[Figure::new(
        "IND-OBL-13",
        Label::new("已轮训", "Trained"),
        PERSONS,
        Some(Goal::of_target::<80>(Test::Everybody)),
    )],
);

const EVERY_LEVEL: &[Level] = &[Level::Village, Level::Township, Level::County];

/// 扶贫干部、驻村第一书记（队长）、驻村工作队员.
const ROSTER: [PostKind; 3] = [
    PostKind::PovertyOfficial,
    PostKind::FirstSecretary,
    PostKind::TeamMember,
];

pub(super) static ROSTER_TRAINED: Duty = Duty {
    obligation: ObligationId::of::<13>(),
    of: Level::County,
    levels: EVERY_LEVEL,
    owed: |duty, context, year| {
        let officials = context.village.records.officials.iter();
        let parts = officials.filter_map(|official| {
            let target = Target::Official(context.village.area, official.id);
            Part::judged(target, training_of(official, context))
        });
        by_county(duty, context, year, Kind::TrainingAttendance, parts)
    },
};

/// Of the officials on the roster on the day, wherever they are kept, those with a training in the year so far, the
/// area's own or the county's.
fn everyone(context: &Context, subjects: &mut Subjects) {
    for official in context.village.records.officials.iter() {
        subjects.record(official, training_of(official, context));
    }
}

fn training_of(official: &Official, context: &Context) -> Judgement {
    let posts = official.posts.as_ref();
    let on_roster = posts.and_then(|posts| any(posts.iter().map(|post| is(&Some(post.clone()), &ROSTER))));
    only_if(on_roster, (Cause::NotCounted, Kind::Official, "posts"), || {
        only_if(
            in_post(official, context),
            (Cause::NotOfTheDay, Kind::Official, "active_from"),
            || {
                judged(
                    trained(official, context),
                    Cause::NotDone,
                    Kind::TrainingAttendance,
                    "session_id",
                )
            },
        )
    })
}

/// One without a first day has been in post all along.
fn in_post(official: &Official, context: &Context) -> Option<bool> {
    all(&[
        Some(context.has_come_or_undated(official.active_from)),
        Some(context.has_come(official.active_to) != Some(true)),
    ])
}

fn trained(official: &Official, context: &Context) -> Option<bool> {
    let attendances = context.village.records.training_attendances.iter();
    let own = attendances.filter(|row| row.official_id == Some(official.id));
    let own = any(own.map(|row| context.in_year(training(row, context).and_then(|training| training.from))));
    let of_county = context.facts.trainings_of(official.id);
    let of_county = any(of_county.map(|session| {
        let from = context.facts.training(session).and_then(|training| training.from);
        context.in_year(from)
    }));
    any([own, of_county])
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{OfficialId, PostKind, TrainingSessionId};

    const END: &str = "2018-12-31";

    #[test]
    fn obl_12_wants_a_new_member_every_year_in_poverty_villages() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        f.village.team_assignments.row_mut(id("t1")).record.start = Some(day("2018-03-01"));
        assert_eq!(f.tally("IND-OBL-12", "2018-02-28"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-OBL-12", END), [1; 4]);
        assert_eq!(f.tally("IND-OBL-12", "2019-12-31"), [0, 1, 1, 1]);
        assert_eq!(
            f.county_tally("IND-OBL-12", END),
            [1, 124, 1, 124],
            "nobody has named the others"
        );
    }

    #[test]
    fn obl_13_counts_those_on_the_roster_with_a_training_of_the_year() {
        let mut f = Fixture::default();
        let official = &mut f.village.officials.row_mut(id("o1")).record;
        official.posts = Some(vec![PostKind::TeamMember]);
        f.village.officials.row_mut(id("o2")).record.posts = Some(vec![PostKind::VillageDoctor]);
        assert_eq!(f.tally("IND-OBL-13", END), [0, 1, 1, 1]);
        let row = &mut f.county.training_attendances.row_mut(id("a1")).record;
        (row.official_id, row.session_id) = (Some(OfficialId(id("o1"))), Some(TrainingSessionId(id("t1"))));
        assert_eq!(
            f.tally("IND-OBL-13", END),
            [0, 1, 0, 1],
            "when the training was is not known"
        );
        f.county.training_sessions.row_mut(id("t1")).record.date_from = Some(day("2018-09-01"));
        assert_eq!(f.tally("IND-OBL-13", END), [1; 4]);
        assert_eq!(f.tally("IND-OBL-13", "2019-06-30"), [0, 1, 1, 1]);
    }
}
