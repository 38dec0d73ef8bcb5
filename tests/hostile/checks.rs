//! What must hold of every file, whatever it is: it is refused with one plain sentence, or it is taken
//! whole, goes out again the same, and everything that looks at it copes with it.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde_json::Value;
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::sent_report::SentReport;
use so_tay::domain::due::{due_now, next_due};
use so_tay::domain::letters::visible;
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::vague::hints;
use so_tay::domain::{Feedback, Handbook, Handover, HeldFeedback, PackVersion, StandardsPack};
use so_tay::exchange::roster_columns::{Meaning, guess};
use so_tay::exchange::roster_lines::lines;
use so_tay::exchange::sheet::{MAX_CELL, MAX_COLUMNS, MAX_LINES, read_sheet};
use so_tay::exchange::{
    Backup, BranchBackup, Envelope, Kind, Opened, Problem, open, open_branch_backup,
    open_branch_report, open_with_checksum, pieces, write_backup, write_branch_backup,
    write_branch_report, write_feedback, write_handover, write_pack,
};
use so_tay::json::{self, InFiles};

use crate::arbitrary::nfc;
use crate::desk::Desk;
use crate::rng::Rng;
use crate::seeds::today;

/// What came of one file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Refused,
    /// With the place in the file.
    RefusedAtPlace,
    Taken,
}

/// Longest refusal, in characters: it stands on a phone's screen.
const LONGEST: usize = 2000;

/// `in_payload`: the envelope is in order and the checksum agrees, so that whatever is wrong has a place.
pub fn refused(problem: &Problem, in_payload: bool) -> Outcome {
    let (sentence, place) = (problem.sentence(), visible(problem.place()));
    assert_eq!(visible(&sentence), sentence, "letters that are not seen");
    let said = unquoted(&sentence.replacen(&place, "", 1));
    assert!(
        said.chars().count() > 10 && sentence.chars().count() < LONGEST,
        "{sentence}"
    );
    assert!(said.starts_with(char::is_uppercase), "{sentence}");
    let inside = said.strip_suffix('.').expect("ends as a sentence does");
    assert!(
        !inside.contains(". ") && !inside.ends_with('.'),
        "{sentence}"
    );
    if in_payload {
        assert!(place.starts_with("payload"), "no place: {sentence}");
    }
    if place.is_empty() {
        Outcome::Refused
    } else {
        assert!(sentence.contains(&place), "{sentence}");
        Outcome::RefusedAtPlace
    }
}

/// Without what is quoted from the file.
fn unquoted(sentence: &str) -> String {
    match (sentence.find('“'), sentence.rfind('”')) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &sentence[..from], &sentence[to..]),
        _ => sentence.to_owned(),
    }
}

/// A file or a text, as a member's handbook and the branch's box take it.
pub fn member(bytes: &[u8], in_payload: bool) -> Outcome {
    let opened = match open(bytes, &nfc) {
        Err(problem) => return refused(&problem, in_payload),
        Ok(opened) => opened,
    };
    goes_out_again(&opened);
    match opened {
        Opened::Pack(file) => use_pack(file),
        Opened::Handover(file) => drop(file.payload.summary()),
        Opened::Feedback(file) => use_feedback(file),
        Opened::Backup(file) => use_backup(file.payload),
    }
    Outcome::Taken
}

/// The same, taken by the branch: hand-overs are received, all others are told what they are.
pub fn branch(desk: &Desk, texts: &[Vec<u8>], rng: &mut Rng) -> Vec<Outcome> {
    let mut files = Vec::new();
    let mut outcomes = Vec::new();
    for piece in texts.iter().flat_map(|text| pieces(text)) {
        outcomes.push(match open_with_checksum(piece, &nfc) {
            Err(problem) => refused(&problem, false),
            Ok((Opened::Handover(file), checksum)) => {
                files.push(Incoming {
                    document_id: file.document_id,
                    revision: file.revision,
                    checksum,
                    handover: file.payload,
                });
                Outcome::Taken
            }
            Ok(_) => Outcome::Taken,
        });
    }
    if !files.is_empty() {
        desk.clone().receive(&files, rng);
    }
    outcomes
}

/// A branch's backup or a year's archive, and the branch after it.
pub fn branch_backup(desk: &Desk, bytes: &[u8], in_payload: bool, rng: &mut Rng) -> Outcome {
    let file = match open_branch_backup(bytes, &nfc) {
        Err(problem) => return refused(&problem, in_payload),
        Ok(file) => file,
    };
    let written = write_branch_backup(&file, &nfc);
    let again = open_branch_backup(written.as_bytes(), &nfc);
    assert_eq!(again.as_ref(), Ok(&file));
    assert_eq!(write_branch_backup(&file, &nfc), written);
    desk.clone().take(file.payload, rng);
    Outcome::Taken
}

/// The branch's report, as a program of the level above opens it.
pub fn branch_report(bytes: &[u8], in_payload: bool) -> Outcome {
    let file = match open_branch_report(bytes, &nfc) {
        Err(problem) => return refused(&problem, in_payload),
        Ok(file) => file,
    };
    let written = write_branch_report(&file, &nfc);
    assert_eq!(
        open_branch_report(written.as_bytes(), &nfc),
        Ok(file.clone())
    );
    let counts = &file.payload.counts;
    for reached in [counts.members, counts.non_members, counts.months] {
        assert!(reached.done <= reached.of);
    }
    Outcome::Taken
}

/// The page's own reader and serde's, which defines the format, say the same of what a payload holds;
/// `kind` is the importer's place.
pub fn read_alike(kind: usize, payload: &Value) {
    fn alike<T: InFiles + DeserializeOwned + PartialEq + Debug>(payload: &Value) {
        let value = json::Value::from(payload.clone());
        assert_eq!(
            json::from_value::<T>(value.clone()),
            json::read_by_serde::<T>(value)
        );
    }
    match kind {
        0 => alike::<StandardsPack>(payload),
        1 => alike::<Handover>(payload),
        2 => alike::<Feedback>(payload),
        3 => alike::<Backup>(payload),
        11 => alike::<SentReport>(payload),
        _ => alike::<BranchBackup>(payload),
    }
}

/// A table of people: read, understood, judged, and put onto the roster whatever was doubtful.
pub fn table(desk: &Desk, bytes: &[u8], rng: &mut Rng) -> Outcome {
    let sheet = match read_sheet(bytes, &nfc) {
        Ok(sheet) => sheet,
        Err(why) => {
            let said = why.to_string();
            let inside = said.strip_suffix('.').expect("a sentence");
            assert!(
                !inside.contains(['.', '\n']) && visible(&said) == said,
                "{said}"
            );
            return Outcome::Refused;
        }
    };
    assert!(
        !sheet.lines.is_empty() && sheet.lines.len() <= MAX_LINES && sheet.width <= MAX_COLUMNS
    );
    for cell in sheet.lines.iter().flat_map(|line| &line.cells) {
        assert!(
            cell.chars().count() <= MAX_CELL && cell.trim() == cell,
            "{cell}"
        );
    }
    let mut columns = guess(&sheet);
    if rng.one_in(3) {
        columns.meanings = columns
            .meanings
            .iter()
            .map(|_| *rng.pick(&Meaning::ALL))
            .collect();
        columns.head = rng.one_in(2).then(|| rng.below(sheet.lines.len()));
    }
    desk.clone()
        .enter(&lines(&sheet, &columns, today().year()), rng);
    Outcome::Taken
}

fn goes_out_again(opened: &Opened) {
    let (written, kind) = match opened {
        Opened::Pack(file) => (write_pack(file, &nfc), Kind::Pack),
        Opened::Handover(file) => (write_handover(file, &nfc), Kind::Handover),
        Opened::Feedback(file) => (write_feedback(file, &nfc), Kind::Feedback),
        Opened::Backup(file) => (write_backup(file, &nfc), Kind::Backup),
    };
    assert!(written.len() <= kind.max_bytes());
    assert_eq!(open(written.as_bytes(), &nfc).as_ref(), Ok(opened));
}

fn use_pack(file: Envelope<StandardsPack>) {
    let mut handbook = sample_handbook(today());
    let version = PackVersion::Issued {
        document_id: file.document_id,
        revision: file.revision,
    };
    let accepted = handbook.accepts_pack(&version, &file.payload);
    assert_eq!(handbook.take_pack(version, file.payload), accepted);
    look_at(&handbook);
}

fn use_feedback(file: Envelope<Feedback>) {
    let mut handbook = sample_handbook(today());
    handbook.id = file.payload.handbook.clone();
    let held = HeldFeedback {
        document_id: file.document_id,
        revision: file.revision,
        told: file.payload,
    };
    drop(held.told.lines());
    let before = handbook.clone();
    let accepted = handbook.accepts_feedback(&held);
    assert_eq!(handbook.take_feedback(held), accepted);
    look_at(&handbook);
    handbook.untake_feedback(&before);
}

fn use_backup(backup: Backup) {
    for mut handbook in backup.handbooks {
        look_at(&handbook);
        let parts = handbook.parts();
        let given = handbook.handover(&parts, today());
        let revision = handbook.next_handover_revision();
        handbook.record_handover(given, revision);
        drop(handbook.unsent());
        handbook.pledge.draft.truncate(1);
        handbook.pledge.submit(today());
        let written = write_backup(&backup_of(&handbook), &nfc);
        assert!(
            open(written.as_bytes(), &nfc).is_ok(),
            "what was restored can be kept again"
        );
        handbook.begin_next(handbook.id.clone(), 2027, today());
    }
}

fn backup_of(handbook: &Handbook) -> Envelope<Backup> {
    Envelope {
        document_id: handbook.id.clone(),
        revision: 1,
        exported_at: "2026-11-22T09:30:00+07:00".to_owned(),
        app_version: "0.1.0".to_owned(),
        payload: Backup {
            handbooks: vec![handbook.clone()],
        },
    }
}

/// What a member's screens ask of a handbook.
pub fn look_at(handbook: &Handbook) {
    due_now(handbook, today());
    next_due(handbook, today());
    for month in handbook.months_of_year() {
        handbook.month_state(month, today());
        handbook.standards_to_rate(month);
    }
    handbook.open_shortcomings().count();
    handbook.pledge.changes();
    handbook.pledge.status();
    handbook
        .pledge
        .in_force()
        .iter()
        .for_each(|one| drop(hints(one)));
    handbook.post_line();
}
