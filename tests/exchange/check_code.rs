//! The check code of a pledge: the same on the paper and with the file, another for other words.

use proptest::prelude::*;
use so_tay::domain::pledge::Stage;
use so_tay::exchange::{Opened, check_code, open, write_handover};
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary::{self, nfc};
use crate::golden;

#[test]
fn the_golden_pledge_has_this_code() {
    let handover = golden::handover_2012().payload;
    let pledge = handover.pledge.expect("a pledge");
    let codes: Vec<_> = pledge
        .revisions
        .iter()
        .map(|revision| check_code(revision, &nfc))
        .collect();
    // Written by hand on papers: it must never change.
    assert_eq!(codes, ["A7XV-YCKY", "7NY4-HPX4"]);
}

proptest! {
    #[test]
    fn the_file_has_the_code_of_the_handbook(envelope in arbitrary::envelope(arbitrary::handover())) {
        let text = write_handover(&envelope, &nfc);
        let Ok(Opened::Handover(opened)) = open(text.as_bytes(), &nfc) else {
            panic!("a hand-over");
        };
        let of = |handover: so_tay::domain::Handover| -> Vec<String> {
            let revisions = handover.pledge.into_iter().flat_map(|pledge| pledge.revisions);
            revisions.map(|revision| check_code(&revision, &nfc)).collect()
        };
        prop_assert_eq!(of(envelope.payload), of(opened.payload));
    }

    #[test]
    fn it_follows_the_words_and_nothing_else(
        mut revisions in arbitrary::revisions(), day in arbitrary::day(), other in "[a-z]{1,9}",
    ) {
        for revision in &mut revisions {
            let code = check_code(revision, &nfc);
            prop_assert_eq!(code.len(), 9);
            revision.stage = Stage::Adopted { on: day };
            for one in &mut revision.commitments {
                one.action = one.action.nfd().collect();
            }
            prop_assert_eq!(check_code(revision, &nfc), code.clone());
            if let Some(one) = revision.commitments.first_mut() {
                one.action.push_str(&other);
                prop_assert_ne!(check_code(revision, &nfc), code);
            }
        }
    }
}
