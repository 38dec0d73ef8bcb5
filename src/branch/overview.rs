//! Tổng quan: what is due for the secretary now, then the year's numbers.

use crate::desk::desk;
use crate::ui::{Content, View, eyebrow, h1};

pub fn screen() -> View {
    let name = desk().part(|branch| branch.name.clone());
    (eyebrow("Chi bộ"), h1(name)).view()
}
