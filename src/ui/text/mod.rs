//! Every text that people read, in Chinese and English, typed: one file per page, one method per text.
//!
//! `texts()` of a page's file is called once in a component's body and gives a plain copyable value that knows the
//! language; the app is built anew when the language changes, so no text needs to react by itself.

pub mod areas;
pub mod checklist;
pub mod checks;
pub mod duties;
pub mod entry;
pub mod errors;
pub mod fields;
pub mod format;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod handover;
pub mod help;
pub mod home;
pub mod household;
pub mod households;
pub mod keys;
mod language;
pub mod ledgers;
pub mod lock;
pub mod panics;
pub mod parameters;
pub mod phases;
pub mod processes;
pub mod register;
pub mod restore;
pub mod safekeeping;
pub mod settings;
pub mod shell;
mod shown;
pub mod start;
pub mod states;
pub mod targets;
pub mod widgets;

pub use language::{Language, language, provide_language, use_language};
pub use shown::Shown;

/// Declares the texts of one file: `name "中文" "English";`, with arguments `name(n: i64, who: &str) "{who}有{n}户"
/// "{who} has {n} households";`, and with a plural `… "{n} household" | "{n} households";` chosen by the first argument.
macro_rules! texts {
    ($($name:ident $(($($args:tt)*))? $zh:literal $en:literal $(| $many:literal)?;)+) => {
        /// The texts of this file in one language.
        #[derive(Clone, Copy, Debug)]
        pub struct Texts(pub $crate::ui::text::Language);

        /// The texts in the language of the interface; call it in a component's body.
        #[cfg_attr(test, allow(dead_code, reason = "a test names the language itself"))]
        pub fn texts() -> Texts {
            Texts($crate::ui::text::language())
        }

        impl Texts {
            $($crate::ui::text::texts!(@one $name ($($($args)*)?) $zh ($en $($many)?));)+
        }
    };
    (@one $name:ident () $zh:literal ($en:literal)) => {
        #[doc = $zh]
        pub const fn $name(self) -> &'static str {
            match self.0 {
                $crate::ui::text::Language::Zh => $zh,
                $crate::ui::text::Language::En => $en,
            }
        }
    };
    (@one $name:ident ($($arg:ident: $ty:ty),+) $zh:literal ($en:literal)) => {
        #[doc = $zh]
        pub fn $name(self, $($arg: $ty),+) -> String {
            $(let $arg = $crate::ui::text::Shown::shown(&$arg, self.0);)+
            match self.0 {
                $crate::ui::text::Language::Zh => format!($zh),
                $crate::ui::text::Language::En => format!($en),
            }
        }
    };
    (@one $name:ident ($first:ident: $first_ty:ty $(, $arg:ident: $ty:ty)*) $zh:literal ($one:literal $many:literal)) => {
        #[doc = $zh]
        pub fn $name(self, $first: $first_ty $(, $arg: $ty)*) -> String {
            let single = $crate::ui::text::Shown::is_one(&$first);
            let $first = $crate::ui::text::Shown::shown(&$first, self.0);
            $(let $arg = $crate::ui::text::Shown::shown(&$arg, self.0);)*
            match self.0 {
                $crate::ui::text::Language::Zh => format!($zh),
                $crate::ui::text::Language::En if single => format!($one),
                $crate::ui::text::Language::En => format!($many),
            }
        }
    };
}
pub(crate) use texts;

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::model::Date;

    texts! {
        plain "保存" "Save";
        counted(n: i64) "{n}户" "{n} household" | "{n} households";
        dated(who: &str, day: Date) "{who}，{day}" "{who} on {day}";
    }

    #[test]
    fn a_text_speaks_both_languages() {
        assert_eq!(Texts(Language::Zh).plain(), "保存");
        assert_eq!(Texts(Language::En).plain(), "Save");
    }

    #[test]
    fn english_counts_one_and_many_and_groups_thousands() {
        assert_eq!(Texts(Language::Zh).counted(3183), "3,183户");
        assert_eq!(Texts(Language::En).counted(1), "1 household");
        assert_eq!(Texts(Language::En).counted(0), "0 households");
    }

    #[test]
    fn arguments_are_written_as_the_language_writes_them() {
        let day = Date::of::<2018, 11, 28>();
        assert_eq!(Texts(Language::Zh).dated("李某", day), "李某，2018年11月28日");
        assert_eq!(Texts(Language::En).dated("Li", day), "Li on 28 Nov 2018");
    }
}
