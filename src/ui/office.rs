//! A button that has a Word or Excel file made, and what became of it.

use super::{Content, El, Kind, button, el, live, notice, p};
use crate::browser::device;
use crate::browser::files::download_bytes;
use crate::browser::office::{self, Failed};
use crate::browser::share::{Shared, share_bytes};
use crate::browser::timer::later;
use crate::exchange::office::Order;
use crate::signal::RwSignal;

/// What a person is told of one file after the other.
#[derive(Clone, Copy)]
pub struct OfficeFile(RwSignal<Stage>);

#[derive(Clone, Default, PartialEq)]
enum Stage {
    #[default]
    Nothing,
    Working,
    Saved(String),
    /// Where nothing can be downloaded: sharing needs a tap of its own.
    Made(String, Vec<u8>),
    Failed(&'static str),
}

pub const NOT_THERE: &str = "Chưa tải được phần làm và đọc tệp Word, Excel. Lần đầu trên máy này cần có mạng; những lần sau không cần. Hãy kiểm tra kết nối mạng rồi bấm lại.";
const REFUSED: &str =
    "Không làm được tệp này. Dữ liệu giữ nguyên; có thể in, hoặc lưu thành PDF từ hộp in.";
const NOT_SAVED: &str = "Trình duyệt không cho lưu tệp. Mở trang bằng Chrome hay Safari rồi thử lại; dữ liệu ở đây giữ nguyên.";

impl OfficeFile {
    pub fn begin() -> Self {
        Self(RwSignal::new(Stage::Nothing))
    }

    /// `order`: the file's name and what shall stand in it, asked for at the tap.
    pub fn button(
        self,
        class: &'static str,
        label: impl Content,
        order: impl Fn() -> Option<(String, Order)> + 'static,
    ) -> El {
        button(class, label, move || {
            if let Some((name, order)) = order() {
                self.make(name, &order);
            }
        })
    }

    fn make(self, name: String, order: &Order) {
        if self.0.with_untracked(|stage| *stage == Stage::Working) {
            return;
        }
        self.0.set(Stage::Working);
        let order = order.write();
        later(async move {
            let made = office::make(&order).await;
            if !self.0.is_there() {
                return;
            }
            self.0.set(match made {
                Ok(file) if !device::can_download() => Stage::Made(name, file),
                Ok(file) if download_bytes(&name, &file, kind(&name)) => Stage::Saved(name),
                Ok(_) => Stage::Failed(NOT_SAVED),
                Err(Failed::NotThere) => Stage::Failed(NOT_THERE),
                Err(Failed::Refused) => Stage::Failed(REFUSED),
            });
        });
    }

    /// A part of the screen near the button; not printed.
    pub fn told(self) -> El {
        let told = live(move || {
            Some(match self.0.get() {
                Stage::Nothing => return None,
                Stage::Working => notice(Kind::Plain, p("Đang làm tệp…")),
                Stage::Saved(name) => notice(Kind::Done, p(format!("Đã lưu tệp {name}."))),
                Stage::Made(name, file) => {
                    let words = p(format!("Đã làm xong tệp {name}."));
                    let share = move || self.share(name.clone(), file.clone());
                    notice(Kind::Done, (words, button("button", "Chia sẻ tệp", share)))
                }
                Stage::Failed(why) => notice(Kind::Failed, p(why)),
            })
        });
        el("div")
            .class("told no-print")
            .attr("role", "status")
            .with(told)
    }

    fn share(self, name: String, file: Vec<u8>) {
        later(async move {
            let shared = share_bytes(&name, &file, kind(&name)).await;
            if shared == Shared::Failed && self.0.is_there() {
                self.0.set(Stage::Failed(NOT_SAVED));
            }
        });
    }
}

/// The media type, by the ending of the name.
fn kind(name: &str) -> &'static str {
    if name.ends_with(".xlsx") {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
}
