//! The store in the browser keeps the contract of stores, and closes, refuses and reopens as it must.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod contract;

use contract::Disk;
use huhuqing::keys::at_rest::DataKey;
use huhuqing::keys::passphrase::{Cost, Wrap};
use huhuqing::model::DivisionCode;
use huhuqing::storage::sealed::{SealedDatabase, seal_contents};
use huhuqing::storage::{Batch, Database, IfOlder, IndexedDb, StorageError};
use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's disk, with names of its own for every test.
struct BrowserDisk(String);

impl BrowserDisk {
    fn new() -> Self {
        Self(format!("test-{}", js_sys::Math::random()))
    }

    fn name(&self, name: &str) -> String {
        format!("{}-{name}", self.0)
    }
}

impl Disk for BrowserDisk {
    async fn open(&self, name: &str) -> Rc<dyn Database> {
        Rc::new(opened(&self.name(name), || {}).await.unwrap())
    }
}

/// A database as the app opens it; `on_closed` is called when it is closed under it.
async fn opened(name: &str, on_closed: impl Fn() + 'static) -> Result<IndexedDb, StorageError> {
    IndexedDb::open(name, IfOlder::BringUp, || true, || {}, on_closed).await
}

macro_rules! in_the_browser {
    ($($fact:ident)+) => {$(
        #[wasm_bindgen_test]
        async fn $fact() {
            contract::$fact(&BrowserDisk::new()).await;
        }
    )+};
}
contract::every_fact!(in_the_browser);

/// The browser's disk with everything on it encrypted.
struct SealedDisk(BrowserDisk, DataKey);

impl Disk for SealedDisk {
    async fn open(&self, name: &str) -> Rc<dyn Database> {
        let within = self.0.open(name).await;
        Rc::new(SealedDatabase::new(within, name, self.1.clone()))
    }
}

mod encrypted {
    use super::*;

    macro_rules! encrypted {
        ($($fact:ident)+) => {$(
            #[wasm_bindgen_test]
            async fn $fact() {
                contract::$fact(&SealedDisk(BrowserDisk::new(), DataKey::fresh().unwrap())).await;
            }
        )+};
    }
    contract::every_fact!(encrypted);
}

#[wasm_bindgen_test]
async fn everything_is_exchanged_in_one_go() {
    let database = BrowserDisk::new().open("exchanged").await;
    let batch = Batch::new()
        .append(village(), vec![1], vec![2])
        .append(village(), vec![3], vec![4])
        .meta("device", vec![5])
        .set_aside("undo", vec![6]);
    database.write(batch).await.unwrap();
    let before = database.contents().await.unwrap();
    assert_eq!(before.tail[&village()], [[1], [3]]);
    let key = DataKey::fresh().unwrap();
    let sealed = seal_contents(before.clone(), "exchanged", &key).unwrap();
    database.replace_contents(sealed.clone()).await.unwrap();
    assert_eq!(database.contents().await.unwrap(), sealed);
    let over = SealedDatabase::new(database, "exchanged", key);
    assert_eq!(over.contents().await.unwrap(), before);
    over.write(save(9)).await.unwrap();
    assert_eq!(
        over.load(vec![village()]).await.unwrap()[0]
            .as_ref()
            .unwrap()
            .tail,
        [[1], [3], [9]]
    );
}

/// How long a tablet thinks about a passphrase, for whoever reads the log.
#[wasm_bindgen_test]
fn a_passphrase_is_derived_in_the_browser() {
    let key = DataKey::fresh().unwrap();
    let start = js_sys::Date::now();
    let wrap = Wrap::new(&key, "老厂的核桃树下", Cost::CURRENT).unwrap();
    let took = js_sys::Date::now() - start;
    wasm_bindgen_test::console_log!("Argon2id with the current cost: {took} ms");
    assert_eq!(wrap.open("老厂的核桃树下").unwrap().reveal(), key.reveal());
}

fn village() -> DivisionCode {
    DivisionCode::new("530427203200").unwrap()
}

fn save(entry: u8) -> Batch {
    Batch::new().append(village(), vec![entry], vec![entry])
}

fn factory() -> IdbFactory {
    web_sys::window().unwrap().indexed_db().unwrap().unwrap()
}

/// What another tab does with the database, without our code.
async fn done(request: IdbOpenDbRequest) -> IdbOpenDbRequest {
    let promise = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(promise).await.expect("the other tab gets its way");
    request
}

async fn opened_by_a_newer_version(name: &str) -> IdbDatabase {
    let request = done(factory().open_with_u32(name, 99).unwrap()).await;
    request.result().unwrap().dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let name = BrowserDisk::new().name("newer");
    opened_by_a_newer_version(&name).await.close();
    let refused = opened(&name, || {}).await.err();
    assert_eq!(refused, Some(StorageError::NewerVersion));
    assert_eq!(opened_by_a_newer_version(&name).await.version(), 99.0);
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_is_let_in_and_told() {
    let name = BrowserDisk::new().name("superseded");
    let told = Rc::new(Cell::new(0));
    let count = Rc::clone(&told);
    let database = opened(&name, move || count.set(count.get() + 1)).await.unwrap();
    database.write(save(1)).await.unwrap();
    opened_by_a_newer_version(&name).await.close();
    assert_eq!(told.get(), 1);
    assert_eq!(database.write(save(2)).await, Err(StorageError::Closed));
    assert_eq!(database.index().await, Err(StorageError::Closed));
    assert_eq!(told.get(), 1);
}

#[wasm_bindgen_test]
async fn a_database_that_someone_removed_is_not_made_again_in_silence() {
    let name = BrowserDisk::new().name("removed");
    let told = Rc::new(Cell::new(false));
    let set = Rc::clone(&told);
    let database = opened(&name, move || set.set(true)).await.unwrap();
    database.write(save(1)).await.unwrap();
    done(factory().delete_database(&name).unwrap()).await;
    assert_eq!(database.write(save(2)).await, Err(StorageError::Closed));
    assert!(told.get());
    let fresh = opened(&name, || {}).await.unwrap();
    assert_eq!(fresh.index().await.unwrap().areas, []);
}

async fn tail_of(database: &IndexedDb) -> Vec<Vec<u8>> {
    let loaded = database.load(vec![village()]).await.unwrap();
    loaded[0].clone().unwrap_or_default().tail
}

#[wasm_bindgen_test]
async fn a_number_that_somebody_took_is_asked_for() {
    let name = BrowserDisk::new().name("numbers");
    let ours = opened(&name, || {}).await.unwrap();
    ours.write(save(1)).await.unwrap();
    let other = opened(&name, || {}).await.unwrap();
    other.write(save(2)).await.unwrap();
    for entry in 3..6 {
        ours.write(save(entry)).await.unwrap();
    }
    assert_eq!(tail_of(&ours).await, [[1], [2], [3], [4], [5]]);
    assert_eq!(ours.index().await.unwrap().areas[0].summary, [5]);
}

#[wasm_bindgen_test]
async fn where_nobody_can_tell_who_writes_numbers_are_not_remembered() {
    let name = BrowserDisk::new().name("unguarded");
    let unguarded = IndexedDb::open(&name, IfOlder::BringUp, || false, || {}, || {});
    let ours = unguarded.await.unwrap();
    for entry in 1..4 {
        ours.write(save(entry)).await.unwrap();
    }
    let other = opened(&name, || {}).await.unwrap();
    let snapshot = Batch::new().replace(village(), vec![123], vec![3]);
    other.write(snapshot).await.unwrap();
    for entry in 4..6 {
        ours.write(save(entry)).await.unwrap();
    }
    // The next number is how many there are: none was left out.
    other.write(save(6)).await.unwrap();
    assert_eq!(tail_of(&other).await, [[4], [5], [6]]);
}

/// Has the page open a database before the app does, as `boot.js` does.
fn open_by_page(name: &str) {
    let opened = js_sys::Function::new_with_args(
        "name",
        "window.huhuqingStore = new Promise(done => { const request = indexedDB.open(name); \
           request.onsuccess = () => { request.result.onversionchange = () => request.result.close(); \
             done(request.result); }; })",
    );
    opened.call1(&JsValue::UNDEFINED, &name.into()).unwrap();
}

/// The name of a database with one entry that the page has begun to open.
async fn offered_with_one_entry() -> String {
    let name = BrowserDisk::new().name("by-page");
    let database = opened(&name, || {}).await.unwrap();
    database.write(save(1)).await.unwrap();
    open_by_page(&name);
    name
}

fn is_offered() -> bool {
    js_sys::Reflect::has(&web_sys::window().unwrap(), &"huhuqingStore".into()).unwrap()
}

#[wasm_bindgen_test]
async fn what_the_page_has_opened_is_gone_on_with_once() {
    let name = offered_with_one_entry().await;
    let ours = opened(&name, || {}).await.unwrap();
    assert!(!is_offered());
    ours.write(save(2)).await.unwrap();
    assert_eq!(tail_of(&ours).await, [[1], [2]]);
    // Another database than the one that is asked for is let go of.
    let other = BrowserDisk::new().name("other");
    open_by_page(&name);
    let others = opened(&other, || {}).await.unwrap();
    assert_eq!(tail_of(&others).await, Vec::<Vec<u8>>::new());
    assert_eq!(tail_of(&ours).await, [[1], [2]]);
}

#[wasm_bindgen_test]
async fn a_page_that_never_opens_anything_is_not_waited_for() {
    let never = Promise::new(&mut |_, _| {});
    js_sys::Reflect::set(&web_sys::window().unwrap(), &"huhuqingStore".into(), &never).unwrap();
    let ours = opened(&BrowserDisk::new().name("never"), || {}).await.unwrap();
    ours.write(save(1)).await.unwrap();
    assert_eq!(tail_of(&ours).await, [[1]]);
}

#[wasm_bindgen_test]
async fn what_the_page_has_opened_and_another_tab_has_taken_away_is_opened_anew() {
    let name = offered_with_one_entry().await;
    let promised = js_sys::Reflect::get(&web_sys::window().unwrap(), &"huhuqingStore".into()).unwrap();
    let database: IdbDatabase = JsFuture::from(Promise::from(promised))
        .await
        .unwrap()
        .unchecked_into();
    database.close();
    let ours = opened(&name, || {}).await.unwrap();
    assert_eq!(tail_of(&ours).await, [[1]]);
}

#[wasm_bindgen_test]
async fn a_write_on_its_way_is_finished_before_the_database_is_let_go() {
    let name = BrowserDisk::new().name("on-its-way");
    let database = opened(&name, || {}).await.unwrap();
    let other_tab = future_to_promise(async move {
        opened_by_a_newer_version(&name).await.close();
        Ok(JsValue::NULL)
    });
    assert_eq!(database.write(save(1)).await, Ok(()));
    JsFuture::from(other_tab).await.unwrap();
    assert_eq!(database.write(save(2)).await, Err(StorageError::Closed));
}
