//! Where a piece of work is between the finger and the county; each state has one mark, the same everywhere.

use crate::ui::text::{Language, language, states};
use leptos::prelude::*;
use std::time::Duration;

/// So long a save says nothing of itself: most are over by then, and a word that comes and goes at once only unsettles.
const QUIET: Duration = Duration::from_millis(100);

/// A state of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing to say.
    #[default]
    None,
    /// On its way to the disk.
    Saving,
    /// On the disk.
    Saved,
    /// Not on the disk.
    Unsaved,
    /// On the disk of this device only.
    NotHandedOver,
    /// May be looked at, not changed.
    Locked,
    /// Two devices changed the same field.
    Conflict,
}

impl Mark {
    /// Its shape.
    pub const fn shape(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Saving => "◌",
            Self::Saved => "✓",
            Self::Unsaved => "✕",
            Self::NotHandedOver => "↑",
            Self::Locked => "▣",
            Self::Conflict => "⇄",
        }
    }

    /// Its word.
    pub const fn word(self, language: Language) -> &'static str {
        let texts = states::Texts(language);
        match self {
            Self::None => "",
            Self::Saving => texts.saving(),
            Self::Saved => texts.saved(),
            Self::Unsaved => texts.unsaved(),
            Self::NotHandedOver => texts.not_handed_over(),
            Self::Locked => texts.locked(),
            Self::Conflict => texts.conflict(),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::None => "mark mark-none",
            Self::Saving => "mark mark-saving",
            Self::Saved => "mark mark-saved",
            Self::Unsaved => "mark mark-unsaved",
            Self::NotHandedOver => "mark mark-not-handed-over",
            Self::Locked => "mark mark-locked",
            Self::Conflict => "mark mark-conflict",
        }
    }
}

/// The mark of a state. It keeps its place while there is nothing to say, so that nothing jumps.
#[component]
pub fn MarkView(
    /// The state.
    #[prop(into)]
    mark: Signal<Mark>,
    /// Words instead of the mark's own, such as the time of saving.
    #[prop(optional, into)]
    words: Option<Signal<String>>,
) -> impl IntoView {
    let language = language();
    let word = move || match words {
        Some(words) if mark.get() != Mark::None => words.get(),
        _ => mark.get().word(language).to_owned(),
    };
    let shown = unhurried(mark, Signal::derive(word));
    view! {
        <span class=move || shown.read().0.class()>
            <span class="mark-shape" aria-hidden="true">{move || shown.read().0.shape()}</span>
            <span class="mark-word">{move || shown.read().1.clone()}</span>
        </span>
    }
}

/// Mark and word as they are shown: what stood before a save stands until that is over, or takes long.
fn unhurried(mark: Signal<Mark>, word: Signal<String>) -> ReadSignal<(Mark, String)> {
    let now = move || Some((mark.try_get()?, word.try_get()?));
    let (shown, show) = signal(untrack(now).unwrap_or_default());
    let show_now = move || {
        // A page has a hundred fields; those that stay as they are are not drawn again.
        let fresh = untrack(now).filter(|now| shown.try_with_untracked(|shown| shown != now) == Some(true));
        let _the_page_may_be_left = fresh.and_then(|now| show.try_set(now));
    };
    Effect::new(move || match now() {
        Some((Mark::Saving, _)) => set_timeout(show_now, QUIET),
        _ => show_now(),
    });
    shown
}
