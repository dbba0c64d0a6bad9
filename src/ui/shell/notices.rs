//! Lines under the header that come and go: what was not saved, how far long work has come, a new version.

use super::backup_reminder::BackupReminder;
use crate::platform::update::{self, Updates};
use crate::ui::components::{Button, ProgressBar};
use crate::ui::phase::Rescue;
use crate::ui::text::{errors, shell};
use crate::workspace::{Progress, SaveState, Workspace};
use leptos::prelude::*;

/// All of them.
#[component]
pub fn Notices() -> impl IntoView {
    view! { <Lost /> <NotSaved /> <Working /> <Update /> <BackupReminder /> }
}

/// The store is gone while the register is on the screen: what is here can still be taken along.
#[component]
fn Lost() -> impl IntoView {
    let t = shell::texts();
    let lost = expect_context::<Workspace>().lost();
    let reload = |()| {
        let _only_refuses_without_a_page = window().location().reload();
    };
    move || {
        lost.with(Option::is_some).then(|| {
            view! {
                <div class="shell-banner shell-unsaved shell-lost" role="alert">
                    <strong>{t.lost_banner()}</strong>
                    <span>{t.lost_explained()}</span>
                    <Rescue />
                    <Button on_click=reload>{t.reload()}</Button>
                </div>
            }
        })
    }
}

/// Why the last change is not on the disk.
#[component]
fn NotSaved() -> impl IntoView {
    let t = shell::texts();
    let workspace = expect_context::<Workspace>();
    let (saving, lost) = (workspace.save_state(), workspace.lost());
    move || {
        let SaveState::Failed(error) = saving.get() else {
            return None;
        };
        if lost.with(Option::is_some) {
            return None;
        }
        let sentence = errors::command(&error, t.0);
        Some(view! { <div class="shell-banner shell-unsaved" role="alert"><span>{sentence}</span></div> })
    }
}

/// How far long work has come.
#[component]
pub fn Working() -> impl IntoView {
    let t = shell::texts();
    let progress = expect_context::<Workspace>().progress();
    let busy = Memo::new(move |_| progress.with(Option::is_some));
    let now = move || progress.get().unwrap_or(Progress { done: 0, of: 0 });
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let words = move || t.working(now().done, now().of);
    let bar = move || {
        view! {
            <div class="shell-working">
                <span>{words}</span>
                <ProgressBar
                    label=t.computing()
                    done=Signal::derive(move || count(now().done))
                    whole=Signal::derive(move || count(now().of))
                />
            </div>
        }
    };
    move || busy.get().then(bar)
}

/// What is known of newer versions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Newer {
    None,
    Waiting,
    Elsewhere,
}

/// A new version that waits for consent, or one that another window has started.
#[component]
fn Update() -> impl IntoView {
    let t = shell::texts();
    let newer = RwSignal::new(Newer::None);
    let updates = Updates::listen(
        move || newer.set(Newer::Waiting),
        move || newer.set(Newer::Elsewhere),
    );
    let _listens_as_long_as_the_frame_lives = StoredValue::new_local(updates);
    let start = |()| {
        let _nothing_waits_any_more = update::start();
    };
    let reload = |()| {
        let _only_refuses_without_a_page = window().location().reload();
    };
    move || match newer.get() {
        Newer::None => ().into_any(),
        Newer::Waiting => view! {
            <div class="shell-banner shell-update" role="status">
                <span>{t.update_ready()}</span>
                <Button on_click=start>{t.update_now()}</Button>
            </div>
        }
        .into_any(),
        Newer::Elsewhere => view! {
            <div class="shell-banner shell-update" role="status">
                <span>{t.update_elsewhere()}</span>
                <Button on_click=reload>{t.reload()}</Button>
            </div>
        }
        .into_any(),
    }
}
