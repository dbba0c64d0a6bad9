//! Village economy and organisation: IND-VIL-01 to 09 (plan lines 26, 48, 87, 88, 90, 102).

use super::answers::{all, any, is, open_on, said, scoped};
use super::index::subject_of;
use super::poverty::of_poverty_village;
use super::registry::{ITEMS, PERSONS, TIMES, VILLAGES};
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Reason, Subject,
    Subjects, Test,
};
use crate::model::{
    ActivityKind, CollectiveIncomeEntry, CollectiveIncomeSource, DivisionCode, Kind, Label, Level,
    PartyBranchStage, TeamRole, VillageYear,
};
use crate::plan::{Chapter, PERIOD_START, ParameterKey, Unit};

const EVERY_LEVEL: &[Level] = &[Level::Village, Level::Township, Level::County];

pub(super) const INCOME: Declaration = Declaration::new(
    "IND-VIL-01",
    Label::new("村集体经济收入", "Collective income of villages"),
    (Chapter::Overall, Aggregation::Amount(Unit::Fen)),
    Judge::Each(&[Level::Village], income),
    &[
        Figure::amount(
            "IND-VIL-01",
            Label::new("年收入", "Income of the year"),
            Unit::Fen,
            None,
        ),
        Figure::amount(
            "IND-VIL-01.with_grants",
            Label::new("含财政补助", "With grants"),
            Unit::Fen,
            None,
        ),
        Figure::amount(
            "IND-VIL-01.activation",
            Label::new("盘活集体资源", "From collective resources"),
            Unit::Fen,
            None,
        ),
        Figure::amount(
            "IND-VIL-01.shares",
            Label::new("入股参股", "From shares"),
            Unit::Fen,
            None,
        ),
        Figure::amount(
            "IND-VIL-01.quantified",
            Label::new("量化资产收益", "From quantified assets"),
            Unit::Fen,
            None,
        ),
        Figure::amount(
            "IND-VIL-01.cooperative",
            Label::new("股份合作经济", "From cooperatives"),
            Unit::Fen,
            None,
        ),
    ],
);

/// The channels of income that the plan names (line 48; T-20), in the order of the figures.
const CHANNELS: [CollectiveIncomeSource; 4] = [
    CollectiveIncomeSource::AssetActivation,
    CollectiveIncomeSource::Shareholding,
    CollectiveIncomeSource::QuantifiedAsset,
    CollectiveIncomeSource::Cooperative,
];

fn income(context: &Context, subjects: &mut Subjects) {
    for entry in context.village.records.collective_income_entries.iter() {
        let Some(of_year) = of_year_and_village(entry, context) else {
            continue;
        };
        let of_source = |answer| {
            let missing = Reason::missing(Kind::CollectiveIncomeEntry, "source");
            let other = Reason::new(Cause::NotCounted, Kind::CollectiveIncomeEntry, "source");
            weighed(
                scoped(of_year, || {
                    scoped(Finding::of(answer, other, missing), || Judgement::Counts)
                }),
                entry,
            )
        };
        let mut figures = vec![
            weighed(
                scoped(of_year, || scoped(counts(entry, context), || Judgement::Counts)),
                entry,
            ),
            weighed(scoped(of_year, || Judgement::Counts), entry),
        ];
        figures.extend(CHANNELS.map(|channel| of_source(is(&entry.source, &[channel]))));
        subjects.weighed(entry, &figures);
    }
}

fn weighed(judgement: Judgement, entry: &CollectiveIncomeEntry) -> (Judgement, i64) {
    let missing = Reason::missing(Kind::CollectiveIncomeEntry, "amount");
    amount(judgement, entry.amount.map(|fen| fen.0), missing)
}

/// Whether it is income of the year so far; none when it is another village's.
fn of_year_and_village(entry: &CollectiveIncomeEntry, context: &Context) -> Option<Finding> {
    let ours = entry.village_code.is_none_or(|code| code == context.village.area);
    ours.then(|| in_year(context.in_year(entry.date), Kind::CollectiveIncomeEntry))
}

fn in_year(answer: Option<bool>, kind: Kind) -> Finding {
    let other = Reason::new(Cause::NotInYear, kind, "date");
    Finding::of(answer, other, Reason::missing(kind, "date"))
}

/// A grant counts only where the county says so.
fn counts(entry: &CollectiveIncomeEntry, context: &Context) -> Finding {
    let grants = context
        .facts
        .parameter(ParameterKey::GrantsCountAsIncome, context.year);
    if grants == Some(1) {
        return Finding::Yes;
    }
    let other = is(&entry.source, &[CollectiveIncomeSource::Grant]).map(|grant| !grant);
    Finding::of(
        other,
        Reason::new(Cause::GrantNotCounted, Kind::CollectiveIncomeEntry, "source"),
        Reason::missing(Kind::CollectiveIncomeEntry, "source"),
    )
}

const ENOUGH_INCOME: Goal = Goal::of_target::<7>(Test::EveryUnitWithin);

pub(super) const ENOUGH: Declaration = Declaration::new(
    "IND-VIL-02",
    Label::new(
        "贫困村集体经济收入达标",
        "Poverty villages with enough collective income",
    ),
    (Chapter::Overall, Aggregation::AllUnitsPass),
    Judge::Village(|context| of_poverty_village(context, || enough(context))),
    &[Figure::new(
        "IND-VIL-02",
        Label::new("达标村", "Villages with enough"),
        VILLAGES,
        Some(ENOUGH_INCOME),
    )],
);

/// The entries of the year reach the limit; a village without an entry is judged by what it reported as a whole.
fn enough(context: &Context) -> Judgement {
    let (mut least, mut open, mut none) = (0, None, true);
    for entry in context.village.records.collective_income_entries.iter() {
        let Some(of_year) = of_year_and_village(entry, context) else {
            continue;
        };
        let judgement = scoped(of_year, || scoped(counts(entry, context), || Judgement::Counts));
        none &= matches!(of_year, Finding::No(_));
        match weighed(judgement, entry) {
            (Judgement::Counts, fen) => least += fen,
            (Judgement::Unknown(reason), _) => open = Some(reason),
            _ => {}
        }
    }
    if none {
        let reported = context
            .village
            .year()
            .and_then(|row| row.collective_income_reported);
        match reported {
            Some(fen) => least = fen.0,
            None => open = Some(Reason::missing(Kind::CollectiveIncomeEntry, "amount")),
        }
    }
    let reached = ENOUGH_INCOME.limit().map(|limit| least >= limit);
    match (reached, open) {
        (Some(true), _) => Judgement::Counts,
        (Some(false), None) => Judgement::Fails(Reason::new(
            Cause::BelowThreshold,
            Kind::CollectiveIncomeEntry,
            "amount",
        )),
        (_, Some(reason)) => Judgement::Unknown(reason),
        (None, None) => Judgement::Unknown(Reason::of(Cause::BelowThreshold)),
    }
}

pub(super) const RULES: Declaration = Declaration::new(
    "IND-VIL-03",
    Label::new("贫困村村规民约修订", "Poverty villages with revised rules"),
    (Chapter::Party, Aggregation::AllUnitsPass),
    Judge::Village(|context| of_poverty_village(context, || rules_revised(context))),
    &[Figure::new(
        "IND-VIL-03",
        Label::new("已修订村", "Villages that revised"),
        VILLAGES,
        None,
    )],
);

/// Some year's record says that the rules were revised in the plan's period so far.
fn rules_revised(context: &Context) -> Judgement {
    let area = context.village.area;
    let years = context.village.records.village_years.iter();
    let code = |row: &VillageYear| row.village_code.map(DivisionCode::id);
    let of_village = years.filter(|row| subject_of(row.id, code(row)) == Some(area.id()));
    let dates: Vec<_> = of_village
        .filter_map(|row| row.village_rules_revised_on)
        .collect();
    let at = |cause| Reason::new(cause, Kind::VillageYear, "village_rules_revised_on");
    let answer = any(dates.iter().map(|date| context.since(PERIOD_START, Some(*date))));
    let answer = answer.filter(|_| !dates.is_empty());
    Finding::of(answer, at(Cause::NotDone), at(Cause::NotFilledIn)).into()
}

pub(super) const COUNCILS: Declaration = Declaration::new(
    "IND-VIL-04",
    Label::new("三会组织运行", "Villages whose three councils work"),
    (Chapter::Party, Aggregation::AllUnitsPass),
    Judge::Village(councils),
    &[Figure::new(
        "IND-VIL-04",
        Label::new("三会齐全村", "Villages with all three"),
        VILLAGES,
        None,
    )],
);

fn councils(context: &Context) -> Judgement {
    let year = context.village.year();
    let of = |value: Option<bool>, field| said(value, Kind::VillageYear, field);
    Finding::all([
        of(
            year.and_then(|row| row.org_villagers_council),
            "org_villagers_council",
        ),
        of(year.and_then(|row| row.org_moral_council), "org_moral_council"),
        of(
            year.and_then(|row| row.org_red_white_council),
            "org_red_white_council",
        ),
    ])
    .into()
}

const TEAM: Option<Goal> = Some(Goal::of_target::<83>(Test::Everybody));

pub(super) const FIRST_SECRETARY: Declaration = Declaration::new(
    "IND-VIL-05",
    Label::new("贫困村驻村工作队在岗", "Poverty villages with a resident team"),
    (Chapter::Safeguards, Aggregation::AllUnitsPass),
    Judge::Village(|context| {
        of_poverty_village(context, || {
            context.if_reported(|| first_secretary(context).into())
        })
    }),
    &[Figure::new(
        "IND-VIL-05",
        Label::new("在岗村", "Villages with a first secretary"),
        VILLAGES,
        TEAM,
    )],
);

fn first_secretary(context: &Context) -> Finding {
    let team = context.village.records.team_assignments.iter();
    let in_post = team.map(|row| {
        all(&[
            is(&row.role, &[TeamRole::FirstSecretary]),
            open_on(row.start, row.end, context.as_of),
        ])
    });
    Finding::of(
        any(in_post),
        Reason::new(Cause::NotDone, Kind::TeamAssignment, "role"),
        Reason::missing(Kind::TeamAssignment, "start"),
    )
}

pub(super) const WEAK_BRANCHES: Declaration = Declaration::new(
    "IND-VIL-06",
    Label::new("软弱涣散党组织整顿", "Weak party branches put right"),
    (Chapter::Party, Aggregation::Share),
    Judge::Each(&[Level::Township], weak_branches),
    &[Figure::new(
        "IND-VIL-06",
        Label::new("已整顿党组织", "Branches put right"),
        ITEMS,
        None,
    )],
);

/// Of the branches that the township found weak by the day, those accepted.
fn weak_branches(context: &Context, subjects: &mut Subjects) {
    for case in context.village.records.party_branch_cases.iter() {
        let found = context.has_come(case.surveyed_on);
        let later = Reason::new(Cause::NotOfTheDay, Kind::PartyBranchCase, "surveyed_on");
        let missing = Reason::missing(Kind::PartyBranchCase, "surveyed_on");
        let judgement = scoped(Finding::of(found, later, missing), || {
            let accepted = all(&[
                is(&case.stage, &[PartyBranchStage::Accepted]),
                Some(context.has_come_or_undated(case.accepted_on)),
            ]);
            let at = |cause| Reason::new(cause, Kind::PartyBranchCase, "stage");
            Finding::of(accepted, at(Cause::NotDone), at(Cause::NotFilledIn)).into()
        });
        subjects.record(case, judgement);
    }
}

pub(super) const NEW_MEMBERS: Declaration = Declaration::new(
    "IND-VIL-07",
    Label::new("发展党员", "New party members"),
    (Chapter::Party, Aggregation::Sum),
    Judge::Each(&[Level::Village], new_members),
    &[
        Figure::new(
            "IND-VIL-07",
            Label::new("青年农民", "Young farmers"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-VIL-07.migrants",
            Label::new("外出务工青年", "Migrant youth"),
            PERSONS,
            None,
        ),
        Figure::new("IND-VIL-07.women", Label::new("妇女", "Women"), PERSONS, None),
    ],
);

fn new_members(context: &Context, subjects: &mut Subjects) {
    let year = context.village.year();
    let of = |value: Option<crate::model::Count>, field| {
        amount(
            Judgement::Counts,
            value.map(|count| count.0),
            Reason::missing(Kind::VillageYear, field),
        )
    };
    subjects.area(&[
        of(
            year.and_then(|row| row.new_party_members_youth),
            "new_party_members_youth",
        ),
        of(
            year.and_then(|row| row.new_party_members_migrant_youth),
            "new_party_members_migrant_youth",
        ),
        of(
            year.and_then(|row| row.new_party_members_women),
            "new_party_members_women",
        ),
    ]);
}

pub(super) const ACTIVITIES: Declaration = Declaration::new(
    "IND-VIL-08",
    Label::new("扶志活动", "Motivation activities"),
    (Chapter::Party, Aggregation::Sum),
    Judge::Each(EVERY_LEVEL, activities),
    &[
        Figure::new("IND-VIL-08", Label::new("活动场次", "Activities"), TIMES, None),
        Figure::new(
            "IND-VIL-08.love_market",
            Label::new("爱心超市", "Points shops"),
            TIMES,
            None,
        ),
        Figure::new(
            "IND-VIL-08.five_cents",
            Label::new("“五分钱”工程", "Five cents"),
            TIMES,
            None,
        ),
        Figure::new(
            "IND-VIL-08.three_talks",
            Label::new("三讲三评", "Three talks"),
            TIMES,
            None,
        ),
        Figure::new(
            "IND-VIL-08.loudspeaker",
            Label::new("“小喇叭”工程", "Loudspeakers"),
            TIMES,
            None,
        ),
        Figure::new(
            "IND-VIL-08.honour_board",
            Label::new("善行义举榜", "Honour boards"),
            ITEMS,
            None,
        ),
    ],
);

/// Activities of the year so far, all and those that the plan names.
fn activities(context: &Context, subjects: &mut Subjects) {
    use ActivityKind as A;
    for activity in context.village.records.village_activities.iter() {
        let of_year = in_year(context.in_year(activity.date), Kind::VillageActivity);
        let at = |cause| Reason::new(cause, Kind::VillageActivity, "kind");
        let of = |kind| {
            let is_it = is(&activity.kind, &[kind]);
            let judge = || {
                scoped(
                    Finding::of(is_it, at(Cause::NotCounted), at(Cause::NotFilledIn)),
                    || Judgement::Counts,
                )
            };
            (scoped(of_year, judge), 1)
        };
        subjects.weighed(
            activity,
            &[
                (scoped(of_year, || Judgement::Counts), 1),
                of(A::LoveMarket),
                of(A::FiveCents),
                of(A::ThreeTalks),
                of(A::Loudspeaker),
                of(A::HonourBoard),
            ],
        );
    }
}

pub(super) const PAIRINGS: Declaration = Declaration::new(
    "IND-VIL-09",
    Label::new("村企结对与社会捐赠", "Enterprise pairings and donations"),
    (Chapter::Party, Aggregation::Sum),
    Judge::Each(EVERY_LEVEL, pairings),
    &[
        Figure::new("IND-VIL-09", Label::new("结对", "Pairings"), ITEMS, None),
        Figure::amount(
            "IND-VIL-09.donations",
            Label::new("捐赠", "Donations"),
            Unit::Fen,
            None,
        ),
    ],
);

/// Pairings open on the day; donations of money of the year so far. Goods have no sum.
fn pairings(context: &Context, subjects: &mut Subjects) {
    for pairing in context.village.records.enterprise_pairings.iter() {
        let open = open_on(pairing.start, pairing.end, context.as_of);
        let over = Reason::new(Cause::NotOfTheDay, Kind::EnterprisePairing, "start");
        let missing = Reason::missing(Kind::EnterprisePairing, "start");
        let judgement = scoped(Finding::of(open, over, missing), || Judgement::Counts);
        subjects.only(
            0,
            Subject::Record(Kind::EnterprisePairing),
            pairing.id.into(),
            judgement,
            1,
        );
    }
    for donation in context.village.records.donations.iter() {
        let goods = donation.amount.is_none() && donation.goods_text.is_some();
        let of_year = in_year(context.in_year(donation.date), Kind::Donation);
        let judgement = scoped(of_year, || match goods {
            true => Judgement::Excluded(Reason::new(Cause::NotCounted, Kind::Donation, "goods_text")),
            false => Judgement::Counts,
        });
        let missing = Reason::missing(Kind::Donation, "amount");
        let (judgement, weight) = amount(judgement, donation.amount.map(|fen| fen.0), missing);
        subjects.only(
            1,
            Subject::Record(Kind::Donation),
            donation.id.into(),
            judgement,
            weight,
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{
        ActivityKind, CollectiveIncomeSource, Count, DivisionCode, Fen, PartyBranchStage, TeamRole,
    };

    const END: &str = "2018-12-31";

    fn entry(f: &mut Fixture, name: &str, fen: i64, source: CollectiveIncomeSource, date: &str) {
        let row = &mut f.village.collective_income_entries.row_mut(id(name)).record;
        (row.amount, row.source, row.date) = (Some(Fen(fen)), Some(source), Some(day(date)));
    }

    #[test]
    fn vil_01_sums_the_year_by_channel_and_leaves_grants_out() {
        use CollectiveIncomeSource as S;
        let mut f = Fixture::default();
        entry(&mut f, "e1", 3_000_000, S::Shareholding, "2018-03-01");
        entry(&mut f, "e2", 500_000, S::Grant, "2018-04-01");
        entry(&mut f, "e3", 900_000, S::Leasing, "2017-12-31");
        assert_eq!(f.tally("IND-VIL-01", END), [3_000_000; 4]);
        assert_eq!(f.tally("IND-VIL-01.with_grants", END), [3_500_000; 4]);
        assert_eq!(f.tally("IND-VIL-01.shares", END), [3_000_000; 4]);
        assert_eq!(f.tally("IND-VIL-01.cooperative", END), [0; 4]);
        f.village
            .collective_income_entries
            .row_mut(id("e1"))
            .record
            .amount = None;
        assert_eq!(f.tally("IND-VIL-01", END), [0, 1, 0, 1]);
        assert_eq!(f.why("IND-VIL-01", "e2", END).1, Cause::GrantNotCounted);
    }

    #[test]
    fn vil_02_asks_poverty_villages_for_50000_yuan_a_year() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        assert_eq!(f.tally("IND-VIL-02", END), [0, 1, 0, 1]);
        entry(
            &mut f,
            "e1",
            4_999_999,
            CollectiveIncomeSource::Service,
            "2018-03-01",
        );
        assert_eq!(f.why("IND-VIL-02", VILLAGE, END).1, Cause::BelowThreshold);
        entry(&mut f, "e2", 1, CollectiveIncomeSource::Grant, "2018-04-01");
        assert_eq!(f.tally("IND-VIL-02", END), [0, 1, 1, 1]);
        entry(&mut f, "e3", 1, CollectiveIncomeSource::Other, "2018-04-01");
        assert_eq!(f.tally("IND-VIL-02", END), [1, 1, 1, 1]);
        assert_eq!(f.tally("IND-VIL-02", "2019-06-30"), [0, 1, 0, 1]);
        f.village_year(2019).collective_income_reported = Some(Fen(5_000_000));
        assert_eq!(f.tally("IND-VIL-02", "2019-06-30"), [1, 1, 1, 1]);
    }

    #[test]
    fn vil_03_and_04_ask_the_village_year() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        assert_eq!(f.tally("IND-VIL-03", END), [0, 1, 0, 1]);
        f.village_year(2018).village_rules_revised_on = Some(day("2018-05-01"));
        assert_eq!(f.tally("IND-VIL-03", "2018-04-30"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-VIL-03", "2019-04-30"), [1, 1, 1, 1]);
        let year = f.village_year(2018);
        (year.org_villagers_council, year.org_moral_council) = (Some(true), Some(true));
        assert_eq!(f.tally("IND-VIL-04", END), [0, 1, 0, 1]);
        f.village_year(2018).org_red_white_council = Some(true);
        assert_eq!(f.tally("IND-VIL-04", END), [1, 1, 1, 1]);
    }

    #[test]
    fn vil_05_needs_a_first_secretary_on_the_day() {
        let mut f = Fixture::default();
        f.poor(VILLAGE, true);
        assert_eq!(f.tally("IND-VIL-05", END), [0, 1, 1, 1]);
        let row = &mut f.village.team_assignments.row_mut(id("t1")).record;
        (row.role, row.start, row.end) = (
            Some(TeamRole::FirstSecretary),
            Some(day("2018-03-01")),
            Some(day("2018-12-31")),
        );
        assert_eq!(f.tally("IND-VIL-05", "2018-12-30"), [1, 1, 1, 1]);
        assert_eq!(f.tally("IND-VIL-05", END), [0, 1, 1, 1]);
        f.village.team_assignments.row_mut(id("t1")).record.start = None;
        assert_eq!(f.tally("IND-VIL-05", "2018-12-30"), [0, 1, 0, 1]);
    }

    #[test]
    fn vil_06_is_the_townships_ledger_of_weak_branches() {
        let mut f = Fixture::default();
        for (name, stage) in [
            ("b1", PartyBranchStage::Accepted),
            ("b2", PartyBranchStage::Rectifying),
        ] {
            let row = &mut f.township.party_branch_cases.row_mut(id(name)).record;
            (row.stage, row.surveyed_on) = (Some(stage), Some(day("2018-06-01")));
        }
        assert_eq!(f.office_tally("IND-VIL-06", &VILLAGE[..9], END), [1, 2, 2, 2]);
        assert_eq!(f.office_tally("IND-VIL-06", &VILLAGE[..9], "2018-05-31"), [0; 4]);
    }

    #[test]
    fn vil_07_to_09_count_members_activities_and_pairings() {
        let mut f = Fixture::default();
        f.village_year(2018).new_party_members_women = Some(Count(3));
        assert_eq!(f.tally("IND-VIL-07.women", END), [3; 4]);
        assert_eq!(f.tally("IND-VIL-07", END), [0, 1, 0, 1]);
        let row = &mut f.village.village_activities.row_mut(id("a1")).record;
        (row.kind, row.date) = (Some(ActivityKind::HonourBoard), Some(day("2018-07-01")));
        assert_eq!(f.tally("IND-VIL-08", END), [1; 4]);
        assert_eq!(f.tally("IND-VIL-08.honour_board", END), [1; 4]);
        assert_eq!(f.tally("IND-VIL-08.love_market", END), [0; 4]);
        let row = &mut f.village.enterprise_pairings.row_mut(id("p1")).record;
        (row.start, row.village_code) = (Some(day("2018-01-01")), DivisionCode::new(VILLAGE));
        let row = &mut f.village.donations.row_mut(id("d1")).record;
        (row.amount, row.date) = (Some(Fen(100)), Some(day("2018-02-01")));
        f.village.donations.row_mut(id("d2")).record.goods_text = Some("大米".into());
        f.village.donations.row_mut(id("d2")).record.date = Some(day("2018-02-01"));
        assert_eq!(f.tally("IND-VIL-09", END), [1; 4]);
        assert_eq!(f.tally("IND-VIL-09.donations", END), [100; 4]);
    }
}
