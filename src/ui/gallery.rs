//! Every component on one page, in debug builds, to be looked at in both languages and every theme.

use crate::charts::Bar;
use crate::model::{DivisionCode, Kind, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::*;
use crate::ui::shell::{Place, Shell};
use crate::ui::text::{gallery as words, language};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Fields that show every editor.
const FIELDS: [(Kind, &str); 11] = [
    (Kind::Household, "address"),
    (Kind::Household, "attribute"),
    (Kind::Household, "main_cause"),
    (Kind::Household, "other_causes"),
    (Kind::Household, "first_identified"),
    (Kind::Household, "planned_exit_year"),
    (Kind::HouseholdYear, "drinking_safe"),
    (Kind::HouseholdYear, "arable"),
    (Kind::HouseholdIncomeYear, "wage"),
    (Kind::HouseholdIncomeYear, "members_counted"),
    (Kind::HouseholdMembership, "start"),
];

/// The components inside the frame.
#[component]
pub fn Gallery() -> impl IntoView {
    let area = DivisionCode::new("530427203200").unwrap_or_else(|| unreachable!("a well-formed code"));
    let place = Place {
        area,
        name: words::VILLAGE.to_owned(),
        demo: true,
    };
    let mark = RwSignal::new(Mark::Saved);
    view! {
        <Shell place=Some(place) mark mark_words=Signal::derive(|| "14:05".to_owned()) read_only=false>
            <div class="page">
                <PageHead title=words::TITLE sentence=Signal::derive(|| words::SENTENCE.to_owned()) actions=|| view! { <Actions /> } />
                <States />
                <Numbers />
                <Fields />
                <Tables />
                <List />
            </div>
        </Shell>
    }
}

#[component]
fn Actions() -> impl IntoView {
    let announcer = use_announcer();
    let open = RwSignal::new(false);
    view! {
        <Button kind=ButtonKind::Primary icon=IconName::Plus on_click=move |()| open.set(true)>"Dialog"</Button>
        <Button on_click=move |()| announcer.say(words::TOAST)>"Toast"</Button>
        <Button kind=ButtonKind::Quiet on_click=|()| ()>"Quiet"</Button>
        <Button kind=ButtonKind::Danger on_click=|()| ()>"Danger"</Button>
        <Button disabled=true on_click=|()| ()>"Disabled"</Button>
        <Dialog open title=words::DIALOG><p>"Escape closes, the focus goes back."</p></Dialog>
    }
}

#[component]
fn States() -> impl IntoView {
    let marks = [
        Mark::Saving,
        Mark::Saved,
        Mark::Unsaved,
        Mark::NotHandedOver,
        Mark::Locked,
        Mark::Conflict,
    ];
    view! {
        <Card title="States">
            <div class="row">{Status::ALL.map(|status| view! { <StatusView status /> }).into_iter().collect_view()}</div>
            <div class="row">{marks.map(|mark| view! { <MarkView mark=mark /> }).into_iter().collect_view()}</div>
            <div class="row">
                <Badge>{words::BADGE}</Badge>
                <Badge tone=Tone::Accent>"2018"</Badge>
                <Badge tone=Tone::Attention>"3"</Badge>
                <Badge tone=Tone::Unknown>{words::LACKING}</Badge>
            </div>
            <div class="row">{IconName::ALL.iter().map(|name| view! { <Icon name=*name /> }).collect_view()}</div>
        </Card>
        <Notice>{words::INFO}</Notice>
        <Notice kind=NoticeKind::Success>{words::SUCCESS}</Notice>
        <Notice kind=NoticeKind::Warning>{words::WARNING}</Notice>
        <Notice kind=NoticeKind::Error>{words::ERROR}</Notice>
    }
}

#[component]
fn Numbers() -> impl IntoView {
    let bar = |label: &str, value: Option<i64>| BarRow {
        label: label.to_owned(),
        shown: value.map(|value| format!("{value}%")),
        bar: Bar {
            value,
            target: Some(95),
        },
        href: None,
    };
    let bars = vec![
        bar(words::BAR_ONE, Some(98)),
        bar(words::BAR_TWO, Some(61)),
        bar(words::BAR_THREE, None),
    ];
    view! {
        <div class="stats">
            <Stat value=Some(words::PERSONS.to_owned()) words=words::POPULATION detail=Signal::derive(|| words::KNOWN.to_owned()) href="#/home" />
            <Stat value=Some("0.81%".to_owned()) words=words::INCIDENCE />
            <Stat value=None words=words::INCOME />
        </div>
        <Card title="Bars">
            <BarList rows=bars whole=100 />
            <ProgressBar label="known" done=61 whole=100 />
            <Facts facts=vec![Fact::new(words::HEAD, Some(words::LI)), Fact::new(words::PHONE, None::<String>), Fact::new(words::LAND, Some(words::MU))] />
            <Disclosure summary=words::MORE><p>{words::FOLDED}</p></Disclosure>
        </Card>
        <EmptyState icon=IconName::Inbox sentence=words::NOTHING><FileDrop accept=".json" on_files=|_| () /></EmptyState>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let values = RwSignal::new(BTreeMap::<&str, Value>::new());
    let editor = move |(kind, id): (Kind, &'static str)| {
        let def = kind.def().fields.iter().find(|def| def.id == id)?;
        let value = Signal::derive(move || values.with(|values| values.get(id).cloned().unwrap_or_default()));
        let mark = Signal::derive(move || {
            if values.with(|values| values.contains_key(id)) {
                Mark::Saved
            } else {
                Mark::None
            }
        });
        let put = move |value| values.update(|values| drop(values.insert(id, value)));
        Some(view! { <FieldEditor def value mark on_change=put /> })
    };
    view! {
        <Card title="Fields"><div class="columns">{FIELDS.map(editor).into_iter().collect_view()}</div></Card>
        <Card title="Locked">
            <div class="columns">
                {FIELDS.map(|(kind, id)| {
                    let def = kind.def().fields.iter().find(|def| def.id == id)?;
                    Some(view! { <FieldEditor def value=Value::Null locked=true on_change=|_| () /> })
                }).into_iter().collect_view()}
            </div>
        </Card>
    }
}

#[component]
fn Tables() -> impl IntoView {
    let columns = vec![
        Column::words(words::FIGURE),
        Column::numbers(words::TARGET),
        Column::numbers(words::ACTUAL),
        Column::words(words::STATUS),
    ];
    let row = |name: &str, actual: Option<i64>, status| TableRow {
        href: Some("#/targets/530427".to_owned()),
        cells: vec![
            Cell::words(name),
            Cell::number(Some(3183)),
            Cell::number(actual),
            Cell::status(status),
        ],
        strong: false,
    };
    let rows = vec![
        row(words::EXITS, Some(3000), Status::OnTrack),
        row(words::INCIDENCE, Some(81), Status::NotMet),
        row(words::INCOME, None, Status::Unknown),
        row(words::INSURED, Some(10_000), Status::Met),
    ];
    view! { <DataTable caption="Scoreboard" columns rows /> }
}

#[component]
fn List() -> impl IntoView {
    let language = language();
    let search = RwSignal::new(String::new());
    let on = RwSignal::new(false);
    let chips = vec![
        Chip {
            id: "incomplete",
            label: words::INCOMPLETE.to_owned(),
            count: Some(12),
        },
        Chip {
            id: "unvisited",
            label: words::UNVISITED.to_owned(),
            count: Some(340),
        },
    ];
    let row = move |place: usize| {
        view! {
            <span class="list-row-words">
                <span class="list-row-name">{format!("{} {place}", words::LI)}</span>
                <span class="list-row-detail">{words::DETAIL}</span>
            </span>
            <StatusView status=Status::Unknown words=Status::Unknown.word(language) />
        }
        .into_any()
    };
    view! {
        <Card title="List">
            <SearchBox value=search on_search=move |text| search.set(text) />
            <FilterChips chips is_on=move |_| on.get() on_toggle=move |_| on.update(|on| *on = !*on) />
            <div style="height:400px;display:flex">
                <VirtualList label="16,000" count=16_000 key=|place: usize| place.to_string() href=|place| format!("#/gallery?row={place}") row current=|place| place == 2 />
            </div>
        </Card>
    }
}
