//! Files in and out: the envelope that every file shares, the kinds of files, and the only way
//! from bytes to the domain's types and back.
//!
//! A file is opened in one pass of steps, each of which refuses with a [`Problem`]: bytes to text
//! to JSON ([`find`]), envelope, checksum, older versions brought up to date ([`migrations`]),
//! types ([`crate::json`]), rules ([`rules`]). Either the whole file is taken or nothing of it. This room
//! is pure: it never names `leptos`, `web_sys` or `gloo`, asks no clock, makes no random number,
//! and gets Unicode normalisation handed in. What a hand-over may hold is settled by
//! `domain::handover`, whose types have no place for a private note.
//!
//! An opener takes the kinds that it asks for: so the member's program doesn't come to contain what only the
//! desk, or the level above, opens.

mod branch_backup;
mod branch_report;
mod branch_rules;
pub mod calendar_file;
mod check_code;
mod find;
pub mod migrations;
mod names;
pub mod office;
mod pieces;
mod problem;
pub mod rescue;
pub mod roster_columns;
mod roster_content;
pub mod roster_lines;
pub mod rules;
pub mod sealed;
pub mod sheet;
mod sheet_text;
pub mod tables;
mod text;

use sha2::{Digest, Sha256};
use so_tay_derive::in_files;

use crate::domain::{DocumentId, Feedback, Handbook, Handover, StandardsPack};
use crate::json::{InFiles, Object, Unfit, Value, canonical, from_value, pretty_object, to_value};
pub use branch_backup::{BranchBackup, open_branch_backup, write_branch_backup};
pub use branch_report::{open_branch_report, report_document, write_branch_report};
pub use check_code::check_code;
pub use names::{file_name, other_file_name, slug};
pub use pieces::pieces;
pub use problem::Problem;
use problem::What;

/// NFC normaliser handed in by the caller: the browser's `String.normalize` on the page, a crate
/// in native tests.
pub type Nfc<'a> = &'a dyn Fn(&str) -> String;

/// What a file is for; the `format` of its envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Branch to people.
    Pack,
    /// Person to branch.
    Handover,
    /// Branch to person.
    Feedback,
    /// Branch to the level above.
    BranchReport,
    /// Person to self.
    Backup,
    /// Branch to self.
    BranchBackup,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Pack,
        Self::Handover,
        Self::Feedback,
        Self::BranchReport,
        Self::Backup,
        Self::BranchBackup,
    ];

    /// What a person's handbook and the branch's box for hand-overs open.
    const OF_PEOPLE: [Self; 4] = [Self::Pack, Self::Handover, Self::Feedback, Self::Backup];

    /// The envelope's `format`.
    pub fn format(self) -> &'static str {
        match self {
            Self::Pack => "so-tay/pack",
            Self::Handover => "so-tay/handover",
            Self::Feedback => "so-tay/feedback",
            Self::BranchReport => "so-tay/branch-report",
            Self::Backup => "so-tay/backup",
            Self::BranchBackup => "so-tay/branch-backup",
        }
    }

    /// As people call it, for the middle of a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pack => "bộ chuẩn mực",
            Self::Handover => "phiếu gửi chi bộ",
            Self::Feedback => "phiếu nhận xét",
            Self::BranchReport => "báo cáo chi bộ",
            Self::Backup => "bản sao lưu",
            Self::BranchBackup => "bản sao lưu chi bộ",
        }
    }

    /// The largest file taken in, in bytes.
    pub fn max_bytes(self) -> usize {
        match self {
            Self::Backup => rules::MAX_BACKUP_BYTES,
            Self::BranchBackup => rules::MAX_BRANCH_BACKUP_BYTES,
            _ => rules::MAX_BYTES,
        }
    }

    /// Entries of any list or map of such a file that has no narrower limit.
    pub fn max_list(self) -> usize {
        match self {
            Self::BranchBackup => rules::MAX_BRANCH_LIST,
            _ => rules::MAX_LIST,
        }
    }

    fn from_format(format: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.format() == format)
    }
}

/// What every file says of itself, around its payload. Format, version and checksum are filled in
/// when it is written and checked when it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope<T> {
    /// Same document, several files: the higher revision wins.
    pub document_id: DocumentId,
    /// Counts from 1.
    pub revision: u32,
    /// RFC 3339 with an offset: `2026-11-22T09:30:00+07:00`.
    pub exported_at: String,
    pub app_version: String,
    pub payload: T,
}

/// Everything of one person, private notes too. It goes from the person to the person.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub handbooks: Vec<Handbook>,
}

/// A file that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    Pack(Envelope<StandardsPack>),
    Handover(Envelope<Handover>),
    Feedback(Envelope<Feedback>),
    Backup(Envelope<Backup>),
}

/// Takes a file, or text pasted, to what it holds. Tolerates a byte-order mark, UTF-16 with one,
/// decomposed letters, any white space and line ends, and text around the JSON. All text comes
/// back in NFC. Never panics, whatever the bytes.
pub fn open(bytes: &[u8], nfc: Nfc) -> Result<Opened, Problem> {
    open_with_checksum(bytes, nfc).map(|(opened, _)| opened)
}

/// The same, with the checksum: by it a repetition is told from another file under its number.
pub fn open_with_checksum(bytes: &[u8], nfc: Nfc) -> Result<(Opened, String), Problem> {
    let mut file = unseal(bytes, nfc, &Kind::OF_PEOPLE)?;
    let checksum = std::mem::take(&mut file.head.checksum);
    let opened = match file.kind {
        Kind::Pack => file.open(rules::pack).map(Opened::Pack),
        Kind::Handover => file.open(rules::handover).map(Opened::Handover),
        Kind::Feedback => file.open(rules::feedback).map(Opened::Feedback),
        Kind::Backup => file.open(rules::backup).map(Opened::Backup),
        kind => Err(What::NotHere(kind).into()),
    };
    Ok((opened?, checksum))
}

/// A file that says what it is, in today's version, and was not altered. What it holds has not been
/// looked at.
struct Unsealed {
    kind: Kind,
    head: Head,
    payload: Value,
}

/// Takes a file of one of these kinds so far.
fn unseal(bytes: &[u8], nfc: Nfc, kinds: &[Kind]) -> Result<Unsealed, Problem> {
    let most = |limit: fn(Kind) -> usize| kinds.iter().map(|kind| limit(*kind)).max();
    let most_bytes = most(Kind::max_bytes).unwrap_or_default();
    if bytes.len() > most_bytes {
        return Err(too_large(bytes.len(), most_bytes));
    }
    let text = text::decode(bytes)?;
    let most_items = most(Kind::max_list).unwrap_or_default();
    let found = find::find_envelope(&text, nfc, most_items);
    // Its texts are longer than a file's may be.
    for (format, what) in [
        (rescue::FORMAT, What::Rescue),
        (sealed::FORMAT, What::Sealed),
    ] {
        if found.is_err() && find::mentions(bytes, format.as_bytes()) {
            return Err(what.into());
        }
    }
    let mut envelope = found?;
    let kind = kind(&envelope, kinds)?;
    if bytes.len() > kind.max_bytes() {
        return Err(too_large(bytes.len(), kind.max_bytes()));
    }
    let version = version(kind, &envelope)?;
    let payload = envelope.remove("payload");
    let head: Head = from_value(Value::Object(envelope))?;
    let payload = payload.ok_or_else(|| What::Json(Unfit::Missing).at("payload"))?;
    head.check(&payload)?;
    Ok(Unsealed {
        kind,
        head,
        payload: migrations::migrate(kind, version, payload)?,
    })
}

fn too_large(bytes: usize, most: usize) -> Problem {
    What::TooLarge { bytes, most }.into()
}

fn kind(envelope: &Object, kinds: &[Kind]) -> Result<Kind, Problem> {
    let format = envelope.get("format").and_then(Value::as_text);
    match Kind::from_format(format.unwrap_or_default()) {
        None if format == Some(rescue::FORMAT) => Err(What::Rescue.into()),
        None if format == Some(sealed::FORMAT) => Err(What::Sealed.into()),
        Some(kind) if kinds.contains(&kind) => Ok(kind),
        Some(kind) => Err(What::NotHere(kind).into()),
        None => Err(What::UnknownKind.into()),
    }
}

fn version(kind: Kind, envelope: &Object) -> Result<u32, Problem> {
    let value = envelope
        .get("version")
        .ok_or_else(|| What::Json(Unfit::Missing).at("version"))?;
    let current = migrations::current(kind);
    let version = value
        .as_count()
        .filter(|version| *version > 0)
        .ok_or_else(|| What::Counting.at("version"))?;
    match u32::try_from(version) {
        Ok(version) if version <= current => Ok(version),
        _ => Err(What::Newer { version, current }.into()),
    }
}

/// The envelope but for what says how to read it.
#[in_files]
struct Head {
    document_id: DocumentId,
    revision: u32,
    exported_at: String,
    app_version: String,
    checksum: String,
}

impl Head {
    fn check(&self, payload: &Value) -> Result<(), Problem> {
        if self.revision == 0 {
            return Err(What::Counting.at("revision"));
        }
        if !rules::is_timestamp(&self.exported_at) {
            return Err(What::Timestamp.at("exported_at"));
        }
        if self.checksum != checksum(payload) {
            return Err(What::Altered.into());
        }
        Ok(())
    }
}

impl Unsealed {
    /// What it holds, by its type and rules.
    fn open<T: InFiles>(self, rule: fn(&T) -> Result<(), Problem>) -> Result<Envelope<T>, Problem> {
        let payload = from_value(self.payload)
            .map_err(Problem::from)
            .and_then(|payload| {
                rule(&payload)?;
                Ok(payload)
            });
        Ok(Envelope {
            document_id: self.head.document_id,
            revision: self.head.revision,
            exported_at: self.head.exported_at,
            app_version: self.head.app_version,
            payload: payload.map_err(|problem| problem.under("payload"))?,
        })
    }
}

/// `sha256-` and 64 hex digits, of the payload in RFC 8785 canonical form. It detects damage, not
/// forgery.
fn checksum(payload: &Value) -> String {
    let hash = Sha256::digest(canonical(payload));
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256-{hex}")
}

/// The file of a branch's pack.
pub fn write_pack(envelope: &Envelope<StandardsPack>, nfc: Nfc) -> String {
    write(Kind::Pack, envelope, nfc)
}

/// The file that goes to the branch.
pub fn write_handover(envelope: &Envelope<Handover>, nfc: Nfc) -> String {
    write(Kind::Handover, envelope, nfc)
}

/// The file that goes back to the person.
pub fn write_feedback(envelope: &Envelope<Feedback>, nfc: Nfc) -> String {
    write(Kind::Feedback, envelope, nfc)
}

/// The person's own copy of everything.
pub fn write_backup(envelope: &Envelope<Backup>, nfc: Nfc) -> String {
    write(Kind::Backup, envelope, nfc)
}

fn write<T: InFiles>(kind: Kind, envelope: &Envelope<T>, nfc: Nfc) -> String {
    let mut payload = to_value(&envelope.payload);
    find::normalise(&mut payload, nfc);
    let checksum = checksum(&payload);
    pretty_object(&[
        ("format", kind.format().into()),
        ("version", i64::from(migrations::current(kind)).into()),
        ("document_id", envelope.document_id.as_str().into()),
        ("revision", i64::from(envelope.revision).into()),
        ("exported_at", envelope.exported_at.as_str().into()),
        ("app_version", envelope.app_version.as_str().into()),
        ("checksum", checksum.into()),
        ("payload", payload),
    ])
}
