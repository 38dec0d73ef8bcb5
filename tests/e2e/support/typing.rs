//! The ways in which Vietnamese text reaches a field: pasted or predicted at once, key by key, by
//! composition (most phones), and by Backspace and retyping (Telex programs and some keyboards).

use unicode_normalization::UnicodeNormalization;

use super::browser::Browser;

/// Word by word under composition: the word changes under the finger until the space commits it.
pub fn compose(browser: &Browser, text: &str) {
    for part in words(text) {
        if part.trim().is_empty() {
            browser.engine.keys(browser, part);
            continue;
        }
        for state in telex(part) {
            browser.engine.compose(browser, &state);
        }
        browser.engine.insert(browser, part);
    }
}

/// Key by key, with letters taken back by Backspace to be written anew with their marks.
pub fn retype(browser: &Browser, text: &str) {
    for part in words(text) {
        let mut written = String::new();
        for state in telex(part) {
            let same = written
                .chars()
                .zip(state.chars())
                .take_while(|(a, b)| a == b)
                .count();
            for _ in same..written.chars().count() {
                browser.engine.press(browser, "Backspace");
            }
            let rest: String = state.chars().skip(same).collect();
            browser.engine.keys(browser, &rest);
            written = state;
        }
    }
}

/// Words and what stands between them, in order, nothing left out.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let letter = |c: char| c.is_alphanumeric();
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        // One space or sign at a time; a run of letters together.
        let end = if letter(first) {
            rest.find(|c| !letter(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// What stands in the field after each Telex key: "tiếng" is t, ti, tie, tiê, tiên, tiêng, tiếng.
fn telex(word: &str) -> Vec<String> {
    const SHAPES: &[char] = &['\u{302}', '\u{306}', '\u{31b}'];
    let mut states = Vec::new();
    let mut written = String::new();
    let mut plain_tone = None;
    for letter in word.nfc() {
        let marks: Vec<char> = std::iter::once(letter).nfd().collect();
        let base = match letter {
            'đ' => 'd',
            'Đ' => 'D',
            _ => marks[0],
        };
        written.push(base);
        states.push(written.clone());
        let shaped = match marks.iter().find(|mark| SHAPES.contains(mark)) {
            Some(shape) => [base, *shape].into_iter().nfc().next().unwrap_or(base),
            None if base != marks[0] => letter,
            None => base,
        };
        if shaped != base {
            written.pop();
            written.push(shaped);
            states.push(written.clone());
        }
        if letter != shaped {
            plain_tone = Some((written.len() - shaped.len_utf8()..written.len(), letter));
        }
    }
    // The tone comes last, as people type it.
    if let Some((place, toned)) = plain_tone {
        written.replace_range(place, toned.encode_utf8(&mut [0; 4]));
        states.push(written);
    }
    states
}

#[test]
fn telex_goes_through_the_states_a_keyboard_shows() {
    assert_eq!(
        telex("tiếng"),
        ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"]
    );
    assert_eq!(
        telex("Đường"),
        ["D", "Đ", "Đu", "Đư", "Đưo", "Đươ", "Đươn", "Đương", "Đường"]
    );
    assert_eq!(
        words("Hồ sơ, 1/1").collect::<Vec<_>>(),
        ["Hồ", " ", "sơ", ",", " ", "1", "/", "1"]
    );
}
