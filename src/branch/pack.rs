//! Bộ chuẩn mực: what the branch asks for this year, and its versions.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Bộ chuẩn mực"), muted("Màn hình này chưa xong.")).view()
}
