//! The store as it lies in the browser, read and changed by script without the app: for tests of what happens to it.

use crate::{Browser, Problem, Server};
use serde_json::{Value, json};

/// The name of the real store.
const NAME: &str = "huhuqing";

/// Opens the store as it is.
const OPEN: &str = "const open = (name, form) => new Promise((done, failed) => { \
    const request = form ? indexedDB.open(name, form) : indexedDB.open(name); \
    request.onsuccess = () => done(request.result); \
    request.onerror = () => failed(request.error); \
  }); \
  const answer = request => new Promise((done, failed) => { \
    request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });";

/// A page of the same origin that is no page of the app.
///
/// # Errors
/// It cannot be loaded.
pub async fn beside(browser: &Browser, server: &Server) -> Result<(), Problem> {
    browser
        .open(&format!("{}manifest.webmanifest", server.url()))
        .await
}

/// What the store has: its form, and how many entries under which name; nulls when it is not there.
///
/// # Errors
/// It cannot be opened.
pub async fn counts(browser: &Browser) -> Result<Counts, Problem> {
    let body = format!(
        "{OPEN} const [name] = arguments; \
         return (async () => {{ \
           if (!(await indexedDB.databases()).some(one => one.name === name)) return {{}}; \
           const database = await open(name); const counts = {{ form: database.version }}; \
           for (const store of database.objectStoreNames) \
             counts[store] = await answer(database.transaction(store).objectStore(store).count()); \
           const rows = await answer(database.transaction('meta').objectStore('meta').get('received')); \
           counts.received = rows ? Object.keys(JSON.parse(new TextDecoder().decode(rows))).length : 0; \
           database.close(); return counts; }})()"
    );
    Ok(Counts(browser.run(&body, &[json!(NAME)]).await?))
}

/// Waits until the store has an area's figures as they are after the last save: until then their digest, after three days, is
/// zero (`workspace::summary`).
///
/// # Errors
/// They are not kept in time.
pub async fn wait_for_figures(browser: &Browser, area: &str) -> Result<(), Problem> {
    let body = format!(
        "{OPEN} const [name, area] = arguments; \
         return (async () => {{ \
           const database = await open(name); \
           const kept = await answer(database.transaction('summaries').objectStore('summaries').get(area)); \
           database.close(); let at = 1; \
           for (let days = 0; days < 3; days += 1) {{ while (kept[at] > 127) at += 1; at += 1; }} \
           return kept[0] === 2 && kept[at] !== 0; }})()"
    );
    let arguments = [json!(NAME), json!(area)];
    browser
        .wait_until("figures in the store", &body, &arguments)
        .await
        .map(drop)
}

/// Numbers of a store's entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts(Value);

impl Counts {
    /// How many entries; zero of a store that is not there. `form` is the store's form.
    pub fn of(&self, what: &str) -> u64 {
        self.0.get(what).and_then(Value::as_u64).unwrap_or_default()
    }
}

/// Puts the store into its first form, as version 0.1 of the app wrote it: the same entries without the attic.
///
/// # Errors
/// It is open elsewhere, or not there.
pub async fn put_into_first_form(browser: &Browser) -> Result<(), Problem> {
    let body = format!(
        "{OPEN} const [name] = arguments; \
         return (async () => {{ \
           const stores = ['meta', 'snapshots', 'summaries', 'tail']; \
           let database = await open(name); const kept = []; \
           for (const store of stores) {{ \
             const from = database.transaction(store).objectStore(store); \
             kept.push([store, await answer(from.getAllKeys()), await answer(database.transaction(store).objectStore(store).getAll())]); }} \
           database.close(); \
           await answer(indexedDB.deleteDatabase(name)); \
           const request = indexedDB.open(name, 1); \
           request.onupgradeneeded = () => stores.forEach(store => request.result.createObjectStore(store)); \
           database = await answer(request); \
           const transaction = database.transaction(stores, 'readwrite', {{ durability: 'strict' }}); \
           for (const [store, keys, values] of kept) \
             keys.forEach((key, place) => transaction.objectStore(store).put(values[place], key)); \
           await new Promise((done, failed) => {{ transaction.oncomplete = done; transaction.onabort = failed; }}); \
           database.close(); return true; }})()"
    );
    browser.run(&body, &[json!(NAME)]).await.map(drop)
}

/// Whether a text stands somewhere in what was saved: journals keep texts as they are.
///
/// # Errors
/// The store cannot be opened.
pub async fn holds(browser: &Browser, text: &str) -> Result<bool, Problem> {
    let body = format!(
        "{OPEN} const [name, text] = arguments; \
         return (async () => {{ \
           const database = await open(name); const decoder = new TextDecoder(); let found = false; \
           for (const store of ['snapshots', 'tail']) \
             for (const blob of await answer(database.transaction(store).objectStore(store).getAll())) \
               found ||= decoder.decode(blob).includes(text); \
           database.close(); return found; }})()"
    );
    Ok(browser.run(&body, &[json!(NAME), json!(text)]).await? == json!(true))
}

/// Has a tab that is no tab of the app work on the store as an older version would: it holds the pen, and notes whether it
/// was asked to let go.
///
/// # Errors
/// The store cannot be opened.
pub async fn work_as_an_older_version(browser: &Browser) -> Result<(), Problem> {
    let body = format!(
        "{OPEN} const [name] = arguments; \
         return (async () => {{ \
           await new Promise(held => navigator.locks.request(name + '-writer', () => {{ \
             held(); return new Promise(release => window.letGo = release); }})); \
           window.older = await open(name); window.wasAsked = false; \
           older.onversionchange = () => {{ window.wasAsked = true; older.close(); }}; \
           return true; }})()"
    );
    browser.run(&body, &[json!(NAME)]).await.map(drop)
}

/// Opens the store in a newer form, as a newer version in another tab would.
///
/// # Errors
/// It cannot be opened.
pub async fn bring_up_to_a_newer_form(browser: &Browser) -> Result<(), Problem> {
    let body = format!(
        "{OPEN} const [name] = arguments; return open(name, 99).then(database => {{ database.close(); return true; }})"
    );
    browser.run(&body, &[json!(NAME)]).await.map(drop)
}
