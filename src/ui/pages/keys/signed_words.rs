//! Who signed a file, as a sentence.

use crate::model::DivisionCode;
use crate::ui::text::{format, keys};
use crate::workspace::SignedBy;

/// The sentence about who signed a file that speaks for an area, and whether it should make one careful.
pub fn signed_words(signed: &SignedBy, of: DivisionCode, t: keys::Texts) -> (String, bool) {
    match signed {
        SignedBy::Nobody { expected: false } => (t.signed_nobody().into(), false),
        SignedBy::Nobody { expected: true } => (t.signed_nobody_expected().into(), true),
        SignedBy::Own => (t.signed_own().into(), false),
        SignedBy::Stranger { expected: false } => (t.signed_stranger().into(), false),
        SignedBy::Stranger { expected: true } => (t.signed_stranger_expected().into(), true),
        SignedBy::Later(_) => (t.signed_later().into(), true),
        SignedBy::Known {
            name,
            area,
            compared,
            replaced,
        } => {
            let place = format::area(*area);
            if !of.within(*area) {
                (t.signed_elsewhere(name, &place), true)
            } else if *replaced {
                (t.signed_replaced(name, &place), true)
            } else if *compared {
                (t.signed_known(name, &place), false)
            } else {
                (t.signed_uncompared(name, &place), false)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn a_signature_from_elsewhere_or_with_an_old_key_makes_careful() {
        let t = keys::Texts(Language::Zh);
        let area = |code: &str| DivisionCode::new(code).unwrap();
        let by = |code: &str, compared, replaced| SignedBy::Known {
            name: "李雪".into(),
            area: area(code),
            compared,
            replaced,
        };
        let village = area("530427203200");
        let careful = |signed: &SignedBy| signed_words(signed, village, t).1;
        assert!(!careful(&by("530427203200", true, false)));
        assert!(
            !careful(&by("530427203", false, false)),
            "an office above may sign"
        );
        assert!(careful(&by("530427203201", true, false)));
        assert!(careful(&by("530427203200", true, true)));
        assert!(
            careful(&SignedBy::Nobody { expected: true }) && !careful(&SignedBy::Nobody { expected: false })
        );
    }
}
