//! The drill-down: every subject of a figure with what is said about it.

use super::registry::{Asks, FigureAt, Judge, Weight};
use super::subjects::Said;
use super::{
    Cause, Context, CountyFacts, HouseholdView, Judgement, Member, Reason, Scores, Subjects, Tally,
    VillageIndex,
};
use crate::model::{Code, Date, DivisionCode, Id, Kind, Label, Level, PostKind, Records, Value};
use crate::plan;

/// Who is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A household.
    Household,
    /// A person.
    Person,
    /// A village.
    Village,
    /// A township.
    Township,
    /// The county.
    County,
    /// A month, a quarter or a year in which somebody has a duty.
    Period,
    /// A record of that kind.
    Record(Kind),
}

impl Subject {
    /// Its name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Person => "person",
            Self::Village => "village",
            Self::Township => "township",
            Self::County => "county",
            Self::Period => "period",
            Self::Record(kind) => kind.def().id,
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Label {
        match self {
            Self::Household => Label::new("户", "Household"),
            Self::Person => Label::new("人", "Person"),
            Self::Village => Label::new("行政村", "Village"),
            Self::Township => Label::new("乡镇（街道）", "Township"),
            Self::County => Label::new("县", "County"),
            Self::Period => Label::new("时段", "Period"),
            Self::Record(kind) => kind.def().label,
        }
    }

    /// An area of that code.
    pub fn of_area(area: DivisionCode) -> Self {
        match area.level() {
            Level::Village => Self::Village,
            Level::Township => Self::Township,
            Level::County => Self::County,
        }
    }
}

/// What a figure says about one subject, and why. The tallies of all of them add up to the figure's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What kind of subject.
    pub subject: Subject,
    /// Its identifier: of the household, of the person (or of the membership when it names none), of the record, the
    /// area's code, what is owed in a period.
    pub id: Id,
    /// The household to open, when there is one.
    pub household: Option<Id>,
    /// The name of the head, the person or the area; empty when it is not known.
    pub name: String,
    /// What is said.
    pub judgement: Judgement,
    /// What it adds to the figure.
    pub tally: Tally,
}

impl Explained {
    /// Why it does not count, with the field that decided.
    pub fn reason(&self) -> Option<Reason> {
        self.judgement.reason()
    }
}

impl serde::Serialize for Explained {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let reason = self.reason();
        let field = reason.and_then(|reason| reason.field);
        let mut row = serializer.serialize_struct("Explained", 11)?;
        row.serialize_field("subject", self.subject.id())?;
        row.serialize_field("id", self.id.as_str())?;
        row.serialize_field("household", &self.household.as_ref().map(Id::as_str))?;
        row.serialize_field("name", &self.name)?;
        row.serialize_field("judgement", self.judgement.id())?;
        row.serialize_field("reason", &reason.map(|reason| reason.cause.id()))?;
        row.serialize_field(
            "field",
            &field.map(|field| format!("{}.{}", field.kind.def().id, field.id)),
        )?;
        row.serialize_field("num", &self.tally.num)?;
        row.serialize_field("den", &self.tally.den)?;
        row.serialize_field("known", &self.tally.known)?;
        row.serialize_field("expected", &self.tally.expected)?;
        row.end()
    }
}

/// Every subject of a figure in what an area keeps itself, a village, a township or the county, in identifier order.
pub fn explain(
    at: FigureAt,
    area: DivisionCode,
    records: &Records,
    facts: &CountyFacts,
    as_of: Date,
) -> Vec<Explained> {
    let ties = records.ties_when_asked();
    let index = VillageIndex::new(area, records, &ties, as_of);
    let context = Context::new(&index, facts);
    list(at, &context)
}

fn list(at: FigureAt, context: &Context) -> Vec<Explained> {
    let (index, area, records) = (context.village, context.village.area, context.village.records);
    match at.indicator.judge() {
        Judge::Household(judge) => index
            .households()
            .map(|view| {
                let (judgement, weight) = weigh(judge(&view, context), at.figure.weight, &view);
                of_household(&view, records, judgement, at.figure.tally(judgement, weight))
            })
            .collect(),
        Judge::Person(judge) => {
            let of_members = |view: HouseholdView| -> Vec<_> {
                let of_member = |(_, member): &(u32, Member)| {
                    let judgement = judge_member(judge, &view, member, context);
                    of_person(&view, member, judgement, at.figure.tally(judgement, 1))
                };
                view.members.iter().map(of_member).collect()
            };
            index.households().flat_map(of_members).collect()
        }
        Judge::Village(judge) | Judge::VillageAndTownship(judge, _) => {
            if area.level() != Level::Village {
                return Vec::new();
            }
            let judgement = judge(context);
            vec![of_area(area, judgement, at.figure.tally(judgement, 1))]
        }
        Judge::Each(levels, judge) => {
            let mut said = Vec::new();
            if levels.contains(&area.level()) {
                let figures = at.indicator.figures;
                let place = figures.iter().position(|figure| figure.id == at.figure.id);
                let place = place.unwrap_or_default();
                judge(context, &mut Subjects::list(area, figures, place, &mut said));
            }
            said.into_iter().map(|said| of_said(said, context)).collect()
        }
    }
}

/// What a township or the county adds to a figure besides the areas in it and its own records: itself where it is judged
/// as a unit by them, its own records where they are not here, and what the plan declares and nobody has entered.
pub fn explain_sum(at: FigureAt, area: DivisionCode, scores: &Scores) -> Vec<Explained> {
    let mut rows = Vec::new();
    let mut add = |id, judgement, weight| {
        rows.push(Explained {
            id,
            ..of_area(area, judgement, at.figure.tally(judgement, weight))
        });
    };
    if let (Asks::VillagesAndTownships(judge), Level::Township, Some(card)) =
        (at.indicator.asks, area.level(), scores.card(area))
    {
        let incidence = super::registry::figure(super::poverty::INCIDENCE.id);
        let incidence = incidence.map(|at| card.tally(at)).unwrap_or_default();
        add(area.id(), judge(area, incidence, scores.facts()), 1);
    }
    if area.level() == Level::County {
        let rest = shortfall(at, scores.before_shortfall(area).tally(at));
        if let Some((judgement, weight)) = rest {
            add(Id::joined(&[area.as_str(), "plan"]), judgement, weight);
        }
    }
    if area.level() != Level::Village && !scores.has_office(area) {
        let none = Records::default();
        let ties = none.ties_when_asked();
        let index = VillageIndex::missing(area, &none, &ties, scores.as_of());
        rows.extend(not_here(at, &index, scores.facts()));
    }
    rows
}

/// What is said of an office whose own records are not here: what it is asked itself is unknown, and so is what would be
/// found in them.
pub(super) fn not_here<'a>(
    at: FigureAt,
    index: &'a VillageIndex<'a>,
    facts: &'a CountyFacts,
) -> Vec<Explained> {
    let Asks::Each(levels) = at.indicator.asks else {
        return Vec::new();
    };
    let context = Context::new(index, facts);
    let mut rows = list(at, &context);
    if rows.is_empty() && levels.contains(&index.area.level()) {
        let judgement = Judgement::Unknown(Reason::of(Cause::RecordsNotHere));
        rows.push(of_area(index.area, judgement, at.figure.tally(judgement, 1)));
    }
    rows
}

/// What the plan declares for the county beyond what its areas have entered.
pub(super) fn shortfall(at: FigureAt, entered: Tally) -> Option<(Judgement, i64)> {
    let reason = Reason::of(Cause::NotEntered);
    let rest = at.figure.declared()? - entered.den;
    let judgement = match at.figure.weight {
        Weight::Amounts => {
            let (num, den) = (0, rest);
            (Judgement::Part { num, den, reason }, 1)
        }
        _ => (Judgement::Unknown(reason), rest),
    };
    (rest > 0).then_some(judgement)
}

/// A subject found in the records, with the household and the name that its record leads to.
fn of_said(said: Said, context: &Context) -> Explained {
    let records = context.village.records;
    let (household, person, own) = match said.subject {
        Subject::Household => (Some(said.id), None, None),
        Subject::Person => (None, Some(said.id), None),
        Subject::Record(kind) => {
            let refers = |field| Id::new(&text(records, kind, said.id, field)?).ok();
            let own = NAMES.iter().find_map(|field| text(records, kind, said.id, field));
            let own = own.or_else(|| {
                let body = plan::Body::with_id(said.id.as_str()).filter(|_| kind == Kind::OrgUnit);
                body.map(|body| body.label().zh.to_owned())
            });
            (refers("household_id"), refers("person_id"), own)
        }
        Subject::Period => (None, None, Some(name_of_period(records, said.id))),
        Subject::Village | Subject::Township | Subject::County => {
            (None, None, Some(name_of_area(said.id.as_str())))
        }
    };
    let household = household.or_else(|| context.village.home_of(person?.into()).map(Id::from));
    let name = own
        .or_else(|| records.persons.get(person?)?.name.clone())
        .or_else(|| records.households.get(household?)?.head_name.clone());
    Explained {
        subject: said.subject,
        id: said.id,
        household,
        name: name.unwrap_or_default(),
        judgement: said.judgement,
        tally: said.tally,
    }
}

/// Fields by which people know a record, the first that is filled in.
const NAMES: [&str; 8] = [
    "name",
    "title",
    "text",
    "enterprise",
    "donor",
    "official_name",
    "operator_name",
    "library_no",
];

/// Who owes something, and in which month, quarter or year.
fn name_of_period(records: &Records, id: Id) -> String {
    let parts: Vec<&str> = id.as_str().split('-').collect();
    let ends_with_year = parts.last().is_some_and(|last| last.len() == 4);
    let cut = parts.len().saturating_sub(if ends_with_year { 1 } else { 2 });
    let (who, period) = (parts[..cut].join("-"), parts[cut..].join("-"));
    let post = PostKind::LIST.find(&who).map(|post| post.label.zh.to_owned());
    let official = || text(records, Kind::Official, Id::new(&who).ok()?, "name");
    let leader = || text(records, Kind::VillageHelpUnit, Id::new(&who).ok()?, "leader_name");
    let name = post
        .or_else(official)
        .or_else(leader)
        .unwrap_or_else(|| name_of_area(&who));
    format!("{name} {period}").trim_start().to_owned()
}

fn text(records: &Records, kind: Kind, id: Id, field: &str) -> Option<String> {
    match records.get(kind, id, kind.def().position(field)?) {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

fn of_household(view: &HouseholdView, records: &Records, judgement: Judgement, tally: Tally) -> Explained {
    let head = view
        .household
        .head_person_id
        .and_then(|id| records.persons.get(id));
    let name = view
        .household
        .head_name
        .clone()
        .or_else(|| head.and_then(|person| person.name.clone()));
    Explained {
        subject: Subject::Household,
        id: view.household.id.into(),
        household: Some(view.household.id.into()),
        name: name.unwrap_or_default(),
        judgement,
        tally,
    }
}

fn of_person(view: &HouseholdView, member: &Member, judgement: Judgement, tally: Tally) -> Explained {
    let membership = member.membership;
    Explained {
        subject: Subject::Person,
        id: membership.person_id.map_or(membership.id.into(), Id::from),
        household: Some(view.household.id.into()),
        name: member
            .person
            .and_then(|person| person.name.clone())
            .unwrap_or_default(),
        judgement,
        tally,
    }
}

fn of_area(area: DivisionCode, judgement: Judgement, tally: Tally) -> Explained {
    Explained {
        subject: Subject::of_area(area),
        id: area.id(),
        household: None,
        name: name_of_area(area.as_str()),
        judgement,
        tally,
    }
}

fn name_of_area(code: &str) -> String {
    plan::division(code)
        .map(|row| row.short_name.to_owned())
        .unwrap_or_default()
}

/// The judgement of a household in a figure of that weight. A household without a member, or with a member of whom it is
/// not known since when, cannot be counted in persons.
pub(super) fn weigh(judgement: Judgement, weight: Weight, view: &HouseholdView) -> (Judgement, i64) {
    let heads = match weight {
        Weight::One | Weight::Amounts => return (judgement, 1),
        Weight::Members => view.heads(),
        Weight::FrozenMembers => view.frozen,
    };
    match judgement {
        Judgement::Counts | Judgement::Fails(_) | Judgement::Unknown(_) if heads.count == 0 => {
            (Judgement::Unknown(Reason::of(Cause::NoMembers)), 1)
        }
        Judgement::Counts | Judgement::Fails(_) if heads.uncertain => {
            (Judgement::Unknown(NO_START), heads.count)
        }
        judgement => (judgement, heads.count),
    }
}

const NO_START: Reason = Reason::missing(Kind::HouseholdMembership, "start");

/// The judgement of a member: as of the household when it is not registered or not known to be.
pub(super) fn judge_member(
    judge: fn(&Member, &Context) -> Judgement,
    view: &HouseholdView,
    member: &Member,
    context: &Context,
) -> Judgement {
    of_member(view, member, context, judge)
}

/// As [`judge_member`], for a judgement that looks at more than the member.
pub(super) fn of_member(
    view: &HouseholdView,
    member: &Member,
    context: &Context,
    judge: impl FnOnce(&Member, &Context) -> Judgement,
) -> Judgement {
    match view.registered() {
        Err(other) => other,
        Ok(_) if member.membership.start.is_none() => Judgement::Unknown(NO_START),
        Ok(_) => judge(member, context),
    }
}
