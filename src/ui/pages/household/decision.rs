//! What a person decided, beside what the app proposes: who and when, and whether the two differ.

use super::open::OpenHousehold;
use crate::indicators::Finding;
use crate::journal::{FieldKey, HistoryEntry};
use crate::model::{HouseholdYearId, Kind, Value};
use crate::ui::components::{Status, StatusView};
use crate::ui::pages::record::{BoundField, author};
use crate::ui::text::{format, household};
use leptos::prelude::*;

/// How a decision stands to the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Nobody has decided.
    Undecided,
    /// Both say the same.
    Agrees,
    /// They differ.
    Differs,
    /// The app cannot tell.
    Alone,
}

/// How a decision stands to the proposal; null is none.
pub fn compare(proposed: &Value, decided: &Value) -> Compared {
    match (proposed, decided) {
        (_, Value::Null) => Compared::Undecided,
        (Value::Null, _) => Compared::Alone,
        (proposed, decided) if proposed == decided => Compared::Agrees,
        _ => Compared::Differs,
    }
}

/// What a finding proposes for a yes-or-no decision.
pub fn proposal(finding: Option<Finding>) -> Value {
    match finding {
        Some(Finding::Yes) => true.into(),
        Some(Finding::No(_)) => false.into(),
        Some(Finding::Unknown(_)) | None => Value::Null,
    }
}

/// The decision's own field of the household's year, the mark of a difference, and who decided when.
#[component]
pub fn Decision(
    /// The field of the household's year.
    field: &'static str,
    /// What the app proposes; null for nothing.
    #[prop(into)]
    proposed: Signal<Value>,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let kind = Kind::HouseholdYear;
    let place = kind.def().position(field).unwrap_or_default();
    let id = Memo::new(move |_| HouseholdYearId::of(open.id, open.year()).0);
    let decided = Memo::new(move |_| {
        open.read(|records| records.get(kind, id.get(), place))
            .unwrap_or_default()
    });
    let last = Memo::new(move |_| {
        open.records.track();
        let key = FieldKey::Known(place as u16);
        let history = open.workspace.history(open.area, kind, id.get(), &key);
        history.into_iter().next_back()
    });
    let compared =
        Memo::new(move |_| proposed.with(|proposed| decided.with(|decided| compare(proposed, decided))));
    let mark = move || {
        let (status, words) = match compared.get() {
            Compared::Undecided => (Status::Unknown, t.not_decided()),
            Compared::Agrees => (Status::Met, t.as_proposed()),
            Compared::Differs => (Status::NotMet, t.differs()),
            Compared::Alone => (Status::Info, t.proposal_unknown()),
        };
        view! { <StatusView status words /> }
    };
    let who = move || {
        let entry: HistoryEntry = last.get().filter(|entry| !entry.value.is_null())?;
        let when = format::moment(entry.stamp.millis(), open.language);
        Some(t.decided_by(&author(open.record(), entry.author), &when))
    };
    view! {
        <div class="decision">
            {move || view! { <BoundField kind id=id.get() place hint=hint.clone() /> }}
            <p class="row">{mark} <span class="quiet">{who}</span></p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::{Cause, Reason};

    #[test]
    fn a_decision_agrees_differs_or_stands_alone() {
        let (yes, no, none) = (Value::Bool(true), Value::Bool(false), Value::Null);
        assert_eq!(compare(&yes, &none), Compared::Undecided);
        assert_eq!(compare(&none, &none), Compared::Undecided);
        assert_eq!(compare(&yes, &yes), Compared::Agrees);
        assert_eq!(compare(&yes, &no), Compared::Differs);
        assert_eq!(compare(&none, &no), Compared::Alone);
    }

    #[test]
    fn what_is_not_known_proposes_nothing() {
        let reason = Reason::of(Cause::NotFilledIn);
        assert_eq!(proposal(Some(Finding::Yes)), Value::Bool(true));
        assert_eq!(proposal(Some(Finding::No(reason))), Value::Bool(false));
        assert_eq!(proposal(Some(Finding::Unknown(reason))), Value::Null);
        assert_eq!(proposal(None), Value::Null);
    }
}
