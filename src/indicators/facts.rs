//! What the county has entered, as scoring needs it.

mod kept;

pub use kept::KeptFacts;

use crate::model::{
    Code, Date, DivisionCode, Level, OfficialId, Records, RelocationKind, RelocationSiteId, TradeKind,
    TrainingSession, TrainingSessionId, Year,
};
use crate::plan::{self, ParameterKey};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The county's parameters and poverty flags, and what villages point to in its records: sites and trainings. The
/// default knows nothing, and then nothing that rests on them is ever
/// passed or failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountyFacts {
    verified: BTreeMap<(ParameterKey, Option<Year>), i64>,
    poor: BTreeMap<DivisionCode, bool>,
    all_named: [bool; 2],
    sites: BTreeMap<RelocationSiteId, RelocationKind>,
    sessions: BTreeMap<TrainingSessionId, Training>,
    trained: BTreeMap<OfficialId, Vec<Option<TrainingSessionId>>>,
    digest: u64,
}

/// What is asked about a training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    /// Its first day.
    pub from: Option<Date>,
    /// What is taught.
    pub trade: Option<TradeKind>,
}

impl From<&TrainingSession> for Training {
    fn from(session: &TrainingSession) -> Self {
        Self {
            from: session.date_from,
            trade: session.trade.clone(),
        }
    }
}

impl CountyFacts {
    /// Reads them from the county's own records. A parameter counts when it has a value that somebody verified.
    pub fn of(county: &Records) -> Self {
        let mut facts = Self::default();
        for row in county.policy_parameters.iter() {
            let parameter = row.key.as_deref().and_then(plan::parameter_with_id);
            if let (Some(parameter), Some(value), Some(true)) = (parameter, row.value, row.verified) {
                facts.verified.entry((parameter.key, row.year)).or_insert(value.0);
            }
        }
        for row in county.divisions.iter() {
            let Some(code) = DivisionCode::new(row.id.as_str()) else {
                continue;
            };
            let flag = match code.level() {
                Level::Village => row.is_poverty_village,
                Level::Township => row.is_poverty_township,
                Level::County => None,
            };
            facts.poor.extend(flag.map(|poor| (code, poor)));
        }
        for site in county.relocation_sites.iter() {
            facts.sites.extend(site.kind.clone().map(|kind| (site.id, kind)));
        }
        for session in county.training_sessions.iter() {
            facts.sessions.insert(session.id, session.into());
        }
        for row in county.training_attendances.iter() {
            if let Some(official) = row.official_id {
                facts.trained.entry(official).or_default().push(row.session_id);
            }
        }
        facts.finished()
    }

    fn finished(mut self) -> Self {
        self.all_named = [Level::Township, Level::Village].map(|level| self.are_all_named(level));
        // Nothing entered is the default, wherever it comes from.
        self.digest = if self == Self::default() { 0 } else { self.hash() };
        self
    }

    fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.verified, &self.poor, &self.trained).hash(&mut hasher);
        for (id, kind) in &self.sites {
            (id, kind.id()).hash(&mut hasher);
        }
        for (id, training) in &self.sessions {
            (id, training.from, training.trade.as_ref().map(Code::id)).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// A digest of all of it; facts of different digests are different.
    pub const fn digest(&self) -> u64 {
        self.digest
    }

    /// Whether as many units are named as the plan says there are; then the others are not poor.
    fn are_all_named(&self, level: Level) -> bool {
        let flag = plan::DIVISION_FLAGS.iter().find(|flag| flag.level == level);
        let expected = flag.map_or(i64::MAX, |flag| {
            plan::baseline(flag.expected).figures[0].quantity.value
        });
        let named = self
            .poor
            .iter()
            .filter(|(code, poor)| **poor && code.level() == level);
        named.count() as i64 >= expected
    }

    /// A verified parameter of a year, or for every year. A parameter that is a choice of method has a default.
    pub fn parameter(&self, key: ParameterKey, year: Year) -> Option<i64> {
        let verified = self
            .verified
            .get(&(key, Some(year)))
            .or_else(|| self.verified.get(&(key, None)));
        verified.copied().or(plan::parameter(key).default)
    }

    /// How far an approximate figure may be missed, in basis points (note X-11).
    pub fn tolerance(&self, year: Year) -> i64 {
        self.parameter(ParameterKey::ApproximateTolerance, year)
            .unwrap_or_default()
    }

    /// What kind of site that is; unknown when the county has not entered it.
    pub fn site(&self, id: Option<RelocationSiteId>) -> Option<&RelocationKind> {
        self.sites.get(&id?)
    }

    /// A training that the county held.
    pub fn training(&self, id: Option<TrainingSessionId>) -> Option<&Training> {
        self.sessions.get(&id?)
    }

    /// The trainings of the county that an official attended.
    pub fn trainings_of(&self, official: OfficialId) -> impl Iterator<Item = Option<TrainingSessionId>> {
        self.trained.get(&official).into_iter().flatten().copied()
    }

    /// The poverty line of a year in fen per person.
    pub fn poverty_line(&self, year: Year) -> Option<i64> {
        self.parameter(ParameterKey::PovertyLine, year)
    }

    /// The ages of compulsory education on 1 September: from, and below.
    pub fn compulsory_ages(&self, year: Year) -> (i64, i64) {
        let age = |key, default| self.parameter(key, year).unwrap_or(default);
        (
            age(ParameterKey::CompulsoryAgeFrom, 6),
            age(ParameterKey::CompulsoryAgeTo, 16),
        )
    }

    /// Whether a township is one of the 3, or a village one of the 32; unknown until the county has said so or has
    /// named them all (note X-16).
    pub fn is_poor(&self, code: DivisionCode) -> Option<bool> {
        let all_named = match code.level() {
            Level::Township => self.all_named[0],
            Level::Village => self.all_named[1],
            Level::County => false,
        };
        self.poor.get(&code).copied().or(all_named.then_some(false))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Count, Division, DivisionId, PolicyParameter, PolicyParameterId};

    const Y2018: Year = Year(2018);

    fn line(verified: Option<bool>) -> Records {
        let mut county = Records::default();
        let id = PolicyParameterId::of("poverty_line", Some(Y2018), plan::divisions::COUNTY);
        county.policy_parameters.row_mut(id.into()).record = PolicyParameter {
            id,
            key: Some("poverty_line".into()),
            year: Some(Y2018),
            value: Some(Count(350_000)),
            verified,
            ..PolicyParameter::default()
        };
        county
    }

    #[test]
    fn a_parameter_counts_only_when_it_is_verified_and_only_in_its_year() {
        let verified = CountyFacts::of(&line(Some(true)));
        assert_eq!(verified.poverty_line(Y2018), Some(350_000));
        assert_eq!(verified.poverty_line(Year(2019)), None);
        assert_eq!(CountyFacts::of(&line(Some(false))).poverty_line(Y2018), None);
        assert_eq!(CountyFacts::of(&line(None)).poverty_line(Y2018), None);
        assert_eq!(CountyFacts::default().compulsory_ages(Y2018), (6, 16));
    }

    #[test]
    fn a_village_is_no_poverty_village_only_when_said_so_or_when_all_32_are_named() {
        let villages = plan::divisions::villages();
        let mut county = Records::default();
        let mut name = |code: &str, poor| {
            let id = DivisionId::of(DivisionCode::new(code).unwrap());
            county.divisions.row_mut(id.into()).record = Division {
                id,
                is_poverty_village: Some(poor),
                ..Division::default()
            };
            CountyFacts::of(&county)
        };
        let unsaid = DivisionCode::new(villages[123].code).unwrap();
        name(villages[40].code, false);
        for village in &villages[..31] {
            assert_eq!(name(village.code, true).is_poor(unsaid), None);
        }
        let facts = name(villages[31].code, true);
        assert_eq!(facts.is_poor(unsaid), Some(false));
        assert_eq!(
            facts.is_poor(DivisionCode::new(villages[31].code).unwrap()),
            Some(true)
        );
        assert_eq!(
            facts.is_poor(DivisionCode::new(villages[40].code).unwrap()),
            Some(false)
        );
    }
}
