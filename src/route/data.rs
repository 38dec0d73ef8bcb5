//! The addresses of the screens about what is kept. boot.js knows their program by the first word.

use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DataRoute {
    /// Dữ liệu của tôi: where it lies, who can read it, what leaves.
    #[default]
    Kept,
    /// Khôi phục: from files and from what the page kept.
    Restore,
    /// Khóa sổ tay: a passcode for everything that is kept.
    Lock,
    /// Xóa tất cả.
    Erase,
    /// Tệp cứu hộ: what was saved when no program ran.
    Rescue,
    /// Giới thiệu: what the page is, what it promises.
    About,
}

const ALL: [(DataRoute, &str); 6] = [
    (DataRoute::Kept, "du-lieu"),
    (DataRoute::Restore, "du-lieu/khoi-phuc"),
    (DataRoute::Lock, "du-lieu/khoa"),
    (DataRoute::Erase, "du-lieu/xoa"),
    (DataRoute::Rescue, "du-lieu/cuu-ho"),
    (DataRoute::About, "gioi-thieu"),
];

impl DataRoute {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let found = ALL.into_iter().find(|(_, one)| *one == path);
        found.map(|(route, _)| route)
    }
}

/// The address: "#/du-lieu".
impl fmt::Display for DataRoute {
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
            assert_eq!(Route::parse(&address), None);
            assert_eq!(DataRoute::parse(&address), Some(route));
        }
        for other in ["", "#/du", "#/du-lieu-khac", "#/du-lieu/khac"] {
            assert_eq!(DataRoute::parse(other), None, "{other}");
        }
    }
}
