//! From a code to a key, slowly on purpose: Argon2id.

use argon2::{Algorithm, Argon2, Params, Version};
use so_tay_derive::in_files;

use super::DataKey;

/// Bytes of a salt.
pub const SALT: usize = 16;
/// Random, a new one for each code.
pub type Salt = [u8; SALT];

/// How much work a guess is. It stands beside what it guards, so that a later version may ask for more.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// OWASP's Password Storage Cheat Sheet: 19 MiB of memory, two passes, one lane.
    pub const NOW: Self = Self {
        memory_kib: 19_456,
        passes: 2,
        lanes: 1,
    };

    /// A record may come from a stranger: no phone shall be kept busy for minutes.
    fn params(self) -> Option<Params> {
        let bearable = self.memory_kib <= 131_072
            && (1..=16).contains(&self.passes)
            && (1..=4).contains(&self.lanes);
        let params = || Params::new(self.memory_kib, self.passes, self.lanes, Some(32));
        bearable.then(params)?.ok()
    }
}

/// The code as composed text (NFC). `None` when the cost is none that a device would bear.
pub fn key_of_code(code: &str, salt: &[u8], cost: Cost) -> Option<DataKey> {
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params()?);
    let mut key = [0; 32];
    argon
        .hash_password_into(code.as_bytes(), salt, &mut key)
        .ok()?;
    Some(DataKey::new(key))
}
