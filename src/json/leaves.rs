//! What records are made of: texts, numbers, yes or no, and lists of any of our types.

use super::InFiles;
use super::misfit::{Misfit, Sort, Unfit};
use super::value::{Object, Value};

impl InFiles for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        match value {
            Value::Text(text) => *self = std::mem::take(text),
            _ => return Err(Unfit::Not(Sort::Text).into()),
        }
        Ok(())
    }

    fn write(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl InFiles for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        match value {
            Value::Bool(on) => *self = *on,
            _ => return Err(Unfit::Not(Sort::Bool).into()),
        }
        Ok(())
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

fn integer(value: &Value) -> Result<i64, Misfit> {
    value
        .as_integer()
        .ok_or_else(|| Unfit::Not(Sort::Integer).into())
}

macro_rules! integers {
    ($($type:ty)*) => {
        $(impl InFiles for $type {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
                *self = Self::try_from(integer(value)?).map_err(|_| Unfit::Range)?;
                Ok(())
            }

            fn write(&self) -> Value {
                Value::from(i64::from(*self))
            }
        })*
    };
}
integers!(i32 u8 u32);

impl<T: InFiles> InFiles for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        match value {
            Value::Null => {
                *self = None;
                Ok(())
            }
            _ => self.insert(T::blank()).read(value),
        }
    }

    fn write(&self) -> Value {
        self.as_ref().map(T::write).unwrap_or_default()
    }
}

/// A list of whatever it is.
trait List {
    fn clear(&mut self);
    fn add(&mut self) -> Option<&mut dyn InFiles>;
    fn item(&self, index: usize) -> Option<&dyn InFiles>;
}

impl<T: InFiles> List for Vec<T> {
    fn clear(&mut self) {
        self.clear();
    }

    fn add(&mut self) -> Option<&mut dyn InFiles> {
        self.push(T::blank());
        self.last_mut().map(|item| item as &mut dyn InFiles)
    }

    fn item(&self, index: usize) -> Option<&dyn InFiles> {
        self.get(index).map(|item| item as &dyn InFiles)
    }
}

fn read_list(list: &mut dyn List, value: &mut Value) -> Result<(), Misfit> {
    let Value::List(items) = value else {
        return Err(Unfit::Not(Sort::List).into());
    };
    list.clear();
    for (index, item) in items.iter_mut().enumerate() {
        if let Some(place) = list.add() {
            place.read(item).map_err(|misfit| misfit.in_list(index))?;
        }
    }
    Ok(())
}

fn write_list(list: &dyn List) -> Value {
    let mut items = Vec::new();
    while let Some(item) = list.item(items.len()) {
        items.push(item.write());
    }
    Value::List(items)
}

impl<T: InFiles> InFiles for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        read_list(self, value)
    }

    fn write(&self) -> Value {
        write_list(self)
    }
}

/// A map of whatever it is, with keys that are texts.
pub trait Entries {
    fn clear(&mut self);
    fn add(&mut self, key: &mut Value, value: &mut Value) -> Result<(), Misfit>;
    fn entry(&self, index: usize) -> Option<(&dyn InFiles, &dyn InFiles)>;
}

pub fn read_entries(entries: &mut dyn Entries, value: &mut Value) -> Result<(), Misfit> {
    let Value::Object(object) = value else {
        return Err(Unfit::Not(Sort::Object).into());
    };
    entries.clear();
    for (key, value) in object.entries_mut() {
        entries
            .add(&mut Value::from(key.as_str()), value)
            .map_err(|misfit| misfit.under(key))?;
    }
    Ok(())
}

pub fn write_entries(entries: &dyn Entries) -> Value {
    let mut object = Object::default();
    let mut index = 0;
    while let Some((key, value)) = entries.entry(index) {
        if let Value::Text(key) = key.write() {
            object.insert(key, value.write());
        }
        index += 1;
    }
    Value::Object(object)
}
