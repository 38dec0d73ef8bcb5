//! Sổ tay làm theo: a handbook for the yearly pledge, kept on the member's own phone.

pub mod domain;
pub mod exchange;
pub mod storage;

#[cfg(target_arch = "wasm32")]
pub mod app;
