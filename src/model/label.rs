//! Bilingual names of definitions.

/// The name of a defined thing in both languages of the interface; Chinese comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// 中文.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Label {
    /// A label of the two names.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }
}
