fn main() {
    #[cfg(target_arch = "wasm32")]
    so_tay::papers_app::mount();
}
