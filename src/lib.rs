//! Sổ tay làm theo: a handbook for the yearly pledge, kept on the member's own phone.
//!
//! Data comes in by one door (`exchange`), is understood in one room (`domain`), kept in one room
//! (`storage`), and shown by the screens (`member`), which are built from parts (`ui`) that know
//! nothing of pledges. Nothing flows back up. `book` holds the state that the screens read, and
//! the actions they call; `browser` is the only other room that calls the browser.
//!
//! The rooms that need a browser exist for WebAssembly only: rules, files and storage are tested
//! natively without them.

pub mod domain;
pub mod exchange;
pub mod route;
pub mod storage;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod book;
#[cfg(target_arch = "wasm32")]
pub mod branch;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
pub mod member;
#[cfg(target_arch = "wasm32")]
pub mod signal;
#[cfg(target_arch = "wasm32")]
pub mod ui;
