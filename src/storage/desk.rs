//! The shelf of the branches: opening it, and reading a year's dossiers when they are asked for. Of
//! 300 people and three years nobody wants to wait for all at once.

use super::backend::{Backend, Fault};
use super::keys_desk::{self, DeskKey};
use super::lean::Lean;
use super::place::Place;
use super::settings::Settings;
use super::settings_desk::DeskSettings;
use super::shelf::{Load, Shelf, State, put_in_order};
use super::stored::{self, Reading};
use super::tabs::Reloaded;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{DocumentId, ItemId};
use crate::json::Value;

pub type DeskShelf = Shelf<DeskKey>;

/// What was found of the desk.
#[derive(Debug, Default)]
pub struct DeskShelved {
    pub settings: Settings,
    pub desk: DeskSettings,
    pub branches: Vec<Branch>,
    /// Branches that are not there but have earlier versions: the newest that reads. To be offered,
    /// never put in place unasked.
    pub lost: Vec<Branch>,
    /// Texts that could not be read, now or earlier, to be offered as files.
    pub damaged: Vec<Damaged>,
    /// Something was written by a newer version of this page: it is not touched.
    pub newer: bool,
    /// The storage failed on reading something; saving that is refused.
    pub unread: bool,
    /// Nothing could be read at all: every save is refused with `NotLoaded`.
    pub fault: Option<Fault>,
}

/// A text that could not be read, kept word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Where it lies now; for [`Shelf::discard`].
    pub key: String,
    /// "Một hồ sơ năm 2026 không đọc được"
    pub what: String,
    pub text: String,
}

/// The dossiers of a year.
#[derive(Debug, Default, PartialEq)]
pub struct OfYear {
    /// In the order of the people's ids.
    pub dossiers: Vec<Dossier>,
    pub damaged: Vec<Damaged>,
    pub newer: bool,
    pub unread: bool,
    /// Another tab saved these at the same moment as this one: this tab's stand among the dossiers,
    /// and are in its memory only. Ask, as for `ChangedElsewhere`.
    pub diverged: Vec<ItemId>,
}

/// An earlier version of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierVersion<T> {
    /// When this version was saved, RFC 3339.
    pub saved_at: String,
    pub document: T,
}

impl DeskShelf {
    /// Reads everything but the dossiers. Texts that can't be read are moved out of the way where that
    /// is safe; nothing else is written.
    pub fn open_desk(backend: Box<dyn Backend>) -> (Self, DeskShelved) {
        let (shelf, names) = Self::begin(Box::new(Lean(backend)));
        let mut found = DeskShelved::default();
        let names = match names {
            Ok(names) => names,
            Err(fault) => {
                found.fault = Some(fault);
                return (shelf, found);
            }
        };
        let keys: Vec<_> = names
            .iter()
            .filter_map(|name| DeskKey::parse(name))
            .collect();
        for key in &keys {
            match key {
                DeskKey::Settings => {
                    if let Some(settings) = shelf.first(key, stored::typed, &mut found) {
                        found.settings = settings;
                    }
                }
                DeskKey::Desk => {
                    if let Some(desk) = shelf.first(key, stored::typed, &mut found) {
                        found.desk = desk;
                    }
                }
                DeskKey::Branch(id) => {
                    let typed = |document| keys_desk::branch(id, document);
                    let branch = shelf.first(key, typed, &mut found);
                    found.branches.extend(branch);
                }
                DeskKey::SetAside { origin, .. } => {
                    let was = DeskKey::of_origin(origin);
                    let was = was.filter(|was| *was != DeskKey::Settings);
                    if let (Some(was), Ok(Some(text))) = (was, shelf.backend.get(&key.name())) {
                        found.damaged.push(Damaged::new(key.name(), &was, text));
                    }
                }
                DeskKey::Dossier { .. } | DeskKey::Earlier(..) => {}
            }
        }
        shelf.open_lost(&keys, &mut found);
        (shelf, found)
    }

    /// What lies at a place, on opening; `None` with the reason noted.
    fn first<T>(
        &self,
        key: &DeskKey,
        typed: impl Fn(Value) -> Option<T>,
        found: &mut DeskShelved,
    ) -> Option<T> {
        match self.load(key, typed) {
            Err(_) => {
                self.hold(key, State::Unread);
                found.unread = true;
                None
            }
            Ok(Load::Fresh) => None,
            Ok(Load::Loaded(seen, document)) => {
                self.hold(key, State::Seen(seen));
                Some(document)
            }
            Ok(Load::Unreadable(text, _)) => {
                found.damaged.push(self.put_aside(key, text));
                None
            }
            Ok(Load::Newer(..)) => {
                self.hold(key, State::Newer);
                found.newer = true;
                None
            }
        }
    }

    fn put_aside(&self, key: &DeskKey, text: String) -> Damaged {
        Damaged::new(self.out_of_the_way(key, &text), key, text)
    }

    fn open_lost(&self, keys: &[DeskKey], found: &mut DeskShelved) {
        let mut last = None;
        for key in keys {
            let Some((DeskKey::Branch(id), _)) = key.snapshot_of() else {
                continue;
            };
            let state = self.state(&DeskKey::Branch(id.clone()));
            let there = !matches!(state, State::Absent | State::Stuck);
            if there || last.as_ref() == Some(&id) {
                continue;
            }
            let earlier = self.earlier_branches(&id).into_iter().next();
            found.lost.extend(earlier.map(|earlier| earlier.document));
            last = Some(id);
        }
    }

    /// Newest first; those that read.
    pub fn earlier_branches(&self, id: &DocumentId) -> Vec<EarlierVersion<Branch>> {
        let of = DeskKey::Branch(id.clone());
        self.earlier(&of, |document| keys_desk::branch(id, document))
    }

    /// Of one person's year: kept where two tabs differed, or something took its place as a whole.
    pub fn earlier_dossiers(
        &self,
        branch: &DocumentId,
        person: &ItemId,
        year: i32,
    ) -> Vec<EarlierVersion<Dossier>> {
        let of = DeskKey::dossier(branch, &Dossier::new(person.clone(), year));
        self.earlier(&of, |document| keys_desk::dossier(person, year, document))
    }

    /// All of a branch, those of one person together.
    pub fn kept_dossiers(&self, id: &DocumentId) -> Vec<EarlierVersion<Dossier>> {
        let mut whose: Vec<(ItemId, i32)> = Vec::new();
        for name in self.names().unwrap_or_default() {
            let key = DeskKey::parse(&name);
            let of = key.as_ref().and_then(DeskKey::snapshot_of);
            if let Some((
                DeskKey::Dossier {
                    branch,
                    year,
                    person,
                },
                _,
            )) = of
                && branch == *id
                && whose
                    .last()
                    .is_none_or(|last| *last != (person.clone(), year))
            {
                whose.push((person, year));
            }
        }
        let mut kept = Vec::new();
        for (person, year) in whose {
            kept.extend(self.earlier_dossiers(id, &person, year));
        }
        kept
    }

    fn earlier<T>(
        &self,
        of: &DeskKey,
        typed: impl Fn(Value) -> Option<T>,
    ) -> Vec<EarlierVersion<T>> {
        let mut earlier = Vec::new();
        for stamp in self.stamps(of).unwrap_or_default() {
            let saved_at = stamp.at().to_owned();
            let name = of.snapshot(stamp).map(|place| place.name());
            let text = name.and_then(|name| self.backend.get(&name).ok().flatten());
            if let Reading::Sound(read) = stored::read(of.kind(), &text.unwrap_or_default())
                && let Some(document) = typed(read.document)
            {
                earlier.push(EarlierVersion { saved_at, document });
            }
        }
        earlier
    }

    /// The years of which there are dossiers, ascending.
    pub fn years(&self, of: &DocumentId) -> Vec<i32> {
        let mut years = Vec::new();
        for name in self.names().unwrap_or_default() {
            match DeskKey::parse(&name) {
                Some(DeskKey::Dossier { branch, year, .. })
                    if branch == *of && !years.contains(&year) =>
                {
                    put_in_order(&mut years, year, |one, other| one < other);
                }
                _ => {}
            }
        }
        years
    }

    /// A year's dossiers, for the first time. Texts that can't be read are moved out of the way.
    pub fn read_year(&self, of: &DocumentId, year: i32) -> OfYear {
        let mut read = OfYear::default();
        let Ok(keys) = self.keys_of_year(of, year) else {
            read.unread = true;
            return read;
        };
        for (key, person) in keys {
            let typed = |document| keys_desk::dossier(&person, year, document);
            let mut found = DeskShelved::default();
            let dossier = self.first(&key, typed, &mut found);
            read.dossiers.extend(dossier);
            read.damaged.append(&mut found.damaged);
            read.newer |= found.newer;
            read.unread |= found.unread;
        }
        read
    }

    /// The same after another tab wrote, for a tab without unsaved words: what it knows is looked at
    /// again only where the text is another. Nothing is written.
    pub fn follow_year(&self, of: &DocumentId, year: i32, known: &[Dossier]) -> OfYear {
        let mut read = OfYear::default();
        let Ok(keys) = self.keys_of_year(of, year) else {
            read.unread = true;
            read.dossiers = known.to_vec();
            return read;
        };
        for (key, person) in &keys {
            let mine = known.iter().find(|mine| mine.person == *person).cloned();
            if mine.is_some() && self.is_as_seen(key) {
                read.dossiers.extend(mine);
                continue;
            }
            let typed = |document| keys_desk::dossier(person, year, document);
            match self.load(key, typed).map(|load| self.follow(key, load)) {
                Ok(Reloaded::Changed(theirs)) => read.dossiers.push(theirs),
                Ok(Reloaded::Diverged(_)) => {
                    read.diverged.push(person.clone());
                    read.dossiers.extend(mine);
                }
                Ok(Reloaded::Newer) => read.newer = true,
                // The next save says so, or sets it aside.
                Ok(Reloaded::Same | Reloaded::Unreadable | Reloaded::Gone) | Err(_) => {
                    read.dossiers.extend(mine);
                }
            }
        }
        // What another tab took away goes here, too: nothing unsaved is in it.
        for mine in known {
            if keys.iter().all(|(_, person)| *person != mine.person) {
                self.hold(&DeskKey::dossier(of, mine), State::Absent);
            }
        }
        read
    }

    fn is_as_seen(&self, key: &DeskKey) -> bool {
        match (self.state(key), self.backend.get(&key.name())) {
            (State::Seen(seen), Ok(Some(text))) => seen.text == text,
            _ => false,
        }
    }

    fn keys_of_year(&self, of: &DocumentId, of_year: i32) -> Result<Vec<(DeskKey, ItemId)>, Fault> {
        let mut keys = Vec::new();
        for name in self.names()? {
            let key = DeskKey::parse(&name);
            if let Some(DeskKey::Dossier {
                branch,
                year,
                person,
            }) = &key
                && branch == of
                && *year == of_year
            {
                let person = person.clone();
                keys.extend(key.map(|key| (key, person)));
            }
        }
        Ok(keys)
    }

    /// The branches as they are stored now, which is what this tab has seen from now on; but for one
    /// that is open, which [`Self::reload_branch`] follows.
    pub fn branches(&self, open: Option<&DocumentId>) -> Vec<Branch> {
        let mut branches = Vec::new();
        for name in self.names().unwrap_or_default() {
            let Some(DeskKey::Branch(id)) = DeskKey::parse(&name) else {
                continue;
            };
            let key = DeskKey::Branch(id.clone());
            let load = self.load(&key, |document| keys_desk::branch(&id, document));
            if let Ok(Load::Loaded(seen, branch)) = load {
                if open != Some(&id) {
                    self.hold(&key, State::Seen(seen));
                }
                branches.push(branch);
            }
        }
        branches
    }

    /// For a tab without unsaved words, when the browser says that another tab wrote.
    pub fn reload_branch(&self, id: &DocumentId) -> Result<Reloaded<Branch>, Fault> {
        let key = DeskKey::Branch(id.clone());
        if self.is_as_seen(&key) {
            return Ok(Reloaded::Same);
        }
        let load = self.load(&key, |document| keys_desk::branch(id, document))?;
        Ok(self.follow(&key, load))
    }
}

impl Damaged {
    fn new(key: String, was: &DeskKey, text: String) -> Self {
        let what = match was {
            DeskKey::Branch(_) => "Phần chung của một chi bộ không đọc được".to_owned(),
            DeskKey::Dossier { year, .. } => format!("Một hồ sơ năm {year} không đọc được"),
            DeskKey::Settings | DeskKey::Desk => "Cài đặt không đọc được".to_owned(),
            DeskKey::Earlier(..) | DeskKey::SetAside { .. } => {
                "Một nội dung không đọc được".to_owned()
            }
        };
        Self { key, what, text }
    }
}
