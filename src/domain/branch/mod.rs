//! The branch (chi bộ) as its secretary keeps it: who belongs to it, what it asked for and received,
//! and what it said of each person and of itself.
//!
//! Two documents: the [`Branch`] holds the roster, the packs and the branch's own year; a
//! [`Dossier`] holds one person's one year, so that one hand-over changes one small document. Like
//! all of `domain`, plain data and pure functions.

pub mod adoption;
pub mod adoption_words;
pub mod agenda;
pub mod alike;
pub mod archive;
pub mod assess;
pub mod commendation;
pub mod deeds;
pub mod dossier;
pub mod due;
pub mod feedback;
pub mod intake;
pub mod meeting;
pub mod months;
pub mod own_pledge;
pub mod pack;
pub mod pack_changes;
pub mod pack_check;
pub mod pack_part;
pub mod pack_words;
pub mod pictures;
pub mod receive;
pub mod received;
pub mod registration;
pub mod registration_words;
pub mod report;
pub mod report_check;
pub mod report_words;
pub mod roster;
pub mod roster_acts;
pub mod roster_import;
pub mod roster_steps;
pub mod roster_view;
pub mod sample;
pub mod sent_report;
pub mod turns;
pub mod wall;
pub mod whose;

use so_tay_derive::in_files;

pub use commendation::{Award, Commendation, CommendationLevel, Stated};
pub use dossier::{Adopted, Assessment, Dossier, FileSeen, Received, Versioned};
pub use feedback::GivenFeedback;
pub use meeting::{GoodDeed, Meeting, Rhythm, Rotation};
pub use pack::{Issued, PackSeries};
pub use report::{BranchReport, ReportPart, Wording};
pub use roster::{Departure, Person, Roster, StandingSince, Stay};

use super::calendar::{Day, YearMonth};
use super::ids::{DocumentId, ItemId};
use super::pack::{Level, StandardsPack, usual_classes, usual_meeting_day, usual_scale};
use super::pledge::Pledge;
use super::review::Review;
use super::table::Table;

/// Everything of the branch but the people's dossiers.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub id: DocumentId,
    /// cơ quan, đơn vị
    #[serde(default)]
    pub unit: String,
    /// chi bộ
    pub name: String,
    #[serde(default)]
    pub roster: Roster,
    /// Oldest first, each year once.
    #[serde(default)]
    pub years: Vec<BranchYear>,
    /// Whose a handbook is, once that was settled: the handbook's id to the person's.
    #[serde(default)]
    pub owners: Table<DocumentId, ItemId>,
}

/// What the branch keeps of itself for one year.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchYear {
    pub year: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packs: Option<PackSeries>,
    /// Why a person has no pledge (nghỉ ốm, đi học …), by person.
    #[serde(default)]
    pub reasons: Table<ItemId, String>,
    /// đăng ký của tập thể (S0)
    #[serde(default)]
    pub own_pledge: Pledge,
    /// The branch's assessment of itself, by the month assessed (S4).
    #[serde(default)]
    pub own_months: Table<YearMonth, Assessment>,
    /// By the month in which the meeting is held.
    #[serde(default)]
    pub meetings: Table<YearMonth, Meeting>,
    #[serde(default)]
    pub rotation: Rotation,
    #[serde(default)]
    pub commendations: Vec<Commendation>,
    /// Totals as a report states them, to be checked against the list.
    #[serde(default)]
    pub stated: Stated,
    /// What was written of the branch's reports.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub reports: Table<Review, BranchReport>,
    /// The year was put into a file and its dossiers were taken off this device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_on: Option<Day>,
}

impl BranchYear {
    pub fn new(year: i32) -> Self {
        Self {
            year,
            packs: None,
            reasons: Table::new(),
            own_pledge: Pledge::default(),
            own_months: Table::new(),
            meetings: Table::new(),
            rotation: Rotation::default(),
            commendations: Vec::new(),
            stated: Stated::default(),
            reports: Table::new(),
            archived_on: None,
        }
    }
}

impl BranchYear {
    pub fn pack(&self) -> Option<&StandardsPack> {
        self.packs.as_ref().map(PackSeries::in_force)
    }

    /// Best first.
    pub fn scale(&self) -> Vec<Level> {
        self.pack()
            .map_or_else(usual_scale, |pack| pack.scale.clone())
    }

    /// Of the yearly classification, best first.
    pub fn classes(&self) -> Vec<Level> {
        self.pack()
            .map_or_else(usual_classes, StandardsPack::classes)
    }

    /// Day of the month, 1 to 28.
    pub fn meeting_day(&self) -> u8 {
        self.pack()
            .map_or_else(usual_meeting_day, |pack| pack.meeting_day)
    }
}

impl Branch {
    pub fn begin(id: DocumentId, name: String) -> Self {
        Self {
            id,
            unit: String::new(),
            name,
            roster: Roster::default(),
            years: Vec::new(),
            owners: Table::new(),
        }
    }

    pub fn year(&self, year: i32) -> Option<&BranchYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// The year, begun when there is none yet.
    pub fn year_mut(&mut self, year: i32) -> &mut BranchYear {
        let known = self.years.iter().position(|known| known.year == year);
        let index = known.unwrap_or_else(|| {
            let later = self.years.iter().position(|known| known.year > year);
            let index = later.unwrap_or(self.years.len());
            self.years.insert(index, BranchYear::new(year));
            index
        });
        &mut self.years[index]
    }

    /// Whether the year was put away into a file.
    pub fn is_archived(&self, year: i32) -> bool {
        self.year(year)
            .is_some_and(|year| year.archived_on.is_some())
    }
}

/// The name of a step of a year's scale: of the newest pack that knows it.
pub fn level_name(year: Option<&BranchYear>, id: &ItemId) -> String {
    name_in_packs(year, id, |pack| pack.scale.clone(), usual_scale)
}

/// The name of a class of a year's classification, likewise.
pub fn class_name(year: Option<&BranchYear>, id: &ItemId) -> String {
    name_in_packs(year, id, StandardsPack::classes, usual_classes)
}

fn name_in_packs(
    year: Option<&BranchYear>,
    id: &ItemId,
    of: impl Fn(&StandardsPack) -> Vec<Level>,
    usual: impl FnOnce() -> Vec<Level>,
) -> String {
    let packs = year.and_then(|year| year.packs.as_ref());
    let issued = packs
        .into_iter()
        .flat_map(|packs| packs.issued.iter().rev());
    let drafts = packs.map(|packs| &packs.draft);
    let mut known = issued.map(|issued| &issued.pack).chain(drafts);
    let name = |levels: Vec<Level>| {
        let level = levels.into_iter().find(|level| level.id == *id);
        level.map(|level| level.name)
    };
    known
        .find_map(|pack| name(of(pack)))
        .or_else(|| name(usual()))
        .unwrap_or_else(|| id.to_string())
}
