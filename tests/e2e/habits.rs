//! What the people of these stories do again and again.

use std::path::{Path, PathBuf};

use serde_json::Value;
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::{Day, DocumentId, Handbook};
use so_tay::exchange::{Backup, Envelope, write_backup, write_handover};
use unicode_normalization::UnicodeNormalization;

use crate::support::{Person, button, field, link, radio};

/// The part of a commitment's answers that every story needs.
#[derive(Clone, Copy)]
pub struct Task {
    pub action: &'static str,
    pub measure: &'static str,
    pub deadline: &'static str,
}

pub const FILES: Task = Task {
    action: "Giải quyết hồ sơ của dân trong ngày tại bộ phận một cửa",
    measure: "Không hồ sơ nào quá 1 ngày làm việc",
    deadline: "31/12",
};
pub const PAPER: Task = Task {
    action: "Tiết kiệm giấy in ở phòng: in hai mặt, dùng lại phong bì",
    measure: "Cả năm dùng không quá 24 ram giấy",
    deadline: "hằng tháng",
};

/// A file that the page once wrote.
pub fn golden(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/v1")
        .join(file)
}

/// A backup of the year that the sample shows, as a person's own.
pub fn filled_backup(today: &str) -> String {
    backup_of(filled_handbook(today))
}

pub fn filled_handbook(today: &str) -> Handbook {
    let today: Day = today.parse().expect("a day as 2026-11-03");
    let mut handbook = sample_handbook(today);
    handbook.id = DocumentId::new([7; 16]);
    handbook.profile.branch = "Chi bộ 2".to_owned();
    handbook.pack.pack.branch = "Chi bộ 2".to_owned();
    handbook.pack.pack.unit = "Văn phòng UBND".to_owned();
    handbook
}

/// A person's own file.
pub fn backup_of(handbook: Handbook) -> String {
    let file = Envelope {
        document_id: DocumentId::new([8; 16]),
        revision: 1,
        exported_at: "2026-10-20T08:00:00+07:00".to_owned(),
        app_version: "0.1.0".to_owned(),
        payload: Backup {
            handbooks: vec![handbook],
        },
    };
    write_backup(&file, &|text| text.nfc().collect())
}

/// All that the sample's handbook could hand over, as that of a person of this name; the handbook is
/// told apart from others by its number.
pub fn hand_over(name: &str, number: usize, revision: u32, today: &str) -> String {
    let day: Day = today.parse().expect("a day as 2026-11-22");
    let mut id = [9; 16];
    id[..8].copy_from_slice(&(number as u64).to_be_bytes());
    let mut handbook = sample_handbook(day);
    handbook.id = DocumentId::new(id);
    name.clone_into(&mut handbook.profile.name);
    let file = Envelope {
        document_id: handbook.id.clone(),
        revision,
        exported_at: format!("{today}T08:00:00+07:00"),
        app_version: "0.1.0".to_owned(),
        payload: handbook.handover(&handbook.parts(), day),
    };
    write_handover(&file, &|text| text.nfc().collect())
}

impl Person {
    /// From the first screen to the handbook of a party member, by typing.
    #[track_caller]
    pub fn begins(&mut self) {
        self.opens("");
        self.fills("Họ và tên", "Trần Thị Bình");
        self.fills("Chi bộ, đơn vị", "Chi bộ 2");
        self.taps(button("Bắt đầu sổ tay…"));
        self.is_at("#/");
        self.sees("Đã lưu");
    }

    /// From the first screen to a filled handbook, by a backup.
    #[track_caller]
    pub fn restores(&mut self, backup: &Path) {
        self.opens("#/du-lieu/khoi-phuc");
        self.chooses_files("Khôi phục từ tệp…", &[backup]);
        self.taps(button("Thay bằng nội dung trong tệp"));
        self.until("the handbooks to be kept", || {
            if self.kept_handbooks().is_empty() {
                Err("nothing is".to_owned())
            } else {
                Ok(())
            }
        });
        self.finds(link("…mở cài đặt và đổi sổ tay"));
    }

    /// The backup of a whole year, in place.
    #[track_caller]
    pub fn has_a_filled_year(&mut self, today: &str) {
        let backup = self.has_file("so-tay_sao-luu.json", filled_backup(today));
        self.restores(&backup);
    }

    /// Goes by the bar at the thumb.
    #[track_caller]
    pub fn goes_to(&self, tab: &str) {
        self.taps(link(tab).within("Các phần của sổ tay"));
    }

    /// Answers the five questions, from the list of commitments and back to it.
    #[track_caller]
    pub fn writes(&self, task: &Task) {
        self.sees("Bản đăng ký năm");
        // "Viết việc thứ nhất", later "+ Thêm việc".
        self.taps(button("…việc…").at(0));
        self.sees("bước 1 trên 5");
        self.fills("Việc gì sẽ làm?", task.action);
        self.goes_on("bước 2 trên 5");
        self.fills("Làm sao biết là đã làm được?", task.measure);
        self.goes_on("bước 3 trên 5");
        self.fills("Đến bao giờ?", task.deadline);
        self.goes_on("bước 4 trên 5");
        self.goes_on("bước 5 trên 5");
        self.taps(button("Xong việc này"));
        self.is_at("#/dang-ky");
    }

    #[track_caller]
    pub fn goes_on(&self, to: &str) {
        self.taps(button("Tiếp tục"));
        self.sees(to);
    }

    /// Looks through the whole and records it as handed in.
    #[track_caller]
    pub fn hands_in(&self) {
        self.taps(link("Kiểm tra lại và hoàn tất"));
        self.taps(button("Ghi là đã nộp"));
        self.finds(field("Ngày thông qua trước tập thể"));
    }

    /// Gives a commitment its level in the open month.
    #[track_caller]
    pub fn rates(&self, number: usize, level: &str) {
        self.taps(radio(level).within(&format!("Mức tự đánh giá việc {number}")));
    }

    /// The stored handbooks, as the page keeps them.
    pub fn kept_handbooks(&self) -> Vec<Value> {
        let stored = self.stored();
        stored
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(key, _)| key.starts_with("so-tay/handbook/"))
            .map(|(_, text)| {
                let text = text.as_str().expect("text");
                let kept: Value = serde_json::from_str(text).expect("what is kept is JSON");
                kept["document"].clone()
            })
            .collect()
    }

    /// From now on there is no room left in the storage, as on a full phone.
    pub fn runs_out_of_room(&self) {
        self.browser.js(
            "window.__room = Storage.prototype.setItem;
            Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') };
            true",
        );
    }

    pub fn makes_room(&self) {
        self.browser
            .js("Storage.prototype.setItem = window.__room; true");
    }
}
