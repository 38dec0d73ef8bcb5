//! Files that are in order, of every kind, to be spoilt: the frozen ones, and some of the page's own
//! making.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::{Day, DocumentId};
use so_tay::exchange::tables::{csv, roster_table};
use so_tay::exchange::{
    BranchBackup, Envelope, write_backup, write_branch_backup, write_feedback, write_handover,
    write_pack,
};

use crate::arbitrary::{self, nfc};

/// A larger one is no better to spoil, and takes longer.
const MOST_BYTES: usize = 12_000;
/// Of each kind.
const MADE: usize = 40;

pub struct Seeds {
    pub packs: Vec<Value>,
    pub handovers: Vec<Value>,
    pub feedbacks: Vec<Value>,
    pub backups: Vec<Value>,
    pub branch_backups: Vec<Value>,
    pub branch_reports: Vec<Value>,
    /// Lists of people, as CSV and as pasted from a spreadsheet.
    pub tables: Vec<String>,
}

impl Seeds {
    pub fn new() -> Self {
        let mut runner = TestRunner::deterministic();
        let mut files = |frozen: &[&str], made: &mut dyn FnMut(&mut TestRunner) -> String| {
            let frozen = frozen.iter().map(|name| golden(name));
            let made = (0..MADE).map(|_| made(&mut runner));
            frozen
                .chain(made.filter(|text| text.len() < MOST_BYTES))
                .map(|text| serde_json::from_str(&text).expect("JSON"))
                .collect::<Vec<_>>()
        };
        let packs = ["pack-s0-2012.json", "pack-s1-2015.json"];
        Self {
            packs: files(&packs, &mut |runner| {
                write_pack(&one(arbitrary::any_pack(), runner), &nfc)
            }),
            handovers: files(&["handover-2012.json"], &mut |runner| {
                write_handover(&one(arbitrary::handover(), runner), &nfc)
            }),
            feedbacks: files(&["feedback-2012.json"], &mut |runner| {
                write_feedback(&one(arbitrary::feedback(), runner), &nfc)
            }),
            backups: files(&["backup-2012.json"], &mut |runner| {
                write_backup(&one(arbitrary::backup(), runner), &nfc)
            }),
            branch_backups: Self::branch_backups(),
            branch_reports: vec![
                serde_json::from_str(&golden("branch-report-2012.json")).expect("JSON"),
            ],
            tables: tables(),
        }
    }
}

fn one<T: std::fmt::Debug + 'static>(
    payload: impl Strategy<Value = T> + 'static,
    runner: &mut TestRunner,
) -> Envelope<T> {
    let tree = arbitrary::envelope(payload).new_tree(runner);
    tree.expect("a value").current()
}

pub fn golden(name: &str) -> String {
    let path = format!("{}/tests/golden/v1/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a golden file")
}

pub fn today() -> Day {
    "2026-11-22".parse().expect("a day")
}

/// The sample branch with two of its people, as of a day: a whole branch and a year's archive.
pub fn small_branch(from: usize, year: i32) -> (Branch, Vec<Dossier>) {
    let (mut branch, mut dossiers) = sample_branch(today());
    branch.roster.people = branch.roster.people[from..from + 2].to_vec();
    branch.years.retain(|one| one.year == year);
    dossiers.retain(|one| one.year == year && branch.roster.person(&one.person).is_some());
    let owners = branch.owners.iter();
    let owners = owners.filter(|(_, person)| branch.roster.person(person).is_some());
    branch.owners = owners.map(|(of, who)| (of.clone(), who.clone())).collect();
    (branch, dossiers)
}

impl Seeds {
    pub fn branch_backups() -> Vec<Value> {
        let mut backups = Vec::new();
        for (from, year) in [(0, 2026), (12, 2026), (30, 2025)] {
            let (branch, dossiers) = small_branch(from, year);
            for archive_of in [None, Some(year)] {
                let payload = BranchBackup {
                    archive_of,
                    dossiers: dossiers.clone(),
                    branch: branch.clone(),
                };
                let file = Envelope {
                    document_id: DocumentId::new([9; 16]),
                    revision: 1,
                    exported_at: "2026-11-22T09:30:00+07:00".to_owned(),
                    app_version: "0.1.0".to_owned(),
                    payload,
                };
                let text = write_branch_backup(&file, &nfc);
                backups.push(serde_json::from_str(&text).expect("JSON"));
            }
        }
        backups
    }
}

fn tables() -> Vec<String> {
    let (mut branch, _) = sample_branch(today());
    branch.roster.people.truncate(8);
    let rows = roster_table(&branch, today()).texts();
    let pasted: Vec<_> = rows.iter().map(|row| row.join("\t")).collect();
    let other = "DANH SÁCH ĐẢNG VIÊN\nTT;Họ và tên đệm;Tên;Đảng viên;Quần chúng;Chức vụ;Ghi chú\nI. Tổ Một cửa\n1;Trần Thị;Bình;x;;Văn thư;\n2;NGUYỄN VĂN;AN;;x;Lái xe;01/02/2020\nTổng cộng: 2 người;;;;;;\n";
    vec![csv(&rows), pasted.join("\n"), other.to_owned()]
}
