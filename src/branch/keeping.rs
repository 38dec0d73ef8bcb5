//! Lưu trữ: take away, backup, room, archive.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Lưu trữ"), muted("Màn hình này chưa xong.")).view()
}
