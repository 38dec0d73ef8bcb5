//! Damaged texts of the desk: every key of a filled storage, in every way. The rest is read, the damaged text
//! stays to be had as a file, and nothing writes over it.

use std::rc::Rc;

use so_tay::storage::lean::expand;
use so_tay::storage::{Backend as _, DeskKey, Memory, Place as _, Theme};

use crate::damage::damaged;
use crate::desk_support::{YEAR, adopted, batch, branch, dossier, open_desk};
use crate::support::{NOW, SOON, at, dump, id, storage};

/// Looks, the desk's choices, two branches with an earlier version of one, dossiers, one of them settled.
fn filled() -> Rc<Memory> {
    let storage = storage();
    let (shelf, _) = open_desk(&storage);
    let first = batch(
        Some(branch(1, 3, "gốc")),
        vec![dossier(0, "gốc"), adopted(dossier(1, "thông qua"))],
    );
    assert_eq!(shelf.commit(&id(1), &first, NOW), Ok(()));
    let second = batch(Some(branch(2, 1, "khác")), vec![dossier(2, "khác")]);
    assert_eq!(shelf.commit(&id(2), &second, SOON), Ok(()));
    let next = batch(Some(branch(1, 3, "hôm sau")), Vec::new());
    assert_eq!(shelf.commit(&id(1), &next, &at(1, 9)), Ok(()));
    let dark = shelf.change_settings(NOW, |settings| settings.theme = Theme::Dark);
    assert!(dark.is_ok());
    assert!(
        shelf
            .change_desk(NOW, |desk| desk.open = Some(id(1)))
            .is_ok()
    );
    storage
}

/// The document that a name or an earlier version of it stands for.
fn document(name: &str) -> String {
    match DeskKey::parse(name) {
        Some(DeskKey::Earlier(of, _)) => of.name(),
        _ => name.to_owned(),
    }
}

#[test]
fn whatever_is_damaged_the_rest_is_read_and_nothing_writes_over_it() {
    let whole = dump(&filled());
    let texts: Vec<_> = whole.iter().map(|(_, text)| text.clone()).collect();
    assert!(whole.len() >= 8, "a filled desk: {}", whole.len());
    let mut cases = 0;
    for (name, text) in &whole {
        let key = DeskKey::parse(name).expect("ours");
        for damage in damaged(text, &texts) {
            // An earlier version of the very document is sound.
            let from = whole.iter().find(|(_, text)| *text == damage);
            if from.is_some_and(|(name, _)| document(name) == document(&key.name())) {
                continue;
            }
            let storage = filled();
            assert!(storage.set(name, &damage).is_ok());
            // As it lies there, or as it reads when it was lean.
            let lean = expand(&damage);
            let kept = || {
                dump(&storage)
                    .iter()
                    .any(|(_, text)| *text == damage || lean.as_ref() == Some(text))
            };
            let (shelf, found) = open_desk(&storage);
            let branches = found.branches.len();
            let years = [1, 2].map(|branch| shelf.read_year(&id(branch), YEAR));
            let dossiers: usize = years.iter().map(|year| year.dossiers.len()).sum();
            let lost = (2 - branches) + (3 - dossiers);
            assert!(kept(), "{name}: gone when it was opened");
            match &key {
                DeskKey::Branch(_) | DeskKey::Dossier { .. } => assert_eq!(lost, 1, "{name}"),
                _ => assert_eq!(lost, 0, "{name}"),
            }
            // Said, unless it is an earlier version, which is looked at when it is asked for.
            let newer = found.newer || years.iter().any(|year| year.newer);
            let told =
                found.damaged.len() + years.iter().map(|year| year.damaged.len()).sum::<usize>();
            let quiet = matches!(key, DeskKey::Earlier(..));
            assert!(quiet || newer || told == 1, "{name}: {told} told");
            // Work goes on beside it.
            for (number, people) in [(1, 3), (2, 1)] {
                let more = batch(
                    Some(branch(number, people, "viết tiếp")),
                    vec![dossier(5, "mới")],
                );
                let done = shelf.commit(&id(number), &more, &at(2, 9));
                assert!(done.is_ok() || newer, "{name}: {done:?}");
            }
            assert!(kept(), "{name}: gone when work went on");
            let _ = open_desk(&storage);
            assert!(kept(), "{name}: gone with another opening");
            cases += 1;
        }
    }
    println!("desk: damage survived {cases}/{cases}");
}
