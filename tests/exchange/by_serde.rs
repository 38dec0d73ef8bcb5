//! The page reads and writes JSON by its own means (`so_tay::json`). Here they are held to serde's,
//! which define the format: the same bytes, the same values, the same refusals with the same place.

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::{Day, Handbook};
use so_tay::exchange::{Backup, BranchBackup};
use so_tay::json::{self, InFiles, Misfit, Unfit, Value, canonical, from_value, read_by_serde};
use so_tay::storage::{DeskSettings, Settings, TextSize, Theme};

use crate::arbitrary;

/// What serde makes of a typed value.
fn by_serde<T: Serialize>(typed: &T) -> serde_json::Value {
    serde_json::to_value(typed).expect("JSON")
}

/// One change somewhere in the value: the way down by turns, then what happens there.
#[derive(Clone, Debug)]
struct Change {
    way: Vec<Index>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Replace(serde_json::Value),
    Wrap(&'static str),
    Remove(Index),
    Add(&'static str, serde_json::Value),
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "id",
        "on",
        "adopted",
        "posted",
        "words",
        "own",
        "issued",
        "put_right",
        "not_yet",
        "submitted",
        "member",
        "kept",
        "first",
        "person",
        "2012-13",
        "2012-02",
        "2012-02-31",
        "2012-02-03",
        "A",
        "0123456789abcdef0123456789abcdef",
        "một từ",
    ])
}

fn piece() -> impl Strategy<Value = serde_json::Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|on| json!(on)),
        prop::sample::select(vec![
            0_i64,
            1,
            -1,
            28,
            255,
            256,
            4_294_967_295,
            4_294_967_296,
            i64::MIN
        ])
        .prop_map(|number| json!(number)),
        Just(json!(1.0)),
        Just(json!(-0.0)),
        Just(json!(u64::MAX)),
        word().prop_map(|word| json!(word)),
        Just(json!([])),
        Just(json!({})),
        word().prop_map(|word| json!([word])),
        (word(), word()).prop_map(|(key, word)| json!({ key: word })),
        (word(), word(), word()).prop_map(|(key, field, word)| json!({ key: { field: word } })),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let what = prop_oneof![
        3 => piece().prop_map(What::Replace),
        1 => word().prop_map(What::Wrap),
        3 => any::<Index>().prop_map(What::Remove),
        1 => (word(), piece()).prop_map(|(key, value)| What::Add(key, value)),
    ];
    let way = prop::collection::vec(any::<Index>(), 0..9);
    (way, what).prop_map(|(way, what)| Change { way, what })
}

fn changed(mut value: serde_json::Value, change: &Change) -> serde_json::Value {
    use serde_json::Value::{Array, Object};
    let mut place = &mut value;
    for turn in &change.way {
        let deeper = match place {
            Array(list) => !list.is_empty(),
            Object(map) => !map.is_empty(),
            _ => false,
        };
        if !deeper {
            break;
        }
        place = match place {
            Array(list) => {
                let index = turn.index(list.len());
                &mut list[index]
            }
            Object(map) => {
                let index = turn.index(map.len());
                map.values_mut().nth(index).expect("one of them")
            }
            _ => break,
        };
    }
    match (&change.what, place) {
        (What::Replace(other), place) => *place = other.clone(),
        (What::Wrap(key), place) => *place = json!({ *key: place.take() }),
        (What::Remove(which), Array(list)) if !list.is_empty() => {
            list.remove(which.index(list.len()));
        }
        (What::Remove(which), Object(map)) if !map.is_empty() => {
            let key = map.keys().nth(which.index(map.len())).cloned();
            map.remove(&key.expect("one of them"));
        }
        (What::Add(key, value), Object(map)) => {
            map.insert((*key).to_owned(), value.clone());
        }
        _ => {}
    }
    value
}

/// Both read the value, and say the same of it.
fn read_alike<T>(value: serde_json::Value) -> Result<(), TestCaseError>
where
    T: InFiles + DeserializeOwned + PartialEq + Debug,
{
    let value = Value::from(value);
    let ours = from_value::<T>(value.clone());
    let theirs = read_by_serde::<T>(value);
    prop_assert_eq!(ours, theirs);
    Ok(())
}

/// Written alike, read back alike, and refused alike after each of the changes and after all.
fn alike<T>(typed: &T, changes: &[Change]) -> Result<(), TestCaseError>
where
    T: InFiles + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value = by_serde(typed);
    prop_assert_eq!(json::to_value(typed), Value::from(value.clone()));
    prop_assert_eq!(
        &from_value::<T>(value.clone().into()),
        &Ok(json_copy(typed))
    );
    let mut all = value.clone();
    for change in changes {
        read_alike::<T>(changed(value.clone(), change))?;
        all = changed(all, change);
        read_alike::<T>(all.clone())?;
    }
    Ok(())
}

fn json_copy<T: Serialize + DeserializeOwned>(typed: &T) -> T {
    serde_json::from_value(by_serde(typed)).expect("what was written")
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn packs_are_alike(pack in arbitrary::any_pack(), changes in changes()) {
        alike(&pack, &changes)?;
    }

    #[test]
    fn hand_overs_are_alike(handover in arbitrary::handover(), changes in changes()) {
        alike(&handover, &changes)?;
    }

    #[test]
    fn feedback_is_alike(feedback in arbitrary::feedback(), changes in changes()) {
        alike(&feedback, &changes)?;
    }

    #[test]
    fn handbooks_are_alike(handbook in arbitrary::handbook(), changes in changes()) {
        alike::<Handbook>(&handbook, &changes)?;
    }

    #[test]
    fn backups_are_alike(backup in arbitrary::backup(), changes in changes()) {
        alike::<Backup>(&backup, &changes)?;
    }

    #[test]
    fn settings_are_alike(
        open in proptest::option::of(arbitrary::document_id()),
        text_size in prop::sample::select(TextSize::ALL.to_vec()),
        theme in prop::sample::select(Theme::ALL.to_vec()),
        backed_up_on in proptest::option::of(arbitrary::day()),
        changes in changes(),
    ) {
        alike(&Settings { open, text_size, theme, backed_up_on }, &changes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn settings_of_the_desk_are_alike(
        open in proptest::option::of(arbitrary::document_id()),
        backups in prop::collection::vec((arbitrary::document_id(), arbitrary::day()), 0..3),
        typed in prop::collection::vec((arbitrary::text(), arbitrary::text()), 0..3),
        changes in changes(),
    ) {
        let backed_up_on = backups.into_iter().collect();
        let unfinished = typed.into_iter().collect();
        alike(&DeskSettings { open, backed_up_on, unfinished }, &changes)?;
    }
}

/// Each type of the branch, in a year that has something of everything.
#[test]
fn a_branch_is_alike() {
    let (branch, dossiers) = sample_branch(Day::new(2012, 10, 20).expect("a day"));
    let backup = BranchBackup {
        archive_of: Some(2012),
        branch,
        dossiers,
    };
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(8));
    let read = runner.run(&changes(), |changes| alike(&backup, &changes));
    read.expect("alike");
    let dossier_changes = (any::<Index>(), changes());
    let read = runner.run(&dossier_changes, |(which, changes)| {
        alike(which.get(&backup.dossiers), &changes)
    });
    read.expect("alike");
    let read = runner.run(&changes(), |changes| {
        backup
            .branch
            .years
            .iter()
            .try_for_each(|year| alike(year, &changes))
    });
    read.expect("alike");
}

/// A text that is nearly JSON.
fn text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        piece().prop_map(|value| value.to_string()),
        arbitrary::text().prop_map(|text| json!(text).to_string()),
        prop::sample::select(vec![
            "-0",
            "-1",
            "01",
            "1.5",
            "1.",
            "1e3",
            "1e",
            "-",
            "1E-7",
            "18446744073709551616",
            "tru",
            "nul",
            "True",
            r#""\u00e9""#,
            r#""\ud83c\udf3e""#,
            r#""\ud83c""#,
            r#""\udf3e""#,
            r#""\ud83c\u0041""#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12g4""#,
            "\"\n\"",
            r#""a\/b\"\\\b\f\n\r\t""#,
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let gap = prop::sample::select(vec!["", " ", "\n", "\r\n\t"]);
        let key =
            prop_oneof![4 => word().prop_map(|word| json!(word).to_string()), 1 => inner.clone()];
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..4), gap.clone()).prop_map(
                |(items, gap)| format!("[{gap}{}{gap}]", items.join(&format!("{gap},{gap}")))
            ),
            (prop::collection::vec((key, inner), 0..4), gap).prop_map(|(entries, gap)| {
                let entries = entries
                    .into_iter()
                    .map(|(key, value)| format!("{key}{gap}:{gap}{value}"));
                format!("{{{gap}{}{gap}}}", entries.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

/// Ours and serde_json's reading of a text.
fn texts_alike(text: &str) -> Result<(), TestCaseError> {
    let ours = json::read(text);
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(theirs) => {
            let ours = ours.map(|value| serde_json::from_str(&canonical(&value)).expect("JSON"));
            prop_assert_eq!(ours, Ok(theirs), "{}", text);
        }
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let theirs = if error.is_eof() {
                Unfit::CutShort
            } else {
                Unfit::Syntax { line, column }
            };
            prop_assert_eq!(ours, Err(Misfit::from(theirs)), "{:?}: {}", text, error);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn texts_are_read_alike(
        text in text(),
        damage in proptest::option::of((any::<Index>(), any::<Index>(), "[ -~\n\u{1}é]{0,2}")),
    ) {
        texts_alike(&text)?;
        if let Some((from, length, other)) = damage {
            let letters: Vec<char> = text.chars().collect();
            let from = from.index(letters.len() + 1);
            let to = letters.len().min(from + length.index(3));
            let damaged = letters[..from].iter().copied().chain(other.chars()).chain(letters[to..].iter().copied());
            texts_alike(&damaged.collect::<String>())?;
        }
    }

    #[test]
    fn a_text_cut_anywhere_is_read_alike(text in text(), at in any::<Index>()) {
        let cut: String = text.chars().take(at.index(text.chars().count() + 1)).collect();
        texts_alike(&cut)?;
    }
}

/// As deep as serde_json goes, and no deeper.
#[test]
fn depth_is_alike() {
    for depth in [126, 127, 128, 200] {
        let nested = "[".repeat(depth) + &"]".repeat(depth);
        let theirs = serde_json::from_str::<serde_json::Value>(&nested);
        assert_eq!(json::read(&nested).is_ok(), theirs.is_ok(), "{depth}");
    }
}
