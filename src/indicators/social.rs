//! Social protection: IND-SOC-01 to 07 (plan lines 50, 63).

use super::answers::{all, any, is, judged, not, only_if, said, scoped};
use super::projects::accepted;
use super::register::{Poverty, Register};
use super::registry::{HOUSEHOLDS, PERSONS};
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Member,
    Reason, Subjects, Test,
};
use crate::model::{
    GrantKind, InsurancePayer, Kind, Label, LeftBehind, Level, Pension, ProjectCategory, StatusEventKind,
    TekunSupport, Year, YearMonth,
};
use crate::plan::Chapter;

pub(super) const PENSION: Declaration = Declaration::new(
    "IND-SOC-01",
    Label::new("养老保险参保率", "Pension insurance"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(pension),
    &[Figure::new(
        "IND-SOC-01",
        Label::new("参保人数", "Persons insured"),
        PERSONS,
        None,
    )],
);

/// From this age on the residents' pension insurance takes those who are not at school (B14).
const PENSION_AGE: i32 = 16;

/// Old enough for the insurance and not at school.
fn may_be_insured(member: &Member, context: &Context) -> Option<bool> {
    let birth = member.person.and_then(|person| person.birth_date);
    let old_enough = birth.map(|birth| context.as_of.has_age(birth, PENSION_AGE));
    let at_school = member.year.and_then(crate::model::PersonYear::studies);
    all(&[old_enough, not(at_school)])
}

fn pension(member: &Member, context: &Context) -> Judgement {
    let other = (Cause::NotEligible, Kind::PersonYear, "student_status");
    only_if(may_be_insured(member, context), other, || {
        let insured = [Pension::Resident, Pension::Employee, Pension::Receiving];
        let insured = member.year.and_then(|row| is(&row.pension, &insured));
        judged(insured, Cause::SaysNo, Kind::PersonYear, "pension")
    })
}

pub(super) const PENSION_PAID: Declaration = Declaration::new(
    "IND-SOC-02",
    Label::new("养老保险代缴率", "Pension premium paid for the eligible"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(pension_paid),
    &[Figure::new(
        "IND-SOC-02",
        Label::new("已代缴", "Paid for"),
        PERSONS,
        Some(Goal::of_target::<35>(Test::Everybody)),
    )],
);

/// Of those entitled, those for whom the government pays. Who may be insured has to be asked.
fn pension_paid(member: &Member, context: &Context) -> Judgement {
    let entitled = member.year.and_then(|row| row.pension_aid_eligible);
    let entitled = match (entitled, may_be_insured(member, context)) {
        (None, Some(false)) => Some(false),
        (entitled, _) => entitled,
    };
    only_if(
        entitled,
        (Cause::NotEligible, Kind::PersonYear, "pension_aid_eligible"),
        || {
            let paid = member
                .year
                .and_then(|row| is(&row.pension_premium_payer, &[InsurancePayer::Government]));
            judged(paid, Cause::NotDone, Kind::PersonYear, "pension_premium_payer")
        },
    )
}

pub(super) const DIBAO: Declaration = Declaration::new(
    "IND-SOC-03",
    Label::new("低保应保尽保", "Living allowance for all who are entitled"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], dibao),
    &[Figure::new(
        "IND-SOC-03",
        Label::new("享受低保", "Persons covered"),
        PERSONS,
        Some(Goal::of_target::<36>(Test::Everybody)),
    )],
);

/// Members of registered households that are entitled.
fn dibao(context: &Context, subjects: &mut Subjects) {
    for view in context.village.households() {
        let entitled = view.year.and_then(|row| row.dibao_eligible);
        let other = (Cause::NotEligible, Kind::HouseholdYear, "dibao_eligible");
        for (_, member) in view.members {
            let of_member = |member: &Member, _: &Context| {
                only_if(entitled, other, || {
                    said(member.year.and_then(|row| row.dibao), Kind::PersonYear, "dibao").into()
                })
            };
            let judgement = super::explain::of_member(&view, member, context, of_member);
            subjects.person(member, &[(judgement, 1)]);
        }
    }
}

pub(super) const RELIEF: Declaration = Declaration::new(
    "IND-SOC-04",
    Label::new("返贫户临时救助", "Relief for households that fell back"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Household(relief),
    &[Figure::new(
        "IND-SOC-04",
        Label::new("已救助户", "Households aided"),
        HOUSEHOLDS,
        Some(Goal::of_target::<37>(Test::Everybody)),
    )],
);

/// Of the households fallen back on the day, those with a temporary grant since then.
fn relief(view: &HouseholdView, context: &Context) -> Judgement {
    match view.register {
        Register::In(Poverty::Returned) => {}
        Register::In(Poverty::Unknown(reason)) | Register::Unknown(reason) => {
            return Judgement::Unknown(reason);
        }
        Register::In(_) => {
            let reason = Reason::new(Cause::DidNotFallBack, Kind::Household, "poverty_status");
            return Judgement::Excluded(reason);
        }
        Register::Out(reason) => return Judgement::Excluded(reason),
    }
    let since = fell_back_in(view, context);
    let granted = view.grants.iter().map(|(_, grant)| {
        let in_time = grant
            .from_month
            .and_then(|month| Some(since? <= month && context.as_of.has_come_to(month.first_day())));
        all(&[is(&grant.kind, &[GrantKind::Temporary]), in_time])
    });
    judged(any(granted), Cause::NoRelief, Kind::SocialGrant, "kind")
}

/// The month in which a household fell back last, or the first one of the year that its own field says.
fn fell_back_in(view: &HouseholdView, context: &Context) -> Option<YearMonth> {
    let by_event = view.events.iter().filter_map(|(_, event)| {
        let date = event.date.filter(|date| context.as_of.has_come_to(*date))?;
        (event.kind == Some(StatusEventKind::Returned)).then(|| YearMonth::of(date))
    });
    let by_year = |year: Year| YearMonth { year, month: 1 };
    by_event.max().or(view.household.returned_year.map(by_year))
}

pub(super) const TEKUN: Declaration = Declaration::new(
    "IND-SOC-05",
    Label::new("特困人员供养", "Destitute persons supported"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Each(&[Level::Village], |context, subjects| {
        each_member(
            context,
            subjects,
            &TEKUN_GROUPS,
            Kind::PersonYear,
            "tekun",
            |member, wanted| is(&member.year?.tekun, wanted),
        );
    }),
    &[
        Figure::new("IND-SOC-05", Label::new("供养人数", "Persons"), PERSONS, None),
        Figure::new(
            "IND-SOC-05.centralised",
            Label::new("集中供养", "In a home"),
            PERSONS,
            None,
        ),
        Figure::new(
            "IND-SOC-05.dispersed",
            Label::new("分散供养", "At home"),
            PERSONS,
            None,
        ),
    ],
);

const TEKUN_GROUPS: [&[TekunSupport]; 3] = [
    &[TekunSupport::Centralised, TekunSupport::Dispersed],
    &[TekunSupport::Centralised],
    &[TekunSupport::Dispersed],
];

pub(super) const LEFT_BEHIND: Declaration = Declaration::new(
    "IND-SOC-07",
    Label::new("留守人员", "Persons left behind"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Each(&[Level::Village], |context, subjects| {
        each_member(
            context,
            subjects,
            &LEFT_GROUPS,
            Kind::PersonYear,
            "left_behind",
            |member, wanted| is(&member.year?.left_behind, wanted),
        );
    }),
    &[
        Figure::new(
            "IND-SOC-07",
            Label::new("建档人数", "Persons on file"),
            PERSONS,
            None,
        ),
        Figure::new("IND-SOC-07.elders", Label::new("老人", "The old"), PERSONS, None),
        Figure::new("IND-SOC-07.women", Label::new("妇女", "Women"), PERSONS, None),
        Figure::new(
            "IND-SOC-07.children",
            Label::new("儿童", "Children"),
            PERSONS,
            None,
        ),
    ],
);

const LEFT_GROUPS: [&[LeftBehind]; 4] = [
    &[LeftBehind::Elder, LeftBehind::Woman, LeftBehind::Child],
    &[LeftBehind::Elder],
    &[LeftBehind::Woman],
    &[LeftBehind::Child],
];

/// Members of registered households in each of the groups, one a figure.
fn each_member<T>(
    context: &Context,
    subjects: &mut Subjects,
    groups: &[&[T]],
    kind: Kind,
    field: &'static str,
    is_in: fn(&Member, &[T]) -> Option<bool>,
) {
    for view in context.village.households() {
        for (_, member) in view.members {
            let said: Vec<_> = groups
                .iter()
                .map(|group| {
                    let judge = |member: &Member, _: &Context| {
                        judged(is_in(member, group), Cause::NotCounted, kind, field)
                    };
                    (super::explain::of_member(&view, member, context, judge), 1)
                })
                .collect();
            subjects.person(member, &said);
        }
    }
}

pub(super) const BARRIER_FREE: Declaration = Declaration::new(
    "IND-SOC-06",
    Label::new("重度残疾人家庭无障碍改造", "Barrier-free rebuilding"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Each(&[Level::County], barrier_free),
    &[Figure::new(
        "IND-SOC-06",
        Label::new("验收项目", "Projects accepted"),
        HOUSEHOLDS,
        None,
    )],
);

fn barrier_free(context: &Context, subjects: &mut Subjects) {
    for project in context.village.records.projects.iter() {
        let is_it = is(&project.category, &[ProjectCategory::BarrierFree]);
        let other = Reason::new(Cause::NotCounted, Kind::Project, "category");
        let missing = Reason::missing(Kind::Project, "category");
        let judgement = scoped(Finding::of(is_it, other, missing), || {
            accepted(project, context).into()
        });
        subjects.record(project, judgement);
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{
        GrantKind, HouseholdId, InsurancePayer, LeftBehind, Pension, ProjectCategory, ProjectStage,
        StatusEventKind, StudentStatus, TekunSupport, YearMonth,
    };

    const END: &str = "2018-12-31";

    #[test]
    fn soc_01_and_02_ask_those_of_16_and_more_who_are_not_at_school() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person("h1", "h1p1").birth_date = Some(day("2002-12-31"));
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::NotStudent);
        f.person_year("h1p1", 2018).pension = Some(Pension::Receiving);
        assert_eq!(f.tally("IND-SOC-01", "2018-12-30"), [0; 4]);
        assert_eq!(f.tally("IND-SOC-01", END), [1; 4]);
        assert_eq!(f.tally("IND-SOC-02", END), [0, 1, 0, 1]);
        f.person_year("h1p1", 2018).pension_aid_eligible = Some(true);
        f.person_year("h1p1", 2018).pension_premium_payer = Some(InsurancePayer::Mixed);
        assert_eq!(f.tally("IND-SOC-02", END), [0, 1, 1, 1]);
        f.person_year("h1p1", 2018).pension_premium_payer = Some(InsurancePayer::Government);
        assert_eq!(f.tally("IND-SOC-02", END), [1; 4]);
        f.person_year("h1p1", 2018).student_status = Some(StudentStatus::Senior1);
        assert_eq!(f.why("IND-SOC-01", "h1p1", END).1, Cause::NotEligible);
    }

    #[test]
    fn soc_03_wants_the_allowance_for_members_of_entitled_households() {
        let mut f = Fixture::default();
        f.household("h1", 2);
        assert_eq!(f.tally("IND-SOC-03", END), [0, 2, 0, 2]);
        f.year("h1", 2018).dibao_eligible = Some(true);
        f.person_year("h1p1", 2018).dibao = Some(true);
        f.person_year("h1p2", 2018).dibao = Some(false);
        assert_eq!(f.tally("IND-SOC-03", END), [1, 2, 2, 2]);
        f.year("h1", 2018).dibao_eligible = Some(false);
        assert_eq!(f.tally("IND-SOC-03", END), [0; 4]);
    }

    #[test]
    fn soc_04_wants_relief_since_the_household_fell_back() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.event("h1", StatusEventKind::Exited, "2016-01-01");
        f.event("h1", StatusEventKind::Returned, "2018-07-15");
        assert_eq!(f.tally("IND-SOC-04", "2018-07-14"), [0; 4]);
        assert_eq!(f.why("IND-SOC-04", "h1", END).1, Cause::NoRelief);
        let grant = &mut f.village.social_grants.row_mut(id("g1")).record;
        (grant.household_id, grant.kind) = (Some(HouseholdId(id("h1"))), Some(GrantKind::Temporary));
        grant.from_month = YearMonth::parse("2018-06");
        assert_eq!(f.tally("IND-SOC-04", END), [0, 1, 1, 1], "before it fell back");
        f.village.social_grants.row_mut(id("g1")).record.from_month = YearMonth::parse("2018-07");
        assert_eq!(f.tally("IND-SOC-04", END), [1; 4]);
    }

    #[test]
    fn soc_05_to_07_count_persons_and_projects() {
        let mut f = Fixture::default();
        f.household("h1", 2);
        f.person_year("h1p1", 2018).tekun = Some(TekunSupport::Dispersed);
        f.person_year("h1p1", 2018).left_behind = Some(LeftBehind::Elder);
        f.person_year("h1p2", 2018).left_behind = Some(LeftBehind::None);
        assert_eq!(f.tally("IND-SOC-05", END), [1, 2, 1, 2]);
        assert_eq!(f.tally("IND-SOC-05.centralised", END), [0, 2, 1, 2]);
        assert_eq!(f.tally("IND-SOC-07", END), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-SOC-07.elders", END), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-SOC-07.children", END), [0, 2, 2, 2]);
        let project = &mut f.county.projects.row_mut(id("j1")).record;
        (project.category, project.stage) =
            (Some(ProjectCategory::BarrierFree), Some(ProjectStage::Accepted));
        assert_eq!(f.office_tally("IND-SOC-06", "530427", END), [1; 4]);
    }
}
