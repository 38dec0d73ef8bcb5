//! Công khai: the pledges that were adopted, to pin up or to show.

use crate::ui::{Content, View, h1, muted};

pub fn screen() -> View {
    (h1("Công khai"), muted("Màn hình này chưa xong.")).view()
}
