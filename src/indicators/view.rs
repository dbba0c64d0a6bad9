//! What a judgement may look at.

use super::register::{Poverty, Register};
use super::{CountyFacts, Finding, Judgement, VillageIndex};
use crate::model::{
    AsOf, BenefitLinkage, Date, HelperAssignment, Household, HouseholdIncomeYear, HouseholdMembership,
    HouseholdStatusEvent, HouseholdYear, Person, PersonYear, PostKind, Since, SocialGrant, SupportMeasure,
    Year,
};

/// The last day before the plan; the cohort of T-01 is frozen on its evening.
pub const COHORT_DAY: Date = Date::of::<2017, 12, 31>();

/// What a judgement may look at: the day, the county's facts and one area.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The state is that of the evening of this day. Who judges asks it about dates, and so notes how long what is said stands.
    pub as_of: &'a AsOf,
    /// The calendar year of the day; year facts are taken from it.
    pub year: Year,
    /// What the county has entered.
    pub facts: &'a CountyFacts,
    /// The records of a village, a township or the county.
    pub village: &'a VillageIndex<'a>,
}

impl<'a> Context<'a> {
    /// The context of an area's records and the day that they are indexed for.
    pub fn new(village: &'a VillageIndex<'a>, facts: &'a CountyFacts) -> Self {
        Self {
            as_of: village.as_of(),
            year: village.as_of().year(),
            facts,
            village,
        }
    }
}

/// A member on the evening of the day.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The membership.
    pub membership: &'a HouseholdMembership,
    /// The person, if the record is there.
    pub person: Option<&'a Person>,
    /// The person's record of the year.
    pub year: Option<&'a PersonYear>,
    /// The person's place in the index.
    pub(super) place: u32,
}

/// How many members a household has on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Members, those included that may have joined later.
    pub count: i64,
    /// Whether some membership has no start, so that the count is not certain.
    pub uncertain: bool,
}

/// Since when helpers have visited in the quarters of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuarterVisits {
    /// From the first visit in each quarter.
    pub(super) quarters: [Since; 4],
    /// From the first visit that has no date or no purpose.
    pub(super) unclear: Since,
}

/// The two who owe every poor household of their township a visit (plan line 102).
pub(super) const HEADS_OF_TOWNSHIPS: [PostKind; 2] = [PostKind::TownshipSecretary, PostKind::TownshipMayor];

/// Since when the heads of the township have visited in the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Toured {
    /// Each head who did.
    pub(super) by: [Since; 2],
    /// Each who may have.
    pub(super) unclear: [Since; 2],
}

impl Toured {
    /// Whether the secretary (0) or the mayor (1) did.
    pub fn by(self, head: usize, as_of: &AsOf) -> Option<bool> {
        match (self.by[head].by(as_of), self.unclear[head].by(as_of)) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        }
    }
}

/// A household with everything that is judged about it.
#[derive(Clone, Copy, Debug)]
pub struct HouseholdView<'a> {
    /// The household.
    pub household: &'a Household,
    /// Its entry in the register on the day.
    pub register: Register,
    /// Its record of the year.
    pub year: Option<&'a HouseholdYear>,
    /// Its income record of the year.
    pub income: Option<&'a HouseholdIncomeYear>,
    /// Its status events, by date; undated first.
    pub events: &'a [(u32, &'a HouseholdStatusEvent)],
    /// Its members on the day.
    pub members: &'a [(u32, Member<'a>)],
    /// Its measures of every year.
    pub measures: &'a [(u32, &'a SupportMeasure)],
    /// Its helpers at any time.
    pub helpers: &'a [(u32, &'a HelperAssignment)],
    /// Its ties to operators at any time.
    pub linkages: &'a [(u32, &'a BenefitLinkage)],
    /// Its grants at any time.
    pub grants: &'a [(u32, &'a SocialGrant)],
    /// When helpers visited.
    pub help: QuarterVisits,
    /// Whether the heads of the township visited.
    pub toured: Toured,
    /// Its members on the evening of [`COHORT_DAY`].
    pub frozen: Heads,
}

impl HouseholdView<'_> {
    /// The status of a registered household; what is said about any other.
    pub fn registered(&self) -> Result<Poverty, Judgement> {
        match self.register {
            Register::In(poverty) => Ok(poverty),
            Register::Out(reason) => Err(Judgement::Excluded(reason)),
            Register::Unknown(reason) => Err(Judgement::Unknown(reason)),
        }
    }

    /// What a rule for registered households says.
    pub fn if_registered(&self, rule: impl Fn() -> Finding) -> Judgement {
        self.registered().map_or_else(|other| other, |_| rule().into())
    }

    /// How many members it has on the day.
    pub fn heads(&self) -> Heads {
        Heads {
            count: self.members.len() as i64,
            uncertain: self
                .members
                .iter()
                .any(|(_, member)| member.membership.start.is_none()),
        }
    }
}

impl QuarterVisits {
    /// Whether a helper visited by the day in that quarter of the year, 1 to 4.
    pub fn includes(self, quarter: u32, as_of: &AsOf) -> bool {
        let since = self.quarters.get(quarter.saturating_sub(1) as usize);
        since.is_some_and(|since| since.by(as_of))
    }

    /// In how many quarters.
    pub fn count(self, as_of: &AsOf) -> i64 {
        self.quarters.iter().filter(|since| since.by(as_of)).count() as i64
    }

    /// Whether some visit by the day has no date or no purpose.
    pub fn is_unclear(self, as_of: &AsOf) -> bool {
        self.unclear.by(as_of)
    }
}
