//! One record of any kind: whom it is about, every field, what belongs to it, its history.

use super::lines::route_of;
use super::{Attachments, RecordsAbout};
use crate::journal::RecordKey;
use crate::model::{DivisionCode, Id, Kind, Records, Value, kinds_about};
use crate::plan::divisions::COUNTY;
use crate::ui::components::{
    Button, ButtonKind, Card, Dialog, Disclosure, EmptyState, IconName, Notice, NoticeKind, PageHead,
};
use crate::ui::pages::record::{
    Changes, OpenRecord, ProcessCards, RecordFields, RecordFindings, named, provide_references, value_shown,
};
use crate::ui::route::{Route, go};
use crate::ui::text::{format, household, register};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How a record stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Reading,
    Gone,
    Deleted,
    There,
}

/// The page of one record.
#[component]
pub fn RecordPage(
    /// The area whose record it is.
    area: DivisionCode,
    /// The record.
    record: RecordKey,
    /// The list that it was opened from.
    back: Route,
) -> impl IntoView {
    let t = register::texts();
    let (kind, id) = record;
    let open = OpenRecord::of(area, kind.def().owner, move |_| BTreeSet::from([record]));
    provide_context(open);
    provide_references(area, None);
    let label = t.0.pick(kind.def().label);
    let standing = Memo::new(move |_| {
        let deleted = open.read(|records| records.with_row(kind, id, |row| row.deleted));
        match deleted {
            None => Standing::Reading,
            Some(None) => Standing::Gone,
            Some(Some(true)) => Standing::Deleted,
            Some(Some(false)) => Standing::There,
        }
    });
    let list = back.clone();
    let body = move || match standing.get() {
        Standing::Reading => view! { <p role="status">{t.loading()}</p> }.into_any(),
        Standing::Gone => view! { <EmptyState icon=IconName::Ledger sentence=t.gone() /> }.into_any(),
        Standing::Deleted => view! { <Deleted record /> <History record /> }.into_any(),
        Standing::There => view! {
            <RecordFindings record />
            <ProcessCards record />
            <RecordFields kind id />
            <Related record />
            <Attachments record />
            <History record />
            <Remove record back=list.clone() />
        }
        .into_any(),
    };
    view! {
        <article class="page">
            <a class="back-link" href=back.href()>{t.back_to(label)}</a>
            <Head record />
            {body}
        </article>
    }
}

/// Its name, what is missing, and whom it is about.
#[component]
fn Head(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = register::Texts(open.language);
    let (kind, id) = record;
    let county = open.workspace.county_records();
    let label = t.0.pick(kind.def().label);
    let title = Signal::derive(move || {
        let county = county.get();
        let name = open.read(|own| named(&both(own, county.as_deref()), kind, id, open.language));
        name.flatten().unwrap_or_else(|| t.unnamed(label))
    });
    let sentence = Signal::derive(move || {
        let place = format::area(open.area);
        if open.locked.get() {
            return format!("{label} · {}", t.read_only(&place));
        }
        let missing = open.read(|own| {
            let fields = kind.def().fields.iter().enumerate();
            let needed = fields.filter(|(_, def)| def.required);
            needed.filter(|(at, _)| own.get(kind, id, *at).is_null()).count()
        });
        match missing {
            None => label.to_owned(),
            Some(0) => format!("{label} · {}", t.complete()),
            Some(missing) => format!("{label} · {}", t.missing(missing)),
        }
    });
    let facts = move || {
        let county = county.get();
        let facts = open.read(|own| {
            let fields = kind.def().fields.iter().enumerate();
            let told = fields.filter(|(_, def)| def.derived && !def.rare);
            told.filter_map(|(place, def)| {
                let value = own.get(kind, id, place);
                let both = both(own, county.as_deref());
                let shown = value_shown(&both, def, &value, open.language)?;
                let name = t.0.pick(def.label).to_owned();
                let to = def.target().filter(|_| !def.is_area());
                Some((
                    name,
                    shown,
                    to.and_then(|target| link(open.area, &both, target, &value)),
                ))
            })
            .collect::<Vec<_>>()
        });
        let line = |(name, shown, to): (String, String, Option<Route>)| {
            let shown = match to {
                Some(to) => view! { <a href=to.href()>{shown}</a> }.into_any(),
                None => shown.into_any(),
            };
            view! { <div class="fact"><dt>{name}</dt><dd>{shown}</dd></div> }
        };
        facts
            .filter(|facts| !facts.is_empty())
            .map(|facts| view! { <dl class="facts card">{facts.into_iter().map(line).collect_view()}</dl> })
    };
    view! { <PageHead title sentence /> {facts} }
}

fn both<'a>(own: &'a Records, county: Option<&'a Records>) -> Vec<&'a Records> {
    [own].into_iter().chain(county).collect()
}

/// Where a record that is pointed to lies: in the same area, or at the county.
fn link(area: DivisionCode, both: &[&Records], target: Kind, value: &Value) -> Option<Route> {
    let id = Id::new(value.as_text()?).ok()?;
    let holder = both.iter().position(|one| one.contains(target, id))?;
    let area = if holder == 0 {
        area
    } else {
        DivisionCode::new(COUNTY)?
    };
    Some(route_of(area, both[holder], target, id))
}

/// The records of other kinds that are about this one.
#[component]
fn Related(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = register::Texts(open.language);
    let (kind, id) = record;
    let kinds: Vec<Kind> = kinds_about(kind).collect();
    (!kinds.is_empty() && !matches!(kind, Kind::Household | Kind::Person | Kind::Official)).then(|| {
        let about = Signal::stored(BTreeSet::from([id]));
        view! {
            <h2>{t.related()}</h2>
            <RecordsAbout target=kind about kinds />
        }
    })
}

#[component]
fn History(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let keys = Signal::stored(BTreeSet::from([record]));
    view! {
        <Disclosure summary=Signal::stored(t.history().to_owned())><Changes keys /></Disclosure>
    }
}

/// A deleted record, and its way back.
#[component]
fn Deleted(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let restore = move |()| {
        let workspace = open.workspace;
        let command = async move { workspace.restore(open.area, record).await };
        open.run(command, t.brought_back(), |()| ());
    };
    let county = open.workspace.county_records();
    let facts = move || {
        let (kind, id) = record;
        let county = county.get();
        let facts = open.read(|own| {
            let both = both(own, county.as_deref());
            let fields = kind.def().fields.iter().enumerate();
            let told = fields.filter(|(_, def)| !def.derived);
            told.filter_map(|(place, def)| {
                let shown = value_shown(&both, def, &own.get(kind, id, place), open.language)?;
                Some((t.0.pick(def.label), shown))
            })
            .collect::<Vec<_>>()
        });
        let facts = facts.unwrap_or_default().into_iter();
        facts
            .map(|(name, shown)| view! { <div class="fact"><dt>{name}</dt><dd>{shown}</dd></div> })
            .collect_view()
    };
    view! {
        <Notice kind=NoticeKind::Warning><p>{register::Texts(open.language).deleted_sentence()}</p></Notice>
        <Card><dl class="facts">{facts}</dl></Card>
        <div class="button-row"><Button kind=ButtonKind::Primary disabled=open.locked on_click=restore>{t.bring_back()}</Button></div>
    }
}

/// The way to delete it, after a question.
#[component]
fn Remove(record: RecordKey, back: Route) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    let back = StoredValue::new(back);
    let remove = Callback::new(move |()| {
        let workspace = open.workspace;
        let command = async move { workspace.delete(open.area, record).await };
        open.run(command, t.removed(), move |()| back.with_value(go));
    });
    let button = move || {
        (!open.locked.get()).then(|| {
            view! {
                <div class="button-row">
                    <Button kind=ButtonKind::Danger on_click=move |()| asking.set(true)>{t.remove()}</Button>
                </div>
            }
        })
    };
    view! {
        {button}
        <Dialog open=asking title=Signal::derive(move || t.remove_question().to_owned())>
            <p>{t.remove_explained()}</p>
            <div class="button-row"><Button kind=ButtonKind::Danger on_click=remove>{t.remove()}</Button></div>
        </Dialog>
    }
}
