//! The diary of good deeds (việc tốt): examples are "chưa nhiều, chưa thường xuyên" (S2) because nobody
//! wrote them down when they happened. It is the person's own; a deed goes to the branch with the
//! person's consent to tell it there, and no other does.

use so_tay_derive::in_files;

use super::calendar::Day;
use super::ids::ItemId;

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub id: ItemId,
    pub on: Day,
    #[serde(default)]
    pub text: String,
    /// Who saw it, when someone did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub witness: String,
    /// The day on which the person agreed to its being told in the branch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Day>,
}

impl Deed {
    /// Whether the branch may hear of it.
    pub fn is_told(&self) -> bool {
        self.consent.is_some() && !self.text.trim().is_empty()
    }

    /// As the branch gets it. One that may no longer be told leaves nothing but that.
    pub fn handed(&self) -> Self {
        let mut deed = self.clone();
        if !deed.is_told() {
            deed.text.clear();
            deed.witness.clear();
            deed.consent = None;
        }
        deed
    }
}
