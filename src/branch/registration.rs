//! Đăng ký: who has registered, and who has not yet.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Đăng ký"), muted("Màn hình này chưa xong.")).view()
}
