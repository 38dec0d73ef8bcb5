//! The Office program: a worker that is fetched when somebody asks for a Word or Excel file, answers once, and
//! is ended.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::device::{call, call_on, read};
use super::timer::{later, wait};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It could not be fetched, or this browser can't run it.
    NotThere,
    /// It can't make or open this.
    Refused,
}

/// Makes the file of an order (`exchange::office::Order` as text).
pub async fn make(order: &str) -> Result<Vec<u8>, Failed> {
    let file = ask(&order.into()).await?;
    Ok(Uint8Array::new(&file).to_vec())
}

/// The tabs of a workbook as a text (`exchange::office::read_tabs`).
pub async fn open(workbook: &[u8]) -> Result<String, Failed> {
    let tabs = ask(&Uint8Array::from(workbook)).await?;
    tabs.as_string().ok_or(Failed::Refused)
}

/// How long the service worker may take to put it away once it was fetched: so often, after so many
/// milliseconds each.
const LOOKS: u32 = 40;
const BETWEEN: i32 = 250;

/// Fetches it, so that it is there without a network from now on; whether this device keeps it.
pub async fn fetch() -> Result<bool, Failed> {
    ask(&JsValue::NULL).await?;
    for _ in 0..LOOKS {
        if is_kept().await {
            return Ok(true);
        }
        wait(BETWEEN).await;
    }
    Ok(false)
}

/// Whether this device keeps it.
pub async fn is_kept() -> bool {
    let Some(program) = program() else {
        return false;
    };
    let wasm = JsValue::from_str(&format!("{program}.wasm"));
    let found = call(&["caches"], "match", &[wasm]).await;
    found.is_some_and(|found| !found.is_undefined())
}

/// Its name without an ending, as the build put it into the page; beside the page.
fn program() -> Option<String> {
    let names = document().query_selector("meta[name=programs]").ok()??;
    let names = names.get_attribute("content")?;
    let name = names.split(' ').find(|name| name.starts_with("office-"))?;
    Some(format!("./{name}"))
}

/// It says that it is there, is asked, and answers; null when it refuses. Null asks for nothing more than to
/// be there.
async fn ask(what: &JsValue) -> Result<JsValue, Failed> {
    let program = program().ok_or(Failed::NotThere)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&format!("{program}.js"), &options);
    let worker = worker.map_err(|_| Failed::NotThere)?;
    let asked = Rc::new(Cell::new(false));
    let mut heard = None;
    let answer = Promise::new(&mut |done, failed| {
        heard = Some(listen(
            &worker,
            what.clone(),
            Rc::clone(&asked),
            done,
            failed,
        ));
    });
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    drop(heard);
    match answer {
        Ok(answer) if answer.is_null() => Err(Failed::Refused),
        Ok(answer) => {
            later(keep());
            Ok(answer)
        }
        // It stopped at what it was given.
        Err(_) if asked.get() => Err(Failed::Refused),
        Err(_) => Err(Failed::NotThere),
    }
}

type Heard = (Closure<dyn Fn(MessageEvent)>, Closure<dyn Fn(Event)>);

fn listen(
    worker: &Worker,
    what: JsValue,
    asked: Rc<Cell<bool>>,
    done: Function,
    failed: Function,
) -> Heard {
    let (to, fail) = (worker.clone(), failed.clone());
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let said = event.data();
        let _ = if said.is_falsy() && !asked.get() {
            fail.call0(&JsValue::NULL)
        } else if what.is_null() || asked.replace(true) {
            done.call1(&JsValue::NULL, &said)
        } else {
            to.post_message(&what).map(|()| JsValue::NULL)
        };
    });
    let stop = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // It is told to the person, not to the page's own watch over errors.
        event.prevent_default();
        let _ = failed.call0(&JsValue::NULL);
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(stop.as_ref().unchecked_ref()));
    (hear, stop)
}

/// The service worker keeps it, as it keeps every program that was opened once. Where there is none, nobody
/// answers.
async fn keep() {
    let registered = read(&["navigator", "serviceWorker", "ready"]);
    let Some(Ok(ready)) = registered.map(JsCast::dyn_into::<Promise>) else {
        return;
    };
    if let Ok(registration) = JsFuture::from(ready).await
        && let Ok(active) = Reflect::get(&registration, &"active".into())
    {
        call_on(&active, "postMessage", &["office".into()]).await;
    }
}
