//! The edges to the browser, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use huhuqing::platform::files::{FileError, MAX_FILE_BYTES, chosen, download};
use huhuqing::platform::lock::{Standing, claim};
use huhuqing::platform::panic::{OVERLAY_ID, PanicText, show};
use huhuqing::platform::preferences::Preference;
use huhuqing::platform::update::{Updates, is_waiting, start};
use huhuqing::platform::{chance, clock, digest, edition};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, DataTransfer, File};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

async fn wait(millis: i32) {
    let timer = Promise::new(&mut |done, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis)
            .unwrap();
    });
    JsFuture::from(timer).await.unwrap();
}

/// Waits until the fact is so, and fails when it does not become so.
async fn until(fact: impl Fn() -> bool) {
    for _ in 0..200 {
        if fact() {
            return;
        }
        wait(10).await;
    }
    panic!("waited in vain");
}

#[wasm_bindgen_test]
async fn a_claim_is_made_before_anybody_waits_for_the_answer() {
    let first = claim("asked-at-once", || {});
    let second = claim("asked-at-once", || {}).await;
    assert_eq!(second.standing(), Standing::Reader);
    assert_eq!(first.await.standing(), Standing::Writer);
}

#[wasm_bindgen_test]
async fn the_second_tab_reads_until_the_first_one_goes() {
    let name = format!("test-{}", js_sys::Math::random());
    let first = claim(&name, || unreachable!("it is the writer already")).await;
    assert_eq!(first.standing(), Standing::Writer);
    let turn = Rc::new(Cell::new(false));
    let told = Rc::clone(&turn);
    let second = claim(&name, move || told.set(true)).await;
    let third = claim(&name, || unreachable!("the second is before it")).await;
    assert_eq!(
        (second.standing(), third.standing()),
        (Standing::Reader, Standing::Reader)
    );
    wait(50).await;
    assert!(!turn.get(), "two writers");
    drop(first);
    until(|| turn.get()).await;
    assert_eq!(
        (second.standing(), third.standing()),
        (Standing::Writer, Standing::Reader)
    );
}

#[wasm_bindgen_test]
async fn a_claim_given_up_in_line_is_passed_over() {
    let name = format!("test-{}", js_sys::Math::random());
    let first = claim(&name, || {}).await;
    let second = claim(&name, || unreachable!("it left the line")).await;
    let third = claim(&name, || {}).await;
    drop(second);
    drop(first);
    until(|| third.standing() == Standing::Writer).await;
    let other = claim(&format!("{name}-demo"), || {}).await;
    assert_eq!(
        other.standing(),
        Standing::Writer,
        "another database has a line of its own"
    );
}

#[wasm_bindgen_test]
async fn the_digest_is_that_of_everyone() {
    let digest = digest::sha256(&["户".as_bytes(), "户清".as_bytes()]).await;
    let same: [u8; 32] =
        sha2::Digest::finalize(<sha2::Sha256 as sha2::Digest>::new_with_prefix("户户清")).into();
    assert_eq!(digest, Some(same));
}

#[wasm_bindgen_test]
fn chance_and_clock_are_the_browser_s() {
    assert_ne!(chance::random_u64(), chance::random_u64());
    assert!(clock::now_millis().abs_diff(js_sys::Date::now() as u64) < 1_000);
    assert!(!edition::is_single_file());
}

#[wasm_bindgen_test]
fn a_preference_is_remembered_and_forgotten() {
    assert!(Preference::Language.write(&"en"));
    assert_eq!(Preference::Language.read::<String>().as_deref(), Some("en"));
    window()
        .local_storage()
        .unwrap()
        .unwrap()
        .set_item(Preference::Language.key(), "{broken")
        .unwrap();
    assert_eq!(Preference::Language.read::<String>(), None);
    Preference::Language.forget();
    assert_eq!(Preference::Language.read::<String>(), None);
}

fn with_files(files: &[File]) -> Option<web_sys::FileList> {
    let transfer = DataTransfer::new().unwrap();
    for file in files {
        transfer.items().add_with_file(file).unwrap();
    }
    transfer.files()
}

#[wasm_bindgen_test]
async fn chosen_files_are_read_as_they_are() {
    let parts = Array::of1(&Uint8Array::from(&[0xff, 0, 1][..]));
    let file = File::new_with_u8_array_sequence(&parts, "坡头村.json").unwrap();
    let files = chosen(with_files(&[file]));
    assert_eq!(
        (files.len(), files[0].name(), files[0].size()),
        (1, "坡头村.json".to_owned(), 3)
    );
    let read = files[0].read().await.map(|bytes| (bytes.to_vec(), bytes.last(2)));
    assert_eq!(read, Ok((vec![0xff, 0, 1], vec![0, 1])));
    assert!(chosen(None).is_empty());
}

#[wasm_bindgen_test]
async fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let file = File::new_with_u8_array_sequence(&Array::new(), "video.mp4").unwrap();
    let size = (MAX_FILE_BYTES + 1) as f64;
    let own = js_sys::Object::new();
    Reflect::set(&own, &"value".into(), &size.into()).unwrap();
    js_sys::Object::define_property(&file, &"size".into(), &own);
    // A drop hands over copies, so the list is made by hand.
    let list = js_sys::Object::new();
    Reflect::set(&list, &"length".into(), &1.into()).unwrap();
    let item = js_sys::Function::new_with_args("", "return this.only");
    Reflect::set(&list, &"only".into(), &file).unwrap();
    Reflect::set(&list, &"item".into(), &item).unwrap();
    Reflect::set(&list, &0.into(), &file).unwrap();
    let files = chosen(Some(list.unchecked_into()));
    assert_eq!(
        files[0].read().await.map(|bytes| bytes.to_vec()),
        Err(FileError::TooLarge {
            bytes: MAX_FILE_BYTES + 1
        })
    );
}

#[wasm_bindgen_test]
fn a_download_is_taken() {
    assert_eq!(download("村.json", "application/json", b"{}"), Ok(()));
}

#[wasm_bindgen_test]
fn an_update_is_told_and_started_only_when_asked() {
    let told = Rc::new(Cell::new(0));
    let count = Rc::clone(&told);
    let updates = Updates::listen(move || count.set(count.get() + 1), || {});
    assert!(!is_waiting() && !start());
    let tell = || {
        window()
            .dispatch_event(&CustomEvent::new("huhuqing-update").unwrap())
            .unwrap()
    };
    tell();
    assert_eq!(told.get(), 1);
    drop(updates);
    tell();
    assert_eq!(told.get(), 1);
    let script = js_sys::Function::new_no_args("window.started = true; return true;");
    Reflect::set(&window(), &"huhuqingUpdate".into(), &script).unwrap();
    assert!(start());
    assert_eq!(Reflect::get(&window(), &"started".into()), Ok(JsValue::TRUE));
}

#[wasm_bindgen_test]
fn a_failure_of_the_program_is_shown_once_in_every_language() {
    let texts = [
        PanicText {
            lang: "zh-CN",
            title: "程序出错",
            body: "已保存的数据仍在本机。",
            reload: "重新加载",
        },
        PanicText {
            lang: "en",
            title: "The program failed",
            body: "What was saved is still here.",
            reload: "Reload",
        },
    ];
    show(&texts, "index out of bounds");
    show(&texts, "a later one");
    let document = window().document().unwrap();
    let overlay = document.get_element_by_id(OVERLAY_ID).unwrap();
    let text = overlay.text_content().unwrap();
    for part in [
        "程序出错",
        "已保存的数据仍在本机。",
        "Reload",
        "index out of bounds",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("a later one"));
    assert_eq!(overlay.get_elements_by_tag_name("button").length(), 2);
    overlay.remove();
}
