//! What holds for every handbook, and for every byte that may come in.

use proptest::prelude::*;
use proptest::sample::Index;
use so_tay::domain::Review;
use so_tay::domain::reminders::{Wording, reminders};
use so_tay::exchange::calendar_file::calendar_file;
use so_tay::exchange::{
    Nfc, Opened, open, open_with_checksum, pieces, write_backup, write_feedback, write_handover,
    write_pack,
};
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary::{self, nfc};
use crate::golden;

const NFC: Nfc = &nfc;

fn reopened(written: &str) -> Opened {
    assert!(written.ends_with("}\n"));
    open(written.as_bytes(), NFC).expect("what was written opens")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_pack_comes_back_equal(envelope in arbitrary::envelope(arbitrary::any_pack())) {
        let written = write_pack(&envelope, NFC);
        prop_assert_eq!(reopened(&written), Opened::Pack(envelope));
    }

    #[test]
    fn a_hand_over_comes_back_equal(envelope in arbitrary::envelope(arbitrary::handover())) {
        let written = write_handover(&envelope, NFC);
        prop_assert_eq!(reopened(&written), Opened::Handover(envelope));
    }

    #[test]
    fn a_feedback_comes_back_equal(envelope in arbitrary::envelope(arbitrary::feedback())) {
        let written = write_feedback(&envelope, NFC);
        prop_assert_eq!(reopened(&written), Opened::Feedback(envelope));
    }

    /// Pasted together, with a chat's lines between them, each is found.
    #[test]
    fn several_files_in_one_text_are_found_apart(
        files in proptest::collection::vec(arbitrary::envelope(arbitrary::handover()), 2..4),
        talk in "[^{]{0,40}",
    ) {
        let written: Vec<_> = files.iter().map(|file| write_handover(file, NFC)).collect();
        let pasted = format!("{talk}{}{talk}", written.join(&talk));
        let found: Vec<_> = pieces(pasted.as_bytes()).into_iter().map(|piece| open(piece, NFC)).collect();
        let whole: Vec<_> = files.into_iter().map(|file| Ok(Opened::Handover(file))).collect();
        prop_assert_eq!(found, whole);
    }

    #[test]
    fn the_checksum_is_the_one_in_the_file(envelope in arbitrary::envelope(arbitrary::handover())) {
        let written = write_handover(&envelope, NFC);
        let (_, checksum) = open_with_checksum(written.as_bytes(), NFC).expect("what was written");
        let named = format!("\"checksum\": \"{checksum}\"");
        prop_assert!(written.contains(&named));
    }

    #[test]
    fn a_backup_comes_back_equal(envelope in arbitrary::envelope(arbitrary::backup())) {
        let written = write_backup(&envelope, NFC);
        prop_assert_eq!(reopened(&written), Opened::Backup(envelope));
    }

    /// Whatever is chosen, no byte of a private note is in the file.
    #[test]
    fn private_notes_stay(
        mut handbook in arbitrary::handbook(),
        choice in any::<u64>(),
        day in arbitrary::day(),
        envelope in arbitrary::envelope(Just(())),
    ) {
        const MARK: &str = "Chỉ mình tôi biết 7f3a9c";
        for rating in handbook.months.values_mut() {
            rating.private_note = format!("{MARK} {}", rating.private_note);
        }
        // Nor of a good deed that may not be told.
        let mut secret_deeds = 0;
        for deed in handbook.deeds.iter_mut().filter(|deed| deed.consent.is_none()) {
            deed.text = MARK.to_owned();
            deed.witness = MARK.to_owned();
            secret_deeds += 1;
        }
        // Nor of what the branch told.
        if let Some(held) = &mut handbook.feedback {
            held.told.remark = MARK.to_owned();
        }
        let payload = arbitrary::hand_over(&handbook, choice, day);
        let file = so_tay::exchange::Envelope {
            document_id: envelope.document_id,
            revision: envelope.revision,
            exported_at: envelope.exported_at,
            app_version: envelope.app_version,
            payload,
        };
        let written = write_handover(&file, NFC);
        prop_assert!(!written.contains("7f3a9c"));
        prop_assert!(!written.contains("private"));
        // Nor in the reviews as they go on paper, or in the calendar in full.
        let reviews = Review::ALL.map(|review| format!("{:?}", handbook.review_now(review, day)));
        prop_assert!(!reviews.concat().contains(MARK));
        let entries = reminders(&handbook, Wording::InFull, day);
        let calendar = calendar_file(&entries, handbook.year, 1, "20260101T003000Z");
        // As it stands, with its long lines put together again.
        prop_assert!(!calendar.replace("\r\n ", "").contains("7f3a9c"));
        // The mark is there to be found where it belongs.
        handbook.record_handover(file.payload, 1);
        let backup = so_tay::exchange::Envelope {
            document_id: file.document_id,
            revision: file.revision,
            exported_at: file.exported_at,
            app_version: file.app_version,
            payload: so_tay::exchange::Backup { handbooks: vec![handbook.clone()] },
        };
        let marks = write_backup(&backup, NFC).matches(MARK).count();
        let others = usize::from(handbook.feedback.is_some()) + 2 * secret_deeds;
        prop_assert_eq!(marks, handbook.months.len() + others);
    }

    #[test]
    fn decomposed_text_is_written_composed(envelope in arbitrary::envelope(arbitrary::handover())) {
        let mut loose = envelope.clone();
        loose.payload.profile.name = loose.payload.profile.name.nfd().collect();
        loose.payload.consent.purpose = loose.payload.consent.purpose.nfd().collect();
        prop_assert_eq!(write_handover(&loose, NFC), write_handover(&envelope, NFC));
    }

    #[test]
    fn a_whole_file_decomposed_opens_composed(envelope in arbitrary::envelope(arbitrary::handover())) {
        let written: String = write_handover(&envelope, NFC).nfd().collect();
        prop_assert_eq!(open(written.as_bytes(), NFC), Ok(Opened::Handover(envelope)));
    }

    #[test]
    fn a_message_around_it_does_not_matter(
        before in "[^{]{0,40}",
        after in "[^{\"]{0,40}",
        envelope in arbitrary::envelope(arbitrary::handover()),
    ) {
        let pasted = format!("{before}{}{after}", write_handover(&envelope, NFC));
        prop_assert_eq!(open(pasted.as_bytes(), NFC), Ok(Opened::Handover(envelope)));
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>()) {
        prop_assert!(open(&bytes, NFC).is_err());
    }

    #[test]
    fn no_text_panics(text in r#"(\{|\}|\[|\]|"|:|,|so-tay/|"format"|"version"|payload|1|-|\.|e|\\|\\u|ế|\u{feff}|[ \n]|.){0,60}"#) {
        let problem = open(text.as_bytes(), NFC).expect_err("nothing whole");
        prop_assert!(problem.sentence().ends_with('.'));
    }
}

/// One thing that may happen to a file on its way.
fn damage() -> impl Strategy<Value = (Index, Index, u8, u8)> {
    (any::<Index>(), any::<Index>(), 0..6_u8, any::<u8>())
}

fn damaged(mut bytes: Vec<u8>, (from, to, how, byte): (Index, Index, u8, u8)) -> Vec<u8> {
    let (a, b) = (from.index(bytes.len()), to.index(bytes.len()));
    let (from, to) = (a.min(b), a.max(b));
    match how {
        0 => bytes[from] = byte,
        1 => bytes[from] ^= 1 << (byte % 8),
        2 => bytes.insert(from, byte),
        3 => drop(bytes.drain(from..to.min(from + usize::from(byte)))),
        4 => bytes.swap(from, to),
        _ => {
            let copy = bytes[from..to.min(from + usize::from(byte))].to_vec();
            bytes.splice(to..to, copy);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// The checksum covers the payload: a file that still opens says the same.
    #[test]
    fn a_damaged_file_is_refused_or_says_the_same(
        name in proptest::sample::select(&golden::NAMES),
        damages in proptest::collection::vec(damage(), 1..3),
    ) {
        let frozen = golden::read(name);
        let bytes = damages.into_iter().fold(frozen.clone().into_bytes(), damaged);
        let whole = open(frozen.as_bytes(), NFC).expect("a golden file");
        match (open(&bytes, NFC), whole) {
            (Err(problem), _) => prop_assert!(problem.sentence().ends_with('.')),
            (Ok(Opened::Pack(found)), Opened::Pack(whole)) => prop_assert_eq!(found.payload, whole.payload),
            (Ok(Opened::Handover(found)), Opened::Handover(whole)) => prop_assert_eq!(found.payload, whole.payload),
            (Ok(Opened::Feedback(found)), Opened::Feedback(whole)) => prop_assert_eq!(found.payload, whole.payload),
            (Ok(Opened::Backup(found)), Opened::Backup(whole)) => prop_assert_eq!(found.payload, whole.payload),
            (Ok(found), _) => prop_assert!(false, "another kind: {found:?}"),
        }
    }
}
