//! Unicode normalisation by the browser's own `String.normalize`.

use js_sys::JsString;

use crate::domain::letters::is_composed;

/// Composed form: some phones send "ê" as two code points.
pub fn nfc(text: &str) -> String {
    if is_composed(text) {
        return text.to_owned();
    }
    JsString::from(text).normalize("NFC").into()
}
