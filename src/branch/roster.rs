//! Danh sách: who belongs to the branch.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Danh sách"), muted("Màn hình này chưa xong.")).view()
}
