//! Xóa: this branch, or everything of this page; asked for in writing.

use crate::browser::text::nfc;
use crate::browser::timer::later;
use crate::browser::{device, page};
use crate::desk::{Desk, desk};
use crate::domain::letters::lower;
use crate::signal::RwSignal;
use crate::ui::{El, Field, Wrong, details, el, error_of, field, form, h2, muted, p, stack};

pub fn section() -> El {
    let desk = desk();
    let name = desk.peek(|branch| branch.name.clone());
    let this = asked(
        "delete-branch",
        "xóa chi bộ",
        format!("Xóa {name} khỏi máy"),
        move || delete(desk),
    );
    let all = asked(
        "erase",
        "xóa hết",
        "Xóa tất cả".to_owned(),
        move || erase(desk),
    );
    stack((
        h2("Xóa"),
        details(
            format!("Xóa {name}"),
            (
                p(
                    "Xóa danh sách, hồ sơ, bản lưu của chi bộ này khỏi máy; chi bộ khác và sổ tay riêng giữ nguyên. Hoàn tác được cho tới khi sang mục khác; sau đó chỉ còn tệp sao lưu.",
                ),
                this,
            ),
        ),
        details(
            "Xóa tất cả trên máy này",
            (
                p(
                    "Xóa mọi chi bộ, mọi sổ tay riêng, bản lưu và bản dùng khi không có mạng của trang này. Không lấy lại được, trừ từ tệp sao lưu.",
                ),
                all,
            ),
        ),
        muted("Dữ liệu chỉ nằm trên máy này và trong các tệp đã lưu ra: xóa ở đây không xóa tệp."),
    ))
}

/// A form that acts only on the very words.
fn asked(
    id: &'static str,
    words: &'static str,
    label: String,
    act: impl Fn() -> Result<(), &'static str> + 'static,
) -> El {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let submit = move || {
        let meant = lower(&nfc(typed.get_untracked().trim())) == words;
        let result = if meant {
            act().map_err(str::to_owned)
        } else {
            Err(format!("Chưa xóa gì: gõ đúng “{words}” để xác nhận"))
        };
        if let Err(sentence) = result {
            wrong.set(vec![(id, sentence)]);
            page::focus(&format!("#{id}"));
        }
    };
    let confirm = Field::new(
        id,
        format!("Gõ “{words}” để xác nhận"),
        typed.into(),
        move |text| typed.set(text),
    )
    .error(error_of(wrong.into(), id));
    let submit_button = el("button").class("button-quiet").with(label);
    form(submit, (field(confirm), submit_button))
}

fn delete(desk: Desk) -> Result<(), &'static str> {
    desk.delete_branch().map_err(|error| error.refusal())?;
    // Not elsewhere: the way back stands above this screen.
    page::focus_heading();
    Ok(())
}

fn erase(desk: Desk) -> Result<(), &'static str> {
    desk.erase_everything().map_err(|_| {
        "Chưa xóa được hết: trình duyệt báo lỗi. Xóa dữ liệu của trang này trong phần cài đặt của trình duyệt."
    })?;
    later(device::remove_offline_copy());
    Ok(())
}
