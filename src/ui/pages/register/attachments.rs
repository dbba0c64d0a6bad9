//! The photographs and scans that prove a record: their fingerprints, and whether a file is the one.

use crate::exchange::Checksum;
use crate::journal::RecordKey;
use crate::model::{Attachment, Date, DivisionCode, Kind, Record, Records, Value};
use crate::platform::digest::sha256;
use crate::platform::files::{ChosenFile, chosen};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, IconName};
use crate::ui::pages::record::{OpenRecord, RecordLine, entry_day, may_write};
use crate::ui::route::Route;
use crate::ui::text::{errors, format, register};
use leptos::task::spawn_local;
use leptos::{html, prelude::*};

/// The attachments of a record with the way to add one; of an attachment the way to check a file against it.
#[component]
pub fn Attachments(
    /// The record.
    record: RecordKey,
) -> impl IntoView {
    match record.0 {
        Kind::Attachment => view! { <CompareFile record /> }.into_any(),
        _ => view! { <OfRecord record /> }.into_any(),
    }
}

#[component]
fn OfRecord(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = register::Texts(open.language);
    let lines = Memo::new(move |_| {
        open.read(|records| lines_of(records, record, open.area))
            .unwrap_or_default()
    });
    let line = |(href, title, detail): (String, String, String)| view! { <RecordLine href title detail /> };
    let announcer = use_announcer();
    let attach = move |file: ChosenFile| {
        let workspace = open.workspace;
        let day = entry_day(workspace);
        spawn_local(async move {
            let digest = match digest_of(&file).await {
                Ok(digest) => digest,
                Err(words) => return announcer.say(words),
            };
            let values = values_of(record, &file, digest, day);
            match workspace.begin_record(open.area, Kind::Attachment, values).await {
                Ok(_) => announcer.say(t.attached()),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    };
    let may = move || may_write(open.workspace, open.area, Kind::Attachment.def().owner);
    let attach = Callback::new(attach);
    let add = move || may().then(|| view! { <ChooseFile label=t.attach() on_chosen=attach /> });
    view! {
        <h2>{t.attachments()}</h2>
        <p class="quiet">{t.attachments_explained()}</p>
        <ul class="record-list">{move || lines.get().into_iter().map(line).collect_view()}</ul>
        {add}
    }
}

/// The attachments of a record as lines.
fn lines_of(records: &Records, (kind, id): RecordKey, area: DivisionCode) -> Vec<(String, String, String)> {
    let own = records.attachments.iter().filter(|row| {
        row.record_kind.as_deref() == Some(kind.def().id) && row.record_id.as_deref() == Some(id.as_str())
    });
    own.map(|row| {
        let to = Route::Record(area, Kind::Attachment, row.id.into());
        let size = row.size.map(|size| format::number(size.0)).unwrap_or_default();
        let detail = format!("{} · {size} B", row.mime.clone().unwrap_or_default());
        (to.href(), row.caption.clone().unwrap_or_default(), detail)
    })
    .collect()
}

/// What is recorded of a file: that it is this one, and for which record.
fn values_of((kind, id): RecordKey, file: &ChosenFile, digest: String, day: Date) -> Vec<(usize, Value)> {
    let mime = match file.mime() {
        mime if mime.is_empty() => "application/octet-stream".to_owned(),
        mime => mime,
    };
    let size = i64::try_from(file.size()).unwrap_or(i64::MAX);
    let values: [(&str, Value); 7] = [
        ("record_kind", kind.def().id.into()),
        ("record_id", id.as_str().into()),
        ("caption", file.name().into()),
        ("taken_on", day.to_string().into()),
        ("mime", mime.into()),
        ("bytes_sha256", digest.into()),
        ("size", Value::Int(size)),
    ];
    let place = |field: &str| Attachment::DEF.position(field);
    values
        .into_iter()
        .filter_map(|(field, value)| Some((place(field)?, value)))
        .collect()
}

/// The fingerprint of a file's bytes; the sentence why there is none.
async fn digest_of(file: &ChosenFile) -> Result<String, String> {
    let language = crate::ui::text::language();
    let bytes = file
        .read()
        .await
        .map_err(|error| errors::file(&error, language))?;
    let bytes = bytes.to_vec();
    let own = || *Checksum::of(&[&bytes]).bytes();
    let digest = sha256(&[&bytes]).await.unwrap_or_else(own);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[component]
fn CompareFile(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = register::Texts(open.language);
    let said = RwSignal::new("");
    let announcer = use_announcer();
    let compare = Callback::new(move |file: ChosenFile| {
        let kept = open
            .read(|records| records.attachments.get(record.1)?.bytes_sha256.clone())
            .flatten();
        spawn_local(async move {
            match digest_of(&file).await {
                Ok(digest) if Some(&digest) == kept.as_ref() => said.set(t.same_file()),
                Ok(_) => said.set(t.other_file()),
                Err(words) => announcer.say(words),
            }
        });
    });
    view! {
        <p class="quiet">{t.attachments_explained()}</p>
        <ChooseFile label=t.compare_file() on_chosen=compare />
        <p aria-live="polite">{move || said.get()}</p>
    }
}

/// A button that opens the picker of files, or the camera where the device has one.
#[component]
fn ChooseFile(label: &'static str, on_chosen: Callback<ChosenFile>) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let Some(input) = input.get() else { return };
        if let Some(file) = chosen(input.files()).into_iter().next() {
            on_chosen.run(file);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let open_picker = move |()| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    view! {
        <div class="button-row">
            <input type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" node_ref=input on:change=picked />
            <Button icon=IconName::File on_click=open_picker>{label}</Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Id;

    #[test]
    fn a_record_lists_its_own_attachments() {
        let mut records = Records::default();
        for (own, of) in [("a1", "h1"), ("a2", "h2")] {
            let row = &mut records.attachments.row_mut(Id::new(own).unwrap()).record;
            (row.record_kind, row.record_id) = (Some("household".into()), Some(of.into()));
            row.caption = Some(format!("{own}.jpg"));
        }
        let area = DivisionCode::new("530427203200").unwrap();
        let lines = lines_of(&records, (Kind::Household, Id::new("h1").unwrap()), area);
        assert_eq!(lines.len(), 1);
        assert_eq!(
            (lines[0].0.as_str(), lines[0].1.as_str()),
            ("#/register/530427203200/attachment/a1", "a1.jpg")
        );
    }
}
