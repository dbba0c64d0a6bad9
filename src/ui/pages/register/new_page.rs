//! Beginning a record of any kind: whom it is about, and the fields that a complete one has.

use crate::model::{DivisionCode, FieldType, HouseholdId, Kind, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, EmptyState, IconName, Notice, NoticeKind, PageHead};
use crate::ui::pages::record::{Draft, DraftField, may_write, provide_references};
use crate::ui::route::{Query, Route, go};
use crate::ui::text::{errors, format, register};
use crate::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// In the address: the household among whose members a person is chosen.
pub const MEMBERS_OF: &str = "members_of";

/// The form that begins a record.
#[component]
pub fn NewRecordPage(
    /// The area that gets it.
    area: DivisionCode,
    /// The kind.
    kind: Kind,
    /// What the page that began it knows: values by field.
    given: Query,
    /// The list that it comes from.
    back: Route,
) -> impl IntoView {
    let t = register::texts();
    let workspace = expect_context::<Workspace>();
    let household = given.get(MEMBERS_OF).and_then(|id| HouseholdId::new(id).ok());
    provide_references(area, household);
    let label = t.0.pick(kind.def().label);
    let draft = first(workspace, kind, &given);
    let (asked, wrong) = (kind.asked(area), RwSignal::new(false));
    let known = given_beside(kind, &asked, &given);
    let fields = asked
        .iter()
        .map(|place| view! { <DraftField draft kind field=kind.def().fields[*place].id /> })
        .collect_view();
    let announcer = use_announcer();
    let begin = move |()| {
        let mut values = values(kind, &asked, draft);
        values.extend(known.iter().cloned());
        let subject = |place: &usize| {
            let def = &kind.def().fields[*place];
            def.derived && def.required && !values.iter().any(|(own, _)| own == place)
        };
        if asked.iter().any(subject) {
            return wrong.set(true);
        }
        wrong.set(false);
        spawn_local(async move {
            match workspace.begin_record(area, kind, values).await {
                Ok(Some(id)) => {
                    announcer.say(t.begun());
                    go(&Route::Record(area, kind, id));
                }
                Ok(None) => wrong.set(true),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    };
    let begin = Callback::new(begin);
    let may = kind.is_begun_at(area.level());
    let locked = Signal::derive(move || !may || !may_write(workspace, area, kind.def().owner));
    let sentence = Signal::derive(move || t.begin_sentence().to_owned());
    let refused = move || {
        locked
            .get()
            .then(|| view! { <EmptyState icon=IconName::Lock sentence=t.read_only(&format::area(area)) /> })
    };
    view! {
        <div class="page page-narrow">
            <a class="back-link" href=back.href()>{t.back_to(label)}</a>
            <PageHead title=t.add_kind(label) sentence />
            {refused}
            {move || wrong.get().then(|| view! { <Notice kind=NoticeKind::Error><p>{t.subject_needed()}</p></Notice> })}
            <div class="card form" hidden=locked>{fields}</div>
            <div class="button-row">
                <Button kind=ButtonKind::Primary disabled=locked on_click=begin>{t.begin()}</Button>
            </div>
        </div>
    }
}

/// The draft with what is known: what the address says, and the working year.
fn first(workspace: Workspace, kind: Kind, given: &Query) -> Draft {
    let draft = Draft::default();
    let year = untrack(|| workspace.as_of().get()).year();
    for def in kind.def().fields {
        if let Some(value) = given.get(def.id) {
            draft.put(kind, def.id, value.into());
        } else if matches!(def.ty, FieldType::Year) && def.required {
            draft.put(kind, def.id, Value::Int(i64::from(year.0)));
        }
    }
    draft
}

/// What the page that began it knows beside what is asked: such as the post in which a visit is owed.
fn given_beside(kind: Kind, asked: &[usize], given: &Query) -> Vec<(usize, Value)> {
    let fields = kind.def().fields.iter().enumerate();
    let beside = fields.filter(|(place, _)| !asked.contains(place));
    beside
        .filter_map(|(place, def)| Some((place, given.get(def.id)?.into())))
        .collect()
}

/// What was filled in, by place.
fn values(kind: Kind, asked: &[usize], draft: Draft) -> Vec<(usize, Value)> {
    let value = |place: &usize| {
        let value = untrack(|| draft.value(kind, kind.def().fields[*place].id));
        (!value.is_null()).then_some((*place, value))
    };
    asked.iter().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_known_goes_with_what_is_asked() {
        let area = DivisionCode::new("530427203").unwrap();
        let kind = Kind::Visit;
        let asked = kind.asked(area);
        let given = Query::parse("post=township_mayor&target_code=530427203200&purpose=tour&unicorn=1");
        let known = given_beside(kind, &asked, &given);
        let fields: Vec<&str> = known
            .iter()
            .map(|(place, _)| kind.def().fields[*place].id)
            .collect();
        assert_eq!(fields, ["post"], "the village and the purpose are asked for");
    }
}
