//! Going on without what is gone.

use crate::ui::components::{Button, ButtonKind, Card, Dialog};
use crate::ui::text::restore;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Starts anew once a person has said so twice.
#[component]
pub fn AnewCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = restore::texts();
    let asking = RwSignal::new(false);
    let start = Callback::new(move |()| {
        asking.set(false);
        workspace.start_anew();
    });
    view! {
        <Card title=t.anew_title()>
            <p>{t.anew_explained()}</p>
            <div class="button-row"><Button on_click=move |()| asking.set(true)>{t.anew()}</Button></div>
            <Dialog open=asking title=t.anew_question()>
                <p>{t.anew_explained()}</p>
                <div class="button-row">
                    <Button kind=ButtonKind::Danger on_click=start>{t.anew_sure()}</Button>
                    <Button on_click=move |()| asking.set(false)>{t.keep_looking()}</Button>
                </div>
            </Dialog>
        </Card>
    }
}
