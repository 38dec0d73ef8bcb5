//! The browser's `localStorage`. The only file of this room that calls the browser.
//!
//! gloo panics where the storage is denied (private windows, some webviews), and there even naming
//! `window.localStorage` throws. So there is one gate, [`LocalStorage::probe`], and no other way to get a
//! [`LocalStorage`]: behind it the storage is known to be there.

use gloo_storage::Storage as _;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::backend::{Backend, Fault};
use super::keys::PROBE;

/// Where a storage that a passcode locks is found once it is unlocked: the program that has unlocked it puts
/// something there that is called as the browser's own.
pub const UNLOCKED: &str = "soTay";

pub struct LocalStorage(Storage);

impl LocalStorage {
    /// `None` where the storage is denied: then the page lives in memory and says so, loudly. It
    /// tries a real write, reading and removal. A storage that is merely full can still be read, and
    /// must be: it holds what the person wrote.
    pub fn probe() -> Option<Self> {
        let window = window()?;
        let unlocked = Reflect::get(&window, &UNLOCKED.into()).ok();
        let local = match unlocked.filter(JsValue::is_object) {
            Some(unlocked) => Self(unlocked.unchecked_into()),
            None => Self::beneath()?,
        };
        match local.set(PROBE, PROBE) {
            Ok(()) => {}
            Err(Fault::Full) => return Some(local),
            Err(_) => return None,
        }
        let read = local.get(PROBE).ok()?;
        local.remove(PROBE).ok()?;
        (read.as_deref() == Some(PROBE)).then_some(local)
    }

    /// The browser's own, beneath any lock. `None` where it is denied; it may be full.
    pub fn beneath() -> Option<Self> {
        window()?.local_storage().ok()??;
        Some(Self(gloo_storage::LocalStorage::raw()))
    }
}

impl Backend for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let length = self.0.length().map_err(fault)?;
        let mut names = Vec::new();
        for index in 0..length {
            names.extend(self.0.key(index).map_err(fault)?);
        }
        Ok(names)
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        self.0.get_item(name).map_err(fault)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        self.0.set_item(name, text).map_err(fault)
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.0.remove_item(name).map_err(fault)
    }
}

/// Engines name a full storage differently: by name, or by the old codes 22 and (Firefox) 1014.
fn fault(error: JsValue) -> Fault {
    let field = |name: &str| Reflect::get(&error, &name.into()).unwrap_or_default();
    let name = field("name").as_string().unwrap_or_default();
    let code = field("code").as_f64();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Fault::Full,
        "SecurityError" => Fault::Denied,
        _ if code == Some(22.0) || code == Some(1014.0) => Fault::Full,
        _ => Fault::Broken(name),
    }
}
