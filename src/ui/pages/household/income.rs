//! 收入: what people know, and the net income computed from it against the year's line.

use super::open::OpenHousehold;
use crate::indicators::{Assurance, Context, Finding, HouseholdView};
use crate::model::{Fen, HouseholdIncomeYearId, Kind, Value};
use crate::ui::components::{Button, Stat};
use crate::ui::pages::record::RecordFields;
use crate::ui::text::{format, household};
use leptos::prelude::*;

/// What was computed from the income record.
#[derive(Clone, Debug, Default, PartialEq)]
struct Computed {
    net: Option<Fen>,
    per_capita: Option<Fen>,
    line: Option<Fen>,
    missing: Option<&'static str>,
    members: i64,
    counted: Option<i64>,
}

/// The computed income, then the fields that it comes from.
#[component]
pub fn Income() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let year = Memo::new(move |_| open.year());
    let computed = Memo::new(move |_| open.look(computed).unwrap_or_default());
    let money = move |fen: Fen| format::money(fen, open.language);
    let net = Signal::derive(move || computed.with(|all| all.net.map(money)));
    let per_capita = Signal::derive(move || computed.with(|all| all.per_capita.map(money)));
    let why = Signal::derive(move || {
        computed.with(|all| {
            all.missing
                .map(|id| t.income_missing(name(id, open)))
                .unwrap_or_default()
        })
    });
    let line = Signal::derive(move || {
        computed.with(|all| {
            all.line
                .map_or_else(|| t.no_poverty_line().to_owned(), |line| t.poverty_line(line))
        })
    });
    let sentence = move || {
        computed.with(|all| {
            all.per_capita
                .map_or_else(|| t.income_unknown().to_owned(), |fen| t.income_sentence(fen))
        })
    };
    view! {
        <p class="lead">{sentence} " " {move || t.year_of(year.get())}</p>
        <div class="stats">
            <Stat value=net words=Signal::derive(move || t.net_income().to_owned()) detail=why />
            <Stat value=per_capita words=Signal::derive(move || t.per_capita().to_owned()) detail=line />
        </div>
        {move || computed.with(|all| (all.counted != Some(all.members) && all.members > 0).then_some(all.members)).map(|members| view! { <CountMembers members /> })}
        {move || view! { <RecordFields kind=Kind::HouseholdIncomeYear id=HouseholdIncomeYearId::of(open.id, year.get()).0 /> }}
    }
}

/// Takes over the number of members of the day, which nobody has to count.
#[component]
fn CountMembers(members: i64) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let take = move |()| {
        let Some(place) = Kind::HouseholdIncomeYear.def().position("members_counted") else {
            return;
        };
        let id = HouseholdIncomeYearId::of(open.id, open.workspace.as_of().get_untracked().year()).0;
        let workspace = open.workspace;
        let record = (Kind::HouseholdIncomeYear, id);
        let command = async move {
            workspace
                .set_field(open.area, record, place, Value::Int(members))
                .await
        };
        open.run(command, t.recorded(), |()| ());
    };
    view! { <div class="button-row"><Button disabled=open.locked on_click=take>{t.count_members(members)}</Button></div> }
}

fn computed(view: &HouseholdView, context: &Context) -> Computed {
    let missing = match Assurance::Income.check(view, context) {
        Finding::Unknown(reason) => reason
            .field
            .filter(|field| field.kind == Kind::HouseholdIncomeYear)
            .map(|field| field.id),
        _ => None,
    };
    Computed {
        net: view.income.and_then(|income| income.net()),
        per_capita: view.income.and_then(|income| income.per_capita()),
        line: context.facts.poverty_line(context.year).map(Fen),
        missing,
        members: view.heads().count,
        counted: view
            .income
            .and_then(|income| income.members_counted)
            .map(|count| count.0),
    }
}

fn name(id: &str, open: OpenHousehold) -> &'static str {
    let field = Kind::HouseholdIncomeYear
        .def()
        .fields
        .iter()
        .find(|field| field.id == id);
    field.map_or("", |field| open.language.pick(field.label))
}
