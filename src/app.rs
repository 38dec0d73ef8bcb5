use leptos::prelude::*;
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"Sổ tay làm theo"</h1></main> });
}
