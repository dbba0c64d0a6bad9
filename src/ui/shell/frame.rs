//! The frame fed by the workspace, with the page of the address in it.

use super::as_of::AsOf;
use super::auto_lock::AutoLock;
use super::keeping::ask_to_keep;
use super::lock_button::LockButton;
use super::notices::Notices;
use super::{Place, Shell, save_mark};
use crate::ui::pages::PageOf;
use crate::ui::text::{format, shell};
use crate::workspace::{Access, Edition, Workspace};
use leptos::prelude::*;

/// The open register's frame.
#[component]
pub fn Frame() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = shell::texts();
    let (access, saving) = (workspace.access(), workspace.save_state());
    ask_to_keep(workspace);
    let place = workspace.profile().get_untracked().map(|profile| Place {
        area: profile.area,
        name: format::area(profile.area),
        demo: profile.edition == Edition::Demo,
    });
    let mark = Signal::derive(move || save_mark::mark(access.get(), &saving.get()));
    let mark_words = Signal::derive(move || save_mark::words(access.get(), &saving.get(), t));
    let read_only =
        Signal::derive(move || access.get() == Access::Reader && workspace.lost().with(Option::is_none));
    view! {
        <Shell
            place
            mark
            mark_words
            read_only
            tools=|| view! { <AsOf /> <LockButton /> }
            notices=|| view! { <AutoLock /> <Notices /> }
        >
            <PageOf />
        </Shell>
    }
}
