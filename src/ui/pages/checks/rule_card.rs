//! One rule: what does not hold, what to do, and whom it concerns.

use super::Accept;
use super::model::{Found, RuleFindings};
use crate::model::DivisionCode;
use crate::model::consistency::{Rule, Severity};
use crate::ui::components::{Card, Disclosure, Status, StatusView};
use crate::ui::route::Route;
use crate::ui::text::checks;
use leptos::prelude::*;

/// How many findings of a rule are shown at a time.
const SHOWN: usize = 20;

/// The card of a rule.
#[component]
pub fn RuleCard(
    /// The village.
    area: DivisionCode,
    /// What the rule finds.
    findings: RuleFindings,
    /// Whether nothing can be accepted here.
    locked: Signal<bool>,
) -> impl IntoView {
    let t = checks::texts();
    let RuleFindings { rule, open, accepted } = findings;
    let more = open.len().saturating_sub(SHOWN);
    let rows = open
        .into_iter()
        .take(SHOWN)
        .map(|found| view! { <Finding area found locked /> })
        .collect_view();
    let count = i64::try_from(accepted.len()).unwrap_or(i64::MAX);
    let accepted = (count > 0).then(|| {
        let rows = accepted
            .into_iter()
            .map(|(found, reason)| view! { <li class="list-row">{words(area, &found, t)} <span>{reason}</span></li> })
            .collect_view();
        view! { <Disclosure summary=t.accepted(count)><ul class="home-list">{rows}</ul></Disclosure> }
    });
    view! {
        <Card title=t.0.pick(rule.label())>
            <div class="row spread">
                <p>{t.0.pick(rule.advice())}</p>
                <StatusView status=status(rule.severity()) words=severity(rule.severity(), t) />
            </div>
            <ul class="home-list">{rows}</ul>
            {(more > 0).then(|| view! { <p class="hint">{t.more(i64::try_from(more).unwrap_or(i64::MAX))}</p> })}
            {accepted}
            <p class="hint">{source(rule, t)}</p>
        </Card>
    }
}

#[component]
fn Finding(area: DivisionCode, found: Found, locked: Signal<bool>) -> impl IntoView {
    let t = checks::texts();
    let breach = found.breach.clone();
    let blocks = breach.rule.severity().blocks();
    let accept = move || (!blocks && !locked.get()).then(|| view! { <Accept area breach=breach.clone() /> });
    view! { <li class="list-row check-row">{words(area, &found, t)} {accept}</li> }
}

/// Whom and which field it concerns, as a link to where it is put right.
fn words(area: DivisionCode, found: &Found, t: checks::Texts) -> AnyView {
    let name = if found.name.is_empty() {
        t.0.pick(found.breach.kind.def().label).to_owned()
    } else {
        found.name.clone()
    };
    let title = match found.field {
        Some(label) => t.row_at(&name, t.0.pick(label)),
        None => name,
    };
    let detail = found.breach.detail.clone();
    let body = view! {
        <span class="list-row-words">
            <span class="list-row-name">{title}</span>
            <span class="list-row-detail">{detail}</span>
        </span>
    };
    match found.place {
        Some((household, section)) => {
            let to = Route::Household(area, household, section, None).href();
            view! { <a class="check-link" href=to>{body}</a> }.into_any()
        }
        None => body.into_any(),
    }
}

const fn status(severity: Severity) -> Status {
    match severity {
        Severity::Error => Status::NotMet,
        Severity::Warn => Status::Unknown,
        Severity::Info => Status::Info,
    }
}

const fn severity(severity: Severity, t: checks::Texts) -> &'static str {
    match severity {
        Severity::Error => t.must(),
        Severity::Warn => t.should(),
        Severity::Info => t.known(),
    }
}

fn source(rule: Rule, t: checks::Texts) -> String {
    match rule.source() {
        "" => t.rule_own(rule.id()),
        source => t.rule_of(rule.id(), source),
    }
}
