//! The addresses of the screens. They are part of the interface: guides and messages quote them.
//!
//! A plain enum and its text after `#`, both ways; no browser here. (leptos_router has no hash
//! routing, and paths break on plain static hosting.)

mod data;
mod desk;
mod papers;

use std::fmt;

pub use data::DataRoute;
pub use desk::DeskRoute;
pub use papers::PapersRoute;

use crate::domain::{ItemId, YearMonth};

/// One question of a commitment's five, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Action,
    Measure,
    Deadline,
    Serves,
    People,
}

impl Question {
    pub const ALL: [Self; 5] = [
        Self::Action,
        Self::Measure,
        Self::Deadline,
        Self::Serves,
        Self::People,
    ];

    /// 1 to 5, as on screen and in the address.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    pub fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Today,
    Pledge,
    Question {
        commitment: ItemId,
        question: Question,
    },
    PledgeReview,
    /// Without a month: the one that is due, else the current one.
    Rating(Option<YearMonth>),
    Standards,
    Handover,
    Settings,
    /// A first start, or one more handbook.
    Start,
}

impl Route {
    /// The route of an address, with or without its leading `#`; `None` for one that no screen has.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let route = match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("", None, None) => Self::Today,
            ("dang-ky", None, None) => Self::Pledge,
            ("dang-ky", Some("kiem-tra"), None) => Self::PledgeReview,
            ("dang-ky", Some(commitment), Some(number)) => Self::Question {
                commitment: ItemId::parse(commitment)?,
                question: Question::from_number(number.parse().ok()?)?,
            },
            ("tu-danh-gia", None, None) => Self::Rating(None),
            ("tu-danh-gia", Some(month), None) => Self::Rating(Some(month.parse().ok()?)),
            ("chuan-muc", None, None) => Self::Standards,
            ("gui", None, None) => Self::Handover,
            ("cai-dat", None, None) => Self::Settings,
            ("bat-dau", None, None) => Self::Start,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }
}

/// The address: "#/tu-danh-gia/2026-11".
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("#/"),
            Self::Pledge => f.write_str("#/dang-ky"),
            Self::Question {
                commitment,
                question,
            } => write!(f, "#/dang-ky/{commitment}/{}", question.number()),
            Self::PledgeReview => f.write_str("#/dang-ky/kiem-tra"),
            Self::Rating(None) => f.write_str("#/tu-danh-gia"),
            Self::Rating(Some(month)) => write!(f, "#/tu-danh-gia/{month}"),
            Self::Standards => f.write_str("#/chuan-muc"),
            Self::Handover => f.write_str("#/gui"),
            Self::Settings => f.write_str("#/cai-dat"),
            Self::Start => f.write_str("#/bat-dau"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let month = YearMonth::new(2026, 11);
        let commitment = ItemId::parse("a1b2").expect("plain");
        let routes = [
            Route::Today,
            Route::Pledge,
            Route::PledgeReview,
            Route::Rating(None),
            Route::Rating(month),
        ];
        let others = [
            Route::Standards,
            Route::Handover,
            Route::Settings,
            Route::Start,
        ];
        let questions = Question::ALL.map(|question| Route::Question {
            commitment: commitment.clone(),
            question,
        });
        for route in routes.into_iter().chain(others).chain(questions) {
            assert_eq!(Route::parse(&route.to_string()), Some(route));
        }
    }

    #[test]
    fn an_address_that_no_screen_has_is_none() {
        for hash in [
            "#/khac",
            "#/tu-danh-gia/2026-13",
            "#/dang-ky/a/0",
            "#/dang-ky/a/6",
            "#/gui/1",
            "#/dang-ky/a/1/x",
        ] {
            assert_eq!(Route::parse(hash), None, "{hash}");
        }
        assert_eq!(Route::parse(""), Some(Route::Today));
    }
}
