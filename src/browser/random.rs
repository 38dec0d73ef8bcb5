//! Randomness for identifiers and keys, from `crypto.getRandomValues` (there also on plain http, unlike
//! `randomUUID`).

use std::rc::Rc;

use crate::domain::{DocumentId, ItemId};
use crate::lock::Random;

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill(&mut bytes);
    bytes
}

/// `false` when the browser's randomness is not good enough for keys.
fn fill(bytes: &mut [u8]) -> bool {
    let crypto = leptos::prelude::window().crypto();
    let good = crypto.is_ok_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok());
    if !good {
        // No browser that runs this page lacks it; were it so, a weaker number still names a
        // document apart from the others on this phone.
        for byte in bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    good
}

/// `None` where the browser's randomness is not good enough for keys.
pub fn for_keys() -> Option<Rc<Random>> {
    fill(&mut [0]).then(|| {
        Rc::new(|bytes: &mut [u8]| {
            fill(bytes);
        }) as Rc<Random>
    })
}

pub fn document_id() -> DocumentId {
    DocumentId::new(bytes())
}

pub fn item_id() -> ItemId {
    ItemId::new(bytes())
}
