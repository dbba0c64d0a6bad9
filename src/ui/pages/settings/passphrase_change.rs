//! Setting, changing and giving up the passphrase: three short forms that open when they are asked for.

use crate::ui::announce::use_announcer;
use crate::ui::components::{
    Disclosure, NewPassphrase, NewTyped, Notice, NoticeKind, PassphraseField, Typed,
};
use crate::ui::text::{errors, lock};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;
use std::pin::Pin;

/// What a form does, on its way.
type Doing = Pin<Box<dyn Future<Output = Result<(), CommandError>>>>;

/// Encrypts the register.
#[component]
pub fn SetPassphrase() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let new = NewTyped::blank();
    let begin = move || {
        let passphrase = new.agreed(t)?;
        Some(Box::pin(async move { workspace.set_passphrase(&passphrase).await }) as Doing)
    };
    let forget = move || new.forget();
    view! {
        <Disclosure summary=t.turn_on()>
            <PassphraseForm id="lock-set" button=t.turn_on() busy_words=t.encrypting() done=t.turned_on() begin forget>
                <p class="hint">{t.first_run_why()}</p>
                <NewPassphrase typed=new />
            </PassphraseForm>
        </Disclosure>
    }
}

/// Another passphrase for the same data.
#[component]
pub fn ChangePassphrase() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let (old, new) = (Typed::blank(), NewTyped::blank());
    let shown = RwSignal::new(false);
    let begin = move || {
        let before = old.entered(t)?;
        let after = new.agreed(t)?;
        Some(Box::pin(async move { workspace.change_passphrase(&before, &after).await }) as Doing)
    };
    let forget = move || {
        old.forget();
        new.forget();
    };
    view! {
        <Disclosure summary=t.change()>
            <PassphraseForm id="lock-change" button=t.change() busy_words=t.unlocking() done=t.changed() begin forget>
                <PassphraseField typed=old label=t.old_passphrase() shown />
                <NewPassphrase typed=new />
            </PassphraseForm>
        </Disclosure>
    }
}

/// Gives the encryption up.
#[component]
pub fn RemovePassphrase() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let old = Typed::blank();
    let shown = RwSignal::new(false);
    let begin = move || {
        let passphrase = old.entered(t)?;
        Some(Box::pin(async move { workspace.remove_passphrase(&passphrase).await }) as Doing)
    };
    let forget = move || old.forget();
    view! {
        <Disclosure summary=t.turn_off()>
            <PassphraseForm id="lock-remove" button=t.turn_off() busy_words=t.unlocking() done=t.turned_off() begin forget>
                <p>{t.turn_off_explained()}</p>
                <PassphraseField typed=old label=t.old_passphrase() shown />
            </PassphraseForm>
        </Disclosure>
    }
}

/// A form around passphrases: one thing at a time, what went wrong above the button, what was done said aloud.
#[component]
fn PassphraseForm(
    /// The id of the button.
    id: &'static str,
    /// Its words.
    button: &'static str,
    /// Its words while it works.
    busy_words: &'static str,
    /// What is said when it is done.
    done: &'static str,
    /// What it does; none when something was entered wrongly.
    begin: impl Fn() -> Option<Doing> + Send + Sync + 'static,
    /// Forgets what was typed.
    forget: impl Fn() + Copy + Send + Sync + 'static,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let announcer = use_announcer();
    let t = lock::texts();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(doing) = (!busy.get_untracked()).then(&begin).flatten() else {
            return;
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = doing.await;
            forget();
            let _is_gone = busy.try_set(false);
            if outcome.is_ok() {
                announcer.say(done);
            }
            let _is_gone = failed.try_set(outcome.err().map(|error| errors::command(&error, t.0)));
        });
    };
    let why = move || {
        failed
            .get()
            .map(|why| view! { <Notice kind=NoticeKind::Error><p>{why}</p></Notice> })
    };
    let words = move || if busy.get() { busy_words } else { button };
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            {children()}
            {why}
            <div><button type="submit" class="button button-primary" id=id disabled=busy>{words}</button></div>
        </form>
    }
}
