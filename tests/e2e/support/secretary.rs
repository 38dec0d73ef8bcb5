//! What a secretary does again and again at the branch's desk.

use std::path::PathBuf;

use super::person::{LeftFile, Person};
use super::{button, link};

/// Every address of the desk that needs no more than the sample in November 2026.
pub const DESK: &[(&str, &str)] = &[
    ("tong-quan", "#/chi-bo"),
    ("muc-luc", "#/chi-bo/muc-luc"),
    ("bat-dau", "#/chi-bo/bat-dau"),
    ("danh-sach", "#/chi-bo/danh-sach"),
    ("bo-chuan-muc", "#/chi-bo/bo-chuan-muc"),
    ("bo-chuan-muc-chuan-muc", "#/chi-bo/bo-chuan-muc/chuan-muc"),
    ("bo-chuan-muc-chuyen-de", "#/chi-bo/bo-chuan-muc/chuyen-de"),
    ("bo-chuan-muc-quy-dinh", "#/chi-bo/bo-chuan-muc/quy-dinh"),
    ("bo-chuan-muc-xep-loai", "#/chi-bo/bo-chuan-muc/xep-loai"),
    ("bo-chuan-muc-ten-goi", "#/chi-bo/bo-chuan-muc/ten-goi"),
    ("nhan", "#/chi-bo/nhan"),
    ("dang-ky", "#/chi-bo/dang-ky"),
    ("cong-khai", "#/chi-bo/cong-khai"),
    ("theo-doi", "#/chi-bo/theo-doi/2026-10"),
    ("sinh-hoat", "#/chi-bo/sinh-hoat/2026-11"),
    ("so-ket", "#/chi-bo/so-ket"),
    ("tong-ket", "#/chi-bo/tong-ket"),
    ("nhan-xet", "#/chi-bo/nhan-xet"),
    ("bieu-duong", "#/chi-bo/bieu-duong"),
    ("bieu-do", "#/chi-bo/bieu-do"),
    ("bao-cao", "#/chi-bo/bao-cao"),
    ("bao-cao-nam", "#/chi-bo/bao-cao/ca-nam"),
    ("cong-khai-in", "#/chi-bo/cong-khai/in"),
    ("theo-doi-in", "#/chi-bo/theo-doi/in"),
    ("bao-cao-in", "#/chi-bo/bao-cao/ca-nam/in"),
    ("luu-tru", "#/chi-bo/luu-tru"),
];

/// What stands above every screen of the sample.
pub const SAMPLE_MARK: &str = "Đây là chi bộ mẫu";

impl Person {
    /// From the first start to the branch of 45 people, which is kept nowhere.
    #[track_caller]
    pub fn opens_the_sample_branch(&mut self) {
        self.opens("#/chi-bo");
        self.taps(button("Xem thử chi bộ mẫu…"));
        self.sees(SAMPLE_MARK);
    }

    /// From the first start to a branch without anybody in it.
    #[track_caller]
    pub fn begins_a_branch(&mut self, name: &str) {
        self.opens("#/chi-bo");
        self.fills("Tên chi bộ", name);
        self.taps(button("Bắt đầu"));
        self.finds(link(&format!("{name} · …")));
    }

    /// Waits until the desk's screen stands, in place of what is shown while it loads.
    #[track_caller]
    pub fn is_at_the_desk(&self) {
        self.trusts("!document.getElementById('start') && document.querySelector('h1') !== null");
    }

    /// The whole screen, so high that nothing lies half under the bars.
    #[track_caller]
    pub fn meets_no_barrier_anywhere(&self) {
        self.browser.grows(7_000);
        self.meets_no_barrier();
        self.browser.fits();
    }

    /// Opens files that people sent, all at once; nothing is kept yet.
    #[track_caller]
    pub fn looks_into(&mut self, files: &[PathBuf]) {
        self.opens("#/chi-bo/nhan");
        let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
        self.chooses_files("Chọn tệp", &files);
        self.sees(&format!("{} tệp:", files.len()));
    }

    /// What another person's phone sent, as a file on this one.
    pub fn gets(&self, file: &LeftFile) -> PathBuf {
        self.has_file(&file.name, &file.text)
    }
}
