//! The addresses of the year's papers: all begin with `#/giay-to`, by which boot.js knows their program.

use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PapersRoute {
    /// Giấy tờ: what the year needs on paper, at a glance.
    #[default]
    Index,
    /// Lịch nhắc: the days for the phone's calendar.
    Calendar,
}

const ROOT: &str = "giay-to";

impl PapersRoute {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path.strip_prefix(ROOT)? {
            "" => Some(Self::Index),
            "/lich" => Some(Self::Calendar),
            _ => None,
        }
    }
}

/// The address: "#/giay-to/lich".
impl fmt::Display for PapersRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index => write!(f, "#/{ROOT}"),
            Self::Calendar => write!(f, "#/{ROOT}/lich"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        for route in [PapersRoute::Index, PapersRoute::Calendar] {
            let address = route.to_string();
            assert_eq!(PapersRoute::parse(&address), Some(route));
            assert_eq!(Route::parse(&address), None);
        }
        for other in ["", "#/giay", "#/giay-to-khac", "#/giay-to/khac"] {
            assert_eq!(PapersRoute::parse(other), None, "{other}");
        }
    }
}
