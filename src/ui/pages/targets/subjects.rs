//! The subjects behind a number as plain values: groups, order, where each leads. Pure, tested natively.

use super::{board, words};
use crate::indicators::{Aggregation, Explained, FigureAt, Judgement, Subject, Tally, Test, Weight};
use crate::model::{DivisionCode, HouseholdId, Kind};
use crate::search::{Entry, Index};
use crate::ui::route::{Query, Route, Section};
use crate::ui::text::{format, targets::Texts};

/// What is said about a subject, as a group of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Judged, does not count.
    Fails,
    /// Something is not known.
    Unknown,
    /// Counts.
    Counts,
    /// Not judged.
    Excluded,
}

/// What a group means to the figure's goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    Everybody,
    Nobody,
    Informs,
}

impl Group {
    /// The groups of a figure, the one that wants work first.
    pub fn of_figure(at: FigureAt) -> [Self; 4] {
        match sense(at) {
            Sense::Everybody => [Self::Fails, Self::Unknown, Self::Counts, Self::Excluded],
            Sense::Nobody | Sense::Informs => [Self::Counts, Self::Unknown, Self::Fails, Self::Excluded],
        }
    }

    /// The group of a subject.
    pub const fn of(judgement: Judgement) -> Self {
        match judgement {
            Judgement::Counts | Judgement::Amount { .. } => Self::Counts,
            Judgement::Fails(_) => Self::Fails,
            Judgement::Excluded(_) => Self::Excluded,
            Judgement::Unknown(_) | Judgement::Part { .. } => Self::Unknown,
        }
    }

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fails => "fails",
            Self::Unknown => "unknown",
            Self::Counts => "counts",
            Self::Excluded => "excluded",
        }
    }

    /// The group of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Fails, Self::Unknown, Self::Counts, Self::Excluded]
            .into_iter()
            .find(|group| group.id() == id)
    }

    /// What it means for this figure.
    pub fn label(self, at: FigureAt, t: Texts) -> &'static str {
        match (self, sense(at)) {
            (Self::Unknown, _) => t.group_unknown(),
            (Self::Excluded, _) => t.group_excluded(),
            (Self::Counts, Sense::Everybody) => t.group_met(),
            (Self::Fails, Sense::Everybody) => t.group_failing(),
            (Self::Counts, Sense::Nobody) => t.group_to_clear(),
            (Self::Fails, Sense::Nobody) => t.group_clear(),
            (Self::Counts, Sense::Informs) => t.group_counted(),
            (Self::Fails, Sense::Informs) => t.group_not_counted(),
        }
    }
}

fn sense(at: FigureAt) -> Sense {
    match at.figure.goal.map(|goal| goal.test) {
        Some(Test::Everybody | Test::EveryUnitWithin | Test::Reach(_)) => Sense::Everybody,
        Some(Test::ShareWithin(_)) if at.figure.weight == Weight::One => Sense::Everybody,
        Some(Test::Nobody) => Sense::Nobody,
        Some(Test::ShareWithin(_)) | None => Sense::Informs,
    }
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectRow {
    /// Its group.
    pub group: Group,
    /// Who.
    pub name: String,
    /// Why, with the field that decided and the area where several are listed.
    pub detail: String,
    /// What it weighs when that is not one, or the amount it adds.
    pub weight: Option<String>,
    /// What tells it from the others.
    pub key: String,
    /// Where it leads.
    pub href: String,
}

/// The rows of a figure's subjects in the order of the list; subjects that add amounts come by their amount, the lowest
/// share or mean first, the largest sum first.
pub fn rows(
    at: FigureAt,
    scope: DivisionCode,
    list: &[(DivisionCode, Explained)],
    t: Texts,
) -> Vec<SubjectRow> {
    let mut list: Vec<_> = list.iter().collect();
    list.sort_by_key(|(_, one)| amount_order(at, one));
    list.into_iter()
        .map(|(area, one)| row(at, scope, *area, one, t))
        .collect()
}

fn amount_order(at: FigureAt, one: &Explained) -> i64 {
    let measure = is_amount(one).then(|| board::measure(at, one.tally)).flatten();
    match at.aggregation() {
        Aggregation::Sum | Aggregation::Amount(_) => measure.map_or(0, i64::saturating_neg),
        _ => measure.unwrap_or_default(),
    }
}

/// Whether a subject adds an amount instead of a head.
fn is_amount(one: &Explained) -> bool {
    matches!(one.judgement, Judgement::Amount { .. } | Judgement::Part { .. })
}

/// What a subject weighs when that is not one, or the amount it adds.
fn weight(at: FigureAt, one: &Explained, t: Texts) -> Option<String> {
    if is_amount(one) {
        return words::value(at, one.tally, t);
    }
    let weight = one.tally.expected.max(one.tally.den);
    if let Aggregation::Amount(_) = at.aggregation() {
        let amount = Tally {
            num: weight,
            known: 1,
            ..one.tally
        };
        return words::value(at, amount, t).filter(|_| one.tally.known > 0);
    }
    (weight > 1).then(|| t.weighs(weight, t.0.pick(at.figure.unit)))
}

fn row(at: FigureAt, scope: DivisionCode, area: DivisionCode, one: &Explained, t: Texts) -> SubjectRow {
    SubjectRow {
        group: Group::of(one.judgement),
        name: if one.name.is_empty() {
            t.no_name().to_owned()
        } else {
            one.name.clone()
        },
        detail: detail(scope, area, one, t),
        weight: weight(at, one, t),
        key: format!("{area}/{}/{}", one.id, Group::of(one.judgement).id()),
        href: destination(at, area, one).href(),
    }
}

fn detail(scope: DivisionCode, area: DivisionCode, one: &Explained, t: Texts) -> String {
    let place = (area != scope && one.id != area.id()).then(|| format::area(area));
    let reason = one.reason().map(|reason| t.0.pick(reason.label()).to_owned());
    let field = one.reason().and_then(|reason| reason.field).and_then(|field| {
        let def = field.def()?;
        Some(t.field_of(t.0.pick(field.kind.def().label), t.0.pick(def.label)))
    });
    let parts = [place, reason, field];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The household at the section of the field that decided; an area's own figure for an area that is judged as a unit.
fn destination(at: FigureAt, area: DivisionCode, one: &Explained) -> Route {
    match (one.subject, one.household) {
        (_, Some(household)) => Route::Household(area, HouseholdId(household), section(one), None),
        (Subject::Household | Subject::Person, None) => Route::Households(area, Query::default()),
        (_, None) => {
            let unit = DivisionCode::new(one.id.as_str()).unwrap_or(area);
            Route::Area(unit, Query::default().with("figure", at.figure.id))
        }
    }
}

fn section(one: &Explained) -> Section {
    match one
        .reason()
        .and_then(|reason| reason.field)
        .map(|field| field.kind)
    {
        Some(Kind::Household | Kind::HouseholdStatusEvent) => Section::Register,
        Some(Kind::HouseholdYear) => Section::Year,
        Some(Kind::HouseholdIncomeYear) => Section::Income,
        Some(Kind::Person | Kind::PersonYear | Kind::HouseholdMembership) => Section::Members,
        Some(Kind::SupportMeasure) => Section::Measures,
        Some(Kind::HelperAssignment) => Section::Helpers,
        Some(Kind::Visit) => Section::Visits,
        _ => Section::Overview,
    }
}

/// Places in `rows` of one group that answer a search, best first.
pub fn found(rows: &[SubjectRow], group: Group, query: &str) -> Vec<usize> {
    let of_group: Vec<usize> = (0..rows.len())
        .filter(|place| rows[*place].group == group)
        .collect();
    if query.trim().is_empty() {
        return of_group;
    }
    let entries = of_group
        .iter()
        .map(|place| Entry::new(&rows[*place].name, [rows[*place].detail.as_str()]));
    let found = Index::new(entries).find(query);
    found.into_iter().map(|place| of_group[place]).collect()
}

/// How many rows each group has.
pub fn counts(rows: &[SubjectRow]) -> impl Fn(Group) -> usize + use<'_> {
    |group| rows.iter().filter(|row| row.group == group).count()
}

/// The group shown at first: the first that is not empty.
pub fn first_group(at: FigureAt, rows: &[SubjectRow]) -> Group {
    let groups = Group::of_figure(at);
    let count = counts(rows);
    groups
        .into_iter()
        .find(|group| count(*group) > 0)
        .unwrap_or(groups[0])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{Cause, Reason, figure};
    use crate::model::Id;
    use crate::ui::text::Language;

    const ZH: Texts = Texts(Language::Zh);

    fn household(name: &str, judgement: Judgement) -> (DivisionCode, Explained) {
        let id = Id::new("h1").unwrap();
        let one = Explained {
            subject: Subject::Household,
            id,
            household: Some(id),
            name: name.to_owned(),
            judgement,
            tally: judgement.tally(4),
        };
        (DivisionCode::new("530427203200").unwrap(), one)
    }

    fn county() -> DivisionCode {
        DivisionCode::new("530427").unwrap()
    }

    #[test]
    fn a_row_says_where_why_and_by_which_field_and_leads_there() {
        let missing = Judgement::Unknown(Reason::missing(Kind::HouseholdYear, "drinking_safe"));
        let at = figure("IND-POV-12").unwrap();
        let rows = rows(at, county(), &[household("张三", missing)], ZH);
        assert_eq!(rows[0].name, "张三");
        assert!(
            rows[0].detail.starts_with("太桥村 · 未填写 · "),
            "{}",
            rows[0].detail
        );
        assert_eq!(rows[0].href, "#/household/530427203200/h1/year");
    }

    #[test]
    fn amounts_are_shown_and_the_lowest_share_comes_first() {
        let at = figure("IND-DQ-01").unwrap();
        let list = [
            household("张三", Judgement::Amount { num: 9, den: 10 }),
            household("李四", Judgement::Amount { num: 5, den: 10 }),
        ];
        let shown = rows(at, county(), &list, ZH);
        let shown: Vec<_> = shown
            .iter()
            .map(|row| (row.name.as_str(), row.weight.as_deref()))
            .collect();
        assert_eq!(shown, [("李四", Some("50.00%")), ("张三", Some("90.00%"))]);
    }

    #[test]
    fn the_group_that_wants_work_comes_first() {
        let everybody = figure("IND-MED-01").unwrap();
        let nobody = figure("IND-POV-02").unwrap();
        assert_eq!(Group::of_figure(everybody)[0], Group::Fails);
        assert_eq!(Group::of_figure(nobody)[0], Group::Counts);
        assert_eq!(Group::Counts.label(nobody, ZH), "须清零");
        assert_eq!(Group::Counts.label(everybody, ZH), "达标");
    }

    #[test]
    fn a_search_stays_within_its_group() {
        let at = figure("IND-MED-01").unwrap();
        let fails = Judgement::Fails(Reason::of(Cause::NotInsured));
        let list = [
            household("张三", fails),
            household("李四", fails),
            household("张五", Judgement::Counts),
        ];
        let rows = rows(at, county(), &list, ZH);
        assert_eq!(found(&rows, Group::Fails, ""), [0, 1]);
        assert_eq!(found(&rows, Group::Fails, "z"), [0]);
        assert_eq!(found(&rows, Group::Counts, "张"), [2]);
        assert_eq!(first_group(at, &rows), Group::Fails);
        assert_eq!(first_group(at, &rows[2..]), Group::Counts);
    }

    #[test]
    fn groups_are_found_by_their_names_in_addresses() {
        for group in Group::of_figure(figure("IND-MED-01").unwrap()) {
            assert_eq!(Group::from_id(group.id()), Some(group));
        }
    }
}
