//! Sổ tay làm theo: a handbook for the yearly pledge, kept on the member's own phone.

pub mod domain;

#[cfg(target_arch = "wasm32")]
pub mod app;
