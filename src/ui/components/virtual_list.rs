//! Lists of thousands: only the rows on the screen are built.

mod window;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use window::{Window, step};

/// Rows built beyond each edge of the screen.
const MARGIN: usize = 6;

/// A list of links of one height. Arrow keys, Page Up and Down, Home and End move the focus; Enter opens, as on any link.
#[component]
pub fn VirtualList(
    /// What the list shows, for those who don't see it.
    #[prop(into)]
    label: String,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// What tells the row at a place from every other, and changes when the row must be built anew.
    #[prop(into)]
    key: Callback<usize, String>,
    /// Where the row at a place leads.
    #[prop(into)]
    href: Callback<usize, String>,
    /// The content of the row at a place.
    #[prop(into)]
    row: Callback<usize, AnyView>,
    /// Whether the row at a place is the one shown beside the list.
    #[prop(into)]
    current: Callback<usize, bool>,
    /// The height of a row in CSS pixels, as the style sheet has it.
    #[prop(default = 64)]
    row_height: usize,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let (top, height) = (RwSignal::new(0_usize), RwSignal::new(800_usize));
    let measure = move || {
        if let Some(frame) = frame.get_untracked() {
            top.set(usize::try_from(frame.scroll_top()).unwrap_or_default());
            height.set(
                usize::try_from(frame.client_height())
                    .unwrap_or_default()
                    .max(row_height),
            );
        }
    };
    frame.on_load(move |_| request_animation_frame(measure));
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let window = Memo::new(move |_| Window::at(top.get(), height.get(), row_height, count.get(), MARGIN));
    let rows = move || {
        window
            .get()
            .places()
            .map(|place| (place, key.run(place)))
            .collect::<Vec<_>>()
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let here = focused_place().unwrap_or_default();
        let page = height.get_untracked() / row_height;
        if let Some(place) = step(&event.key(), here, count.get_untracked(), page) {
            event.prevent_default();
            if let Some(frame) = frame.get_untracked() {
                show_row(&frame, place, row_height);
            }
            measure();
            request_animation_frame(move || focus_row(place));
        }
    };
    let item = move |(place, _): (usize, String)| {
        view! {
            <li
                style=format!("transform:translateY({}px);height:{row_height}px", place * row_height)
                aria-setsize=move || count.get().to_string()
                aria-posinset=(place + 1).to_string()
            >
                <a class="list-row" href=href.run(place) data-place=place.to_string() aria-current=move || current.run(place).then_some("true")>
                    {row.run(place)}
                </a>
            </li>
        }
    };
    view! {
        <div class="virtual-list" node_ref=frame on:scroll=move |_| measure() on:keydown=pressed>
            <ul aria-label=label style=move || format!("height:{}px", count.get() * row_height)>
                <For each=rows key=Clone::clone children=item />
            </ul>
        </div>
    }
}

fn focused_place() -> Option<usize> {
    document()
        .active_element()?
        .get_attribute("data-place")?
        .parse()
        .ok()
}

fn show_row(frame: &web_sys::HtmlDivElement, place: usize, row_height: usize) {
    let row = i32::try_from(place * row_height).unwrap_or(i32::MAX);
    let row_height = i32::try_from(row_height).unwrap_or_default();
    if row < frame.scroll_top() {
        frame.set_scroll_top(row);
    } else if row + row_height > frame.scroll_top() + frame.client_height() {
        frame.set_scroll_top(row + row_height - frame.client_height());
    }
}

fn focus_row(place: usize) {
    let row = document().query_selector(&format!(".virtual-list [data-place='{place}']"));
    if let Some(row) = row
        .ok()
        .flatten()
        .and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _gone_rows_need_no_focus = row.focus();
    }
}
