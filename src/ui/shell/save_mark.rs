//! The mark of saving. Pure but for the language's words.

use crate::ui::components::Mark;
use crate::ui::text::{format, shell, states};
use crate::workspace::{Access, SaveState};

/// The mark of a state of saving; a tab that may not write says so instead.
pub fn mark(access: Access, saving: &SaveState) -> Mark {
    match (access, saving) {
        (Access::Reader, _) => Mark::Locked,
        (Access::Writer, SaveState::Idle) => Mark::None,
        (Access::Writer, SaveState::Saving) => Mark::Saving,
        (Access::Writer, SaveState::Saved(_)) => Mark::Saved,
        (Access::Writer, SaveState::Failed(_)) => Mark::Unsaved,
    }
}

/// The mark's words: the minute of saving where it is saved.
pub fn words(access: Access, saving: &SaveState, t: shell::Texts) -> String {
    match (mark(access, saving), saving) {
        (Mark::Saved, SaveState::Saved(at)) => t.saved_at(&format::minute(*at)),
        (Mark::Saving, _) => t.saving().to_owned(),
        (Mark::Locked, _) => states::Texts(t.0).locked().to_owned(),
        (Mark::Unsaved, _) => states::Texts(t.0).unsaved().to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;
    use crate::workspace::CommandError;

    #[test]
    fn only_what_is_on_the_disk_is_called_saved() {
        let t = shell::Texts(Language::Zh);
        let noon = SaveState::Saved(1_543_377_900_000);
        assert_eq!(words(Access::Writer, &noon, t), "已保存 12:05");
        assert_eq!(mark(Access::Writer, &SaveState::Saving), Mark::Saving);
        let failed = SaveState::Failed(CommandError::NotReady);
        assert_eq!(mark(Access::Writer, &failed), Mark::Unsaved);
        assert_eq!(words(Access::Writer, &failed, t), "未保存");
        assert_eq!(words(Access::Writer, &SaveState::Idle, t), "");
    }

    #[test]
    fn a_tab_that_may_only_read_says_so_whatever_was_saved() {
        let saved = SaveState::Saved(0);
        assert_eq!(mark(Access::Reader, &saved), Mark::Locked);
        assert_eq!(
            words(Access::Reader, &saved, shell::Texts(Language::En)),
            "Read only"
        );
    }
}
