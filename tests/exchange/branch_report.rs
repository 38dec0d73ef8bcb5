//! The report to the level above: what goes out comes back, it names nobody whom the paper does not name, and
//! every refusal names its place.

use serde_json::{Value, json};
use so_tay::domain::branch::report_words::Material;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::sent_report::{SentReport, sent_report};
use so_tay::domain::branch::{Branch, ReportPart};
use so_tay::domain::{Day, DocumentId, Review};
use so_tay::exchange::{Envelope, open, open_branch_report, report_document, write_branch_report};

use crate::arbitrary::nfc;
use crate::golden;
use crate::refused::sealed;
use crate::schema::{BRANCH_REPORT, is_valid};

fn sent(year: i32, review: Review, today: &str) -> (Branch, SentReport) {
    let today: Day = today.parse().expect("a day");
    let (mut branch, dossiers) = sample_branch(today);
    let report = branch.report_mut(year, review);
    report.number = "183 /BC-ĐU".to_owned();
    report.on = Some(today);
    report.place = "Đông Hà".to_owned();
    report.to = "Đảng ủy\nLưu".to_owned();
    report.write(
        ReportPart::Plans,
        "Giữ nếp tự đánh giá hằng tháng.".to_owned(),
        "",
    );
    let of = |year| {
        let of = dossiers.iter().filter(|dossier| dossier.year == year);
        of.cloned().collect::<Vec<_>>()
    };
    let material = Material {
        branch: &branch,
        year,
        review,
        dossiers: &of(year),
        before: &of(year - 1),
        today,
    };
    let sent = sent_report(&material, &branch.report(year, review));
    (branch, sent)
}

fn file(payload: SentReport) -> Envelope<SentReport> {
    Envelope {
        document_id: report_document(&DocumentId::new([2; 16]), payload.year, payload.review),
        revision: 2,
        exported_at: "2012-12-28T08:00:00+07:00".to_owned(),
        app_version: "0.1.0".to_owned(),
        payload,
    }
}

fn of_2012() -> Envelope<SentReport> {
    file(sent(2012, Review::FullYear, "2012-12-28").1)
}

#[test]
fn a_report_comes_back_as_it_went_out_and_as_the_schema_says() {
    for (year, review, today) in [
        (2012, Review::FullYear, "2012-12-28"),
        (2026, Review::HalfYear, "2026-06-28"),
        (2026, Review::FullYear, "2026-11-22"),
    ] {
        let file = file(sent(year, review, today).1);
        assert!(file.payload.sections.len() >= 5);
        let written = write_branch_report(&file, &nfc);
        assert!(is_valid(&BRANCH_REPORT, &written), "{written}");
        assert_eq!(open_branch_report(written.as_bytes(), &nfc), Ok(file));
    }
}

#[test]
fn the_frozen_report_is_read_and_written_as_ever() {
    let frozen = golden::read("branch-report-2012.json");
    let file = open_branch_report(frozen.as_bytes(), &nfc).expect("read");
    assert_eq!(write_branch_report(&file, &nfc), frozen);
    let report = &file.payload;
    assert_eq!((report.year, report.review), (2012, Review::FullYear));
    assert_eq!(report.number, "183 /BC-ĐU");
    let (members, others) = (report.counts.members, report.counts.non_members);
    assert_eq!(
        (members.done, members.of, others.done, others.of),
        (25, 28, 15, 17)
    );
}

#[test]
fn it_names_nobody_and_tells_the_counts_that_its_sentences_tell() {
    let (branch, sent) = sent(2026, Review::FullYear, "2026-11-22");
    let written = write_branch_report(&file(sent.clone()), &nfc);
    for person in &branch.roster.people {
        assert!(!written.contains(&person.name), "{}", person.name);
        assert!(!written.contains(person.id.as_str()), "{}", person.name);
    }
    let counts = &sent.counts;
    let says = |part: ReportPart, words: String| {
        let text = sent.sections.get(&part).expect("said");
        assert!(text.contains(&words), "{words}: {text}");
    };
    let (members, others) = (counts.members, counts.non_members);
    says(
        ReportPart::Registration,
        format!(
            "Có {}/{} đảng viên, quần chúng",
            members.done + others.done,
            members.of + others.of
        ),
    );
    says(
        ReportPart::Months,
        format!("{}/{} lượt", counts.months.done, counts.months.of),
    );
    says(
        ReportPart::Shortcomings,
        format!(
            "đã khắc phục {}, đang khắc phục {}",
            counts.put_right, counts.under_way
        ),
    );
    let people: u32 = counts.commendations.iter().map(|one| one.people).sum();
    says(ReportPart::Commendations, format!("{people} cá nhân"));
    assert_eq!(
        sent.sections.get(&ReportPart::Weaknesses),
        None,
        "nothing was said"
    );
}

#[test]
fn each_report_is_a_document_of_its_own() {
    let branch = DocumentId::new([2; 16]);
    let mut ids: Vec<_> = [
        (2025, Review::FullYear),
        (2026, Review::HalfYear),
        (2026, Review::FullYear),
    ]
    .iter()
    .map(|(year, review)| report_document(&branch, *year, *review))
    .collect();
    ids.push(report_document(
        &DocumentId::new([3; 16]),
        2026,
        Review::FullYear,
    ));
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{id:?}");
    }
    assert_eq!(ids[1], report_document(&branch, 2026, Review::HalfYear));
}

fn after(change: impl Fn(&mut Value)) -> String {
    let mut file: Value =
        serde_json::from_str(&write_branch_report(&of_2012(), &nfc)).expect("JSON");
    change(&mut file["payload"]);
    match open_branch_report(sealed(file).as_bytes(), &nfc) {
        Ok(_) => "taken".to_owned(),
        Err(problem) => problem.sentence(),
    }
}

#[test]
fn refusals_say_where() {
    let at = |place: &str, what: &str| {
        format!(
            "Không nhận được tệp: ở mục payload.{place}, {what}; hãy nhờ người gửi xuất lại tệp."
        )
    };
    let more = "số đã có lớn hơn tổng số";
    assert_eq!(after(|_| ()), "taken");
    for place in ["members", "non_members", "months"] {
        let said = after(|payload| payload["counts"][place]["done"] = json!(100_000));
        assert_eq!(said, at(&format!("counts.{place}.done"), more));
    }
    let said = after(|payload| payload["counts"]["late"] = json!(100_000));
    assert_eq!(said, at("counts.late", more));
    let said = after(|payload| payload["year"] = json!(1));
    assert_eq!(said, at("year", "số phải từ 1900 đến 2999"));
    let said = after(|payload| payload["counts"]["members"]["of"] = json!(-1));
    assert_eq!(
        said,
        at("counts.members.of", "số nằm ngoài khoảng cho phép")
    );
    let said = after(|payload| payload["sections"]["poem"] = json!("…"));
    assert_eq!(said, at("sections.poem", "từ “poem” chưa được biết"));
}

#[test]
fn nothing_else_opens_it_and_it_opens_nothing_else() {
    let written = write_branch_report(&of_2012(), &nfc);
    let problem = open(written.as_bytes(), &nfc).expect_err("not for people");
    assert_eq!(
        problem.sentence(),
        "Đây là báo cáo chi bộ, không mở được ở đây: hãy chọn lại tệp."
    );
    let pack = golden::read("pack-s0-2012.json");
    let problem = open_branch_report(pack.as_bytes(), &nfc).expect_err("a pack");
    assert!(problem.sentence().contains("bộ chuẩn mực"), "{problem}");
}
