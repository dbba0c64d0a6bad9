//! The invented county and the real one.

use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card, Dialog};
use crate::ui::route::{Route, go};
use crate::ui::text::{errors, settings};
use crate::workspace::{Access, Edition, Workspace};
use leptos::prelude::*;

/// Opens the other register; removes the demo.
#[component]
pub fn EditionCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = settings::texts();
    let asking = RwSignal::new(false);
    let is_demo = untrack(|| workspace.is_demo());
    let (other, words) = if is_demo {
        (Edition::Real, t.to_real())
    } else {
        (Edition::Demo, t.to_demo())
    };
    let switch = move |()| {
        go(&Route::Home);
        leptos::task::spawn_local(async move { workspace.open_edition(other).await });
    };
    let locked = Signal::derive(move || workspace.access().get() == Access::Reader);
    let remove = is_demo.then(|| {
        view! {
            <Button kind=ButtonKind::Danger disabled=locked on_click=move |()| asking.set(true)>{t.remove_demo()}</Button>
            <RemoveDemo asking />
        }
    });
    view! {
        <Card title=t.switch_title()>
            <p>{t.switch_explained()}</p>
            <div class="button-row">
                <Button on_click=switch>{words}</Button>
                {remove}
            </div>
        </Card>
    }
}

#[component]
fn RemoveDemo(asking: RwSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = settings::texts();
    let announcer = use_announcer();
    let remove = Callback::new(move |()| {
        asking.set(false);
        leptos::task::spawn_local(async move {
            match workspace.forget_device().await {
                Ok(()) => go(&Route::Start),
                Err(error) => announcer.say(t.failed(&errors::command(&error, t.0))),
            }
        });
    });
    view! {
        <Dialog open=asking title=t.remove_demo_question()>
            <p>{t.remove_demo_explained()}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=remove>{t.remove_now()}</Button>
                <Button on_click=move |()| asking.set(false)>{t.keep()}</Button>
            </div>
        </Dialog>
    }
}
