//! Industry: IND-IND-01 to 03 (plan lines 46, 48).

use super::answers::{any, open_on, said, scoped};
use super::index::of_year;
use super::registry::{HOUSEHOLDS, ITEMS, Weight};
use super::subjects::amount;
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, HouseholdView, Judge, Judgement, Reason,
    Subjects, Test,
};
use crate::model::{BenefitLinkageId, BenefitLinkageYear, DivisionCode, Kind, Label, Level, TownshipYear};
use crate::plan::{Chapter, ParameterKey, Unit};

pub(super) const LINKED: Declaration = Declaration::new(
    "IND-IND-01",
    Label::new("利益联结覆盖率", "Households linked to an operator"),
    (Chapter::Industry, Aggregation::Share),
    Judge::Household(linked),
    &[Figure::new(
        "IND-IND-01",
        Label::new("有经营主体带动的户", "Households linked"),
        HOUSEHOLDS,
        Some(Goal::of_target::<10>(Test::Everybody)),
    )],
);

/// A tie on the day, of registered households; the county says whether those without labour are asked too.
fn linked(view: &HouseholdView, context: &Context) -> Judgement {
    if let Err(other) = view.registered() {
        return other;
    }
    let only_with_labour = context
        .facts
        .parameter(ParameterKey::LinkageRequiresLabour, context.year);
    let parameter = Reason::new(Cause::ParameterNotVerified, Kind::PolicyParameter, "value");
    let scope = match (has_labour(view), only_with_labour) {
        (Some(true), _) | (_, Some(0)) => Finding::Yes,
        (None, Some(_)) => Finding::Unknown(Reason::missing(Kind::PersonYear, "labour")),
        (Some(false), Some(_)) => Finding::No(Reason::new(Cause::NoLabour, Kind::PersonYear, "labour")),
        (_, None) => Finding::Unknown(parameter),
    };
    scoped(scope, || {
        let ties = view.linkages.iter();
        let open = any(ties.map(|(_, row)| open_on(row.start, row.end, context.as_of)));
        Finding::of(
            open,
            Reason::new(Cause::NotLinked, Kind::BenefitLinkage, "operator_name"),
            Reason::missing(Kind::BenefitLinkage, "start"),
        )
        .into()
    })
}

/// Whether a member can work, fully or in part (DOMAIN C5, class of household).
pub(super) fn has_labour(view: &HouseholdView) -> Option<bool> {
    any(view
        .members
        .iter()
        .map(|(_, member)| super::employment::can_work(member)))
}

pub(super) const SERVICE_GROUP: Declaration = Declaration::new(
    "IND-IND-02",
    Label::new(
        "乡镇产业扶贫技术服务组",
        "Technical service group in every township",
    ),
    (Chapter::Industry, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::Township], service_group),
    &[
        Figure::new(
            "IND-IND-02",
            Label::new("有服务组的乡镇", "Townships with a group"),
            Label::new("个乡镇", "townships"),
            Some(Goal::of_target::<12>(Test::Everybody)),
        ),
        Figure::new(
            "IND-IND-02.guided",
            Label::new("技术指导覆盖的产业项目", "Industry projects with guidance"),
            ITEMS,
            Some(Goal::of_target::<12>(Test::Everybody)),
        )
        .read_as(Aggregation::Share)
        .weighing(Weight::Amounts),
    ],
);

fn service_group(context: &Context, subjects: &mut Subjects) {
    let fields = |row: &TownshipYear| (row.township_code.map(DivisionCode::id), row.year);
    let mut rows = of_year(&context.village.records.township_years, context.year, fields);
    let year = rows.find(|(code, _)| *code == context.village.area.id());
    let judge = || {
        said(
            year.and_then(|(_, row)| row.service_group),
            Kind::TownshipYear,
            "service_group",
        )
        .into()
    };
    let guided = || guided(year.map(|(_, row)| row));
    subjects.area(&[(context.if_reported(judge), 1), (context.if_reported(guided), 1)]);
}

/// Of a township's industry projects those that a technician guides (plan line 48: 技术指导全覆盖).
fn guided(year: Option<&TownshipYear>) -> Judgement {
    let missing = |field| Judgement::Unknown(Reason::missing(Kind::TownshipYear, field));
    let Some(projects) = year.and_then(|row| row.industry_projects) else {
        return missing("industry_projects");
    };
    let Some(guided) = year.and_then(|row| row.industry_projects_guided) else {
        return missing("industry_projects_guided");
    };
    Judgement::Amount {
        num: guided.0,
        den: projects.0,
    }
}

pub(super) const LINKAGE_INCOME: Declaration = Declaration::new(
    "IND-IND-03",
    Label::new("利益联结带动增收", "Income from linkages"),
    (Chapter::Industry, Aggregation::Amount(Unit::Fen)),
    Judge::Each(&[Level::Village], linkage_income),
    &[Figure::amount(
        "IND-IND-03",
        Label::new("年收益", "Income of the year"),
        Unit::Fen,
        None,
    )],
);

/// What the ties of registered households brought in the year.
fn linkage_income(context: &Context, subjects: &mut Subjects) {
    let records = context.village.records;
    let fields = |row: &BenefitLinkageYear| (row.linkage_id, row.year);
    for (linkage, row) in of_year(&records.benefit_linkage_years, context.year, fields) {
        let linkage = records.benefit_linkages.get(BenefitLinkageId(linkage.into()));
        let Some(view) = context
            .village
            .household(linkage.and_then(|row| row.household_id))
        else {
            continue;
        };
        let judgement = view
            .registered()
            .map_or_else(|other| other, |_| Judgement::Counts);
        let missing = Reason::missing(Kind::BenefitLinkageYear, "income");
        subjects.weighed(row, &[amount(judgement, row.income.map(|fen| fen.0), missing)]);
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{
        BenefitLinkageId, BenefitLinkageYearId, Count, Fen, HouseholdId, LabourCapacity, Year,
    };

    const END: &str = "2018-12-31";

    fn linkage(f: &mut Fixture, household: &str) {
        let row = &mut f.village.benefit_linkages.row_mut(id("l1")).record;
        (row.household_id, row.start) = (Some(HouseholdId(id(household))), Some(day("2018-05-01")));
    }

    #[test]
    fn ind_01_asks_households_for_a_tie_and_the_county_whom_it_asks() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person_year("h1p1", 2018).labour = Some(LabourCapacity::Weak);
        assert_eq!(f.why("IND-IND-01", "h1", END).1, Cause::NotLinked);
        linkage(&mut f, "h1");
        assert_eq!(f.tally("IND-IND-01", "2018-04-30"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-IND-01", END), [1; 4]);
        f.person_year("h1p1", 2018).labour = Some(LabourCapacity::Lost);
        assert_eq!(f.why("IND-IND-01", "h1", END).1, Cause::ParameterNotVerified);
        f.parameter("scope_requires_labour", None, 1);
        assert_eq!(
            f.why("IND-IND-01", "h1", END),
            ("excluded", Cause::NoLabour, "person_year.labour".into())
        );
        f.parameter("scope_requires_labour", None, 0);
        assert_eq!(f.tally("IND-IND-01", END), [1; 4]);
    }

    #[test]
    fn ind_02_is_asked_of_every_township() {
        let mut f = Fixture::default();
        assert_eq!(f.office_tally("IND-IND-02", &VILLAGE[..9], END), [0, 1, 0, 1]);
        let key = format!("{}-2018", &VILLAGE[..9]);
        f.township.township_years.row_mut(id(&key)).record.service_group = Some(true);
        assert_eq!(f.office_tally("IND-IND-02", &VILLAGE[..9], END), [1; 4]);
        assert_eq!(f.county_tally("IND-IND-02", END), [1, 12, 1, 12]);
    }

    #[test]
    fn ind_02_says_how_many_industry_projects_are_guided() {
        let mut f = Fixture::default();
        let township = &VILLAGE[..9];
        assert_eq!(f.office_tally("IND-IND-02.guided", township, END), [0, 0, 0, 1]);
        let key = format!("{township}-2018");
        let row = &mut f.township.township_years.row_mut(id(&key)).record;
        row.industry_projects = Some(Count(8));
        assert_eq!(f.office_tally("IND-IND-02.guided", township, END), [0, 0, 0, 1]);
        f.township
            .township_years
            .row_mut(id(&key))
            .record
            .industry_projects_guided = Some(Count(6));
        assert_eq!(f.office_tally("IND-IND-02.guided", township, END), [6, 8, 1, 1]);
        assert_eq!(f.county_tally("IND-IND-02.guided", END), [6, 8, 1, 12]);
    }

    #[test]
    fn ind_03_sums_what_ties_brought_in_the_year() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        linkage(&mut f, "h1");
        let key = BenefitLinkageYearId::of(BenefitLinkageId(id("l1")), Year(2018));
        f.village.benefit_linkage_years.row_mut(key.into()).record.income = Some(Fen(12_300));
        assert_eq!(f.tally("IND-IND-03", END), [12_300; 4]);
        assert_eq!(f.tally("IND-IND-03", "2019-06-30"), [0; 4]);
        linkage(&mut f, "nobody");
        assert_eq!(f.tally("IND-IND-03", END), [0; 4]);
    }
}
