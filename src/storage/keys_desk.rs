//! The names under which the desk keeps the branches. The member's program knows none of them, and the
//! desk none of the handbooks': neither reads, counts out or gives up what is the other's.

use super::keys::{PREFIX, SETTINGS, Stamp, plain_number, set_aside, set_aside_name};
use super::place::{Earlier, Place};
use super::settings::Settings;
use super::settings_desk::DeskSettings;
use super::stored::{self, Kind};
use crate::domain::branch::{Branch, Dossier};
use crate::domain::calendar::YEARS;
use crate::domain::{DocumentId, ItemId};
use crate::json::Value;

const DESK: &str = "desk";
const BRANCH: &str = "branch";
const DOSSIER: &str = "dossier";
const EARLIER: &str = "earlier";

/// Any change to a stored type that an older page would drop needs a step: see `stored`.
const DESK_KIND: Kind = Kind {
    name: DESK,
    steps: &[],
};
const BRANCH_KIND: Kind = Kind {
    name: BRANCH,
    steps: &[],
};
const DOSSIER_KIND: Kind = Kind {
    name: DOSSIER,
    steps: &[],
};

/// What a text of the desk's is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeskKey {
    /// `so-tay/settings`, the member's too
    Settings,
    /// `so-tay/desk`
    Desk,
    /// `so-tay/branch/<32 hex digits>`
    Branch(DocumentId),
    /// `so-tay/dossier/<the branch's 32 hex digits>/<year>/<person>`: a key a person and year, so that
    /// one hand-over writes one small text.
    Dossier {
        branch: DocumentId,
        year: i32,
        person: ItemId,
    },
    /// `so-tay/earlier/<the name of the document>/<revision>-<time>`
    Earlier(Box<Self>, Stamp),
    /// As in [`Key`](super::Key).
    SetAside { number: u32, origin: String },
}

impl DeskKey {
    pub fn dossier(branch: &DocumentId, dossier: &Dossier) -> Self {
        Self::Dossier {
            branch: branch.clone(),
            year: dossier.year,
            person: dossier.person.clone(),
        }
    }

    /// A document of a branch, or an earlier version of one.
    pub fn branch(&self) -> Option<&DocumentId> {
        match self {
            Self::Branch(id) | Self::Dossier { branch: id, .. } => Some(id),
            Self::Earlier(of, _) => of.branch(),
            _ => None,
        }
    }

    /// What was at the place that a set-aside text comes from.
    pub fn of_origin(origin: &str) -> Option<Self> {
        Self::parse(&[PREFIX, origin].concat())
    }

    fn parse_rest(rest: &str) -> Option<Self> {
        let (first, rest) = rest.split_once('/').unwrap_or((rest, ""));
        match first {
            SETTINGS => rest.is_empty().then_some(Self::Settings),
            DESK => rest.is_empty().then_some(Self::Desk),
            BRANCH => DocumentId::parse(rest).map(Self::Branch),
            DOSSIER => {
                let (branch, rest) = rest.split_once('/')?;
                let (year, person) = rest.split_once('/')?;
                let year = i32::try_from(plain_number(year)?).ok()?;
                YEARS.contains(&year).then_some(())?;
                Some(Self::Dossier {
                    branch: DocumentId::parse(branch)?,
                    year,
                    person: ItemId::parse(person)?,
                })
            }
            EARLIER => {
                let (of, stamp) = rest.rsplit_once('/')?;
                let of = Self::parse_rest(of)?;
                (of.earlier() != Earlier::Never).then_some(())?;
                Some(Self::Earlier(Box::new(of), Stamp::parse(stamp)?))
            }
            super::keys::SET_ASIDE => {
                let (number, origin) = set_aside(rest)?;
                Some(Self::SetAside { number, origin })
            }
            _ => None,
        }
    }
}

impl Place for DeskKey {
    const SETTINGS: Self = Self::Settings;

    fn parse(name: &str) -> Option<Self> {
        let key = Self::parse_rest(name.strip_prefix(PREFIX)?)?;
        // One name a key: "settings/" is nobody's.
        (key.name() == name).then_some(key)
    }

    fn name(&self) -> String {
        match self {
            Self::Settings => [PREFIX, SETTINGS].concat(),
            Self::Desk => [PREFIX, DESK].concat(),
            Self::Branch(id) => [PREFIX, BRANCH, "/", id.as_str()].concat(),
            Self::Dossier {
                branch,
                year,
                person,
            } => format!("{PREFIX}{DOSSIER}/{branch}/{year}/{person}"),
            Self::Earlier(of, stamp) => {
                [PREFIX, EARLIER, "/", &of.origin(), "/", &stamp.text()].concat()
            }
            Self::SetAside { number, origin } => set_aside_name(*number, origin),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Settings => Kind::SETTINGS,
            Self::Desk => DESK_KIND,
            Self::Branch(_) | Self::SetAside { .. } => BRANCH_KIND,
            Self::Dossier { .. } => DOSSIER_KIND,
            Self::Earlier(of, _) => of.kind(),
        }
    }

    fn belongs(&self, document: &Value) -> bool {
        let document = document.clone();
        match self {
            Self::Settings => stored::typed::<Settings>(document).is_some(),
            Self::Desk => stored::typed::<DeskSettings>(document).is_some(),
            Self::Branch(id) => branch(id, document).is_some(),
            Self::Dossier { year, person, .. } => dossier(person, *year, document).is_some(),
            Self::Earlier(..) | Self::SetAside { .. } => false,
        }
    }

    fn earlier(&self) -> Earlier {
        match self {
            Self::Branch(_) => Earlier::OfSittings,
            // Hundreds of them: the hand-overs that they come from are with their senders, too.
            Self::Dossier { .. } => Earlier::WhenSettled,
            _ => Earlier::Never,
        }
    }

    fn snapshot(&self, stamp: Stamp) -> Option<Self> {
        (self.earlier() != Earlier::Never).then(|| Self::Earlier(Box::new(self.clone()), stamp))
    }

    fn snapshot_of(&self) -> Option<(Self, &Stamp)> {
        match self {
            Self::Earlier(of, stamp) => Some(((**of).clone(), stamp)),
            _ => None,
        }
    }

    fn set_aside(number: u32, origin: String) -> Self {
        Self::SetAside { number, origin }
    }

    fn as_set_aside(&self) -> Option<(u32, &str)> {
        match self {
            Self::SetAside { number, origin } => Some((*number, origin)),
            _ => None,
        }
    }
}

/// A branch, when it is the one that belongs at this place.
pub(super) fn branch(id: &DocumentId, document: Value) -> Option<Branch> {
    stored::typed(document).filter(|branch: &Branch| branch.id == *id)
}

/// A dossier, likewise.
pub(super) fn dossier(person: &ItemId, year: i32, document: Value) -> Option<Dossier> {
    stored::typed(document)
        .filter(|dossier: &Dossier| dossier.person == *person && dossier.year == year)
}
