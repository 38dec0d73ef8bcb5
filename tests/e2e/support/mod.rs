//! What stories are told with. A story is a closure over a [`Person`]: one phone, one host, and at
//! the end of every story the checks that hold for all of them.

pub mod axe;
pub mod browser;
pub mod chromium;
pub mod clock;
pub mod engine;
pub mod find;
pub mod firefox;
pub mod lacks;
pub mod person;
pub mod phone;
pub mod schema;
pub mod secretary;
pub mod server;
pub mod standard;
pub mod typing;
pub mod watch;
pub mod webkit;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use tokio::sync::Semaphore;

pub use find::{button, checkbox, field, heading, link, radio};
pub use person::{Person, Share};

/// More than two busy browsers at a time make each other late on a small machine.
const AT_ONCE: usize = 2;
static PHONES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Tells a story about the release page, starting at this moment in Việt Nam ("2026-11-03 08:00").
#[track_caller]
pub fn story(now: &str, told: impl FnOnce(&mut Person)) {
    story_of(Path::new(&browser::tool("SO_TAY_DIST")), now, told);
}

/// The same about any folder of files.
#[track_caller]
pub fn story_of(files: &Path, now: &str, told: impl FnOnce(&mut Person)) {
    tell(files, now, 1, |people| told(&mut people[0]));
}

/// A story of several people about the release page, each with a phone and a browser profile of
/// their own.
#[track_caller]
pub fn story_of_several<const N: usize>(now: &str, told: impl FnOnce([&mut Person; N])) {
    let files = browser::tool("SO_TAY_DIST");
    tell(Path::new(&files), now, N, |people| {
        let people: Vec<&mut Person> = people.iter_mut().collect();
        told(people.try_into().ok().expect("so many people"));
    });
}

#[track_caller]
fn tell(files: &Path, now: &str, number: usize, told: impl FnOnce(&mut [Person])) {
    if let Some(why) = lacks::reason(engine::engine().name()) {
        return lacks::skips(why);
    }
    let waiting = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    // Of several people one acts at a time.
    let phones = number.min(AT_ONCE).try_into().expect("a few");
    let _phones = waiting
        .block_on(PHONES.acquire_many(phones))
        .expect("phones are never taken away");
    let now = clock::moment(now);
    let mut people: Vec<_> = (0..number).map(|_| Person::new(files, now)).collect();
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| told(&mut people))) {
        for (number, person) in people.iter_mut().enumerate() {
            person.leaves_traces(number);
        }
        resume_unwind(failure);
    }
    for person in people {
        person.leaves();
    }
}

/// A folder beside the build's other output.
fn output(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name);
    std::fs::create_dir_all(&folder).expect("a folder for what the tests leave");
    folder
}
