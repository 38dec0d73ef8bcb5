//! Bytes as a text of 15 bits a character: `localStorage` counts UTF-16 units, of which base64 would use
//! six bits of sixteen.

/// The first of 2^15 characters in a row without half characters, controls or signs of JSON.
const FIRST: u32 = 0x3400;

/// One unit for each 15 bits. A last bit marks the end.
pub fn pack(bytes: &[u8]) -> String {
    let mut packed = String::with_capacity(bytes.len() * 8 / 5 + 3);
    let (mut held, mut bits) = (0_u32, 0);
    let mut push = |held: u32| packed.extend(char::from_u32(FIRST + held));
    // Behind all bytes one bit, then nothing up to the next whole character.
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            push(held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    push((held << 1 | 1) << (14 - bits));
    packed
}

/// `None` for a text that [`pack`] never makes.
pub fn unpack(packed: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(packed.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0);
    let mut chars = packed.chars().peekable();
    while let Some(char) = chars.next() {
        let value = u32::from(char)
            .checked_sub(FIRST)
            .filter(|value| *value < 1 << 15)?;
        let (value, fresh) = if chars.peek().is_some() {
            (value, 15)
        } else {
            let end = value.trailing_zeros();
            (value.checked_shr(end + 1)?, 14_u32.checked_sub(end)?)
        };
        held = held << fresh | value;
        bits += fresh;
        while bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    (bits == 0 && !packed.is_empty()).then_some(bytes)
}
