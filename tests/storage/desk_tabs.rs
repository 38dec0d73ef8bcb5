//! Files received in several tabs of one device, whoever hears of whom: the same branch in the end.

use std::rc::Rc;

use proptest::prelude::*;
use so_tay::domain::branch::intake::intake;
use so_tay::domain::branch::receive::Answers;
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::handover::{Consent, HandedMonth, PURPOSE};
use so_tay::domain::{Day, DocumentId, Handover, ItemId, PackVersion, Profile, Table, YearMonth};
use so_tay::storage::{DeskShelf, Memory, Reloaded, SaveError};

use crate::desk_support::{YEAR, batch, branch, open_desk, stored};
use crate::support::{NOW, SOON, id, storage};

const PEOPLE: usize = 3;

fn today() -> Day {
    Day::new(YEAR, 11, 22).expect("a day")
}

/// A person's file with this number, which rates one month.
fn file((person, revision, month): (usize, u32, u8)) -> Incoming {
    let words = format!("{person}/{revision}/{month}");
    let month = YearMonth::new(YEAR, month).expect("a month");
    let rating = HandedMonth {
        pack: PackVersion::Own,
        commitments: Table::new(),
        standards: Table::new(),
        note: words.clone(),
        completed_on: month.last_day(),
    };
    let number = u8::try_from(person + 1).expect("few");
    Incoming {
        document_id: DocumentId::new([number; 16]),
        revision,
        checksum: format!("sha256-{words}"),
        handover: Handover {
            year: YEAR,
            profile: Profile {
                name: format!("Nguyễn Văn {person}"),
                branch: "Chi bộ 2".to_owned(),
                ..Profile::default()
            },
            consent: Consent {
                on: today(),
                receiver: "Chi bộ 2".to_owned(),
                purpose: PURPOSE.to_owned(),
            },
            pledge: None,
            months: [(month, rating)].into_iter().collect(),
            shortcomings: Vec::new(),
            reviews: Table::new(),
            deeds: Vec::new(),
            own_standards: Vec::new(),
        },
    }
}

/// A tab of the desk: what it shows, and its own view of the storage.
struct Tab {
    shelf: DeskShelf,
    branch: Branch,
    dossiers: Vec<Dossier>,
}

impl Tab {
    fn open(storage: &Rc<Memory>) -> Self {
        let (shelf, mut found) = open_desk(storage);
        let dossiers = shelf.read_year(&id(1), YEAR).dossiers;
        Self {
            shelf,
            branch: found.branches.remove(0),
            dossiers,
        }
    }

    fn follow(&mut self) {
        if let Ok(Reloaded::Changed(branch)) = self.shelf.reload_branch(&id(1)) {
            self.branch = branch;
        }
        self.dossiers = self
            .shelf
            .follow_year(&id(1), YEAR, &self.dossiers)
            .dossiers;
    }

    /// Judges and keeps at once; `false`: another tab had written, nothing was kept.
    fn receive(&mut self, files: &[Incoming]) -> bool {
        let held = |person: &ItemId, year| {
            let is_it = |one: &&Dossier| one.person == *person && one.year == year;
            self.dossiers.iter().find(is_it).cloned()
        };
        let taken = intake(&self.branch, held, files, &Answers::default(), today());
        let changed = (taken.branch != self.branch).then_some(taken.branch);
        let changes = batch(changed, taken.dossiers);
        match self.shelf.commit(&id(1), &changes, SOON) {
            Ok(()) => {
                self.branch = changes.branch.unwrap_or_else(|| self.branch.clone());
                for new in changes.dossiers {
                    self.dossiers.retain(|one| one.person != new.person);
                    self.dossiers.push(new);
                }
                self.dossiers
                    .sort_by(|one, other| one.person.cmp(&other.person));
                true
            }
            Err(error) => {
                assert_eq!(error, SaveError::ChangedElsewhere);
                false
            }
        }
    }
}

fn begun() -> Rc<Memory> {
    let storage = storage();
    let (shelf, _) = open_desk(&storage);
    let first = batch(Some(branch(1, PEOPLE, "")), Vec::new());
    assert_eq!(shelf.commit(&id(1), &first, NOW), Ok(()));
    storage
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Each file comes in some tab, which may or may not have heard of the others by then. What is
    /// refused is done again after reading anew, as the page tells the person to.
    #[test]
    fn files_split_over_tabs_give_the_same_branch(
        acts in proptest::collection::vec(
            (0..3_usize, (0..PEOPLE, 1..6_u32, 1..13_u8), any::<bool>()),
            1..24,
        )
    ) {
        // One number, one file: who counts of two under one number is asked, and not here.
        let mut acts = acts;
        let mut seen = Vec::new();
        acts.retain(|(_, (person, revision, month), _)| {
            let known = seen.iter().find(|(key, _)| *key == (*person, *revision));
            let keep = known.is_none_or(|(_, known)| known == month);
            seen.push(((*person, *revision), *month));
            keep
        });
        let at_once = begun();
        let files: Vec<_> = acts.iter().map(|(_, plan, _)| file(*plan)).collect();
        prop_assert!(Tab::open(&at_once).receive(&files));

        let split = begun();
        let mut tabs = [(); 3].map(|()| Tab::open(&split));
        for (which, plan, hears) in acts {
            let tab = &mut tabs[which];
            if hears {
                tab.follow();
            }
            if !tab.receive(&[file(plan)]) {
                tab.follow();
                prop_assert!(tab.receive(&[file(plan)]));
            }
        }
        prop_assert_eq!(stored(&split), stored(&at_once));
        for tab in &mut tabs {
            tab.follow();
            prop_assert_eq!((Some(tab.branch.clone()), tab.dossiers.clone()), stored(&split));
        }
    }
}
