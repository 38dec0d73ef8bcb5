fn main() {
    #[cfg(target_arch = "wasm32")]
    so_tay::data_app::mount();
}
