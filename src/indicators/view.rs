//! What a judgement may look at.

use super::register::{Poverty, Register};
use super::{CountyFacts, Finding, Judgement, VillageIndex};
use crate::model::{
    BenefitLinkage, Date, HelperAssignment, Household, HouseholdIncomeYear, HouseholdMembership,
    HouseholdStatusEvent, HouseholdYear, Person, PersonYear, PostKind, SocialGrant, SupportMeasure, Year,
};

/// The last day before the plan; the cohort of T-01 is frozen on its evening.
pub const COHORT_DAY: Date = Date::of::<2017, 12, 31>();

/// What a judgement may look at: the day, the county's facts and one area.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The state is that of the evening of this day.
    pub as_of: Date,
    /// The calendar year of the day; year facts are taken from it.
    pub year: Year,
    /// What the county has entered.
    pub facts: &'a CountyFacts,
    /// The records of a village, a township or the county.
    pub village: &'a VillageIndex<'a>,
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

/// In which quarters of the year, up to the day, a helper visited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuarterVisits {
    /// Bit 0 is the first quarter.
    pub(super) quarters: u8,
    /// Whether some visit has no date or no purpose.
    pub unclear: bool,
}

/// The two who owe every poor household of their township a visit (plan line 102).
pub(super) const HEADS_OF_TOWNSHIPS: [PostKind; 2] = [PostKind::TownshipSecretary, PostKind::TownshipMayor];

/// Whether the heads of the township visited in the year, up to the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Toured {
    /// A bit for each head who did.
    pub(super) by: u8,
    /// A bit for each who may have.
    pub(super) unclear: u8,
}

impl Toured {
    /// Whether the secretary (0) or the mayor (1) did.
    pub const fn by(self, head: u8) -> Option<bool> {
        match (self.by >> head & 1, self.unclear >> head & 1) {
            (1, _) => Some(true),
            (_, 1) => None,
            _ => Some(false),
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
    /// Whether a helper visited in that quarter of the year, 1 to 4.
    pub const fn includes(self, quarter: u32) -> bool {
        (self.quarters >> (quarter.saturating_sub(1) & 7)) & 1 == 1
    }

    /// In how many quarters.
    pub const fn count(self) -> i64 {
        self.quarters.count_ones() as i64
    }
}
