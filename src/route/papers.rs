//! The addresses of the year's papers and of the guide. boot.js knows their program by the first word.

use std::fmt;

use crate::domain::Review;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PapersRoute {
    /// Giấy tờ: what the year needs on paper, at a glance.
    #[default]
    Index,
    /// Lịch nhắc: the days for the phone's calendar.
    Calendar,
    /// Năm qua hình: the levels of each commitment by month.
    Pictures,
    /// The index of the sample handbook, which lives in memory only and is opened anew by this address.
    Sample,
    /// Sơ kết 6 tháng, tổng kết năm: to be written.
    Review(Review),
    /// The same as it goes on paper.
    ReviewPaper(Review),
    /// The pledge as it goes on paper.
    PledgePaper,
    /// Chép tay: the pledge in large lines to write from.
    Copy,
    /// Việc tốt: the diary.
    Deeds,
    /// Hướng dẫn, for someone with a handbook and for the branch secretary. Needs no handbook.
    MemberGuide,
    SecretaryGuide,
}

const ALL: [(PapersRoute, &str); 13] = [
    (PapersRoute::Index, "giay-to"),
    (PapersRoute::Calendar, "giay-to/lich"),
    (PapersRoute::Pictures, "giay-to/hinh"),
    (PapersRoute::Sample, "giay-to/xem-thu"),
    (PapersRoute::Review(Review::HalfYear), "giay-to/so-ket"),
    (PapersRoute::Review(Review::FullYear), "giay-to/tong-ket"),
    (
        PapersRoute::ReviewPaper(Review::HalfYear),
        "giay-to/so-ket/in",
    ),
    (
        PapersRoute::ReviewPaper(Review::FullYear),
        "giay-to/tong-ket/in",
    ),
    (PapersRoute::PledgePaper, "giay-to/dang-ky"),
    (PapersRoute::Copy, "giay-to/chep-tay"),
    (PapersRoute::Deeds, "giay-to/viec-tot"),
    (PapersRoute::MemberGuide, "huong-dan"),
    (PapersRoute::SecretaryGuide, "huong-dan/bi-thu"),
];

impl PapersRoute {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let found = ALL.into_iter().find(|(_, one)| *one == path);
        found.map(|(route, _)| route)
    }
}

/// The address: "#/giay-to/lich".
impl fmt::Display for PapersRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = ALL.iter().find(|(route, _)| route == self);
        write!(f, "#/{}", found.map_or("", |(_, path)| path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        for (route, _) in ALL {
            let address = route.to_string();
            assert_eq!(PapersRoute::parse(&address), Some(route));
            assert_eq!(Route::parse(&address), None);
        }
        for other in ["", "#/giay", "#/giay-to-khac", "#/giay-to/khac"] {
            assert_eq!(PapersRoute::parse(other), None, "{other}");
        }
    }
}
