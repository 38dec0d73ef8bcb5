//! Sổ tay làm theo: a handbook for the yearly pledge, kept on the member's own phone.
//!
//! Data comes in by one door (`exchange`), is understood in one room (`domain`), kept in one room
//! (`storage`), and shown by the screens, which are built from parts (`ui`) that know nothing of
//! pledges. Nothing flows back up; `browser` is the only other room that calls the browser.
//!
//! There are several programs on one page. The member's handbook: `app` is its root, `book` the state that
//! its screens (`member`) read and the actions they call. What a member opens seldom is apart, with the
//! same book: `data_app` and `data`, `papers_app` and `papers`. The secretary's desk: `desk_app`, `desk`,
//! `branch`, and nothing of it is in the member's programs. All begin by `root` and stand in `frame`.
//!
//! The rooms that need a browser exist for WebAssembly only: rules, files and storage are tested
//! natively without them.

pub mod domain;
pub mod exchange;
pub mod json;
pub mod lock;
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
pub mod coded;
#[cfg(target_arch = "wasm32")]
pub mod data;
#[cfg(target_arch = "wasm32")]
pub mod data_app;
#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
pub mod desk_app;
#[cfg(target_arch = "wasm32")]
pub mod frame;
#[cfg(target_arch = "wasm32")]
pub mod member;
#[cfg(target_arch = "wasm32")]
pub mod one;
#[cfg(target_arch = "wasm32")]
pub mod papers;
#[cfg(target_arch = "wasm32")]
pub mod papers_app;
#[cfg(target_arch = "wasm32")]
pub mod root;
#[cfg(target_arch = "wasm32")]
pub mod signal;
#[cfg(target_arch = "wasm32")]
pub mod ui;
