//! From a value to text: one writer for the checksum, the storage and people.

use super::value::Value;

/// RFC 8785: no white space, keys sorted by UTF-16. Our values hold no decimals, so a number is
/// its digits.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, None, &mut out);
    out
}

/// An object with its keys in the order given, everything inside it sorted, for people to read.
pub fn pretty_object(entries: &[(&str, Value)]) -> String {
    let mut out = String::new();
    out.push('{');
    for (index, (key, value)) in entries.iter().enumerate() {
        write_entry(index, key, value, Some(0), &mut out);
    }
    close(entries.is_empty(), Some(0), '}', &mut out);
    out.push('\n');
    out
}

/// `indent` is the level in a text laid out in lines; `None`: all in one.
fn write(value: &Value, indent: Option<usize>, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => write_text(text, out),
        Value::List(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                separate(index, indent, out);
                write(item, indent.map(|level| level + 1), out);
            }
            close(list.is_empty(), indent, ']', out);
        }
        Value::Object(object) => {
            out.push('{');
            for (index, (key, value)) in object.entries().iter().enumerate() {
                write_entry(index, key, value, indent, out);
            }
            close(object.is_empty(), indent, '}', out);
        }
    }
}

fn write_entry(index: usize, key: &str, value: &Value, indent: Option<usize>, out: &mut String) {
    separate(index, indent, out);
    write_text(key, out);
    out.push_str(if indent.is_some() { ": " } else { ":" });
    write(value, indent.map(|level| level + 1), out);
}

fn separate(index: usize, indent: Option<usize>, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    line(indent.map(|level| level + 1), out);
}

fn close(empty: bool, indent: Option<usize>, bracket: char, out: &mut String) {
    if !empty {
        line(indent, out);
    }
    out.push(bracket);
}

fn line(indent: Option<usize>, out: &mut String) {
    if let Some(level) = indent {
        out.push('\n');
        for _ in 0..level {
            out.push_str("  ");
        }
    }
}

/// The escapes of RFC 8785, and no others.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        let escaped = match c {
            '"' | '\\' => c,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            ..' ' => {
                let (high, low) = (u32::from(c) / 16, u32::from(c) % 16);
                out.push_str("\\u00");
                out.extend([high, low].map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
                continue;
            }
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push('\\');
        out.push(escaped);
    }
    out.push('"');
}
