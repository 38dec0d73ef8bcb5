//! The branch as a file: made, and given to the device.

use crate::browser::files::download;
use crate::browser::share::{Shared, share};
use crate::browser::text::nfc;
use crate::browser::timer::later;
use crate::browser::{clock, device, random};
use crate::desk::Desk;
use crate::exchange::{BranchBackup, Envelope, Kind, file_name, write_branch_backup};

/// Everything, or one year; with its name.
pub fn make(desk: Desk, archive_of: Option<i32>) -> Option<(String, String)> {
    let backup = desk.backup(archive_of)?;
    let (whose, year) = match archive_of {
        Some(year) => (format!("lưu trữ {}", backup.branch.name), year),
        None => (backup.branch.name.clone(), desk.year.get_untracked()),
    };
    let name = file_name(Kind::BranchBackup, &whose, year, desk.today.get_untracked());
    let file: Envelope<BranchBackup> = Envelope {
        document_id: random::document_id(),
        revision: 1,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: backup,
    };
    Some((name, write_branch_backup(&file, &nfc)))
}

/// Saves the file where the browser lets a page do so, else by the share sheet. `went` hears whether it
/// left; not when the person changed their mind.
pub fn give(name: String, text: String, went: impl FnOnce(bool) + 'static) {
    if device::can_download() {
        return went(download(&name, &text));
    }
    later(async move {
        match share(&name, &text).await {
            Shared::Done => went(true),
            Shared::Failed => went(false),
            Shared::Cancelled => {}
        }
    });
}

/// The whole branch: also the way out when saving fails. `went` hears whether it left.
pub fn save_backup(desk: Desk, went: impl FnOnce(bool) + 'static) {
    if let Some((name, text)) = make(desk, None) {
        give_backup(desk, name, text, went);
    }
}

/// The same, when the file is made; it may be behind a code.
pub fn give_backup(desk: Desk, name: String, text: String, went: impl FnOnce(bool) + 'static) {
    let of = desk.peek(|branch| Some(branch.id.clone()));
    give(name, text, move |left| {
        if let Some(id) = of.filter(|_| left) {
            let today = desk.today.get_untracked();
            desk.choose(|choices| choices.backed_up_on.insert(id, today));
        }
        went(left);
    });
}

/// Said where a file could not leave.
pub const REFUSED: &str = "Trình duyệt không cho lưu tệp. Mở trang bằng trình duyệt khác rồi thử lại; dữ liệu ở đây giữ nguyên.";
