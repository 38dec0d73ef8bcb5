//! What stories are told with. A story is a closure over a [`Person`]: one phone, one host, and at
//! the end of every story the checks that hold for all of them.

pub mod axe;
pub mod browser;
pub mod clock;
pub mod find;
pub mod person;
pub mod schema;
pub mod server;
pub mod typing;
pub mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use tokio::sync::Semaphore;

pub use find::{button, checkbox, field, heading, link, radio};
pub use person::{Person, Share};

/// More than two browsers at a time make each other late on a small machine.
static PHONES: Semaphore = Semaphore::const_new(2);

/// Tells a story about the release page, starting at this moment in Việt Nam ("2026-11-03 08:00").
#[track_caller]
pub fn story(now: &str, told: impl FnOnce(&mut Person)) {
    story_of(Path::new(&browser::tool("SO_TAY_DIST")), now, told);
}

/// The same about any folder of files.
#[track_caller]
pub fn story_of(files: &Path, now: &str, told: impl FnOnce(&mut Person)) {
    let waiting = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let _phone = waiting
        .block_on(PHONES.acquire())
        .expect("phones are never taken away");
    let mut person = Person::new(files, clock::moment(now));
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| told(&mut person))) {
        person.leaves_traces();
        resume_unwind(failure);
    }
    person.leaves();
}

/// A folder beside the build's other output.
fn output(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name);
    std::fs::create_dir_all(&folder).expect("a folder for what the tests leave");
    folder
}
