//! Writing and giving out the year's pack: where it begins, what giving it out would
//! change.
//!
//! Versions that were given out never change: months were rated by them. So a standard that was
//! once given out is taken out of use, not deleted.

use so_tay_derive::in_files;

use super::Branch;
use super::pack_changes::{PackChange, pack_changes};
use super::pack_check::{PackAdvice, PackFault, advice_on, faults_of};
use crate::domain::calendar::Day;
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::pack::{
    Classification, Conduct, PackVersion, Standard, StandardsPack, usual_classes,
};
use crate::domain::starter::starter_pack;

/// The packs of one year: what is being written, and what was given out.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSeries {
    /// The same for all versions of the year.
    pub document_id: DocumentId,
    pub draft: StandardsPack,
    /// Oldest first; revision n stands at index n - 1. None of them ever changes.
    #[serde(default)]
    pub issued: Vec<Issued>,
}

/// A version of the pack that was given out.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub on: Day,
    pub pack: StandardsPack,
}

/// What a year's pack is begun from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// The short set in the reports' own words.
    Starter,
    /// The last pack of an earlier year: its theme and topics were that year's.
    Before,
    Empty,
}

impl PackSeries {
    /// What was given out last; what is being written while nothing was.
    pub fn in_force(&self) -> &StandardsPack {
        self.issued.last().map_or(&self.draft, |last| &last.pack)
    }

    /// The pack that a month was rated by, where it is one of the branch's.
    pub fn by(&self, version: &PackVersion) -> Option<&StandardsPack> {
        let PackVersion::Issued {
            document_id,
            revision,
        } = version
        else {
            return None;
        };
        let index = usize::try_from(*revision).ok()?.checked_sub(1)?;
        let issued = self.issued.get(index)?;
        (*document_id == self.document_id).then_some(&issued.pack)
    }

    /// The standard as it was last given out; people may have been rated by it.
    pub fn as_issued(&self, standard: &ItemId) -> Option<&Standard> {
        let packs = self.issued.iter().rev().map(|issued| &issued.pack);
        let mut standards = packs.flat_map(|pack| &pack.standards);
        standards.find(|known| known.id == *standard)
    }

    /// Takes a standard out of the draft: out of use, in the words that people know it by, when it
    /// was given out once; else deleted.
    pub fn remove_standard(&mut self, id: &ItemId) {
        let issued = self.as_issued(id).cloned();
        let standards = &mut self.draft.standards;
        match (issued, standards.iter_mut().find(|one| one.id == *id)) {
            (Some(issued), Some(standard)) => {
                *standard = Standard {
                    retired: true,
                    ..issued
                };
            }
            _ => standards.retain(|one| one.id != *id),
        }
    }
}

impl Branch {
    /// The last pack of an earlier year, with its year.
    pub fn pack_before(&self, year: i32) -> Option<&StandardsPack> {
        let mut before = self.years.iter().rev().filter(|known| known.year < year);
        before.find_map(|known| known.pack())
    }

    /// Begins the year's pack; one that was begun already stays.
    pub fn begin_pack(&mut self, year: i32, document_id: DocumentId, from: Beginning) {
        let starter = starter_pack(year);
        let empty = |pack: StandardsPack| StandardsPack {
            standards: Vec::new(),
            ..pack
        };
        let draft = match (from, self.pack_before(year)) {
            (Beginning::Before, Some(before)) => StandardsPack {
                year,
                issued_on: None,
                theme: String::new(),
                topics: Vec::new(),
                standards: before.standards_for(None).cloned().collect(),
                ..before.clone()
            },
            (Beginning::Empty, _) => empty(starter),
            _ => starter,
        };
        self.year_mut(year).packs.get_or_insert(PackSeries {
            document_id,
            draft,
            issued: Vec::new(),
        });
    }

    /// The draft as it would be given out: in the branch's name, without what nobody wrote anything
    /// into.
    pub fn pack_to_issue(&self, year: i32) -> Option<StandardsPack> {
        let series = self.year(year)?.packs.as_ref()?;
        let mut pack = series.draft.clone();
        pack.unit = self.unit.trim().to_owned();
        pack.branch = self.name.trim().to_owned();
        pack.issued_on = None;
        tidy(&mut pack);
        pack.standards.retain(|standard| {
            !standard.text.is_empty() || series.as_issued(&standard.id).is_some()
        });
        Some(pack)
    }

    /// What giving out the draft would change; empty while nothing was given out.
    pub fn pack_changes(&self, year: i32) -> Vec<PackChange> {
        let series = self.year(year).and_then(|year| year.packs.as_ref());
        let last = series.and_then(|series| series.issued.last());
        match (last, self.pack_to_issue(year)) {
            (Some(last), Some(pack)) => pack_changes(&last.pack, &pack),
            _ => Vec::new(),
        }
    }

    /// Everything that keeps the draft from being given out on that day.
    pub fn pack_faults(&self, year: i32, on: Day) -> Vec<PackFault> {
        let Some(pack) = self.pack_to_issue(year) else {
            return Vec::new();
        };
        let series = self.year(year).and_then(|year| year.packs.as_ref());
        let last = series.and_then(|series| series.issued.last());
        let mut faults = Vec::new();
        if let Some(last) = last {
            if self.pack_changes(year).is_empty() {
                faults.push(PackFault::Unchanged);
            }
            if on < last.on {
                faults.push(PackFault::BeforeLast(last.on));
            }
        }
        faults.extend(faults_of(&pack));
        faults
    }

    /// Gives the draft out as the next version, whose number comes back; or says what is in the way.
    pub fn issue_pack(&mut self, year: i32, on: Day) -> Result<usize, Vec<PackFault>> {
        let faults = self.pack_faults(year, on);
        let pack = self.pack_to_issue(year);
        let series = self.year_mut(year).packs.as_mut();
        match (series, pack) {
            (Some(series), Some(pack)) if faults.is_empty() => {
                series.draft = pack.clone();
                let pack = StandardsPack {
                    issued_on: Some(on),
                    ..pack
                };
                series.issued.push(Issued { on, pack });
                Ok(series.issued.len())
            }
            _ => Err(faults),
        }
    }

    /// What to think over before the draft is given out.
    pub fn pack_advice(&self, year: i32) -> Vec<PackAdvice> {
        let Some(pack) = self.pack_to_issue(year) else {
            return Vec::new();
        };
        let mut advice = advice_on(&pack);
        let series = self.year(year).and_then(|year| year.packs.as_ref());
        let last = series.and_then(|series| series.issued.last());
        let scale = last.into_iter().flat_map(|last| &last.pack.scale);
        let gone = scale.filter(|level| pack.level(&level.id).is_none());
        advice.extend(gone.map(|level| PackAdvice::LevelGone(level.name.clone())));
        let classes = last.into_iter().flat_map(|last| last.pack.classes());
        let still = pack.classes();
        let gone = classes.filter(|class| still.iter().all(|known| known.id != class.id));
        advice.extend(gone.map(|class| PackAdvice::ClassGone(class.name)));
        advice
    }
}

/// Texts without spaces around them, topics in the year's order, nothing blank but what was
/// begun by half.
fn tidy(pack: &mut StandardsPack) {
    fn trim(text: &mut String) {
        *text = text.trim().to_owned();
    }
    trim(&mut pack.theme);
    trim(&mut pack.headings.superior);
    trim(&mut pack.headings.right);
    trim(&mut pack.headings.title);
    for standard in &mut pack.standards {
        trim(&mut standard.text);
        let posts = std::mem::take(&mut standard.posts);
        standard.posts = tidy_posts(posts.iter().map(String::as_str));
    }
    for topic in &mut pack.topics {
        trim(&mut topic.title);
        for work in &mut topic.works {
            trim(&mut work.title);
            trim(&mut work.note);
        }
        topic
            .works
            .retain(|work| !(work.title.is_empty() && work.note.is_empty()));
    }
    pack.topics
        .retain(|topic| !(topic.title.is_empty() && topic.works.is_empty()));
    pack.topics.sort_by_key(|topic| (topic.from, topic.to));
    for level in &mut pack.scale {
        trim(&mut level.name);
    }
    for class in pack
        .classification
        .iter_mut()
        .flat_map(|own| &mut own.classes)
    {
        trim(&mut class.name);
    }
}

/// What the year is classified by, as something to write on: it begins as the usual.
pub fn classification(pack: &mut StandardsPack) -> &mut Classification {
    pack.classification.get_or_insert_with(|| Classification {
        classes: usual_classes(),
        points: None,
    })
}

/// Names of posts, each once, none blank.
pub fn tidy_posts<'t>(posts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::new();
    for post in posts.map(str::trim) {
        if !post.is_empty() && tidy.iter().all(|known| known != post) {
            tidy.push(post.to_owned());
        }
    }
    tidy
}

/// Moves a standard before its neighbour of the same kind (or behind it), past those of the other
/// kind and those out of use.
pub fn move_standard(pack: &mut StandardsPack, id: &ItemId, up: bool) {
    let Some(from) = pack.standards.iter().position(|one| one.id == *id) else {
        return;
    };
    let conduct: Conduct = pack.standards[from].conduct;
    let shown = |one: &Standard| one.conduct == conduct && !one.retired;
    let to = if up {
        pack.standards[..from].iter().rposition(shown)
    } else {
        let behind = pack.standards[from + 1..].iter().position(shown);
        behind.map(|step| from + 1 + step)
    };
    if let Some(to) = to {
        let standard = pack.standards.remove(from);
        pack.standards.insert(to, standard);
    }
}
