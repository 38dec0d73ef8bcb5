//! Theo dõi: people by months.

use crate::domain::YearMonth;
use crate::ui::{Content, View, h1, muted};

pub fn screen(_month: Option<YearMonth>) -> View {
    (h1("Theo dõi"), muted("Màn hình này chưa xong.")).view()
}
