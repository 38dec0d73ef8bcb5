//! Changes to a file's JSON that leave it JSON: another type, another place, one too many.

use serde_json::{Map, Value, json};

use crate::odd;
use crate::rng::Rng;

/// Changes something somewhere in the value; `donor` is another file.
pub fn change(value: &mut Value, donor: &Value, rng: &mut Rng) {
    let deeper = match value {
        Value::Array(list) if !list.is_empty() && !rng.one_in(6) => {
            let index = rng.below(list.len());
            list.get_mut(index)
        }
        Value::Object(object) if !object.is_empty() && !rng.one_in(6) => {
            let index = rng.below(object.len());
            object.values_mut().nth(index)
        }
        _ => None,
    };
    match deeper {
        Some(deeper) => change(deeper, donor, rng),
        None => here(value, donor, rng),
    }
}

fn here(value: &mut Value, donor: &Value, rng: &mut Rng) {
    match value {
        Value::Array(list) => match rng.below(7) {
            0 => list.clear(),
            1 if !list.is_empty() => drop(list.remove(rng.below(list.len()))),
            2 if !list.is_empty() => list.push(list[rng.below(list.len())].clone()),
            3 => list.reverse(),
            4 => list.push(odd(donor, rng)),
            5 if rng.one_in(8) => *list = vec![json!(0); 1001],
            _ => *value = odd(donor, rng),
        },
        Value::Object(object) => match rng.below(6) {
            0 if !object.is_empty() => {
                let key = any_key(object, rng);
                object.remove(&key);
            }
            1 if !object.is_empty() => {
                let key = any_key(object, rng);
                let moved = object.remove(&key).unwrap_or_default();
                object.insert(new_key(rng), moved);
            }
            2 | 3 => drop(object.insert(new_key(rng), odd(donor, rng))),
            4 if !object.is_empty() => {
                let (one, other) = (any_key(object, rng), any_key(object, rng));
                let copy = object[&one].clone();
                object.insert(other, copy);
            }
            _ => *value = odd(donor, rng),
        },
        Value::String(text) => match rng.below(6) {
            0 => text.push_str(odd::text(rng)),
            1 => *text = text.chars().rev().collect(),
            2 => *text = text.chars().skip(1).collect(),
            3 => *text = odd::text(rng).to_owned(),
            4 if rng.one_in(8) => *text = "ế".repeat(3999 + rng.below(3)),
            _ => *value = odd(donor, rng),
        },
        Value::Number(number) if rng.one_in(2) => {
            let near = number.as_i64().unwrap_or_default();
            *value = near.saturating_add(rng.below(5) as i64 - 2).into();
        }
        _ => *value = odd(donor, rng),
    }
}

fn any_key(object: &Map<String, Value>, rng: &mut Rng) -> String {
    let key = object.keys().nth(rng.below(object.len()));
    key.cloned().unwrap_or_default()
}

/// One that some file has, or that none has.
fn new_key(rng: &mut Rng) -> String {
    const KNOWN: &[&str] = &[
        "id", "year", "name", "on", "words", "own", "adopted", "posted", "2012-03", "2013-01",
        "viec-1", "person", "value", "revision",
    ];
    let key = if rng.one_in(2) {
        KNOWN[rng.below(KNOWN.len())]
    } else {
        odd::text(rng)
    };
    key.to_owned()
}

fn odd(donor: &Value, rng: &mut Rng) -> Value {
    match rng.below(11) {
        0 => Value::Null,
        1 => rng.one_in(2).into(),
        2 => (*rng.pick(odd::NUMBERS)).into(),
        3 | 4 => odd::text(rng).into(),
        5 => json!([]),
        6 => json!({}),
        7 => json!({ odd::text(rng): *rng.pick(odd::NUMBERS) }),
        8 => raw(rng),
        9 => deep(rng),
        _ => part_of(donor, rng).clone(),
    }
}

fn part_of<'v>(value: &'v Value, rng: &mut Rng) -> &'v Value {
    let deeper = match value {
        Value::Array(list) if !list.is_empty() => list.get(rng.below(list.len())),
        Value::Object(object) if !object.is_empty() => {
            let index = rng.below(object.len());
            object.values().nth(index)
        }
        _ => None,
    };
    match deeper {
        Some(deeper) if !rng.one_in(3) => part_of(deeper, rng),
        _ => value,
    }
}

fn deep(rng: &mut Rng) -> Value {
    let mut value = Value::Null;
    for _ in 0..rng.below(40) {
        value = if rng.one_in(2) {
            json!([value])
        } else {
            json!({ "a": value })
        };
    }
    value
}

/// Stands for something that is no value; [`written`] puts it in.
fn raw(rng: &mut Rng) -> Value {
    format!("\u{e000}{}\u{e000}", rng.below(odd::RAW.len())).into()
}

/// The value as a text, and whether something raw is in it.
pub fn written(value: &Value, rng: &mut Rng) -> (String, bool) {
    let text = if rng.one_in(3) {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    let mut text = text.expect("JSON");
    if !text.contains("\"\u{e000}") {
        return (text, false);
    }
    for (number, raw) in odd::RAW.iter().enumerate() {
        text = text.replace(&format!("\"\u{e000}{number}\u{e000}\""), raw);
    }
    (text, true)
}
