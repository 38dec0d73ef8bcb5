//! Keys and the form of a stored text.

use proptest::prelude::*;
use serde_json::json;
use so_tay::json::Value;
use so_tay::storage::stored::{self, Kind, Reading, Step};
use so_tay::storage::{Key, Place as _, Settings, Stamp, TextSize, Theme};

use crate::arbitrary;
use crate::support::{NOW, handbook, id};

#[test]
fn each_key_has_one_name_and_each_name_one_key() {
    let keys = [
        Key::Settings,
        Key::Handbook(id(7)),
        Key::Snapshot(id(7), Stamp::new(12, NOW)),
        Key::SetAside {
            number: 3,
            origin: Key::Handbook(id(7)).origin(),
        },
    ];
    for key in keys {
        assert_eq!(Key::parse(&key.name()), Some(key));
    }
    assert_eq!(
        Key::Snapshot(id(7), Stamp::new(12, NOW)).name(),
        format!("so-tay/snapshot/{}/12-{NOW}", id(7))
    );
}

#[test]
fn foreign_names_are_nobodys_key() {
    let hex = id(7);
    for name in [
        "",
        "so-tay",
        "so-tay/",
        "so-tay/settings/",
        "so-tay/settings2",
        "so-tay/probe",
        "so-tay/branch/1",
        "so-tay/handbook/",
        "so-tay/handbook/ABC",
        &format!("so-tay/handbook/{hex}/x"),
        &format!("so-tay/snapshot/{hex}"),
        &format!("so-tay/snapshot/{hex}/x"),
        &format!("so-tay/snapshot/{hex}/012-2026"),
        &format!("so-tay/snapshot/{hex}/+12-2026"),
        "so-tay/set-aside/1/",
        "so-tay/set-aside/01/settings",
        "so-tay/set-aside/-1/settings",
        "other/so-tay/settings",
        "So-tay/settings",
    ] {
        assert_eq!(Key::parse(name), None, "{name}");
    }
}

#[test]
fn the_form_is_frozen() {
    let settings = Settings {
        open: Some(id(7)),
        text_size: TextSize::Largest,
        theme: Theme::Dark,
        backed_up_on: "2026-11-01".parse().ok(),
    };
    let document = stored::untyped(&settings);
    assert_eq!(
        stored::write(Kind::SETTINGS, 12, NOW, &document),
        concat!(
            r#"{"check":"d611f70b5d624f73","document":{"backed_up_on":"2026-11-01","#,
            r#""open":"07070707070707070707070707070707","text_size":"largest","theme":"dark"},"#,
            r#""kind":"settings","revision":12,"saved_at":"2026-11-22T09:30:00+07:00","version":1}"#
        )
    );
}

#[test]
fn settings_have_a_default_for_every_field() {
    assert_eq!(stored::typed(json!({}).into()), Some(Settings::default()));
}

#[test]
fn any_single_byte_changed_is_noticed() {
    let document = stored::untyped(&handbook(1, "Cán bộ"));
    let text = stored::write(Kind::HANDBOOK, 3, NOW, &document);
    assert!(matches!(
        stored::read(Kind::HANDBOOK, &text),
        Reading::Sound(_)
    ));
    let mut bytes = text.clone().into_bytes();
    let mut noticed = 0;
    for place in 0..bytes.len() {
        let kept = bytes[place];
        bytes[place] ^= 1;
        if let Ok(changed) = std::str::from_utf8(&bytes) {
            let reading = stored::read(Kind::HANDBOOK, changed);
            assert!(!matches!(reading, Reading::Sound(_)), "byte {place}");
            noticed += 1;
        }
        bytes[place] = kept;
    }
    assert!(noticed > text.len() / 2);
}

#[test]
fn what_fails_the_check_alone_can_still_be_looked_at() {
    let document = stored::untyped(&handbook(1, "Cán bộ"));
    let text = stored::write(Kind::HANDBOOK, 3, NOW, &document).replace("Cán bộ", "Cán bò");
    match stored::read(Kind::HANDBOOK, &text) {
        Reading::Unreadable(Some(document)) => {
            let handbook = stored::handbook(&id(1), document).expect("a handbook");
            assert_eq!(handbook.profile.duty, "Cán bò");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_newer_version_is_newer_whatever_its_check() {
    let text = r#"{"document":{"x":1},"kind":"handbook","revision":1,"saved_at":"","version":9}"#;
    assert_eq!(
        stored::read(Kind::HANDBOOK, text),
        Reading::Newer {
            version: 9,
            document: json!({"x": 1}).into()
        }
    );
}

/// Before the branch's feedback was kept. An older page leaves what it can't keep alone.
#[test]
fn a_handbook_of_version_1_is_read_and_written_as_version_2() {
    let document = stored::untyped(&handbook(1, "Cán bộ"));
    let text = stored::write(Kind::HANDBOOK, 3, NOW, &document);
    let (rest, check) = (&text[28..text.len() - 2], |rest: &str| {
        rest.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    });
    assert!(text.ends_with("\"version\":2}"));
    let rest = format!("{rest}1}}");
    let old = format!("{{\"check\":\"{:016x}\",{rest}", check(&rest));
    match stored::read(Kind::HANDBOOK, &old) {
        Reading::Sound(stored) => {
            assert_eq!((stored.version, stored.revision), (1, 3));
            assert_eq!(stored.document, document);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_kinds_text_is_not_taken() {
    let document = stored::untyped(&handbook(1, ""));
    let text = stored::write(Kind::HANDBOOK, 3, NOW, &document);
    assert_eq!(
        stored::read(Kind::SETTINGS, &text),
        Reading::Unreadable(None)
    );
}

#[test]
fn migration_goes_step_by_step_from_the_version_found() {
    let steps: [Step; 2] = [
        |document| Some(Value::List(vec![document, "one".into()])),
        |document| Some(Value::List(vec![document, "two".into()])),
    ];
    let from = |version| stored::migrate(json!(0).into(), version, &steps);
    assert_eq!(from(1), Some(json!([[0, "one"], "two"]).into()));
    assert_eq!(from(2), Some(json!([0, "two"]).into()));
    assert_eq!(from(3), Some(json!(0).into()));
    assert_eq!(from(0), None);
    assert_eq!(from(4), None);
    let refusing: [Step; 1] = [|_| None];
    assert_eq!(stored::migrate(json!(0).into(), 1, &refusing), None);
}

proptest! {
    #[test]
    fn any_handbook_is_stored_and_read_the_same(handbook in arbitrary::handbook(), revision: u64) {
        let document = stored::untyped(&handbook);
        let text = stored::write(Kind::HANDBOOK, revision, NOW, &document);
        match stored::read(Kind::HANDBOOK, &text) {
            Reading::Sound(stored) => {
                prop_assert_eq!(stored.revision, revision);
                prop_assert_eq!(&stored.saved_at, NOW);
                prop_assert_eq!(stored::handbook(&handbook.id, stored.document), Some(handbook));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text: String, version: u64, document in ".{0,20}") {
        let envelope = json!({"kind": "handbook", "version": version, "document": document});
        for text in [text, envelope.to_string()] {
            for kind in [Kind::SETTINGS, Kind::HANDBOOK] {
                let reading = stored::read(kind, &text);
                prop_assert!(!matches!(reading, Reading::Sound(_)));
            }
        }
    }

    #[test]
    fn any_name_parses_to_its_own_key_or_to_none(
        name in "so-tay/(settings|handbook|snapshot|set-aside)?(/[0-9a-f]{32})?(/[0-9]{0,3})?([-/][0-9T:+.Z-]{0,12})?"
    ) {
        if let Some(key) = Key::parse(&name) {
            prop_assert_eq!(key.name(), name);
        }
    }

    #[test]
    fn any_stamp_comes_back(revision: u64, at: String) {
        let stamp = Stamp::new(revision, &at);
        prop_assert_eq!(Stamp::parse(&stamp.text()), Some(stamp));
    }
}

#[test]
fn json_that_nests_too_deep_is_unreadable() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(
        stored::read(Kind::HANDBOOK, &deep),
        Reading::Unreadable(None)
    );
    assert_eq!(
        stored::read(Kind::HANDBOOK, "null"),
        Reading::Unreadable(None)
    );
}
