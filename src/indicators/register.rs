//! The register on the evening of a day: who is in it, and with which status.

use super::{Cause, Reason};
use crate::model::{AsOf, Household, HouseholdStatusEvent, Kind, PovertyStatus, StatusEventKind, YearMonth};

/// Where a household stands in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Registered.
    In(Poverty),
    /// Not registered.
    Out(Reason),
    /// Not known.
    Unknown(Reason),
}

/// The poverty status of a registered household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poverty {
    /// 未脱贫.
    NotExited,
    /// 已脱贫, with or without policies.
    Exited,
    /// 返贫.
    Returned,
    /// Registered, status not known.
    Unknown(Reason),
}

const NO_STATUS: Register = Register::In(Poverty::Unknown(Reason::missing(
    Kind::Household,
    "poverty_status",
)));
const NOT_YET: Register = Register::Out(Reason::new(
    Cause::NotYetRegistered,
    Kind::Household,
    "first_identified",
));

/// The register's entry of a household on the evening of the day, from its status events in order of their dates. Before
/// the first event the entry is what that event ended; without events it is what the household's own fields say.
pub fn register_on(household: &Household, events: &[(u32, &HouseholdStatusEvent)], as_of: &AsOf) -> Register {
    match household.registered {
        None => return Register::Unknown(Reason::missing(Kind::Household, "registered")),
        Some(false) => {
            return Register::Out(Reason::new(Cause::NotRegistered, Kind::Household, "registered"));
        }
        Some(true) => {}
    }
    let (mut last, mut next) = (None, None);
    for (_, event) in events {
        let Some(kind) = &event.kind else {
            return unclear("kind");
        };
        let Some(date) = event.date else {
            return unclear("date");
        };
        match kind {
            StatusEventKind::Unrecognised(_) => return unclear("kind"),
            // A household that split off was a part of another until then.
            StatusEventKind::Split if event.split_from.is_some() && !as_of.has_come_to(date) => {
                return NOT_YET;
            }
            StatusEventKind::Split => {}
            kind if as_of.has_come_to(date) => last = Some(kind),
            kind => next = next.or(Some(kind)),
        }
    }
    match (last, next) {
        (Some(kind), _) => after(kind),
        (None, _) if is_before(as_of, household.first_identified) => NOT_YET,
        (None, Some(kind)) => before(kind, household, as_of),
        (None, None) => by_fields(household, as_of),
    }
}

/// An event that cannot be placed may have changed anything.
fn unclear(field: &'static str) -> Register {
    Register::In(Poverty::Unknown(Reason::missing(
        Kind::HouseholdStatusEvent,
        field,
    )))
}

fn is_before(as_of: &AsOf, first_identified: Option<YearMonth>) -> bool {
    first_identified.is_some_and(|month| !as_of.has_come_to(month.first_day()))
}

fn after(kind: &StatusEventKind) -> Register {
    use StatusEventKind as K;
    match kind {
        K::Identified | K::ReIdentified => Register::In(Poverty::NotExited),
        K::Exited => Register::In(Poverty::Exited),
        K::Returned => Register::In(Poverty::Returned),
        K::Deregistered | K::Merged | K::MovedOut | K::DiedOut => Register::Out(Reason::new(
            Cause::LeftRegister,
            Kind::HouseholdStatusEvent,
            "kind",
        )),
        K::Split | K::Unrecognised(_) => NO_STATUS,
    }
}

fn before(kind: &StatusEventKind, household: &Household, as_of: &AsOf) -> Register {
    use StatusEventKind as K;
    match kind {
        K::Identified | K::ReIdentified => NOT_YET,
        K::Exited => Register::In(Poverty::NotExited),
        K::Returned => Register::In(Poverty::Exited),
        _ => match household.exit_year {
            Some(year) if year > as_of.year() => Register::In(Poverty::NotExited),
            Some(_) => Register::In(Poverty::Exited),
            None => NO_STATUS,
        },
    }
}

fn by_fields(household: &Household, as_of: &AsOf) -> Register {
    use PovertyStatus as P;
    let exits_later = household.exit_year.is_some_and(|year| year > as_of.year());
    let returns_later = household.returned_year.is_some_and(|year| year > as_of.year());
    match &household.poverty_status {
        None | Some(P::Unrecognised(_)) => NO_STATUS,
        Some(P::NotRegistered) => Register::Out(Reason::new(
            Cause::NotRegistered,
            Kind::Household,
            "poverty_status",
        )),
        Some(P::NotExited) => Register::In(Poverty::NotExited),
        Some(P::ExitedWithPolicy | P::ExitedWithoutPolicy) if exits_later => Register::In(Poverty::NotExited),
        Some(P::ExitedWithPolicy | P::ExitedWithoutPolicy) => Register::In(Poverty::Exited),
        Some(P::Returned) if exits_later => Register::In(Poverty::NotExited),
        Some(P::Returned) if returns_later => Register::In(Poverty::Exited),
        Some(P::Returned) => Register::In(Poverty::Returned),
    }
}

impl Register {
    /// Whether the household counts as poor: not exited, or fallen back.
    pub const fn is_poor(self) -> Option<bool> {
        match self {
            Self::In(Poverty::NotExited | Poverty::Returned) => Some(true),
            Self::In(Poverty::Exited) | Self::Out(_) => Some(false),
            Self::In(Poverty::Unknown(_)) | Self::Unknown(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Date, Year};
    use StatusEventKind as K;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn registered() -> Household {
        Household {
            registered: Some(true),
            ..Household::default()
        }
    }

    fn on(household: &Household, events: &[(K, &str)], date: &str) -> Register {
        let events: Vec<_> = events
            .iter()
            .map(|(kind, date)| HouseholdStatusEvent {
                kind: Some(kind.clone()),
                date: Some(day(date)),
                ..HouseholdStatusEvent::default()
            })
            .collect();
        let events: Vec<_> = events.iter().map(|event| (0, event)).collect();
        register_on(household, &events, &AsOf::new(day(date)))
    }

    #[test]
    fn an_event_holds_from_its_own_day() {
        let events = [
            (K::Identified, "2014-03-01"),
            (K::Exited, "2018-11-20"),
            (K::Returned, "2019-05-05"),
        ];
        for (date, poverty) in [
            ("2014-03-01", Poverty::NotExited),
            ("2018-11-19", Poverty::NotExited),
            ("2018-11-20", Poverty::Exited),
            ("2019-05-05", Poverty::Returned),
        ] {
            assert_eq!(on(&registered(), &events, date), Register::In(poverty), "{date}");
        }
        assert_eq!(on(&registered(), &events, "2014-02-28"), NOT_YET);
    }

    #[test]
    fn a_household_that_split_off_was_not_there_before() {
        let household = Household {
            poverty_status: Some(PovertyStatus::NotExited),
            ..registered()
        };
        let mut split = HouseholdStatusEvent {
            kind: Some(K::Split),
            date: Some(day("2018-06-01")),
            ..HouseholdStatusEvent::default()
        };
        let on = |event: &HouseholdStatusEvent, date| {
            register_on(&household, &[(0, event)], &AsOf::new(day(date)))
        };
        assert_eq!(on(&split, "2018-05-31"), Register::In(Poverty::NotExited));
        split.split_from = Some("h1".parse().map(crate::model::HouseholdId).unwrap());
        assert_eq!(on(&split, "2018-05-31"), NOT_YET);
        assert_eq!(on(&split, "2018-06-01"), Register::In(Poverty::NotExited));
    }

    #[test]
    fn before_the_first_event_the_entry_is_what_the_event_ended() {
        let d = "2018-06-30";
        assert_eq!(
            on(&registered(), &[(K::Exited, "2018-11-20")], d),
            Register::In(Poverty::NotExited)
        );
        assert_eq!(
            on(&registered(), &[(K::Returned, "2018-11-20")], d),
            Register::In(Poverty::Exited)
        );
        assert_eq!(on(&registered(), &[(K::DiedOut, "2018-11-20")], d), NO_STATUS);
        let exited = Household {
            exit_year: Some(Year(2016)),
            ..registered()
        };
        assert_eq!(
            on(&exited, &[(K::DiedOut, "2018-11-20")], d),
            Register::In(Poverty::Exited)
        );
    }

    #[test]
    fn a_household_that_left_is_out_from_that_day() {
        let events = [(K::Identified, "2014-03-01"), (K::Merged, "2018-06-30")];
        assert!(matches!(
            on(&registered(), &events, "2018-06-30"),
            Register::Out(_)
        ));
        assert_eq!(
            on(&registered(), &events, "2018-06-29"),
            Register::In(Poverty::NotExited)
        );
    }

    #[test]
    fn without_events_the_fields_decide() {
        let exited = Household {
            poverty_status: Some(PovertyStatus::ExitedWithPolicy),
            exit_year: Some(Year(2018)),
            ..registered()
        };
        assert_eq!(on(&exited, &[], "2017-12-31"), Register::In(Poverty::NotExited));
        assert_eq!(on(&exited, &[], "2018-01-01"), Register::In(Poverty::Exited));
        let later = Household {
            first_identified: YearMonth::parse("2018-05"),
            ..exited
        };
        assert_eq!(on(&later, &[], "2018-04-30"), NOT_YET);
        assert_eq!(on(&later, &[], "2018-05-01"), Register::In(Poverty::Exited));
        assert_eq!(on(&registered(), &[], "2018-01-01"), NO_STATUS);
    }

    #[test]
    fn an_event_that_cannot_be_placed_makes_the_status_unknown() {
        let undated = HouseholdStatusEvent {
            kind: Some(K::Returned),
            ..HouseholdStatusEvent::default()
        };
        let entry = register_on(&registered(), &[(0, &undated)], &AsOf::new(day("2018-12-31")));
        assert_eq!(entry, unclear("date"));
        assert_eq!(entry.is_poor(), None);
    }

    #[test]
    fn whether_an_unregistered_household_is_poor_does_not_matter() {
        let other = Household {
            registered: Some(false),
            ..Household::default()
        };
        assert_eq!(
            on(&other, &[(K::Returned, "2018-01-01")], "2018-12-31").is_poor(),
            Some(false)
        );
        assert_eq!(on(&Household::default(), &[], "2018-12-31").is_poor(), None);
    }
}
