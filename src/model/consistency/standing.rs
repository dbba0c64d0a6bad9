//! What became of breaches: a person may accept one with a reason, and it stays accepted while it is the same.

use super::Breach;
use crate::model::{DataIssue, DataIssueId, FindingState};
use std::collections::BTreeMap;

/// Where a breach, or what was decided about one, stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// Nobody has dealt with it, or what was accepted was another value; with the record of that, if there is one.
    Open(&'a Breach, Option<&'a DataIssue>),
    /// A person found it to be so and said why.
    Accepted(&'a Breach, &'a DataIssue),
    /// What was decided about is no longer found.
    Gone(&'a DataIssue),
}

impl Standing<'_> {
    /// Whether somebody has to deal with it.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open(..))
    }

    /// The reason of an accepted one.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Accepted(_, issue) => issue.reason.as_deref(),
            Self::Open(..) | Self::Gone(_) => None,
        }
    }
}

/// Where every breach stands, in their order, and after them the decisions about breaches that are no longer found. A breach
/// is accepted while rule, record, field and the digest of its values are those of the decision; one that keeps a record
/// from being final ([`Severity::blocks`](super::Severity::blocks)) cannot be accepted. Decisions of several levels may be
/// given together.
pub fn standing<'a>(
    breaches: &'a [Breach],
    issues: impl IntoIterator<Item = &'a DataIssue>,
) -> Vec<Standing<'a>> {
    let mut decided: BTreeMap<DataIssueId, Vec<&DataIssue>> = BTreeMap::new();
    for issue in issues {
        decided.entry(issue.id).or_default().push(issue);
    }
    let mut all: Vec<Standing> = breaches
        .iter()
        .map(|breach| {
            let about = decided.remove(&breach.issue_id()).unwrap_or_default();
            let accepted = about.iter().find(|issue| accepts(issue, breach));
            match accepted {
                Some(issue) => Standing::Accepted(breach, issue),
                None => Standing::Open(breach, about.first().copied()),
            }
        })
        .collect();
    all.extend(decided.into_values().flatten().map(Standing::Gone));
    all
}

fn accepts(issue: &DataIssue, breach: &Breach) -> bool {
    let has_reason = issue
        .reason
        .as_deref()
        .is_some_and(|reason| !reason.trim().is_empty());
    issue.state == Some(FindingState::AcceptedWithReason)
        && has_reason
        && issue.value_digest.as_deref() == Some(&breach.digest)
        && !breach.rule.severity().blocks()
}

impl Breach {
    /// The identifier of what was decided about it.
    pub fn issue_id(&self) -> DataIssueId {
        DataIssueId::of(self.rule.id(), self.kind, self.id, self.field)
    }

    /// The record by which a person accepts it as it is now.
    pub fn accepted(&self, reason: &str) -> DataIssue {
        DataIssue {
            id: self.issue_id(),
            rule_id: Some(self.rule.id().to_owned()),
            record_kind: Some(self.kind.def().id.to_owned()),
            record_id: Some(self.id.as_str().to_owned()),
            field: Some(self.field.to_owned()).filter(|field| !field.is_empty()),
            state: Some(FindingState::AcceptedWithReason),
            reason: Some(reason.to_owned()),
            value_digest: Some(self.digest.clone()),
            ..DataIssue::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{CentiMu, Fen};

    fn too_much_land(arable: i64) -> Vec<Breach> {
        let mut f = Sound::new();
        f.year("h1").arable = Some(CentiMu(arable));
        f.village_year().arable = None;
        f.breaches()
    }

    #[test]
    fn a_breach_is_open_until_somebody_accepts_it_with_a_reason() {
        let breaches = too_much_land(12_000);
        assert_eq!(standing(&breaches, []), [Standing::Open(&breaches[0], None)]);
        let issue = breaches[0].accepted("承包了邻组的地");
        assert_eq!(standing(&breaches, [&issue])[0].reason(), Some("承包了邻组的地"));
        for not_accepted in [
            DataIssue {
                reason: Some("  ".to_owned()),
                ..issue.clone()
            },
            DataIssue {
                state: Some(FindingState::Fixed),
                ..issue.clone()
            },
            DataIssue {
                value_digest: None,
                ..issue.clone()
            },
        ] {
            assert_eq!(
                standing(&breaches, [&not_accepted]),
                [Standing::Open(&breaches[0], Some(&not_accepted))]
            );
        }
    }

    #[test]
    fn another_value_opens_it_again_and_a_good_one_ends_it() {
        let issue = too_much_land(12_000)[0].accepted("承包了邻组的地");
        let other = too_much_land(13_000);
        assert!(standing(&other, [&issue])[0].is_open());
        assert_eq!(standing(&too_much_land(500), [&issue]), [Standing::Gone(&issue)]);
    }

    #[test]
    fn what_has_to_be_put_right_cannot_be_accepted() {
        let mut f = Sound::new();
        let bill = f.bill("b1", "p1");
        (bill.total, bill.pay_basic, bill.self_pay) = (Some(Fen(9)), Some(Fen(5)), Some(Fen(5)));
        let breaches = f.breaches();
        assert_eq!(breaches[0].rule, Rule::BillSums);
        let issue = breaches[0].accepted("就是这样");
        assert!(standing(&breaches, [&issue])[0].is_open());
    }

    #[test]
    fn a_decision_of_another_level_counts_beside_one_without_a_reason() {
        let breaches = too_much_land(12_000);
        let village = DataIssue {
            reason: None,
            ..breaches[0].accepted("")
        };
        let township = breaches[0].accepted("已入户核实");
        let found = standing(&breaches, [&village, &township]);
        assert_eq!(found, [Standing::Accepted(&breaches[0], &township)]);
    }

    #[test]
    fn a_digest_never_rests_on_an_identity_number() {
        let digest = |number: &str| {
            let mut f = Sound::new();
            f.person("p1").id_number = Some(number.to_owned());
            f.breaches()[0].digest.clone()
        };
        assert_eq!(digest("11111111111111111"), digest("22222222222222222"));
        assert_ne!(
            digest("11111111111111111"),
            digest("1111111111111111"),
            "another length"
        );
    }
}
