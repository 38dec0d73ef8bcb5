//! What is kept on the phone: keys, the storage behind a small trait, saving and recovering.
//!
//! The promise that this room answers for: what a person wrote is never lost. So it never writes
//! before the first load succeeded, never writes over a text that it could not read or that another
//! tab or a newer version wrote, reads back whatever it writes, and has no path that panics. It
//! has no clock and no randomness; times come in as arguments, RFC 3339.
//!
//! - `keys`: the names, and nowhere else
//! - `backend`: the four calls, memory; `local`: the browser's storage behind a checked gate
//! - `stored`: the form of a stored text, its check, migrations
//! - `shelf`: opening; `save`: the protocol of every write; `tabs`: following and settling
//! - `snapshot`: earlier versions, and how they give way when room runs out
//! - `aside`: texts that could not be read; `bring_back`: those of a rescue file; `whole`: restore, deletion, export of everything
//! - `room`: how much the handbooks take up, putting one away; `removed`: all off the device at once, and back
//! - `sealed`: a storage under a passcode; `locking`: how it comes to be one, and back
//! - `desk` and what begins so: the branches, on a shelf of their own, which only the desk's program
//!   comes to contain; `lean`: the form in which they have room

pub mod backend;
pub mod keys;
#[cfg(target_arch = "wasm32")]
mod local;
pub mod settings;
pub mod stored;

mod aside;
mod bring_back;
mod desk;
mod desk_commit;
mod desk_room;
mod keys_desk;
pub mod lean;
mod locking;
mod place;
mod removed;
mod room;

mod save;
mod sealed;
mod settings_desk;
mod shelf;
mod snapshot;
mod tabs;
mod trouble;
mod whole;

pub use aside::SetAside;
pub use backend::{Backend, Fault, Memory};
pub use bring_back::{BroughtBack, bring_back, is_locked_otherwise, unlocked};
pub use desk::{Damaged, DeskShelf, DeskShelved, EarlierVersion, OfYear};
pub use desk_commit::Batch;
pub use desk_room::{ROOM, ROOM_ON_APPLE, Room};
pub use keys::{Key, PASS, Stamp};
pub use keys_desk::DeskKey;
#[cfg(target_arch = "wasm32")]
pub use local::{LocalStorage, UNLOCKED};
pub use locking::{
    NotDone, away, change, finish, lock_of, looks, opens, turn_off, turn_on, unlock,
};
pub use place::Place;
pub use removed::Removed;
pub use room::{HandbookRoom, is_tight};
pub use save::Saved;
pub use sealed::{Sealed, Sealer};
pub use settings::{Settings, TextSize, Theme};
pub use settings_desk::DeskSettings;
pub use shelf::{Missing, Newer, Recoverable, Shelf, Shelved};
pub use snapshot::Snapshot;
pub use tabs::Reloaded;
pub use trouble::SaveError;
pub use whole::Deleted;
