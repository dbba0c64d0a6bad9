//! A record on a line of its own.

use crate::ui::components::{Icon, IconName};
use leptos::prelude::*;

/// A line that opens a record.
#[component]
pub fn RecordLine(
    /// Where it leads.
    href: String,
    /// The first line.
    title: String,
    /// The second line.
    #[prop(optional, into)]
    detail: String,
) -> impl IntoView {
    view! {
        <li>
            <a class="step" href=href>
                <span class="list-row-words">
                    <span class="list-row-name">{title}</span>
                    <span class="list-row-detail">{detail}</span>
                </span>
                <Icon name=IconName::Forward />
            </a>
        </li>
    }
}
