//! A small branch to store, and its dossiers.

use std::rc::Rc;

use so_tay::domain::branch::dossier::OnPaper;
use so_tay::domain::branch::{Adopted, Branch, Dossier, Person};
use so_tay::domain::{Day, ItemId, Standing};
use so_tay::storage::{Batch, DeskKey, DeskShelf, DeskShelved, Memory, Place as _};

use crate::support::id;

pub const YEAR: i32 = 2026;

pub fn person(number: usize) -> ItemId {
    ItemId::parse(&format!("p{number}")).expect("plain")
}

/// A branch of so many people; the unit tells versions apart.
pub fn branch(number: u8, people: usize, unit: &str) -> Branch {
    let mut branch = Branch::begin(id(number), "Chi bộ 2".to_owned());
    unit.clone_into(&mut branch.unit);
    for number in 0..people {
        let name = format!("Nguyễn Văn {number}");
        let one = Person::new(person(number), name, Standing::Member);
        branch.roster.people.push(one);
    }
    branch.year_mut(YEAR);
    branch
}

/// A dossier that differs by its remark.
pub fn dossier(number: usize, remark: &str) -> Dossier {
    let mut dossier = Dossier::new(person(number), YEAR);
    dossier.on_paper = Day::new(YEAR, 1, 5).map(|on| OnPaper { on, commitments: 2 });
    remark.clone_into(&mut dossier.remark);
    dossier
}

pub fn adopted(mut dossier: Dossier) -> Dossier {
    dossier.adopted = Day::new(YEAR, 2, 5).map(|on| Adopted {
        on,
        pledge_revision: 0,
    });
    dossier
}

pub fn branch_key(number: u8) -> String {
    DeskKey::Branch(id(number)).name()
}

pub fn dossier_key(number: usize) -> String {
    DeskKey::dossier(&id(1), &dossier(number, "")).name()
}

pub fn open_desk(storage: &Rc<Memory>) -> (DeskShelf, DeskShelved) {
    DeskShelf::open_desk(Box::new(Rc::clone(storage)))
}

/// What a fresh tab would show: the branch and its dossiers of the year.
pub fn stored(storage: &Rc<Memory>) -> (Option<Branch>, Vec<Dossier>) {
    let (shelf, shelved) = open_desk(storage);
    let branch = shelved.branches.into_iter().find(|kept| kept.id == id(1));
    (branch, shelf.read_year(&id(1), YEAR).dossiers)
}

pub fn batch(branch: Option<Branch>, dossiers: Vec<Dossier>) -> Batch {
    Batch {
        branch,
        dossiers,
        gone: Vec::new(),
    }
}

/// Text of which nothing can be left out.
pub fn noise(length: usize) -> String {
    let mut state = 1_u32;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x1EA0 + (state >> 16) % 0x50).expect("a letter")
    });
    letters.take(length).collect()
}
