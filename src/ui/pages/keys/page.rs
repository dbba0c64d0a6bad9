//! The page.

use super::{OwnCard, RingCard};
use crate::keys::Ring;
use crate::ui::components::{Notice, NoticeKind, PageHead};
use crate::ui::text::{errors, keys};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of keys here: none while it is being read.
pub type RingRead = Option<Result<Arc<Ring>, CommandError>>;

/// The cards that are here, and the device's own.
#[component]
pub fn KeysPage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = keys::texts();
    let ring = RwSignal::new(RingRead::None);
    let read = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let found = workspace.ring().await.map(Arc::new);
            let _is_gone = ring.try_set(Some(found));
        });
    });
    read.run(());
    let sentence = Signal::derive(move || ring.with(|ring| sentence(ring, t)));
    let failed = move || {
        ring.with(|ring| {
            let error = ring.as_ref()?.as_ref().err()?;
            let words = errors::command(error, t.0);
            Some(view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> })
        })
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t.title() sentence />
            {failed}
            <OwnCard />
            <RingCard ring read />
        </div>
    }
}

fn sentence(ring: &RingRead, t: keys::Texts) -> String {
    let Some(Ok(ring)) = ring else {
        return String::new();
    };
    let standing = || ring.cards().filter(|held| !held.replaced);
    match standing().count() {
        0 => t.sentence_none().to_owned(),
        cards => t.sentence(cards, standing().filter(|held| !held.compared).count()),
    }
}
