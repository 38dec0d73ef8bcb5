//! What a shelf must know of the places where texts lie. Each program has its own: so the member's
//! program doesn't come to contain the reading of a branch, and neither touches what is the other's.

use super::keys::Stamp;
use super::stored::Kind;
use crate::json::Value;

/// When an earlier version of a document is kept, before it is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    Never,
    /// Only where two tabs differ, or something takes its place as a whole.
    WhenSettled,
    /// At the end of each sitting, too.
    OfSittings,
}

pub trait Place: Clone + Ord {
    /// Where what the person chose for the page lies, for both programs.
    const SETTINGS: Self;

    /// `None` for a name that is not of this program: it is never touched.
    fn parse(name: &str) -> Option<Self>;

    fn name(&self) -> String;

    /// Of the document here; of an earlier version, the kind of what it is a version of.
    fn kind(&self) -> Kind;

    /// Whether a document is of the type, and of the identity, that belongs here.
    fn belongs(&self, document: &Value) -> bool;

    fn earlier(&self) -> Earlier;

    /// Where an earlier version of what is here is kept; `None` with [`Earlier::Never`].
    fn snapshot(&self, stamp: Stamp) -> Option<Self>;

    /// What this is an earlier version of.
    fn snapshot_of(&self) -> Option<(Self, &Stamp)>;

    /// The place of a text that could not be read, which was at `origin` (a name without the prefix).
    fn set_aside(number: u32, origin: String) -> Self;

    /// The number and the origin of such a place.
    fn as_set_aside(&self) -> Option<(u32, &str)>;

    /// The name without the prefix, as a set-aside key carries it.
    fn origin(&self) -> String {
        self.name().split_off(super::keys::PREFIX.len())
    }
}
