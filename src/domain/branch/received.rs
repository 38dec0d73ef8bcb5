//! One handbook's hand-overs, added up.
//!
//! Each part is of the file with the highest number that brought it, so that neither the order of
//! the files nor a repetition matters. Two files under one number (a handbook that went on on two
//! phones) add up too; where both bring a part, a person settles which of the two counts.

use super::dossier::{FileSeen, Received, Versioned};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::handover::{Handover, month_ranges};
use crate::domain::ids::DocumentId;
use crate::domain::letters::lower;
use crate::domain::review::Review;
use crate::domain::table::Table;

/// A hand-over as it came out of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The handbook's.
    pub document_id: DocumentId,
    pub revision: u32,
    pub checksum: String,
    pub handover: Handover,
}

/// What a file adds to, or changes in, what was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brings {
    pub added: Parts,
    pub changed: Parts,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub pledge: bool,
    pub months: Vec<YearMonth>,
    pub shortcomings: usize,
    pub reviews: Vec<Review>,
    /// việc tốt
    pub deeds: usize,
}

impl Received {
    /// Before a handbook's first file is taken in: number 0 stands for what no file has brought yet.
    fn begin(file: &Incoming) -> Self {
        Self {
            document_id: file.document_id.clone(),
            files: Vec::new(),
            profile: none_yet(&file.handover.profile),
            consent: none_yet(&file.handover.consent),
            pledge: None,
            months: Table::new(),
            shortcomings: Table::new(),
            reviews: Table::new(),
            deeds: Table::new(),
            own_standards: Table::new(),
        }
    }

    /// Of a handbook's first file.
    pub fn of(file: &Incoming, on: Day) -> Self {
        let mut received = Self::begin(file);
        received.take(file, on, false);
        received
    }

    /// The files that came under the number of this one.
    pub fn under_number(&self, file: &Incoming) -> impl Iterator<Item = &FileSeen> {
        let revision = file.revision;
        self.files
            .iter()
            .filter(move |seen| seen.revision == revision)
    }

    /// Adds a file that was not taken in yet. `prevails`: where another file under the same number
    /// brought a part too, this one's counts.
    pub fn take(&mut self, file: &Incoming, on: Day, prevails: bool) -> Brings {
        let Incoming {
            revision,
            checksum,
            handover,
            ..
        } = file;
        self.remember(FileSeen {
            revision: *revision,
            checksum: checksum.clone(),
            received_on: on,
        });
        let rank = Rank {
            revision: *revision,
            prevails,
        };
        rank.put(&mut self.profile, &handover.profile);
        rank.put(&mut self.consent, &handover.consent);
        for standard in &handover.own_standards {
            rank.put_in(&mut self.own_standards, &standard.id, standard);
        }
        let mut brings = Brings::default();
        if let Some(pledge) = &handover.pledge {
            let known = self.pledge.get_or_insert_with(|| none_yet(pledge));
            if let Some(parts) = brings.side(rank.put(known, pledge)) {
                parts.pledge = true;
            }
        }
        for (month, rating) in handover.months.iter() {
            let change = rank.put_in(&mut self.months, month, rating);
            if let Some(parts) = brings.side(change) {
                parts.months.push(*month);
            }
        }
        for shortcoming in &handover.shortcomings {
            let change = rank.put_in(&mut self.shortcomings, &shortcoming.id, shortcoming);
            if let Some(parts) = brings.side(change) {
                parts.shortcomings += 1;
            }
        }
        for (review, finished) in handover.reviews.iter() {
            let change = rank.put_in(&mut self.reviews, review, finished);
            if let Some(parts) = brings.side(change) {
                parts.reviews.push(*review);
            }
        }
        for deed in &handover.deeds {
            let change = rank.put_in(&mut self.deeds, &deed.id, deed);
            if let Some(parts) = brings.side(change) {
                parts.deeds += 1;
            }
        }
        brings
    }

    fn remember(&mut self, file: FileSeen) {
        let before =
            |seen: &FileSeen| (seen.revision, &seen.checksum) < (file.revision, &file.checksum);
        let place = self.files.partition_point(before);
        self.files.insert(place, file);
    }
}

fn none_yet<T: Clone>(value: &T) -> Versioned<T> {
    Versioned {
        revision: 0,
        value: value.clone(),
    }
}

/// What a file's parts are put against.
#[derive(Clone, Copy)]
struct Rank {
    revision: u32,
    prevails: bool,
}

enum Change {
    None,
    Added,
    Changed,
}

impl Rank {
    fn put<T: Clone + PartialEq>(self, known: &mut Versioned<T>, value: &T) -> Change {
        let before = known.revision;
        if before > self.revision || before == self.revision && !self.prevails {
            return Change::None;
        }
        known.revision = self.revision;
        if before == 0 {
            return Change::Added;
        }
        if known.value == *value {
            return Change::None;
        }
        known.value = value.clone();
        Change::Changed
    }

    fn put_in<K: Ord + Clone, T: Clone + PartialEq>(
        self,
        known: &mut Table<K, Versioned<T>>,
        key: &K,
        value: &T,
    ) -> Change {
        self.put(
            known.get_or_insert_with(key.clone(), || none_yet(value)),
            value,
        )
    }
}

impl Brings {
    fn side(&mut self, change: Change) -> Option<&mut Parts> {
        match change {
            Change::None => None,
            Change::Added => Some(&mut self.added),
            Change::Changed => Some(&mut self.changed),
        }
    }

    /// "tháng 10 thêm vào; bản đăng ký thay đổi"; empty: nothing.
    pub fn in_words(&self) -> String {
        let sides = [(&self.added, "thêm vào"), (&self.changed, "thay đổi")];
        let said = sides.into_iter().filter_map(|(parts, what)| {
            let words = parts.in_words();
            (!words.is_empty()).then(|| format!("{words} {what}"))
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

impl Parts {
    /// "bản đăng ký, tháng 9–10, 1 hạn chế"
    pub fn in_words(&self) -> String {
        let mut words = Vec::new();
        if self.pledge {
            words.push("bản đăng ký".to_owned());
        }
        if !self.months.is_empty() {
            let months = month_ranges(self.months.iter().map(|month| month.number()));
            words.push(format!("tháng {months}"));
        }
        if self.shortcomings > 0 {
            words.push(format!("{} hạn chế", self.shortcomings));
        }
        words.extend(self.reviews.iter().map(|review| lower(review.name())));
        if self.deeds > 0 {
            words.push(format!("{} việc tốt", self.deeds));
        }
        words.join(", ")
    }
}
