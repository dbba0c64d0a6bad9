//! What somebody owes in a period, and how much of it is done. Figures and the calendar of duties are both made from this.

use super::periods::Period;
use crate::indicators::{Cause, Context, Finding, Judgement, Reason, Subject, Subjects};
use crate::model::{
    Code, Date, DivisionCode, HouseholdId, Id, Kind, Level, Official, OfficialId, PostKind, VillageHelpUnitId,
};
use crate::plan::obligations::Obligation;
use crate::plan::{self, ObligationId};

/// A duty: whose it is, in whose records it is counted, and what is owed of it in a period.
pub struct Duty {
    /// The obligation.
    pub obligation: ObligationId,
    /// The level of those who have it.
    pub of: Level,
    /// The levels in whose records it is counted.
    pub(super) levels: &'static [Level],
    /// What is owed, as the records of one area tell.
    pub(super) owed: fn(&'static Duty, &Context, &Period) -> Vec<Owed>,
}

/// One thing that somebody owes in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    /// The duty.
    pub duty: &'static Duty,
    /// The area in whose records it is counted.
    pub area: DivisionCode,
    /// Who owes it.
    pub who: Who,
    /// When.
    pub period: Period,
    /// Whether it is owed at all.
    pub scope: Finding,
    /// Whom or what it has to reach.
    pub parts: Vec<Part>,
    /// What it means when a part is not done.
    pub(super) missed: Reason,
    /// What is not known when nobody knows whether a part is done.
    pub(super) missing: Reason,
}

/// Who owes something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// An area's organs together.
    Area(DivisionCode),
    /// Whoever holds the post.
    Post(PostKind),
    /// An official.
    Official(OfficialId),
    /// A leader linked to a village: the link, and the leader where it names one on record.
    Leader(VillageHelpUnitId, Option<OfficialId>),
}

/// Whom or what a duty has to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Nothing but itself: a meeting, a report.
    Itself,
    /// A township or a village.
    Place(DivisionCode),
    /// A household of a village.
    Household(DivisionCode, HouseholdId),
    /// An official on record in an area.
    Official(DivisionCode, OfficialId),
}

/// One of those that a duty has to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which.
    pub target: Target,
    /// Whether it is known to belong to them: nobody may have said yet which villages are poor.
    pub owed: bool,
    /// Whether it was reached; none when nobody knows.
    pub done: Option<bool>,
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not done, and the period is over.
    Overdue,
    /// Not done, and there is time.
    Open,
    /// Something that it rests on is not known.
    Unclear,
    /// Done.
    Done,
}

impl Part {
    /// Something that is owed.
    pub(super) const fn of(target: Target, done: Option<bool>) -> Self {
        Self {
            target,
            owed: true,
            done,
        }
    }

    /// What a judgement about one of them says; none when it is left out.
    pub(super) const fn judged(target: Target, judgement: Judgement) -> Option<Self> {
        let done = match judgement {
            Judgement::Counts | Judgement::Amount { .. } => Some(true),
            Judgement::Fails(_) => Some(false),
            Judgement::Unknown(_) | Judgement::Part { .. } => None,
            Judgement::Excluded(_) => return None,
        };
        Some(Self::of(target, done))
    }
}

impl Duty {
    /// The plan's obligation.
    pub fn plan(&self) -> &'static Obligation {
        plan::obligation(self.obligation)
    }

    /// What somebody owes; unknown while the records that tell are not here.
    pub(super) fn owed_by(&'static self, who: Who, context: &Context, period: &Period, kind: Kind) -> Owed {
        let here = Reason::of(Cause::RecordsNotHere);
        Owed {
            duty: self,
            area: context.village.area,
            who,
            period: *period,
            scope: match context.village.reported {
                true => Finding::Yes,
                false => Finding::Unknown(here),
            },
            parts: Vec::new(),
            missed: Reason::new(Cause::NotDone, kind, "date"),
            missing: Reason::missing(kind, "date"),
        }
    }

    /// Says in a figure's terms what is owed in every period that counts: whether it was done as a whole, and in a second
    /// figure how many of them were reached.
    pub(super) fn say(&'static self, context: &Context, subjects: &mut Subjects) {
        for period in super::periods::counted(context, self.plan().period) {
            for owed in (self.owed)(self, context, &period) {
                let (whole, reached) = owed.judgements();
                subjects.say_of(Subject::Period, &|| owed.id(), &[(whole, 1), (reached, 1)]);
            }
        }
    }
}

impl PartialEq for Duty {
    fn eq(&self, other: &Self) -> bool {
        self.obligation == other.obligation
    }
}

impl std::fmt::Debug for Duty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.obligation.fmt(f)
    }
}

impl Owed {
    /// The identifier of its subject in a figure.
    pub(super) fn id(&self) -> Id {
        super::periods::id(&self.who.key(), &self.period)
    }

    /// How many parts were reached, and how many are known to be owed.
    pub fn reached(&self) -> (usize, usize) {
        let owed = || self.parts.iter().filter(|part| part.owed);
        (
            owed().filter(|part| part.done == Some(true)).count(),
            owed().count(),
        )
    }

    /// The parts that were not reached, or of which nobody knows.
    pub fn missing(&self) -> impl Iterator<Item = &Part> {
        self.parts
            .iter()
            .filter(|part| part.owed && part.done != Some(true))
    }

    /// What is not known about the parts; none when all of it is.
    fn open(&self) -> Option<Reason> {
        if self.parts.iter().any(|part| !part.owed) {
            return Some(Reason::missing(Kind::Division, "is_poverty_village"));
        }
        let unknown = self.parts.iter().any(|part| part.done.is_none());
        unknown.then_some(self.missing)
    }

    /// Whether it was done as a whole, and how much of it.
    pub(super) fn judgements(&self) -> (Judgement, Judgement) {
        let both = |judgement| (judgement, judgement);
        match self.scope {
            Finding::Yes => {}
            Finding::No(reason) => return both(Judgement::Excluded(reason)),
            Finding::Unknown(reason) => return both(Judgement::Unknown(reason)),
        }
        let (reached, owed) = self.reached();
        let (num, den) = (reached as i64, owed as i64);
        if let Some(reason) = self.open() {
            return (Judgement::Unknown(reason), Judgement::Part { num, den, reason });
        }
        if den == 0 {
            return both(Judgement::Excluded(Reason::of(Cause::NoPovertyVillage)));
        }
        let whole = if num == den {
            Judgement::Counts
        } else {
            Judgement::Fails(self.missed)
        };
        (whole, Judgement::Amount { num, den })
    }

    /// How it stands on a day; none when it is not owed.
    pub fn state(&self, day: Date) -> Option<State> {
        Some(match self.judgements().0 {
            Judgement::Excluded(_) => return None,
            Judgement::Counts | Judgement::Amount { .. } => State::Done,
            Judgement::Unknown(_) | Judgement::Part { .. } => State::Unclear,
            Judgement::Fails(_) if self.period.runs_on(day) => State::Open,
            Judgement::Fails(_) => State::Overdue,
        })
    }

    /// Why nobody can say how it stands.
    pub fn unclear(&self) -> Option<Reason> {
        self.judgements().0.reason()
    }

    /// Whether it is an official's: by name, by the post, or by the link to a village.
    pub fn is_of(&self, official: &Official) -> bool {
        match &self.who {
            Who::Area(_) => false,
            Who::Post(post) => official.posts.as_ref().is_some_and(|posts| posts.contains(post)),
            Who::Official(id) => *id == official.id,
            Who::Leader(_, leader) => *leader == Some(official.id),
        }
    }

    /// Whether whoever keeps the link to a village records the visits there, too.
    pub(super) const fn is_told_where_it_is_kept(&self) -> bool {
        matches!(self.who, Who::Leader(..))
    }

    /// Whether both are the same thing, told by the records of two areas.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.duty, &self.who, self.period) == (other.duty, &other.who, other.period)
    }
}

impl Who {
    fn key(&self) -> String {
        match self {
            Self::Area(area) => area.to_string(),
            Self::Post(post) => post.id().to_owned(),
            Self::Official(official) => official.to_string(),
            Self::Leader(link, _) => link.to_string(),
        }
    }
}

/// The first finding that is not yes, or the second.
pub(super) fn then(first: Finding, second: impl FnOnce() -> Finding) -> Finding {
    match first {
        Finding::Yes => second(),
        other => other,
    }
}
