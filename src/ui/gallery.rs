//! Every component on one page, in debug builds, to be looked at in both languages and every theme.

use crate::charts::Bar;
use crate::model::{DivisionCode, Kind, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::*;
use crate::ui::shell::{Place, Shell};
use crate::ui::text::language;
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
        name: "Gallery 村".to_owned(),
        demo: true,
    };
    let mark = RwSignal::new(Mark::Saved);
    view! {
        <Shell place=Some(place) mark mark_words=Signal::derive(|| "14:05".to_owned()) read_only=false>
            <div class="page">
                <PageHead title="Gallery 组件" sentence=Signal::derive(|| "630户未脱贫，其中 21 户数据不足。".to_owned()) actions=|| view! { <Actions /> } />
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
        <Button on_click=move |()| announcer.say("已保存 Saved")>"Toast"</Button>
        <Button kind=ButtonKind::Quiet on_click=|()| ()>"Quiet"</Button>
        <Button kind=ButtonKind::Danger on_click=|()| ()>"Danger"</Button>
        <Button disabled=true on_click=|()| ()>"Disabled"</Button>
        <Dialog open title="Dialog 对话框"><p>"Escape closes, the focus goes back."</p></Dialog>
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
                <Badge>"低保户"</Badge>
                <Badge tone=Tone::Accent>"2018"</Badge>
                <Badge tone=Tone::Attention>"3"</Badge>
                <Badge tone=Tone::Unknown>"数据不足"</Badge>
            </div>
            <div class="row">{IconName::ALL.iter().map(|name| view! { <Icon name=*name /> }).collect_view()}</div>
        </Card>
        <Notice>"Info 说明：一个村一个文件。"</Notice>
        <Notice kind=NoticeKind::Success>"已导入 124 个村。"</Notice>
        <Notice kind=NoticeKind::Warning>"有 3 户超过一个季度没有走访。"</Notice>
        <Notice kind=NoticeKind::Error>"磁盘已满，没有写入任何内容。"</Notice>
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
        bar("平甸乡", Some(98)),
        bar("扬武镇", Some(61)),
        bar("建兴乡", None),
    ];
    view! {
        <div class="stats">
            <Stat value=Some("11,287人".to_owned()) words="建档立卡人口" detail=Signal::derive(|| "已知 100%".to_owned()) href="#/home" />
            <Stat value=Some("0.81%".to_owned()) words="贫困发生率" />
            <Stat value=None words="人均纯收入" />
        </div>
        <Card title="Bars">
            <BarList rows=bars whole=100 />
            <ProgressBar label="known" done=61 whole=100 />
            <Facts facts=vec![Fact::new("户主", Some("李某")), Fact::new("电话", None::<String>), Fact::new("耕地", Some("12.50亩"))] />
            <Disclosure summary="更多"><p>"Folded 折叠的内容"</p></Disclosure>
        </Card>
        <EmptyState icon=IconName::Inbox sentence="还没有收到下级的数据包。"><FileDrop accept=".json" on_files=|_| () /></EmptyState>
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
        Column::words("指标"),
        Column::numbers("目标"),
        Column::numbers("实际"),
        Column::words("状态"),
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
        row("脱贫户数", Some(3000), Status::OnTrack),
        row("贫困发生率", Some(81), Status::NotMet),
        row("人均纯收入", None, Status::Unknown),
        row("医保参保率", Some(10_000), Status::Met),
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
            label: "不完整".to_owned(),
            count: Some(12),
        },
        Chip {
            id: "unvisited",
            label: "本季未走访".to_owned(),
            count: Some(340),
        },
    ];
    let row = move |place: usize| {
        view! {
            <span class="list-row-words">
                <span class="list-row-name">{format!("李某{place}")}</span>
                <span class="list-row-detail">"4人 · 因病 · 2018年脱贫"</span>
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
