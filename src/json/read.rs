//! From text to a value: RFC 8259 and nothing else, with the line and column of what is wrong.

use super::misfit::{Misfit, Unfit};
use super::value::{Object, Value, whole};

/// What JSON may be beyond well formed.
pub struct Limits<'l> {
    /// Objects and lists in one another.
    pub depth: usize,
    /// Of one list or object.
    pub entries: usize,
    /// Of one text, in characters.
    pub characters: usize,
    /// How large a number may be. `None`: of any size, and decimal too.
    pub integer: Option<i64>,
    /// Whether an object may name a key twice; the last one counts.
    pub doubled: bool,
    /// What becomes of each text, keys too.
    pub normal: &'l dyn Fn(&str) -> String,
}

/// A text that is one value, of any size.
pub fn read(text: &str) -> Result<Value, Misfit> {
    let any = Limits {
        // As many as serde_json read when this was its task.
        depth: 127,
        entries: usize::MAX,
        characters: usize::MAX,
        integer: None,
        doubled: true,
        normal: &str::to_owned,
    };
    let mut reader = Reader::new(text, &any);
    let value = reader.value()?;
    reader.space();
    match reader.next() {
        None => Ok(value),
        Some(_) => Err(reader.fail()),
    }
}

/// The value that the text begins with, and what follows it.
pub fn read_first<'t>(text: &'t str, limits: &Limits) -> Result<(Value, &'t str), Misfit> {
    let mut reader = Reader::new(text, limits);
    let value = reader.value()?;
    Ok((value, text.get(reader.at..).unwrap_or_default()))
}

struct Reader<'t, 'l> {
    text: &'t str,
    /// In bytes. Everything is decided by ASCII signs, so it never stays inside a letter.
    at: usize,
    depth: usize,
    limits: &'l Limits<'l>,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(text: &'t str, limits: &'l Limits<'l>) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            limits,
        }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_next(&self, byte: u8) -> bool {
        self.next() == Some(byte)
    }

    fn is_digit_next(&self) -> bool {
        self.next().is_some_and(|byte| byte.is_ascii_digit())
    }

    /// Steps over the sign if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let skip = self.is_next(byte);
        self.at += usize::from(skip);
        skip
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.next() {
            self.at += 1;
        }
    }

    /// What comes next cannot stand there.
    #[cold]
    #[inline(never)]
    fn fail(&self) -> Misfit {
        let bytes = self.text.as_bytes();
        let Some(before) = bytes.get(..=self.at) else {
            return Unfit::CutShort.into();
        };
        let (mut line, mut column) = (1, 0);
        for byte in before {
            column += 1;
            if *byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        Unfit::Syntax { line, column }.into()
    }

    fn value(&mut self) -> Result<Value, Misfit> {
        self.space();
        match self.next() {
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.text(),
            Some(b'n') => self.word("null", Value::Null),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Misfit> {
        for byte in word.bytes() {
            if !self.skip(byte) {
                return Err(self.fail());
            }
        }
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), Misfit> {
        if !self.is_digit_next() {
            return Err(self.fail());
        }
        while self.is_digit_next() {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Value, Misfit> {
        let start = self.at;
        self.skip(b'-');
        if self.skip(b'0') {
            if self.is_digit_next() {
                return Err(self.fail());
            }
        } else {
            self.digits()?;
        }
        let end = self.at;
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        let number = self.text.get(start..self.at).unwrap_or_default();
        if let Some(most) = self.limits.integer {
            if end < self.at || number == "-0" {
                return Err(Unfit::Decimal.into());
            }
            if whole(number).is_none_or(|number| !(-most..=most).contains(&number)) {
                return Err(Unfit::HugeNumber.into());
            }
        }
        Ok(Value::Number(number.to_owned()))
    }

    fn text(&mut self) -> Result<Value, Misfit> {
        let text = self.string()?;
        let characters = text.chars().count();
        if characters > self.limits.characters {
            return Err(Unfit::TooLong { characters }.into());
        }
        Ok(Value::Text(text))
    }

    /// Letter by letter text can differ and be the same to a person: é is one character or two. It
    /// becomes the same here, after escapes are undone: in the raw text `\n` and a combining accent
    /// would melt into another letter.
    fn string(&mut self) -> Result<String, Misfit> {
        self.at += 1;
        let mut text = String::new();
        let mut from = self.at;
        loop {
            match self.next() {
                Some(b'"') => break,
                Some(b'\\') => {
                    text.push_str(self.text.get(from..self.at).unwrap_or_default());
                    self.at += 1;
                    text.push(self.escape()?);
                    from = self.at;
                }
                None | Some(..b' ') => return Err(self.fail()),
                Some(_) => self.at += 1,
            }
        }
        text.push_str(self.text.get(from..self.at).unwrap_or_default());
        self.at += 1;
        Ok(if text.is_ascii() {
            text
        } else {
            (self.limits.normal)(&text)
        })
    }

    fn escape(&mut self) -> Result<char, Misfit> {
        let c = match self.next() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.code();
            }
            _ => return Err(self.fail()),
        };
        self.at += 1;
        Ok(c)
    }

    /// After `\u`: one letter, of one or two escapes.
    fn code(&mut self) -> Result<char, Misfit> {
        let first = self.hex()?;
        let mut code = first;
        if (0xd800..0xdc00).contains(&first) {
            for sign in [b'\\', b'u'] {
                if !self.skip(sign) {
                    return Err(self.fail());
                }
            }
            let second = self.hex()?;
            if !(0xdc00..0xe000).contains(&second) {
                return Err(self.fail_before());
            }
            code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        }
        char::from_u32(code).ok_or_else(|| self.fail_before())
    }

    fn hex(&mut self) -> Result<u32, Misfit> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        let Some(digits) = digits else {
            return Err(Unfit::CutShort.into());
        };
        self.at += 4;
        let mut code = 0;
        for digit in digits {
            let Some(digit) = char::from(*digit).to_digit(16) else {
                return Err(self.fail_before());
            };
            code = code << 4 | digit;
        }
        Ok(code)
    }

    /// What was just read cannot stand there.
    fn fail_before(&mut self) -> Misfit {
        self.at -= 1;
        self.fail()
    }

    fn list(&mut self) -> Result<Value, Misfit> {
        self.deeper()?;
        let mut list = Vec::new();
        while self.more(b']', list.is_empty())? {
            let item = self.value().map_err(|misfit| misfit.in_list(list.len()))?;
            self.count(list.len())?;
            list.push(item);
        }
        self.depth -= 1;
        Ok(Value::List(list))
    }

    fn object(&mut self) -> Result<Value, Misfit> {
        self.deeper()?;
        let mut object = Object::default();
        let mut first = true;
        while self.more(b'}', first)? {
            first = false;
            if !self.is_next(b'"') {
                return Err(self.fail());
            }
            let key = self.string()?;
            self.count(object.len())?;
            if !self.limits.doubled && object.contains(&key) {
                return Err(Misfit::from(Unfit::DoubledKey).under(&key));
            }
            self.space();
            if !self.skip(b':') {
                return Err(self.fail());
            }
            let value = self.value().map_err(|misfit| misfit.under(&key))?;
            object.insert(key, value);
        }
        self.depth -= 1;
        Ok(Value::Object(object))
    }

    fn deeper(&mut self) -> Result<(), Misfit> {
        self.at += 1;
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(Unfit::TooDeep.into());
        }
        Ok(())
    }

    fn count(&self, length: usize) -> Result<(), Misfit> {
        let most = self.limits.entries;
        if length >= most {
            return Err(Unfit::TooMany { most }.into());
        }
        Ok(())
    }

    /// Whether another entry comes; otherwise the list or object is over.
    fn more(&mut self, end: u8, first: bool) -> Result<bool, Misfit> {
        self.space();
        if self.skip(end) {
            return Ok(false);
        }
        if !first {
            if !self.skip(b',') {
                return Err(self.fail());
            }
            self.space();
            if self.is_next(end) {
                return Err(self.fail());
            }
        }
        Ok(true)
    }
}
