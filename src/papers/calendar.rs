//! Lịch nhắc: the days of the year for the phone's own calendar, as a file.

use crate::book::{Book, book};
use crate::browser::files::download_calendar;
use crate::browser::share::{Shared, can_share_calendar, share_calendar};
use crate::browser::timer::later;
use crate::browser::{clock, device, page};
use crate::domain::Day;
use crate::domain::reminders::{DayOfMonth, Reminder, When, Wording, reminders};
use crate::exchange::calendar_file::{calendar_file, calendar_name};
use crate::signal::RwSignal;
use crate::ui::{
    Content, El, Icon, Kind, View, actions, b, button, check, details, each, el, h1, h2, hint,
    icon, live, notice, p, stack,
};

/// What the person chose, and how it went.
#[derive(Clone, Copy)]
struct Screen {
    book: Book,
    in_full: RwSignal<bool>,
    outcome: RwSignal<Option<Result<(), &'static str>>>,
}

pub fn screen() -> View {
    let screen = Screen {
        book: book(),
        in_full: RwSignal::new(false),
        outcome: RwSignal::new(None),
    };
    let year = screen.book.peek(|handbook| handbook.year);
    let head = (
        h1("Lịch nhắc"),
        p(format!(
            "Đưa các ngày cần nhớ của năm {year} vào lịch của điện thoại hay máy tính. Lịch tự nhắc, không cần mở trang này."
        ))
        .class("lead"),
    );
    if screen.reminders().is_empty() {
        let over = format!("Năm {year} không còn ngày nào phía trước để nhắc.");
        return (head, p(over)).view();
    }
    (head, what_is_in_it(screen), ways(screen), how_to()).view()
}

impl Screen {
    fn reminders(self) -> Vec<Reminder> {
        let wording = if self.in_full.get() {
            Wording::InFull
        } else {
            Wording::Plain
        };
        let today = self.book.today.get();
        self.book.read(|open| reminders(open, wording, today))
    }

    /// The file's name and its text.
    fn file(self) -> (String, String) {
        let year = self.book.peek(|handbook| handbook.year);
        let (revision, stamp) = (self.book.revision(), clock::stamp());
        let text = calendar_file(&self.reminders(), year, revision, &stamp);
        (calendar_name(year, clock::today()), text)
    }

    fn tell(self, outcome: Result<(), &'static str>) {
        self.outcome.set(Some(outcome));
        page::focus("#given");
    }
}

fn what_is_in_it(screen: Screen) -> El {
    let lines = move || {
        let line = |reminder: &Reminder| {
            let days = el("span").class("muted").with(days(reminder.when));
            let own = screen.in_full.get() && reminder.rings.len() > 1;
            let words = |line: &str| hint(line.to_owned());
            let text = own.then(|| each(reminder.text.lines(), words));
            el("li").with((el("span").with(b(reminder.title.clone())), days, text))
        };
        el("ul")
            .class("facts")
            .with(each(&screen.reminders(), line))
    };
    let in_full = screen.in_full;
    stack((
        h2("Sẽ ghi vào lịch"),
        live(lines),
        check(
            "Ghi cả lời của việc đã đăng ký và hạn chế",
            "Lịch thường được chép lên mạng (Google, iCloud), có khi người khác cũng xem. Không chọn thì chỉ ghi “việc 1”, “một hạn chế”.",
            in_full.into(),
            move |on| in_full.set(on),
        ),
        hint("Ghi chú riêng và kết quả đánh giá không bao giờ có trong tệp."),
        details(
            "Xem nguyên văn tệp",
            live(move || el("pre").with(screen.file().1)),
        ),
    ))
}

/// "31/12/2026", or "12 ngày cuối tháng, từ 31/01/2026 đến 31/12/2026".
fn days(when: When) -> String {
    let days = when.days();
    let span = |days: &[Day]| match days {
        [first, .., last] => format!("từ {first} đến {last}"),
        _ => when.first().to_string(),
    };
    match when {
        When::Monthly { on, .. } if days.len() > 1 => {
            let which = match on {
                DayOfMonth::Last => "Ngày cuối mỗi tháng".to_owned(),
                DayOfMonth::The(day) => format!("Ngày {day} mỗi tháng"),
            };
            format!("{which}, {}", span(&days))
        }
        _ => span(&days),
    }
}

fn ways(screen: Screen) -> View {
    if screen.book.is_sample() {
        return hint("Sổ mẫu không làm ra lịch được.").view();
    }
    let share = move || {
        let (name, text) = screen.file();
        later(async move {
            match share_calendar(&name, &text).await {
                Shared::Done => screen.tell(Ok(())),
                Shared::Cancelled => {}
                Shared::Failed => screen.tell(Err("Chưa chia sẻ được tệp. Thử “Lưu tệp lịch”.")),
            }
        });
    };
    let save = move || {
        let (name, text) = screen.file();
        screen.tell(if download_calendar(&name, &text) {
            Ok(())
        } else {
            Err("Trình duyệt không cho lưu tệp. Mở trang này bằng Chrome hay Safari rồi thử lại.")
        });
    };
    let (can_share, can_save) = (can_share_calendar(), device::can_download());
    let label = || ("Đưa vào lịch ", icon(Icon::Go));
    let share = can_share.then(|| button("button wide", label(), share));
    let save = can_save.then(|| {
        if can_share {
            actions(button("button-quiet", "Lưu tệp lịch", save))
        } else {
            button("button wide", ("Lưu tệp lịch ", icon(Icon::Go)), save)
        }
    });
    let neither = (!can_share && !can_save).then(|| {
        hint(
            "Ở đây không lưu được tệp. Mở trang này bằng trình duyệt (Chrome, Safari) rồi thử lại.",
        )
    });
    let outcome = move || {
        let told = screen.outcome.get()?;
        Some(match told {
            Ok(()) => notice(
                Kind::Done,
                p((
                    b("Đã đưa tệp lịch ra khỏi trang."),
                    " Nếu lịch chưa tự mở: tìm tệp trong mục Tải xuống, mở ra rồi chọn Lịch.",
                )),
            ),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    };
    let given = el("div").attr("id", "given").attr("tabindex", "-1");
    stack((share, save, neither, given.with(live(outcome)))).view()
}

fn how_to() -> El {
    let steps = [
        "Điện thoại Android: bấm “Lưu tệp lịch”, mở tệp vừa tải rồi chọn ứng dụng Lịch, chọn thêm tất cả.",
        "iPhone: bấm “Đưa vào lịch” hoặc “Lưu tệp lịch”, mở tệp rồi chọn “Thêm tất cả”.",
        "Máy tính: bấm “Lưu tệp lịch” rồi mở tệp bằng Outlook, hoặc nhập tệp vào Google Lịch.",
    ];
    let steps = each(steps, |step| el("li").with(step));
    stack((
        h2("Cách làm"),
        el("ul").class("list").with(steps),
        p(
            "Khi đổi hạn, hoặc chi bộ đổi ngày họp: làm lại tệp và mở như lần trước. Ngày mới thay ngày cũ, không ghi thành hai.",
        ),
        hint(
            "Một số lịch nhắc theo giờ chung đặt sẵn của lịch, không theo giờ ghi trong tệp. Muốn thôi nhắc thì xóa trong lịch.",
        ),
    ))
}
