//! The branch's backup: what goes out comes back, by the desk's opener only, and every refusal names
//! its place.

use serde_json::{Value, json};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Branch, Dossier, Person};
use so_tay::domain::{DocumentId, ItemId, Standing};
use so_tay::exchange::{
    BranchBackup, Envelope, open, open_branch_backup, rules, write_branch_backup,
};

use crate::arbitrary::nfc;
use crate::golden;
use crate::refused::sealed;
use crate::schema::{BRANCH_BACKUP, is_valid};

fn item(text: &str) -> ItemId {
    ItemId::parse(text).expect("plain")
}

/// Two people, a dossier of each for 2012 and one for 2013.
fn small() -> Envelope<BranchBackup> {
    let mut branch = Branch::begin(DocumentId::new([7; 16]), "Chi bộ 2".to_owned());
    for id in ["binh", "cuong"] {
        let person = Person::new(item(id), id.to_owned(), Standing::Member);
        branch.roster.people.push(person);
    }
    branch.year_mut(2012);
    branch.year_mut(2013);
    let dossiers = [("binh", 2012), ("cuong", 2012), ("binh", 2013)];
    Envelope {
        document_id: DocumentId::new([8; 16]),
        revision: 1,
        exported_at: "2013-01-02T08:00:00+07:00".to_owned(),
        app_version: "0.1.0".to_owned(),
        payload: BranchBackup {
            archive_of: None,
            branch,
            dossiers: dossiers
                .map(|(person, year)| Dossier::new(item(person), year))
                .to_vec(),
        },
    }
}

/// What is said of the small backup after a change to its payload.
fn after(change: impl Fn(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&write_branch_backup(&small(), &nfc)).expect("JSON");
    change(&mut file["payload"]);
    match open_branch_backup(sealed(file).as_bytes(), &nfc) {
        Ok(_) => "taken".to_owned(),
        Err(problem) => problem.sentence(),
    }
}

fn at(place: &str, what: &str) -> String {
    format!("Không nhận được tệp: ở mục {place}, {what}; hãy nhờ người gửi xuất lại tệp.")
}

#[test]
fn what_goes_out_comes_back() {
    let written = write_branch_backup(&small(), &nfc);
    assert_eq!(open_branch_backup(written.as_bytes(), &nfc), Ok(small()));
}

/// It was written once, and opens for ever.
#[test]
fn the_frozen_file_opens_and_is_written_again_to_the_byte() {
    let frozen = golden::read("branch-backup-2012.json");
    assert_eq!(open_branch_backup(frozen.as_bytes(), &nfc), Ok(small()));
    assert_eq!(write_branch_backup(&small(), &nfc), frozen);
}

#[test]
fn backups_and_archives_of_a_whole_branch_fit_the_schema_and_come_back() {
    for day in ["2026-01-20", "2026-06-30", "2026-12-31"] {
        let (branch, dossiers) = sample_branch(day.parse().expect("a day"));
        for archive_of in [None, Some(2025)] {
            let of_file = |one: &&Dossier| archive_of.is_none_or(|year| one.year == year);
            let file = Envelope {
                payload: BranchBackup {
                    archive_of,
                    branch: branch.clone(),
                    dossiers: dossiers.iter().filter(of_file).cloned().collect(),
                },
                ..small()
            };
            let written = write_branch_backup(&file, &nfc);
            assert!(is_valid(&BRANCH_BACKUP, &written), "{day}");
            assert_eq!(open_branch_backup(written.as_bytes(), &nfc), Ok(file));
        }
    }
}

/// Schema and code draw the line at the same place.
#[test]
fn what_the_schema_of_a_branchs_backup_refuses_the_code_refuses() {
    let stay = json!({});
    let pairs = [
        ("/payload/dossiers/0/year", json!(2012), json!(1899)),
        ("/payload/branch/years/0/year", json!(1900), json!(1899)),
        (
            "/payload/branch/roster/people/0/stays",
            json!([stay]),
            json!([]),
        ),
        (
            "/payload/branch/roster/people/0/standings",
            json!([{"standing": "member"}]),
            json!([]),
        ),
        (
            "/payload/branch/name",
            "x".repeat(4000).into(),
            "x".repeat(4001).into(),
        ),
        (
            "/payload/branch/id",
            "0".repeat(32).into(),
            "0".repeat(31).into(),
        ),
        ("/payload/dossiers/0/remark", "".into(), json!(1)),
    ];
    for (place, good, bad) in pairs {
        let accepted = |value: &Value| {
            let mut file: Value =
                serde_json::from_str(&write_branch_backup(&small(), &nfc)).expect("JSON");
            *file.pointer_mut(place).expect("a place") = value.clone();
            let sealed = sealed(file);
            (
                is_valid(&BRANCH_BACKUP, &sealed),
                open_branch_backup(sealed.as_bytes(), &nfc).is_ok(),
            )
        };
        assert_eq!(accepted(&good), (true, true), "{place}: {good}");
        assert_eq!(accepted(&bad), (false, false), "{place}: {bad}");
    }
}

#[test]
fn each_opener_takes_its_own_kinds() {
    let written = write_branch_backup(&small(), &nfc);
    let refused = open(written.as_bytes(), &nfc).expect_err("not the member's");
    assert_eq!(
        refused.sentence(),
        "Đây là bản sao lưu chi bộ, không mở được ở đây: hãy mở ở mục Lưu trữ của chi bộ."
    );
    let own = golden::read("backup-2012.json");
    let refused = open_branch_backup(own.as_bytes(), &nfc).expect_err("a person's");
    assert_eq!(
        refused.sentence(),
        "Đây là bản sao lưu, không mở được ở đây: hãy chọn lại tệp."
    );
}

#[test]
fn rules_of_a_branchs_backup() {
    assert_eq!(after(|_| {}), "taken");
    assert_eq!(
        after(|payload| payload["dossiers"][2]["person"] = "dung".into()),
        at(
            "payload.dossiers[2].person",
            "người này không có trong danh sách chi bộ"
        )
    );
    assert_eq!(
        after(|payload| payload["dossiers"][2]["year"] = 2012.into()),
        at(
            "payload.dossiers[2].year",
            "hồ sơ năm 2012 của người này bị ghi hai lần"
        )
    );
    assert_eq!(
        after(|payload| payload["archive_of"] = 2012.into()),
        at(
            "payload.dossiers[2].year",
            "hồ sơ không thuộc năm 2012 của bản lưu trữ"
        )
    );
    assert_eq!(
        after(|payload| payload["dossiers"][0]["assessments"] = json!({"2013-01": {}})),
        at(
            "payload.dossiers[0].assessments.2013-01",
            "tháng không thuộc năm 2012"
        )
    );
    assert_eq!(
        after(|payload| payload["branch"]["roster"]["people"][1]["id"] = "binh".into()),
        at(
            "payload.branch.roster.people[1].id",
            "mã “binh” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after(|payload| payload["branch"]["roster"]["people"][0]["stays"] = json!([])),
        at(
            "payload.branch.roster.people[0].stays",
            "danh sách phải có ít nhất 1 dòng"
        )
    );
    assert_eq!(
        after(|payload| payload["branch"]["years"][1]["year"] = 2012.into()),
        at("payload.branch.years[1].year", "các năm không tăng dần")
    );
    assert_eq!(
        after(|payload| payload["branch"]["years"][0]["meetings"] = json!({"2013-01": {}})),
        at(
            "payload.branch.years[0].meetings.2013-01",
            "tháng không thuộc năm 2012"
        )
    );
}

/// 300 people keep more dossiers than a person's file may have of anything.
#[test]
fn lists_are_as_long_as_a_large_branch_needs() {
    let many = |count: usize| {
        after(|payload| {
            let people = (0..count).map(|n| json!({"id": format!("p{n}"), "name": "", "standings": [{"standing": "member"}], "stays": [{}]}));
            payload["branch"]["roster"]["people"] = people.collect();
            payload["dossiers"] = json!([]);
        })
    };
    assert_eq!(many(rules::MAX_LIST + 1), "taken");
    assert_eq!(
        many(rules::MAX_BRANCH_LIST + 1),
        at(
            "payload.branch.roster.people",
            "danh sách dài quá 10000 dòng"
        )
    );
}
