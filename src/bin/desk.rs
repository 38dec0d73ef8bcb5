fn main() {
    #[cfg(target_arch = "wasm32")]
    so_tay::desk_app::mount();
}
