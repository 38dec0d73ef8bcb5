//! Sinh hoạt: the branch's monthly meeting.

use crate::domain::YearMonth;
use crate::ui::{Content, View, h1, muted};

pub fn screen(_month: Option<YearMonth>) -> View {
    (h1("Sinh hoạt"), muted("Màn hình này chưa xong.")).view()
}
