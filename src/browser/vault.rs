//! A storage that was unlocked, put where the other programs of the page look for one; and the key of a tab
//! that loads itself anew.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use base64ct::{Base64, Encoding};
use js_sys::{Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::WasmClosure;
use wasm_bindgen::prelude::Closure;

use super::events;
use super::timer::Later;
use crate::lock::DataKey;
use crate::storage::{Backend, Fault, PASS, UNLOCKED};

/// It is called as the browser's own storage is. It stays as long as the page does.
pub fn serve(backend: Rc<dyn Backend>, key: &DataKey) {
    let storage = Object::new();
    let give = |name: &str, function: &Function| {
        let _ = Reflect::set(&storage, &name.into(), function);
    };
    let on = || Rc::clone(&backend);

    let of = on();
    give(
        "getItem",
        &with_name(move |name| of.get(&name).map(or_null)),
    );
    let of = on();
    give(
        "removeItem",
        &with_name(move |name| of.remove(&name).map(|()| JsValue::NULL)),
    );
    let of = on();
    let set = move |name: String, text: String| of.set(&name, &text).map_err(thrown);
    give(
        "setItem",
        &function(Closure::<dyn Fn(String, String) -> Result<(), JsValue>>::new(set)),
    );
    // Names are not sealed: the browser's own lists them.
    let own = window().local_storage().ok().flatten();
    let listed = own.clone();
    let nth = move |index: u32| listed.as_ref().and_then(|own| own.key(index).ok()?);
    give(
        "key",
        &function(Closure::<dyn Fn(u32) -> Option<String>>::new(nth)),
    );
    let count = move || {
        own.as_ref()
            .and_then(|own| own.length().ok())
            .unwrap_or_default()
    };
    let count = function(Closure::<dyn Fn() -> u32>::new(count));
    let key = key.clone();
    give(
        "pass",
        &function(Closure::<dyn Fn()>::new(move || pass_on(&key))),
    );

    let getter = Object::new();
    let _ = Reflect::set(&getter, &"get".into(), &count);
    Object::define_property(&storage, &"length".into(), &getter);
    let _ = Reflect::set(&window(), &UNLOCKED.into(), &storage);
}

pub fn is_served() -> bool {
    Reflect::has(&window(), &UNLOCKED.into()).unwrap_or(false)
}

fn with_name(call: impl Fn(String) -> Result<JsValue, Fault> + 'static) -> Function {
    let call = move |name| call(name).map_err(thrown);
    function(Closure::<dyn Fn(String) -> Result<JsValue, JsValue>>::new(
        call,
    ))
}

/// Of a closure that is never dropped.
fn function<T: WasmClosure + ?Sized>(closure: Closure<T>) -> Function {
    closure.into_js_value().into()
}

fn or_null(text: Option<String>) -> JsValue {
    text.map_or(JsValue::NULL, JsValue::from)
}

/// As the browser names it.
fn thrown(fault: Fault) -> JsValue {
    let error = js_sys::Error::new("");
    error.set_name(match &fault {
        Fault::Full => "QuotaExceededError",
        Fault::Denied => "SecurityError",
        Fault::Broken(name) => name,
    });
    error.into()
}

/// For the load that follows at once: the tab is not asked for its code again.
pub fn pass_on(key: &DataKey) {
    if let Ok(Some(tab)) = window().session_storage() {
        let _ = tab.set_item(PASS, &Base64::encode_string(key.bytes()));
    }
}

/// Reads it, and takes it away in the same moment.
pub fn take_pass() -> Option<DataKey> {
    let tab = window().session_storage().ok()??;
    let text = tab.get_item(PASS).ok()??;
    let _ = tab.remove_item(PASS);
    let bytes = Base64::decode_vec(&text).ok()?;
    Some(DataKey::new(bytes.try_into().ok()?))
}

thread_local! {
    static MINUTES: Cell<Option<u32>> = const { Cell::new(None) };
}

/// After so many minutes out of sight the page loads itself anew, locked; what can't be saved keeps it from
/// doing so. Called again, another time holds.
pub fn lock_when_away(minutes: Option<u32>) {
    MINUTES.with(|kept| kept.set(minutes));
}

/// Once, when the storage was unlocked.
pub fn watch_for_leaving() {
    let left = Rc::new(Cell::new(None));
    let timer = Later::default();
    let (hidden, back) = (Rc::clone(&left), left);
    let over = |since: f64| {
        let minutes = MINUTES.with(Cell::get);
        minutes.is_some_and(|minutes| js_sys::Date::now() - since >= f64::from(minutes) * 60_000.0)
    };
    events::on_leaving(move || {
        if !document().hidden() {
            return;
        }
        hidden.set(Some(js_sys::Date::now()));
        if let Some(minutes) = MINUTES.with(Cell::get) {
            let time = Duration::from_secs(u64::from(minutes) * 60);
            timer.schedule(time, || events::tell("so-tay:away"));
        }
    });
    events::on_return(move || {
        timer.cancel();
        // A phone that slept did not count.
        if back.take().is_some_and(over) {
            events::tell("so-tay:away");
        }
    });
}
