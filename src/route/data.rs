//! The addresses of the screens about what is kept: all begin with `#/du-lieu`, by which boot.js knows
//! their program.

use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DataRoute {
    /// Dữ liệu của tôi: where it lies, who can read it, what leaves.
    #[default]
    Kept,
}

const ROOT: &str = "du-lieu";

impl DataRoute {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        (path == ROOT).then_some(Self::Kept)
    }
}

/// The address: "#/du-lieu".
impl fmt::Display for DataRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/{ROOT}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let address = DataRoute::Kept.to_string();
        assert_eq!(DataRoute::parse(&address), Some(DataRoute::Kept));
        assert_eq!(Route::parse(&address), None);
        for other in ["", "#/du", "#/du-lieu-khac", "#/du-lieu/khac"] {
            assert_eq!(DataRoute::parse(other), None, "{other}");
        }
    }
}
