//! Bringing payloads of older versions up to date, one version at a time.
//!
//! A change that an older reader would misunderstand raises the kind's version and adds one step
//! here, together with a frozen example of the version it starts from in `tests/golden/`. A step
//! sees plain JSON, never today's types, which may have moved on since; it comes after the
//! checksum, which is of the payload as it was written. A key added with a default needs no step.

use super::{Kind, Problem};
use crate::json::Value;

/// From one version to the next.
pub type Step = fn(Value) -> Result<Value, Problem>;

/// The steps of a kind: the first starts from version 1. None yet: every kind is at version 1.
fn steps(kind: Kind) -> &'static [Step] {
    match kind {
        Kind::Pack
        | Kind::Handover
        | Kind::Feedback
        | Kind::BranchReport
        | Kind::Backup
        | Kind::BranchBackup => &[],
    }
}

/// The version that is written today, and the newest that can be read.
pub fn current(kind: Kind) -> u32 {
    steps(kind).len() as u32 + 1
}

/// The payload of that version, 1 to [`current`], as it would be written today.
pub fn migrate(kind: Kind, version: u32, payload: Value) -> Result<Value, Problem> {
    run(steps(kind), version, payload)
}

fn run(steps: &[Step], version: u32, payload: Value) -> Result<Value, Problem> {
    steps
        .iter()
        .skip(version.saturating_sub(1) as usize)
        .try_fold(payload, |payload, step| step(payload))
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::json::{Object, Value};

    fn entry(key: &str, value: i64) -> Value {
        let mut object = Object::default();
        object.insert(key.to_owned(), value.into());
        Value::Object(object)
    }

    fn of(payload: &Value, key: &str) -> i64 {
        let Value::Object(object) = payload else {
            return 0;
        };
        let value = object.get(key).and_then(Value::as_integer);
        value.unwrap_or_default()
    }

    #[test]
    fn steps_run_in_order_from_the_files_version() {
        let rename = |payload: Value| Ok(entry("b", of(&payload, "a")));
        let double = |payload: Value| Ok(entry("b", of(&payload, "b") * 2));
        let all = |version, payload| run(&[rename, double], version, payload);
        assert_eq!(all(1, entry("a", 4)), Ok(entry("b", 8)));
        assert_eq!(all(2, entry("b", 4)), Ok(entry("b", 8)));
        assert_eq!(all(3, entry("b", 4)), Ok(entry("b", 4)));
    }
}
