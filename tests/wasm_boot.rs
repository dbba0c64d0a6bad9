//! What the page has begun before the program runs is gone on with, and by nobody who must not. The page's own script runs here.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use huhuqing::model::DivisionCode;
use huhuqing::platform::lock::{Claim, Standing, claim};
use huhuqing::storage::{Batch, DEMO_DATABASE, Database, IfOlder, IndexedDb, StorageError};
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const BOOT: &str = include_str!("../boot/boot.js");

/// A page whose device remembers the demo county, before the script runs in it. Whatever an earlier test left is gone.
async fn page() {
    run("
        localStorage.setItem('huhuqing.last-database', '\"demo\"');
        document.querySelectorAll('link[rel=preload]').forEach(link => link.remove());
        if (!document.querySelector('meta[http-equiv=Content-Security-Policy]')) {
          document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=\"Content-Security-Policy\" content=\"\">');
        }
        window.huhuqingPen?.release();
        for (const left of ['huhuqingPen', 'huhuqingStore', 'huhuqingModule']) { delete window[left]; }
        window.listed = 0;
        window.getAll ??= IDBObjectStore.prototype.getAll;
        IDBObjectStore.prototype.getAll = function (...asked) { window.listed += 1; return window.getAll.apply(this, asked); };
        return new Promise(done => { indexedDB.deleteDatabase('huhuqing-demo').onsuccess = done; });
    ")
    .await;
    pen_is_free().await;
}

/// Runs a script in the page and waits for what it returns.
async fn run(script: &str) -> JsValue {
    let returned = Function::new_no_args(script).call0(&JsValue::UNDEFINED).unwrap();
    JsFuture::from(Promise::resolve(&returned)).await.unwrap()
}

/// The first script of the page.
async fn boot() {
    run(BOOT).await;
}

/// So often a whole store was asked for since it was last looked.
async fn times_listed() -> f64 {
    run("const listed = window.listed; window.listed = 0; return listed;")
        .await
        .as_f64()
        .unwrap()
}

/// Waits until the page's pen is answered.
async fn pen_is_granted() -> bool {
    run("return window.huhuqingPen.granted").await.as_bool().unwrap()
}

/// Waits until nobody has the pen: it takes the browser a moment to hear that it was given up.
async fn pen_is_free() {
    run("return navigator.locks.request('huhuqing-demo-writer', () => {})").await;
}

fn is_offered(what: &str) -> bool {
    Reflect::has(&web_sys::window().unwrap(), &what.into()).unwrap()
}

fn village() -> DivisionCode {
    DivisionCode::new("530427100001").unwrap()
}

fn summary(summary: u8) -> Batch {
    Batch::new()
        .replace(village(), vec![1], vec![summary])
        .meta("device", vec![summary])
}

async fn opened(is_sole: impl Fn() -> bool + 'static) -> IndexedDb {
    IndexedDb::open(DEMO_DATABASE, IfOlder::BringUp, is_sole, || {}, || {})
        .await
        .unwrap()
}

/// A page of a device that has worked before.
async fn page_of_a_worked_in_store() {
    page().await;
    opened(|| false).await.write(summary(7)).await.unwrap();
}

async fn writer() -> Rc<Claim> {
    let claim = claim(DEMO_DATABASE, || {}).await;
    assert_eq!(claim.standing(), Standing::Writer);
    Rc::new(claim)
}

/// The store, open in the hands of the one that has the pen.
async fn opened_by(pen: &Rc<Claim>) -> IndexedDb {
    let pen = Rc::clone(pen);
    opened(move || pen.standing() == Standing::Writer).await
}

/// What the index says of the village, and of the device.
async fn found(store: &IndexedDb) -> (Vec<u8>, Vec<u8>) {
    let index = store.index().await.unwrap();
    assert_eq!((index.areas.len(), index.meta.len()), (1, 1));
    assert_eq!(index.areas[0].area, village());
    (index.areas[0].summary.clone(), index.meta["device"].clone())
}

#[wasm_bindgen_test]
async fn opening_goes_on_with_the_pen_and_with_what_was_read() {
    page_of_a_worked_in_store().await;
    boot().await;
    let pen = writer().await;
    let store = opened_by(&pen).await;
    assert!(!is_offered("huhuqingPen") && !is_offered("huhuqingStore"));
    assert_eq!(found(&store).await, (vec![7], vec![7]));
    assert_eq!(times_listed().await, 2.0, "the page asked, and nobody after it");
    assert_eq!(found(&store).await, (vec![7], vec![7]));
    assert_eq!(times_listed().await, 2.0, "only the first answer is the page's");
    let second = claim(DEMO_DATABASE, || {}).await;
    assert_eq!(second.standing(), Standing::Reader, "the pen is held");
}

#[wasm_bindgen_test]
async fn what_was_read_does_not_outlive_a_save() {
    page_of_a_worked_in_store().await;
    boot().await;
    let pen = writer().await;
    let store = opened_by(&pen).await;
    store.write(summary(8)).await.unwrap();
    assert_eq!(found(&store).await, (vec![8], vec![8]));
}

#[wasm_bindgen_test]
async fn what_was_read_is_not_for_a_tab_without_the_pen() {
    page_of_a_worked_in_store().await;
    boot().await;
    assert!(pen_is_granted().await);
    let store = opened(|| false).await;
    times_listed().await;
    assert_eq!(found(&store).await, (vec![7], vec![7]));
    assert_eq!(times_listed().await, 2.0);
}

#[wasm_bindgen_test]
async fn while_another_tab_has_the_pen_the_page_reads_nothing() {
    page_of_a_worked_in_store().await;
    let other = writer().await;
    boot().await;
    assert!(!pen_is_granted().await);
    let read = run("return window.huhuqingStore.then(database => database.huhuqingIndex)").await;
    assert_eq!(read, JsValue::NULL);
    let turn = Rc::new(Cell::new(false));
    let told = Rc::clone(&turn);
    let ours = claim(DEMO_DATABASE, move || told.set(true)).await;
    assert_eq!(ours.standing(), Standing::Reader);
    drop(other);
    until(|| turn.get()).await;
    assert_eq!(ours.standing(), Standing::Writer);
}

#[wasm_bindgen_test]
async fn a_pen_that_was_let_go_of_meanwhile_is_taken() {
    page_of_a_worked_in_store().await;
    let page_before = writer().await;
    boot().await;
    assert!(!pen_is_granted().await);
    drop(page_before);
    pen_is_free().await;
    let pen = writer().await;
    let store = opened_by(&pen).await;
    assert_eq!(found(&store).await, (vec![7], vec![7]));
}

#[wasm_bindgen_test]
async fn a_page_that_fails_gives_the_pen_up() {
    page_of_a_worked_in_store().await;
    boot().await;
    assert!(pen_is_granted().await);
    run("dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'no module' }))").await;
    assert!(!is_offered("huhuqingPen"));
    pen_is_free().await;
}

#[wasm_bindgen_test]
async fn the_pen_to_another_register_is_given_up() {
    page_of_a_worked_in_store().await;
    boot().await;
    assert!(pen_is_granted().await);
    let other = claim("huhuqing", || {}).await;
    assert_eq!(other.standing(), Standing::Writer);
    pen_is_free().await;
}

#[wasm_bindgen_test]
async fn a_claim_that_is_dropped_gives_the_page_s_pen_up() {
    page_of_a_worked_in_store().await;
    boot().await;
    drop(claim(DEMO_DATABASE, || unreachable!("it was given up")));
    pen_is_free().await;
}

#[wasm_bindgen_test]
async fn on_a_first_visit_nothing_is_asked_for() {
    page().await;
    run("localStorage.removeItem('huhuqing.last-database')").await;
    boot().await;
    assert!(!is_offered("huhuqingPen"));
    assert_eq!(run("return window.huhuqingStore").await, JsValue::NULL);
}

#[wasm_bindgen_test]
async fn a_store_of_a_newer_version_is_left_to_the_program() {
    page().await;
    run("return new Promise(done => {
           const made = indexedDB.open('huhuqing-demo', 99);
           made.onsuccess = () => { made.result.close(); done(); };
         })")
    .await;
    boot().await;
    let read = run("return window.huhuqingStore.then(database => database.huhuqingIndex)").await;
    assert_eq!(read, JsValue::NULL);
    let refused = IndexedDb::open(DEMO_DATABASE, IfOlder::BringUp, || true, || {}, || {}).await;
    assert_eq!(refused.err(), Some(StorageError::NewerVersion));
}

/// Has the page's script compile a module without anything in it.
async fn boot_with_a_module() {
    run("document.head.insertAdjacentHTML('beforeend',
           '<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"data:application/wasm;base64,AGFzbQEAAAA=\">')")
    .await;
    boot().await;
}

#[wasm_bindgen_test]
async fn the_program_starts_when_the_store_has_been_asked() {
    page_of_a_worked_in_store().await;
    times_listed().await;
    // The pen is given late, and no time is too long to wait for it.
    run(
        "const [later, ask] = [window.setTimeout, navigator.locks.request];
         window.setTimeout = () => 0;
         navigator.locks.request = function (...asked) {
           return new Promise(done => later(done, 50)).then(() => ask.apply(this, asked));
         };
         window.restore = () => { window.setTimeout = later; delete navigator.locks.request; };",
    )
    .await;
    boot_with_a_module().await;
    let module = run("return window.huhuqingModule").await;
    run("window.restore()").await;
    assert!(module.is_instance_of::<js_sys::WebAssembly::Module>());
    assert_eq!(times_listed().await, 2.0);
}

#[wasm_bindgen_test]
async fn a_store_that_never_answers_keeps_no_program_from_starting() {
    page().await;
    run("window.open_ = IDBFactory.prototype.open; IDBFactory.prototype.open = () => ({});").await;
    boot_with_a_module().await;
    run("IDBFactory.prototype.open = window.open_").await;
    let module = run("return window.huhuqingModule").await;
    assert!(module.is_instance_of::<js_sys::WebAssembly::Module>());
}

/// Waits until the fact is so, and fails when it does not become so.
async fn until(fact: impl Fn() -> bool) {
    for _ in 0..200 {
        if fact() {
            return;
        }
        run("return new Promise(done => setTimeout(done, 10))").await;
    }
    panic!("waited in vain");
}
