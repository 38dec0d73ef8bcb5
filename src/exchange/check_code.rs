//! The check code (mã đối chiếu) of a pledge: written by hand at the foot of the paper, shown to the
//! secretary with the file, so that the two can be matched.

use sha2::{Digest, Sha256};

use super::{Nfc, find};
use crate::domain::PledgeRevision;
use crate::json::{canonical, to_value};

/// Letters and digits that no hand writes like another: no 0 O, 1 I L, 2 Z, 5 S, 6 8 B, U, Q, W.
const ALPHABET: &[u8; 20] = b"ACDEFGHJKMNPRTVXY347";

/// "ACD4-7HKP": of the words of the commitments as they were handed in. As a file's checksum it detects
/// a difference, not a forgery: 20^8 codes.
pub fn check_code(revision: &PledgeRevision, nfc: Nfc) -> String {
    let mut words = to_value(&revision.commitments);
    find::normalise(&mut words, nfc);
    let hash = Sha256::digest(canonical(&words));
    let mut number = hash
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut code = String::new();
    for place in 0..8 {
        if place == 4 {
            code.push('-');
        }
        let letter = ALPHABET[(number % 20) as usize];
        code.push(char::from(letter));
        number /= 20;
    }
    code
}
