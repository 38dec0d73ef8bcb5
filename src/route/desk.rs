//! The addresses of the secretary's screens: all begin with `#/chi-bo`, by which boot.js knows that
//! they belong to the desk. Apart from [`Route`](super::Route), since the member's program has none
//! of them.

use std::fmt;

use crate::domain::branch::pack_part::PackPart;
use crate::domain::{Review, YearMonth};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DeskRoute {
    #[default]
    Overview,
    /// All parts at a glance, the year, the branches.
    Index,
    /// A first start, or one more branch.
    Start,
    Roster,
    Pack,
    /// One page of it.
    PackPart(PackPart),
    Receive,
    Registration,
    Posting,
    /// The list as it will be printed.
    PostingPaper,
    /// Without a month: the one to look at now.
    Months(Option<YearMonth>),
    /// The year as it will be printed.
    MonthsPaper,
    /// Likewise.
    Meeting(Option<YearMonth>),
    /// Sơ kết, tổng kết: what people say of their year, and what the branch concludes.
    Reviews(Review),
    Feedback,
    Commendations,
    /// Biểu đồ: the months, registration against last year.
    Pictures,
    /// The branch's reports: the two of the year, one to write, one as it will be printed.
    Reports,
    Report(Review),
    ReportPaper(Review),
    /// Take away, backup, room, archive.
    Keeping,
}

const ROOT: &str = "chi-bo";
const PAPER: &str = "in";

impl DeskRoute {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen of
    /// the desk has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        if parts.next() != Some(ROOT) {
            return None;
        }
        let month = |text: &str| text.parse().ok();
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let route = match (first, second) {
            ("", None) => Self::Overview,
            ("muc-luc", None) => Self::Index,
            ("bat-dau", None) => Self::Start,
            ("danh-sach", None) => Self::Roster,
            ("bo-chuan-muc", None) => Self::Pack,
            ("bo-chuan-muc", Some(name)) => {
                let mut parts = PackPart::ALL.into_iter();
                Self::PackPart(parts.find(|part| pack_part(*part) == name)?)
            }
            ("nhan", None) => Self::Receive,
            ("dang-ky", None) => Self::Registration,
            ("cong-khai", None) => Self::Posting,
            ("cong-khai", Some(PAPER)) => Self::PostingPaper,
            ("theo-doi", None) => Self::Months(None),
            ("theo-doi", Some(PAPER)) => Self::MonthsPaper,
            ("theo-doi", Some(text)) => Self::Months(Some(month(text)?)),
            ("sinh-hoat", None) => Self::Meeting(None),
            ("sinh-hoat", Some(text)) => Self::Meeting(Some(month(text)?)),
            ("so-ket", None) => Self::Reviews(Review::HalfYear),
            ("tong-ket", None) => Self::Reviews(Review::FullYear),
            ("nhan-xet", None) => Self::Feedback,
            ("bieu-duong", None) => Self::Commendations,
            ("bieu-do", None) => Self::Pictures,
            ("bao-cao", None) => Self::Reports,
            ("bao-cao", Some(name)) => {
                let review = Review::ALL.into_iter().find(|one| period(*one) == name)?;
                return match (third, parts.next()) {
                    (None, _) => Some(Self::Report(review)),
                    (Some(PAPER), None) => Some(Self::ReportPaper(review)),
                    _ => None,
                };
            }
            ("luu-tru", None) => Self::Keeping,
            _ => return None,
        };
        third.is_none().then_some(route)
    }

    fn path(&self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Index => "/muc-luc",
            Self::Start => "/bat-dau",
            Self::Roster => "/danh-sach",
            Self::Pack | Self::PackPart(_) => "/bo-chuan-muc",
            Self::Receive => "/nhan",
            Self::Registration => "/dang-ky",
            Self::Posting | Self::PostingPaper => "/cong-khai",
            Self::Months(_) | Self::MonthsPaper => "/theo-doi",
            Self::Meeting(_) => "/sinh-hoat",
            Self::Reviews(Review::HalfYear) => "/so-ket",
            Self::Reviews(Review::FullYear) => "/tong-ket",
            Self::Feedback => "/nhan-xet",
            Self::Commendations => "/bieu-duong",
            Self::Pictures => "/bieu-do",
            Self::Reports | Self::Report(_) | Self::ReportPaper(_) => "/bao-cao",
            Self::Keeping => "/luu-tru",
        }
    }
}

fn period(review: Review) -> &'static str {
    match review {
        Review::HalfYear => "6-thang",
        Review::FullYear => "ca-nam",
    }
}

fn pack_part(part: PackPart) -> &'static str {
    match part {
        PackPart::Standards => "chuan-muc",
        PackPart::Topics => "chuyen-de",
        PackPart::Rules => "quy-dinh",
        PackPart::Classes => "xep-loai",
        PackPart::Names => "ten-goi",
    }
}

/// The address: "#/chi-bo/theo-doi/2026-11".
impl fmt::Display for DeskRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/{ROOT}{}", self.path())?;
        match self {
            Self::Months(Some(month)) | Self::Meeting(Some(month)) => write!(f, "/{month}"),
            Self::PostingPaper | Self::MonthsPaper => write!(f, "/{PAPER}"),
            Self::PackPart(part) => write!(f, "/{}", pack_part(*part)),
            Self::Report(review) => write!(f, "/{}", period(*review)),
            Self::ReportPaper(review) => write!(f, "/{}/{PAPER}", period(*review)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let month = YearMonth::new(2026, 11);
        for route in [
            DeskRoute::Overview,
            DeskRoute::Index,
            DeskRoute::Start,
            DeskRoute::Roster,
            DeskRoute::Pack,
            DeskRoute::PackPart(PackPart::Standards),
            DeskRoute::PackPart(PackPart::Topics),
            DeskRoute::PackPart(PackPart::Rules),
            DeskRoute::PackPart(PackPart::Classes),
            DeskRoute::PackPart(PackPart::Names),
            DeskRoute::Receive,
            DeskRoute::Registration,
            DeskRoute::Posting,
            DeskRoute::PostingPaper,
            DeskRoute::MonthsPaper,
            DeskRoute::Months(None),
            DeskRoute::Months(month),
            DeskRoute::Meeting(None),
            DeskRoute::Meeting(month),
            DeskRoute::Reviews(Review::HalfYear),
            DeskRoute::Reviews(Review::FullYear),
            DeskRoute::Feedback,
            DeskRoute::Commendations,
            DeskRoute::Pictures,
            DeskRoute::Reports,
            DeskRoute::Report(Review::HalfYear),
            DeskRoute::ReportPaper(Review::FullYear),
            DeskRoute::Keeping,
        ] {
            let address = route.to_string();
            assert_eq!(
                Route::parse(&address),
                None,
                "{address} is the member's too"
            );
            assert_eq!(DeskRoute::parse(&address), Some(route));
        }
    }

    #[test]
    fn an_address_that_no_screen_of_the_desk_has_is_none() {
        for hash in [
            "",
            "#/",
            "#/chi",
            "#/chi-bo-khac",
            "#/chi-bo/khac",
            "#/chi-bo/nhan/1",
            "#/chi-bo/bo-chuan-muc/khac",
            "#/chi-bo/theo-doi/2026-13",
            "#/chi-bo/sinh-hoat/2026-11/x",
            "#/chi-bo/bao-cao/quy",
            "#/chi-bo/bao-cao/ca-nam/in/x",
        ] {
            assert_eq!(DeskRoute::parse(hash), None, "{hash}");
        }
        assert_eq!(DeskRoute::parse("chi-bo/"), Some(DeskRoute::Overview));
    }
}
