//! Thin shells over the browser: what the page asks of it, one file a facility, and nothing else.
//! No rule of the handbook lives here. With `storage`, the only rooms that may call `web_sys`.

pub mod clock;
pub mod device;
pub mod dom;
pub mod events;
pub mod files;
pub mod keys;
pub mod office;
pub mod page;
pub mod pile;
pub mod random;
pub mod share;
pub mod text;
pub mod timer;
pub mod vault;
