//! The handbook (sổ tay): one person, one year. It owns everything the person writes, and is the
//! only place where the parts change together.

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth};
use super::deed::Deed;
use super::feedback::HeldFeedback;
use super::handover::Handed;
use super::ids::{DocumentId, ItemId};
use super::pack::{HeldPack, PackVersion, Standard, StandardsPack};
use super::people::{Profile, Standing};
use super::pledge::Pledge;
use super::rating::{MonthState, MonthlyRating, month_state};
use super::review::{Review, WrittenReview};
use super::shortcoming::Shortcoming;
use super::starter::starter_pack;
use super::table::Table;

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handbook {
    pub id: DocumentId,
    pub year: i32,
    /// Months that fell due before this day are not counted as missed.
    pub begun_on: Day,
    pub profile: Profile,
    /// In force now.
    pub pack: HeldPack,
    /// Packs that some month was rated by, or some commitment points into, before a newer one came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_packs: Vec<HeldPack>,
    #[serde(default)]
    pub pledge: Pledge,
    #[serde(default)]
    pub months: Table<YearMonth, MonthlyRating>,
    #[serde(default)]
    pub shortcomings: Vec<Shortcoming>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub reviews: Table<Review, WrittenReview>,
    /// việc tốt, in the order of writing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deeds: Vec<Deed>,
    /// Works marked "đã học", with the day.
    #[serde(default)]
    pub studied: Table<ItemId, Day>,
    #[serde(default)]
    pub handed: Handed,
    /// What the branch concluded. In a backup it is a key with a default and raises no version: an
    /// older page that restores one goes without what the branch can tell again, and loses nothing
    /// that the person wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<HeldFeedback>,
}

/// Why a pack can't be taken into a handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackRefusal {
    /// It is for another year: a handbook of that year should take it.
    OtherYear(i32),
    /// This very version is in force.
    AlreadyHeld,
    /// A newer version is in force.
    OlderThanHeld,
}

impl Handbook {
    /// "Trần Thị Bình · 2026"
    pub fn title(&self) -> String {
        format!("{} · {}", self.profile.name, self.year)
    }

    /// An empty handbook with the starter set of standards.
    pub fn begin(id: DocumentId, year: i32, profile: Profile, today: Day) -> Self {
        Self {
            id,
            year,
            begun_on: today,
            profile,
            pack: HeldPack {
                version: PackVersion::Own,
                pack: starter_pack(year),
            },
            earlier_packs: Vec::new(),
            pledge: Pledge::default(),
            months: Table::new(),
            shortcomings: Vec::new(),
            reviews: Table::new(),
            deeds: Vec::new(),
            studied: Table::new(),
            handed: Handed::default(),
            feedback: None,
        }
    }

    pub fn quota(&self) -> usize {
        self.pack.pack.quotas.of(self.profile.standing).into()
    }

    pub fn months_of_year(&self) -> impl Iterator<Item = YearMonth> {
        YearMonth::all_of(self.year)
    }

    pub fn month_state(&self, month: YearMonth, today: Day) -> MonthState {
        month_state(
            month,
            self.months.get(&month),
            self.meeting_day_after(month),
            self.begun_on,
            today,
        )
    }

    /// A month that was done in time stays so when a newer pack moves the meeting. The person's own
    /// set only guesses the day, so the branch's word on it reaches back.
    fn meeting_day_after(&self, month: YearMonth) -> u8 {
        let rating = self.months.get(&month);
        let told =
            rating.filter(|done| done.completed_on.is_some() && done.pack != PackVersion::Own);
        told.map_or(&self.pack.pack, |_| self.pack_for(month))
            .meeting_day
    }

    /// The pack that a month is rated by: the one it was begun with, else the one in force.
    pub fn pack_for(&self, month: YearMonth) -> &StandardsPack {
        let version = self.months.get(&month).map(|rating| &rating.pack);
        let earlier = self
            .earlier_packs
            .iter()
            .find(|held| Some(&held.version) == version);
        &earlier.unwrap_or(&self.pack).pack
    }

    /// A standard by its id, in the pack in force or an earlier one.
    pub fn standard(&self, id: &ItemId) -> Option<&Standard> {
        let packs = std::iter::once(&self.pack).chain(self.earlier_packs.iter().rev());
        packs
            .flat_map(|held| &held.pack.standards)
            .find(|standard| standard.id == *id)
    }

    /// The standards to rate in a month: those meant for the person's post, and any other that
    /// the month was already rated by.
    pub fn standards_to_rate(&self, month: YearMonth) -> Vec<Standard> {
        let pack = self.pack_for(month);
        let rated = self.months.get(&month).map(|rating| &rating.standards);
        let meant: Vec<_> = pack
            .standards_for(self.post_in(pack))
            .map(|standard| &standard.id)
            .collect();
        let wanted =
            |id: &ItemId| meant.contains(&id) || rated.is_some_and(|rated| rated.contains_key(id));
        pack.standards
            .iter()
            .filter(|standard| wanted(&standard.id))
            .cloned()
            .collect()
    }

    /// The person's post, when the pack knows it.
    pub fn post_in(&self, pack: &StandardsPack) -> Option<&str> {
        self.profile
            .post
            .as_deref()
            .filter(|post| pack.posts().iter().any(|known| known == post))
    }

    /// The month's rating, begun with the pack in force when there is none yet.
    pub fn rating_mut(&mut self, month: YearMonth) -> &mut MonthlyRating {
        let pack = &self.pack.version;
        self.months
            .get_or_insert_with(month, || MonthlyRating::new(pack.clone()))
    }

    /// Calls the month done; the first time counts.
    pub fn complete_month(&mut self, month: YearMonth, today: Day) {
        self.rating_mut(month).completed_on.get_or_insert(today);
    }

    /// Whether [`take_pack`](Self::take_pack) would take this version.
    pub fn accepts_pack(
        &self,
        version: &PackVersion,
        pack: &StandardsPack,
    ) -> Result<(), PackRefusal> {
        if pack.year != self.year {
            return Err(PackRefusal::OtherYear(pack.year));
        }
        match (&self.pack.version, version) {
            (
                PackVersion::Issued {
                    document_id: held,
                    revision,
                },
                PackVersion::Issued {
                    document_id,
                    revision: offered,
                },
            ) if held == document_id => match offered.cmp(revision) {
                std::cmp::Ordering::Less => Err(PackRefusal::OlderThanHeld),
                std::cmp::Ordering::Equal => Err(PackRefusal::AlreadyHeld),
                std::cmp::Ordering::Greater => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Puts a pack into force. Months already begun keep the one they were begun with. Blank
    /// places of the profile are filled from it.
    pub fn take_pack(
        &mut self,
        version: PackVersion,
        pack: StandardsPack,
    ) -> Result<(), PackRefusal> {
        self.accepts_pack(&version, &pack)?;
        if self.profile.branch.is_empty() {
            self.profile.branch.clone_from(&pack.branch);
        }
        self.months.retain(|rating| !rating.is_blank());
        let replaced = std::mem::replace(&mut self.pack, HeldPack { version, pack });
        self.earlier_packs
            .retain(|held| held.version != replaced.version);
        if self.is_referred_to(&replaced) {
            self.earlier_packs.push(replaced);
        }
        self.earlier_packs
            .retain(|held| held.version != self.pack.version);
        Ok(())
    }

    fn is_referred_to(&self, held: &HeldPack) -> bool {
        let rated = self
            .months
            .values()
            .any(|rating| rating.pack == held.version);
        let submitted = self
            .pledge
            .revisions
            .iter()
            .flat_map(|revision| &revision.commitments);
        let mut serving = submitted
            .chain(&self.pledge.draft)
            .filter_map(|commitment| commitment.standard.as_ref());
        let shown = self
            .shortcomings
            .iter()
            .filter_map(|shortcoming| shortcoming.standard.as_ref());
        rated
            || serving.by_ref().chain(shown).any(|id| {
                held.pack
                    .standards
                    .iter()
                    .any(|standard| standard.id == *id)
            })
    }

    pub fn open_shortcomings(&self) -> impl Iterator<Item = &Shortcoming> {
        self.shortcomings
            .iter()
            .filter(|shortcoming| shortcoming.is_open())
    }

    /// Notes and other texts that never leave the phone, for "Không gửi: N ghi chú riêng".
    pub fn private_notes(&self) -> usize {
        self.months
            .values()
            .filter(|rating| !rating.private_note.trim().is_empty())
            .count()
    }

    /// A new year's handbook for the same person. Pledge and ratings start afresh; the person's
    /// own standards go along, a branch's pack is for its year only.
    pub fn begin_next(&self, id: DocumentId, year: i32, today: Day) -> Self {
        let mut next = Self::begin(id, year, self.profile.clone(), today);
        if self.pack.version == PackVersion::Own {
            next.pack.pack = StandardsPack {
                year,
                theme: String::new(),
                topics: Vec::new(),
                ..self.pack.pack.clone()
            };
            next.pack
                .pack
                .standards
                .retain(|standard| !standard.retired);
        }
        next
    }

    /// "Đảng viên · Phó phòng": the line under a name.
    pub fn post_line(&self) -> String {
        let standing: &str = Standing::name(self.profile.standing);
        if self.profile.duty.is_empty() {
            standing.to_owned()
        } else {
            format!("{standing} · {}", self.profile.duty)
        }
    }
}
