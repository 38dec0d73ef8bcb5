//! Biểu dương: commendations by level and kind.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Biểu dương"), muted("Màn hình này chưa xong.")).view()
}
