//! The passcode's lock: a key from a code, texts sealed by a key, and the record that holds the one
//! behind the other. All cryptography is RustCrypto's (`argon2`, `aes-gcm`); nothing of it is made here.
//!
//! Texts are sealed with a random data key (AES-256-GCM); the record holds that key, sealed with a key
//! that Argon2id makes of the code. So a new code seals one key anew and no text. What is random is
//! handed in: this room is pure, as rules and files are. It knows no storage and no file.

mod cipher;
mod code;
mod packed;
mod record;

pub use cipher::{DataKey, NONCE, Nonce};
pub use code::{Cost, SALT, Salt, key_of_code};
pub use packed::{pack, unpack};
pub use record::{Away, Lock, Random};

/// The fewest characters of a code.
pub const SHORTEST_CODE: usize = 6;
