//! The drill-down: every subject of a figure with what is said about it.

use super::registry::{FigureAt, Judge, Weight};
use super::{
    Cause, Context, CountyFacts, HouseholdView, Judgement, Member, Reason, Scorecard, Tally, VillageIndex,
};
use crate::model::{Date, DivisionCode, Id, Kind, Level, Records};
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
}

impl Subject {
    /// Its name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Person => "person",
            Self::Village => "village",
            Self::Township => "township",
        }
    }
}

/// What a figure says about one subject, and why. The tallies of all of them add up to the figure's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What kind of subject.
    pub subject: Subject,
    /// Its identifier: of the household, of the person (or of the membership when it names none), the area's code.
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

/// Every subject of a figure in one village, in identifier order.
pub fn explain(
    at: FigureAt,
    area: DivisionCode,
    records: &Records,
    facts: &CountyFacts,
    as_of: Date,
) -> Vec<Explained> {
    let index = VillageIndex::new(area, records, as_of);
    let context = Context {
        as_of,
        year: as_of.year(),
        facts,
        village: &index,
    };
    match at.indicator.judge {
        Judge::Household(judge) => index
            .households()
            .map(|view| {
                let (judgement, weight) = weigh(judge(&view, &context), at.figure.weight, &view);
                of_household(&view, records, judgement, weight)
            })
            .collect(),
        Judge::Person(judge) => {
            let of_members = |view: HouseholdView| -> Vec<_> {
                let of_member = |(_, member): &(u32, Member)| {
                    of_person(&view, member, judge_member(judge, &view, member, &context))
                };
                view.members.iter().map(of_member).collect()
            };
            index.households().flat_map(of_members).collect()
        }
        Judge::Village(judge) | Judge::VillageAndTownship(judge, _) => vec![of_area(area, judge(&context))],
    }
}

/// The township itself as a subject of a figure, where it is judged as a unit; `card` is the township's scorecard.
pub fn explain_township(
    at: FigureAt,
    area: DivisionCode,
    card: &Scorecard,
    facts: &CountyFacts,
) -> Option<Explained> {
    let Judge::VillageAndTownship(_, judge) = at.indicator.judge else {
        return None;
    };
    let incidence = super::registry::figure(super::poverty::INCIDENCE.id)?;
    Some(of_area(area, judge(area, card.tally(incidence), facts)))
}

fn of_household(view: &HouseholdView, records: &Records, judgement: Judgement, weight: i64) -> Explained {
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
        tally: judgement.tally(weight),
    }
}

fn of_person(view: &HouseholdView, member: &Member, judgement: Judgement) -> Explained {
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
        tally: judgement.tally(1),
    }
}

fn of_area(area: DivisionCode, judgement: Judgement) -> Explained {
    Explained {
        subject: if area.level() == Level::Township {
            Subject::Township
        } else {
            Subject::Village
        },
        id: area.id(),
        household: None,
        name: plan::division(area.as_str())
            .map(|row| row.short_name.to_owned())
            .unwrap_or_default(),
        judgement,
        tally: judgement.tally(1),
    }
}

/// The judgement of a household in a figure of that weight. A household without a member, or with a member of whom it is
/// not known since when, cannot be counted in persons.
pub(super) fn weigh(judgement: Judgement, weight: Weight, view: &HouseholdView) -> (Judgement, i64) {
    let heads = match weight {
        Weight::One => return (judgement, 1),
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
    match view.registered() {
        Err(other) => other,
        Ok(_) if member.membership.start.is_none() => Judgement::Unknown(NO_START),
        Ok(_) => judge(member, context),
    }
}
