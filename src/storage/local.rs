//! The browser's `localStorage`. The only file of this room that calls the browser.
//!
//! gloo panics where the storage is denied (private windows, some webviews), and there even naming
//! `window.localStorage` throws. So there is one gate, [`LocalStorage::probe`], and no other way to get a
//! [`LocalStorage`]: behind it the storage is known to be there.

use gloo_storage::Storage as _;
use wasm_bindgen::JsValue;

use super::backend::{Backend, Fault};
use super::keys::PROBE;

pub struct LocalStorage(());

impl LocalStorage {
    /// `None` where the storage is denied: then the page lives in memory and says so, loudly. It
    /// tries a real write, reading and removal. A storage that is merely full can still be read, and
    /// must be: it holds what the person wrote.
    pub fn probe() -> Option<Self> {
        let window = web_sys::window()?;
        window.local_storage().ok()??;
        let local = Self(());
        match local.set(PROBE, PROBE) {
            Ok(()) => {}
            Err(Fault::Full) => return Some(local),
            Err(_) => return None,
        }
        let read = local.get(PROBE).ok()?;
        local.remove(PROBE).ok()?;
        (read.as_deref() == Some(PROBE)).then_some(local)
    }
}

impl Backend for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = gloo_storage::LocalStorage::raw();
        let length = storage.length().map_err(fault)?;
        let mut names = Vec::new();
        for index in 0..length {
            names.extend(storage.key(index).map_err(fault)?);
        }
        Ok(names)
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        gloo_storage::LocalStorage::raw()
            .get_item(name)
            .map_err(fault)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        gloo_storage::LocalStorage::raw()
            .set_item(name, text)
            .map_err(fault)
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        gloo_storage::LocalStorage::raw()
            .remove_item(name)
            .map_err(fault)
    }
}

/// Engines name a full storage differently: by name, or by the old codes 22 and (Firefox) 1014.
fn fault(error: JsValue) -> Fault {
    let field = |name: &str| js_sys::Reflect::get(&error, &name.into()).unwrap_or_default();
    let name = field("name").as_string().unwrap_or_default();
    let code = field("code").as_f64();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Fault::Full,
        "SecurityError" => Fault::Denied,
        _ if code == Some(22.0) || code == Some(1014.0) => Fault::Full,
        _ => Fault::Broken(name),
    }
}
