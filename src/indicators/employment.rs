//! Employment and training: IND-EMP-01 to 07 (plan lines 46, 50, 52).

use super::answers::{all, any, asked, is, judged, not, only_if, open_on, scoped};
use super::registry::{ITEMS, PERSONS};
use super::subjects::amount;
use super::{
    Aggregation, COHORT_DAY, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Member,
    Origin, Reason, Subject, Subjects, Test, Training,
};
use crate::model::{
    AsOf, Date, EmploymentKind, EmploymentSpell, Kind, Label, LabourCapacity, Level, OrgKind, PostAssignment,
    PublicPostKind, TradeKind, TrainingAttendance,
};
use crate::plan::{Chapter, Deadline, PERIOD_END, PERIOD_START};

const EVERY_LEVEL: &[Level] = &[Level::Village, Level::Township, Level::County];

/// Whether a member can work, fully or in part.
pub(super) fn can_work(member: &Member) -> Option<bool> {
    use LabourCapacity as L;
    is(&member.year?.labour, &[L::Ordinary, L::Skilled, L::Weak])
}

/// What is said of members who can work.
fn of_labour(member: &Member, judge: impl FnOnce() -> Judgement) -> Judgement {
    only_if(
        can_work(member),
        (Cause::NoLabour, Kind::PersonYear, "labour"),
        judge,
    )
}

pub(super) const TRANSFERS: Declaration = Declaration::new(
    "IND-EMP-01",
    Label::new("新增转移就业人数", "New transfer employment"),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Person(transfer),
    &[Figure::new(
        "IND-EMP-01",
        Label::new("新增转移就业", "Persons newly placed"),
        PERSONS,
        Some(Goal::of_target::<13>(Test::Reach(0))),
    )],
);

/// A transfer that began in the plan's three years, of a person who was in none on the evening before them.
fn transfer(member: &Member, context: &Context) -> Judgement {
    let spells = context.village.rows_of(member).spells;
    let is_transfer = |spell: &EmploymentSpell| {
        is(
            &spell.kind,
            &[EmploymentKind::Outward, EmploymentKind::LocalTransfer],
        )
    };
    let in_plan = |start: Option<Date>| match start {
        Some(start) if start > PERIOD_END => Some(false),
        start => context.since(PERIOD_START, start),
    };
    let begun = spells
        .iter()
        .map(|(_, spell)| all(&[is_transfer(spell), in_plan(spell.start)]));
    let before_plan = AsOf::new(COHORT_DAY);
    let before = spells.iter().map(|(_, spell)| {
        let open = open_on(spell.start, spell.end, &before_plan);
        all(&[is_transfer(spell), open])
    });
    let new = all(&[any(begun), not(any(before))]);
    judged(new, Cause::NoNewTransfer, Kind::EmploymentSpell, "start")
}

pub(super) const COVERED: Declaration = Declaration::new(
    "IND-EMP-02",
    Label::new("劳动力培训就业覆盖率", "Labour trained or employed"),
    (Chapter::Industry, Aggregation::Share),
    Judge::Person(|member, context| of_labour(member, || covered(member, context))),
    &[Figure::new(
        "IND-EMP-02",
        Label::new("已培训或就业", "Trained or employed"),
        PERSONS,
        Some(Goal::of_target::<11>(Test::Everybody)),
    )],
);

/// Trained in the plan's period so far, or at work on the day; farming the own land is no employment.
fn covered(member: &Member, context: &Context) -> Judgement {
    let rows = context.village.rows_of(member);
    let trained = rows.attendances.iter().map(|(_, row)| {
        let training = training(row, context);
        context.since(PERIOD_START, training.and_then(|training| training.from))
    });
    let employed = rows.spells.iter().map(|(_, spell)| {
        all(&[
            not(is(&spell.kind, &[EmploymentKind::Farming])),
            open_on(spell.start, spell.end, context.as_of),
        ])
    });
    let covered = any([any(trained), any(employed)]);
    judged(
        covered,
        Cause::NotTrainedNorEmployed,
        Kind::EmploymentSpell,
        "start",
    )
}

/// The training of an attendance: the area's own, or one that the county held.
pub(super) fn training(row: &TrainingAttendance, context: &Context) -> Option<Training> {
    let own = row
        .session_id
        .and_then(|id| context.village.records.training_sessions.get(id))
        .map(Training::from);
    own.or_else(|| context.facts.training(row.session_id).cloned())
}

const TIMES: Label = Label::new("人次", "attendances");

pub(super) const TRAININGS: Declaration = Declaration::new(
    "IND-EMP-03",
    Label::new("职业技能培训", "Vocational training"),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Each(EVERY_LEVEL, trainings),
    &[
        Figure::new("IND-EMP-03", Label::new("培训人次", "Attendances"), TIMES, None),
        Figure::new("IND-EMP-03.welder", Label::new("电焊工", "Welders"), TIMES, None),
        Figure::new(
            "IND-EMP-03.construction",
            Label::new("建筑", "Construction"),
            TIMES,
            None,
        ),
        Figure::new("IND-EMP-03.cook", Label::new("厨师", "Cooks"), TIMES, None),
        Figure::new("IND-EMP-03.tea", Label::new("茶叶栽培与加工", "Tea"), TIMES, None),
        Figure::new("IND-EMP-03.fruit", Label::new("果树工", "Fruit"), TIMES, None),
        Figure::new(
            "IND-EMP-03.animal_health",
            Label::new("动物防疫员", "Animal health"),
            TIMES,
            None,
        ),
    ],
);

/// Attendances of persons in the year so far, all and by the trades that the plan names.
fn trainings(context: &Context, subjects: &mut Subjects) {
    use TradeKind as T;
    for row in context.village.records.training_attendances.iter() {
        if row.person_id.is_none() {
            continue;
        }
        let training = training(row, context);
        let of_year = asked(
            context.in_year(training.as_ref().and_then(|training| training.from)),
            Cause::NotInYear,
            Kind::TrainingSession,
            "date_from",
        );
        let of = |trade| {
            let taught = training
                .as_ref()
                .and_then(|training| is(&training.trade, &[trade]));
            let other = (Cause::NotCounted, Kind::TrainingSession, "trade");
            (
                scoped(of_year, || only_if(taught, other, || Judgement::Counts)),
                1,
            )
        };
        subjects.weighed(
            row,
            &[
                (scoped(of_year, || Judgement::Counts), 1),
                of(T::Welder),
                of(T::Construction),
                of(T::Cook),
                of(T::Tea),
                of(T::Fruit),
                of(T::AnimalHealth),
            ],
        );
    }
}

pub(super) const POSTS: Declaration = Declaration::new(
    "IND-EMP-04",
    Label::new("公益性岗位", "Public-welfare posts"),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Each(&[Level::Village], posts),
    &[
        Figure::new(
            "IND-EMP-04",
            Label::new("在岗人数", "Persons in post"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.cleaning",
            Label::new("保洁", "Cleaning"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.security",
            Label::new("治安", "Security"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.road_care",
            Label::new("护路", "Road care"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.water_care",
            Label::new("管水", "Water care"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.disabled_help",
            Label::new("扶残助残", "Help for the disabled"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.elder_care",
            Label::new("养老护理", "Care of the old"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-EMP-04.places",
            Label::new("岗位名额", "Places of the year"),
            ITEMS,
            None,
        ),
    ],
);

const KINDS: [PublicPostKind; 6] = [
    PublicPostKind::Cleaning,
    PublicPostKind::Security,
    PublicPostKind::RoadCare,
    PublicPostKind::WaterCare,
    PublicPostKind::DisabledHelp,
    PublicPostKind::ElderCare,
];

/// Posts held on the day, all and by the kinds that the plan names, and the places that the village has in the year.
fn posts(context: &Context, subjects: &mut Subjects) {
    let records = context.village.records;
    for row in records.post_assignments.iter() {
        let subject = Subject::Record(Kind::PostAssignment);
        let held = held(row, context);
        subjects.only(0, subject, row.id.into(), scoped(held, || Judgement::Counts), 1);
        for (place, kind) in KINDS.iter().enumerate() {
            let judgement = scoped(held, || {
                let other = (Cause::NotCounted, Kind::PublicPost, "kind");
                only_if(post_is(row, kind, context), other, || Judgement::Counts)
            });
            subjects.only(place + 1, subject, row.id.into(), judgement, 1);
        }
    }
    for post in records.public_posts.iter() {
        let of_year = post.year.map(|year| year == context.year);
        let judgement = only_if(of_year, (Cause::NotInYear, Kind::PublicPost, "year"), || {
            Judgement::Counts
        });
        let missing = Reason::missing(Kind::PublicPost, "quota");
        let (judgement, weight) = amount(judgement, post.quota.map(|quota| quota.0), missing);
        subjects.only(
            KINDS.len() + 1,
            Subject::Record(Kind::PublicPost),
            post.id.into(),
            judgement,
            weight,
        );
    }
}

fn held(row: &PostAssignment, context: &Context) -> Finding {
    asked(
        open_on(row.start, row.end, context.as_of),
        Cause::NotOfTheDay,
        Kind::PostAssignment,
        "start",
    )
}

fn post_is(row: &PostAssignment, kind: &PublicPostKind, context: &Context) -> Option<bool> {
    let post = context.village.records.public_posts.get(row.post_id?)?;
    is(&post.kind, std::slice::from_ref(kind))
}

pub(super) const RANGERS: Declaration = Declaration::new(
    "IND-EMP-05",
    Label::new(
        "建档立卡户生态护林员",
        "Forest rangers from registered households",
    ),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Each(&[Level::Village], rangers),
    &[Figure::new(
        "IND-EMP-05",
        Label::new("护林员", "Rangers"),
        PERSONS,
        None,
    )],
);

/// Of the rangers on the day, those who live in a registered household.
fn rangers(context: &Context, subjects: &mut Subjects) {
    for row in context.village.records.post_assignments.iter() {
        let judgement = scoped(held(row, context), || {
            let ranger = post_is(row, &PublicPostKind::ForestRanger, context);
            only_if(
                ranger,
                (Cause::NotCounted, Kind::PublicPost, "kind"),
                || match context.village.home(row.person_id).map(|view| view.registered()) {
                    Some(Ok(_)) => Judgement::Counts,
                    Some(Err(Judgement::Unknown(reason))) => Judgement::Unknown(reason),
                    _ => Judgement::Fails(Reason::new(Cause::NotRegistered, Kind::Household, "registered")),
                },
            )
        });
        subjects.record(row, judgement);
    }
}

/// 精准三个清单: line 50 asks for it without a number.
const EVERYBODY: Option<Goal> = Some(Goal {
    test: Test::Everybody,
    origin: Origin::Implied {
        line: 50,
        deadline: Deadline::Continuous,
    },
});

pub(super) const LISTED: Declaration = Declaration::new(
    "IND-EMP-06",
    Label::new(
        "劳动力意愿与技能清单完整率",
        "Wishes and skills of labour recorded",
    ),
    (Chapter::Industry, Aggregation::Share),
    Judge::Person(|member, _| of_labour(member, || listed(member).into())),
    &[Figure::new(
        "IND-EMP-06",
        Label::new("清单完整", "Recorded in full"),
        PERSONS,
        EVERYBODY,
    )],
);

/// An empty field is a no: the list is not complete while it is empty.
fn listed(member: &Member) -> Finding {
    let filled = |is_filled: bool, field| {
        let missing = Reason::missing(Kind::PersonYear, field);
        Finding::of(Some(is_filled), missing, missing)
    };
    let year = member.year;
    Finding::all([
        filled(
            year.is_some_and(|row| row.employment_willing.is_some()),
            "employment_willing",
        ),
        filled(
            year.is_some_and(|row| row.employment_trades.is_some()),
            "employment_trades",
        ),
    ])
}

pub(super) const WORKSHOPS: Declaration = Declaration::new(
    "IND-EMP-07",
    Label::new("扶贫车间", "Workshops"),
    (Chapter::Industry, Aggregation::Sum),
    Judge::Each(EVERY_LEVEL, workshops),
    &[
        Figure::new("IND-EMP-07", Label::new("车间", "Workshops"), ITEMS, None),
        Figure::new(
            "IND-EMP-07.workers",
            Label::new("在车间就业", "Workers"),
            PERSONS,
            None,
        ),
    ],
);

/// Workshops in the list of units, and spells of work in one on the day.
fn workshops(context: &Context, subjects: &mut Subjects) {
    let records = context.village.records;
    for unit in records.org_units.iter() {
        let workshop = is(&unit.kind, &[OrgKind::Workshop]);
        let judgement = only_if(workshop, (Cause::NotCounted, Kind::OrgUnit, "kind"), || {
            Judgement::Counts
        });
        subjects.only(0, Subject::Record(Kind::OrgUnit), unit.id.into(), judgement, 1);
    }
    for spell in records.employment_spells.iter() {
        let judgement = only_if(
            is(&spell.kind, &[EmploymentKind::Workshop]),
            (Cause::NotCounted, Kind::EmploymentSpell, "kind"),
            || {
                let over = (Cause::NotOfTheDay, Kind::EmploymentSpell, "start");
                let open = open_on(spell.start, spell.end, context.as_of);
                only_if(open, over, || Judgement::Counts)
            },
        );
        subjects.only(
            1,
            Subject::Record(Kind::EmploymentSpell),
            spell.id.into(),
            judgement,
            1,
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{
        Count, EmploymentKind, LabourCapacity, OrgKind, PersonId, PublicPostId, PublicPostKind, TradeKind,
        TrainingSessionId, Year,
    };

    const END: &str = "2018-12-31";

    fn spell(
        f: &mut Fixture,
        name: &str,
        person: &str,
        kind: EmploymentKind,
        start: &str,
        end: Option<&str>,
    ) {
        let row = &mut f.village.employment_spells.row_mut(id(name)).record;
        row.person_id = Some(PersonId(id(person)));
        (row.kind, row.start, row.end) = (Some(kind), Some(day(start)), end.map(day));
    }

    fn post(f: &mut Fixture, name: &str, person: &str, kind: PublicPostKind) {
        let row = &mut f.village.public_posts.row_mut(id(name)).record;
        (row.kind, row.year, row.quota) = (Some(kind), Some(Year(2018)), Some(Count(2)));
        let row = &mut f.village.post_assignments.row_mut(id(name)).record;
        (row.post_id, row.person_id) = (Some(PublicPostId(id(name))), Some(PersonId(id(person))));
        row.start = Some(day("2018-02-01"));
    }

    #[test]
    fn emp_01_counts_a_person_once_when_a_transfer_begins_in_the_period() {
        use EmploymentKind as K;
        let mut f = Fixture::default();
        f.household("h1", 3);
        spell(&mut f, "s1", "h1p1", K::Outward, "2018-03-01", None);
        spell(&mut f, "s2", "h1p1", K::LocalTransfer, "2019-03-01", None);
        spell(&mut f, "s3", "h1p2", K::Outward, "2017-03-01", Some("2018-01-01"));
        spell(&mut f, "s4", "h1p2", K::Outward, "2018-05-01", None);
        spell(&mut f, "s5", "h1p3", K::Farming, "2018-05-01", None);
        assert_eq!(f.tally("IND-EMP-01", "2018-02-28"), [0, 3, 3, 3]);
        assert_eq!(f.tally("IND-EMP-01", "2020-12-31"), [1, 3, 3, 3]);
        assert_eq!(f.why("IND-EMP-01", "h1p2", END).1, Cause::NoNewTransfer);
        spell(&mut f, "s3", "h1p2", K::Outward, "2017-03-01", Some("2017-12-31"));
        assert_eq!(
            f.tally("IND-EMP-01", END),
            [2, 3, 3, 3],
            "it was over that evening"
        );
    }

    #[test]
    fn emp_02_wants_training_or_work_of_everybody_who_can() {
        let mut f = Fixture::default();
        f.household("h1", 2);
        for person in ["h1p1", "h1p2"] {
            f.person_year(person, 2018).labour = Some(LabourCapacity::Ordinary);
        }
        spell(
            &mut f,
            "s1",
            "h1p1",
            EmploymentKind::SelfEmployed,
            "2018-03-01",
            None,
        );
        assert_eq!(f.tally("IND-EMP-02", END), [1, 2, 2, 2]);
        let row = &mut f.village.training_attendances.row_mut(id("a1")).record;
        (row.person_id, row.session_id) = (Some(PersonId(id("h1p2"))), Some(TrainingSessionId(id("t1"))));
        assert_eq!(
            f.tally("IND-EMP-02", END),
            [1, 2, 1, 2],
            "the training is not known"
        );
        f.county.training_sessions.row_mut(id("t1")).record.date_from = Some(day("2018-06-01"));
        assert_eq!(f.tally("IND-EMP-02", END), [2, 2, 2, 2]);
        f.person_year("h1p2", 2018).labour = Some(LabourCapacity::None);
        assert_eq!(f.tally("IND-EMP-02", END), [1, 1, 1, 1]);
    }

    #[test]
    fn emp_03_counts_attendances_by_trade() {
        let mut f = Fixture::default();
        let row = &mut f.village.training_attendances.row_mut(id("a1")).record;
        (row.person_id, row.session_id) = (Some(PersonId(id("p1"))), Some(TrainingSessionId(id("t1"))));
        let session = &mut f.village.training_sessions.row_mut(id("t1")).record;
        (session.date_from, session.trade) = (Some(day("2018-06-01")), Some(TradeKind::Tea));
        assert_eq!(f.tally("IND-EMP-03", END), [1; 4]);
        assert_eq!(f.tally("IND-EMP-03.tea", END), [1; 4]);
        assert_eq!(f.tally("IND-EMP-03.cook", END), [0; 4]);
        assert_eq!(f.tally("IND-EMP-03", "2019-06-30"), [0; 4]);
    }

    #[test]
    fn emp_04_and_05_count_posts_held_on_the_day() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.household("h2", 1).registered = Some(false);
        post(&mut f, "j1", "h1p1", PublicPostKind::ForestRanger);
        post(&mut f, "j2", "h2p1", PublicPostKind::ForestRanger);
        post(&mut f, "j3", "h1p1", PublicPostKind::Cleaning);
        assert_eq!(f.tally("IND-EMP-04", END), [3; 4]);
        assert_eq!(f.tally("IND-EMP-04.cleaning", END), [1; 4]);
        assert_eq!(f.tally("IND-EMP-04.places", END), [6; 4]);
        assert_eq!(f.tally("IND-EMP-05", END), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-EMP-05", "2018-01-31"), [0; 4]);
        f.village.public_posts.row_mut(id("j2")).record.kind = None;
        assert_eq!(f.tally("IND-EMP-05", END), [1, 2, 1, 2]);
    }

    #[test]
    fn emp_06_wants_the_wish_and_the_skills() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert_eq!(f.tally("IND-EMP-06", END), [0, 1, 0, 1]);
        let year = f.person_year("h1p1", 2018);
        (year.labour, year.employment_willing) = (Some(LabourCapacity::Skilled), Some(false));
        assert_eq!(
            f.why("IND-EMP-06", "h1p1", END).2,
            "person_year.employment_trades"
        );
        f.person_year("h1p1", 2018).employment_trades = Some(Vec::new());
        assert_eq!(f.tally("IND-EMP-06", END), [1; 4]);
    }

    #[test]
    fn emp_07_counts_workshops_and_those_who_work_in_one() {
        let mut f = Fixture::default();
        f.village.org_units.row_mut(id("w1")).record.kind = Some(OrgKind::Workshop);
        f.village.org_units.row_mut(id("w2")).record.kind = Some(OrgKind::School);
        spell(
            &mut f,
            "s1",
            "p1",
            EmploymentKind::Workshop,
            "2018-03-01",
            Some("2018-06-01"),
        );
        assert_eq!(f.tally("IND-EMP-07", END), [1; 4]);
        assert_eq!(f.tally("IND-EMP-07.workers", "2018-05-31"), [1; 4]);
        assert_eq!(f.tally("IND-EMP-07.workers", END), [0; 4]);
    }
}
