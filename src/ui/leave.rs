//! How a file leaves: by the share sheet, as a file, as text; in that order of what the phone can do.

use std::rc::Rc;

use super::{Content, El, Icon, View, actions, button, icon};
use crate::browser::device;
use crate::browser::files::download;
use crate::browser::share::{Shared, can_share, copy, share};
use crate::browser::timer::later;
use crate::signal::Signal;

/// The way that it went.
#[derive(Clone, Copy)]
pub enum Way {
    Shared,
    Saved,
    Copied,
}

/// The way, or the sentence for why it could not leave.
type Went = Result<Way, &'static str>;

/// A file as it shall leave, and who is told how it went.
pub struct Leaving {
    name: String,
    text: String,
    went: Box<dyn FnOnce(Went)>,
}

impl Leaving {
    #[inline(always)]
    pub fn new(name: String, text: String, went: impl FnOnce(Went) + 'static) -> Self {
        let went = Box::new(went);
        Self { name, text, went }
    }

    async fn leave(self, by: Way) {
        let Self { name, text, went } = self;
        let refused = match by {
            Way::Shared => match share(&name, &text).await {
                Shared::Done => None,
                Shared::Cancelled => return,
                Shared::Failed => Some(
                    "Chưa chia sẻ được tệp. Thử “Lưu tệp” rồi gửi tệp đó, hoặc “Chép văn bản” rồi dán vào tin nhắn.",
                ),
            },
            Way::Saved => (!download(&name, &text)).then_some(
                "Trình duyệt không cho lưu tệp. Thử “Chép văn bản” rồi dán vào tin nhắn.",
            ),
            Way::Copied => (!copy(&text).await)
                .then_some("Chưa chép được. Mở “Xem nguyên văn tệp”, chọn tất cả rồi chép."),
        };
        went(refused.map_or(Ok(by), Err));
    }
}

/// The buttons. `leaving` makes the file when one of them is tapped; `allowed` says whether it may go.
#[inline(always)]
pub fn ways_out(allowed: Signal<bool>, leaving: impl Fn() -> Option<Leaving> + 'static) -> View {
    buttons(allowed, Rc::new(leaving))
}

#[inline(never)]
fn buttons(allowed: Signal<bool>, leaving: Rc<dyn Fn() -> Option<Leaving>>) -> View {
    let way = |class: &'static str, label: View, by: Way| -> El {
        let leaving = Rc::clone(&leaving);
        let act = move || {
            if let Some(leaving) = leaving() {
                later(leaving.leave(by));
            }
        };
        let disabled = move || (!allowed.get()).then(String::new);
        button(class, label, act).live_attr("disabled", disabled)
    };
    // What counts is the ending: phones refuse kinds of files, not names.
    let shareable = can_share("so-tay.json");
    let save_class = if shareable {
        "button-quiet"
    } else {
        "button wide"
    };
    let share = shareable.then(|| {
        let label = ("Chia sẻ tệp ", icon(Icon::Send)).view();
        way("button wide", label, Way::Shared)
    });
    let save = device::can_download().then(|| way(save_class, "Lưu tệp".view(), Way::Saved));
    let copy = way("button-quiet", "Chép văn bản".view(), Way::Copied);
    (share, actions((save, copy))).view()
}
