//! Lưu trữ: take away, backup, room, archive.

use super::tables::tables;
use crate::ui::{Content, View, h1};

pub fn screen() -> View {
    (h1("Lưu trữ"), tables()).view()
}
