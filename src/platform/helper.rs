//! Helpers: the same program once more, beside the page and without one, in a worker of the browser.
//!
//! The page's compiled module is sent over, so that a helper costs no second download and hardly any start. The single file
//! carries its script in itself; the folder edition names it in the page.

use super::files::FileBytes;
use super::part::PartLost;
use super::{function, property, window};
use futures::channel::oneshot;
use futures::future::{FutureExt as _, Shared};
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url, Worker, WorkerOptions, WorkerType,
};

/// The most helpers that are called, whatever the machine has.
const MOST: u32 = 4;

/// How long a helper may take to get ready before the page goes on without it.
const READY_WITHIN_MILLIS: i32 = 8_000;

/// Where the single file's script ends that a helper needs too.
const END_OF_GLUE: &str = "/* the page starts here */";

/// Words and the bytes that belong to them, as they travel.
pub type Spoken = (String, Vec<Vec<u8>>);

/// A helper of this page; it ends when it is dropped.
pub struct Helper {
    worker: Worker,
    asked: Rc<Asked>,
    /// Whoever asks waits for it: what is said to a worker before its program has begun is heard by nobody.
    ready: Shared<oneshot::Receiver<()>>,
    next: Cell<u32>,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

#[derive(Default)]
struct Asked {
    open: RefCell<BTreeMap<u32, oneshot::Sender<Spoken>>>,
    ready: Cell<Option<oneshot::Sender<()>>>,
    lost: Cell<bool>,
}

/// A helper's script, and what the page hands it: the program, and the parts that the page has loaded.
struct Program {
    kind: WorkerType,
    script: String,
    handed: Object,
}

/// As many helpers as the machine has processors; none where the browser has no workers of modules or refuses them.
pub fn call() -> Vec<Rc<Helper>> {
    let Some(program) = program() else {
        return Vec::new();
    };
    let processors = window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    let count = (processors as u32).clamp(1, MOST);
    (0..count)
        .map_while(|_| Helper::start(&program).map(Rc::new))
        .collect()
}

impl Helper {
    fn start(program: &Program) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of1(&JsValue::from_str(&program.script));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let url = Url::create_object_url_with_blob(&blob).ok()?;
        let kind = WorkerOptions::new();
        kind.set_type(program.kind);
        let worker = Worker::new_with_options(&url, &kind).ok()?;
        let asked = Rc::new(Asked::default());
        let (sender, ready) = oneshot::channel();
        asked.ready.set(Some(sender));
        let hears = {
            let asked = Rc::clone(&asked);
            Closure::new(move |event: MessageEvent| asked.hear(&event.data()))
        };
        let fails = {
            let asked = Rc::clone(&asked);
            Closure::new(move |_: MessageEvent| asked.lose())
        };
        worker.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fails.as_ref().unchecked_ref()));
        worker.post_message(&program.handed).ok()?;
        let late = {
            let asked = Rc::clone(&asked);
            Closure::once_into_js(move || {
                let _was_made_here = Url::revoke_object_url(&url);
                asked.lose_if_not_ready();
            })
        };
        let late = late.unchecked_ref();
        let _may_fail_silently =
            window()?.set_timeout_with_callback_and_timeout_and_arguments_0(late, READY_WITHIN_MILLIS);
        Some(Self {
            worker,
            asked,
            ready: ready.shared(),
            next: Cell::new(0),
            _listeners: [hears, fails],
        })
    }

    /// Asks, and gives a file away with the words as their last part; none when the helper could not start, or has come to
    /// grief.
    pub async fn ask(&self, spoken: Spoken, file: Option<&FileBytes>) -> Option<Spoken> {
        self.ready.clone().await.ok()?;
        if self.asked.lost.get() {
            return None;
        }
        let number = self.next.replace(self.next.get() + 1);
        let (sender, answer) = oneshot::channel();
        self.asked.open.borrow_mut().insert(number, sender);
        let (message, parts) = to_js(number, spoken, file)?;
        self.worker.post_message_with_transfer(&message, &parts).ok()?;
        answer.await.ok()
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Asked {
    fn hear(&self, data: &JsValue) {
        match from_js(data) {
            None => {
                if let Some(ready) = self.ready.take() {
                    let _nobody_waits = ready.send(());
                }
            }
            Some((number, spoken)) => {
                if let Some(sender) = self.open.borrow_mut().remove(&number) {
                    let _nobody_waits = sender.send(spoken);
                }
            }
        }
    }

    /// Whoever waits hears that nothing will come, and nobody asks again.
    fn lose(&self) {
        self.lost.set(true);
        self.open.borrow_mut().clear();
        drop(self.ready.take());
    }

    fn lose_if_not_ready(&self) {
        if self.ready.take().is_some() {
            self.lose();
        }
    }
}

/// Whether this program runs as a helper: without a window. A page does not know the word for a helper's own kind of scope, and the
/// exception of asking for it costs time while the app opens.
pub fn is_helper() -> bool {
    cfg!(target_arch = "wasm32") && window().is_none()
}

/// Serves as a helper: hands every message to `answer` and sends back what it gives. A message that is not answered ends
/// the helper, so that nobody waits for it.
pub fn serve<F: Future<Output = Option<Spoken>> + 'static>(answer: impl Fn(Spoken) -> F + 'static) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answer = Rc::new(answer);
    let own = scope.clone();
    let hears: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
        let (answer, scope) = (Rc::clone(&answer), own.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let Some((number, spoken)) = from_js(&event.data()) else {
                return;
            };
            let spoken = answer(spoken)
                .await
                .and_then(|spoken| to_js(number, spoken, None));
            match spoken {
                Some((message, parts)) => {
                    let _page_is_gone = scope.post_message_with_transfer(&message, &parts);
                }
                None => wasm_bindgen::throw_str("a message was not understood"),
            }
        });
    });
    scope.set_onmessage(Some(hears.as_ref().unchecked_ref()));
    hears.forget();
    let _page_is_gone = scope.post_message(&JsValue::NULL);
}

/// Begins to serve with what is on its way. A helper that it does not reach ends, so that nobody waits for it.
pub fn begin(serve: impl Future<Output = Result<fn(), PartLost>> + 'static) {
    wasm_bindgen_futures::spawn_local(async {
        match serve.await {
            Ok(serve) => serve(),
            Err(lost) => wasm_bindgen::throw_str(&lost.to_string()),
        }
    });
}

/// `{number, words, parts}`, and the buffers of the parts, which move over.
fn to_js(number: u32, (words, parts): Spoken, file: Option<&FileBytes>) -> Option<(JsValue, JsValue)> {
    let (list, buffers) = (Array::new(), Array::new());
    let file = file.map(|file| match file {
        FileBytes::Browser(bytes, _) => bytes.clone(),
        FileBytes::Own(bytes) => Uint8Array::from(&**bytes),
    });
    let parts = parts.iter().map(|part| Uint8Array::from(&**part));
    for part in parts.chain(file) {
        buffers.push(&part.buffer());
        list.push(&part);
    }
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).ok();
    set("number", &number.into())?;
    set("words", &words.into())?;
    set("parts", &list)?;
    Some((message.into(), buffers.into()))
}

fn from_js(data: &JsValue) -> Option<(u32, Spoken)> {
    let number = property(data, "number")?.as_f64()? as u32;
    let words = property(data, "words")?.as_string()?;
    let parts: Array = property(data, "parts")?.dyn_into().ok()?;
    let bytes = |part: JsValue| Some(part.dyn_ref::<Uint8Array>()?.to_vec());
    Some((number, (words, parts.iter().map(bytes).collect::<Option<_>>()?)))
}

/// The script of a helper, the app's own and a start, and the program: what the page has compiled or, since pages opened
/// from a file may not hand that over, what the single file carries.
fn program() -> Option<Program> {
    function(&js_sys::global(), "Worker")?;
    let document = window()?.document()?;
    if let Some(script) = document.get_element_by_id("app-script") {
        let text = script.text_content()?;
        let (glue, _) = text.split_once(END_OF_GLUE)?;
        let start = script.get_attribute("data-start")?;
        return Some(Program {
            // Pages opened from a file may not have workers of modules.
            kind: WorkerType::Classic,
            script: format!(
                "{}\n{}",
                as_classic(glue),
                start_with(&start, "unpacked(data.program)")
            ),
            handed: handed(&property(&js_sys::global(), "huhuqingPacked")?)?,
        });
    }
    let link = document.query_selector("link[rel=modulepreload]").ok()??;
    let address = property(&link, "href")?.as_string()?;
    Some(Program {
        kind: WorkerType::Module,
        script: format!(
            "import start from {address:?};\n{}",
            start_with("start", "data.program")
        ),
        handed: handed(&wasm_bindgen::module())?,
    })
}

/// What a helper gets in its first message.
fn handed(program: &JsValue) -> Option<Object> {
    let parts = match function(&js_sys::global(), "huhuqingPartsToGive") {
        Some(parts) => parts.call0(&JsValue::UNDEFINED).ok()?,
        // A program that is not divided.
        None => Object::new().into(),
    };
    let handed = Object::new();
    Reflect::set(&handed, &"program".into(), program).ok()?;
    Reflect::set(&handed, &"parts".into(), &parts).ok()?;
    Some(handed)
}

/// A module's script without what only modules may say: its exports, and where it is from.
fn as_classic(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("export {"));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .collect();
    lines.join("\n").replace("import.meta.url", "location.href")
}

/// The program arrives in the first message; the program itself hears all others. What cannot be handed over is an error.
fn start_with(start: &str, module: &str) -> String {
    format!(
        "onmessageerror = () => {{ setTimeout(() => {{ throw new Error('the program was not handed over'); }}); }};\n\
         onmessage = ({{ data }}) => {{\n\
           onmessage = null;\n\
           globalThis.huhuqingGivenPart = (file) => data.parts[file];\n\
           {start}({{ module_or_path: {module} }});\n\
         }};"
    )
}

#[cfg(test)]
mod tests {
    use super::as_classic;

    #[test]
    fn a_plain_script_exports_nothing_and_knows_no_module() {
        let module =
            "export class Sink {\n}\nnew URL('a', import.meta.url);\nexport { start, init as default };";
        assert_eq!(
            as_classic(module),
            "class Sink {\n}\nnew URL('a', location.href);"
        );
    }
}
