//! The worker: it says that it is there, gets one order, answers, and is ended by the page.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::serve();
}
