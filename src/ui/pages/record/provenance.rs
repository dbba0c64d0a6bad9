//! How changes came to this device: made here, or brought by a package.

use super::OpenRecord;
use crate::journal::Stamp;
use crate::model::DivisionCode;
use crate::ui::text::{Language, format, household};
use crate::workspace::{Brought, FileOfRun};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How each change came, once it is known.
pub type Ways = Arc<BTreeMap<Stamp, Brought>>;

/// Looks for how some changes came, again whenever there are others.
pub fn ways_of(open: OpenRecord, stamps: Memo<BTreeSet<Stamp>>) -> ReadSignal<Ways> {
    let (ways, found) = signal(Ways::default());
    Effect::new(move || {
        let stamps = stamps.get();
        spawn_local(async move {
            // What cannot be read is not told; the self-check says what is wrong with it.
            if let Ok(brought) = open.workspace.brought_by(open.area, &stamps).await {
                found.set(Arc::new(brought));
            }
        });
    });
    ways
}

/// The words for it; the device stands in them, because one person may have several.
pub fn words(stamp: Stamp, way: Option<&Brought>, language: Language) -> String {
    let t = household::Texts(language);
    let device = stamp.device().to_string();
    match way {
        None => t.made_on(&device),
        Some(Brought::Here) => t.made_here(&device),
        Some(Brought::Earlier) => t.came_earlier(&device),
        Some(Brought::ByImport(number, files)) => t.came_with(&device, *number, &packages(files)),
    }
}

fn packages(files: &[FileOfRun]) -> String {
    let one = |file: &FileOfRun| {
        let area = DivisionCode::new(&file.scope).map_or_else(|| file.scope.clone(), format::area);
        format!("{area} #{}", file.sequence)
    };
    files.iter().map(one).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::journal::DeviceId;

    #[test]
    fn a_change_tells_its_device_and_the_package_that_brought_it() {
        let stamp = Stamp::new(1_543_363_200_000, 0, DeviceId::from_chance(1));
        let file = FileOfRun {
            scope: "530427203200".into(),
            profile: "detail".into(),
            device: "a".into(),
            sequence: 4,
        };
        let way = Brought::ByImport(2, vec![file]);
        let told = words(stamp, Some(&way), Language::Zh);
        assert!(
            told.contains(&stamp.device().to_string()) && told.contains("#4"),
            "{told}"
        );
        let all = [None, Some(&Brought::Here), Some(&Brought::Earlier), Some(&way)];
        let told: BTreeSet<String> = all.iter().map(|way| words(stamp, *way, Language::En)).collect();
        assert_eq!(told.len(), 4);
    }
}
