//! The county's facts as they are kept beside its figures, so that figures can be shown before its records are read.

use super::{CountyFacts, Training};
use crate::model::{
    Code, Date, DivisionCode, OfficialId, RelocationKind, RelocationSiteId, TradeKind, TrainingSessionId,
    Year,
};
use crate::plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// [`CountyFacts`] in a form that can be kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptFacts {
    verified: Vec<(String, Option<u16>, i64)>,
    poor: Vec<(String, bool)>,
    sites: Vec<(String, String)>,
    sessions: Vec<KeptSession>,
    /// By official the places of trainings among the sessions.
    trained: Vec<(String, Vec<Option<usize>>)>,
}

/// A training that somebody attended; without what is known of one that is not on record.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptSession {
    id: String,
    held: Option<(Option<String>, Option<String>)>,
}

impl CountyFacts {
    /// The facts in a form that can be kept.
    pub fn to_kept(&self) -> KeptFacts {
        let ids: BTreeSet<TrainingSessionId> = self
            .sessions
            .keys()
            .copied()
            .chain(self.trained.values().flatten().flatten().copied())
            .collect();
        let ids: Vec<TrainingSessionId> = ids.into_iter().collect();
        let place = |id: &TrainingSessionId| ids.binary_search(id).ok();
        let trained = self.trained.iter().map(|(official, sessions)| {
            let places = sessions.iter().map(|id| place(id.as_ref()?));
            (official.as_str().to_owned(), places.collect())
        });
        let sessions = ids.iter().map(|id| KeptSession {
            id: id.as_str().to_owned(),
            held: self.sessions.get(id).map(|training| {
                let trade = training.trade.as_ref().map(|trade| trade.id().to_owned());
                (training.from.map(|day| day.to_string()), trade)
            }),
        });
        let verified = self.verified.iter();
        let poor = self.poor.iter();
        let sites = self.sites.iter();
        KeptFacts {
            verified: verified
                .map(|((key, year), value)| (key.id().to_owned(), year.map(|year| year.0), *value))
                .collect(),
            poor: poor
                .map(|(code, poor)| (code.as_str().to_owned(), *poor))
                .collect(),
            sites: sites
                .map(|(id, kind)| (id.as_str().to_owned(), kind.id().to_owned()))
                .collect(),
            sessions: sessions.collect(),
            trained: trained.collect(),
        }
    }

    /// The facts that were kept; none when something in them cannot be read.
    pub fn from_kept(kept: &KeptFacts) -> Option<Self> {
        let mut facts = Self::default();
        for (key, year, value) in &kept.verified {
            let key = plan::parameter_with_id(key)?.key;
            facts.verified.insert((key, year.map(Year)), *value);
        }
        for (code, poor) in &kept.poor {
            facts.poor.insert(DivisionCode::new(code)?, *poor);
        }
        for (id, kind) in &kept.sites {
            let id = RelocationSiteId::new(id).ok()?;
            facts.sites.insert(id, RelocationKind::from_id(kind));
        }
        let mut ids = Vec::with_capacity(kept.sessions.len());
        for session in &kept.sessions {
            let id = TrainingSessionId::new(&session.id).ok()?;
            ids.push(id);
            if let Some((from, trade)) = &session.held {
                let from = from.as_deref().map(|day| Date::parse(day).ok_or(()));
                let training = Training {
                    from: from.transpose().ok()?,
                    trade: trade.as_deref().map(TradeKind::from_id),
                };
                facts.sessions.insert(id, training);
            }
        }
        for (official, places) in &kept.trained {
            let sessions = places
                .iter()
                .map(|place| place.map(|place| ids.get(place).copied().ok_or(())).transpose());
            let sessions = sessions.collect::<Result<_, _>>().ok()?;
            facts.trained.insert(OfficialId::new(official).ok()?, sessions);
        }
        Some(facts.finished())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::fixture::id;
    use crate::model::{Count, Records};

    #[test]
    fn kept_facts_come_back_as_they_were() {
        let mut county = Records::default();
        let parameter = &mut county.policy_parameters.row_mut(id("p1")).record;
        (parameter.key, parameter.year) = (Some("poverty_line".into()), Some(Year(2018)));
        (parameter.value, parameter.verified) = (Some(Count(299_500)), Some(true));
        county
            .divisions
            .row_mut(id("530427203"))
            .record
            .is_poverty_township = Some(true);
        county.relocation_sites.row_mut(id("s1")).record.kind = Some(RelocationKind::from_id("of_tomorrow"));
        let session = &mut county.training_sessions.row_mut(id("t1")).record;
        (session.date_from, session.trade) =
            (Some(Date::of::<2018, 3, 1>()), Some(TradeKind::from_id("cook")));
        county.training_sessions.row_mut(id("t2"));
        for (attendance, session) in [("a1", Some("t1")), ("a2", Some("gone")), ("a3", None)] {
            let row = &mut county.training_attendances.row_mut(id(attendance)).record;
            row.official_id = Some(OfficialId(id("o1")));
            row.session_id = session.map(|session| TrainingSessionId(id(session)));
        }
        let facts = CountyFacts::of(&county);
        let text = serde_json::to_string(&facts.to_kept()).unwrap();
        let kept: KeptFacts = serde_json::from_str(&text).unwrap();
        assert_eq!(CountyFacts::from_kept(&kept), Some(facts.clone()));
        assert_ne!(facts.digest(), CountyFacts::of(&Records::default()).digest());
        let misread = text.replace("poverty_line", "poverty_lane");
        let kept: KeptFacts = serde_json::from_str(&misread).unwrap();
        assert_eq!(CountyFacts::from_kept(&kept), None);
    }
}
