//! Unicode normalisation by the browser's own `String.normalize`.

use js_sys::JsString;

/// Composed form: some phones send "ê" as two code points.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    JsString::from(text).normalize("NFC").into()
}
