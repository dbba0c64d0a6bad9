//! Reminds of a backup, by count and by days, until there is one or somebody asks for peace until tomorrow.

use crate::platform::clock::today;
use crate::platform::preferences::Preference;
use crate::ui::components::{Button, LinkButton};
use crate::ui::route::Route;
use crate::ui::text::shell;
use crate::workspace::{BackupDue, Workspace};
use leptos::prelude::*;

/// The line.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let t = shell::texts();
    let handover = expect_context::<Workspace>().handover();
    let due = Memo::new(move |_| handover.with(|handover| handover.due));
    let quiet = RwSignal::new(Preference::Unreminded.read::<String>() == Some(today().to_string()));
    let later = move |()| {
        let _reminded_again_at_worst = Preference::Unreminded.write(&today().to_string());
        quiet.set(true);
    };
    move || {
        let due = due.get().filter(|_| !quiet.get())?;
        Some(view! {
            <div class="shell-banner shell-backup" role="status">
                <strong>{words(due, t)}</strong>
                <span>{t.backup_rule()}</span>
                <LinkButton to=Route::HandOver>{t.backup_go()}</LinkButton>
                <Button on_click=later>{t.backup_later()}</Button>
            </div>
        })
    }
}

fn words(due: BackupDue, t: shell::Texts) -> String {
    let days = due.days.map(|days| usize::try_from(days).unwrap_or(usize::MAX));
    let since = match (due.ever, days) {
        (true, Some(days)) => t.backup_days(days),
        (false, Some(days)) if days > 0 => t.backup_never_before(days),
        _ => t.backup_not_yet().to_owned(),
    };
    format!("{}{}{since}{}", t.backup_due(due.changes), t.comma(), t.stop())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_reminder_says_its_numbers() {
        let due = |days, ever| BackupDue {
            changes: 63,
            days,
            ever,
        };
        let zh = shell::Texts(Language::Zh);
        assert_eq!(
            words(due(Some(8), true), zh),
            "有63处改动还没有备份，上次备份在8天前。"
        );
        assert_eq!(
            words(due(None, false), zh),
            "有63处改动还没有备份，还没有备份过。"
        );
        assert_eq!(
            words(due(Some(9), false), shell::Texts(Language::En)),
            "63 changes have no backup yet, in 9 days there was never a backup."
        );
    }
}
