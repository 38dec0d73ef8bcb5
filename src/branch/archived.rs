//! A year that was put away into a file: what counts people's dossiers would count nothing.

use crate::desk::Desk;
use crate::route::DeskRoute;
use crate::ui::{El, Kind, link, notice, p};

/// In place of a screen's content; `None` while the year is here.
pub fn archived(desk: Desk, year: i32) -> Option<El> {
    let is_away = desk.peek(|branch| branch.is_archived(year));
    is_away.then(|| {
        let words = format!(
            "Hồ sơ năm {year} đã cất vào tệp lưu trữ, không còn trên máy này. Mở lại tệp ấy ở “Lưu trữ” thì mới xem được."
        );
        let to = link("button-quiet", &DeskRoute::Keeping, "Lưu trữ");
        notice(Kind::Plain, (p(words), to))
    })
}
