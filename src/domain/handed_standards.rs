//! Which of the person's own standards a hand-over has to bring along: those that it names.

use super::calendar::YearMonth;
use super::handbook::Handbook;
use super::handover::{HandedMonth, HandedPledge};
use super::ids::ItemId;
use super::pack::{HeldPack, PackVersion, Standard};
use super::shortcoming::Shortcoming;
use super::table::Table;

impl Handbook {
    pub(super) fn own_standards(
        &self,
        pledge: Option<&HandedPledge>,
        months: &Table<YearMonth, HandedMonth>,
        shortcomings: &[Shortcoming],
    ) -> Vec<Standard> {
        // A branch's pack may use the ids of the starter set: a name counts for the own set only
        // where it was read from there.
        let packs = std::iter::once(&self.pack).chain(self.earlier_packs.iter().rev());
        let Some(own) = packs.clone().find(|held| held.version == PackVersion::Own) else {
            return Vec::new();
        };
        let read_from_own = |id: &&ItemId| {
            let knows = |held: &&HeldPack| held.pack.standards.iter().any(|s| s.id == **id);
            packs.clone().find(knows) == Some(own)
        };
        let rated = months
            .values()
            .filter(|month| month.pack == PackVersion::Own)
            .flat_map(|month| month.standards.keys());
        let slipped = shortcomings
            .iter()
            .filter_map(|shortcoming| shortcoming.standard.as_ref());
        let commitments = pledge
            .into_iter()
            .flat_map(|pledge| &pledge.revisions)
            .flat_map(|revision| &revision.commitments);
        let served = commitments.filter_map(|commitment| commitment.standard.as_ref());
        let named: Vec<_> = slipped
            .chain(served)
            .filter(read_from_own)
            .chain(rated)
            .collect();
        own.pack
            .standards
            .iter()
            .filter(|standard| named.contains(&&standard.id))
            .cloned()
            .collect()
    }
}
