//! What stands on a paper that an office accepts, apart from how it looks: the screen shows it, the browser
//! prints it, and the Office program makes a Word file of it. So the three say the same.

mod months;
mod pledge;
mod report;
mod review;
mod wall;

use so_tay_derive::in_files;

use super::branch::{Branch, BranchYear, Person};
use super::handbook::Handbook;
use super::letters::plain;

pub use months::months_paper;
pub use pledge::{answers, pledge_name, pledge_paper};
pub use report::report_paper;
pub use review::{classified, review_heading, review_paper};
pub use wall::wall_paper;

/// A paper of some pages: letterhead, title, text, signatures.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// At the left of the head, from the level above downwards.
    pub above: Vec<String>,
    /// The branch, below them and underlined; may be blank.
    pub branch: String,
    /// At the right, where the unit wants it; a line each, may be blank.
    pub right: String,
    /// Below the heads, at the left; blank where the paper has none.
    pub number: String,
    /// Place and date at the right of the number.
    pub dated: String,
    pub title: String,
    pub about: String,
    pub body: Vec<Part>,
    pub sign: Signatures,
    /// Small, below everything; may be blank.
    pub foot: String,
    /// On paper that lies on its side.
    pub wide: bool,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Text(Block),
    Table(Listing),
}

/// A table whose rows are not split.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub columns: Vec<Column>,
    /// As wide as the columns; a cell is some paragraphs.
    pub rows: Vec<Vec<Vec<Line>>>,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// Of the width, in hundredths.
    pub share: u8,
    pub centred: bool,
}

impl Column {
    fn new(name: &str, share: u8) -> Self {
        Self {
            name: name.to_owned(),
            share,
            centred: false,
        }
    }

    /// Of numbers, letters, days.
    fn narrow(name: &str, share: u8) -> Self {
        Self {
            centred: true,
            ..Self::new(name, share)
        }
    }
}

/// Paragraphs that belong together.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Never split over two pages.
    pub whole: bool,
    pub lines: Vec<Line>,
}

/// A paragraph.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    pub runs: Vec<Run>,
}

#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    Plain,
    /// Of the paragraphs below it.
    Heading,
    /// A name, with room above it for the hand.
    Signed,
}

/// Words of one look.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub look: Look,
    pub text: String,
}

#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    Plain,
    Bold,
    Italic,
}

/// Side by side at the end, never alone on a page.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatures {
    /// Who gets the paper (nơi nhận), small and at the left.
    pub receivers: Vec<Line>,
    /// Centred; blank where the receivers stand.
    pub left: Vec<Line>,
    pub right: Vec<Line>,
}

impl Line {
    fn of(kind: LineKind, look: Look, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            kind,
            runs: vec![Run { look, text }],
        }
    }

    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(LineKind::Plain, Look::Plain, text)
    }

    pub fn bold(text: impl Into<String>) -> Self {
        Self::of(LineKind::Plain, Look::Bold, text)
    }

    pub fn italic(text: impl Into<String>) -> Self {
        Self::of(LineKind::Plain, Look::Italic, text)
    }

    pub fn heading(text: impl Into<String>) -> Self {
        Self::of(LineKind::Heading, Look::Bold, text)
    }

    pub fn signed(name: impl Into<String>) -> Self {
        Self::of(LineKind::Signed, Look::Bold, name)
    }

    /// "Kết quả: …", the name of it set off.
    pub fn labelled(name: &str, text: impl Into<String>) -> Self {
        let mut line = Self::italic(format!("{name}: "));
        let text = text.into();
        line.runs.push(Run {
            look: Look::Plain,
            text,
        });
        line
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Block {
    fn whole(lines: Vec<Line>) -> Self {
        Self { whole: true, lines }
    }

    fn flowing(lines: Vec<Line>) -> Self {
        Self {
            whole: false,
            lines,
        }
    }

    /// A heading, and a text of several lines below it.
    fn section(heading: String, text: &str) -> Self {
        let mut lines = vec![Line::heading(heading)];
        lines.extend(paragraphs(text));
        Self::flowing(lines)
    }
}

/// A text of several lines, a paragraph each.
fn paragraphs(text: &str) -> impl Iterator<Item = Line> {
    text.lines().map(Line::plain)
}

/// The heads of a person's paper; all words of them come from the pack.
fn of_person(handbook: &Handbook, title: &str, about: String, whose: &str, on: String) -> Paper {
    let pack = &handbook.pack.pack;
    let profile = &handbook.profile;
    let who = vec![
        Line::plain(format!("Họ và tên: {}", profile.name)),
        Line::plain(format!("Chức vụ: {}", handbook.post_line())),
    ];
    let right = vec![
        // The place is left to the hand: no unit's place is kept.
        Line::italic(format!("………, {on}")),
        Line::bold(whose),
        Line::italic("(Ký, ghi rõ họ tên)"),
        Line::signed(profile.name.as_str()),
    ];
    Paper {
        above: vec![pack.headings.superior.clone(), pack.unit.clone()],
        branch: profile.branch.clone(),
        right: pack.headings.right.clone(),
        number: String::new(),
        dated: String::new(),
        title: title.to_owned(),
        about,
        body: vec![Part::Text(Block::flowing(who))],
        sign: Signatures {
            receivers: Vec::new(),
            left: vec![Line::plain(""), Line::bold("Xác nhận của chi bộ")],
            right,
        },
        foot: String::new(),
        wide: false,
    }
}

/// The heads of a branch's paper, all words of them from the year's pack, and room for its hand.
fn of_branch(branch: &Branch, year: i32, title: &str, about: String) -> Paper {
    let pack = branch.year(year).and_then(BranchYear::pack);
    let headings = pack.map(|pack| pack.headings.clone()).unwrap_or_default();
    Paper {
        above: vec![headings.superior, branch.unit.clone()],
        branch: branch.name.clone(),
        right: headings.right,
        number: String::new(),
        dated: String::new(),
        title: title.to_owned(),
        about,
        body: Vec::new(),
        sign: Signatures {
            receivers: Vec::new(),
            left: Vec::new(),
            right: vec![
                Line::italic(format!("………, {}", day_or_dots(None, year))),
                Line::bold("T/M CHI BỘ"),
                Line::italic("(Ký, ghi rõ họ tên)"),
                Line::signed(secretary(branch, year)),
            ],
        },
        foot: String::new(),
        wide: false,
    }
}

/// Who signs the year's reports, else the one of the roster whose duty says so; blank for the hand.
fn secretary(branch: &Branch, year: i32) -> String {
    let reports = branch.year(year).into_iter();
    let reports = reports.flat_map(|of_year| of_year.reports.values());
    let signed = reports.map(|report| report.signed_by.as_str());
    let is_secretary = |person: &&Person| {
        let duty = format!(" {} ", plain(&person.duty));
        duty.contains(" bi thu ") && !duty.contains(" pho bi thu ")
    };
    let named = branch.roster.people.iter().find(is_secretary);
    let mut all = signed.chain(named.map(|person| person.name.as_str()));
    all.find(|name| !name.trim().is_empty())
        .unwrap_or_default()
        .to_owned()
}

/// The day in words, or room for the hand.
fn day_or_dots(on: Option<super::Day>, year: i32) -> String {
    match on {
        Some(on) => on.in_words(),
        None => format!("ngày … tháng … năm {year}"),
    }
}
