//! How a target or a check stands: a shape and a word first, a colour second.

use crate::ui::text::{Language, language, states};
use leptos::prelude::*;

/// How a target or a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// 未达标.
    NotMet,
    /// 数据不足.
    Unknown,
    /// 进行中.
    OnTrack,
    /// 已达标.
    Met,
    /// 仅统计.
    Info,
    /// 不适用.
    NotApplicable,
}

impl Status {
    /// Every status, the most urgent first.
    pub const ALL: [Self; 6] = [
        Self::NotMet,
        Self::Unknown,
        Self::OnTrack,
        Self::Met,
        Self::Info,
        Self::NotApplicable,
    ];

    /// The status of that name in score tables.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// Its name in score tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
            Self::OnTrack => "on_track",
            Self::NotApplicable => "not_applicable",
            Self::Info => "info",
        }
    }

    /// Its shape.
    pub const fn shape(self) -> &'static str {
        match self {
            Self::Met => "✓",
            Self::NotMet => "!",
            Self::Unknown => "?",
            Self::OnTrack => "…",
            Self::NotApplicable => "–",
            Self::Info => "i",
        }
    }

    /// Its word.
    pub const fn word(self, language: Language) -> &'static str {
        let texts = states::Texts(language);
        match self {
            Self::Met => texts.met(),
            Self::NotMet => texts.not_met(),
            Self::Unknown => texts.unknown(),
            Self::OnTrack => texts.on_track(),
            Self::NotApplicable => texts.not_applicable(),
            Self::Info => texts.info(),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Met => "status status-met",
            Self::NotMet => "status status-not-met",
            Self::Unknown => "status status-unknown",
            Self::OnTrack => "status status-on-track",
            Self::NotApplicable => "status status-not-applicable",
            Self::Info => "status status-info",
        }
    }
}

/// A status with its shape and its word, or with words of the caller that say more.
#[component]
pub fn StatusView(
    /// The status.
    status: Status,
    /// Words instead of the status's own.
    #[prop(optional, into)]
    words: Option<String>,
) -> impl IntoView {
    let words = words.unwrap_or_else(|| status.word(language()).to_owned());
    view! {
        <span class=status.class()>
            <span class="status-shape" aria-hidden="true">{status.shape()}</span>
            <span class="status-word">{words}</span>
        </span>
    }
}
