//! Papers as Word files.

use so_tay::domain::Review;
use so_tay::domain::branch::months::Word;
use so_tay::domain::branch::report_words::{Material, sections};
use so_tay::domain::branch::wall::wall;
use so_tay::domain::paper::{
    Line, Paper, Part, months_paper, pledge_paper, report_paper, review_paper, wall_paper,
};
use so_tay::domain::sample::sample_handbook;
use so_tay_office::word;

use crate::{converted, sample, text, today};

fn pledge() -> Paper {
    pledge_paper(&sample_handbook(today()), Some("ABCD-EFGH".to_owned()))
}

fn report() -> Paper {
    let (mut branch, dossiers) = sample();
    let report = branch.report_mut(2026, Review::FullYear);
    report.number = "12-BC/CB".to_owned();
    report.place = "Hà Nội".to_owned();
    report.on = Some("2026-12-05".parse().expect("a day"));
    report.to = "Đảng ủy\nLưu".to_owned();
    report.signed_by = "Nguyễn Thị Lan".to_owned();
    let material = Material {
        branch: &branch,
        year: 2026,
        review: Review::FullYear,
        dossiers: &dossiers,
        before: &[],
        today: today(),
    };
    let all = sections(&material, &branch.report(2026, Review::FullYear));
    report_paper(&branch, 2026, Review::FullYear, &all)
}

/// Every line of a paper, in its order.
fn lines(paper: &Paper) -> Vec<String> {
    let mut lines = paper.above.clone();
    lines.push(paper.branch.clone());
    lines.extend(paper.right.lines().map(str::to_owned));
    lines.extend([paper.number.clone(), paper.dated.clone()]);
    lines.extend([paper.title.to_uppercase(), paper.about.clone()]);
    let body = paper.body.iter().flat_map(of_part);
    let sign = &paper.sign;
    let signed = sign.receivers.iter().chain(&sign.left).chain(&sign.right);
    lines.extend(body);
    lines.extend(signed.map(Line::text));
    lines.push(paper.foot.clone());
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn of_part(part: &Part) -> Vec<String> {
    match part {
        Part::Text(block) => block.lines.iter().map(Line::text).collect(),
        Part::Table(listing) => {
            let head = listing.columns.iter().map(|column| column.name.clone());
            let cells = listing.rows.iter().flatten().flatten().map(Line::text);
            head.chain(cells).collect()
        }
    }
}

#[test]
fn every_line_of_a_paper_stands_in_its_word_file_in_order() {
    let review = review_paper(&sample_handbook(today()), Review::HalfYear);
    let (branch, dossiers) = sample();
    let list = wall(&branch, &dossiers, 2026, today());
    let public = wall_paper(&branch, 2026, &list);
    let months = months_paper(&branch, &dossiers, 2026, today(), Word::Own);
    for paper in [pledge(), review, report(), public, months] {
        let file = word(&paper).expect("made");
        let read = text(converted(&file, "docx", "txt:Text (encoded):UTF8"));
        let read: Vec<_> = read.trim_start_matches('\u{feff}').lines().collect();
        let read: Vec<_> = read
            .into_iter()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let lines = lines(&paper);
        assert!(lines.len() > 15, "{lines:?}");
        assert_eq!(
            read,
            lines.iter().map(|line| line.trim()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn its_pages_are_a4_with_the_margins_of_an_official_document() {
    let file = word(&pledge()).expect("made");
    let read = text(converted(&file, "docx", "fodt"));
    let page = read.split("<style:page-layout-properties ");
    let page = page.filter_map(|piece| piece.split('>').next());
    let page = page.last().expect("a page");
    let millimetres = |name: &str| {
        let (_, rest) = page.split_once(&format!("{name}=\"")).expect("said");
        let inches: f64 = rest
            .split("in\"")
            .next()
            .expect("in")
            .parse()
            .expect("a number");
        (inches * 25.4).round()
    };
    let sides = [
        "fo:margin-top",
        "fo:margin-bottom",
        "fo:margin-left",
        "fo:margin-right",
    ];
    assert_eq!(sides.map(millimetres), [20.0, 20.0, 30.0, 15.0], "{page}");
    let size = ["fo:page-width", "fo:page-height"];
    assert_eq!(size.map(millimetres), [210.0, 297.0], "{page}");
    assert!(read.contains("style:font-name=\"Times New Roman\""));
}

#[test]
fn what_a_person_wrote_is_text_and_nothing_else() {
    let mut paper = pledge();
    let hostile = "<w:p>&amp;</w:p> ]]> {=1+1}\u{0}\u{7}\u{1b}\u{fffe}\u{ffff} \"'";
    let Part::Text(first) = &mut paper.body[0] else {
        panic!("text first")
    };
    first.lines[0].runs[0].text = hostile.to_owned();
    paper.title = hostile.to_owned();
    let file = word(&paper).expect("made");
    let read = text(converted(&file, "docx", "txt:Text (encoded):UTF8"));
    assert!(read.contains("<w:p>&amp;</w:p> ]]> {=1+1}"), "{read}");
    assert!(read.contains("Người đăng ký"), "what stands below it too");
}
