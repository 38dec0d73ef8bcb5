//! The branch's backup: what goes out comes back, by the desk's opener only, and every refusal names
//! its place.

use serde_json::{Value, json};
use so_tay::domain::branch::{Branch, Dossier, Person};
use so_tay::domain::{DocumentId, ItemId, Standing};
use so_tay::exchange::{
    BranchBackup, Envelope, open, open_branch_backup, rules, write_branch_backup,
};

use crate::arbitrary::nfc;
use crate::golden;
use crate::refused::sealed;

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
