//! The record of a lock: what turns a code into the data key.

use base64ct::{Base64, Encoding};
use so_tay_derive::in_files;

use super::{Cost, DataKey, NONCE, Nonce, SALT, Salt, key_of_code};
use crate::json::{canonical, from_value, read, to_value};

/// What the sealed data key is bound to.
const PLACE: &str = "data key";
const VERSION: u32 = 1;

/// Fills with random bytes.
pub type Random = dyn Fn(&mut [u8]);

/// When the page locks itself after it was left.
#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Away {
    OneMinute,
    #[default]
    FiveMinutes,
    FifteenMinutes,
    /// Only when it was closed or loaded anew.
    WhenClosed,
}

impl Away {
    pub const ALL: [Self; 4] = [
        Self::OneMinute,
        Self::FiveMinutes,
        Self::FifteenMinutes,
        Self::WhenClosed,
    ];

    pub fn minutes(self) -> Option<u32> {
        match self {
            Self::OneMinute => Some(1),
            Self::FiveMinutes => Some(5),
            Self::FifteenMinutes => Some(15),
            Self::WhenClosed => None,
        }
    }
}

/// It says nothing of what is locked. Stored as JSON; bytes in base64.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    version: u32,
    /// Of Argon2id.
    cost: Cost,
    salt: String,
    /// The data key, sealed with the code's.
    key: String,
    #[serde(default)]
    pub away: Away,
}

impl Lock {
    /// With this code. `None` when the code's key could not be made.
    pub fn new(code: &str, key: &DataKey, away: Away, random: &Random) -> Option<Self> {
        Self::with_cost(Cost::NOW, code, key, away, random)
    }

    /// For tests, which lock many thousand times.
    pub fn with_cost(
        cost: Cost,
        code: &str,
        key: &DataKey,
        away: Away,
        random: &Random,
    ) -> Option<Self> {
        let mut salt: Salt = [0; SALT];
        random(&mut salt);
        let mut nonce: Nonce = [0; NONCE];
        random(&mut nonce);
        let sealed = key_of_code(code, &salt, cost)?.seal(PLACE, key.bytes(), &nonce);
        Some(Self {
            version: VERSION,
            cost,
            salt: Base64::encode_string(&salt),
            key: Base64::encode_string(&sealed),
            away,
        })
    }

    /// The data key; `None` for another code.
    pub fn open(&self, code: &str) -> Option<DataKey> {
        let salt = Base64::decode_vec(&self.salt).ok()?;
        let sealed = Base64::decode_vec(&self.key).ok()?;
        let key = key_of_code(code, &salt, self.cost)?.open(PLACE, &sealed)?;
        Some(DataKey::new(key.try_into().ok()?))
    }

    pub fn text(&self) -> String {
        canonical(&to_value(self))
    }

    /// `None` for what is none, or of a later version.
    pub fn parse(text: &str) -> Option<Self> {
        let lock: Self = from_value(read(text).ok()?).ok()?;
        (lock.version == VERSION).then_some(lock)
    }
}
