//! A sentence that wants to be read.

use crate::ui::text::widgets;
use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Something went well.
    Success,
    /// Something may go wrong.
    Warning,
    /// Something went wrong; read out at once.
    Error,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Success => "notice notice-success",
            Self::Warning => "notice notice-warning",
            Self::Error => "notice notice-error",
        }
    }

    const fn shape(self) -> &'static str {
        match self {
            Self::Info => "i",
            Self::Success => "✓",
            Self::Warning => "!",
            Self::Error => "✕",
        }
    }
}

/// A notice with a word for its kind and the sentences of the caller.
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    kind: NoticeKind,
    /// The sentences.
    children: Children,
) -> impl IntoView {
    let t = widgets::texts();
    let word = match kind {
        NoticeKind::Info => t.information(),
        NoticeKind::Success => t.success(),
        NoticeKind::Warning => t.warning(),
        NoticeKind::Error => t.error(),
    };
    let role = if kind == NoticeKind::Error {
        "alert"
    } else {
        "note"
    };
    view! {
        <div class=kind.class() role=role>
            <span class="notice-shape" aria-hidden="true">{kind.shape()}</span>
            <div class="notice-body">
                <span class="visually-hidden">{word}</span>
                {children()}
            </div>
        </div>
    }
}
