//! Why a file was not taken in: one Vietnamese sentence that says what is wrong, where, and what
//! to do. It owns all wording of this room; it never shows text of the file but short keys and
//! words, since the file may be hostile.

use std::fmt;

use super::Kind;
use crate::domain::letters::visible;
use crate::json::{Form, Misfit, Sort, Unfit, step};

/// One thing that is wrong with a file, and the place.
// Boxed, since every step of reading returns one or a value: a thin pointer keeps that code small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    what: What,
    /// `payload.pledge.commitments[1].deadline`; empty: the file as a whole.
    place: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    // The file as a whole.
    NotOurs,
    Encoding,
    TwoFiles,
    TooLarge {
        bytes: usize,
        most: usize,
    },
    UnknownKind,
    /// What boot.js saved when no program ran.
    Rescue,
    /// A code opens it.
    Sealed,
    /// Another opener takes it.
    NotHere(Kind),
    Newer {
        version: u64,
        current: u32,
    },
    Altered,
    /// Its JSON, or what the types don't take.
    Json(Unfit),
    // Rules.
    Counting,
    Timestamp,
    Between {
        from: i64,
        to: i64,
    },
    TooFew {
        least: usize,
    },
    DoubledId(String),
    QuartersReversed,
    RevisionOrder,
    StageOrder,
    OtherYear(i32),
    YearOrder,
    DoubledDossier(i32),
    OtherDossier(i32),
    NotOnRoster,
    /// Of a count, done is above all.
    MoreThanAll,
}

impl What {
    pub(super) fn at(self, place: &str) -> Problem {
        Problem::from(self).under(place)
    }
}

impl From<What> for Problem {
    fn from(what: What) -> Self {
        Self(Box::new(Inner {
            what,
            place: String::new(),
        }))
    }
}

impl From<Misfit> for Problem {
    fn from(misfit: Misfit) -> Self {
        let (what, place) = misfit.into_parts();
        let what = What::Json(what);
        Self(Box::new(Inner { what, place }))
    }
}

impl Problem {
    /// The place in the file, like `payload.pledge.commitments[1].deadline`; empty when the
    /// problem is the file as a whole.
    pub fn place(&self) -> &str {
        &self.0.place
    }

    /// The same problem, seen from the object that holds `key`.
    pub(super) fn under(mut self, key: &str) -> Self {
        step(&mut self.0.place, key);
        self
    }

    /// The same problem, seen from the list that holds it.
    pub(super) fn in_list(self, index: usize) -> Self {
        self.under(&format!("[{index}]"))
    }

    /// One sentence for the person who opened the file. Keys and words of the file stand in it, so what
    /// is not seen in them is made visible, and no line of the sentence is the file's.
    pub fn sentence(&self) -> String {
        let what = self.what();
        visible(&if self.0.place.is_empty() {
            format!("{what}.")
        } else {
            format!(
                "Không nhận được tệp: ở mục {}, {what}; hãy nhờ người gửi xuất lại tệp.",
                self.0.place
            )
        })
    }

    fn what(&self) -> String {
        match &self.0.what {
            What::NotOurs => "Đây không phải tệp của Sổ tay làm theo: hãy chọn lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận".to_owned(),
            What::Encoding => "Tệp không ở bảng mã UTF-8: hãy nhờ người gửi xuất lại tệp".to_owned(),
            What::TwoFiles => "Đoạn văn bản có nhiều hơn một tệp: hãy dán từng tệp một".to_owned(),
            What::TooLarge { bytes, most } => format!(
                "Tệp quá lớn ({} KB, tối đa {} KB): hãy chọn lại tệp, hoặc nhờ người gửi bớt nội dung rồi xuất lại",
                bytes.div_ceil(1024),
                most / 1024
            ),
            What::UnknownKind => "Tệp thuộc loại mà ứng dụng này chưa biết: hãy cập nhật ứng dụng rồi mở lại".to_owned(),
            What::Rescue => "Đây là tệp cứu hộ: hãy mở ở Cài đặt, mục Dữ liệu của tôi".to_owned(),
            What::Sealed => "Đây là bản sao có mã: hãy mở ở Cài đặt, mục Khôi phục".to_owned(),
            What::NotHere(Kind::BranchBackup) => "Đây là bản sao lưu chi bộ, không mở được ở đây: hãy mở ở mục Lưu trữ của chi bộ".to_owned(),
            What::NotHere(kind) => format!("Đây là {}, không mở được ở đây: hãy chọn lại tệp", kind.name()),
            What::Newer { version, current } => format!("Ứng dụng cũ hơn tệp (tệp ở phiên bản {version}, ứng dụng đọc được đến phiên bản {current}): hãy cập nhật ứng dụng rồi mở lại"),
            What::Altered => "Tệp đã bị sửa hoặc hỏng: hãy nhờ người gửi gửi lại tệp gốc".to_owned(),
            What::Json(what) => of_json(what),
            What::Counting => "số phải từ 1 trở lên".to_owned(),
            What::Timestamp => "thời điểm phải viết theo mẫu 2026-11-22T09:30:00+07:00".to_owned(),
            What::Between { from, to } => format!("số phải từ {from} đến {to}"),
            What::TooFew { least } => format!("danh sách phải có ít nhất {least} dòng"),
            What::DoubledId(id) => format!("mã “{id}” bị dùng hai lần trong một danh sách"),
            What::QuartersReversed => "quý cuối đứng trước quý đầu".to_owned(),
            What::RevisionOrder => "số lần đăng ký không tăng dần".to_owned(),
            What::StageOrder => "ngày thông qua hoặc công khai đứng trước bước phải có trước nó".to_owned(),
            What::OtherYear(year) => format!("tháng không thuộc năm {year}"),
            What::YearOrder => "các năm không tăng dần".to_owned(),
            What::DoubledDossier(year) => format!("hồ sơ năm {year} của người này bị ghi hai lần"),
            What::OtherDossier(year) => format!("hồ sơ không thuộc năm {year} của bản lưu trữ"),
            What::NotOnRoster => "người này không có trong danh sách chi bộ".to_owned(),
            What::MoreThanAll => "số đã có lớn hơn tổng số".to_owned(),
        }
    }
}

/// What is wrong with the JSON, or with a value for its type.
fn of_json(what: &Unfit) -> String {
    match what {
        Unfit::CutShort => {
            "Tệp bị cụt, thiếu phần cuối: hãy lấy lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận"
                .to_owned()
        }
        Unfit::Syntax { line, column } => {
            format!("Tệp bị hỏng ở dòng {line}, cột {column}: hãy nhờ người gửi gửi lại tệp gốc")
        }
        Unfit::DoubledKey => "một mục bị ghi hai lần".to_owned(),
        Unfit::Decimal => "chỉ được ghi số nguyên, không có phần lẻ".to_owned(),
        Unfit::HugeNumber => "số quá lớn".to_owned(),
        Unfit::TooDeep => format!("nội dung lồng nhau quá {} tầng", super::rules::MAX_DEPTH),
        Unfit::TooLong { characters } => format!(
            "văn bản dài {characters} ký tự, tối đa {}",
            super::rules::MAX_TEXT
        ),
        Unfit::TooMany { most } => format!("danh sách dài quá {most} dòng"),
        Unfit::Missing => "thiếu nội dung bắt buộc".to_owned(),
        Unfit::Not(sort) => format!("nội dung phải là {}", name(*sort)),
        Unfit::Range => "số nằm ngoài khoảng cho phép".to_owned(),
        Unfit::UnknownWord(word) => format!("từ “{word}” chưa được biết"),
        Unfit::Form(Form::Day) => "ngày phải có thật và viết theo mẫu 2026-11-22".to_owned(),
        Unfit::Form(Form::Month) => "tháng phải có thật và viết theo mẫu 2026-11".to_owned(),
        Unfit::Form(Form::DocumentId) => {
            "mã tài liệu phải gồm 32 chữ số thập lục phân viết thường".to_owned()
        }
        Unfit::Form(Form::ItemId) => "mã phải gồm 1 đến 40 ký tự a–z, 0–9, - hoặc _".to_owned(),
        Unfit::Unfit => "nội dung không hợp lệ".to_owned(),
    }
}

fn name(sort: Sort) -> &'static str {
    match sort {
        Sort::Text => "văn bản",
        Sort::Integer => "số nguyên",
        Sort::Bool => "true hoặc false",
        Sort::List => "danh sách",
        Sort::Object => "nhóm các mục",
        Sort::Word => "một từ trong các từ đã định",
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for Problem {}
