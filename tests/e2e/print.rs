//! The papers as Chromium prints them: pages and margins of an official document, nothing split that belongs
//! together, and on the screen the same lines as on paper. poppler reads the pages.

use std::process::{Command, Stdio};

use base64ct::{Base64, Encoding};
use serde_json::{Value, json};
use so_tay::domain::{Handbook, ItemId};

use crate::habits::{backup_of, filled_handbook};
use crate::support::{Person, button, story};

/// In points, as a PDF counts.
fn mm(millimetres: f64) -> f64 {
    millimetres / 25.4 * 72.0
}

struct Page {
    width: f64,
    height: f64,
    /// What is printed, as its box: left, top, right, bottom.
    words: Vec<[f64; 4]>,
    /// Without blanks, in the order of the content.
    text: String,
    lines: Vec<String>,
}

/// A paper: printed, and as it stands on the screen.
struct Printed {
    pages: Vec<Page>,
    /// What must stay on one page, each as its paragraphs.
    whole: Vec<Vec<String>>,
    /// Each heading, and how what follows it begins.
    headings: Vec<(String, String)>,
    signed: Vec<String>,
}

/// Letters and signs alone: how blanks and lines are broken is no matter.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn poppler(program: &str, options: &[&str], pdf: &[u8]) -> String {
    let mut run = Command::new(program)
        .args(options)
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler (scripts/e2e.sh installs it)");
    let mut input = run.stdin.take().expect("its input");
    std::io::Write::write_all(&mut input, pdf).expect("taken");
    drop(input);
    let out = run.wait_with_output().expect("an end");
    String::from_utf8(out.stdout).expect("UTF-8")
}

fn number(tag: &str, name: &str) -> f64 {
    let (_, rest) = tag.split_once(&format!("{name}=\"")).expect("said");
    let (number, _) = rest.split_once('"').expect("quoted");
    number.parse().expect("a number")
}

fn pages(pdf: &[u8]) -> Vec<Page> {
    let boxes = poppler("pdftotext", &["-bbox"], pdf);
    let texts = poppler("pdftotext", &["-raw"], pdf);
    let boxes = boxes.split("<page ").skip(1);
    let pages = boxes.zip(texts.split('\u{c}')).map(|(page, text)| Page {
        width: number(page, "width"),
        height: number(page, "height"),
        words: page
            .split("<word ")
            .skip(1)
            .map(|word| ["xMin", "yMin", "xMax", "yMax"].map(|side| number(word, side)))
            .collect(),
        text: dense(text),
        lines: text.lines().map(dense).collect(),
    });
    pages.collect()
}

fn texts(value: &Value) -> Vec<String> {
    let all = value.as_array().expect("a list").iter();
    all.map(|text| dense(text.as_str().expect("text")))
        .collect()
}

fn pdf(person: &Person) -> Vec<u8> {
    let wanted = json!({ "preferCSSPageSize": true });
    let printed = person.browser.cdp("Page.printToPDF", wanted);
    let data = printed["data"].as_str().expect("a PDF");
    Base64::decode_vec(data).expect("base64")
}

fn prints(person: &mut Person, route: &str) -> Printed {
    person.opens(route);
    person.trusts("document.querySelector('.sheet .sheet-sign') !== null");
    printed(person)
}

/// With the text further and further down: so that the pages end at every place.
fn prints_shifted(person: &mut Person, route: &str, size: [f64; 2]) {
    prints(person, route).is_fit_for_an_office(size);
    for shift in 1..=30 {
        let down = format!(
            "document.querySelector('.sheet-title').style.marginBottom = '{}em'",
            f64::from(shift) * 0.7
        );
        person.browser.js(&down);
        printed(person).is_fit_for_an_office(size);
    }
}

fn printed(person: &Person) -> Printed {
    let told = person.browser.js(
        "(() => {
            const text = (one) => one.textContent.trim();
            const lines = (one) => [...one.querySelectorAll('p, h3, td:not(.end)')].filter((one) => !one.querySelector('p')).map(text).filter(Boolean);
            const sheet = document.querySelector('.sheet');
            return {
                whole: [...sheet.querySelectorAll('div.whole, tbody.whole, tr:not(:has(.end)), .sheet-sign, .sheet-title')].map(lines),
                headings: [...sheet.querySelectorAll('h3')].map((one) => [text(one), text(one.nextElementSibling ?? one.parentElement.nextElementSibling.querySelector('p'))]),
                signed: lines(sheet.querySelector('.sheet-sign')),
            };
        })()",
    );
    let pairs = told["headings"].as_array().expect("a list").iter();
    Printed {
        pages: pages(&pdf(person)),
        whole: told["whole"]
            .as_array()
            .expect("a list")
            .iter()
            .map(texts)
            .collect(),
        headings: pairs
            .map(|pair| {
                let [heading, next] = texts(pair).try_into().expect("two");
                (heading, next.chars().take(20).collect())
            })
            .collect(),
        signed: texts(&told["signed"]),
    }
}

impl Printed {
    /// A4 with 20, 20, 30 and 15 mm of margin, of which the box of a letter with its accents may take a hair.
    fn has_the_margins_of_an_official_document(&self, [width, height]: [f64; 2]) {
        for (number, page) in (1..).zip(&self.pages) {
            let size = [page.width - mm(width), page.height - mm(height)];
            assert!(
                size.iter().all(|off| off.abs() < 1.0),
                "page {number}: {size:?}"
            );
            let hair = mm(1.2);
            let least = [mm(30.0) - hair, mm(20.0) - hair];
            let most = [page.width - mm(15.0) + hair, page.height - mm(20.0) + hair];
            assert!(!page.words.is_empty(), "page {number} is blank");
            for [left, top, right, bottom] in &page.words {
                assert!(
                    *left >= least[0]
                        && *top >= least[1]
                        && *right <= most[0]
                        && *bottom <= most[1],
                    "page {number}: a word at {:?} mm",
                    [left, top, right, bottom].map(|side| side / mm(1.0))
                );
            }
        }
        // And the margins are used: the first page begins at its top, text reaches its right edge.
        let first = &self.pages[0];
        let top = first
            .words
            .iter()
            .map(|word| word[1])
            .fold(f64::MAX, f64::min);
        assert!(
            top < mm(23.0),
            "the first line is {} mm down",
            top / mm(1.0)
        );
    }

    fn splits_nothing(&self) {
        assert!(self.whole.len() >= 2, "{:?}", self.whole);
        for block in &self.whole {
            let here = |page: &&Page| block.iter().all(|line| page.text.contains(line));
            assert!(
                self.pages.iter().any(|page| here(&page)),
                "split: {block:?}"
            );
        }
    }

    fn leaves_no_heading_behind(&self) {
        for (heading, next) in &self.headings {
            let here = |page: &Page| {
                let (_, rest) = page.text.split_once(heading.as_str())?;
                Some(rest.starts_with(next.as_str()))
            };
            let found: Vec<_> = self.pages.iter().filter_map(here).collect();
            assert!(found.contains(&true), "{heading} is not followed by {next}");
        }
    }

    /// The signature has something of the paper above it.
    fn leaves_no_signature_alone(&self) {
        let name = self.signed.last().expect("who signs");
        let page = self.pages.iter().rfind(|page| page.text.contains(name));
        let page = page.expect("a page with the signature");
        let first = &self.signed[0];
        let above = page.text.split(first.as_str()).next().unwrap_or_default();
        assert!(
            above.chars().count() > 20,
            "{first} stands alone below {above:?}"
        );
    }

    /// Lines as long as the paper allows are in it.
    fn uses_its_width(&self) {
        let words = self.pages.iter().flat_map(|page| &page.words);
        let (left, right) = words.fold((f64::MAX, 0.0), |(left, right), word| {
            (word[0].min(left), word[2].max(right))
        });
        let edge = self.pages[0].width - mm(15.0);
        assert!(
            left < mm(31.0) && right > edge - mm(4.0),
            "{} to {} mm",
            left / mm(1.0),
            right / mm(1.0)
        );
    }

    fn is_fit_for_an_office(&self, size: [f64; 2]) {
        self.has_the_margins_of_an_official_document(size);
        self.splits_nothing();
        self.leaves_no_heading_behind();
        self.leaves_no_signature_alone();
    }
}

const A4: [f64; 2] = [210.0, 297.0];
const ON_ITS_SIDE: [f64; 2] = [297.0, 210.0];

const LONG: &str = "Tiếp công dân đúng giờ, giải thích rõ ràng từng loại giấy tờ cần có để không ai phải đi lại nhiều lần, ghi lại mọi ý kiến vào sổ và trả lời trong ngày, kể cả những ngày đông người vào dịp đầu năm, cuối năm và trước các kỳ nghỉ lễ dài";
const LONG_NAME: &str = "Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Thanh Huyền Trân";

/// The first of the sample's commitments alone.
fn with_one_commitment() -> Handbook {
    let mut handbook = filled_handbook("2026-11-20");
    let last = handbook.pledge.revisions.last_mut().expect("handed in");
    last.commitments.truncate(1);
    handbook.pledge.draft.clear();
    handbook
}

/// So many commitments, each with long words in every answer.
fn with_commitments(number: u8) -> Handbook {
    let mut handbook = filled_handbook("2026-11-20");
    LONG_NAME.clone_into(&mut handbook.profile.name);
    let one = handbook.pledge.in_force()[0].clone();
    let made = (1..=number).map(|index| {
        let mut one = one.clone();
        one.id = ItemId::new([4, 4, 4, 4, 4, index]);
        one.action = format!("{LONG} ({index})");
        one.measure = format!("{LONG}. {LONG}");
        one.duty = LONG.to_owned();
        one.people = format!("{LONG_NAME}, {LONG_NAME}");
        one
    });
    let last = handbook.pledge.revisions.last_mut().expect("handed in");
    last.commitments = made.collect();
    handbook.pledge.draft.clear();
    handbook
}

fn keeps(person: &mut Person, handbook: Handbook) {
    let backup = person.has_file("so-tay_sao-luu.json", backup_of(handbook));
    person.restores(&backup);
}

#[test]
fn a_pledge_of_one_and_of_three_commitments() {
    for (handbook, number, pages) in [
        (with_one_commitment(), 1, 1),
        (with_commitments(1), 1, 2),
        (with_commitments(3), 3, 3),
    ] {
        story("2026-11-20 08:00", |person| {
            keeps(person, handbook);
            let paper = prints(person, "#/giay-to/dang-ky");
            person.keeps_paper(
                &format!("in-dang-ky-{number}-viec-{pages}-trang"),
                &pdf(person),
            );
            assert_eq!(paper.whole.len(), number + 2);
            assert_eq!(paper.pages.len(), pages, "{number} commitments");
            paper.is_fit_for_an_office(A4);
            paper.uses_its_width();
        });
    }
}

#[test]
fn the_reviews() {
    story("2026-11-20 08:00", |person| {
        keeps(person, with_commitments(3));
        for route in ["#/giay-to/so-ket/in", "#/giay-to/tong-ket/in"] {
            let paper = prints(person, route);
            person.keeps_paper(
                &route.replace("#/giay-to/", "in-").replace("/in", ""),
                &pdf(person),
            );
            assert!(
                (2..=4).contains(&paper.pages.len()),
                "{} pages",
                paper.pages.len()
            );
            assert!(!paper.headings.is_empty());
            prints_shifted(person, route, A4);
        }
    });
}

#[test]
fn the_branchs_papers() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        let report = prints(person, "#/chi-bo/bao-cao/ca-nam/in");
        assert_eq!(report.pages.len(), 2);
        assert!(report.headings.len() >= 5, "{:?}", report.headings);
        prints_shifted(person, "#/chi-bo/bao-cao/ca-nam/in", A4);
        prints_shifted(person, "#/chi-bo/bao-cao/6-thang/in", A4);

        let wall = prints(person, "#/chi-bo/cong-khai/in");
        assert_eq!(wall.pages.len(), 7);
        assert!(
            wall.whole.len() > 38,
            "a row for everyone: {}",
            wall.whole.len()
        );
        prints_shifted(person, "#/chi-bo/cong-khai/in", A4);

        let months = prints(person, "#/chi-bo/theo-doi/in");
        assert_eq!(months.pages.len(), 4);
        prints_shifted(person, "#/chi-bo/theo-doi/in", ON_ITS_SIDE);
        let every_page_has_the_head = months
            .pages
            .iter()
            .all(|page| page.text.contains("STTHọvàtên"));
        assert!(every_page_has_the_head);
    });
}

#[test]
fn the_months_of_68_people_with_long_names() {
    story("2026-11-22 08:00", |person| {
        person.begins_a_branch("Chi bộ Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố");
        person.opens("#/chi-bo/danh-sach");
        let given =
            |first: &str| ["An", "Bình", "Châu", "Dung"].map(|last| format!("{first} {last}"));
        let firsts =
            "Ái Bảo Cẩm Diễm Giáng Hải Kim Lan Mai Ngọc Phương Quỳnh Tâm Uyên Vân Xuân Yến"
                .split(' ');
        let people = firsts
            .flat_map(given)
            .map(|name| format!("Công Tằng Tôn Nữ Hoàng {name}\tĐảng viên\tVăn thư"));
        let table: Vec<_> = std::iter::once("Họ và tên\tĐối tượng\tChức vụ".to_owned())
            .chain(people)
            .collect();
        person.fills("Dán bảng vào đây", &table.join("\n"));
        person.taps(button("Xem trước"));
        person.taps(button("Thêm 68 người"));
        person.sees("68 người");
        let months = prints(person, "#/chi-bo/theo-doi/in");
        person.keeps_paper("in-theo-doi-68-nguoi", &pdf(person));
        assert!(months.whole.len() >= 70, "{}", months.whole.len());
        assert!(
            (5..=12).contains(&months.pages.len()),
            "{} pages",
            months.pages.len()
        );
        months.is_fit_for_an_office(ON_ITS_SIDE);
    });
}

/// Every line of the sheet as it is broken on the screen.
const LINES: &str = "(() => {
    const lines = [];
    for (const block of document.querySelectorAll('.sheet p, .sheet h2, .sheet h3')) {
        const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let top, line = '';
        for (let node; (node = words.nextNode()); ) {
            for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + word.length);
                const here = range.getBoundingClientRect();
                const middle = (here.top + here.bottom) / 2;
                if (top !== undefined && Math.abs(middle - top) > here.height / 2) { lines.push(line); line = ''; }
                top = middle;
                line += getComputedStyle(block).textTransform === 'uppercase' ? word.toUpperCase() : word;
            }
        }
        if (line) lines.push(line);
    }
    return lines;
})()";

#[test]
fn on_a_phone_and_at_a_pc_the_lines_are_those_of_the_paper() {
    story("2026-11-20 08:00", |person| {
        keeps(person, with_commitments(3));
        let paper = prints(person, "#/giay-to/dang-ky");
        let printed: Vec<_> = paper.pages.iter().flat_map(|page| &page.lines).collect();
        let on_a_phone = texts(&person.browser.js(LINES));
        assert!(on_a_phone.len() > 60, "{} lines", on_a_phone.len());
        for line in &on_a_phone {
            assert!(
                printed.iter().any(|one| one.contains(line)),
                "not on paper: {line}"
            );
        }
        person.sits_at_a_pc();
        assert_eq!(texts(&person.browser.js(LINES)), on_a_phone);

        // Larger, for reading, it is not the paper; and printed it is again.
        person.browser.apply(|phone| phone.size = (360, 740));
        person.browser.fits();
        person.taps(button("Chữ to để đọc"));
        assert_ne!(texts(&person.browser.js(LINES)), on_a_phone);
        assert_eq!(pages(&pdf(person)).len(), paper.pages.len());
    });
}
