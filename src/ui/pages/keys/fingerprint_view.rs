//! A fingerprint as people compare it.

use crate::keys::KeyCard;
use crate::ui::text::{format, keys};
use leptos::prelude::*;

/// The quiet zone around a QR code, in its units.
const QUIET: usize = 4;

/// The twelve characters, and a QR code of them.
#[component]
pub fn FingerprintView(
    /// The card.
    card: KeyCard,
) -> impl IntoView {
    let t = keys::texts();
    let fingerprint = card.fingerprint();
    let (path, width) = fingerprint.qr(card.code());
    let side = width + 2 * QUIET;
    let groups: Vec<String> = fingerprint.words().split(' ').map(str::to_owned).collect();
    let groups = groups
        .into_iter()
        .map(|four| view! { <span>{four}</span> })
        .collect_view();
    view! {
        <div class="fingerprint">
            <div class="stack">
                <span class="hint">{t.fingerprint()}</span>
                <p class="fingerprint-words" lang="zh">{groups}</p>
                <p class="hint">{t.qr_explained()}</p>
            </div>
            <svg class="qr" role="img" aria-label=t.qr_of(&format::area(card.code())) viewBox=format!("0 0 {side} {side}")>
                <rect class="qr-ground" width=side height=side />
                <path class="qr-ink" transform=format!("translate({QUIET} {QUIET})") d=path />
            </svg>
        </div>
    }
}
