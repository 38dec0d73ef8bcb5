//! A file inside a file that only a code opens: `docs/sealed.md` describes it. What it guards is a backup, a
//! person's or a branch's, whole as it would have been saved.

use base64ct::{Base64, Encoding};

use super::problem::{Problem, What};
use super::{find, rules, text};
use crate::json::{Limits, Object, Unfit, Value, from_value, pretty_object, read_first, to_value};
use crate::lock::{Away, DataKey, Lock, NONCE, Random};

/// `format` of the file, and what the text in it is bound to.
pub(super) const FORMAT: &str = "so-tay/sealed";

/// The largest file taken in, in bytes: the largest backup, in base64, and the rest.
pub const MAX_SEALED_BYTES: usize = rules::MAX_BRANCH_BACKUP_BYTES / 3 * 4 + 4096;

/// A file that was recognised; what is in it nobody knows yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFile {
    lock: Lock,
    sealed: Vec<u8>,
}

/// `None` when the device can't make a key of the code. `exported_at` is RFC 3339.
pub fn seal_file(file: &str, code: &str, exported_at: &str, random: &Random) -> Option<String> {
    let mut key = [0; 32];
    random(&mut key);
    let key = DataKey::new(key);
    let mut nonce = [0; NONCE];
    random(&mut nonce);
    let lock = Lock::new(code, &key, Away::default(), random)?;
    let sealed = key.seal(FORMAT, file.as_bytes(), &nonce);
    Some(pretty_object(&[
        ("format", FORMAT.into()),
        ("version", 1_i64.into()),
        ("exported_at", exported_at.into()),
        ("lock", to_value(&lock)),
        ("sealed", Base64::encode_string(&sealed).as_str().into()),
    ]))
}

/// Whether these bytes want to be such a file; then [`open_sealed`] says whether they are one.
pub fn is_sealed(bytes: &[u8]) -> bool {
    text::decode(bytes).is_ok_and(|text| find::mentions(text.as_bytes(), b"\"so-tay/sealed\""))
}

/// Takes a file whole or not at all; no code is needed yet.
pub fn open_sealed(bytes: &[u8]) -> Result<SealedFile, Problem> {
    if bytes.len() > MAX_SEALED_BYTES {
        return Err(super::too_large(bytes.len(), MAX_SEALED_BYTES));
    }
    let text = text::decode(bytes)?;
    let mut file = whole(&text)?;
    match file.get("version").and_then(Value::as_count) {
        Some(1) => {}
        Some(version @ 2..) => {
            return Err(What::Newer {
                version,
                current: 1,
            }
            .into());
        }
        _ => return Err(What::Counting.at("version")),
    }
    let lock = file.remove("lock").unwrap_or(Value::Null);
    let lock = from_value(lock).map_err(|misfit| Problem::from(misfit).under("lock"))?;
    let sealed = file.get("sealed").and_then(Value::as_text);
    let sealed = sealed.and_then(|text| Base64::decode_vec(text).ok());
    let sealed = sealed.ok_or_else(|| What::Json(Unfit::Missing).at("sealed"))?;
    Ok(SealedFile { lock, sealed })
}

fn whole(text: &str) -> Result<Object, Problem> {
    let limits = Limits {
        depth: 4,
        entries: 64,
        characters: MAX_SEALED_BYTES,
        integer: Some(rules::MAX_INTEGER),
        doubled: false,
        normal: &str::to_owned,
    };
    let begins = text.find('{').and_then(|at| text.get(at..));
    let format = |file: &Object| file.get("format").and_then(Value::as_text) == Some(FORMAT);
    match begins.map(|text| read_first(text, &limits)) {
        Some(Ok((Value::Object(file), _))) if format(&file) => Ok(file),
        Some(Err(misfit)) if find::mentions_us(text.as_bytes()) => Err(misfit.into()),
        _ => Err(What::NotOurs.into()),
    }
}

impl SealedFile {
    /// The file inside. `None` for another code, and for one that was changed on its way.
    pub fn open(&self, code: &str) -> Option<String> {
        let key = self.lock.open(code)?;
        String::from_utf8(key.open(FORMAT, &self.sealed)?).ok()
    }
}
