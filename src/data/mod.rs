//! Dữ liệu của tôi: the screens about what is kept on this device and how it is guarded.

use crate::route::DataRoute;
use crate::ui::View;

mod about;
mod backup;
mod earlier;
mod erase;
mod kept;
mod lock;
mod lock_off;
mod lock_on;
mod rescue;
mod restore;
mod room;
pub mod unlock;

/// The screen's name in the browser's history and for screen readers.
pub fn title(route: &DataRoute) -> &'static str {
    match route {
        DataRoute::Kept => "Dữ liệu của tôi",
        DataRoute::Restore => "Khôi phục",
        DataRoute::Lock => "Khóa sổ tay",
        DataRoute::Erase => "Xóa tất cả",
        DataRoute::Rescue => "Mở tệp cứu hộ",
        DataRoute::About => "Giới thiệu",
    }
}

pub fn screen(route: DataRoute) -> View {
    match route {
        DataRoute::Kept => kept::screen(),
        DataRoute::Restore => restore::screen(),
        DataRoute::Lock => lock::screen(),
        DataRoute::Erase => erase::screen(),
        DataRoute::Rescue => rescue::screen(),
        DataRoute::About => about::screen(),
    }
}
