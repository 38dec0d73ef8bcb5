//! Between the page and what the files are made of.

use js_sys::Uint8Array;
use so_tay::exchange::office::{Order, write_tabs};
use so_tay_office::{make, open};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A text is an order, answered by the file's bytes; bytes are a workbook, answered by its tabs as a text. What
/// can't be made or opened is answered by null.
pub fn serve() {
    let worker: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = worker.clone();
    let answer = move |event: MessageEvent| {
        let asked = event.data();
        let answer = match asked.as_string() {
            Some(order) => made(&order),
            None => opened(&Uint8Array::new(&asked).to_vec()),
        };
        // To the page that made this worker, which is there as long as the worker is.
        let _ = page.post_message(&answer);
    };
    let answer = Closure::<dyn Fn(MessageEvent)>::new(answer).into_js_value();
    worker.set_onmessage(Some(answer.unchecked_ref()));
    let _ = worker.post_message(&JsValue::TRUE);
}

fn made(order: &str) -> JsValue {
    let file = Order::read(order).ok().and_then(|order| make(&order));
    file.map_or(JsValue::NULL, |file| Uint8Array::from(&file[..]).into())
}

fn opened(workbook: &[u8]) -> JsValue {
    open(workbook).map_or(JsValue::NULL, |tabs| write_tabs(&tabs).into())
}
