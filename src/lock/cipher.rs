//! AES-256-GCM over a text and the place that it belongs to.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};

/// Bytes of a nonce.
pub const NONCE: usize = 12;
/// Random, a new one for each text: of 2^32 texts by one key, two have the same with a chance of 2^-33.
pub type Nonce = [u8; NONCE];

/// What texts are sealed with: 256 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey([u8; 32]);

impl DataKey {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Nonce, sealed text, tag. It opens for the same place only, so that texts can't be exchanged.
    pub fn seal(&self, place: &str, text: &[u8], nonce: &Nonce) -> Vec<u8> {
        let payload = Payload {
            msg: text,
            aad: place.as_bytes(),
        };
        // Fails for texts beyond 64 GB only.
        let sealed = self.cipher().encrypt(nonce.into(), payload);
        [nonce.as_slice(), &sealed.unwrap_or_default()].concat()
    }

    /// `None` when the key is another, the place is another, or a bit was changed.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        self.cipher().decrypt(nonce.into(), payload).ok()
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new((&self.0).into())
    }
}
